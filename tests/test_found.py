"""Search and explore in two browsers, at the root of a host and below a path, under the policy of the site."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import pytest
from conftest import Built, Server
from firefox import Firefox
from playwright.sync_api import Browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
PLACES: Mapping[str, Mapping[str, str]] = {"/": {}, "/repo/": {"Content-Security-Policy": POLICY}}
"""Where the site stands: every page has its policy in itself, and below the path the host sends one too."""
FIRST = {
    "问界": "companies/seres/#aito",
    "45,300": "data/aito/deliveries/#2025-Q1",
    "Mercedez": "companies/mercedes-benz/",
    "小米YU7": "companies/xiaomi/#xiaomi-yu7",
    "Yu7 January": "data/xiaomi-yu7/sales/#2026-01",
}
ASKED = """new Promise((done, lost) => {
  const input = document.querySelector(".masthead .search input"), start = Date.now();
  const ask = (value) => { input.value = value; input.dispatchEvent(new Event("input")); };
  const look = () => {
    const hit = document.querySelector(".masthead .hits:not([hidden]) [role=option]");
    if (hit) done(hit.href);
    else if (Date.now() - start > 20000) lost(new Error("no hit"));
    else setTimeout(look, 50);
  };
  input.focus();
  ask("");
  ask(QUERY);
  setTimeout(look, 50);
})"""
"""Types a question into the box of the masthead and gives the address of the first hit."""
CHOICE = "?series=aito.deliveries,bmw.deliveries&by=quarter&from=2024-Q1&to=2025-Q4"
EXPLORED = """new Promise((done, lost) => {
  const start = Date.now(), stage = document.getElementById("explore");
  const texts = (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent);
  const look = () => {
    if (stage.dataset.state === "live") done(JSON.stringify({
      chosen: texts("#explore-chosen button"), heads: texts("#explore-table thead th"),
      rows: texts("#explore-table tbody th"), first: texts("#explore-table tbody tr:first-child td a"),
      lines: document.querySelectorAll("#explore-drawing svg path").length > 8, address: location.search,
    }));
    else if (stage.dataset.state === "refused" || Date.now() - start > 20000) lost(new Error(stage.innerText));
    else setTimeout(look, 50);
  };
  look();
})"""
"""Waits for the chart and gives what is chosen and shown, as JSON."""


class Seen(NamedTuple):
    """A page after a look at it. requests: the addresses that it asked for. said: its console."""

    evaluate: Callable[[str], Any]
    requests: Callable[[], list[str]]
    said: Callable[[], list[str]]


Open = Callable[[str], AbstractContextManager[Seen]]


@pytest.fixture(params=["chromium", "firefox"])
def opened(request: pytest.FixtureRequest) -> Open:
    """Opens a page in a browser."""

    @contextmanager
    def in_firefox(url: str) -> Iterator[Seen]:
        firefox: Firefox = request.getfixturevalue("firefox")
        with firefox.page(url) as page:
            yield Seen(page.evaluate, lambda: firefox.requests, lambda: firefox.said)

    @contextmanager
    def in_chromium(url: str) -> Iterator[Seen]:
        browser: Browser = request.getfixturevalue("browser")
        page = browser.new_page()
        requests: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(url)
        yield Seen(page.evaluate, lambda: requests, lambda: said)
        page.close()

    return in_firefox if request.param == "firefox" else in_chromium


@pytest.fixture(params=PLACES)
def home(request: pytest.FixtureRequest, site: Built) -> Iterator[str]:
    """The address of the built site at one of its places."""
    with Server(site.folder, request.param, PLACES[request.param]) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


def elsewhere(page: Seen, home: str) -> list[str]:
    """The addresses off the site that a page asked for."""
    return [url for url in page.requests() if not url.startswith((home, "data:"))]


def test_search_finds(opened: Open, home: str) -> None:
    """Names in any script, a number, a slip, a name with a month: the first hit is what was meant."""
    with opened(f"{home}claims/") as page:
        found = {query: page.evaluate(ASKED.replace("QUERY", json.dumps(query))) for query in FIRST}
        assert {query: url.removeprefix(home) for query, url in found.items()} == FIRST
        assert elsewhere(page, home) == []
        assert page.said() == []


def test_explore_opens_what_an_address_names(opened: Open, home: str) -> None:
    """Series, cadence and periods of an address are chosen and drawn, with their values as links."""
    with opened(f"{home}explore/{CHOICE}") as page:
        seen = json.loads(page.evaluate(EXPLORED))
        assert seen == {
            "chosen": ["AITO", "BMW Group"],
            "heads": ["Period", "AITO", "BMW Group"],
            "rows": [f"Q{quarter} {year}" for year in (2024, 2025) for quarter in (1, 2, 3, 4)],
            "first": ["about 85,800", "187,692"],
            "lines": True,
            "address": CHOICE,
        }
        assert elsewhere(page, home) == []
        assert page.said() == []

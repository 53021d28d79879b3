"""A site as it is published: at a public address, below a path, with everything that only such a site has."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag, urljoin

import pytest
from browsing import watched
from conftest import Server
from playwright.sync_api import Browser
from small import made
from test_crawl import crawl

PREFIX = "/boats/"
BASE = f"https://data.desk.eu{PREFIX}"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
TEXTS = (".html", ".json", ".xml", ".txt", ".webmanifest", ".csv")


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The files of a small site at a public address."""
    return made("pages", BASE).outputs


@pytest.fixture(scope="module")
def home(outputs: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, on a host that sends a policy of its own."""
    folder = tmp_path_factory.mktemp("public")
    for path, content in outputs.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with Server(folder, PREFIX, {"Content-Security-Policy": POLICY}) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


def test_every_whole_address_is_there(outputs: Mapping[str, bytes]) -> None:
    """Cards, JSON-LD, feeds, the sitemap, oEmbed files and codes to copy name only what the site has."""
    named = {
        (path, urldefrag(url)[0].removeprefix(BASE))
        for path, content in outputs.items()
        if path.endswith(TEXTS)
        for url in re.findall(rf"{BASE}[^\s\"'<>&{{}}\\)]*", content.decode())
    }
    assert {address.rpartition("/")[2] for _, address in named} >= {"card.png", "oembed.json", ""}
    there = {*outputs, *(path.removesuffix("index.html") for path in outputs)}
    assert {(path, address) for path, address in named if address.partition("?")[0] not in there} == set()


def test_everything_leads_somewhere(home: str, outputs: Mapping[str, bytes]) -> None:
    """Every link, asset and icon of every page, and every icon of the manifest, is there."""
    seen, faults = crawl(home)
    assert faults == []
    assert f"{home}manifest.webmanifest" in seen
    icons = [icon["src"] for icon in json.loads(outputs["manifest.webmanifest"])["icons"]]
    assert {urljoin(home, icon).removeprefix(home) for icon in icons} <= set(outputs)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_no_page_breaks_its_policy(
    home: str, outputs: Mapping[str, bytes], browser: Browser, width: int, scheme: str
) -> None:
    """Nothing is said in the console, nothing asked of another host, and nothing is wider than the window."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    faults = watched(page, home)
    for path, content in sorted(outputs.items()):
        if not path.endswith("index.html") or b'http-equiv="refresh"' in content:
            continue
        page.goto(home + path.removesuffix("index.html"))
        if wider := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"):
            faults.append(f"{path}: {wider} pixels wider than its window")
    page.close()
    assert faults == []

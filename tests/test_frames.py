"""Frames in a page of another site, in Chromium and in Firefox: height, colours, links, and what they may do."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from browsing import file, first
from conftest import BASE, Built, Server
from firefox import Firefox
from playwright.sync_api import Browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *"
)
POLICIES: Mapping[str, Mapping[str, str]] = {"/": {}, "/repo/": {"Content-Security-Policy": POLICY}}
CODE = re.compile(r'<pre data-copy="Copy the (?:code|script)">(.*?)</pre>', re.DOTALL)
KINDS = ("charts/", "rankings/", "claims/")
THEMES = {"?theme=light": "rgb(255, 254, 251)", "?theme=dark": "rgb(20, 22, 26)"}
SETTLED = """new Promise((done, lost) => {
  const frames = [...document.querySelectorAll("iframe")], start = Date.now();
  let quiet = 0, before = "";
  const look = () => {
    const heights = frames.map((frame) => frame.height), now = heights.join();
    quiet = now === before && frames.every((frame) => frame.height !== frame.dataset.first) ? quiet + 1 : 0;
    before = now;
    if (quiet === 10) done(true);
    else if (Date.now() - start > 20000) lost(new Error(`heights that do not settle: ${now}`));
    else setTimeout(look, 50);
  };
  look();
})"""
"""Waits until every frame has another height than it began with, and keeps it: fonts come after the words."""
HEIGHTS = "[...document.querySelectorAll('iframe')].map((frame) => frame.height).join()"
WHOLE = "document.body.getBoundingClientRect().height"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAPER = "getComputedStyle(document.body).backgroundColor"


class Seen(NamedTuple):
    """A page with frames: the heights that it gave them, what each holds, the addresses asked for, and the console."""

    given: str
    inside: list[tuple[float, float, str]]
    requests: list[str]
    said: list[str]


Look = Callable[[str, int], Seen]


@contextmanager
def served(folder: Path, prefix: str = "/", **headers: str) -> Iterator[str]:
    """A folder at an address of its own."""
    with Server(folder, prefix, headers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.fixture(params=["/", "/repo/"])
def embeds(site: Built, request: pytest.FixtureRequest) -> Iterator[str]:
    """The built site: at the root of a host, and below a path of one that sends a policy of its own."""
    headers = {"Access-Control-Allow-Origin": "*"}
    with served(site.folder, request.param, **headers, **POLICIES[request.param]) as url:
        yield url


@pytest.fixture(params=["chromium", "firefox"])
def look(request: pytest.FixtureRequest) -> Look:
    """Opens a page with frames in a browser, and sees what is there once the frames have said how high they are."""
    if request.param == "firefox":
        firefox: Firefox = request.getfixturevalue("firefox")

        def in_firefox(url: str, width: int) -> Seen:
            with firefox.page(url, width) as page:
                page.evaluate(SETTLED)
                inside = [(f.evaluate(WHOLE), f.evaluate(WIDER), f.evaluate(PAPER)) for f in page.frames]
                return Seen(page.evaluate(HEIGHTS), inside, firefox.requests, firefox.said)

        return in_firefox
    browser: Browser = request.getfixturevalue("browser")

    def in_chromium(url: str, width: int) -> Seen:
        page = browser.new_page(viewport={"width": width, "height": 900})
        requests, said = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(url)
        page.evaluate(SETTLED)
        inside = [(f.evaluate(WHOLE), f.evaluate(WIDER), f.evaluate(PAPER)) for f in page.frames[1:]]
        seen = Seen(page.evaluate(HEIGHTS), inside, requests, said)
        page.close()
        return seen

    return in_chromium


def codes(site: Built, folder: str) -> list[str]:
    """The codes that the longest page of a kind offers: the frame's and the script's."""
    return list(map(unescape, CODE.findall(file(site, first(site, folder)).read_text())))


def foreign(site: Built, embeds: str, query: str, *, height: str | None = None) -> str:
    """A page of another site with a frame of each kind. height: what each begins with, None for that of its code."""
    frames = [codes(site, folder)[0].replace(BASE, embeds).replace('/embed/"', f'/embed/{query}"') for folder in KINDS]
    frames = [frame.replace('loading="lazy" ', "") for frame in frames]  # all at once, also below the window
    if height is not None:
        frames = [re.sub('height="[0-9]+"', f'height="{height}" data-first="{height}"', frame) for frame in frames]
    listener = codes(site, KINDS[0])[1] if height is not None else ""
    head = '<!doctype html><meta charset="utf-8"><title>Another site</title><link rel="icon" href="data:,">'
    return "\n".join([head, *frames, listener])


@pytest.mark.parametrize(("query", "width"), [*zip(THEMES, (320, 1000), strict=True)])
def test_a_frame_is_as_high_as_it_says_and_coloured_as_asked(
    site: Built, embeds: str, tmp_path: Path, look: Look, query: str, width: int
) -> None:
    """Nothing is cut off, nothing forbidden is tried, and nothing is fetched from elsewhere than the frame's site."""
    (tmp_path / "index.html").write_text(foreign(site, embeds, query, height="1"))
    with served(tmp_path) as host:
        seen = look(host, width)
    assert len(seen.inside) == len(KINDS)
    given = [float(height) for height in seen.given.split(",")]
    assert all(inner <= outer <= inner + 1 for outer, (inner, _, _) in zip(given, seen.inside, strict=True))
    assert [wider for _, wider, _ in seen.inside] == [0, 0, 0]
    assert {paper for _, _, paper in seen.inside} == {THEMES[query]}
    assert [url for url in seen.requests if not url.startswith((host, embeds, "data:"))] == []
    assert seen.said == []


@pytest.mark.parametrize("folder", KINDS)
def test_a_link_leaves_the_frame(site: Built, embeds: str, tmp_path: Path, browser: Browser, folder: str) -> None:
    """Pressed in a sandboxed frame, the way to the whole page opens it in place of the page around the frame."""
    frame = codes(site, folder)[0].replace(BASE, embeds)
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Another site</title>{frame}")
    with served(tmp_path) as host:
        page = browser.new_page()
        page.goto(host)
        page.frame_locator("iframe").locator(".whole a").first.click()
        page.wait_for_url(f"{embeds}**")
        assert "/embed/" not in page.url
        assert page.locator(".masthead").count() == 1
        page.close()


COVERED = """[...document.querySelectorAll(".league tr")].flatMap((row) => {
  const boxes = [...row.cells].map((cell) => [cell.textContent, cell.getBoundingClientRect()]);
  const meet = (from, to, begin, end) => Math.min(to, end) - Math.max(from, begin) > 0.5;
  const over = (a, b) => meet(a.left, a.right, b.left, b.right) && meet(a.top, a.bottom, b.top, b.bottom);
  return boxes.flatMap(([words, box], at) => boxes.slice(at + 1)
    .filter(([, other]) => over(box, other)).map(([other]) => `${words} covers ${other}`));
})"""


def test_no_cell_of_a_ranking_covers_another(site: Built, browser: Browser) -> None:
    """On a phone and in a narrow frame each cell has a place of its own."""
    page = browser.new_page()
    covered = {}
    frames = [f"rankings/{path.parent.parent.name}/embed/" for path in site.folder.glob("rankings/*/embed/index.html")]
    assert frames
    for address in [*frames, *(page for page in site.pages if page.startswith("rankings/"))]:
        page.goto(site.root + address)
        for width in (320, 340, 360):
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(COVERED):
                covered[address, width] = found[0]
    page.close()
    assert covered == {}

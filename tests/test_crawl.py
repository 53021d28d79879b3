"""Crawling: every link, anchor and asset of every page is there, wherever the site is served."""

from __future__ import annotations

import functools
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import PATH, Built

LINKS = {"href", "src", "poster", "data", "action", "xlink:href"}
REFERENCES = {"for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"}


class Page(HTMLParser):
    """A page's links, and the ids that are on it and that it refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.references: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag says."""
        for name, value in attrs:
            if value is None:
                continue
            if name in LINKS:
                self.links.append(value)
            elif name == "srcset":
                self.links += [part.split()[0] for part in value.split(",")]
            elif name == "id":
                self.ids.append(value)
            elif name in REFERENCES:
                self.references |= set(value.split())
            if tag == "svg" or name in ("clip-path", "fill", "mask", "filter", "style"):
                self.references |= set(re.findall(r"url\(#([^)]+)\)", value))


class Answer(NamedTuple):
    """What an address gives: status, the body, and the page if it is HTML."""

    status: int
    body: str
    page: Page | None


@functools.cache
def get(url: str) -> Answer:
    """Fetches an address once."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            kind, body = answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(error.code, "", None)
    text = body.decode() if kind.startswith("text/") else ""
    return Answer(200, text, Page(text) if kind == "text/html" else None)


def targets(url: str, answer: Answer) -> Iterator[str]:
    """Where a page or a style sheet leads, as whole addresses."""
    found = answer.page.links if answer.page else re.findall(r"url\([\"']?([^)\"']+)", answer.body)
    yield from (urljoin(url, target) for target in found if not target.startswith("data:"))


def crawl(home: str) -> tuple[set[str], list[str]]:
    """Every address within the site that can be reached from its home page, and what is wrong on the way."""
    seen, waiting, faults = {home}, [home], []
    while waiting:
        url = waiting.pop()
        for target in targets(url, get(url)):
            address, fragment = urldefrag(target)
            if urlsplit(address).netloc != urlsplit(home).netloc:
                continue
            answer = get(address)
            if answer.status != 200 or not address.startswith(home):
                faults.append(f"{url} leads to {target}, which is not there")
            elif fragment and (answer.page is None or unquote(fragment) not in answer.page.ids):
                faults.append(f"{url} leads to {target}, and no #{fragment} is on that page")
            elif address not in seen:
                seen.add(address)
                waiting.append(address)
    return seen, faults


@pytest.mark.parametrize("place", ["root", "below"])
def test_everything_resolves(site: Built, place: str) -> None:
    """From the home page every page is reached, and no link, anchor or asset leads to nothing."""
    home: str = getattr(site, place)
    seen, faults = crawl(home)
    assert faults == []
    assert {home + page for page in site.pages if page != "404.html"} - seen == set()


def test_the_404_page_works_from_any_depth(site: Built) -> None:
    """Its links begin with the path of the base URL, so they hold wherever the unknown address was."""
    page = Page((site.folder / "404.html").read_text())
    inner = [urljoin(f"{site.below}no/such/page", link) for link in page.links if link.startswith("/")]
    assert [link for link in page.links if not urlsplit(link).scheme and not link.startswith(("/", "#"))] == []
    assert inner
    assert [url for url in inner if get(urldefrag(url)[0]).status != 200] == []


def test_ids_on_a_page(site: Built) -> None:
    """No id stands twice on a page, and every label, popover and description that is referred to is there."""
    faults = []
    for name in site.pages:
        page = get(site.root + name).page
        assert page is not None
        twice = {id for id in page.ids if page.ids.count(id) > 1}
        if twice or page.references - set(page.ids):
            faults.append((name, twice, page.references - set(page.ids)))
    assert faults == []


def test_absolute_addresses(site: Built) -> None:
    """Sitemap and feed name only pages that are there, below the base URL; the sitemap has all that may be listed."""
    base = f"https://example.org{PATH}"
    sitemap = re.findall(r"<loc>([^<]+)</loc>", (site.folder / "sitemap.xml").read_text())
    hidden = {"404.html", "search/"}
    assert "noindex" in (site.folder / "search/index.html").read_text(encoding="utf-8")
    assert sorted(sitemap) == sorted(base + page for page in site.pages if page not in hidden)
    feed = re.findall(r'<link[^>]* href="([^"]+)"', (site.folder / "feed.xml").read_text())
    inner = [urldefrag(url)[0].removeprefix(base) for url in feed if url.startswith(base)]
    assert inner
    assert [page for page in inner if get(site.root + page).status != 200] == []

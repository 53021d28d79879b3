"""Over the whole site: a series page names every page that shows one of its numbers, and no other."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from built import tree
from conftest import Built

TRACING = ("data/", "sources/")
"""The pages that show who uses a number are not named themselves."""


def shown(site: Built, page: str) -> set[str]:
    """The series whose numbers stand on a page: each number leads to its place, or to the note on what it is of."""
    links = (link for link in tree(site.folder / page / "index.html").iter("a") if link.find(".//data") is not None)
    return {series for link in links if (series := _series(page, link)) is not None}


def named(site: Built, page: str) -> Iterator[str]:
    """The pages that a series page says its numbers are used on."""
    for block in tree(site.folder / page / "index.html").iter():
        children = list(block)
        for head, pages in pairwise(children):
            if head.tag == "h2" and head.text == "Used on":
                for link in pages.iter("a"):
                    yield posixpath.normpath(posixpath.join(page, link.get("href", ""))) + "/"


def _series(page: str, link: Element) -> str | None:
    target = posixpath.normpath(posixpath.join(page, link.get("href", "").partition("#")[0]))
    match = re.fullmatch(r"(data/[^/]+/[^/]+)(?:/notes/.+)?", target)
    return f"{match[1]}/" if match is not None else None


def numbers(site: Built, page: str) -> set[str]:
    """The numbers that a page prints, those in titles and in lists of titles, which are no links, and in its charts.

    A fall is a number without its sign where the words say which way it went.
    """
    root = tree(site.folder / page / "index.html")
    figures = (box for box in root.iter("section") if "chart" in box.get("class", "").split())
    charts = (posixpath.normpath(posixpath.join(page, a.get("href", ""))) for box in figures for a in box.iter("a"))
    tables = [tree(site.folder / chart / "index.html") for chart in charts if re.fullmatch(r"charts/[\w-]+", chart)]
    return {data.get("value", "").lstrip("-") for each in (root, *tables) for data in each.iter("data")}


def test_a_series_names_every_page_that_shows_one_of_its_numbers_and_no_other(site: Built) -> None:
    """What "used on" lists is what a reader finds on the pages: links to the series, or the same in words."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in site.pages:
        if page != "404.html" and not page.startswith(TRACING):
            for series in shown(site, page):
                found[series].add(page or "./")
    told = {page: set(named(site, page)) for page in site.pages if page.startswith("data/") and page.count("/") == 3}
    assert len(found) > 50
    assert [(series, page) for series, pages in found.items() for page in pages - told[series]] == []
    for series, pages in told.items():
        known = numbers(site, series).union(*(numbers(site, page) for page in found[series]))
        assert [(series, page) for page in pages - found[series] if not known & numbers(site, page)] == []

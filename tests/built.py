"""The built pages of content as trees, and the YAML of the data as it stands in the files."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element, TreeBuilder

import yaml
from conftest import ROOT, Built

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
CONTENT = re.compile(r"(briefs|companies|rankings|expansion|about|methodology)/")


class Tree(HTMLParser):
    """HTML as a tree of elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._builder = TreeBuilder()
        self._builder.start("page", {})
        self.feed(text)
        self._builder.end("page")
        self.root: Element = self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes an element."""
        if tag not in VOID:
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        """Adds text."""
        self._builder.data(data)


@cache
def tree(path: Path) -> Element:
    """A page."""
    return Tree(path.read_text(encoding="utf-8")).root


def note_of(site: Built, page: str, anchor: Element) -> Element:
    """The note that a number of a page opens."""
    leads = urljoin(f"/{page}", anchor.get("href", ""))
    file, _, id = urljoin(leads, anchor.get("data-note", "")).partition("#")
    id = id or leads.partition("#")[2]
    [note] = (div for div in tree(site.folder / file.lstrip("/")).iter("div") if div.get("id") == unquote(id))
    for link in note.iter("a"):
        link.set("href", urljoin(file, link.get("href", "")))
    return note


def content(site: Built) -> dict[str, Element]:
    """The pages that an editor's texts are on, by their paths."""
    return {page: tree(site.folder / page / "index.html") for page in site.pages if CONTENT.match(page)}


def read(pattern: str) -> list[Any]:
    """The YAML files of `data/` that match; every scalar as text."""
    return [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in (ROOT / "data").glob(pattern)]

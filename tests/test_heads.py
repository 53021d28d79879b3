"""Every page says in its title and its description what is on it, and no two pages say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from conftest import Built

from sitegen.build import make
from sitegen.settings import Settings

ROOT = Path(__file__).parent.parent
SITES = sorted(path.name for path in (ROOT / "tests" / "sites").iterdir())
HEAD = {
    "title": re.compile(r"<title>(.*?)</title>"),
    "description": re.compile(r'<meta name="description" content="(.*?)">'),
}


HIDDEN = '<meta name="robots" content="noindex">'
"""Stands in pages that no search engine lists, such as those in frames of other sites."""


def repeated(pages: Iterable[str]) -> Mapping[str, list[str]]:
    """The titles and descriptions that several pages have, or that are empty.

    A page that leads on is none, nor is one that search engines may not list.
    """
    shown = [page for page in pages if 'http-equiv="refresh"' not in page and HIDDEN not in page]
    found = {name: [part for page in shown for part in part_of.findall(page) or [""]] for name, part_of in HEAD.items()}
    return {
        name: sorted({each for each in parts if parts.count(each) > 1 or not each}) for name, parts in found.items()
    }


@pytest.mark.parametrize("site", SITES)
def test_titles_and_descriptions_are_unique(site: str) -> None:
    """In every site of the tests each page has a title and a description of its own."""
    settings = Settings(project=ROOT / "tests" / "sites" / site, cache=False, lenient=True)
    outputs = make(settings, lambda step: None).outputs
    pages = [content.decode() for name, content in outputs.items() if name.endswith(".html")]
    assert repeated(pages) == {"title": [], "description": []}


def test_our_titles_and_descriptions_are_unique(site: Built) -> None:
    """On our site too, with hundreds of sources by the same publishers."""
    pages = (path.read_text("utf-8") for path in site.folder.rglob("*.html"))
    assert repeated(pages) == {"title": [], "description": []}

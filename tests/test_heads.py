"""Every page says in its title and its description what is on it, and no two pages say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pytest
from conftest import Built
from small import SITES, made_pages

NAMES = sorted(path.name for path in SITES.iterdir())
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


@pytest.mark.parametrize("site", NAMES)
def test_titles_and_descriptions_are_unique(site: str) -> None:
    """In every site of the tests each page has a title and a description of its own."""
    assert repeated(made_pages(site).values()) == {"title": [], "description": []}


@pytest.mark.parametrize("site", NAMES)
def test_no_two_files_of_notes_have_one_title(site: str) -> None:
    """They are read without scripts, and tabs show nothing but their titles."""
    notes = {path: page for path, page in made_pages(site).items() if "/notes/" in path}
    titles = [HEAD["title"].findall(page) for page in notes.values()]
    assert notes
    assert [title for title in titles if titles.count(title) > 1] == []


@pytest.mark.parametrize("site", NAMES)
def test_a_page_of_notes_has_the_frame_of_the_site(site: str) -> None:
    """Who opens it without a script, or by a shared link, is on the site, and reads once what all its numbers count."""
    for path, page in made_pages(site).items():
        if "/notes/" in path:
            head, *each = page.split('<p class="note-heading">')
            assert '<header class="masthead">' in head, path
            assert "<dt>" in head.partition("<h1>")[2], path
            assert all('<dt class="counted">' in note for note in each), path


def test_our_titles_and_descriptions_are_unique(site: Built) -> None:
    """On our site too, with hundreds of sources by the same publishers."""
    pages = (path.read_text("utf-8") for path in site.folder.rglob("*.html"))
    assert repeated(pages) == {"title": [], "description": []}


def test_no_two_files_of_our_site_have_one_title(site: Built) -> None:
    """A chart, a claim and a brief may have the same words; in the tabs of a reader their frames are told apart."""
    pages = (path.read_text("utf-8") for path in site.folder.rglob("*.html"))
    titles = [title for page in pages if 'http-equiv="refresh"' not in page for title in HEAD["title"].findall(page)]
    assert [title for title in titles if titles.count(title) > 1] == []

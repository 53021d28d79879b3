"""A new kind of page has files of its own and one row in the register; everything else reads the register."""

from __future__ import annotations

import re
import shutil
from functools import partial
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.kinds import KINDS
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.pieces import Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.problems import SitegenError
from sitegen.register.kind import Kind
from sitegen.settings import Settings
from sitegen.urls import document_url

SITE = Path(__file__).parent / "sites" / "pages"
TEMPLATE = """\
{% extends "base.html" %}
{% block class %}person{% endblock %}
{% block article %}<h1>{{ view.name }}</h1>{{ prose(view.body) }}{% endblock %}
"""
ADA = """\
---
title: Ada Field
summary: Who keeps the tables.
entities: [red]
---

She counts for {{ fig("red.trips@2025-Q1") }}. See [[brief:one]].
"""


class PersonView(View, frozen=True, kw_only=True):
    """`/people/<id>/`: a person."""

    template = "person.html"
    name: str
    body: Prose | None


def people(context: Context) -> Pages:
    """The list of people, and a page for each."""
    yield "/people/", _index
    for document in context.published("person"):
        yield document_url(document), partial(_page, id=document.id)


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page("/people/"))
    links = tuple(writer.page.link(document_url(document)) for document in context.published("person"))
    view = PersonView(name=f"{len(links)} people", body=None)
    return sheet(context, writer, view, Head(title="People", description="Who is who."))


def _page(context: Context, id: str) -> Sheet:
    document = context.document("person", id)
    assert document is not None
    writer = Writer(context, Page(document_url(document)))
    name = plain(document.title, context.edition)
    view = PersonView(name=name, body=prose(writer, document))
    return sheet(context, writer, view, Head(title=name, description=name))


PERSON = Kind(
    name="person",
    things=lambda tracker: {d.id: d for d in tracker.documents.values() if d.kind == "person"},
    url=lambda id, document: document_url(document),
    title=lambda document, tracker: document.title,
    document="person",
    folder="people",
    required=("title",),
    section=("section.compare", "/people/"),
    named="named.comparison",
    pages=people,
)


# A new kind brings messages of its own; here it borrows those of a kind that the prepared site does not have.
WORDS = "section.compare: People\nnamed.comparison: 'Person: {title}'\n"


def project(folder: Path, **files: str) -> Settings:
    """The prepared site with a person, and with other files."""
    shutil.copytree(SITE, folder / "project")
    written = {"content/people/ada.md": ADA, "templates/person.html": TEMPLATE, "data/words.yaml": WORDS, **files}
    for path, text in written.items():
        there = folder / "project" / path
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(text, encoding="utf-8")
    return Settings(project=folder / "project", cache=False, lenient=True)


def built(settings: Settings) -> dict[str, str]:
    """The pages of a project with the row of people, by their paths."""
    result = make(settings, lambda stage: None, (*KINDS, PERSON))
    # The template would be one of the theme's; here it is a file of the project that the theme does not know.
    assert [problem.code for problem in result.summary.warnings] == ["unused-override"]
    return {
        path: content.decode()
        for path, content in result.outputs.items()
        if path.endswith((".html", ".xml", "index.json"))
    }


def test_a_row_makes_a_kind_of_page(tmp_path: Path) -> None:
    """The page, its place in the masthead, links to it, "used on", sitemap and search: all come from one row."""
    brief = (SITE / "content" / "briefs" / "one.md").read_text(encoding="utf-8") + "\nBy [[person:ada]].\n"
    pages = built(project(tmp_path, **{"content/briefs/one.md": brief}))
    ada = pages["people/ada/index.html"]
    assert "<h1>Ada Field</h1>" in ada
    assert '<a href="../../briefs/one/"' in ada
    assert re.search(r'<nav[^>]*>.*href="\.\./people/"[^>]*>People<', pages["briefs/index.html"], re.S)
    assert re.search(r'<a href="\.\./\.\./people/ada/">Ada Field</a>', pages["briefs/one/index.html"])
    assert re.search(r'<a href="\.\./\.\./\.\./people/ada/">Person: Ada Field</a>', pages["data/red/trips/index.html"])
    assert "/people/ada/</loc>" in pages["sitemap.xml"]
    assert '"Ada Field","ada/","",[],["Who keeps the tables."]' in pages["search/index.json"]


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        ({"content/people/ada.md": ADA + "\nShe sold 4711 cars.\n"}, "unbound-number", "4711"),
        ({"content/people/ada.md": ADA.replace("title: Ada Field\n", "")}, "missing-key", "a person needs"),
        ({"content/people/ada.md": ADA.replace("[[brief:one]]", "[[person:adda]]")}, "broken-link", "adda"),
        ({"content/people/Ada B.md": ADA}, "bad-id", "Ada B"),
        ({"content/people/ada.md": ADA + '\n{{ fig("red.trips@1999") }}\n'}, "missing-figure", "1999"),
    ],
)
def test_a_new_kind_is_checked_like_any_other(tmp_path: Path, files: dict[str, str], code: str, words: str) -> None:
    """Numbers, front matter, links, names of files and figures of its documents are checked."""
    settings = project(tmp_path, **files)
    try:
        found = make(settings, lambda stage: None, (*KINDS, PERSON)).summary.warnings
    except SitegenError as error:
        found = error.problems
    assert [p.code for p in found if p.place.path.startswith("content/people/") and words in p.message] == [code]


def test_without_its_row_the_folder_is_nobodys(tmp_path: Path) -> None:
    """The row is all that there is: without it the folder is not read, and its template has nothing to show."""
    with pytest.raises(SitegenError) as caught:
        make(project(tmp_path), lambda stage: None)
    assert [(p.place.path, p.code) for p in caught.value.problems] == [
        ("content/people/ada.md", "unexpected-file"),
        ("templates/person.html", "unused-override"),
    ]

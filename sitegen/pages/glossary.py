"""The glossary: the words that a reader meets on every page, explained once."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

TERMS = (
    *("figure", "basis", "primary", "preferred", "set-aside", "restated", "derived", "worked-out", "bound", "target"),
    *("missing", "claim", "verdict", "place"),
)
"""What is explained, in the order in which a reader meets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word and what it means here."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView(View):
    """`/glossary/`."""

    template = "glossary.html"
    title: str
    standfirst: str
    terms: tuple[Term, ...]


def glossary(context: Context) -> Sheet:
    """`/glossary/`."""
    writer = Writer(context, Page(urls.GLOSSARY))
    view = GlossaryView(
        title=writer.say("frame.glossary"),
        standfirst=writer.say("frame.glossary.about"),
        terms=tuple(
            Term(id=writer.page.anchor(id), word=writer.say(f"glossary.{id}"), meaning=writer.say(f"meaning.{id}"))
            for id in TERMS
        ),
    )
    return sheet(context, writer, view, Head(title=view.title, description=view.standfirst))

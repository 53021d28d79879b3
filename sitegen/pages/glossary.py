"""The glossary: the words of a project, and the words and marks that a reader meets on every page, explained once."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from sitegen import urls
from sitegen.charts.look.glyphs import glyph
from sitegen.charts.look.symbols import BARS, INK, LINES
from sitegen.model.document import Document
from sitegen.model.source import MARKS, Mark
from sitegen.pages.briefs import edit_link
from sitegen.pages.claims.claims import claims_of
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.pieces import KeyLine, Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer

TERMS = (
    *("figure", "basis", "primary", "preferred", "set-aside", "restated", "derived", "worked-out", "bound", "target"),
    *("missing", "claim", "verdict", "place"),
)
"""What is explained, in the order in which a reader meets it."""


class Term(Struct, frozen=True, kw_only=True):
    """A word and what it means here."""

    id: str
    word: str
    meaning: str


class MarkLine(Struct, frozen=True, kw_only=True):
    """A mark at numbers: the kind of source that it stands for, and what such a source is, or ""."""

    mark: Mark
    word: str
    about: str


class GlossaryView(View, frozen=True, kw_only=True):
    """`/glossary/`. body: the words of the project. marks: at numbers. signs: of points and bars in charts."""

    template = "glossary.html"
    title: str
    standfirst: str
    body: Prose | None
    claims: tuple[ClaimLine, ...]
    edit: str | None
    terms: tuple[Term, ...]
    marks: tuple[MarkLine, ...]
    signs: tuple[KeyLine, ...]


def glossary(context: Context) -> Sheet:
    """`/glossary/`: what a project has written for it, and below it our words."""
    writer = Writer(context, Page(urls.GLOSSARY))
    terms = tuple(
        Term(id=writer.page.anchor(id), word=writer.say(f"glossary.{id}"), meaning=writer.say(f"meaning.{id}"))
        for id in TERMS
    )
    own = own_words(context)
    title, about = writer.say("frame.glossary"), writer.say("frame.glossary.about")
    view = GlossaryView(
        title=title if own is None else writer.text(own.title),
        standfirst=about if own is None else writer.text(own.summary),
        body=prose(writer, own),
        claims=() if own is None else claims_of(writer, own),
        edit=None if own is None else edit_link(context, own),
        terms=terms,
        marks=marks(writer),
        signs=tuple(_signs(writer)),
    )
    if own is not None:
        title, about = plain(own.title, context.edition), plain(own.summary, context.edition) or about
    return sheet(context, writer, view, Head(title=title, description=about))


def own_words(context: Context) -> Document | None:
    """What a project has written for the glossary, if anything."""
    return next((each for each in context.published("page") if urls.document_url(each) == urls.GLOSSARY), None)


def marks(writer: Writer) -> tuple[MarkLine, ...]:
    """Every mark, that of the sources nearest to what is counted first."""
    return tuple(
        MarkLine(mark=mark, word=writer.say(f"source.kind.{mark}"), about=writer.say(f"sources.about.{mark}"))
        for mark in MARKS
    )


def _signs(writer: Writer) -> Iterator[KeyLine]:
    """Every sign that says how sure a value in a chart is, once with all that it may mean."""
    said: dict[str, str] = {}
    for sign, id in dict.fromkeys((sign, id) for sign, id, _ in (*LINES, *BARS)):
        meaning = writer.say(f"charts.sign.{id}")
        if sign in said:
            meaning = writer.say("signs.either", one=said[sign], other=meaning)
        said[sign] = meaning
    for sign, words in said.items():
        yield KeyLine(sign=sign, number="", glyph=Markup(glyph(sign, INK)), words=words)

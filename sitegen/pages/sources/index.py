"""The index of sources: every document by publisher, the publishers by letter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from sitegen import urls
from sitegen.model.basics.spelling import latin, sort_key
from sitegen.model.source import Source, marked, source_name
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.words.writer import Writer
from sitegen.urls import source_url

LETTERS = {"0": "0 to 9", "other": "Other scripts"}
LONG = 60
"""How many characters of an address are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher with its documents."""

    name: str
    sources: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The publishers that begin with a letter; digits and other scripts are one more."""

    id: str
    name: str
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """`/sources/`: every source by publisher. jumps: ways to the letters."""

    title: str
    count: str
    jumps: tuple[Pointer, ...]
    letters: tuple[Letter, ...]


def sources_index(context: Context) -> Sheet:
    """`/sources/`."""
    writer = Writer(context, Page(urls.SOURCES))
    found = sorted(context.tracker.sources.values(), key=_order)
    publishers = [
        Publisher(name=name, sources=tuple(_listed(writer, source) for source in group))
        for name, group in groupby(found, key=lambda s: s.publisher)
    ]
    letters = tuple(
        Letter(id=writer.page.anchor(name.casefold(), "letter"), name=LETTERS.get(name, name), publishers=tuple(group))
        for name, group in groupby(publishers, key=lambda publisher: _letter(publisher.name))
    )
    view = SourcesView(
        title="Sources",
        count=writer.counted(len(found), "document", "documents"),
        jumps=tuple(Pointer(label=letter.name, href=f"#{letter.id}") for letter in letters),
        letters=letters,
    )
    head = Head(title=view.title, description="Every document that a number, plan or event of this site rests on.")
    return sheet(context, writer, "sources.html", view, head)


def _order(source: Source) -> tuple[str, tuple[str, str], str]:
    """By letter, then by publisher."""
    return (_letter(source.publisher), sort_key(source.publisher), source.id)


def _letter(name: str) -> str:
    """The letter under which a publisher stands: `0` for digits, `other` for what no Latin letter begins."""
    first = name[:1]
    if unicodedata.name(first, "").startswith("LATIN"):
        return latin(first)[:1].upper()
    return "0" if first.isdigit() else "other"


def _listed(writer: Writer, source: Source) -> Pointer:
    """A source below its publisher: by its title, else by its address, cut where it is long."""
    address = source.url.partition("//")[2].removeprefix("www.").rstrip("/")
    short = address if len(address) <= LONG else f"{address[: LONG - 1]}…"
    return replace(source_pointer(writer, source), label=source.title or short)


def source_pointer(writer: Writer, source: Source) -> Pointer:
    """A source in a list, with its day, and who wrote it where that is a machine, a copyist or a user."""
    day = "" if source.published is None else writer.period(source.published)
    return Pointer(
        label=source_name(source),
        language=source.language if source.title else None,
        href=writer.page.link(source_url(source.id)),
        detail=Markup(", ").join(part for part in (day, marked(source)) if part),
    )

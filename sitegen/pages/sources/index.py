"""The index of sources: every document by its kind, the nearest to what is counted first, and by publisher."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup
from msgspec import Struct, structs

from sitegen import urls
from sitegen.model.basics.spelling import sort_key
from sitegen.model.source import MARKS, Mark, Source, mark, marked, source_name
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import source_url

LONG = 60
"""How many characters of an address are shown."""


class Publisher(Struct, frozen=True, kw_only=True):
    """A publisher with its documents."""

    name: str
    sources: tuple[Pointer, ...]


class Group(Struct, frozen=True, kw_only=True):
    """The sources of one kind. mark: of the kind. about: what it is, in a sentence."""

    id: str
    mark: Mark
    name: str
    about: str
    count: str
    publishers: tuple[Publisher, ...]


class SourcesView(View, frozen=True, kw_only=True):
    """`/sources/`: every source by kind and publisher."""

    template = "sources.html"
    title: str
    count: str
    groups: tuple[Group, ...]


def sources_index(context: Context) -> Sheet:
    """`/sources/`."""
    writer = Writer(context, Page(urls.SOURCES))
    found = sorted(context.tracker.sources.values(), key=_order)
    groups = tuple(_group(writer, kind, tuple(sources)) for kind, sources in groupby(found, key=mark))
    view = SourcesView(
        title=writer.say("sources.title"),
        count=writer.count("sources.count", len(found)),
        groups=groups,
    )
    head = Head(title=view.title, description=writer.say("sources.description"))
    return sheet(context, writer, view, head)


def _order(source: Source) -> tuple[int, tuple[str, str], str]:
    """By kind, then by publisher."""
    return (MARKS.index(mark(source)), sort_key(source.publisher), source.id)


def _group(writer: Writer, kind: Mark, sources: tuple[Source, ...]) -> Group:
    return Group(
        id=writer.page.anchor(kind, "kind"),
        mark=kind,
        name=writer.say(f"sources.group.{kind}"),
        about=writer.say(f"sources.about.{kind}"),
        count=writer.number(len(sources)),
        publishers=tuple(
            Publisher(name=name, sources=tuple(_listed(writer, source) for source in each))
            for name, each in groupby(sources, key=lambda source: source.publisher)
        ),
    )


def _listed(writer: Writer, source: Source) -> Pointer:
    """A source below its publisher: by its title, else by its address, cut where it is long."""
    address = source.url.partition("//")[2].removeprefix("www.").rstrip("/")
    short = address if len(address) <= LONG else f"{address[: LONG - 1]}…"
    pointer = source_pointer(writer, source)
    return structs.replace(pointer, label=source.title or short, detail=Markup(pointer.detail).striptags())


def source_pointer(writer: Writer, source: Source) -> Pointer:
    """A source in a list, with its day, and who wrote it where that is a machine, a copyist or a user."""
    day = "" if source.published is None else writer.period(source.published)
    return Pointer(
        label=source_name(source),
        language=source.language if source.title else None,
        href=writer.page.link(source_url(source.id)),
        detail=Markup(", ").join(part for part in (day, marked(source)) if part),
    )

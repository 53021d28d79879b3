"""`/changes/`: what was added, corrected or taken away, by day, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from sitegen import urls
from sitegen.history.news import News, alike, together
from sitegen.model.history import Change, History, Turned
from sitegen.pages.changes.lines import ChangeLine
from sitegen.pages.changes.turned import any_line, many
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.show import as_address
from sitegen.pages.words.writer import Writer

LINES = 12
"""So many figures that changed alike are named, the rest counted: a commit may bring hundreds."""
MOST = 150
"""So many lines has the page; older changes stand in its files."""

UNTESTED = 3
"""So many commits whose claims cannot be tested are named; there may be many, for one reason."""

FILES = (("CSV", "changes.csv"), ("JSON", "changes.json"), ("Atom", "feed.xml"), ("JSON Feed", "feed.json"))
"""The kinds and names of the files beside the page."""


class ToldChange(Struct, frozen=True, kw_only=True):
    """One change, or many alike in a sentence with a line for each. more: how many have no line, or ""."""

    words: str
    lines: tuple[ChangeLine, ...]
    more: str


class ChangeGroup(Struct, frozen=True, kw_only=True):
    """What changed for one reason; "" where none is given."""

    reason: str
    told: tuple[ToldChange, ...]


class ChangeDay(Struct, frozen=True, kw_only=True):
    """A day with its changes."""

    id: str
    day: str
    groups: tuple[ChangeGroup, ...]


class ChangesView(View, frozen=True, kw_only=True):
    """`/changes/`. gap: why nothing is known, or that nothing changed, or "". unread: commits that cannot be read.

    untested: those whose claims cannot be tested. renamed: series that have another id now. older: that earlier
    changes stand in the files, or "".
    """

    template = "changes.html"
    title: str
    gap: str
    days: tuple[ChangeDay, ...]
    older: str
    renamed: tuple[str, ...]
    unread: tuple[str, ...]
    untested: tuple[str, ...]
    downloads: tuple[Pointer, ...]


def changes(context: Context) -> Pages:
    """The page of changes."""
    yield urls.CHANGES, _page


def _page(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.CHANGES))
    history = context.history()
    days, all_told = _days(writer, history)
    title = writer.say("section.changes")
    view = ChangesView(
        title=title,
        gap=_gap(writer, history),
        days=days,
        older="" if all_told else writer.say("changes.older"),
        renamed=tuple(_renamed(writer, history)),
        unread=tuple(
            writer.say(
                "changes.unread",
                day=_day(writer, each.day),
                path=Markup("<code>{}</code>").format(each.path),
                reason=Markup('<span class="quoted">{}</span>').format(each.reason),
            )
            for each in history.unread[:LINES]
        ),
        untested=tuple(_untested(writer, history)),
        downloads=tuple(_downloads(writer)) if history.changes or history.turned else (),
    )
    return sheet(context, writer, view, Head(title=title, description=writer.say("changes.about")))


def _gap(writer: Writer, history: History) -> str:
    """Why the page has no changes, in one sentence; "" if it has."""
    if history.gap:
        return writer.say(f"changes.gap.{history.gap}")
    return "" if history.changes or history.turned else writer.say("changes.none")


def _days(writer: Writer, history: History) -> tuple[tuple[ChangeDay, ...], bool]:
    """The newest days as far as there is room, and whether these are all."""
    found: dict[str, list[ChangeGroup]] = {}
    room = MOST
    for (day, reason), several in together(history):
        if room <= 0:
            return _dated(writer, found), False
        told = tuple(_told(writer, news) for news in alike((day, reason), sorted(several, key=_order)))
        found.setdefault(day, []).append(ChangeGroup(reason=reason, told=told))
        room -= sum(len(each.lines) + 1 for each in told) + 1
    return _dated(writer, found), True


def _dated(writer: Writer, groups: dict[str, list[ChangeGroup]]) -> tuple[ChangeDay, ...]:
    return tuple(
        ChangeDay(id=writer.page.anchor(day), day=_day(writer, day), groups=tuple(several))
        for day, several in groups.items()
    )


def _told(writer: Writer, news: News) -> ToldChange:
    """One change in full, or how many changed alike and of what, with a line for each of the first."""
    if len(news.found) == 1:
        return ToldChange(words=any_line(writer, news.found[0]).words, lines=(), more="")
    left = len(news.found) - LINES
    return ToldChange(
        words=many(writer, news, writer.count(f"changes.count.{news.kind}", len(news.found))),
        lines=tuple(any_line(writer, change) for change in news.found[:LINES]),
        more=writer.count("changes.more", left) if left > 0 else "",
    )


def _order(change: Change | Turned) -> str:
    return change.claim if isinstance(change, Turned) else change.address


def _untested(writer: Writer, history: History) -> Iterator[str]:
    """The commits whose claims cannot be tested; those beyond the first are counted."""
    for each in history.untested[:UNTESTED]:
        reason = Markup('<span class="quoted">{}</span>').format(each.reason)
        yield writer.say("changes.untested", day=_day(writer, each.day), reason=reason)
    left = len(history.untested) - UNTESTED
    if left > 0:
        yield writer.count("changes.untested-more", left)


def _renamed(writer: Writer, history: History) -> Iterator[str]:
    for each in history.renamed[:LINES]:
        old, new = (as_address(".".join(id)) for id in (each.old, each.new))
        yield writer.say("changes.renamed", day=_day(writer, each.day), old=old, new=new)


def _day(writer: Writer, day: str) -> str:
    return writer.day(date.fromisoformat(day))


def _downloads(writer: Writer) -> Iterator[Pointer]:
    for label, name in FILES:
        yield Pointer(label=label, href=writer.page.link(urls.CHANGES + name))

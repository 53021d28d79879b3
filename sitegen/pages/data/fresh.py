"""How fresh data are, in words: how far they reach, when the next are expected, and whether these are overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from sitegen.figures import late, outlook
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.series import Series
from sitegen.pages.parts import Name
from sitegen.pages.recalled import freshness_of
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url

_EXPECTED, _OVERDUE = ("fresh.expected", "fresh.site.expected"), ("fresh.overdue", "fresh.site.overdue")
"""The ids of a line, and of that of the whole site."""
ROWS = 8
"""How many series the table of what is expected has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A line about how fresh data are. due: the day that the next are expected, as `YYYY-MM-DD`, or None.

    overdue: what the line says to a reader who comes after that day. late: whether it says so already, because the
    day of the site is after it.
    """

    words: str
    due: str | None
    overdue: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRow:
    """A series of which a value is expected. label: what it measures. day: in words; due: as `Fresh` has it."""

    name: Name
    label: str
    href: str
    reach: str
    day: str
    due: str


class Expected(NamedTuple):
    """What comes next. more: how many more series something is expected of. overdue: of how many it is late."""

    rows: tuple[ExpectedRow, ...]
    more: int
    overdue: int


def fresh_series(writer: Writer, series: Series) -> Fresh | None:
    """The line of one series; None where it has no value."""
    found = freshness_of(writer.context, series.id)
    if found.latest is None:
        return None
    if series.finished is not None:
        words = writer.say("fresh.finished", period=writer.period(found.latest), reason=series.finished)
        return Fresh(words=words, due=None, overdue="", late=False)
    return _fresh(writer, writer.period(found.latest), found.due)


def fresh_of(writer: Writer, ids: Iterable[SeriesId]) -> Fresh | None:
    """The line of several series together; None where none has a value."""
    found = outlook((freshness_of(writer.context, id) for id in ids), writer.context.reached())
    return None if found is None else _fresh(writer, writer.period(found[0]), found[1])


def fresh_site(writer: Writer) -> Fresh | None:
    """The line of the whole site: how far its data reach, whatever the series, and the next day; in few letters."""
    reached = writer.context.reached()
    if reached is None:
        return None
    found = outlook((freshness_of(writer.context, id) for id in writer.context.tracker.series), reached)
    return _fresh(writer, writer.period(reached, short=True), None if found is None else found[1], short=True)


def expected(writer: Writer) -> Expected:
    """The series of which values are expected, the next first, and how many were expected by the day of the site."""
    rows: list[tuple[date, SeriesId, Period]] = []
    overdue = 0
    for id in writer.context.tracker.series:
        found = freshness_of(writer.context, id)
        if found.latest is None or found.due is None:
            continue
        if late(found.due, writer.context.edition.day) > 0:
            overdue += 1
        else:
            rows.append((found.due, id, found.latest))
    rows.sort()
    return Expected(tuple(_row(writer, *row) for row in rows[:ROWS]), max(0, len(rows) - ROWS), overdue)


def _row(writer: Writer, due: date, id: SeriesId, latest: Period) -> ExpectedRow:
    return ExpectedRow(
        name=writer.name(id[0]),
        label=writer.context.tracker.metrics[id[1]].label,
        href=writer.page.link(series_url(id)),
        reach=writer.period(latest, short=True),
        day=writer.day(due),
        due=due.isoformat(),
    )


def _fresh(writer: Writer, to: Markup, due: date | None, *, short: bool = False) -> Fresh:
    """A line. short: that of the whole site, in few letters."""
    if due is None:
        return Fresh(words=writer.say("fresh.to", period=to), due=None, overdue="", late=False)
    day = writer.period(Period(due, due), short=True) if short else writer.day(due)
    said, passed = {"period": to, "day": day}, late(due, writer.context.edition.day) > 0
    plain = {slot: words.striptags() for slot, words in said.items()}
    return Fresh(
        words=writer.say(_OVERDUE[short] if passed else _EXPECTED[short], **said),
        due=due.isoformat(),
        overdue=str(writer.say(_OVERDUE[short], **plain)),
        late=passed,
    )

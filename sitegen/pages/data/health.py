"""The health of the data: how much there is, how far it reaches, where sources differ, and what is behind its time."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.figures import reach
from sitegen.pages.context import Context
from sitegen.pages.recalled import disputed_in, freshness_of
from sitegen.pages.words.writer import Writer
from sitegen.urls import DATA, series_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One number about the data, and what it counts."""

    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A series whose next value is overdue: its name, where it stands, its latest period, how late in words."""

    label: str
    href: str
    latest: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The data at the day that they are judged at, if one is given: without it nothing is overdue.

    overdue: the latest first. data: the page of all series.
    """

    tallies: tuple[Tally, ...]
    overdue: tuple[Overdue, ...]
    count: str
    as_of: str
    data: str


def health(writer: Writer) -> Health:
    """The health of the whole tracker."""
    context = writer.context
    tracker = context.tracker
    last = reach(context.figures, context.edition.day)
    number = writer.number
    tallies = [
        Tally(value=number(sum(len(series.observations) for series in tracker.series.values())), words="values in all"),
        Tally(value=number(len(tracker.series)), words="series"),
        Tally(value=number(len(tracker.sources)), words="sources"),
        Tally(value=number(_disputed(context)), words="values on which sources differ"),
    ]
    if last is not None:
        tallies.append(Tally(value=writer.period(last, short=True), words="is how far the data reach"))
    overdue = _overdue(writer)
    return Health(
        tallies=tuple(tallies),
        overdue=overdue,
        count=writer.counted(len(overdue), "series is", "series are"),
        as_of="" if context.edition.as_of is None else writer.period(context.edition.as_of),
        data=writer.page.link(DATA),
    )


def _disputed(context: Context) -> int:
    """How many addresses have values that do not agree."""
    return sum(disputed_in(context, id) for id in context.tracker.series)


def _overdue(writer: Writer) -> tuple[Overdue, ...]:
    context = writer.context
    late = []
    for series in context.tracker.series.values():
        fresh = freshness_of(context, series.id)
        if fresh.late_days and fresh.latest is not None:
            late.append((fresh.late_days, series, fresh.latest))
    return tuple(
        Overdue(
            label=context.figures.label(series.id),
            href=writer.page.link(series_url(series.id)),
            latest=writer.period(latest, short=True),
            late=writer.counted(days, "day", "days"),
        )
        for days, series, latest in sorted(late, key=lambda each: (-each[0], each[1].id))
    )

"""Freshness: how far the data reach, and how late a series is against the cadence that it promises."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from sitegen.figures.answers import Figures
from sitegen.figures.values.choice import counts
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.lives import ending
from sitegen.model.series import Series

PATIENCE = 2
"""So many further values of a series may be due as well; then it is no longer late, but not found any more."""


class Freshness(Struct, frozen=True):
    """latest: the period with a value that ends last. due: the day the next is due. late_days: days past it, or 0.

    lapsed: whether so many more are due that nothing says that any will come.
    """

    latest: Period | None
    due: date | None
    late_days: int = 0
    lapsed: bool = False


def freshness(figures: Figures, series: Series, as_of: date | None) -> Freshness:
    """How fresh a series is on a day; counts at a day promise no next one, so nothing of them is due.

    Nothing is due of a series that is finished, or whose entity has ended. Without a day nothing is late: nobody said
    when the data were looked at.
    """
    latest, regular = newest(figures, series.id), figures.latest(series.id, series.cadence)
    if latest is None or regular is None or series.cadence == "day" or series.finished is not None:
        return Freshness(latest, None)
    end = ending(figures.tracker.entities, series.entity)
    if end is not None and end.until is not None and (as_of is None or end.until.first <= as_of):
        return Freshness(latest, None)
    hoped, lag = coming(series, latest), timedelta(days=series.lag)
    due = hoped.last + lag
    for _ in range(PATIENCE):
        hoped = hoped.following()
    return Freshness(latest, due, late(due, as_of), lapsed=late(hoped.last + lag, as_of) > 0)


def newest(figures: Figures, id: SeriesId) -> Period | None:
    """The period with a value, of whatever length, that ends last; None of a series without any.

    Of several that end together it is the one of the length that the series states, else the longest.
    """
    latest = figures.latest(id, figures.tracker.series[id].cadence)
    later = (period for period in figures.evidence.periods(id) if latest is None or period.last > latest.last)
    return max(later, key=lambda period: (period.last, -period.first.toordinal()), default=latest)


def coming(series: Series, latest: Period) -> Period:
    """The period of which a value is expected next, of the length that the series states, after its newest."""
    if latest.cadence == series.cadence:
        return latest.following()
    there = Period.of(series.cadence, latest.last, series.calendar)
    return there if latest.last < there.last else there.following()


def late(due: date, as_of: date | None) -> int:
    """How many days past a day another one is; 0 on it, before it, and without one."""
    return 0 if as_of is None else max(0, (as_of - due).days)


def outlook(several: Iterable[Freshness], reached: Period | None) -> tuple[Period, date | None] | None:
    """How far several series reach together, and the next day on which one that reaches furthest is due, or None.

    reached: how far all data reach; a later period has not ended. None where no series has a value.
    """
    known = [f for f in several if f.latest is not None and (reached is None or f.latest.last <= reached.last)]
    ends = [(f.latest.last, f.latest.cadence == "day") for f in known if f.latest is not None]
    if not ends:
        return None
    last, by_day = max(ends)
    coming = [(f.latest.last, f.due) for f in known if f.latest is not None and f.due is not None and f.due > last]
    furthest = max((end for end, _ in coming), default=None)
    due = min((due for end, due in coming if end == furthest), default=None)
    return Period.of("day" if by_day else "month", last), due


def until(period: Period) -> Period:
    """The month at whose end a period ends, or the day: how far data reach, in fewer words than the period has."""
    month = Period.of("month", period.last)
    return month if month.last == period.last else Period.of("day", period.last)


End = tuple[date, bool]
"""The day on which a period ends, and whether it is a day itself."""


def reached_by(figures: Figures, id: SeriesId, as_of: date | None) -> End | None:
    """Where the latest observed period of a series ends; None of one without data.

    A value for a period that had not ended when its source was published, or on the day, says nothing of that.
    """
    tracker = figures.tracker
    ends = []
    for observation in filter(counts, tracker.series[id].observations):
        published = tracker.sources[observation.source].published
        known = [day for day in (as_of, None if published is None else published.last) if day is not None]
        if all(observation.period.last <= day for day in known):
            ends.append((observation.period.last, observation.period.cadence == "day"))
    return max(ends, default=None)


def reach(ends: Iterable[End | None]) -> Period | None:
    """How far several series reach together: the day, or the month, in which the latest ends; None without data."""
    known = [end for end in ends if end is not None]
    if not known:
        return None
    last, by_day = max(known)
    return Period.of("day" if by_day else "month", last)

"""Freshness: how far the data reach, and how late a series is against the cadence that it promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.figures.answers import Figures
from sitegen.figures.values.choice import counts
from sitegen.model.basics.period import Period
from sitegen.model.lives import ending
from sitegen.model.series import Series


@dataclass(frozen=True, slots=True)
class Freshness:
    """latest: the last period that has a value. due: the day the next one is due. late_days: days past it, or 0."""

    latest: Period | None
    due: date | None
    late_days: int


def freshness(figures: Figures, series: Series, as_of: date | None) -> Freshness:
    """How fresh a series is on a day; counts at a day promise no next one, so nothing of them is due.

    Nothing is due of an entity that has ended. Without a day nothing is late: nobody said when the data were looked at.
    """
    latest = figures.latest(series.id, series.cadence)
    if latest is None or series.cadence == "day":
        return Freshness(latest, None, 0)
    following = latest.following()
    end = ending(figures.tracker.entities, series.entity)
    if end is not None and end.until is not None and (as_of is None or end.until.first <= as_of):
        return Freshness(latest, None, 0)
    due = following.last + timedelta(days=series.lag)
    return Freshness(latest, due, max(0, (as_of - due).days) if as_of is not None else 0)


def reach(figures: Figures, as_of: date | None = None) -> Period | None:
    """How far the data reach: the day, or the month, in which the latest observed period ends; None without data.

    A value for a period that had not ended when its source was published, or on the day, says nothing of that.
    """
    tracker = figures.tracker
    ends = []
    for series in tracker.series.values():
        for observation in filter(counts, series.observations):
            published = tracker.sources[observation.source].published
            known = [day for day in (as_of, None if published is None else published.last) if day is not None]
            if all(observation.period.last <= day for day in known):
                ends.append((observation.period.last, observation.period.cadence == "day"))
    if not ends:
        return None
    last, by_day = max(ends)
    return Period.of("day" if by_day else "month", last)

"""Freshness: how late a series is against the cadence that it promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.figures.answers import Figures
from sitegen.model.period import Period
from sitegen.model.words import Series


@dataclass(frozen=True, slots=True)
class Freshness:
    """latest: the last period that has a value. due: the day the next one is due. late_days: days past it, or 0."""

    latest: Period | None
    due: date | None
    late_days: int


def freshness(figures: Figures, series: Series, as_of: date) -> Freshness:
    """How fresh a series is on a day; counts at a day promise no next one, so nothing of them is due."""
    latest = figures.latest(series.id, series.cadence)
    if latest is None or series.cadence == "day":
        return Freshness(latest, None, 0)
    following = Period.of(series.cadence, latest.last + timedelta(days=1))
    due = following.last + timedelta(days=series.lag)
    return Freshness(latest, due, max(0, (as_of - due).days))

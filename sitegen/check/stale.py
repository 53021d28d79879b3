"""Series of which a value is overdue on a day that the command line gives: for checks that run by a schedule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from sitegen.figures import Figures, coming, freshness
from sitegen.problems import Problem

Stale = Literal["error", "warn"]
"""What an overdue series is: an error, or a warning."""
CODES: Mapping[Stale, str] = {"error": "overdue", "warn": "late"}


def overdue(figures: Figures, day: date, stale: Stale) -> Iterator[Problem]:
    """The series that are late on a day, except for those that accept it."""
    for series in figures.tracker.series.values():
        found = freshness(figures, series, day)
        if not found.late_days or found.latest is None or CODES["warn"] in series.accepted:
            continue
        address = f"{'.'.join(series.id)}@{coming(series, found.latest)}"
        message = f"{address} was expected by {found.due}; the data end with {found.latest}"
        hint = f"sitegen add {address} VALUE --source …; or give the series a longer lag, or finished: why no more come"
        yield Problem(series.place, CODES[stale], message, hint)

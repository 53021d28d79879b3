"""The period that a change is measured against: the one before, or that of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.series import ChangeKind

_NEAR = timedelta(days=7)
"""How far the end of a year of weeks may lie from the day on which a year of months ends."""


def earlier(period: Period, kind: ChangeKind, known: Iterable[Period]) -> Period | None:
    """The period before another, or that of the year before; None where there is none.

    known: the periods that have a value. Years of 52 or 53 weeks, and their halves and quarters, lie on other days each
    year: the one before is found among them, and not computed.
    """
    if not _found(period):
        return period.previous() if kind == "previous" else period.year_before()
    year = kind == "year" and period.cadence != "year"
    ends = [period.last - timedelta(weeks=weeks) for weeks in (52, 53)] if year else [period.first - DAY]
    return next((other for other in known if other.last in ends and _alike(other, period.cadence)), None)


def near(period: Period, known: Iterable[Period]) -> Period:
    """The year of weeks, or its half or quarter, that a company means by a period of its calendar; else the period."""
    own = (other for other in known if _alike(other, period.cadence) and abs(other.last - period.last) <= _NEAR)
    return next(own, period)


def why_none(period: Period, kind: ChangeKind) -> str:
    """Why there is no period to compare with, in words."""
    if period.named == "week":
        year, week, _ = period.first.isocalendar()
        return f"{year - 1} has no week {week}"
    when = "before" if kind == "previous" or period.cadence == "year" else "of the year before"
    return f"none of our documents gives the {period.cadence} {when}"


def _found(period: Period) -> bool:
    """Whether the period before is found among those that have a value: it lasts weeks, and is none of the calendar."""
    return period.weekly and period.named is None and period.cadence is not None


def _alike(period: Period, cadence: Cadence | None) -> bool:
    return period.cadence == cadence and _found(period)

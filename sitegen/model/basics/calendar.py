"""Calendars: when the years of a company begin, and the days of months, weeks and years."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal, get_args

from msgspec import Struct

Cadence = Literal["day", "week", "month", "quarter", "half", "year"]
CADENCES: tuple[Cadence, ...] = get_args(Cadence)
MONTHS: dict[Cadence, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
WEEKS: dict[int, Cadence] = {1: "week", 13: "quarter", 14: "quarter", 26: "half", 27: "half", 52: "year", 53: "year"}
"""How many weeks last as long as a period of a cadence: companies end their years on a day of the week."""

Named = Literal["end", "start"]
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
Days = tuple[date, date]
"""A first and a last day."""


class Calendar(Struct, frozen=True):
    """When financial years begin. starts: the month, 1 to 12.

    named: whether a year has the number of the calendar year in which it ends, or of that in which it begins.
    """

    starts: int
    named: Named = "end"

    @property
    def ahead(self) -> bool:
        """Whether a year has a higher number than the calendar year in which it begins."""
        return self.named == "end" and self.starts > 1

    def days(self, cadence: Cadence, day: date) -> Days:
        """The first and the last day of the period of a cadence in which a day lies."""
        if cadence == "day":
            return day, day
        if cadence == "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + WEEK - DAY
        months = MONTHS[cadence]
        first = shifted(day.replace(day=1), -((day.month - self.starts) % months))
        return first, shifted(first, months) - DAY

    def first_day(self, year: int) -> date:
        """The day on which the financial year of a number begins."""
        return date(year - self.ahead, self.starts, 1)

    def year_of(self, day: date) -> int:
        """The number of the financial year in which a day lies."""
        return day.year - (day.month < self.starts) + self.ahead


USUAL = Calendar(starts=1)
"""The calendar year, which needs no other name than its number."""


def shifted(day: date, months: int) -> date:
    """The day so many months on, at most the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1)))


def end_shifted(day: date, months: int) -> date:
    """The same, where the last day of a month stays one."""
    moved = shifted(day, months)
    return moved.replace(day=month_end(moved.year, moved.month)) if day.day == month_end(day.year, day.month) else moved


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return calendar.monthrange(year, month)[1]


def whole_months(first: date, last: date) -> int:
    """How many months the days cover if they cover whole ones, else 0."""
    if first.day != 1 or last.day != month_end(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1

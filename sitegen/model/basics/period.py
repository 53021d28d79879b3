"""Periods: a first and a last day, on the calendar that names them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct, structs

from sitegen.model.basics import names
from sitegen.model.basics.calendar import (
    CADENCES,
    DAY,
    MONTHS,
    USUAL,
    WEEKS,
    Cadence,
    Calendar,
    end_shifted,
    shifted,
    whole_months,
)
from sitegen.value import Ordered

__all__ = ["CADENCES", "MONTHS", "Cadence", "FinancialPeriod", "Period", "When", "read_when"]

_WHOLES: tuple[Cadence, ...] = ("quarter", "half", "year")


class Period(Ordered, frozen=True, eq=False):
    """The days from `first` to `last`, both included. Equal intervals are equal, whatever calendar names them.

    calendar: of the series that it is a period of, or None; it gives names, and no days.
    """

    ASIDE = ("calendar",)
    first: date
    last: date
    calendar: Calendar | None = None

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends before it begins: {self.first} to {self.last}")

    def __hash__(self) -> int:  # a build asks for millions
        return hash((self.first, self.last))

    @classmethod
    def parse(cls, text: str, calendar: Calendar | None = None) -> Period:
        """`2025`, `2025-H1`, `2025-Q1`, `2025-03`, `2025-W36`, `2025-03-20`, or a span `a/b` of any two.

        With a calendar also `FY2025`, `FY2025-H1`, `FY2025-Q1`. Raises ValueError, with a sentence for an editor, for
        any other text.
        """
        return cls(*names.days_of(text, calendar), calendar)

    @classmethod
    def of(cls, cadence: Cadence, day: date, calendar: Calendar | None = None) -> Period:
        """The period of that cadence in which the day lies."""
        return cls(*(calendar or USUAL).days(cadence, day), calendar)

    def wholes(self, calendar: Calendar | None) -> tuple[Period, ...]:
        """The quarter, the half and the year in which it begins, on a calendar."""
        return tuple(Period.of(cadence, self.first, calendar) for cadence in _WHOLES)

    @property
    def cadence(self) -> Cadence | None:
        """The cadence whose periods last as long, whatever calendar it lies on; None for any other length.

        52 or 53 weeks last as long as a year, 13 or 14 as a quarter.
        """
        return _lasting(self.first, self.last)

    @property
    def named(self) -> Cadence | None:
        """The cadence of which it is exactly one period, on its own calendar or the usual one; None for a span."""
        return names.cadence_of(self.first, self.last, self.calendar)

    @property
    def financial(self) -> Calendar | None:
        """The calendar if the period is a year of it, a half or a quarter, and has no usual name for that."""
        return names.financial(self.first, self.last, self.calendar)

    @property
    def weekly(self) -> bool:
        """Whether it lasts whole weeks and no whole months: a week, or a year of 52 or 53."""
        return self.length[0] == 0 and self.length[1] % 7 == 0

    def __str__(self) -> str:
        """The shortest name of the interval, which `parse` reads back with the same calendar."""
        return names.name(self.first, self.last, self.calendar)

    def on(self, calendar: Calendar | None) -> Period:
        """The same days on a calendar."""
        return self if self.calendar == calendar else structs.replace(self, calendar=calendar)

    def contains(self, other: Period) -> bool:
        """True if every day of the other lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def split(self, cadence: Cadence) -> tuple[Period, ...]:
        """The periods of that cadence that tile this one, or () if they do not fit exactly."""
        parts = []
        day = self.first
        while day <= self.last:
            part = Period.of(cadence, day, self.calendar)
            if part.first != day or part.last > self.last:
                return ()
            parts.append(part)
            day = part.last + DAY
        return tuple(parts)

    @property
    def length(self) -> tuple[int, int]:
        """How long it is: months, if it covers whole ones, else days; the other number is zero."""
        months = whole_months(self.first, self.last)
        return (months, 0) if months else (0, (self.last - self.first).days + 1)

    def year_before(self) -> Period | None:
        """The same days one year earlier; a February's end stays a month's end.

        Of a week the week of the same number; None for a 53rd without a counterpart.
        """
        if self.named == "week":
            year, week, _ = self.first.isocalendar()
            number = f"{year - 1:04}-W{week:02}"
            return Period.parse(number, self.calendar) if names.has_week(year - 1, week) else None
        first = shifted(self.first, -12)
        last = first if self.first == self.last else end_shifted(self.last, -12)
        return Period(first, last, self.calendar)

    def previous(self) -> Period:
        """The period of equal length just before: a quarter for a quarter, a month for a month."""
        return self._beside(-1)

    def following(self) -> Period:
        """The period of equal length just after."""
        return self._beside(1)

    def _beside(self, way: int) -> Period:
        months, days = self.length
        if months:
            return Period(shifted(self.first, way * months), end_shifted(self.last, way * months), self.calendar)
        step = timedelta(days=way * days)
        return Period(self.first + step, self.last + step, self.calendar)


class FinancialPeriod(Struct, frozen=True):
    """A period by a name that only a calendar turns into days: `FY2025`, `FY2025-H1`, `FY2023/FY2025`."""

    text: str

    def __str__(self) -> str:
        return self.text

    def on(self, calendar: Calendar) -> Period:
        """The period as a calendar has it."""
        return Period.parse(self.text, calendar)

    @property
    def nominal(self) -> Period:
        """The calendar year of that number, or its half or quarter: what puts names in order."""
        return Period.parse(self.text, USUAL).on(None)

    @property
    def first(self) -> date:
        """The first day of the calendar year of that number, or of its half or quarter."""
        return self.nominal.first

    @property
    def last(self) -> date:
        """The last day of the calendar year of that number, or of its half or quarter."""
        return self.nominal.last

    @property
    def cadence(self) -> Cadence | None:
        """The cadence whose periods last as long."""
        return self.nominal.cadence


When = Period | FinancialPeriod
"""A period, or the name of one that each series turns into days by its own calendar."""


def read_when(text: str) -> When:
    """A period by any of its names; raises ValueError, with a sentence for an editor, for any other text."""
    if not names.is_financial(text):
        return Period.parse(text)
    Period.parse(text, USUAL)
    return FinancialPeriod(text)


@lru_cache(maxsize=4096)  # asked for every period of every series
def _lasting(first: date, last: date) -> Cadence | None:
    if first == last:
        return "day"
    if months := whole_months(first, last):
        return next((cadence for cadence, number in MONTHS.items() if number == months), None)
    weeks, rest = divmod((last - first).days + 1, 7)
    return None if rest else WEEKS.get(weeks)

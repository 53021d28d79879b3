"""Periods: a first and a last day, with the names people write for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

Cadence = Literal["day", "month", "quarter", "half", "year"]
CADENCES: tuple[Cadence, ...] = get_args(Cadence)
MONTHS: dict[Cadence, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}

_NAME = re.compile(r"([12]\d{3})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included. Equal intervals are equal."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends before it begins: {self.first} to {self.last}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """`2025`, `2025-H1`, `2025-Q1`, `2025-03`, `2025-03-20`, or a span `a/b` of any two.

        Raises ValueError, with a sentence for an editor, for any other text.
        """
        first, slash, last = text.partition("/")
        if not slash:
            return _named(first)
        span = cls(_named(first).first, _named(last).last)
        return span

    @classmethod
    def of(cls, cadence: Cadence, day: date) -> Period:
        """The period of that cadence in which the day lies."""
        if cadence == "day":
            return cls(day, day)
        months = MONTHS[cadence]
        start = (day.month - 1) // months * months
        return _months(day.year, start, months)

    @property
    def cadence(self) -> Cadence | None:
        """The cadence whose period this is exactly, or None for any other span."""
        return _cadence(self.first, self.last)

    def __str__(self) -> str:
        """The shortest name of the interval, which `parse` reads back."""
        if (cadence := self.cadence) is not None:
            return _name(self.first, cadence)
        if self.split("year"):
            return f"{_name(self.first, 'year')}/{_name(self.last, 'year')}"
        return f"{_short(self.first, start=True)}/{_short(self.last, start=False)}"

    def contains(self, other: Period) -> bool:
        """True if every day of the other lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def split(self, cadence: Cadence) -> tuple[Period, ...]:
        """The periods of that cadence that tile this one, or () if they do not fit exactly."""
        parts = []
        day = self.first
        while day <= self.last:
            part = Period.of(cadence, day)
            if part.first != day or part.last > self.last:
                return ()
            parts.append(part)
            day = part.last + timedelta(days=1)
        return tuple(parts)

    @property
    def length(self) -> tuple[int, int]:
        """How long it is: months, if it covers whole ones, else days; the other number is zero."""
        months = _whole_months(self)
        return (months, 0) if months else (0, (self.last - self.first).days + 1)

    def year_before(self) -> Period:
        """The same days one year earlier; a February's end stays a month's end."""
        first = _shift(self.first, -12)
        return Period(first, first if self.first == self.last else _last_shift(self.last, -12))

    def previous(self) -> Period:
        """The period of equal length just before: a quarter for a quarter, a month for a month."""
        end = self.first - timedelta(days=1)
        if (cadence := self.cadence) is not None:
            return Period.of(cadence, end)
        months = _whole_months(self)
        if months:
            return Period(_shift(self.first, -months), end)
        return Period(self.first - (self.last - self.first) - timedelta(days=1), end)


@lru_cache(maxsize=4096)  # asked for every period that is printed
def _cadence(first: date, last: date) -> Cadence | None:
    return next((c for c in CADENCES if Period.of(c, first).last == last and Period.of(c, first).first == first), None)


def _months(year: int, start: int, count: int) -> Period:
    first = date(year, start + 1, 1)
    after = _shift(first, count)
    return Period(first, after - timedelta(days=1))


def _shift(day: date, months: int) -> date:
    """The day so many months on, at most the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _month_end(year, month + 1)))


def _last_shift(day: date, months: int) -> date:
    shifted = _shift(day, months)
    if day.day == _month_end(day.year, day.month):
        return shifted.replace(day=_month_end(shifted.year, shifted.month))
    return shifted


def _month_end(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _whole_months(period: Period) -> int:
    """How many months the period covers if it covers whole months, else 0."""
    if period.first.day != 1 or period.last.day != _month_end(period.last.year, period.last.month):
        return 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _named(text: str) -> Period:
    match = _NAME.fullmatch(text)
    if match is None:
        raise ValueError(
            f'"{text}" is not a period: write 2025, 2025-H1, 2025-Q1, 2025-03, 2025-03-20 or a span 2025-01/2025-08'
        )
    year, half, quarter, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the pattern's first group always matches
    try:
        if half:
            return _months(year, (half - 1) * 6, 6)
        if quarter:
            return _months(year, (quarter - 1) * 3, 3)
        if month is None:
            return _months(year, 0, 12)
        if day is None:
            return _months(year, month - 1, 1)
        return Period(date(year, month, day), date(year, month, day))
    except ValueError:
        raise ValueError(f'"{text}" is not in the calendar') from None


def _name(day: date, cadence: Cadence) -> str:
    year = f"{day.year:04}"
    match cadence:
        case "day":
            return day.isoformat()
        case "month":
            return f"{year}-{day.month:02}"
        case "quarter":
            return f"{year}-Q{(day.month + 2) // 3}"
        case "half":
            return f"{year}-H{(day.month + 5) // 6}"
        case "year":
            return year


def _short(day: date, *, start: bool) -> str:
    """An end of a span: a month if the day is that month's first (or last), else the day."""
    edge = day.day == (1 if start else _month_end(day.year, day.month))
    return _name(day, "month" if edge else "day")

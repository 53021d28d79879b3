"""The names that people write for periods, and the days that they stand for."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from sitegen.model.basics.calendar import (
    DAY,
    MONTHS,
    USUAL,
    WEEK,
    Cadence,
    Calendar,
    Days,
    month_end,
    shifted,
    whole_months,
)
from sitegen.model.basics.meant import period_meant

_NAME = re.compile(r"([12]\d{3})(?:-(?:H([12])|Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?", re.ASCII)
_FINANCIAL = re.compile(r"FY([12]\d{3})(?:-(?:H([12])|Q([1-4])))?", re.ASCII)
FORMS = "2025, 2025-H1, 2025-Q1, 2025-03, 2025-W36, 2025-03-20 or a span 2025-01/2025-08"
"""How periods are written, for a sentence to an editor."""
NAME_A_CALENDAR = "write calendar: {starts: 10} with its month, 1 for calendar years, at the company or the series"
"""What to do where a financial year is named that no calendar knows."""
_YEARS: tuple[Cadence, ...] = ("quarter", "half", "year")


def is_financial(text: str) -> bool:
    """Whether a text names a period that only a calendar turns into days, as FY2025 does."""
    return any(part.startswith("FY") for part in text.split("/"))


def days_of(text: str, calendar: Calendar | None) -> Days:
    """The first and the last day of a name or a span of two; raises ValueError with a sentence for an editor."""
    first, slash, last = text.partition("/")
    if _NAME.fullmatch(first) is None or (slash and _NAME.fullmatch(last) is None):
        _refuse_meant(text)
    start = _days(first, calendar)
    return (start[0], _days(last, calendar)[1]) if slash else start


def _refuse_meant(text: str) -> None:
    """Raises ValueError with the right name of a period that is written in another way, as Q3 2025 is."""
    if (meant := period_meant(text)) is not None:
        raise ValueError(f'"{text}" is not a period: write {meant}')
    if (roman := re.fullmatch(r"(I|II|III|IV)\s?[/.-]\s?([12]\d{3})", text)) is not None:
        number, year = ("I", "II", "III", "IV").index(roman[1]) + 1, roman[2]
        raise ValueError(f'"{text}" is not a period: write {year}-Q{number}, or {year}-{number:02} if it is a month')


@lru_cache(maxsize=4096)  # asked for every period that is printed
def cadence_of(first: date, last: date, calendar: Calendar | None) -> Cadence | None:
    """The cadence of which the days are one period, on the calendar or the usual one; None for a span."""
    cadences: tuple[Cadence, ...] = ("day", "week", "month", *_YEARS)
    some = (USUAL,) if calendar is None else (calendar, USUAL)
    return next((c for each in some for c in cadences if each.days(c, first) == (first, last)), None)


def financial(first: date, last: date, calendar: Calendar | None) -> Calendar | None:
    """The calendar if the days are a year of it, a half or a quarter, and its years are no calendar years."""
    if calendar is None or calendar.starts == 1 or cadence_of(first, last, calendar) not in _YEARS:
        return None
    return calendar if any(calendar.days(cadence, first) == (first, last) for cadence in _YEARS) else None


@lru_cache(maxsize=4096)  # asked for every period that is printed
def name(first: date, last: date, calendar: Calendar | None) -> str:
    """The shortest name of the days, which is read back with the same calendar."""
    if (cadence := cadence_of(first, last, calendar)) is not None:
        return _name(first, cadence, financial(first, last, calendar))
    for own in filter(None, (calendar, USUAL)):
        months = whole_months(first, last)
        if months and months % 12 == 0 and first.month == own.starts:
            named = None if own.starts == 1 else own
            return f"{_name(first, 'year', named)}/{_name(last, 'year', named)}"
    return f"{_short(first, start=True)}/{_short(last, start=False)}"


def has_week(year: int, week: int) -> bool:
    """Whether a year of weeks has one of that number."""
    return week <= date(year, 12, 28).isocalendar().week


def part_of(first: date, cadence: Cadence, calendar: Calendar | None) -> int:
    """Which half or quarter of its year begins with a day, from 0."""
    return (first.month - (calendar or USUAL).starts) % 12 // MONTHS[cadence]


def _days(text: str, calendar: Calendar | None) -> Days:
    """The days of one name."""
    if (found := _FINANCIAL.fullmatch(text)) is not None:
        if calendar is None:
            raise ValueError(f'"{text}" is a financial year, and no calendar says when it begins: {NAME_A_CALENDAR}')
        return _part(calendar.first_day(int(found[1])), found[2], found[3])
    match = _NAME.fullmatch(text)
    if match is None:
        _refuse_number(text)
        more = ", or FY2025, FY2025-H1, FY2025-Q1" if calendar is not None or text.startswith("FY") else ""
        raise ValueError(f'"{text}" is not a period: write {FORMS}{more}')
    year, half, quarter, week, month, day = match.groups()
    try:
        if week:
            monday = date.fromisocalendar(int(year), int(week), 1)
            return monday, monday + WEEK - DAY
        if month is None:
            return _part(date(int(year), 1, 1), half, quarter)
        first = date(int(year), int(month), int(day or 1))
        return first, first if day else first.replace(day=month_end(first.year, first.month))
    except ValueError:
        weeks = f": {year} has {52 + has_week(int(year), 53)} weeks" if week else ""
        if month and not 1 <= int(month) <= 12:
            weeks = ": months go from 01 to 12"
        elif day and int(year):
            weeks = f": {year}-{month} has {month_end(int(year), int(month))} days"
        raise ValueError(f'"{text}" is not in the calendar{weeks}') from None


def _refuse_number(text: str) -> None:
    """Raises ValueError for a half or a quarter that no year has."""
    if (found := re.fullmatch(r"(?:FY)?\d{4}-([HQ])\d+", text, re.ASCII)) is not None:
        known = "halves go from H1 to H2" if found[1] == "H" else "quarters go from Q1 to Q4"
        raise ValueError(f'"{text}" is not in the calendar: {known}')


def _part(first: date, half: str | None, quarter: str | None) -> Days:
    """A year that begins on a day, or the half or the quarter of it."""
    number, months = (int(half) - 1, 6) if half else (int(quarter) - 1, 3) if quarter else (0, 12)
    start = shifted(first, number * months)
    return start, shifted(start, months) - DAY


def _name(day: date, cadence: Cadence, calendar: Calendar | None) -> str:
    year = f"{day.year:04}" if calendar is None else f"FY{calendar.year_of(day):04}"
    match cadence:
        case "day":
            return day.isoformat()
        case "week":
            number, week, _ = day.isocalendar()
            return f"{number:04}-W{week:02}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{year}-Q{part_of(day, cadence, calendar) + 1}"
        case "half":
            return f"{year}-H{part_of(day, cadence, calendar) + 1}"
        case "year":
            return year


def _short(day: date, *, start: bool) -> str:
    """An end of a span: a month if the day is that month's first (or last), else the day."""
    edge = day.day == (1 if start else month_end(day.year, day.month))
    return _name(day, "month" if edge else "day", None)

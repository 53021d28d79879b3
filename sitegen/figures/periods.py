"""Periods as words of the site's locale, through Babel: in a sentence, in a table and on an axis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton

from sitegen.model.basics.calendar import DAY, Calendar
from sitegen.model.basics.names import part_of
from sitegen.model.basics.period import Cadence, FinancialPeriod, Period, When
from sitegen.words import Locale, locale_of
from sitegen.words.catalogue import spoken

_Width = Literal["long", "short"]
_Say = Callable[..., str]
_EDGE = timedelta(days=15)
"""A year of weeks begins and ends within so many days of the months that it is said to begin and end with."""


def say_period(when: When, locale: Locale) -> str:
    """A period in a sentence: "first quarter of 2025", "March 2025", "financial year 2024/25", "week 36 of 2025"."""
    return _said(when, _calendar(when), locale, "long")


def short_period(when: When, locale: Locale) -> str:
    """A period in a table: "Q1 2025", "Mar 2025", "Jan–Aug 2025", "2024/25", "H1 2024/25", "W36 2025"."""
    return _said(when, _calendar(when), locale, "short")


def short_run(period: Period, cadence: Cadence, locale: Locale) -> str:
    """A span in a table by the periods of a cadence that it has room for: "Q2–Q4 2024", "Oct 2023–Jan 2024"."""
    parts = period.split(cadence)
    if len(parts) < 2:
        return short_period(period, locale)
    (name, year), (_, last_year) = (period_label(part, locale) for part in (parts[0], parts[-1]))
    last = short_period(parts[-1], locale)
    first = name if year == last_year and last.endswith(year) else short_period(parts[0], locale)
    return _ends(first, last, locale, "short")


def with_article(when: When, locale: Locale) -> str:
    """A period behind a preposition: "the first quarter of 2025", "March 2025"."""
    said = say_period(when, locale)
    part = said.startswith("financial") or (isinstance(when, Period) and when.named in ("quarter", "half"))
    return f"the {said}" if part else said


def within(when: When, locale: Locale) -> str:
    """A period as the time of what happened in it: "in the first quarter of 2025", "on 30 September 2025"."""
    if _is_own(locale) and isinstance(when, Period) and (said := _form(when, locale, _in)):
        return said
    span = isinstance(when, Period) and when.named is None
    day = isinstance(when, Period) and when.named == "day"
    form = "day" if day else "span" if span else "other"
    return locale.say(f"period.date.{form}", period=say_period(when, locale))


def say_years(calendar: Calendar, locale: Locale) -> str:
    """When the years of a calendar begin and end: "October to September"."""
    first = calendar.first_day(2000)
    begins, ends = (_format(day, locale, "LLLL") for day in (first, first - DAY))
    return _ends(begins, ends, locale, "long")


def axis_name(period: Period, locale: Locale) -> str:
    """A period at an end of an axis, with its year: as in a table, but a span as long as a cadence by its label."""
    long = period.named is None and period.cadence is not None
    return " ".join(filter(None, period_label(period, locale))) if long else short_period(period, locale)


def period_label(period: Period, locale: Locale) -> tuple[str, str]:
    """A period on an axis: its short name within the year, and the year, "2025" or "2024/25". A year's first is empty.

    A span that lasts as long as a year has the year, or the two, in which it begins and ends; one that lasts as long as
    a quarter or a half its months, or the day on which it ends if it lasts weeks.
    """
    return _labelled(period, period.calendar, locale)


@lru_cache(maxsize=4096)  # asked for every period of an axis
def _labelled(period: Period, calendar: Calendar | None, locale: Locale) -> tuple[str, str]:
    if period.named is None and period.cadence == "year":
        return ("", _two_years((period.first + _EDGE).year, (period.last - _EDGE).year))
    year = _year(period)
    match period.named:
        case "year":
            return ("", year)
        case "quarter" | "half" | "week" as cadence:
            return (_part(period, cadence, locale), year)
        case "month":
            return (_format(period.first, locale, "LLL"), year)
    if period.cadence in ("quarter", "half"):
        first, last = (_format(day, locale, "LLL") for day in (period.first, period.last))
        name = _format(period.last, locale, "d MMM") if period.weekly else f"{first}–{last}"
        return (name, str(period.last.year))
    return (_format(period.first, locale, "d MMM"), year)


def _calendar(when: When) -> Calendar | None:
    """What names a period, which is no part of what makes it equal to another."""
    return when.calendar if isinstance(when, Period) else None


@lru_cache(maxsize=8192)  # pure, and asked for on every page
def _said(when: When, calendar: Calendar | None, locale: Locale, width: _Width) -> str:
    own = width == "long" and _is_own(locale)
    if isinstance(when, FinancialPeriod):
        year = str(when.nominal.first.year)
        return locale.say("period.financial", year=year) if own and when.nominal.named == "year" else when.text
    if own and (words := _form(when, locale, _of)):
        return words
    match when.named:
        case "year":
            return _year(when)
        case "half" | "week" as cadence:
            return f"{_part(when, cadence, locale)} {_year(when)}"
        case "quarter" if when.financial is None:
            return _ordered(when.first, locale, "yQQQ" if width == "short" else "yQQQQ")
        case "quarter":
            return f"{_part(when, 'quarter', locale)} {_year(when)}"
        case "month":
            return _month(when.first, locale, width)
        case "day":
            return _day(when.first, locale, width)
    return _span(when, locale, width)


def _is_own(locale: Locale) -> bool:
    """Whether the catalogue speaks the language of the dates, so that it has the forms of periods for them."""
    return locale.babel.language == locale_of(spoken(locale.language)).language


def _form(period: Period, locale: Locale, say: _Say) -> str:
    """A half, a quarter, a week or a financial year as a sentence has it; "" for any other period.

    say: says the period itself, or the time in it.
    """
    year = locale.say("period.financial", year=_year(period)) if period.financial else _year(period)
    match period.named:
        case "half" | "quarter" as cadence:
            number = part_of(period.first, cadence, period.financial) + 1
            return say(locale, f"{cadence}-{number}", year=year)
        case "week":
            return say(locale, "week", number=str(period.first.isocalendar().week), year=year)
        case "year" if period.financial:
            return say(locale, "financial", year=_year(period))
    return ""


def _of(locale: Locale, name: str, **slots: str) -> str:
    return locale.say(f"period.{name}", **slots)


def _in(locale: Locale, name: str, **slots: str) -> str:
    return locale.say(f"period.in.{name}", **slots)


def _part(period: Period, cadence: Cadence, locale: Locale) -> str:
    """A half, a quarter or a week within its year: "H1", "Q1", "W36"."""
    if cadence == "week":
        return locale.say("period.short.week", number=period.first.isocalendar().week)
    number = part_of(period.first, cadence, period.financial)
    if cadence == "half":
        return locale.say("period.short.half", number=number + 1)
    return _format(date(2000, 3 * number + 1, 1), locale, "QQQ")


def _year(period: Period) -> str:
    """The year that a period is, or lies in: "2025", "2024/25"."""
    if period.named == "week":
        return str(period.first.isocalendar().year)
    calendar = period.financial
    if calendar is None:
        return str(period.first.year)
    begins = calendar.first_day(calendar.year_of(period.first)).year
    return _two_years(begins, begins + 1)


def _two_years(begins: int, ends: int) -> str:
    """The years in which a year begins and ends: "2025", "2024/25", "1999/2000"."""
    if begins == ends:
        return str(begins)
    return f"{begins}/{ends % 100:02}" if ends % 100 else f"{begins}/{ends}"


def _span(period: Period, locale: Locale, width: _Width) -> str:
    """A span between its ends: whole years, whole months (the year once if it is the same), or days."""
    first, last = period.first, period.last
    if not period.length[0]:
        return _ends(_day(first, locale, width), _day(last, locale, width), locale, width)
    if years := period.split("year"):
        return _ends(_year(years[0]), _year(years[-1]), locale, width)
    begins, ends = _month(first, locale, width), _month(last, locale, width)
    if first.year == last.year and ends.endswith(str(last.year)):  # where the year comes first, it is said of both
        pattern = locale.babel.datetime_skeletons["yMMMM" if width == "long" else "yMMM"].pattern
        begins = _format(first, locale, "".join(sign for sign in pattern if sign in "LM"))
    return _ends(begins, ends, locale, width)


def _ends(first: str, last: str, locale: Locale, width: _Width) -> str:
    return f"{first}–{last}" if width == "short" else locale.say("period.span", first=first, last=last)


def _month(day: date, locale: Locale, width: _Width) -> str:
    return _ordered(day, locale, "yMMMM" if width == "long" else "yMMM")


def _day(day: date, locale: Locale, width: _Width) -> str:
    """Plain `en` puts the day first; a locale with a country does as that country does."""
    if locale.name == "en":
        return _format(day, locale, "d MMMM y" if width == "long" else "d MMM y")
    return format_date(day, "long" if width == "long" else "medium", locale=locale.babel)


def _ordered(day: date, locale: Locale, parts: str) -> str:
    """The parts of a date, `yMMMM`, in the order that the locale has for them."""
    return format_skeleton(parts, day, locale=locale.babel)


def _format(day: date, locale: Locale, pattern: str) -> str:
    return format_date(day, pattern, locale=locale.babel)

"""How periods of one length lie on different calendars, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from babel.dates import format_date

from sitegen.model.basics.calendar import MONTHS
from sitegen.model.basics.period import Period
from sitegen.words import Locale

Length = tuple[int, int]
"""Months and days."""

_EDGE = timedelta(days=15)


def length_of(period: Period) -> Length:
    """How long a period is for a comparison: a year of 52 or 53 weeks is as long as one of 12 months."""
    months = MONTHS.get(period.cadence) if period.weekly and period.cadence is not None else None
    return period.length if months is None else (months, 0)


def calendars(periods: Iterable[Period], locale: Locale) -> str:
    """The calendars of periods of one length, as in "calendar (years from January, years from October)"; "" for one."""
    some = list(periods)
    found = sorted({words for period in some if (words := said_calendar(period, locale))})
    return f"calendar ({', '.join(found)})" if len(found) > 1 and len({length_of(p) for p in some}) == 1 else ""


def said_calendar(period: Period, locale: Locale) -> str:
    """Where years, halves, quarters or weeks such as the period begin; "" for any other length."""
    cadence = period.cadence
    if cadence is None or cadence in ("day", "month"):
        return ""
    if cadence == "week":
        return locale.say("calendar.week", first=format_date(period.first, "EEEE", locale=locale.babel))
    if period.weekly:
        return locale.say(f"calendar.weeks.{cadence}", last=_month((period.last - _EDGE).month, locale))
    first = _month((period.first.month - 1) % MONTHS[cadence] + 1, locale)
    return locale.say(f"calendar.months.{cadence}", first=first)


def _month(number: int, locale: Locale) -> str:
    return format_date(date(2000, number, 1), "LLLL", locale=locale.babel)

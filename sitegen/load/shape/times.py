"""Readers of periods, dates and days, and what each says of a text that is none."""

from __future__ import annotations

import datetime as days
import re
from typing import Any

from sitegen.load.shape.refusal import any_text, wrong
from sitegen.model import Period
from sitegen.model.basics.meant import period_meant
from sitegen.model.basics.period import FinancialPeriod, When, read_when


def period(value: Any) -> Period:
    """A calendar period or a span of months; a financial year is refused."""
    if isinstance(read := when(value), FinancialPeriod):
        hint = f"write its months, as in {read.nominal.first:%Y-%m}/{read.nominal.last:%Y-%m}"
        raise wrong(f'"{read}" is a financial year, which cannot stand here', hint)
    return read


def when(value: Any) -> When:
    """A period as a key of `values` has it, or a financial year."""
    try:
        return read_when(any_text(value))
    except ValueError as error:
        raise wrong(str(error)) from None


_LAST_YEAR = 2100
"""A later year is a slip of the hand, as 2205 is of 2025."""


def _calendar(value: Any, cadences: tuple[str, ...], name: str, hint: str) -> Period:
    text = any_text(value)
    try:
        period = Period.parse(text)
    except ValueError as error:
        if "in the calendar" in str(error):
            raise wrong(str(error), hint) from None
        meant = period_meant(text)
        fits = meant is not None and Period.parse(meant).named in cadences
        raise wrong(f'"{text}" is not {name}', f"write {meant}" if fits else _counted(text) or hint) from None
    if period.named not in cadences:
        raise wrong(f'"{text}" is not {name}', hint)
    if period.first.year > _LAST_YEAR:
        raise wrong(f'"{text}" is not {name} that anything here can have', "look at the year")
    return period


def _counted(text: str) -> str:
    """What to write for a day as spreadsheets count them, from the end of 1899 on; "" for other texts."""
    if re.fullmatch(r"[3-5]\d{4}", text, re.ASCII) is None:
        return ""
    return (
        f"write {days.date(1899, 12, 30) + days.timedelta(days=int(text))}, if this is a day as spreadsheets count them"
    )


def date(value: Any) -> Period:
    """A day, a month or a year."""
    hint = "write a day, a month or a year: 2025-03-20, 2025-03 or 2025"
    return _calendar(value, ("day", "month", "year"), "a date", hint)


def day(value: Any) -> Period:
    """A day."""
    return _calendar(value, ("day",), "a day", "write the day as 2025-03-20")


def day_key(value: Any) -> str:
    """The text of a day, once it is known to be one."""
    return str(day(value))


def period_key(value: Any) -> str:
    """The text of a period, once it is known to be one."""
    when(value)
    return str(value)

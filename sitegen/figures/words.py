"""Figures, periods and numbers as words of the site's locale, through Babel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel.dates import format_date
from babel.numbers import parse_pattern

from sitegen.figures.arithmetic.printing import outward, printed, round_to
from sitegen.figures.arithmetic.uncertainty import POINT
from sitegen.figures.figure import Figure
from sitegen.model.basics.amount import Bound, digits_after
from sitegen.model.basics.locales import locale_of
from sitegen.model.basics.period import Period

_Width = Literal["long", "short"]
_ORDINALS = ("first", "second", "third", "fourth")
MINUS = "\N{MINUS SIGN}"
WORDS: Mapping[Bound, str] = {
    "exact": "",
    "approximate": "about ",
    "at-least": "at least ",
    "more-than": "more than ",
    "at-most": "at most ",
    "less-than": "less than ",
}
SIGNS: Mapping[Bound, str] = {
    "exact": "",
    "approximate": "~",
    "at-least": "≥",
    "more-than": ">",
    "at-most": "≤",
    "less-than": "<",
}
"""What stands for the words where there is room for a number alone."""


def say(figure: Figure, locale: str) -> str:
    """The figure in words: "about 45,300", "−47%", "more than 80,000", "between 8,000 and 9,000"; no unit but %."""
    return plain_value(figure) if figure.plain else _said(figure, locale, WORDS, "between {} and {}")


def brief(figure: Figure, locale: str) -> str:
    """The figure as short as it can be without saying more than is known: "~45,300", ">80,000", "8,000–9,000"."""
    return _said(figure, locale, SIGNS, "{}–{}")


def ends(figure: Figure, locale: str) -> str:
    """Where the true number lies, as in "45,250 to 45,350"; "" where it is one number or the words say so already.

    What a division gives is rounded outwards, to a hundredth of the range or finer.
    """
    amount, interval = printed(figure)[0], figure.amount.interval
    if amount.value is None:
        said = (amount.interval.low, amount.interval.high)
    else:
        said = (None if amount.bound in _BELOW else amount.value, None if amount.bound in _ABOVE else amount.value)
    point = interval.low is not None and interval.width <= abs(interval.low) * POINT
    if point or (amount.bound != "approximate" and said == (interval.low or said[0], interval.high)):
        return ""
    low, high = outward(interval)
    words = [_written(figure, end, digits_after(end), locale) for end in (low, high) if end is not None]
    if None not in (low, high) and not (interval.low_open or interval.high_open):
        return " to ".join(words)
    signs = ("more than" if interval.low_open else "at least", "less than" if interval.high_open else "at most")
    given = [sign for sign, end in zip(signs, (low, high), strict=True) if end is not None]
    return " and ".join(f"{sign} {word}" for sign, word in zip(given, words, strict=True))


_ABOVE: tuple[Bound, ...] = ("at-least", "more-than")
_BELOW: tuple[Bound, ...] = ("at-most", "less-than")


def in_thousands(figure: Figure) -> Figure:
    """The figure in thousands: with one digit after the point below ten thousand, else with none."""

    def cut(end: Decimal | None) -> Decimal | None:
        return None if end is None else end.scaleb(-3).normalize()

    amount = figure.amount
    interval = replace(amount.interval, low=cut(amount.interval.low), high=cut(amount.interval.high))
    smaller = replace(amount, value=cut(amount.value), interval=interval)
    shown = (interval.low, interval.high) if smaller.value is None else (smaller.value,)
    return replace(figure, amount=smaller, decimals=int(any(end is not None and abs(end) < 10 for end in shown)))


def plain_value(figure: Figure) -> str:
    """The printed number for machines: digits, a point, a hyphen for minus; of a range `low/high`."""
    amount, decimals = printed(figure)
    ends = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    return "/".join(f"{round_to(end, decimals):f}" for end in ends if end is not None)


def number(value: Decimal, decimals: int, locale: str) -> str:
    """A number grouped as the locale does, with so many digits after the point and a true minus sign."""
    return _formatted(value, decimals, locale, percent=False)


@lru_cache(maxsize=4096)  # pure, and asked for on every page
def say_period(period: Period, locale: str) -> str:
    """A period in a sentence: "first quarter of 2025", "March 2025", "January to August 2025"."""
    chosen = locale_of(locale)
    if chosen.language == "en" and period.cadence in ("quarter", "half"):
        return f"{_ORDINALS[_index(period)]} {period.cadence} of {period.first.year}"
    return _named(period, locale, "long")


@lru_cache(maxsize=4096)  # pure, and asked for on every page
def short_period(period: Period, locale: str) -> str:
    """A period in a table or on an axis: "Q1 2025", "Mar 2025", "Jan–Aug 2025"."""
    return _named(period, locale, "short")


def _said(figure: Figure, locale: str, words: Mapping[Bound, str], range_: str) -> str:
    amount, decimals = printed(figure)
    if amount.value is None:
        assert amount.interval.low is not None  # a range has two ends
        assert amount.interval.high is not None
        low, high = (_written(figure, end, decimals, locale) for end in (amount.interval.low, amount.interval.high))
        return range_.format(low, high)
    return words[amount.bound] + _written(figure, amount.value, decimals, locale)


def _written(figure: Figure, value: Decimal, decimals: int, locale: str) -> str:
    text = _formatted(value, decimals, locale, percent=figure.unit == "percent")
    return f"+{text}" if figure.signed and round_to(value, decimals) > 0 else text


@lru_cache(maxsize=8192)
def _formatted(value: Decimal, decimals: int, locale: str, *, percent: bool) -> str:
    rounded = round_to(value, decimals)
    chosen = locale_of(locale)
    formats = chosen.percent_formats if percent else chosen.decimal_formats
    pattern = parse_pattern(formats[None].pattern)
    pattern.frac_prec = (decimals, decimals)
    text = pattern.apply(abs(rounded).scaleb(-2) if percent else abs(rounded), chosen)
    return f"{MINUS}{text}" if rounded < 0 else text


def _named(period: Period, locale: str, width: _Width) -> str:
    match period.cadence:
        case "year":
            return str(period.first.year)
        case "half":
            return f"H{_index(period) + 1} {period.first.year}"
        case "quarter":
            return _format(period.first, locale, "QQQ y" if width == "short" else "QQQQ y")
        case "month":
            return _month(period.first, locale, width)
        case "day":
            return _day(period.first, locale, width)
        case None:
            return _span(period, locale, width)


def _span(period: Period, locale: str, width: _Width) -> str:
    """A span between its ends: whole years, whole months (the year once if it is the same), or days."""
    dash = "–" if width == "short" else " to "
    first, last = period.first, period.last
    if not period.split("month"):
        return f"{_day(first, locale, width)}{dash}{_day(last, locale, width)}"
    if period.split("year"):
        return f"{first.year}{dash}{last.year}"
    if first.year == last.year:
        name = _format(first, locale, "LLLL" if width == "long" else "LLL")
        return f"{name}{dash}{_month(last, locale, width)}"
    return f"{_month(first, locale, width)}{dash}{_month(last, locale, width)}"


def _index(period: Period) -> int:
    """The period's place in its year, from 0."""
    return (period.first.month - 1) // (3 if period.cadence == "quarter" else 6)


def _month(day: date, locale: str, width: _Width) -> str:
    return _format(day, locale, "LLLL y" if width == "long" else "LLL y")


def _day(day: date, locale: str, width: _Width) -> str:
    """Plain `en` puts the day first; a locale with a country does as that country does."""
    if locale == "en":
        return _format(day, locale, "d MMMM y" if width == "long" else "d MMM y")
    return format_date(day, "long" if width == "long" else "medium", locale=locale_of(locale))


def _format(day: date, locale: str, pattern: str) -> str:
    return format_date(day, pattern, locale=locale_of(locale))

"""Figures and numbers as words of the site's locale, through Babel."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from babel.numbers import parse_pattern
from msgspec import structs

from sitegen.figures.arithmetic.printing import (
    MOST,
    Shown,
    in_zeros,
    outward,
    printed,
    round_to,
    shown,
    shown_ends,
)
from sitegen.figures.arithmetic.uncertainty import POINT
from sitegen.figures.figure import CONVERTED, Figure
from sitegen.figures.scales import scaled
from sitegen.model.basics.amount import CEILINGS, DIGITS_AFTER, FLOORS, Bound, digits_after
from sitegen.model.basics.unit import PERCENT
from sitegen.words import Locale

MINUS = "\N{MINUS SIGN}"
SIGNS: Mapping[Bound, str] = {
    "exact": "",
    "approximate": "~",
    "at-least": "≥",
    "more-than": ">",
    "at-most": "≤",
    "less-than": "<",
}
"""What stands for a bound where there is room for a number alone."""


def say(figure: Figure, locale: Locale, *, whole: bool = False) -> str:
    """The figure in words: "about 45,300", "−47%", "more than 80,000", "145.2 billion"; no unit but %.

    whole: with all the digits that are known, however large it is: "145.176 billion".
    """
    if figure.plain:
        return plain_value(figure)
    return say_shown(shown(figure, locale, None if whole else MOST), figure, locale)


def brief(figure: Figure, locale: Locale, zeros: int | None = None) -> str:
    """The figure as short as it can be without saying more than is known: "~45,300", ">80,000", "8,000–9,000".

    It is in its own unit, for a place where that is named; zeros: or with so many left out, and the digits of `say`.
    """
    large = zeros is not None and figure.unit.scale > 0
    seen = in_zeros(figure, zeros or 0, MOST) if large else Shown(*printed(figure), 0)
    texts = [_written(figure, end, seen.decimals, locale) for end in shown_ends(seen.amount)]
    return SIGNS.get(seen.amount.bound, "") + "–".join(texts)


def say_shown(seen: Shown, figure: Figure, locale: Locale) -> str:
    """What is shown of a figure in words."""
    amount, ends = seen.amount, shown_ends(seen.amount)
    *low, high = (_written(figure, end, seen.decimals, locale) for end in ends)
    number = scaled(high, seen.zeros, locale, round_to(ends[-1], seen.decimals))
    if low:
        return locale.say("figure.range", low=low[0], high=number)
    if amount.bound == "exact":
        return number
    if figure.signed and amount.bound in ("more-than", "less-than"):
        return _signed(amount.bound, number, ends[-1], locale)
    return locale.say(f"figure.bound.{amount.bound}", number=number)


def _signed(bound: Bound, number: str, end: Decimal, locale: Locale) -> str:
    """A change of which one end is known: "up more than 54%" where its direction is certain, else "above −3%"."""
    if end > 0 if bound == "more-than" else end < 0:
        return locale.say(f"figure.bound.moved-{bound}", number=number.lstrip(f"+{MINUS}"))
    return locale.say(f"figure.bound.signed-{bound}", number=number)


def in_own_unit(figure: Figure, locale: Locale) -> str:
    """The figure as its source counts it, in millions where the unit does: the number for a column of that unit."""
    return say_shown(Shown(*printed(figure), 0), figure, locale)


def hidden(figure: Figure, locale: Locale) -> bool:
    """Whether the words of a large number leave out digits that are known."""
    return say(figure, locale) != say(figure, locale, whole=True)


def ends(figure: Figure, locale: Locale) -> str:
    """Where the true number lies, as in "45,250 to 45,350"; "" where it is one number or the words say so already.

    What a division gives is rounded outwards, to a hundredth of the range or finer, but a bound no finer than it is
    printed elsewhere. It is in the figure's own unit.
    """
    (amount, decimals), interval = printed(figure), figure.amount.interval
    if amount.value is None:
        said = (amount.interval.low, amount.interval.high)
    else:
        said = (None if amount.bound in CEILINGS else amount.value, None if amount.bound in FLOORS else amount.value)
    point = interval.low is not None and interval.width <= abs(interval.low) * POINT
    if point or (amount.bound != "approximate" and said == (interval.low or said[0], interval.high)):
        return ""
    # A product has the digits of both its factors, which say nothing.
    most = decimals if amount.bound in CEILINGS or amount.bound in FLOORS else DIGITS_AFTER
    low, high = outward(interval, 0 if figure.operation == CONVERTED else DIGITS_AFTER, most)
    words = [_written(figure, end, digits_after(end), locale) for end in (low, high) if end is not None]
    if None not in (low, high) and not (interval.low_open or interval.high_open):
        first, last = words
        return locale.say("figure.span", low=first, high=scaled(last, figure.unit.scale, locale, high or _NONE))
    words = [scaled(word, figure.unit.scale, locale, high or low or _NONE) for word in words]
    bounds = ("more-than" if interval.low_open else "at-least", "less-than" if interval.high_open else "at-most")
    given = [bound for bound, end in zip(bounds, (low, high), strict=True) if end is not None]
    pairs = zip(given, words, strict=True)
    return locale.listed(locale.say(f"figure.bound.{bound}", number=word) for bound, word in pairs)


_NONE = Decimal(0)


def in_thousands(figure: Figure) -> Figure:
    """The figure in thousands: with one digit after the point below ten thousand, else with none."""

    def cut(end: Decimal | None) -> Decimal | None:
        return None if end is None else end.scaleb(-3).normalize()

    amount = figure.amount
    interval = structs.replace(amount.interval, low=cut(amount.interval.low), high=cut(amount.interval.high))
    smaller = structs.replace(amount, value=cut(amount.value), interval=interval)
    shown = (interval.low, interval.high) if smaller.value is None else (smaller.value,)
    return structs.replace(
        figure, amount=smaller, decimals=int(any(end is not None and abs(end) < 10 for end in shown))
    )


def plain_value(figure: Figure) -> str:
    """The printed number for machines: digits, a point, a hyphen for minus; of a range `low/high`. In its own unit."""
    amount, decimals = printed(figure)
    return "/".join(f"{round_to(end, decimals):f}" for end in shown_ends(amount))


def machine_value(figure: Figure) -> str:
    """The printed number for machines, written out: that of 145,176 millions is 145176000000."""
    amount, decimals = printed(figure)
    scale = figure.unit.scale
    return "/".join(f"{round_to(end, decimals).scaleb(scale):f}" for end in shown_ends(amount))


def number(value: Decimal, decimals: int, locale: Locale) -> str:
    """A number grouped as the locale does, with so many digits after the point and a true minus sign."""
    return _formatted(value, decimals, locale, percent=False)


def _written(figure: Figure, value: Decimal, decimals: int, locale: Locale) -> str:
    text = _formatted(value, decimals, locale, percent=figure.unit == PERCENT)
    return f"+{text}" if figure.signed and round_to(value, decimals) > 0 else text


@lru_cache(maxsize=8192)
def _formatted(value: Decimal, decimals: int, locale: Locale, *, percent: bool) -> str:
    rounded = round_to(value, decimals)
    chosen = locale.babel
    formats = chosen.percent_formats if percent else chosen.decimal_formats
    pattern = parse_pattern(formats[None].pattern)
    pattern.frac_prec = (decimals, decimals)
    text = pattern.apply(abs(rounded).scaleb(-2) if percent else abs(rounded), chosen)
    return f"{MINUS}{text}" if rounded < 0 else text

"""Which digits of a figure are printed: as many as its interval bears."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from sitegen.figures.figure import Figure
from sitegen.model.amount import Amount, digits_after

RATIOS = frozenset({"percent", "points", "times"})


def printed(figure: Figure) -> tuple[Amount, int]:
    """What of the amount is printed, and with how many digits after the point.

    A computed ratio has the most digits at which both ends of its interval round to the same number, and is
    then exact. What is about right is rounded to the size of its interval; bounds and ranges round outwards.
    """
    amount, interval = figure.amount, figure.amount.interval
    if figure.kind == "computed" and figure.unit in RATIOS and interval.low is not None and interval.high is not None:
        for decimals in range(figure.decimals, -1, -1):
            value = round_to(interval.low, decimals)
            if value == round_to(interval.high, decimals):
                return replace(amount, value=value, bound="exact"), decimals
    if amount.bound == "approximate" and figure.kind in ("computed", "worked-out", "derived"):
        return _about(figure, amount)
    shown = (interval.low, interval.high) if amount.value is None else (amount.value,)
    # A quotient's trailing zeros are an accident of the division; those of a source are its precision.
    written = (end.normalize() if figure.kind == "computed" and end is not None else end for end in shown)
    decimals = min(figure.decimals, max(map(digits_after, written)))
    return _outward(amount, decimals), decimals


def _about(figure: Figure, amount: Amount) -> tuple[Amount, int]:
    """The value to the largest power of ten within its interval's width: more digits would pretend."""
    assert amount.value is not None  # only a range has none
    width = amount.interval.width
    exponent = max(width.adjusted(), -figure.decimals) if width else -figure.decimals
    if figure.unit in RATIOS:
        exponent = max(exponent, 0)
    coarse = amount.value.scaleb(-exponent).quantize(Decimal(1), ROUND_HALF_UP).scaleb(exponent)
    return replace(amount, value=coarse), min(max(0, -exponent), digits_after(amount.value))


def _outward(amount: Amount, decimals: int) -> Amount:
    """With so many digits: a bound and the ends of a range move away from the rest, never into it."""
    interval = amount.interval
    low = None if interval.low is None else round_to(interval.low, decimals, ROUND_FLOOR)
    high = None if interval.high is None else round_to(interval.high, decimals, ROUND_CEILING)
    match amount.bound:
        case "range":
            return replace(amount, interval=replace(interval, low=low, high=high))
        case "at-least" | "more-than":
            return replace(amount, value=low)
        case "at-most" | "less-than":
            return replace(amount, value=high)
        case _:
            return replace(amount, value=None if amount.value is None else round_to(amount.value, decimals))


def round_to(value: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value with so many digits after the point; halves go away from zero unless told otherwise."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding) + 0  # no minus before a zero

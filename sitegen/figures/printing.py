"""Which digits of a figure are printed: as many as its interval bears."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from sitegen.figures.figure import Figure
from sitegen.model.amount import Amount, Bound, digits_after

RATIOS = frozenset({"percent", "points", "times"})


def printed(figure: Figure) -> tuple[Amount, int]:
    """What of the amount is printed, and with how many digits after the point.

    A computed ratio has the most digits at which both ends of its interval round to the same number, and is
    then exact. What is about right is rounded to the size of its interval, or printed as a range where that is wide;
    bounds and ranges round outwards.
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
    """The value to the place of the leading digit of its half-width: more digits would pretend.

    Where the half-width is more than a quarter of the value, both ends in its place, to one digit more.
    """
    assert amount.value is not None  # only a range has none
    half = amount.interval.width / 2
    if half > abs(amount.value) / 4:
        return _ends(figure, amount, half)
    exponent = max(half.adjusted(), -figure.decimals) if half else -figure.decimals
    if figure.unit in RATIOS:
        exponent = max(exponent, 0)
    return replace(amount, value=_to(amount.value, exponent)), min(max(0, -exponent), digits_after(amount.value))


def _ends(figure: Figure, amount: Amount, half: Decimal) -> tuple[Amount, int]:
    """Between which ends it lies, rounded outwards; the one end that is known, if the other is open."""
    low, high = amount.interval.low, amount.interval.high
    if low is None or high is None:
        bound: Bound = "at-least" if high is None else "at-most"
        return _outward(replace(amount, bound=bound), figure.decimals), figure.decimals
    finest = min(half.adjusted(), 0) if figure.unit in RATIOS else -figure.decimals
    exponent = max(half.adjusted() - 1, finest, -figure.decimals)
    ends = replace(amount.interval, low=_to(low, exponent, ROUND_FLOOR), high=_to(high, exponent, ROUND_CEILING))
    decimals = max(digits_after(end.normalize()) for end in (ends.low, ends.high) if end is not None)
    return Amount(None, "range", ends), decimals


def _to(value: Decimal, exponent: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value as a whole multiple of a power of ten."""
    return value.scaleb(-exponent).quantize(Decimal(1), rounding).scaleb(exponent)


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

"""Amounts: a number and how sure it is, as an interval with open or closed ends."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct

Bound = Literal["exact", "approximate", "at-least", "more-than", "at-most", "less-than", "range"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
FLOORS: tuple[Bound, ...] = ("at-least", "more-than")
CEILINGS: tuple[Bound, ...] = ("at-most", "less-than")
HUNDRED = Decimal(100)
# More digits than any count has, and few enough that sums and quotients stay exact enough to print.
DIGITS_BEFORE, DIGITS_AFTER = 15, 9


class Interval(Struct, frozen=True):
    """All numbers from low to high; None is an unbounded end; an open end is not itself included."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def contains(self, number: Decimal) -> bool:
        """True if the number lies in it; an unbounded end lets everything through."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """True if some number lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def below(self, other: Interval, *, touching: bool = False) -> bool:
        """True if every number of it is less than every number of the other; touching: or equal to it."""
        if self.high is None or other.low is None:
            return False
        apart = touching or self.high_open or other.low_open
        return self.high < other.low or (apart and self.high == other.low)

    @property
    def mirrored(self) -> Interval:
        """All its numbers with the other sign, so that the least becomes the most."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Interval(low, high, self.high_open, self.low_open)

    @property
    def width(self) -> Decimal:
        """High minus low, in the unit of its ends; infinite if an end is unbounded."""
        return Decimal("Infinity") if self.low is None or self.high is None else self.high - self.low


class Amount(Struct, frozen=True):
    """A number as its source gives it.

    value: the number printed; None for a range. bound: what the source's words make of it.
    interval: where the true number lies. See "Uncertainty" in docs/figures.md.
    """

    value: Decimal | None
    bound: Bound
    interval: Interval


def make_amount(
    value: Decimal | None = None,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
    bound: Bound = "exact",
    within: Decimal | None = None,
    negative_allowed: bool = False,
    whole: bool = True,
) -> Amount:
    """The amount of `value` with its bound, or of the range `low` to `high`.

    within: half the width around an approximate value, in its unit; default half a unit of the last non-zero digit.
    whole: what is counted does not divide, so that a value without a bound is exactly that; of what divides, such as
    money, it is rounded to its last written digit. Raises ValueError, with a sentence for an editor, if they do not go
    together.
    """
    if any(given is not None and too_long(given) for given in (value, low, high, within)):
        raise ValueError(
            f"a number here has at most {DIGITS_BEFORE} digits before the point and {DIGITS_AFTER} after it"
        )
    if within is not None and (bound != "approximate" or within <= 0):
        raise ValueError('"within" goes with "bound: approximate" and is above zero')
    floor = None if negative_allowed else Decimal(0)
    if value is None:
        return _range(low, high, bound, floor)
    if low is not None or high is not None:
        raise ValueError("give one value, or low and high, but not both")
    if floor is not None and value < floor:
        raise ValueError("the metric is never negative")
    if bound == "exact" and not whole:
        return Amount(value, bound, _as_written(value, floor))
    return Amount(value, bound, _around(value, bound, within, floor))


def too_long(number: Decimal) -> bool:
    """True if a number has too many digits to be computed with."""
    exponent = number.as_tuple().exponent
    return not isinstance(exponent, int) or exponent < -DIGITS_AFTER or number.adjusted() >= DIGITS_BEFORE


def unit_of(number: Decimal) -> Decimal:
    """The unit of the last non-zero digit: 100 for 45300, 0.1 for 7.20; of zero, of its last digit."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # no infinity and no NaN is ever an amount
    zeros = 0
    while zeros < len(digits) - 1 and digits[-1 - zeros] == 0:
        zeros += 1
    return Decimal(1).scaleb(exponent + zeros if any(digits) else exponent)


def digits_after(number: Decimal | None) -> int:
    """How many digits the number is written with after the point; none for no number."""
    exponent = 0 if number is None else number.as_tuple().exponent
    assert isinstance(exponent, int)  # no infinity and no NaN is ever an amount
    return max(0, -exponent)


def _range(low: Decimal | None, high: Decimal | None, bound: Bound, floor: Decimal | None) -> Amount:
    if low is None or high is None:
        raise ValueError("give a value, or both low and high")
    if bound not in ("exact", "range"):
        raise ValueError(f'a range from low to high takes no "bound: {bound}"')
    if low >= high:
        raise ValueError(f"low ({low}) is not below high ({high})")
    if floor is not None and low < floor:
        raise ValueError("the metric is never negative")
    return Amount(None, "range", Interval(low, high))


def _as_written(value: Decimal, floor: Decimal | None) -> Interval:
    """The value within half a unit of its last written digit."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # no infinity and no NaN is ever an amount
    half = Decimal(1).scaleb(exponent) / 2
    low = value - half
    return Interval(low if floor is None else max(low, floor), value + half)


def _around(value: Decimal, bound: Bound, within: Decimal | None, floor: Decimal | None) -> Interval:
    match bound:
        case "exact":
            return Interval(value, value)
        case "approximate":
            if not value and within is None:
                raise ValueError('"approximate" at zero says nothing of how near: add "within"')
            half = within or unit_of(value) / 2
            low = value - half
            return Interval(low if floor is None else max(low, floor), value + half)
        case "at-least" | "more-than":
            return Interval(value, None, low_open=bound == "more-than")
        case "at-most":
            return Interval(floor, value)
        case "less-than":
            if value == floor:
                raise ValueError("nothing is less than zero where the metric is never negative")
            return Interval(floor, value, high_open=True)
        case "range":
            raise ValueError("a range has low and high, not one value")


def _reaches(a: Interval, b: Interval) -> bool:
    """True if the high end of a is not below the low end of b."""
    if a.high is None or b.low is None:
        return True
    return a.high > b.low or (a.high == b.low and not (a.high_open or b.low_open))

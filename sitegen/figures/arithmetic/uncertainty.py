"""Arithmetic on intervals and amounts: the true result always lies inside the result's interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from sitegen.model.basics.amount import Amount, Bound, Interval

POINT = Decimal("1e-20")
"""The width, as a part of a number, up to which an interval is one number: a division leaves no more."""
ZERO = Interval(Decimal(0), Decimal(0))
_INFINITY = Decimal("Infinity")
_End = tuple[Decimal, bool]
_TURNED: Mapping[Bound, Bound] = {
    "at-least": "at-most",
    "more-than": "less-than",
    "at-most": "at-least",
    "less-than": "more-than",
}


def add(a: Interval, b: Interval) -> Interval:
    """All sums of a number of one and a number of the other."""
    return Interval(
        None if a.low is None or b.low is None else _down().add(a.low, b.low),
        None if a.high is None or b.high is None else _up().add(a.high, b.high),
        a.low_open or b.low_open,
        a.high_open or b.high_open,
    )


def negate(a: Interval) -> Interval:
    """All its numbers with the other sign."""
    low, high = (None if end is None else end.copy_negate() for end in (a.high, a.low))
    return Interval(low, high, a.high_open, a.low_open)


def turned(amount: Amount) -> Amount:
    """The amount with the other sign: less than −40 becomes more than 40."""
    value = None if amount.value is None else amount.value.copy_negate()
    return Amount(value, _TURNED.get(amount.bound, amount.bound), negate(amount.interval))


def subtract(a: Interval, b: Interval) -> Interval:
    """All differences of a number of a and a number of b."""
    return add(a, negate(b))


def scale(a: Interval, factor: Decimal) -> Interval:
    """All its numbers times a factor above zero."""
    return Interval(
        None if a.low is None else _down().multiply(a.low, factor),
        None if a.high is None else _up().multiply(a.high, factor),
        a.low_open,
        a.high_open,
    )


def multiply(a: Interval, b: Interval) -> Interval:
    """All products of a number of a and a number of b, of which none is negative."""
    ends_a, ends_b = _ends(a), _ends(b)
    return _between(_products(ends_a, ends_b, _down()), _products(ends_a, ends_b, _up()))


def may_divide(b: Interval) -> bool:
    """True if division by it makes sense: nothing in it is negative, and it is more than zero alone."""
    return b.low is not None and b.low >= 0 and b.high != 0


def divide(a: Interval, b: Interval) -> Interval:
    """All quotients of a number of a and a number above zero of b; b must pass `may_divide`."""
    ends_a, ends_b = _ends(a), _ends(b)
    return _between(_quotients(ends_a, ends_b, _down()), _quotients(ends_a, ends_b, _up()))


def hull(intervals: Sequence[Interval]) -> Interval:
    """The smallest interval that holds them all; there is at least one."""
    return _between([_ends(i)[0] for i in intervals], [_ends(i)[1] for i in intervals])


def agreed(intervals: Sequence[Interval]) -> Interval:
    """All that several values of one quantity allow, if those that agree sharpen each other; there is at least one.

    It is the hull of what each of the largest agreeing sets has in common: "more than 40" beside 50 weakens nothing.
    """
    ends = [(interval, *_ends(interval)) for interval in intervals]
    lowest = min(ends, key=lambda each: (each[2][0], not each[2][1]))[0]
    highest = max(ends, key=lambda each: each[1])[0]
    low, low_open = max(low for interval, low, _ in ends if interval.meets(lowest))
    high, closed = min((value, not is_open) for interval, _, (value, is_open) in ends if interval.meets(highest))
    return _between([(low, low_open)], [(high, not closed)])


def meet(intervals: Sequence[Interval]) -> Interval:
    """The numbers that lie in all of them; there is at least one interval, and at least one such number."""
    ends = [_ends(interval) for interval in intervals]
    low, low_open = max(low for low, _ in ends)
    high, closed = min((value, not is_open) for _, (value, is_open) in ends)
    return _between([(low, low_open)], [(high, not closed)])


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of all of them; zero if there are none."""
    result = ZERO
    for interval in intervals:
        result = add(result, interval)
    return result


def settle(value: Decimal | None, interval: Interval, inputs: Iterable[Amount], floor: Decimal | None) -> Amount | None:
    """The amount of a computed interval, or None if nothing is known of it.

    value: computed from the inputs' values. floor: the least that such a number can be (0 for a count,
    -100 for a change in percent), or None; an end at the floor says nothing and becomes words.
    """
    bounds = {amount.bound for amount in inputs}
    if value is not None and bounds <= {"exact", "approximate"}:
        sharp = "approximate" not in bounds and interval.width <= abs(value) * POINT
        return Amount(value, "exact" if sharp else "approximate", interval)
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return Amount(low, "exact", interval)
    from_below = low is not None and (floor is None or low > floor)
    if from_below and high is not None:
        return Amount(None, "range", interval)
    bound: Bound
    if from_below:
        bound = "more-than" if interval.low_open else "at-least"
        return Amount(low, bound, interval)
    if high is not None:
        bound = "less-than" if interval.high_open else "at-most"
        return Amount(high, bound, interval)
    return None


def _down() -> Context:
    return Context(prec=28, rounding=ROUND_FLOOR)


def _up() -> Context:
    return Context(prec=28, rounding=ROUND_CEILING)


def _ends(a: Interval) -> tuple[_End, _End]:
    """Both ends as numbers, unbounded ones infinite and open."""
    low = (-_INFINITY, True) if a.low is None else (a.low, a.low_open)
    high = (_INFINITY, True) if a.high is None else (a.high, a.high_open)
    return low, high


def _between(lows: Sequence[_End], highs: Sequence[_End]) -> Interval:
    """From the least of the lows to the greatest of the highs; of equal ends a closed one holds more."""
    low, low_open = min(lows)
    high, high_closed = max((value, not is_open) for value, is_open in highs)
    return Interval(
        None if low.is_infinite() else low,
        None if high.is_infinite() else high,
        low_open and low.is_finite(),
        not high_closed and high.is_finite(),
    )


def _products(ends_a: Sequence[_End], ends_b: Sequence[_End], context: Context) -> list[_End]:
    """Every end of a times every end of b, as limits; zero times what has no end is no limit."""
    return [
        (context.multiply(value, factor), is_open or factor_open)
        for value, is_open in ends_a
        for factor, factor_open in ends_b
        if not (0 in (value, factor) and (value.is_infinite() or factor.is_infinite()))
    ]


def _quotients(ends_a: Sequence[_End], ends_b: Sequence[_End], context: Context) -> list[_End]:
    """Every end of a through every end of b, as limits; what has no limit lies between the others."""
    found = []
    for value, is_open in ends_a:
        for divisor, divisor_open in ends_b:
            if value == 0 and not is_open:
                found.append((Decimal(0), False))
            elif (value.is_infinite() and divisor.is_infinite()) or (value == 0 and divisor == 0):
                continue
            elif divisor == 0:
                found.append((_INFINITY.copy_sign(value), True))
            elif divisor.is_infinite():
                found.append((Decimal(0), True))
            else:
                found.append((context.divide(value, divisor), is_open or divisor_open))
    return found

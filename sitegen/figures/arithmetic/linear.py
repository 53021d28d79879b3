"""Sums of unknown numbers: one quantity that occurs twice is one unknown, on both sides of a quotient too."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.figure import Figure, Terms
from sitegen.model.basics.amount import Amount, Interval


def terms_of(figure: Figure) -> Terms:
    """What a figure is the sum of; itself, if it is one unknown number."""
    return figure.terms or Terms(((figure, 1),))


def merged(parts: Iterable[tuple[Terms, int]]) -> Terms:
    """The sum of several sums, each times a factor; every unknown stands in it once, or not if it cancels out."""
    found: dict[object, tuple[Figure, int]] = {}
    constant = Decimal(0)
    for terms, times in parts:
        constant += terms.constant * times
        for figure, factor in terms.factors:
            first, before = found.get(_unknown(figure), (figure, 0))
            found[_unknown(figure)] = (first, before + factor * times)
    return Terms(tuple(pair for pair in found.values() if pair[1]), constant)


def interval_of(terms: Terms) -> Interval:
    """Where a sum lies, given where its unknowns lie."""
    return uncertainty.add(
        uncertainty.total(_scaled(figure.amount.interval, factor) for figure, factor in terms.factors),
        Interval(terms.constant, terms.constant),
    )


def value_of(terms: Terms) -> Decimal | None:
    """The sum of the values; None if an unknown has none."""
    total = terms.constant
    for figure, factor in terms.factors:
        if figure.amount.value is None:
            return None
        total += figure.amount.value * factor
    return total


def settled(terms: Terms, floor: Decimal | None) -> Amount | None:
    """The amount of a sum; None if nothing is known of it. floor: the least that it can be, or None."""
    interval = interval_of(terms)
    if floor is not None and interval.contains(floor):
        interval = Interval(floor, interval.high, high_open=interval.high_open)
    return uncertainty.settle(value_of(terms), interval, amounts(terms), floor)


def amounts(*sums: Terms) -> list[Amount]:
    """The amounts of all the unknowns of sums."""
    return [figure.amount for terms in sums for figure, _ in terms.factors]


def quotient(over: Terms, under: Terms) -> Interval:
    """Where the quotient of two sums lies; the lower one must pass `may_divide`."""
    a, b = interval_of(over), interval_of(under)
    unknowns = _shared(over, under)
    if unknowns is None or not b.low:
        return uncertainty.divide(a, b)
    low, high = (_extreme(unknowns, over.constant, under.constant, sign) for sign in (1, -1))
    return Interval(
        None if abs(low) > _BEYOND else _decimal(low, ROUND_FLOOR),
        None if abs(high) > _BEYOND else _decimal(high, ROUND_CEILING),
    )


_ENDLESS, _BEYOND = Fraction(10**60), Fraction(10**40)
"""What stands for an end that is not there: too far away for 28 digits to show it; and where that begins."""

_Unknowns = list[tuple[Fraction, Fraction, int, int]]
"""Of each unknown its least and greatest value, and its factors above and below the line."""


def _shared(over: Terms, under: Terms) -> _Unknowns | None:
    """The unknowns of a quotient; None if none of them stands on both sides."""
    found: dict[object, tuple[Interval, list[int]]] = {}
    for side, terms in enumerate((over, under)):
        for figure, factor in terms.factors:
            found.setdefault(_unknown(figure), (figure.amount.interval, [0, 0]))[1][side] = factor
    if not any(above and below for _, (above, below) in found.values()):
        return None
    return [
        (
            -_ENDLESS if interval.low is None else Fraction(interval.low),
            _ENDLESS if interval.high is None else Fraction(interval.high),
            above,
            below,
        )
        for interval, (above, below) in found.values()
    ]


def _extreme(unknowns: _Unknowns, over: Decimal, under: Decimal, sign: int) -> Fraction:
    """The least (sign 1) or greatest (sign -1) quotient, by Dinkelbach's method: it ends where no corner is better."""
    corner = [low for low, *_ in unknowns]
    while True:
        above = Fraction(over) + sum(n * x for (_, _, n, _), x in zip(unknowns, corner, strict=True))
        below = Fraction(under) + sum(d * x for (_, _, _, d), x in zip(unknowns, corner, strict=True))
        best = above / below
        better = [low if sign * (n - best * d) >= 0 else high for low, high, n, d in unknowns]
        gain = sum((n - best * d) * (y - x) for (_, _, n, d), x, y in zip(unknowns, corner, better, strict=True))
        if sign * gain >= 0:
            return best
        corner = better


def _decimal(number: Fraction, rounding: str) -> Decimal:
    if abs(number) * _BEYOND < 1:
        return Decimal(0)
    return Context(prec=28, rounding=rounding).divide(Decimal(number.numerator), Decimal(number.denominator))


def _scaled(interval: Interval, factor: int) -> Interval:
    scaled = uncertainty.scale(interval, Decimal(abs(factor)))
    return scaled if factor > 0 else uncertainty.negate(scaled)


def _unknown(figure: Figure) -> object:
    """What makes two figures the same unknown number: the value that a source gives, whoever is asked for it."""
    if figure.observation is None or figure.address is None:
        return figure
    return figure.address.series, figure.observation, figure.operation

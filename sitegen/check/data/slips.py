"""Checks for slips of the hand in a value: decimals of what is counted whole, and digits too many or too few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from math import prod

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, say
from sitegen.figures.values.choice import ON_REQUEST, stands
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Interval, digits_after
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Series
from sitegen.problems import Problem

JUMP, LEAST, CALM = 8, 4, 5
"""A slip makes a value ten times too large or small. Beside values that grow themselves, that is at least eight times
what lies between both of them, and four times the nearer one; at the end of a series that never doubled or halved from
one period to the next, five times is enough."""


def count_decimals(figures: Figures, series: Series) -> Iterator[Finding]:
    """Decimals in a value of a metric that counts what does not divide, such as loaves."""
    metric = figures.tracker.metrics[series.metric]
    for observation in () if metric.divisible else series.observations:
        number = next((n for n in written(observation) if digits_after(n)), None)
        if number is not None:
            message = f'{number} has decimals, and "{metric.id}" counts whole {metric.unit}'
            hint = f'write {meant(number)}\nif the unit divides, as money does, write divisible: yes at "{metric.id}"'
            yield Finding(Problem(observation.place, "count-decimals", message, hint), (observation, series))


def meant(number: Decimal) -> str:
    """What may be meant by a number with decimals where none belong: 49.400 is 49400, 38.15 is 38150."""
    whole, _, decimals = str(number).partition(".")
    if not decimals.strip("0") and len(decimals) != 3:
        return whole
    thousands = f"{whole}{decimals.ljust(3, '0')}" if len(decimals) <= 3 and whole.strip("-0") else ""
    return f"{thousands} if the point separates thousands, else the whole number" if thousands else "the whole number"


def written(observation: Observation) -> tuple[Decimal, ...]:
    """The numbers that an editor wrote: the value, or the two ends of a range."""
    amount = observation.amount
    if amount is None:
        return ()
    if amount.value is not None:
        return (amount.value,)
    return tuple(end for end in (amount.interval.low, amount.interval.high) if end is not None)


def sudden_jump(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value of about eight times those before and after it in its series, or an eighth, in the same cadence.

    The newest value, which has none after it, is held against the two before it. A first value is not: sales begin
    small. Neither is a metric that may be negative, for sizes around zero are no measure.
    """
    if figures.tracker.metrics[series.metric].negative:
        return
    periods = sorted(figures.evidence.by_period(series.id), key=lambda p: (str(p.cadence), p))
    for cadence, several in groupby(periods, key=lambda p: p.cadence):
        answers = [figures.answer(Address(*series.id, period)) for period in several if cadence is not None]
        row = [each for each in answers if isinstance(each, Figure)]
        for before, one, after in zip(row, row[1:], row[2:], strict=False):
            yield from _jumps(figures, series, one, (before, after), (LEAST, JUMP))
        if len(row) > 2:
            calm = len(row) > 4 and all(_near(*pair) for pair in pairwise(row[:-1]))
            yield from _jumps(figures, series, row[-1], (row[-3], row[-2]), (LEAST, CALM) if calm else (JUMP, JUMP))


def _jumps(
    figures: Figures, series: Series, one: Figure, others: tuple[Figure, Figure], times: tuple[int, int]
) -> Iterator[Finding]:
    """The values of a period that are out of proportion to those of two others.

    times: so many times the nearer of them, and what lies between both.
    """
    for observation in figures.evidence.by_period(series.id)[_period(one)]:
        if observation.amount is None or not stands(observation) or observation.status in ON_REQUEST:
            continue
        far = _far(observation.amount.interval, [each.amount.interval for each in others], *times)
        if far is None:
            continue
        locale = figures.tracker.site.locale
        both = " and ".join(f"{say(each, locale, whole=True)} in {_period(each)}" for each in others)
        message = f"{' to '.join(map(str, written(observation)))} is far {far} {both}"
        hint = "look for a digit or a point too many or too few; if it is true: accepted: {sudden-jump: why}"
        yield Finding(Problem(observation.place, "sudden-jump", message, hint), (observation, series))


def _near(one: Figure, other: Figure) -> bool:
    """Whether one value is less than twice the other."""
    ends = [(each.amount.interval.low, each.amount.interval.high) for each in (one, other)]
    (low, high), (least, most) = ends
    return None not in (low, high, least, most) and high < 2 * least and most < 2 * low  # type: ignore[operator]


def _far(one: Interval, others: Sequence[Interval], least: int, jump: int) -> str | None:
    """Where a value lies far from both others, however each of the three is read; None if it may be near them."""
    highs = [each.high for each in others if each.high is not None]
    lows = [each.low for each in others if each.low is not None]
    if one.low is not None and len(highs) == len(others) and min(highs) > 0:
        above = one.low >= least * max(highs) and one.low**2 >= jump**2 * prod(highs)
    else:
        above = False
    if one.high and len(lows) == len(others):
        below = least * one.high <= min(lows) and jump**2 * one.high**2 <= prod(lows)
    else:
        below = False
    return "above" if above else "below" if below else None


def _period(figure: Figure) -> Period:
    assert figure.address is not None  # it is an answer
    assert isinstance(figure.address.period, Period)
    return figure.address.period

"""The check for digits too many or too few in a value: it stands far from the others of its series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from math import prod

from sitegen.check.data.finding import Finding
from sitegen.check.data.values import written
from sitegen.figures import Figure, Figures
from sitegen.figures.values.choice import ON_REQUEST, stands
from sitegen.figures.words import in_own_unit
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount, Interval
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import PERCENT, Unit
from sitegen.model.series import Observation, Series
from sitegen.problems import Problem

Apart = tuple[int, int]
"""How many times the nearer one of two others a value is, and how many times what lies between both."""
AMID: Apart = (4, 8)
LAST: Apart = (8, 8)
ONE_OTHER: Apart = (50, 50)
STEPPED: Apart = (2, 2)
"""A slip makes a value ten times too large or small. Beside values that grow themselves, that is less: between two of
them, behind two of them, and where the steps of the series have shown already that it is out of step."""
STEPS, STEP, OF_A_YEAR, NEAR, DIGITS = 3, 5, 3, Decimal("1.25"), 7
"""Where a series made so many steps, a slip in its newest value is at least so large a step, and so far from the value
of a year before, while with some digits more or less it is about as large a step as those were."""


def rows(figures: Figures, series: Series) -> Iterator[list[Figure]]:
    """The answers of a series for the periods of its observations, earliest first: a row for each cadence."""
    periods = sorted(figures.evidence.by_period(series.id), key=lambda p: (str(p.cadence), p))
    for cadence, several in groupby(periods, key=lambda p: p.cadence):
        answers = [figures.answer(Address(*series.id, period)) for period in several if cadence is not None]
        yield [each for each in answers if isinstance(each, Figure)]


def given(figures: Figures, series: Series, period: Period) -> Iterator[tuple[Observation, Amount]]:
    """The reported values of a series for a period that nothing has put aside."""
    for observation in figures.evidence.by_period(series.id)[period]:
        if observation.amount is not None and stands(observation) and observation.status not in ON_REQUEST:
            yield observation, observation.amount


def size(amount: Amount) -> Decimal:
    """What an amount says it is: its number, or the middle of a range."""
    if amount.value is not None:
        return amount.value
    return sum((end for end in (amount.interval.low, amount.interval.high) if end is not None), Decimal(0)) / 2


def closed(amount: Amount) -> bool:
    """Whether an amount is about a number, and not more or less than one."""
    return amount.bound in ("exact", "approximate", "range")


def times(one: Decimal, other: Decimal) -> Decimal:
    """How many times the smaller of two numbers is the larger one; without end if the smaller one is zero."""
    least, most = sorted((one, other))
    return most / least if least else Decimal("Infinity")


def period_of(figure: Figure) -> Period:
    """The period for which a figure answers."""
    assert figure.address is not None  # it is an answer
    assert isinstance(figure.address.period, Period)
    return figure.address.period


def sudden_jump(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value of about eight times those before and after it in its series, or an eighth, in the same cadence.

    The newest value, which has none after it, is held against the two before it, and against the steps that the series
    made before. Two beside each other are found as one is, if both are as far off. A first value is judged of a price
    or a rate alone, as sales begin small, and so is the second of two. A metric that may be negative is not judged, for
    sizes around zero are no measure. No value is judged by a zero; a zero itself is, as a one would be, for an empty
    cell is a zero to many a spreadsheet. The one that is farthest off is found first, and the others without it.
    """
    if figures.tracker.metrics[series.metric].negative:
        return
    for row in rows(figures, series):
        while found := max(_jumps(figures, series, row), key=lambda each: each[0], default=None):
            _, one, findings = found
            yield from findings
            row = [each for each in row if each is not one]


def _jumps(figures: Figures, series: Series, row: Sequence[Figure]) -> Iterator[tuple[Decimal, Figure, list[Finding]]]:
    """The figures of a row that lie far from two others, with how far, and what is found in their values."""
    tried: list[tuple[Figure, Sequence[Figure], Apart]] = [
        (one, (before, after), AMID) for before, one, after in zip(row, row[1:], row[2:], strict=False)
    ]
    if len(row) > 2:
        tried.append((row[-1], row[-3:-1], STEPPED if _out_of_step(row) else LAST))
    for before, one, two, after in zip(row, row[1:], row[2:], row[3:], strict=False):
        if _alike(one, two, (before, after)):
            tried.append((one, (before, after), LAST))
    if len(row) > 3 and _out_of_step(row[:-1]) and _alike(row[-2], row[-1], row[-4:-2]):
        tried.append((row[-2], row[-4:-2], LAST))
    if figures.tracker.metrics[series.metric].kind in ("price", "rate"):
        tried += [(row[0], row[1:3], LAST)] if len(row) > 2 else [(row[-1], row[:-1], ONE_OTHER)] if row[1:] else []
    for one, others, least in tried:
        if all(size(each.amount) for each in others) and (
            findings := list(_far_values(figures, series, one, others, least))
        ):
            ratios = (times(size(one.amount), size(each.amount)) for each in others)
            yield prod(ratios, start=Decimal(1)), one, findings


def _alike(one: Figure, two: Figure, others: Sequence[Figure]) -> bool:
    """Whether two figures beside each other lie equally far from others."""
    around = [each.amount.interval for each in others]
    return _far(one.amount.interval, around, LAST) == _far(two.amount.interval, around, LAST) is not None


def _out_of_step(row: Sequence[Figure]) -> bool:
    """Whether the last of a row is far from what its steps before lead to, and near it with a digit more or less."""
    *past, last = (size(each.amount) for each in row)
    if len(past) <= STEPS or min(*past, last) <= 0:
        return False
    usual = max(times(one, other) for one, other in pairwise(past))
    taken = times(past[-1], last)
    before = period_of(row[-1]).year_before()
    ago = next((size(each.amount) for each in row if period_of(each) == before), None)
    apart = ago is None or ((ago < last) == (past[-1] < last) and times(ago, last) >= OF_A_YEAR)
    digits = min(times(taken, Decimal(10) ** more) for more in range(1, DIGITS))
    return taken >= STEP and taken**2 >= usual**3 and apart and digits <= usual * NEAR


def _far_values(
    figures: Figures, series: Series, one: Figure, others: Sequence[Figure], least: Apart
) -> Iterator[Finding]:
    """The values of a period that are out of proportion to those of two others."""
    for observation, amount in given(figures, series, period_of(one)):
        far = _far(amount.interval, [each.amount.interval for each in others], least)
        if far is None:
            continue
        locale = figures.tracker.site.locale
        both = " and ".join(f"{in_own_unit(each, locale)} in {period_of(each)}" for each in others)
        message = f"{' to '.join(map(str, written(observation)))} is far {far} {both}"
        hint = in_unit(written(observation)[0], one.unit, [size(each.amount) for each in others])
        hint += "look for a digit or a point too many or too few; if it is true: accepted: {sudden-jump: why}"
        yield Finding(Problem(observation.place, "sudden-jump", message, hint), (observation, series))


def in_unit(number: Decimal, unit: Unit, others: Sequence[Decimal]) -> str:
    """A line with what to write where a number was written out, or as a share of one, and then is like the others."""
    zeros = -2 if unit == PERCENT else unit.scale
    meant = number.scaleb(-zeros)
    if not zeros or not min(others) / AMID[0] <= meant <= max(others) * AMID[0]:
        return ""
    return f"its metric is in {unit}: write {meant.normalize():f} if that is what {number} says\n"


def _far(one: Interval, others: Sequence[Interval], least: Apart) -> str | None:
    """Where a value lies far from both others, however each of the three is read; None if it may be near them."""
    nearer, between = least
    highs = [each.high for each in others if each.high is not None]
    lows = [each.low for each in others if each.low is not None]
    if one.low is not None and len(highs) == len(others) and min(highs) > 0:
        above = one.low >= nearer * max(highs) and one.low ** len(highs) >= between ** len(highs) * prod(highs)
    else:
        above = False
    if one.high is not None and len(lows) == len(others):
        high = max(one.high, Decimal(1)) if not one.low or one.low < 0 else one.high
        below = nearer * high <= min(lows) and (between * high) ** len(lows) <= prod(lows)
    else:
        below = False
    return "above" if above else "below" if below else None

"""The check for decimals in a value of what is counted whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.model.basics.amount import digits_after
from sitegen.model.series import Observation, Series
from sitegen.problems import Problem


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

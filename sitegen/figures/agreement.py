"""Which values of one address agree, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.figures.answers import Figures
from sitegen.figures.figure import Figure
from sitegen.figures.spread import spread
from sitegen.figures.uncertainty import meet, settle
from sitegen.model.address import Address
from sitegen.model.amount import Interval
from sitegen.model.period import Period
from sitegen.model.series import Observation


@dataclass(frozen=True, slots=True)
class Value:
    """A value for an address. observation: the one that reports it; None for what is computed from other values."""

    observation: Observation | None
    figure: Figure


def values(figures: Figures, address: Address) -> tuple[Value, ...]:
    """The reported values of an address, the answering one first, and the sum of its parts where it meets one of them.

    A sum that meets none of them says nothing here: a published value always answers before it.
    """
    assert isinstance(address.period, Period)  # an answer has resolved its period
    reported = [
        Value(o, figures.observed_figure(o, address)) for o in figures.observations(address.series, address.period)
    ]
    whole = figures.sum_of_parts(address)
    amount = None if whole is None else settle(None, spread(whole), (), None)
    if whole is None or amount is None or not any(v.figure.amount.interval.meets(amount.interval) for v in reported):
        return tuple(reported)
    return (*reported, Value(None, replace(whole, amount=amount, terms=None)))


def agreeing(intervals: Sequence[Interval]) -> list[tuple[int, ...]]:
    """The largest sets of intervals that have numbers in common, as indexes; the sets of the first come first.

    Each set is made of those that begin no later than one of them and meet it.
    """
    starts = [(i.low is not None, i.low or 0, i.low_open) for i in intervals]
    sets = {
        frozenset(n for n, other in enumerate(intervals) if starts[n] <= start and other.meets(interval))
        for interval, start in zip(intervals, starts, strict=True)
    }
    return sorted(tuple(sorted(found)) for found in sets if not any(found < other for other in sets))


def common(agreed: Sequence[Value]) -> Figure:
    """What values that agree have in common: one of them if it lies in all the others, else a range."""
    interval = meet([value.figure.amount.interval for value in agreed])
    for value in agreed:
        if value.figure.amount.interval == interval:
            return value.figure
    amount = settle(None, interval, (), None)
    assert amount is not None  # each of the values is bounded on a side
    return replace(agreed[0].figure, amount=amount, terms=None)

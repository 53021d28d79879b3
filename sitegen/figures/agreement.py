"""Which values of one quantity agree, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.figures.figure import Figure
from sitegen.figures.spread import Value
from sitegen.figures.uncertainty import meet, settle
from sitegen.model.amount import Interval


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

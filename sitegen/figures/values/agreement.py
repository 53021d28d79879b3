"""Which values of one quantity agree, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from sitegen.figures.arithmetic.uncertainty import meet, settle
from sitegen.figures.figure import ANSWERS, COMMON, Figure
from sitegen.figures.values.spread import Value
from sitegen.model.basics.amount import Interval


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
    first, parts = agreed[0].figure, tuple(value.figure for value in agreed)
    if first.kind in ANSWERS:
        return structs.replace(_alone(first), amount=amount, kind="derived", inputs=parts, operation=COMMON)
    # A change stays one: of both ends, where it is computed, and of what is reported.
    return structs.replace(
        _alone(first), amount=amount, kind="computed", inputs=(*(first.inputs or parts[:1]), *parts[1:])
    )


def _alone(figure: Figure) -> Figure:
    """A figure that is made of others, and no longer what one source says or what parts add up to."""
    return structs.replace(figure, observation=None, worked=None, rivals=(), disagree=False, terms=None)

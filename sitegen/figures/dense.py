"""How many values make a line, and how close they must lie: nobody reads one that is mostly holes."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model.basics.period import Period

FEWEST = 3
"""So many values make a line."""
FULL = 5, 3
"""Of five periods at least three have a value."""


def reach_of(values: int, first: Period, last: Period) -> int:
    """What a long and dense line has more of than another: its values, times the days over which they reach."""
    return values * (last.last - first.first).days


def dense(known: Sequence[bool]) -> int | None:
    """From which period on, up to the last, enough have a value: the earliest there is; None if nowhere.

    A value without one in the next period is a lonely point and begins no line.
    known: of periods one after another, which have a value.
    """
    values, found, after = 0, None, False
    for count, there in enumerate(reversed(known), 1):
        values += there
        if there and after and values >= FEWEST and values * FULL[0] >= count * FULL[1]:
            found = len(known) - count
        after = there
    return found

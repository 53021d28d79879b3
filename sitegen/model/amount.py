"""Amounts: a number and how sure it is, as an interval with open or closed ends."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Bound = Literal["exact", "approximate", "at-least", "more-than", "at-most", "less-than", "range"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high; None is an unbounded end; an open end is not itself included."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as its source gives it.

    value: the number printed; None for a range. bound: what the source's words make of it.
    interval: where the true number lies. See design words "Uncertainty" in docs/figures.md.
    """

    value: Decimal | None
    bound: Bound
    interval: Interval

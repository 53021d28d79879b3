"""Values in words for a terminal."""

from __future__ import annotations

from decimal import Decimal

from sitegen.editing.row import Row
from sitegen.model.series import Observation

_BOUNDS = {
    "approximate": "about ",
    "at-least": "at least ",
    "more-than": "more than ",
    "at-most": "at most ",
    "less-than": "less than ",
}


def told(value: Row | Observation) -> str:
    """The value of a row or an observation: "about 45300", "8000 to 9000"."""
    if isinstance(value, Row):
        two = value.value if isinstance(value.value, tuple) else None
        single = value.value if isinstance(value.value, Decimal) else None
        return _said(single, two, value.bound)
    amount = value.amount
    if amount is None:
        return "a change"
    low, high = amount.interval.low, amount.interval.high
    two = (low, high) if amount.value is None and low is not None and high is not None else None
    return _said(amount.value, two, amount.bound)


def _said(value: Decimal | None, two: tuple[Decimal, Decimal] | None, bound: str) -> str:
    return f"{two[0]:f} to {two[1]:f}" if two else f"{_BOUNDS.get(bound, '')}{value:f}"

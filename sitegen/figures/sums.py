"""Sums and differences of figures of one unit, and of a figure and a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sitegen.figures import uncertainty
from sitegen.figures.computing import FigureError, computed, difference, same_unit, settled
from sitegen.figures.figure import Figure
from sitegen.model.amount import DIGITS_AFTER, Amount, Interval, too_long


def add(figure: Figure, other: Figure | Decimal) -> Figure:
    """The sum of two figures of one unit, or of a figure and a number of its unit."""
    right = _operand(figure, other)
    value = _sum(figure.amount, right.amount)
    interval = uncertainty.add(figure.amount.interval, right.amount.interval)
    return _combined(figure, right, value, interval, "plus")


def subtract(figure: Figure, other: Figure | Decimal) -> Figure:
    """The figure less the other; two figures in percent differ by points."""
    right = _operand(figure, other)
    value = difference(figure.amount, right.amount)
    interval = uncertainty.subtract(figure.amount.interval, right.amount.interval)
    result = _combined(figure, right, value, interval, "minus")
    both = isinstance(other, Figure) and figure.unit == "percent"
    return replace(result, unit="points") if both else result


def _combined(figure: Figure, right: Figure, value: Decimal | None, interval: Interval, word: str) -> Figure:
    lows = (figure.amount.interval.low, right.amount.interval.low)
    never_below = word == "plus" and all(low is not None and low >= 0 for low in lows)
    amounts = (figure.amount, right.amount)
    amount = uncertainty.settle(value, interval, amounts, Decimal(0) if never_below else None)
    result = computed(
        settled(amount, figure, right), figure.unit, f"{figure.label} {word} {right.label}", word, (figure, right)
    )
    return replace(result, decimals=max(figure.decimals, right.decimals), signed=figure.signed)


def _operand(figure: Figure, other: Figure | Decimal) -> Figure:
    """The other figure if its unit fits; a number becomes a figure of the same unit."""
    if isinstance(other, Figure):
        same_unit(figure, other)
        return other
    if too_long(other):
        raise FigureError(f"the number beside {figure.label} has too many digits")
    amount = Amount(other, "exact", Interval(other, other))
    return Figure(amount=amount, unit=figure.unit, decimals=DIGITS_AFTER, kind="computed", label=str(other))


def _sum(a: Amount, b: Amount) -> Decimal | None:
    return None if a.value is None or b.value is None else a.value + b.value

"""Sums and differences of figures of one unit, and of a figure and a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sitegen.figures import uncertainty
from sitegen.figures.computing import FigureError, computed, difference, same_unit, settled
from sitegen.figures.figure import Figure
from sitegen.model.amount import Amount, Interval, digits_after, too_long


def add(left: Figure | Decimal, right: Figure | Decimal) -> Figure:
    """The sum of two figures of one unit, or of a figure and a number of its unit."""
    a, b = _operands(left, right)
    value = None if a.amount.value is None or b.amount.value is None else a.amount.value + b.amount.value
    result = _combined(a, b, value, uncertainty.add(a.amount.interval, b.amount.interval), "plus")
    return replace(result, signed=a.signed or b.signed)


def subtract(left: Figure | Decimal, right: Figure | Decimal) -> Figure:
    """The left less the right, one of them perhaps a number; two figures in percent differ by points."""
    a, b = _operands(left, right)
    value = difference(a.amount, b.amount)
    result = _combined(a, b, value, uncertainty.subtract(a.amount.interval, b.amount.interval), "minus")
    in_points = isinstance(left, Figure) and isinstance(right, Figure) and left.unit == "percent"
    return replace(result, unit="points" if in_points else result.unit)


def _combined(a: Figure, b: Figure, value: Decimal | None, interval: Interval, word: str) -> Figure:
    lows = (a.amount.interval.low, b.amount.interval.low)
    never_below = word == "plus" and all(low is not None and low >= 0 for low in lows)
    amount = uncertainty.settle(value, interval, (a.amount, b.amount), Decimal(0) if never_below else None)
    # A number has no address, no source and no period: it stands in the label and is no input.
    inputs = tuple(figure for figure in (a, b) if figure.addresses)
    operation = {"plus": "sum", "minus": "difference"}[word]
    result = computed(settled(amount, a, b), a.unit, f"{a.label} {word} {b.label}", operation, inputs)
    return replace(result, decimals=max(a.decimals, b.decimals), signed=False)


def _operands(left: Figure | Decimal, right: Figure | Decimal) -> tuple[Figure, Figure]:
    """Both as figures of one unit, a number as a figure of the other's."""
    if isinstance(left, Figure):
        if isinstance(right, Figure):
            same_unit(left, right)
            return left, right
        return left, _number(right, left)
    if isinstance(right, Figure):
        return _number(left, right), right
    raise FigureError("a sum of two numbers needs no figure", "write the result")


def _number(number: Decimal, beside: Figure) -> Figure:
    if too_long(number):
        raise FigureError(f"the number beside {beside.label} has too many digits")
    amount = Amount(number, "exact", Interval(number, number))
    return Figure(amount=amount, unit=beside.unit, decimals=digits_after(number), kind="computed", label=str(number))

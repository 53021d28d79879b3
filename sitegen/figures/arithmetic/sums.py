"""Sums and differences of figures of one unit, and of a figure and a number."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from sitegen.figures.arithmetic.bearing import refuse_sum, unit_of_change, weakest
from sitegen.figures.arithmetic.computing import FigureError, computed, same_unit, settled
from sitegen.figures.arithmetic.linear import interval_of, merged, terms_of
from sitegen.figures.arithmetic.linear import settled as amount_of
from sitegen.figures.figure import Figure, Operation, Terms
from sitegen.model.basics.amount import Amount, Interval, digits_after, too_long


def add(left: Figure | Decimal, right: Figure | Decimal) -> Figure:
    """The sum of two figures of one unit, or of a figure and a number of its unit."""
    a, b = _operands(left, right)
    return structs.replace(_combined(a, b, 1), signed=a.signed or b.signed)


def subtract(left: Figure | Decimal, right: Figure | Decimal) -> Figure:
    """The left less the right, one of them perhaps a number; two rates differ by points."""
    a, b = _operands(left, right)
    result = _combined(a, b, -1)
    if not (isinstance(left, Figure) and isinstance(right, Figure)) or "rate" not in (a.metric_kind, b.metric_kind):
        return result
    unit, kind = unit_of_change("rate", result.unit)
    return structs.replace(result, unit=unit, metric_kind=kind)


def gap(left: Figure | Decimal, right: Figure | Decimal) -> Interval:
    """Where the left less the right lies: what is on both sides is one unknown. Raises FigureError as `subtract`."""
    a, b = _operands(left, right)
    return interval_of(merged([(terms_of(a), 1), (terms_of(b), -1)]))


def _combined(a: Figure, b: Figure, sign: int) -> Figure:
    terms = merged([(terms_of(a), 1), (terms_of(b), sign)])
    refuse_sum(terms)
    operation: Operation = "sum" if sign > 0 else "difference"
    word = "plus" if sign > 0 else "minus"
    lows = (a.amount.interval.low, b.amount.interval.low)
    never_below = sign > 0 and all(low is not None and low >= 0 for low in lows)
    amount = settled(amount_of(terms, Decimal(0) if never_below else None), a, b)
    # A number has no address, no source and no period: it stands in the label and is no input.
    inputs = tuple(figure for figure in (a, b) if figure.address is not None or figure.inputs)
    result = computed(amount, a.unit, weakest(a, b), f"{a.label} {word} {b.label}", operation, inputs)
    return structs.replace(result, decimals=max(a.decimals, b.decimals), signed=False, terms=terms)


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
    return Figure(
        amount=Amount(number, "exact", Interval(number, number)),
        unit=beside.unit,
        metric_kind=beside.metric_kind,
        decimals=digits_after(number),
        kind="computed",
        label=str(number),
        terms=Terms((), number),
    )

"""What every filter needs: its error, and the figure that comes out of a computation."""

from __future__ import annotations

from typing import Literal

from sitegen.figures.figure import Figure, Operation
from sitegen.figures.values.parts import joint_status
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.unit import Unit

Code = Literal["expression-value", "metric-kind", "mixed-bases", "counted-twice", "wrong-direction", "entry-order"]


class FigureError(Exception):
    """A filter that cannot be applied: what is wrong and how to fix it, for an editor; code is a key of CODES."""

    def __init__(self, message: str, hint: str = "", code: Code = "expression-value") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code: Code = code


class Unknowable(FigureError):
    """Nothing can be said of the result of two figures, given how little the sources say; no fault of the author's."""

    def __init__(self, message: str, figure: Figure, other: Figure) -> None:
        super().__init__(message)
        self.figures = (figure, other)


def computed(
    amount: Amount, unit: Unit, metric_kind: MetricKind, label: str, operation: Operation, inputs: tuple[Figure, ...]
) -> Figure:
    """A computed figure: signed, one digit after the point, as weak as its weakest input."""
    return Figure(
        amount=amount,
        unit=unit,
        metric_kind=metric_kind,
        decimals=1,
        kind="computed",
        label=label,
        status=joint_status(inputs),
        signed=True,
        inputs=inputs,
        operation=operation,
    )


def settled(amount: Amount | None, figure: Figure, other: Figure) -> Amount:
    """The amount; raises Unknowable if nothing is known of it."""
    if amount is None:
        raise Unknowable(
            f"the values of {figure.label} and {other.label} do not say what this is: it could be any number",
            figure,
            other,
        )
    return amount


def same_unit(figure: Figure, other: Figure) -> None:
    """Raises FigureError if the figures are of different units."""
    if figure.unit != other.unit:
        message = f"{figure.label} is in {figure.unit} and {other.label} in {other.unit}"
        raise FigureError(message, _how_to_compare(figure.unit, other.unit))


def _how_to_compare(one: Unit, other: Unit) -> str:
    """What to do where two units differ; "" where nothing can be done."""
    if one.base != other.base:
        return "two indexes are compared only where they are 100 in the same period"
    if one.id != other.id and is_currency(one.id) and is_currency(other.id):
        return f'convert one of them by a rate, a series in {one.id} per {other.id}: … | convert("market.rate")'
    return "give their metrics one unit" if one.id == other.id and one.per == other.per else ""

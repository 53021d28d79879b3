"""The answer to an address while an expression is computed: it adds and subtracts."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from sitegen.figures import Figure, FigureError, Missing, add, subtract

Number = int | float | Decimal


class Operand(Struct, frozen=True, eq=False, dict=True):
    """A figure, or a missing one, which is an error only if it is used: its change may be known all the same.

    Each method raises FigureError if the figures do not go together, and Fault for a missing one.
    """

    answer: Figure | Missing

    @property
    def figure(self) -> Figure:
        """The figure; raises Fault `missing-figure` if there is none."""
        if isinstance(self.answer, Missing):
            raise MissingFigure(self.answer)
        return self.answer

    def __add__(self, other: object) -> Operand:
        return Operand(add(self.figure, _term(other)))

    __radd__ = __add__

    def __sub__(self, other: object) -> Operand:
        return Operand(subtract(self.figure, _term(other)))

    def __rsub__(self, other: object) -> Operand:
        return Operand(subtract(_term(other), self.figure))


class MissingFigure(Exception):
    """An address that has no answer was used."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing.reason)
        self.missing = missing


def decimal(value: Number) -> Decimal:
    """A number as it was written."""
    return Decimal(str(value))


def _term(other: object) -> Figure | Decimal:
    """The other side of + or −."""
    if isinstance(other, Operand):
        return other.figure
    if isinstance(other, int | float | Decimal) and not isinstance(other, bool):
        return decimal(other)
    raise FigureError("only figures add and subtract", 'write fig("…") + fig("…")')

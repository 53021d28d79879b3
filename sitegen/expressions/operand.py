"""The answer to an address while an expression is computed: it adds, subtracts and compares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sitegen.figures import Figure, FigureError, Missing, add, subtract
from sitegen.model.amount import Interval

Number = int | float | Decimal


@dataclass(frozen=True, eq=False)
class Operand:
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

    def __lt__(self, other: object) -> bool:
        return _decided(_below(self, other), _below(other, self, touching=True))

    def __le__(self, other: object) -> bool:
        return _decided(_below(self, other, touching=True), _below(other, self))

    def __gt__(self, other: object) -> bool:
        return _decided(_below(other, self), _below(self, other, touching=True))

    def __ge__(self, other: object) -> bool:
        return _decided(_below(other, self, touching=True), _below(self, other))

    def __bool__(self) -> bool:
        raise FigureError("a figure by itself is no condition", "compare it: if fig(…) > 100")


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
    raise FigureError("only figures and numbers add and subtract", 'write fig("…") + fig("…")')


def _interval(side: object, other: object) -> Interval:
    """Where a side of a comparison lies; raises FigureError if the two cannot be compared."""
    term, against = _term(side), _term(other)
    if isinstance(term, Decimal):
        return Interval(term, term)
    if isinstance(against, Figure) and against.unit != term.unit:
        raise FigureError(f"{term.label} is in {term.unit} and {against.label} in {against.unit}")
    return term.amount.interval


def _below(side: object, other: object, *, touching: bool = False) -> bool:
    """Whether a side lies below the other, wherever in their intervals the true numbers are; touching: or equal."""
    return _interval(side, other).below(_interval(other, side), touching=touching)


def _decided(yes: bool, no: bool) -> bool:
    if not yes and not no:
        raise FigureError("the comparison is open: both answers fit what the sources say", "leave the condition out")
    return yes

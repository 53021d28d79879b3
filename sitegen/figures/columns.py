"""Columns: large numbers that stand below each other, or beside one axis, in one unit that is named once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, structs

from sitegen.figures.arithmetic.printing import MOST, in_zeros, printed, shown, shown_ends
from sitegen.figures.figure import Figure
from sitegen.figures.words import say, say_shown
from sitegen.model.basics.unit import Unit
from sitegen.words import Locale


class Column(Struct, frozen=True):
    """How numbers are said below one unit.

    unit: with the zeros that they leave out. places: how many digits after the point they have at most.
    """

    unit: Unit
    places: int | None = None

    def number(self, value: float | None, figure: Figure) -> float | None:
        """A number in the unit of a figure as one in that of the column."""
        by = figure.unit.scale - self.unit.scale
        return value if value is None or not by else float(f"{value * 10.0**by:.12g}")

    def say(self, figure: Figure, locale: Locale) -> str:
        """A number of the column in words, without its unit."""
        if not figure.unit.scale:
            return say(figure, locale)
        seen = in_zeros(figure, self.unit.scale, places=self.places)
        if seen.amount.bound == "exact" and self.places is not None:
            there = printed(figure)[1] + self.unit.scale - figure.unit.scale
            seen = seen._replace(decimals=max(seen.decimals, min(self.places, there)))
        return say_shown(seen._replace(zeros=0), figure, locale)


def column(unit: Unit, figures: Iterable[Figure], locale: Locale) -> Column:
    """The column of figures of one unit: the zeros that the largest would leave out alone, and the fewest digits that
    set all apart that differ and leave two of the smallest."""
    if not unit.scale:
        return Column(unit)
    every = sorted(figures, key=_size)
    zeros = max((shown(figure, locale).zeros for figure in every), default=0)
    found = Column(structs.replace(unit, scale=zeros))
    sizes = [end.scaleb(unit.scale - zeros).adjusted() for figure in every for end in shown_ends(figure.amount) if end]
    if not sizes:
        return found
    fewest, most = max(0, MOST - 1 - max(sizes), 1 - min(sizes)), max(in_zeros(f, zeros).decimals for f in every)
    for places in range(fewest, most):
        said = [structs.replace(found, places=places).say(figure, locale) for figure in every]
        if all(a != b or _size(one) == _size(two) for (a, one), (b, two) in pairwise(zip(said, every, strict=True))):
            return structs.replace(found, places=places)
    return structs.replace(found, places=most)


def _size(figure: Figure) -> tuple[Decimal, ...]:
    return shown_ends(figure.amount)

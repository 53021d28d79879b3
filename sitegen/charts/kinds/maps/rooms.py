"""Room for words beside the signs of a map: the nearest place that is free, and the line that leads to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.marks import SIGN, Mark
from sitegen.charts.layers import stroke
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.beside import Box, along
from sitegen.charts.plot import Row, num

_NEAR = 5.0
"""How far from its sign words stand when a thin line leads to them."""
_SPACE = 6.0
"""The room between words that stand beside each other."""


class Label(NamedTuple):
    """Where the name of a mark stands, line by line. who: the lines with the companies."""

    mark: Mark
    words: Sequence[str]
    box: Box
    who: Sequence[str] = ()


class Paper(Struct, frozen=True):
    """What words are written on: a map with its signs, its width and its height in pixels."""

    signs: tuple[Box, ...]
    width: float
    height: float
    fonts: Fonts

    @classmethod
    def under(cls, marks: Sequence[Mark], width: float, height: float, fonts: Fonts) -> Paper:
        """The paper of a map with some marks."""
        half = SIGN + 1
        return cls(tuple(Box(m.x - half, m.y - half, m.x + half, m.y + half) for m in marks), width, height, fonts)

    def room(self, mark: Mark, words: Sequence[str], rings: Sequence[float], labels: Sequence[Label]) -> Box | None:
        """The nearest place for some words beside a mark that is free and inside the map.

        rings: how far from its sign. labels: where other words stand.
        """
        placed = [label.box for label in labels]
        spaced = [Box(other.x - _SPACE, other.y, other.x2 + _SPACE, other.y2) for other in placed]
        ways = [part for label in labels for part in _way(label.mark, label.box)]
        passed = placed + [sign for sign in self.signs if not (sign.x < mark.x < sign.x2 and sign.y < mark.y < sign.y2)]
        wide, tall = self.fonts.widest(words) + 4, LINE * len(words)
        for box in _around(mark, rings, wide, tall):
            inside = box.x >= 0 and box.y >= 0 and box.x2 <= self.width and box.y2 <= self.height
            if not inside or any(box.covers(other) for other in (*self.signs, *spaced, *ways)):
                continue
            if not any(part.covers(other) for part in _way(mark, box) for other in passed):
                return box
        return None


def _around(mark: Mark, rings: Sequence[float], wide: float, tall: float) -> Iterator[Box]:
    """Boxes around a mark, ring by ring: right, left, above, below, then between those."""
    for ring in rings:
        off = SIGN + 1.5 + ring
        slant = off * 0.75
        for left, top in (
            (mark.x + off, mark.y - tall / 2),
            (mark.x - off - wide, mark.y - tall / 2),
            (mark.x - wide / 2, mark.y - off - tall),
            (mark.x - wide / 2, mark.y + off),
            (mark.x + slant, mark.y - slant - tall),
            (mark.x + slant, mark.y + slant),
            (mark.x - slant - wide, mark.y - slant - tall),
            (mark.x - slant - wide, mark.y + slant),
        ):
            yield Box(left, top, left + wide, top + tall)


def _way(mark: Mark, box: Box) -> list[Box]:
    """Where the line from a mark to its words is, if there is one."""
    return [
        part
        for row in leader(mark, box)
        for part in along((num(row, "x"), num(row, "y")), (num(row, "x2"), num(row, "y2")), 1.0)
    ]


def distance(mark: Mark, box: Box) -> float:
    """How far the words of a mark are from its middle."""
    return math.hypot(
        *(min(max(at, low), high) - at for at, low, high in ((mark.x, box.x, box.x2), (mark.y, box.y, box.y2)))
    )


def leader(mark: Mark, box: Box) -> Iterator[Row]:
    """A thin line from a mark to words that stand off."""
    x, y = min(max(mark.x, box.x), box.x2), min(max(mark.y, box.y), box.y2)
    far = distance(mark, box)
    if far > SIGN + _NEAR:
        start = SIGN / far
        yield stroke((mark.x + (x - mark.x) * start, mark.y + (y - mark.y) * start), (x, y), "var(--ink)")

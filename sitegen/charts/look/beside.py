"""Names beside points, where each covers least of what else is there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, text
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.colours import words_colour
from sitegen.charts.plot import Row


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    x2: float
    y2: float

    def covers(self, other: Box) -> float:
        """How much of it lies over another, in square pixels."""
        if self.x2 <= other.x or other.x2 <= self.x or self.y2 <= other.y or other.y2 <= self.y:
            return 0.0  # first, for most boxes lie apart
        wide = min(self.x2, other.x2) - max(self.x, other.x)
        return wide * (min(self.y2, other.y2) - max(self.y, other.y))


def along(one: tuple[float, float], other: tuple[float, float], half: float = 2.5) -> Iterator[Box]:
    """Small boxes along a stroke from one point to another, without a gap: words that stand on none are not crossed."""
    (x, y), (x2, y2) = one, other
    parts = max(1, math.ceil(math.dist(one, other) / (2 * half)))
    for n in range(parts + 1):
        at, up = x + (x2 - x) * n / parts, y + (y2 - y) * n / parts
        yield Box(at - half, up - half, at + half, up + half)


def names_beside(rows: Sequence[Row], taken: Sequence[Box], frame: Frame, fonts: Fonts) -> Iterator[Row]:
    """The name of each entity where it covers least: right of its mark, left, above, below, or between those."""
    placed: list[Box] = []
    for row, mark in zip(rows, taken, strict=True):
        said = f"{row['label']} ({row['when']})" if row["when"] else str(row["label"])
        wide, tall = fonts.width(said, bold=True), LINE
        others = [box for box in taken if box is not mark]

        def cost(box: Box, others: Sequence[Box] = others, mark: Box = mark) -> float:
            inside = Box(-frame.left, 0.0, frame.width + frame.right, frame.height)
            outside = (box.x2 - box.x) * (box.y2 - box.y) - box.covers(inside)
            return sum(box.covers(other) for other in (*others, *placed, mark)) + 4 * outside

        best = min(_spots(mark, wide, tall), key=cost)
        placed.append(best)
        yield text(best.x, (best.y + best.y2) / 2, said, color=words_colour(str(row["color"])), bold=True)


def _spots(mark: Box, wide: float, tall: float) -> Iterator[Box]:
    """Where a name may stand beside a mark, the best place first."""
    x, y = (mark.x + mark.x2) / 2, (mark.y + mark.y2) / 2
    for left, top in (
        (mark.x2 + 3, y - tall / 2),
        (mark.x - 3 - wide, y - tall / 2),
        (x - wide / 2, mark.y - 2 - tall),
        (x - wide / 2, mark.y2 + 2),
        (mark.x2 + 1, mark.y - tall + 3),
        (mark.x2 + 1, mark.y2 - 3),
        (mark.x - 1 - wide, mark.y - tall + 3),
        (mark.x - 1 - wide, mark.y2 - 3),
    ):
        yield Box(left, top, left + wide, top + tall)

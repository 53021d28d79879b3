"""Where the sign of a country stands on a map: inside it, where it is widest, of what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.charts.kinds.maps.land import Land
from sitegen.charts.kinds.maps.marks import SIGN
from sitegen.charts.kinds.maps.view import View

_LEVELS = 13
"""At so many heights a country is measured."""
Points = Sequence[tuple[float, float]]


def spot(world: Land, country: str, view: View) -> tuple[float, float]:
    """The middle of the widest stretch of a country inside the frame; of one that is a dot, the dot. In pixels."""
    stretches = list(_all(world, country, view))
    if not stretches:
        return view.spot(*world.dot(country))
    _, left, right, y = max(stretches, key=lambda stretch: stretch[0])
    return (left + right) / 2, y


def shows(world: Land, country: str, view: View) -> bool:
    """Whether so much of a country is inside the frame that a sign stands on it."""
    return any(
        right - left > 4 * SIGN and 2 * SIGN < y < view.height - 2 * SIGN
        for _, left, right, y in _all(world, country, view)
    )


def _all(world: Land, country: str, view: View) -> Iterator[tuple[float, float, float, float]]:
    """The stretches of a country inside the frame: what each is worth for its sign, from where to where, how low."""
    lines = [[view.point(*point) for point in _whole(line, view.middle)] for line in world.lines(country)]
    heights = [min(max(y, 0.0), view.height) for line in lines for _, y in line]
    low, high = min(heights), max(heights)
    for n in range(_LEVELS):
        share = (n + 0.5) / _LEVELS
        y = low + (high - low) * share
        for left, right in _stretches(lines, y, view.width):
            yield (right - left) * (1.5 - abs(2 * share - 1)), left, right, y


def _whole(line: Points, middle: float) -> Points:
    """A line without a jump at the date line, on that side of a longitude on which most of it lies: degrees from it."""
    points = [line[0]]
    for lon, lat in line[1:]:
        points.append((lon + 360 * round((points[-1][0] - lon) / 360), lat))
    ends = [lon - middle for lon, _ in points]
    turn = 360 * round((min(ends) + max(ends)) / 720)
    return [(end - turn, lat) for end, (_, lat) in zip(ends, points, strict=True)]


def _stretches(lines: Sequence[Points], y: float, width: float) -> Iterator[tuple[float, float]]:
    """From where to where a country reaches at a height, within the frame."""
    crossings = sorted(x for line in lines for x in _crossings(line, y))
    for left, right in zip(crossings[::2], crossings[1::2], strict=False):
        left, right = max(left, 0.0), min(right, width)
        if right > left:
            yield left, right


def _crossings(line: Points, y: float) -> Iterator[float]:
    """Where a closed line crosses a height."""
    for (x1, y1), (x2, y2) in pairwise((*line, line[0])):
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)

"""The scale of points that stand free: close around their values, with room at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.look.axes import Scale, snug, tick_texts
from sitegen.charts.plot import Plot

EDGE, NEAR, CLOSE = 0.06, 0.25, 0.1
"""Room at both ends, in parts of the scale; it has zero if the lowest value is at most so much of the highest; and it
is at least so long, in parts of the highest: nothing is shown so near that a hair looks like a gulf."""


class Axis(NamedTuple):
    """A scale, and its ticks in words."""

    scale: Scale
    names: tuple[str, ...]


def around(values: Sequence[float], most: int, edge: float = EDGE) -> Scale:
    """A scale of at most so many ticks that holds all values, none at an end, where it would look like zero, unless it
    is. edge: the room at both ends, in parts of it."""
    low, high = min(values), max(values)
    least = max(abs(low), abs(high)) * CLOSE
    low, high = (low, high) if high - low >= least else (low - least / 2, high + least / 2)
    room = (high - low or 1.0) * edge
    ends = (low - room, high + room)
    if 0 <= low <= high * NEAR:
        ends = (0.0, ends[1])
    elif low < 0 and 0 >= high >= low * NEAR:
        ends = (ends[0], 0.0)
    return snug(*ends, most, cut=0.0)


def axis_around(values: Sequence[float], plot: Plot, width: float, fonts: Fonts) -> Axis:
    """As many ticks, up to six, as can be named without touching each other in so many pixels."""
    for most in (6, 5, 4, 3):
        scale = around(values, most)
        names = tick_texts(scale.ticks, plot.unit, plot.locale)
        if (fonts.widest(names) + 14) * (len(names) + 1) <= width:
            break
    return Axis(scale, names)

"""The base line of an index: where it was 100."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.layers import Frame, Layer, pixel, rules, stroke, text, texts
from sitegen.charts.look.axes import Scale, snug, span
from sitegen.charts.plot import Plot
from sitegen.figures.periods import short_period

BASE = 100.0
"""What an index is in its base period."""


def base_of(plot: Plot) -> tuple[float, ...]:
    """The value that the axis of an index holds whatever its values are; none of what is no index."""
    return () if plot.unit is None or plot.unit.base is None else (BASE,)


def scale_of(plot: Plot, values: Sequence[float], most: int) -> Scale:
    """The scale of the values; that of an index lies around its base, for zero says nothing there.

    That of flows, as sales, has zero: how much they rose or fell is read off the height of the line.
    """
    if base := base_of(plot):
        held = [*values, *base]
        return snug(min(held), max(held), most)
    flows = bool(plot.figures) and all(figure.metric_kind == "flow" for figure in plot.figures)
    return span([*values, 0.0] if flows else values, most)


def base_layers(plot: Plot, scale: Scale, frame: Frame) -> list[Layer]:
    """A line across the frame at the base of an index, with its period."""
    if plot.unit is None or plot.unit.base is None:
        return []
    y = frame.height - pixel(BASE, scale.ends, frame.height)
    words = f"{short_period(plot.unit.base, plot.locale)} = 100"
    said = text(4.0, y - 8, words, color="var(--muted)")
    return [*rules([stroke((0.0, y), (frame.width, y), "var(--axis)")], strokeWidth=1.25), *texts([said])]

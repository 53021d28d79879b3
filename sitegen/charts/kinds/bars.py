"""What kinds with bars share: their axis from zero, and how a bar looks that is not exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sitegen.charts.layers import Layer, as_is, data, in_pixels
from sitegen.charts.look.glyphs import PALE
from sitegen.charts.plot import Row, ends_of, num


def reach(rows: Sequence[Row], more: Sequence[float] = ()) -> tuple[float, float]:
    """From the lowest to the highest value, zero always among them. more: other values of the axis."""
    ends = [0.0, *more, *ends_of(rows)]
    return (min(ends), max(ends) if max(ends) > min(ends) else 1.0)


def parts_of(row: Row, place: Callable[[float, float], Mapping[str, float]]) -> list[Row]:
    """The boxes of a bar from zero; of a range full up to the nearer end, and pale from there to the other.

    place: the corners of a box from one value to another, in pixels.
    """
    if row["value"] is not None:
        return [{**row, **place(0.0, num(row, "value"))}]
    near, far = sorted((num(row, "low"), num(row, "high")), key=abs)
    pale = {**row, "pale": True, **place(near, far)}
    return [pale] if near * far <= 0 else [{**row, **place(0.0, near)}, pale]


def farthest(row: Row) -> float:
    """Where a bar ends: at its value, or at the end of a range that is farther from zero."""
    return max((num(row, "low"), num(row, "high")), key=abs) if row["value"] is None else num(row, "value")


def boxes_of(boxes: Sequence[Row]) -> list[Layer]:
    """The bars: full where a source gives the value, hollow where it is worked out, with a dotted outline where it is
    added up and a dashed one where it is an estimate; pale where the value of a range may lie."""
    looks: dict[tuple[float, tuple[int, ...]], list[Row]] = {}
    for row in boxes:
        dash = (4, 3) if row["estimate"] else (2, 1) if row["derived"] else (1, 0)
        looks.setdefault((inside(row), dash), []).append(row)
    color = {"fill": as_is("Fill", "color"), "stroke": as_is("Stroke", "color")}
    return [
        data(some)
        .mark_rect(fillOpacity=share, strokeWidth=1.5, strokeDash=list(dash))
        .encode(**color, **in_pixels("x", "y", "x2", "y2"))
        for (share, dash), some in looks.items()
    ]


def inside(row: Row) -> float:
    """How much of its colour is inside a bar: 1 is full, 0 is none."""
    if row.get("pale"):
        return PALE
    return 0.0 if row["estimate"] or row["worked"] or row["derived"] else 1.0


def backs_of(boxes: Sequence[Row]) -> list[Layer]:
    """Paper behind the bars, so that no grid shines through those that are hollow."""
    if not boxes:
        return []
    return [data(boxes).mark_rect(fill="var(--paper)", stroke=None).encode(**in_pixels("x", "y", "x2", "y2"))]

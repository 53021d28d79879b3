"""The signs of stages on a map, and the words there, which paper parts from the land."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.charts.kinds.maps.land import Land
from sitegen.charts.kinds.maps.marks import SIGN, Mark, apart
from sitegen.charts.kinds.maps.spots import spot
from sitegen.charts.kinds.maps.view import View
from sitegen.charts.layers import Layer, as_is, channel, data, in_pixels
from sitegen.charts.look.stages import SIGNS
from sitegen.charts.plot import Row
from sitegen.model.stages import DONE, STAGES
from sitegen.tokens import LABEL

_SEEN = 9.0
"""The least size in pixels of a country that shows its colour without a dot."""


def marks_of(world: Land, filled: Mapping[str, Row], view: View) -> list[Mark]:
    """A mark in each country, the furthest stages first."""
    marks = [
        Mark(
            *spot(world, code, view),
            name=str(row["label"]),
            who=str(row["who"]),
            stage=next(stage for stage in STAGES if stage == row["stage"]),
            said=str(row["said"]),
            color=str(row["color"]) if _size(view.box(world.extent(code))) < _SEEN else "",
            tip=str(row["tip"]),
        )
        for code, row in filled.items()
    ]
    return sorted(apart(marks), key=lambda mark: (-STAGES.index(mark.stage), mark.y, mark.x))


def _size(box: tuple[float, float, float, float]) -> float:
    """How large something is drawn: across or up, whichever is more."""
    return max(box[2] - box[0], box[3] - box[1])


def sign_layers(marks: Sequence[Mark]) -> list[Layer]:
    """A sign at each mark, on a dot of its colour where the country is too small to show it."""
    dots: list[Row] = [_dot(mark) for mark in marks if mark.color]
    signs = [_sign(mark) for mark in marks]
    layers = []
    if dots:
        dot = data(dots).mark_circle(size=(2 * SIGN + 4) ** 2, opacity=1, strokeWidth=1)
        look = {c: as_is(c.capitalize(), c) for c in ("fill", "stroke")}
        layers.append(dot.encode(**look, **in_pixels("x", "y")))
    if signs:
        look = {c: as_is(c.capitalize(), c) for c in ("shape", "fill", "stroke")}
        tip = channel("Description", "tip")
        sign = data(signs).mark_point(size=(2 * SIGN) ** 2, opacity=1, strokeWidth=1.2, aria=True)
        layers.append(sign.encode(**look, description=tip, **in_pixels("x", "y")))
    return layers


def _dot(mark: Mark) -> Row:
    """A small country: filled where somebody is, else outlined."""
    look = (mark.color, "var(--paper)") if mark.stage in DONE else ("var(--land)", mark.color)
    return {"x": mark.x, "y": mark.y, "fill": look[0], "stroke": look[1]}


def _sign(mark: Mark) -> Row:
    sign = SIGNS[mark.stage]
    colours = ("var(--ink)", "var(--paper)")
    fill, stroke = colours if sign.solid else colours[::-1]
    return {"x": mark.x, "y": mark.y, "shape": sign.path, "fill": fill, "stroke": stroke, "tip": mark.tip}


def halos(words: Sequence[Row]) -> list[Layer]:
    """Paper around the letters of words, so that they are read over any land."""
    if not words:
        return []
    mark = data(words).mark_text(
        align="left", baseline="middle", fontSize=LABEL, stroke="var(--paper)", strokeWidth=5, strokeJoin="round"
    )
    return [mark.encode(text=channel("Text", "text"), **in_pixels("x", "y"))]

"""What the kinds draw with: a frame in pixels, axes, texts. Altair is imported only when something is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from sitegen.charts.look.axes import LINE
from sitegen.charts.plot import Row
from sitegen.grouped import grouped
from sitegen.tokens import LABEL

CAP = 5.0
"""How far the caps of a whisker reach to either side, in pixels."""
Layer = Any
"""An Altair chart. Altair's own types differ from mark to mark and say nothing here."""
Spec = dict[str, object]
"""A chart in the words of Vega-Lite."""


class Frame(Struct, frozen=True):
    """The room of a chart, in pixels: the inner width and height, and the margins around them."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def within(cls, total: float, height: float, margins: tuple[float, float, float, float]) -> Frame:
        """A frame of that whole width and inner height; margins: top, right, bottom, left."""
        top, right, bottom, left = (round(m) for m in margins)
        return cls(total - left - right, height, left, right, top, bottom)

    def finish(self, layers: Iterable[Layer]) -> Spec:
        """The layers as one chart of exactly this size.

        Whatever stands in it has its place by now, so that the engine need not measure texts in the fonts of the theme,
        which takes it half of its time. Altair's own class of layers copies each of them five times.
        """
        datasets: dict[str, object] = {}
        context = {"top_level": False, "datasets": datasets}
        return {
            "width": self.width,
            "height": self.height,
            "padding": {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom},
            "autosize": {"type": "none"},
            "layer": [layer.to_dict(validate=False, context=context) for layer in layers],
            "datasets": datasets,
            "config": {"font": "sans-serif"},
        }


def data(rows: Iterable[Row]) -> Layer:
    """A chart of these rows: given as JSON text, which Altair neither validates nor copies row by row."""
    import altair as alt

    return alt.Chart({"values": json.dumps([dict(row) for row in rows]), "format": {"type": "json"}})


def pixel(value: float, domain: Sequence[float], length: float) -> float:
    """Where a value lies on an axis of so many pixels that shows `domain` (first and last are its ends)."""
    return (value - domain[0]) / (domain[-1] - domain[0]) * length


def text(x: float, y: float, words: str, **style: str | float | bool) -> Row:
    """One line of text in pixels. style: color, align (`left`), bold (no), size (`LABEL`)."""
    usual: Row = {"color": "var(--ink)", "align": "left", "bold": False, "size": float(LABEL)}
    return {"x": x, "y": y, "text": words, **usual, **style}


def lines(x: float, middle: float, words: Sequence[str], **style: str | float | bool) -> list[Row]:
    """Several lines of text around a vertical middle."""
    top = middle - (len(words) - 1) * LINE / 2
    return [text(x, top + n * LINE, line, **style) for n, line in enumerate(words)]


def haloed(rows: Sequence[Row]) -> list[Layer]:
    """Text with paper around it, for words that stand over marks."""
    return [*texts(rows, stroke="var(--paper)", strokeWidth=4, strokeJoin="round"), *texts(rows)]


def texts(rows: Iterable[Row], **mark: Any) -> list[Layer]:
    """Layers of text: one for each style that occurs, since a mark has one style. mark: properties of the mark."""
    styles = grouped(((row["align"], row["bold"], row["size"]), row) for row in rows)
    return [
        data(some)
        .mark_text(align=align, baseline="middle", fontWeight=600 if bold else 400, fontSize=size, **mark)
        .encode(text=channel("Text", "text"), color=as_is("Color", "color"), **in_pixels("x", "y"))
        for (align, bold, size), some in styles.items()
    ]


def stroke(start: tuple[float, float], end: tuple[float, float], color: str) -> Row:
    """A straight line in pixels."""
    return {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1], "color": color}


def rules(rows: Sequence[Row], **mark: Any) -> list[Layer]:
    """A layer of straight lines, or none for no rows. mark: properties of the Altair mark."""
    if not rows:
        return []
    return [data(rows).mark_rule(**mark).encode(color=as_is("Color", "color"), **in_pixels("x", "y", "x2", "y2"))]


def whisker(
    at: float, low: float, high: float, color: str = "var(--ink)", *, upright: bool = True, point: float | None = None
) -> list[Row]:
    """From the lowest to the highest value, with caps, so that near values can be seen too; in pixels.

    point: where a point stands on it, if any; an end that it hides has no cap, unless it hides both.
    """
    seen = [end for end in (low, high) if point is None or abs(end - point) > CAP] or [low, high]
    ends = [((at, low), (at, high)), *(((at - CAP, end), (at + CAP, end)) for end in seen)]
    return [stroke(a, b, color) if upright else stroke(a[::-1], b[::-1], color) for a, b in ends]


def whiskers(strokes: Sequence[Row]) -> list[Layer]:
    """The strokes of all whiskers, with paper around them: they stand on bars and lines of any colour."""
    edges = [{**row, "color": "var(--paper)"} for row in strokes]
    return [*rules(edges, strokeWidth=3.5), *rules(strokes, strokeWidth=1.75)]


def dots(rows: Sequence[Row], size: float, dash: Sequence[float] = (1, 0), **where: Any) -> Layer:
    """A layer of points in the rows' `shape`, `fill` and `color`.

    size: in square pixels. dash: of the outline. where: x and y encodings.
    """
    mark = data(rows).mark_point(size=size, strokeWidth=2, strokeDash=[*dash], opacity=1, filled=False)
    look = {"shape": as_is("Shape", "shape"), "fill": as_is("Fill", "fill"), "stroke": as_is("Stroke", "color")}
    return mark.encode(**look, **where)


def in_pixels(*channels: str) -> dict[str, Any]:
    """Encodings of positions that the rows give in pixels, under the channels' own names."""
    import altair as alt

    axes = {"x": alt.X, "y": alt.Y}
    return {
        name: axes[name](field=name, type="quantitative", scale=None, axis=None)
        if name in axes
        else getattr(alt, name.upper())(field=name)
        for name in channels
    }


def channel(name: str, field: str) -> Any:
    """An encoding by a field of words, as an object of its class and not as text: Altair takes long to read that."""
    import altair as alt

    return getattr(alt, name)(field=field, type="nominal")


def as_is(channel: str, field: str) -> Any:
    """An encoding whose values stand in the rows as Vega wants them: a colour, a shape."""
    import altair as alt

    return getattr(alt, channel)(field=field, type="nominal", scale=None)


def axis(ticks: Mapping[float, Sequence[str]], *, grid: bool, orient: Literal["left", "bottom"]) -> Any:
    """An axis with these ticks, each with its lines of text."""
    import altair as alt

    words = {str(_plain(value)): list(text) if len(text) > 1 else text[0] for value, text in ticks.items()}
    return alt.Axis(
        values=[_plain(value) for value in ticks],
        labelExpr=f"({json.dumps(words, ensure_ascii=False)})[datum.value]",
        grid=grid,
        domain=not grid,
        ticks=not grid,
        orient=orient,
        title=None,
        labelFlush=False,
        labelOverlap=False,
    )


def _plain(value: float) -> float:
    """A whole number without its point, as JavaScript writes it in the key of an object."""
    return int(value) if value == int(value) else value


def axis_below(frame: Frame, ticks: Sequence[float], names: Sequence[str]) -> tuple[list[Row], list[Row]]:
    """The strokes of an axis below a drawing, and the names of its ticks. ticks: where they stand, in pixels."""
    base = frame.height
    strokes = [stroke((0.0, base), (frame.width, base), "var(--axis)")]
    strokes += [stroke((x, base), (x, base + 4), "var(--axis)") for x in ticks]
    pairs = zip(ticks, names, strict=True)
    return strokes, [text(x, base + 15, name, color="var(--muted)", align="center") for x, name in pairs]

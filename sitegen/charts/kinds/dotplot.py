"""How a range is drawn: a line for every published value, with its publisher, its point and its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct, field

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import (
    Frame,
    Spec,
    axis_below,
    data,
    dots,
    haloed,
    in_pixels,
    lines,
    pixel,
    rules,
    stroke,
    text,
    texts,
    whisker,
    whiskers,
)
from sitegen.charts.look.around import axis_around
from sitegen.charts.look.axes import LINE, Scale
from sitegen.charts.look.cut import cut_layers, is_cut
from sitegen.charts.look.symbols import fill, shape
from sitegen.charts.marks.drawing import down, heads, held
from sitegen.charts.plans import plan_word
from sitegen.charts.plot import Plot, Row, Size, ends_of, num
from sitegen.words import Locale

HEAD, STEP, LANE = 30.0, 24.0, 18.0
"""Heights: of a heading, of a line of a wide drawing, and of the room for a point on a phone."""


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """A heading for every address, and below it its values; where one source gives one value of each, a line each.

    Publisher and number stand beside the point, on a phone above it, so that the axis has the whole width.
    """
    said = fonts.widest(str(row["text"]) for row in plot.rows) + 16
    room = size.width - said - 8 if size.narrow else 240.0
    name = "label" if _is_bare(plot.rows) else "publisher"
    names = [fonts.wrap(_named(row, name, plot.locale), room) for row in plot.rows]
    named = max(fonts.widest(words) for words in names) + 16
    ends = [*ends_of(plot.rows), *held(plot.marks)]
    axis = axis_around(ends, plot, size.width if size.narrow else size.width - named - said, fonts)
    half = fonts.widest(axis.names) / 2 + 2
    left, right = (half, half) if size.narrow else (named, said)
    out = Marks(size.width - round(left) - round(right), round(left), size)
    y = 0.0
    for _, some in groupby(zip(plot.rows, names, strict=True), key=lambda pair: pair[0]["group"]):
        group = list(some)
        if name != "label":
            heading = fonts.wrap(str(group[0][0]["label"]), size.width - 8, bold=True)
            y += HEAD + LINE * (len(heading) - 1)
            out.tags.extend(lines(-out.left, y - (HEAD + LINE * (len(heading) - 1)) / 2, heading, bold=True))
        y = _group(group, y, axis.scale, out)
    above = heads(plot.marks, axis.scale.ends, out.width, (-out.left, size.width - out.left), fonts)
    frame = Frame.within(size.width, y + (18 if is_cut(axis.scale) else 6), (4 + above.height, right, 26, left))
    marked = down(plot.marks, axis.scale.ends, frame, above, out.lanes)
    ticks = [pixel(tick, axis.scale.ends, frame.width) for tick in axis.scale.ticks]
    strokes, named_ticks = axis_below(frame, ticks, axis.names)
    out.grid.extend(strokes)
    out.tags.extend(named_ticks)
    band = data(out.bands).mark_rect(fill="var(--accent)", fillOpacity=0.14, stroke=None)
    bands = [band.encode(**in_pixels("x", "y", "x2", "y2"))] if out.bands else []
    points = [dots(out.points, 80, **in_pixels("x", "y"))] if out.points else []
    doubts = rules(out.doubts, strokeWidth=2, opacity=0.5)
    return frame.finish(
        [
            *rules(out.grid),
            *marked.behind,
            *bands,
            *doubts,
            *whiskers(out.ranges),
            *marked.over,
            *points,
            *(haloed(out.tags) if plot.marks else texts(out.tags)),
            *cut_layers(plot.locale, axis.scale, frame, upright=False),
        ]
    )


def _is_bare(rows: Sequence[Row]) -> bool:
    """Whether one source gives one value of each address: its name at every line would only repeat itself."""
    return len({row["group"] for row in rows}) == len(rows) > len({row["publisher"] for row in rows}) == 1


def _named(row: Row, name: str, locale: Locale) -> str:
    """Who gives a value or what it is of, and whether it is a target or an estimate."""
    return ", ".join(filter(None, (str(row[name]), plan_word(row, locale))))


class Marks(Struct, frozen=True):
    """What the chart is made of, gathered over its groups.

    width: of the axis. left: the room before it, in pixels. lanes: from where to where each value has its place.
    """

    width: float
    left: float
    size: Size
    tags: list[Row] = field(default_factory=list)
    grid: list[Row] = field(default_factory=list)
    bands: list[Row] = field(default_factory=list)
    points: list[Row] = field(default_factory=list)
    lanes: list[tuple[float, float]] = field(default_factory=list)
    doubts: list[Row] = field(default_factory=list)
    ranges: list[Row] = field(default_factory=list)


def _group(group: Sequence[tuple[Row, Sequence[str]]], top: float, scale: Scale, out: Marks) -> float:
    """Adds the values of one address from `top` on; gives where they end. The grid runs behind points, not words."""
    keys = [(row, key) for row, _ in group for key in (("value",) if row["value"] is not None else ("low", "high"))]
    values = [pixel(num(row, key), scale.ends, out.width) for row, key in keys]
    y = top
    for row, words in group:
        tall = LINE * len(words)
        above = tall + 2 if out.size.narrow else 0.0
        step = above + LANE + 4 if out.size.narrow else max(STEP, tall + 6)
        start, end = (y + above, y + above + LANE) if out.size.narrow else (y, y + step)
        middle = (start + end) / 2
        out.lanes.append((start, end))
        beside = y + tall / 2 if out.size.narrow else middle
        out.tags.extend(lines(-out.left, beside, words, color="var(--muted)"))
        first = beside - (tall - LINE) / 2 if out.size.narrow else middle
        out.tags.append(text(out.size.width - out.left - 2, first, str(row["text"]), align="right"))
        out.grid.append(stroke((0.0, middle), (out.width, middle), "var(--grid)"))
        for tick in scale.ticks:
            x = pixel(tick, scale.ends, out.width)
            out.grid.append(stroke((x, start), (x, end), "var(--grid)"))
        if len(set(values)) > 1:
            out.bands.append({"x": min(values), "x2": max(values), "y": start, "y2": end})
        _point(row, middle, scale, out)
        y += step
    return y


def _point(row: Row, y: float, scale: Scale, out: Marks) -> None:
    """Adds the point of a value, and a line over the room for doubt; a range has no point, and caps at its ends."""
    at = {key: pixel(num(row, key), scale.ends, out.width) for key in ("value", "low", "high")}
    if row["value"] is None:
        out.ranges.extend(whisker(y, at["low"], at["high"], str(row["color"]), upright=False))
        return
    out.points.append({**row, "x": at["value"], "y": y, "shape": shape(row, upright=False), "fill": fill(row)})
    if row["low"] is not None and row["high"] is not None:
        out.doubts.append(stroke((at["low"], y), (at["high"], y), str(row["color"])))

"""How a picture of a claim is drawn: a line for each value, and over them what is claimed with its side shaded."""

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
from sitegen.charts.plot import Plot, Row, Size, ends_of, num

HEAD, STEP, GAP = 28.0, 26.0, 12.0
"""Heights: of the name of a reading, of a line, and of the room between comparisons."""
APART = 0.1
"""From this part of the largest value on a difference is seen on an axis from zero."""


class Canvas(Struct, frozen=True):
    """What is drawn, gathered line by line. width: of the axis; left: the room before it, in pixels."""

    width: float
    left: float
    size: Size
    fonts: Fonts
    scale: Scale
    tags: list[Row] = field(default_factory=list)
    grid: list[Row] = field(default_factory=list)
    shades: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    points: list[Row] = field(default_factory=list)
    doubts: list[Row] = field(default_factory=list)

    def at(self, value: float) -> float:
        """Where a value lies on the axis."""
        return pixel(value, self.scale.ends, self.width)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The values of every comparison; on a phone words stand above their point, and the axis has the whole width."""
    said = fonts.widest(str(row["text"]) for row in plot.rows if row["value"] is not None or row["low"] is not None)
    named = 0.0 if size.narrow else max(fonts.widest(fonts.wrap(str(r["label"]), 240)) for r in plot.rows) + 16
    claimed = [num(row, key) for row in plot.rows for key in ("claimed", "from", "to") if row[key] is not None]
    room = size.width if size.narrow else size.width - named - said - 16
    scale, names = axis_around(_with_zero([*ends_of(plot.rows), *claimed]), plot, room, fonts)
    half = fonts.widest(names) / 2 + 2
    left, right = round(max(named, half)), round(half if size.narrow else max(said + 16, half))
    out = Canvas(size.width - left - right, left, size, fonts, scale)
    frame = Frame.within(size.width, _lines(plot.rows, out) + (18 if is_cut(scale) else 4), (4, right, 26, left))
    strokes, named_ticks = axis_below(frame, [out.at(tick) for tick in scale.ticks], names)
    out.grid.extend(strokes)
    out.tags.extend(named_ticks)
    shade = data(out.shades).mark_rect(fill="var(--accent)", fillOpacity=0.14, stroke=None)
    shades = [shade.encode(**in_pixels("x", "y", "x2", "y2"))] if out.shades else []
    points = [dots(out.points, 80, **in_pixels("x", "y"))] if out.points else []
    cut = cut_layers(plot.locale, scale, frame, upright=False)
    claims = rules(out.claims, strokeWidth=2)
    return frame.finish([*rules(out.grid), *shades, *claims, *whiskers(out.doubts), *points, *texts(out.tags), *cut])


def _with_zero(values: Sequence[float]) -> list[float]:
    """The values of an axis, and zero where they are far enough apart to be told from each other on the way to it."""
    low, high = min(values), max(values)
    return [*values, 0.0] if high - low >= APART * max(abs(low), abs(high)) else [*values]


def _lines(rows: Sequence[Row], out: Canvas) -> float:
    """Adds every comparison, below the name of its reading where there are several; gives where they end."""
    heads = len({row["head"] for row in rows}) > 1
    y, head, said = 0.0, "", ""
    for _, some in groupby(rows, key=lambda row: row["group"]):
        group = list(some)
        y += GAP if y and not (said and group[0]["said"] == said) else 0.0
        if heads and group[0]["head"] != head:
            head = str(group[0]["head"])
            y += HEAD
            out.tags.append(text(-out.left, y - HEAD / 2, head, bold=True))
        if group[0]["said"] != said:
            said = str(group[0]["said"])
            y += LINE + 6 if said else 0.0
            _said(group[0], said, y - 6 - LINE / 2, out)
        for row in group:
            y = _line(row, y, out)
    return y


def _said(row: Row, said: str, y: float, out: Canvas) -> None:
    """What is claimed in words, beside its line where it has one."""
    if not said:
        return
    if row["claimed"] is None:
        out.tags.append(text(0.0 if not out.size.narrow else -out.left, y, said, color="var(--muted)"))
        return
    x, wide = out.at(num(row, "claimed")), out.fonts.width(said)
    room = out.size.width - out.left - x
    if room >= wide:
        out.tags.append(text(x, y, said))
    else:
        out.tags.append(text(max(x, wide - out.left), y, said, align="right"))


def _line(row: Row, top: float, out: Canvas) -> float:
    """Adds one value with its name and its words; gives where its line ends."""
    narrow, absent = out.size.narrow, row["value"] is None and row["low"] is None
    said, color = str(row["text"]), "var(--ink)" if row["subject"] else "var(--muted)"
    words = out.fonts.wrap(f"{row['label']}: {said}" if narrow else str(row["label"]), _room(out))
    tall = LINE * len(words)
    if narrow:
        start, end = top + tall + 4, top + tall + (8 if absent else 4 + STEP)
        out.tags.extend(lines(-out.left, top + 2 + tall / 2, words, color=color))
    else:
        start, end = top, top + max(STEP, tall + 8)
        out.tags.extend(lines(-out.left, (start + end) / 2, words, color=color))
        at, shade = (4.0, "var(--muted)") if absent else (out.width + 10, "var(--ink)")
        out.tags.append(text(at, (start + end) / 2, said, color=shade))
    if not (narrow and absent):
        _claim(row, start, end, out)
        out.grid.extend(stroke((out.at(tick), start), (out.at(tick), end), "var(--grid)") for tick in out.scale.ticks)
    if not absent:
        out.grid.append(stroke((0.0, (start + end) / 2), (out.width, (start + end) / 2), "var(--grid)"))
        _point(row, (start + end) / 2, out)
    return end


def _room(out: Canvas) -> float:
    """The room for the name of a value, in pixels."""
    return out.size.width - 8 if out.size.narrow else out.left - 12


def _point(row: Row, y: float, out: Canvas) -> None:
    point = None if row["value"] is None else out.at(num(row, "value"))
    if row["low"] is not None and row["high"] is not None:
        ends = out.at(num(row, "low")), out.at(num(row, "high"))
        out.doubts.extend(whisker(y, *ends, str(row["color"]), upright=False, point=point))
    if point is not None:
        out.points.append({**row, "x": point, "y": y, "shape": shape(row, upright=False), "fill": fill(row)})


def _claim(row: Row, start: float, end: float, out: Canvas) -> None:
    """The line of what is claimed, and the shade where a value would bear it out."""
    if row["claimed"] is None:
        return
    sign, x = str(row["sign"]), out.at(num(row, "claimed"))
    ends = {"<": (0.0, x), "<=": (0.0, x), ">": (x, out.width), ">=": (x, out.width)}
    about = [out.at(num(row, key)) for key in ("from", "to") if row[key] is not None]
    low, high = ends.get(sign, (min(about, default=x), max(about, default=x)))
    if high > low:
        out.shades.append({"x": low, "x2": high, "y": start, "y2": end})
    out.claims.append(stroke((x, start), (x, end), "var(--accent)"))

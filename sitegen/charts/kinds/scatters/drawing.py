"""How `scatter` is drawn: named axes, a point or a whisker for each entity, and its name beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import (
    Frame,
    Spec,
    as_is,
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
from sitegen.charts.look.around import around
from sitegen.charts.look.axes import LINE, Scale, tick_texts
from sitegen.charts.look.beside import Box, names_beside
from sitegen.charts.look.cut import cut_layers, is_cut
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.model.basics.unit import PERCENT, Unit

HEIGHT, NARROW, DOT, RADIUS, ARROW = 330.0, 300.0, 90.0, 6.0, 24.0
"""Height of the axes, wide and on a phone; a dot in square pixels and its radius; the length of an arrow."""
EDGE = 0.08
"""Room at the ends of an axis, in parts of it; twice as much where there are arrows."""


class Marks(Struct, frozen=True):
    """What the chart is made of."""

    points: list[Row] = field(default_factory=list)
    strokes: list[Row] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)
    boxes: list[Row] = field(default_factory=list)
    tips: list[Row] = field(default_factory=list)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The axes with their names and units, the points, and a name beside each in place of a key."""
    across, up = (_scale(plot.rows, axis, 4 if size.narrow and axis == "x" else 6) for axis in ("x", "y"))
    first = plot.rows[0]
    under, beside = (
        tick_texts(scale.ticks, _unit(first, axis), plot.locale) for axis, scale in (("x", across), ("y", up))
    )
    left, right = fonts.widest(beside) + 12, max(fonts.width(under[-1]) / 2 + 2, 12.0)
    top = fonts.wrap(f"↑ {first['y_name']}", size.width - 8, bold=True)
    bottom = fonts.wrap(f"{first['x_name']} →", size.width - left - 8, bold=True)
    when = "" if first["when"] else str(first["period"])
    over, deep = LINE * (len(top) + bool(when)) + 16, 28 + LINE * len(bottom) + 4
    frame = Frame.within(size.width, NARROW if size.narrow else HEIGHT, (over, right, deep, left))
    grid, tags = _axes(across, up, (under, beside), frame)
    tags += lines(-frame.left, -over + 4 + LINE * len(top) / 2, top, bold=True)
    tags += [text(-frame.left, -over + 4 + LINE * (len(top) + 0.5), when, color="var(--muted)")] if when else []
    tags += lines(frame.width, frame.height + 26 + LINE * len(bottom) / 2, bottom, bold=True, align="right")
    out = Marks()
    taken = [_mark(row, across, up, frame, out) for row in plot.rows]
    tags += names_beside(plot.rows, taken, frame, fonts)
    area = data(out.boxes).mark_rect(fillOpacity=0.15, strokeDash=[4, 3], strokeWidth=1.5) if out.boxes else None
    look = {"fill": as_is("Fill", "color"), "stroke": as_is("Stroke", "color")}
    return frame.finish(
        [
            *rules(grid),
            *([] if area is None else [area.encode(**look, **in_pixels("x", "y", "x2", "y2"))]),
            *whiskers(out.strokes),
            *([dots(out.heads, 45, **in_pixels("x", "y"))] if out.heads else []),
            *([dots(out.points, DOT, **in_pixels("x", "y"))] if out.points else []),
            *texts(tags),
            *cut_layers(plot.locale, up, frame),
            *cut_layers(plot.locale, across, frame, upright=False, said=not is_cut(up)),
            *tips(out.tips),
        ]
    )


def _unit(row: Row, axis: str) -> Unit:
    """What the ticks of an axis say beside their numbers: percent, or the word for zeros that they leave out."""
    return PERCENT if row[f"{axis}_percent"] else Unit("", scale=int(num(row, f"{axis}_zeros")))


def _scale(rows: Sequence[Row], axis: str, most: int) -> Scale:
    """The scale of an axis, with room at its ends so that no point stands on its edge."""
    ends = [num(row, key) for row in rows for key in (axis, f"{axis}_low", f"{axis}_high") if row[key] is not None]
    return around(ends, most, EDGE * (2 if any(row[f"{axis}_bound"] for row in rows) else 1))


def _axes(
    across: Scale, up: Scale, names: tuple[Sequence[str], Sequence[str]], frame: Frame
) -> tuple[list[Row], list[Row]]:
    """The lines of the grid, and the ticks in words."""
    grid: list[Row] = []
    tags: list[Row] = []
    for tick, name in zip(across.ticks, names[0], strict=True):
        x = pixel(tick, across.ends, frame.width)
        grid.append(stroke((x, 0.0), (x, frame.height), "var(--axis)" if tick == 0 else "var(--grid)"))
        tags.append(text(x, frame.height + 14, name, color="var(--muted)", align="center"))
    for tick, name in zip(up.ticks, names[1], strict=True):
        y = frame.height - pixel(tick, up.ends, frame.height)
        grid.append(stroke((0.0, y), (frame.width, y), "var(--axis)" if tick == 0 else "var(--grid)"))
        tags.append(text(-8, y, name, color="var(--muted)", align="right"))
    return grid, tags


def _mark(row: Row, across: Scale, up: Scale, frame: Frame, out: Marks) -> Box:
    """Adds the point of an entity, its whiskers and arrows, or its box; gives the room that its mark takes."""

    def at(axis: str, key: str) -> float | None:
        if row[key] is None:
            return None
        scale, length = (across, frame.width) if axis == "x" else (up, frame.height)
        found = pixel(num(row, key), scale.ends, length)
        return found if axis == "x" else frame.height - found

    (x, x1, x2), (y, y1, y2) = ((at(a, a), at(a, f"{a}_low"), at(a, f"{a}_high")) for a in ("x", "y"))
    color = str(row["color"])
    if x is None and y is None and None not in (x1, x2, y1, y2):
        box = Box(float(x1 or 0), float(y2 or 0), float(x2 or 0), float(y1 or 0))
        out.boxes.append({**box._asdict(), "color": color})
    else:
        middle_x, middle_y = (x, y)
        if x1 is not None and x2 is not None and middle_y is not None:
            out.strokes.extend(whisker(middle_y, x1, x2, color, upright=False, point=x))
        if y1 is not None and y2 is not None and middle_x is not None:
            out.strokes.extend(whisker(middle_x, y1, y2, color, point=y))
        ends_x = [end for end in (x, x1, x2) if end is not None]
        ends_y = [end for end in (y, y1, y2) if end is not None]
        box = Box(min(ends_x) - RADIUS, min(ends_y) - RADIUS, max(ends_x) + RADIUS, max(ends_y) + RADIUS)
        if x is not None and y is not None:
            doubt = any(row[key] is not None for key in ("x_low", "y_low", "x_bound", "y_bound"))
            fill = "var(--paper)" if doubt else color
            out.points.append({"x": x, "y": y, "shape": "circle", "fill": fill, "color": color})
            _arrows(row, x, y, out)
    when = f", {row['period']}" if row["period"] else ""
    said = f"{row['label']}{when}\n{row['x_name']}: {row['x_text']}\n{row['y_name']}: {row['y_text']}"
    out.tips.append(tip(box.x - 4, box.y - 4, box.x2 + 4, box.y2 + 4, said))
    return box


def _arrows(row: Row, x: float, y: float, out: Marks) -> None:
    """Adds an arrow to the side on which a value is open."""
    color = str(row["color"])
    for axis, ways in (("x", ("right", "left")), ("y", ("up", "down"))):
        if row[f"{axis}_bound"] is None:
            continue
        more = row[f"{axis}_bound"] == "at-least"
        way = ways[0 if more else 1]
        step = ARROW if way in ("right", "down") else -ARROW
        end = (x + step, y) if axis == "x" else (x, y + step)
        out.strokes.append(stroke((x, y), end, color))
        out.heads.append({"x": end[0], "y": end[1], "shape": f"triangle-{way}", "fill": color, "color": color})

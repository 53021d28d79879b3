"""Kind `multiples`: a small chart for each series, all on the same scales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.lines import line
from sitegen.charts.kinds.lines.drawing import strokes_of_one_look
from sitegen.charts.layers import (
    Frame,
    Layer,
    Spec,
    as_is,
    channel,
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
from sitegen.charts.look.axes import LINE, tick_texts
from sitegen.charts.look.base import base_of, scale_of
from sitegen.charts.look.dashes import PLANNED, WORKED
from sitegen.charts.look.symbols import fill, shape
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plans import plan_word
from sitegen.charts.plot import Plot, Row, Size, ends_of, follows, given, num, whole
from sitegen.figures import Figures
from sitegen.figures.periods import axis_name
from sitegen.model.chart import Chart
from sitegen.problems import Problem
from sitegen.words import Locale

ROOM, GAP, UNDER, BELOW = 92.0, 22.0, 20.0, 12.0
"""Height of a panel, the room between two beside each other, that for the years below, and that between two rows."""
DOT, NEAR = 18.0, 6.0
"""Size of a dot in square pixels; where periods are nearer than so many pixels, a line needs no dots."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`."""
    plot = line.plan(chart, figures)
    return plot if isinstance(plot, list) else structs.replace(plot, kind=chart.kind)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Panels in rows, the values named at the left of each row, the first and last period below each column.

    A series without any value has no panel; the table and the text alternative say so.
    """
    known = [row for row in plot.rows if given(row)]
    panels: dict[str, list[Row]] = {str(row["series"]): [] for row in known}
    for row in plot.rows:
        if row["series"] in panels:
            panels[str(row["series"])].append(row)
    scale = scale_of(plot, ends_of(known), 4)
    names = tick_texts(scale.ticks, plot.unit, plot.locale)
    left = fonts.widest(names) + 10
    columns = _columns(len(panels), size)
    width = (size.width - left - 8 - GAP * (columns - 1)) / columns
    titles = {key: fonts.wrap(str(some[0]["label"]), width, bold=True) for key, some in panels.items()}
    latest = {key: _latest(some, plot.locale, fonts, width) for key, some in panels.items()}
    tall = [LINE * len((*titles[key], *latest[key])) + 14 for key in panels]
    heads = [max(tall[n : n + columns]) for n in range(0, len(tall), columns)]
    frame = Frame.within(size.width, sum(heads) + (ROOM + UNDER + BELOW) * len(heads) - BELOW, (8, 8, 4, left))
    span_names = tuple(axis_name(plot.periods[end], plot.locale) for end in (0, -1))
    out = Marks([], [], [], [], [])
    for number, (key, some) in enumerate(panels.items()):
        deck, column = divmod(number, columns)
        x, top = column * (width + GAP), sum(heads[:deck]) + (ROOM + UNDER + BELOW) * deck
        y, under = top + heads[deck], top + LINE * len(titles[key])
        out.tags.extend(lines(x, under - LINE * len(titles[key]) / 2, titles[key], bold=True))
        out.tags.extend(lines(x, under + LINE * len(latest[key]) / 2 + 1, latest[key], color="var(--muted)"))
        for tick, name in zip(scale.ticks, names, strict=True):
            at = y + ROOM - pixel(tick, scale.ends, ROOM)
            out.grid.append(
                stroke((x, at), (x + width, at), "var(--axis)" if tick in (0, *base_of(plot)) else "var(--grid)")
            )
            if column == 0:
                out.tags.append(text(-8, at, name, color="var(--muted)", align="right"))
        _panel(some, Panel(x, y, width, span_names if len(panels) - number <= columns else ()), scale.ends, out)
    return frame.finish(
        [
            *rules(out.grid, strokeWidth=1),
            *_curves(out.points),
            *whiskers(out.spreads),
            *([dots(_shown(out.points), DOT, **in_pixels("x", "y"))] if out.points else []),
            *texts(out.tags),
            *tips(out.boxes),
        ]
    )


def _columns(panels: int, size: Size) -> int:
    """How many panels stand beside each other, so that the rows are even."""
    most = 2 if size.narrow else 3 if panels < 7 else 4
    return -(-panels // -(-panels // most))


class Marks(Struct, frozen=True):
    """What the panels are made of, gathered over all of them."""

    tags: list[Row]
    grid: list[Row]
    points: list[Row]
    spreads: list[Row]
    boxes: list[Row]


class Panel(NamedTuple):
    """Where a panel stands, in pixels: the corner of its plot, and its width. ends: what stands below them, or ()."""

    left: float
    top: float
    width: float
    ends: tuple[str, ...]


def _latest(some: Sequence[Row], locale: Locale, fonts: Fonts, width: float) -> tuple[str, ...]:
    """The last value of a series with its period, "40,016 in Jan 2026", in one line or in two; then its last plans."""
    known = [row for row in some if given(row)]
    last = {row["status"] if row["estimate"] else "": row for row in known}
    said: list[str] = []
    for row in last.values():
        plan = plan_word(row, locale)
        value = f"{plan}: {row['text']}" if plan else str(row["text"])
        said += fonts.wrap(locale.say("charts.said.value", value=value, period=row["when"]), width)
    return tuple(said)


def _panel(some: Sequence[Row], at: Panel, ends: Sequence[float], out: Marks) -> None:
    """Adds the points of one series with their words, and below the lowest panels the ends of the time axis."""
    left, top, width, under = at
    run, before = 0, None
    step = width / max(*(num(row, "column") for row in some), 1.0)
    for row in some:
        point = row["value"] is not None
        run += not point or before is None or not follows(row, before)
        before = row
        if not given(row):
            continue
        x, y = left + step * num(row, "column"), top + ROOM - pixel(num(row, "value"), ends, ROOM)
        if (reach := whole(row)) is not None:
            low, high = (top + ROOM - pixel(end, ends, ROOM) for end in reach)
            out.spreads.extend(whisker(x, low, high, str(row["color"]), point=y if point else None))
        look = {"shape": shape(row), "fill": fill(row), "run": f"{row['line']} {run}", "apart": step >= NEAR}
        out.points.extend([{**row, "x": x, "y": y, **look}] if point else [])
        said = f"{row['when']}\n{row['label']}: {row['text']}"
        out.boxes.append(tip(max(x - step / 2, left), top, min(x + step / 2, left + width), top + ROOM, said))
    for words, x, align in zip(under, (left, left + width), ("left", "right"), strict=False):
        out.tags.append(text(x, top + ROOM + 13, words, color="var(--muted)", align=align))


def _shown(points: Sequence[Row]) -> list[Row]:
    """The points that get a dot: all, but where they are near only what is not exact, stands alone or is last."""
    members = Counter(row["run"] for row in points)
    last = {row["line"]: row["x"] for row in points}
    return [
        row
        for row in points
        if row["apart"]
        or (row["shape"], row["fill"]) != ("circle", row["color"])
        or members[row["run"]] == 1
        or last[row["line"]] == row["x"]
    ]


def _curves(points: Sequence[Row]) -> list[Layer]:
    """The lines, thin and dashed to and from what is worked out or a limit."""
    strokes = strokes_of_one_look(points)
    solid = [row for row in strokes if not row["estimate"] and not row["thin"]]
    loose = [row for row in strokes if not row["estimate"] and row["thin"]]
    plans = [row for row in strokes if row["estimate"]]
    marks = [data(solid).mark_line(strokeWidth=1.75, strokeJoin="round", strokeCap="round")] if solid else []
    for some, dash in ((loose, WORKED), (plans, PLANNED)):
        marks += [data(some).mark_line(strokeWidth=1.25, strokeDash=dash, strokeCap="round")] if some else []
    look = {"color": as_is("Color", "color"), "detail": channel("Detail", "run")}
    return [mark.encode(**look, **in_pixels("x", "y")) for mark in marks]

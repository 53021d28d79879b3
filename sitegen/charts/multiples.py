"""Kind `multiples`: a small chart for each series, all on the same scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sitegen.charts import line
from sitegen.charts.axes import LINE, span, tick_texts
from sitegen.charts.fonts import Fonts
from sitegen.charts.pen import (
    Frame,
    Layer,
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
)
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.charts.signs import fill, shape
from sitegen.charts.tips import tip, tips
from sitegen.figures import Figures
from sitegen.figures.words import short_period
from sitegen.model.period import Period
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart
from sitegen.problems import Problem

ROOM, GAP, UNDER = 92.0, 22.0, 20.0
"""Height of a panel, the room between two beside each other, and that for the years below."""


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`."""
    plot = line.plan(chart, tracker, figures)
    return plot if isinstance(plot, list) else replace(plot, kind=chart.kind)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """Panels in rows, the values named at the left of each row, the first and last period below each column."""
    panels: dict[str, list[Row]] = {}
    for row in plot.rows:
        panels.setdefault(str(row["series"]), []).append(row)
    known = [row for row in plot.rows if row["value"] is not None]
    ticks = span([num(row, k) for row in known for k in ("value", "low", "high") if row[k] is not None], 3)
    names = tick_texts(ticks, plot.unit, plot.locale)
    left = fonts.widest(names) + 10
    columns = min(len(panels), 2 if size.narrow else 3 if len(panels) < 7 else 4)
    width = (size.width - left - 8 - GAP * (columns - 1)) / columns
    titles = {key: fonts.wrap(str(some[0]["label"]), width, bold=True) for key, some in panels.items()}
    latest = {key: fonts.wrap(_latest(some, plot.locale), width) for key, some in panels.items()}
    head = LINE * max(len((*titles[key], *latest[key])) for key in panels) + 14
    step = head + ROOM + UNDER + 12
    deep = -(-len(panels) // columns)
    frame = Frame.within(size.width, step * deep - 12, (8, 8, 4, left))
    out = Marks([], [], [], [], [])
    for number, (key, some) in enumerate(panels.items()):
        x, y = (number % columns) * (width + GAP), (number // columns) * step + head
        under = y - head + LINE * len(titles[key])
        out.tags.extend(lines(x, under - LINE * len(titles[key]) / 2, titles[key], bold=True))
        out.tags.extend(lines(x, under + LINE * len(latest[key]) / 2 + 1, latest[key], color="var(--muted)"))
        for tick, name in zip(ticks, names, strict=True):
            at = y + ROOM - pixel(tick, ticks, ROOM)
            out.grid.append(stroke((x, at), (x + width, at), "var(--axis)" if tick == 0 else "var(--grid)"))
            if number % columns == 0:
                out.tags.append(text(-8, at, name, color="var(--muted)", align="right"))
        _panel(some, Panel(x, y, width, len(panels) - number <= columns), ticks, plot.locale, out)
    return frame.finish(
        [
            *rules(out.grid, strokeWidth=1),
            *rules(out.spreads, strokeWidth=4, opacity=0.45),
            *_curves(out.points),
            dots(out.points, 12, **in_pixels("x", "y")),
            *texts(out.tags),
            *tips(out.boxes),
        ]
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """What the panels are made of, gathered over all of them."""

    tags: list[Row]
    grid: list[Row]
    points: list[Row]
    spreads: list[Row]
    boxes: list[Row]


class Panel(NamedTuple):
    """Where a panel stands, in pixels: the corner of its plot, and its width. last: nothing stands below it."""

    left: float
    top: float
    width: float
    last: bool


def _latest(some: Sequence[Row], locale: str) -> str:
    """The last value of a series with its period: "40,016 in Jan 2026"."""
    known = [row for row in some if row["value"] is not None]
    if not known:
        return "no value"
    return f"{known[-1]['text']} in {short_period(Period.parse(str(known[-1]['period'])), locale)}"


def _panel(some: Sequence[Row], at: Panel, ticks: Sequence[float], locale: str, out: Marks) -> None:
    """Adds the points of one series with their words, and below the lowest panels the ends of the time axis."""
    left, top, width, last = at
    run = 0
    step = width / max(len(some) - 1, 1)
    for n, row in enumerate(some):
        if row["value"] is None:
            run += 1
            continue
        x, y = left + step * n, top + ROOM - pixel(num(row, "value"), ticks, ROOM)
        if row["low"] is not None:
            low, high = (top + ROOM - pixel(num(row, key), ticks, ROOM) for key in ("low", "high"))
            out.spreads.append(stroke((x, low), (x, high), str(row["color"])))
        look = {"shape": shape(row), "fill": fill(row), "run": f"{row['series']} {run}"}
        out.points.append({**row, "x": x, "y": y, **look})
        said = f"{short_period(Period.parse(str(row['period'])), locale)}\n{row['label']}: {row['text']}"
        out.boxes.append(tip(max(x - step / 2, left), top, min(x + step / 2, left + width), top + ROOM, said))
    if last:
        for row, x, align in ((some[0], left, "left"), (some[-1], left + width, "right")):
            words = short_period(Period.parse(str(row["period"])), locale)
            out.tags.append(text(x, top + ROOM + 13, words, color="var(--muted)", align=align))


def _curves(points: Sequence[Row]) -> list[Layer]:
    if not points:
        return []
    mark = data(points).mark_line(strokeWidth=1.75, strokeJoin="round", strokeCap="round")
    return [mark.encode(color=as_is("Color", "color"), detail=channel("Detail", "run:N"), **in_pixels("x", "y"))]

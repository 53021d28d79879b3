"""Kind `line`: series over time, each named at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sitegen.charts.calendars import check_calendars, heads
from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import (
    Frame,
    Layer,
    as_is,
    axis,
    channel,
    data,
    dots,
    pixel,
    rules,
    texts,
    whisker,
    whiskers,
)
from sitegen.charts.look.axes import Scale, axis_texts, tick_texts, width_of
from sitegen.charts.look.base import base_layers, scale_of
from sitegen.charts.look.beside import Box
from sitegen.charts.look.symbols import POINTS, fill, key_of, shape
from sitegen.charts.look.tags import names_of, placed
from sitegen.charts.look.tips import strips, tips
from sitegen.charts.marks.drawing import across, held
from sitegen.charts.marks.events import event_layers, event_rows, marks_key
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.plot import Plot, Row, Size, follows, given, num, top
from sitegen.charts.points import by_period, check_span, lines_of
from sitegen.charts.rows import rows_of, sources_of
from sitegen.charts.said import summary_of
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

DASHES = ([1, 0], [6, 3], [2, 3])
PLANNED = [1, 4]
"""Between targets, or estimates, of neighbouring periods."""
MANY = 40


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The values of the chart's series over its periods, and events as marks; a missing value is a gap."""
    if problems := [*check_bases(chart, chart.series, tracker), *check_span(chart, tracker)]:
        return problems
    periods, drawn = lines_of(chart, tracker, figures)
    if not periods:
        return empty(chart)
    if problems := check_calendars(chart, chart.series, by_period(drawn), tracker):
        return problems
    rows = list(rows_of(drawn, periods, tracker))
    marks = event_rows(chart, tracker, figures, periods)
    found = [figure for line in drawn for figure in line.found]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=(*({"what": "value", **row} for row in rows), *marks),
        unit=drawn[0].column.unit,
        locale=tracker.site.locale,
        periods=periods,
        columns=("Period", *heads(drawn, tracker.site.locale)),
        table=tuple((p, *(line.cell(n) for line in drawn)) for n, p in enumerate(periods)),
        summary=summary_of(drawn, periods, tracker),
        key=(*key_of(rows, POINTS), *marks_key(marks)),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """The lines, their points, whiskers for rival values, names at the ends, and the events."""
    rows = [row for row in plot.rows if row["what"] == "value"]
    known = [row for row in rows if given(row)]
    points = [row for row in known if row["value"] is not None]
    ends = [num(row, k) for row in known for k in ("value", "low", "high") if row[k] is not None]
    scale = scale_of(plot, [*ends, *held(plot.marks)], 5 if size.narrow else 6)
    names = tick_texts(scale.ticks, plot.unit, plot.locale)
    periods = plot.periods
    labels = names_of([_named(row) for row in known], fonts, 104 if size.narrow else 150)
    right = max((fonts.widest(words, bold=True) for _, words in labels), default=0.0) + 18
    marks = [row for row in plot.rows if row["what"] == "event"]
    left = fonts.widest(names) + 12
    usual = {"month": 34.0, "year": fonts.width("2025") + 8}.get(str(periods[0].cadence), fonts.width("Q4") + 12)
    each = width_of(periods, plot.locale, fonts, usual)
    under = {float(i): w for i, w in axis_texts(periods, plot.locale, int((size.width - left - right) // each)).items()}
    deep = 15 * max(map(len, under.values())) + 10
    frame = Frame.within(size.width, 250 if size.narrow else 290, (28 if marks else 12, right, deep, left))
    start = min([0.0, *(num(row, "index") for row in known)])  # a year may end before the first year of the chart does
    domain = (start, float(len(periods) - 1)) if len(periods) > 1 else (-0.5, 0.5)
    x, y = _scales(domain, under, scale, names)
    tags, leaders = placed(labels, domain, scale.ends, frame)
    marked = across(plot.marks, scale.ends, frame, fonts, _taken(known, domain, scale.ends, frame))
    return frame.finish(
        [
            *event_layers(marks, domain, frame),
            *base_layers(plot, scale, frame),
            *marked.behind,
            *_lines(_ordered(points, plot), x, y),
            *whiskers([part for row in known for part in _whisker(row, domain, scale.ends, frame)]),
            *([dots(_shown(points, len(periods)), 34, x=x, y=y("value"))] if points else []),
            *rules(leaders, strokeWidth=0.75),
            *texts(tags),
            *marked.over,
            *tips(strips(known, plot.locale, domain, frame)),
        ]
    )


def _ordered(rows: Sequence[Row], plot: Plot) -> list[Row]:
    """The rows, those that the chart is about last, so that their lines lie over the others."""
    return sorted(rows, key=lambda row: row["entity"] in plot.focus)


def _taken(known: Sequence[Row], domain: Sequence[float], ends: Sequence[float], frame: Frame) -> list[Box]:
    """Where the points are, and the middles between neighbours, for words that are to cover neither."""
    at = [
        (pixel(num(row, "index"), domain, frame.width), frame.height - pixel(top(row), ends, frame.height))
        for row in known
    ]
    pairs = zip(zip(known, at, strict=True), zip(known[1:], at[1:], strict=True), strict=False)
    between = [((x + x2) / 2, (y + y2) / 2) for (before, (x, y)), (row, (x2, y2)) in pairs if follows(row, before)]
    return [Box(x - 6, y - 6, x + 6, y + 6) for x, y in (*at, *between)]


def _named(row: Row) -> Row:
    """A row whose label has the number of a target or an estimate."""
    return {**row, "label": f"{row['label']}: {row['text']}"} if row["estimate"] else row


def _whisker(row: Row, domain: Sequence[float], ends: Sequence[float], frame: Frame) -> list[Row]:
    """From the lowest to the highest rival value, where there are any, or from end to end of a range."""
    if row["low"] is None:
        return []
    low, high, point = (frame.height - pixel(num(row, key), ends, frame.height) for key in ("low", "high", "value"))
    at = pixel(num(row, "index"), domain, frame.width)
    return whisker(at, low, high, str(row["color"]), point=None if row["value"] is None else point)


def _lines(known: Sequence[Row], x: Any, y: Callable[[str], Any]) -> list[Layer]:
    """One line for every unbroken run of values."""
    color = as_is("Color", "color")
    layers: list[Layer] = []
    runs = _runs(known)
    plans, firm = [row for row in runs if row["estimate"]], [row for row in runs if not row["estimate"]]
    looks = [(2.25, dash, [r for r in firm if num(r, "dash") % len(DASHES) == n]) for n, dash in enumerate(DASHES)]
    for wide, dash, some in (*looks, (1.5, PLANNED, plans)):
        if some:
            mark = data(some).mark_line(strokeWidth=wide, strokeDash=dash, strokeJoin="round", strokeCap="round")
            layers.append(mark.encode(x=x, y=y("value"), color=color, detail=channel("Detail", "run:N")))
    return layers


def _scales(
    domain: Sequence[float], under: Mapping[float, Sequence[str]], values: Scale, over: Sequence[str]
) -> tuple[Any, Callable[[str], Any]]:
    """The encodings of time and of values; the second is asked for by the field it shows."""
    import altair as alt

    x = alt.X("index:Q", scale=alt.Scale(domain=[*domain], nice=False), axis=axis(under, grid=False, orient="bottom"))
    scale = alt.Scale(domain=[*values.ends], nice=False)
    named = {tick: (name,) for tick, name in zip(values.ticks, over, strict=True)}
    return x, lambda field: alt.Y(f"{field}:Q", scale=scale, axis=axis(named, grid=True, orient="left"))


def _runs(known: Sequence[Row]) -> list[Row]:
    """The rows with the number of the unbroken run that each is part of; a missing period begins a new one."""
    runs: list[Row] = []
    number = 0
    for before, row in zip([None, *known], known, strict=False):
        if before is None or not follows(row, before):
            number += 1
        runs.append({**row, "run": f"r{number}"})
    return runs


def _shown(known: Sequence[Row], periods: int) -> list[Row]:
    """The rows that get a point: all, but on long lines only what is not exact, or stands alone or last."""
    runs = _runs(known)
    members = Counter(row["run"] for row in runs)
    last = {row["line"]: row["index"] for row in runs}
    return [
        {**row, "shape": shape(row), "fill": fill(row)}
        for row in runs
        if periods <= MANY
        or (shape(row), fill(row)) != ("circle", row["color"])
        or members[row["run"]] == 1
        or last[row["line"]] == row["index"]
    ]

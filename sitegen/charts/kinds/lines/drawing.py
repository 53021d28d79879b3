"""How `line` is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.lines.said import LAST, values_said
from sitegen.charts.layers import (
    Frame,
    Layer,
    Spec,
    as_is,
    axis,
    channel,
    data,
    dots,
    haloed,
    pixel,
    rules,
    texts,
    whisker,
    whiskers,
)
from sitegen.charts.look.axes import LINE, Scale, axis_texts, tick_texts, width_of
from sitegen.charts.look.base import base_layers, base_of, scale_of
from sitegen.charts.look.beside import Box
from sitegen.charts.look.cut import cut_layers, is_cut
from sitegen.charts.look.dashes import DASHES, PLANNED, WORKED
from sitegen.charts.look.symbols import fill, shape
from sitegen.charts.look.tags import names_of, placed
from sitegen.charts.look.tips import strips, tips
from sitegen.charts.marks.drawing import across, held, strokes_of
from sitegen.charts.marks.events import ABOVE, Flags, event_layers, flags, stems
from sitegen.charts.plot import Plot, Row, Size, ends_of, follows, given, is_firm, num, top, whole

MANY = 40


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The lines, their points, whiskers for rival values, names at the ends, numbers, and the events."""
    rows = [row for row in plot.rows if row["what"] == "value"]
    known = _ordered([row for row in rows if given(row)], plot)
    points = [row for row in known if row["value"] is not None]
    scale = scale_of(plot, [*ends_of(known), *held(plot.marks)], 5 if size.narrow else 6)
    names = tick_texts(scale.ticks, plot.unit, plot.locale)
    labels = names_of([_named(row) for row in known], fonts, 104 if size.narrow else 150)
    frame, domain, under, above = _frame(plot, size, fonts, names, labels)
    x, y = _scales(domain, under, scale, names)
    tags, leaders = placed(labels, domain, scale.ends, frame)
    at = [pixel(num(row, "index"), domain, frame.width) for row in known]
    up = [frame.height - pixel(top(row), scale.ends, frame.height) for row in known]
    most = 1 if size.narrow else 2
    foot = [Box(0.0, frame.height - 20, 64.0, frame.height)] if is_cut(scale) else []
    taken = [*foot, *stems(above, frame), *strokes_of(plot.marks, scale.ends, frame), *_boxes(tags, fonts)]
    numbers = values_said(plot, list(zip(known, zip(at, up, strict=True), strict=True)), taken, frame, most, fonts)
    marked = across(plot.marks, scale.ends, frame, fonts, (*numbers.taken, *numbers.boxes))
    return frame.finish(
        [
            *event_layers(above, frame, [*numbers.boxes, *marked.boxes]),
            *base_layers(plot, scale, frame),
            *marked.behind,
            *_lines(points, x, y),
            *whiskers([part for row in known for part in _whisker(row, domain, scale.ends, frame)]),
            *([dots(_shown(points, len(plot.periods)), 34, x=x, y=y("value"))] if points else []),
            *rules(leaders, strokeWidth=0.75, strokeDash=[1, 2]),
            *texts(tags),
            *marked.over,
            *haloed(numbers.texts),
            *(cut_layers(plot.locale, scale, frame) if not base_of(plot) else []),
            *tips(strips(known, plot.locale, domain, frame)),
        ]
    )


def _boxes(tags: Sequence[Row], fonts: Fonts) -> list[Box]:
    """Where the names at the ends of the lines stand."""
    half = LINE / 2
    at = ((num(tag, "x"), num(tag, "y"), fonts.width(str(tag["text"]), bold=True)) for tag in tags)
    return [Box(x - 2, y - half, x + wide, y + half) for x, y, wide in at]


def _frame(
    plot: Plot, size: Size, fonts: Fonts, names: Sequence[str], labels: Sequence[tuple[Row, tuple[str, ...]]]
) -> tuple[Frame, tuple[float, float], Mapping[float, Sequence[str]], Flags]:
    """The frame, the ends of the axis of time, what is named on it, and the events above it."""
    ends = (str(row["text"]) for row, _ in labels if len(labels) <= LAST and not row["estimate"])
    named = (fonts.widest(words, bold=True) for _, words in labels)
    right = round(max([*named, *(fonts.width(words) - 14 for words in ends)], default=0.0) + 18)
    left = round(fonts.widest(names) + 12)
    periods, width = plot.periods, size.width - left - right
    usual = {"month": 34.0, "year": fonts.width("2025") + 8}.get(str(periods[0].cadence), fonts.width("Q4") + 12)
    each = width_of(periods, plot.locale, fonts, usual)
    under = {float(i): w for i, w in axis_texts(periods, plot.locale, int(width // each)).items()}
    deep = 15 * max(map(len, under.values())) + 10
    drawn = [num(row, "index") for row in plot.rows if row["what"] == "value" and given(row)]
    start = min([0.0, *drawn])  # a year may end before the first year of the chart does
    domain = (start, float(len(periods) - 1)) if len(periods) > 1 else (-0.5, 0.5)
    marks = [row for row in plot.rows if row["what"] == "event"]
    edges = (-float(left), float(width + right))
    above = flags(marks, domain, width, edges, fonts, 92 if size.narrow else 124)
    frame = Frame.within(size.width, 250 if size.narrow else 290, (above.height + ABOVE, right, deep, left))
    return frame, domain, under, above


def _ordered(rows: Sequence[Row], plot: Plot) -> list[Row]:
    """The rows, those that the chart is about last, so that their lines lie over the others."""
    return sorted(rows, key=lambda row: row["entity"] in plot.focus)


def _named(row: Row) -> Row:
    """A row whose label has the number of a target or an estimate."""
    return {**row, "label": f"{row['label']}: {row['text']}"} if row["estimate"] else row


def _whisker(row: Row, domain: Sequence[float], ends: Sequence[float], frame: Frame) -> list[Row]:
    """From the lowest to the highest rival value, from end to end of a range, or as far as a value may be off."""
    if (reach := whole(row)) is None:
        return []
    low, high, point = (frame.height - pixel(end, ends, frame.height) for end in (*reach, num(row, "value")))
    at = pixel(num(row, "index"), domain, frame.width)
    return whisker(at, low, high, str(row["color"]), point=None if row["value"] is None else point)


def _lines(known: Sequence[Row], x: Any, y: Callable[[str], Any]) -> list[Layer]:
    """One line for every unbroken run of values; thin and dashed to and from what is worked out or a limit."""
    color = as_is("Color", "color")
    layers: list[Layer] = []
    strokes = strokes_of_one_look(known)
    firm = [row for row in strokes if not row["estimate"] and not row["thin"]]
    looks = [(2.25, dash, [r for r in firm if num(r, "dash") % len(DASHES) == n]) for n, dash in enumerate(DASHES)]
    thin = (1.25, WORKED, [row for row in strokes if row["thin"]])
    plans = (1.5, PLANNED, [row for row in strokes if row["estimate"] and not row["thin"]])
    for wide, dash, some in (thin, *looks, plans):
        if some:
            mark = data(some).mark_line(strokeWidth=wide, strokeDash=dash, strokeJoin="round", strokeCap="round")
            layers.append(mark.encode(x=x, y=y("value"), color=color, detail=channel("Detail", "run")))
    return layers


def strokes_of_one_look(known: Sequence[Row]) -> list[Row]:
    """The rows of every unbroken stroke of one look; where the look changes, a row ends one and begins another."""
    strokes: list[list[Row]] = []
    thin: list[bool] = []
    for before, row in pairwise(known):
        if not follows(row, before):
            continue
        loose = not (is_firm(before) and is_firm(row))
        if strokes and strokes[-1][-1] is before and thin[-1] == loose:
            strokes[-1].append(row)
        else:
            strokes.append([before, row])
            thin.append(loose)
    return [{**row, "run": f"r{n}", "thin": thin[n]} for n, stroke in enumerate(strokes) for row in stroke]


def _scales(
    domain: Sequence[float], under: Mapping[float, Sequence[str]], values: Scale, over: Sequence[str]
) -> tuple[Any, Callable[[str], Any]]:
    """The encodings of time and of values; the second is asked for by the field it shows."""
    import altair as alt

    across = alt.Scale(domain=[*domain], nice=False)
    below = axis(under, grid=False, orient="bottom")
    up = alt.Scale(domain=[*values.ends], nice=False)
    named = {tick: (name,) for tick, name in zip(values.ticks, over, strict=True)}
    beside = axis(named, grid=True, orient="left")
    x = alt.X(field="index", type="quantitative", scale=across, axis=below)
    return x, lambda field: alt.Y(field=field, type="quantitative", scale=up, axis=beside)


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

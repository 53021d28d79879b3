"""Kind `line`: series over time, each named at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sitegen.charts.axes import LINE, Scale, axis_texts, span, spread, tick_texts
from sitegen.charts.colours import words_colour
from sitegen.charts.fonts import Fonts
from sitegen.charts.marks import event_layers, event_rows, marks_key
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.pen import Frame, Layer, as_is, axis, channel, data, dots, lines, pixel, rules, stroke, texts
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.charts.points import Line, lines_of, rows_of, sources_of
from sitegen.charts.signs import POINTS, fill, key_of, shape
from sitegen.charts.tips import strips, tips
from sitegen.figures import Figures
from sitegen.figures.figure import Figure
from sitegen.figures.words import say, short_period
from sitegen.model.period import Period
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart
from sitegen.problems import Problem

DASHES = ([1, 0], [6, 3], [2, 3])
MANY = 40


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The values of the chart's series over its periods, and events as marks; a missing value is a gap."""
    if problems := check_bases(chart, chart.series, tracker):
        return problems
    periods, drawn = lines_of(chart, tracker, figures)
    if not periods:
        return empty(chart)
    rows = list(rows_of(drawn, periods, tracker))
    marks = event_rows(chart, tracker, figures, periods)
    found = [figure for line in drawn for figure in line.found]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=(*({"what": "value", **row} for row in rows), *marks),
        unit=found[0].unit,
        locale=tracker.site.locale,
        columns=("Period", *(line.label for line in drawn)),
        table=tuple((p, *(line.answers[n] for line in drawn)) for n, p in enumerate(periods)),
        summary=_summary(drawn, periods, tracker),
        key=(*key_of(rows, POINTS), *marks_key(marks)),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def _summary(drawn: Sequence[Line], periods: Sequence[Period], tracker: Tracker) -> str:
    """What the lines show: where each begins, ends and is highest, and how much is missing."""
    locale = tracker.site.locale
    unit = tracker.metrics[drawn[0].series[1]].unit
    parts = [f"Values in {unit}, {short_period(periods[0], locale)} to {short_period(periods[-1], locale)}."]
    for line in drawn:
        known = [(p, a) for p, a in zip(periods, line.answers, strict=True) if isinstance(a, Figure)]
        if not known:
            parts.append(f"{line.label}: no values.")
            continue
        (start, first), (end, last) = known[0], known[-1]
        words = f"{line.label}: {say(first, locale)} in {short_period(start, locale)}"
        if len(known) > 1:
            words += f", {say(last, locale)} in {short_period(end, locale)}"
        top = max(known, key=lambda pair: pair[1].amount.value or 0)
        if top[0] not in (start, end):
            words += f"; highest {say(top[1], locale)} in {short_period(top[0], locale)}"
        gaps = len(periods) - len(known)
        parts.append(words + (f"; no value for {gaps} of {len(periods)} periods." if gaps else "."))
    return " ".join(parts)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """The lines, their points, whiskers for rival values, names at the ends, and the events."""
    rows = [row for row in plot.rows if row["what"] == "value"]
    known = [row for row in rows if row["value"] is not None]
    ends = [num(row, k) for row in known for k in ("value", "low", "high") if row[k] is not None]
    scale = span(ends, 5 if size.narrow else 6)
    names = tick_texts(scale.ticks, plot.unit, plot.locale)
    periods = [Period.parse(p) for p in dict.fromkeys(str(row["period"]) for row in rows)]
    labels = _labels(known, fonts, 104 if size.narrow else 150)
    right = max((fonts.widest(words, bold=True) for _, words in labels), default=0.0) + 18
    marks = [row for row in plot.rows if row["what"] == "event"]
    frame = Frame.within(
        size.width, 250 if size.narrow else 290, (28 if marks else 12, right, 40, fonts.widest(names) + 12)
    )
    domain = (0.0, float(len(periods) - 1)) if len(periods) > 1 else (-0.5, 0.5)
    room = int(frame.width // (fonts.width("Q4") + 12 if periods[0].cadence != "month" else 34))
    under = {float(i): words for i, words in axis_texts(periods, plot.locale, room).items()}
    x, y = _scales(domain, under, scale, names)
    tags, leaders = _placed(labels, domain, scale.ends, frame)
    return frame.finish(
        [
            *event_layers(marks, domain, frame),
            *_lines(known, x, y),
            dots(_shown(known, len(periods)), 34, x=x, y=y("value")),
            *rules(leaders, strokeWidth=1, strokeDash=[1, 3]),
            *texts(tags),
            *tips(strips(known, plot.locale, domain, frame)),
        ]
    )


def _labels(known: Sequence[Row], fonts: Fonts, width: float) -> list[tuple[Row, tuple[str, ...]]]:
    """The last point of every series, with its name in lines."""
    last = {row["series"]: row for row in known}
    return [(row, fonts.wrap(str(row["label"]), width, bold=True)) for row in last.values()]


def _placed(
    labels: Sequence[tuple[Row, tuple[str, ...]]], domain: Sequence[float], ends: Sequence[float], frame: Frame
) -> tuple[list[Row], list[Row]]:
    """Names to the right of the frame, none over another, and a thin line from each point to a name that stands off."""
    wanted = [frame.height - pixel(num(row, "value"), ends, frame.height) for row, _ in labels]
    gap = LINE * max((len(words) for _, words in labels), default=1) + 1
    tags: list[Row] = []
    leaders: list[Row] = []
    for (row, words), point, middle in zip(
        labels, wanted, spread(wanted, gap, (gap - LINE) / 2, frame.height), strict=True
    ):
        color = str(row["color"])
        x = pixel(num(row, "index"), domain, frame.width)
        tags += lines(frame.width + 14, middle, words, color=words_colour(color), bold=True)
        if abs(middle - point) > 3 or x < frame.width - 1:
            leaders.append(stroke((x + 5, point), (frame.width + 11, middle), color))
    return tags, leaders


def _lines(known: Sequence[Row], x: Any, y: Callable[[str], Any]) -> list[Layer]:
    """One line for every unbroken run of values, and a thick pale one from lowest to highest rival."""
    color = as_is("Color", "color")
    layers: list[Layer] = []
    if spreads := [row for row in known if row["low"] is not None]:
        whisker = data(spreads).mark_rule(strokeWidth=5, opacity=0.45)
        layers.append(whisker.encode(x=x, y=y("low"), y2=channel("Y2", "high:Q"), color=color))
    runs = _runs(known)
    for number, dash in enumerate(DASHES):
        if some := [row for row in runs if num(row, "dash") % len(DASHES) == number]:
            mark = data(some).mark_line(strokeWidth=2.25, strokeDash=dash, strokeJoin="round", strokeCap="round")
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
        if before is None or before["series"] != row["series"] or num(row, "index") != num(before, "index") + 1:
            number += 1
        runs.append({**row, "run": f"r{number}"})
    return runs


def _shown(known: Sequence[Row], periods: int) -> list[Row]:
    """The rows that get a point: all, but on long lines only what is not exact, or stands alone or last."""
    runs = _runs(known)
    members = Counter(row["run"] for row in runs)
    last = {row["series"]: row["index"] for row in runs}
    return [
        {**row, "shape": shape(row), "fill": fill(row)}
        for row in runs
        if periods <= MANY
        or (shape(row), fill(row)) != ("circle", row["color"])
        or members[row["run"]] == 1
        or last[row["series"]] == row["index"]
    ]

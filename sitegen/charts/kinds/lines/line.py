"""What `line` shows: series over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import structs

from sitegen.charts.calendars import check_calendars, heads
from sitegen.charts.kinds.lines.index import check_index
from sitegen.charts.look.base import scale_of
from sitegen.charts.look.specks import specked
from sitegen.charts.look.symbols import LINES, POINTS, key_of
from sitegen.charts.marks.events import event_rows, marked
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.plot import Key, Plot, Row, ends_of, follows, given, is_firm
from sitegen.charts.points import by_period, check_span, lines_of
from sitegen.charts.rows import rows_of, sources_of
from sitegen.charts.said import summary_of
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

MARKS = 6
"""About so many numbers stand on the axis of values."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The values of the chart's series over its periods, and events as marks; a missing value is a gap."""
    tracker = figures.tracker
    if problems := [*check_bases(chart, chart.series, tracker), *check_span(chart, tracker)]:
        return problems
    if problems := [*check_index(chart, figures)]:
        return problems
    periods, drawn = lines_of(chart, figures)
    if not periods:
        return empty(chart)
    if problems := check_calendars(chart, chart.series, by_period(drawn), tracker):
        return problems
    every = [{"what": "value", **row} for row in rows_of(drawn, periods, tracker)]
    marks = event_rows(chart, figures, periods)
    found = [figure for line in drawn for figure in line.found]
    plot = Plot(
        id=chart.id,
        kind=chart.kind,
        rows=(),
        unit=drawn[0].column.unit,
        locale=tracker.site.locale,
        periods=periods,
        columns=(tracker.site.locale.say("charts.head.period"), *heads(drawn, tracker.site.locale)),
        table=tuple((p, *(line.cell(n) for line in drawn)) for n, p in enumerate(periods)),
        summary=" ".join((summary_of(drawn, periods, tracker), *marked(marks, tracker.site.locale))),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )
    rows = specked(every, scale_of(plot, ends_of([row for row in every if given(row)]), MARKS).ends)
    signs = key_of(rows, LINES if _is_dashed(rows) else POINTS, tracker.site.locale)
    return structs.replace(plot, rows=(*rows, *marks), key=(*signs, *_gaps(rows, tracker)))


def _is_dashed(rows: Iterable[Row]) -> bool:
    """Whether a part of a line is."""
    known = pairwise(row for row in rows if given(row) and row["value"] is not None)
    return any(follows(row, before) and not (is_firm(before) and is_firm(row)) for before, row in known)


def _gaps(rows: Iterable[Row], tracker: Tracker) -> Iterator[Key]:
    """What a gap in a line means, where one has any."""
    known = [row for row in rows if given(row)]
    if any(row["line"] == before["line"] and not follows(row, before) for before, row in pairwise(known)):
        yield Key("", "", tracker.site.locale.say("charts.gap"))

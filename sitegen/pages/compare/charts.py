"""The chart of each pair: the longest series that both have, as two lines.

Its id holds a dot, so that it is never the id of a chart of `data/charts/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from sitegen.check.pairs import common_of
from sitegen.edition import Edition
from sitegen.figures.common import Alike, Common
from sitegen.figures.nouns import noun
from sitegen.model.chart import Chart
from sitegen.model.site import Pair
from sitegen.pages.charts.focus import in_colour
from sitegen.pages.charts.view import chart_view
from sitegen.pages.companies.automatic import automatic_chart
from sitegen.pages.compare.numbers import label_of
from sitegen.pages.lists import pairs
from sitegen.pages.pieces import ChartView
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer


def pair_chart_id(pair: Pair) -> str:
    """The id of the chart of a pair."""
    return f"compare.{pair.id}"


def pair_charts(edition: Edition) -> Iterator[Chart]:
    """A chart for each pair with a series that both have for several periods, from the first of these on."""
    for pair in pairs(edition, ""):
        line = common_of(pair, edition.tracker, edition.recall).line
        if line is not None:
            series, by = (line.one, line.other), line.periods[0].cadence
            chart = automatic_chart(pair_chart_id(pair), "line", pair.place, series=series, by=by)
            yield structs.replace(chart, first=line.periods[0])


def drawn_with_others(writer: Writer, common: Common) -> ChartView | None:
    """A chart of `data/charts/` that draws the first numbers of both, a line if there is one: both in colour."""
    charts = writer.context.tracker.charts
    for alike in common.numbers:
        both = {alike.one, alike.other}
        found = sorted(
            (charts[id] for id in common.charts if both <= {*charts[id].series}), key=lambda c: c.kind != "line"
        )
        for chart in found[:1]:
            entities = {alike.one[0], alike.other[0]}
            view = in_colour(chart_view(writer, chart.id, heading=2), entities, _title(writer, alike))
            return structs.replace(view, note="", caption="")  # these speak of all that it draws
    return None


def titled(writer: Writer, line: Alike) -> tuple[str, str]:
    """Title and subtitle of the chart of a pair: who and what, and how it is counted."""
    tracker = writer.context.tracker
    series = tracker.series[line.one]
    metric = tracker.metrics[series.metric]
    unit, cadence = noun(metric.unit, writer.context.locale), line.periods[0].cadence
    subtitle = writer.say(f"compare.by.{cadence}", unit=unit, what=counted(writer, series))
    return _title(writer, line), subtitle


def _title(writer: Writer, alike: Alike) -> str:
    """Who is drawn, and what is counted of them."""
    one, other = (writer.context.tracker.entities[entity].name for entity, _ in (alike.one, alike.other))
    return writer.say("compare.chart", one=one, other=other, metric=label_of(writer, alike))

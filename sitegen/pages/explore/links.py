"""What a page for exploring opens with, as an address: series, how they are added up, and periods."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from sitegen.charts.needs import check_bases
from sitegen.charts.plot import Plot
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Cadence
from sitegen.model.chart import Chart
from sitegen.pages.words.writer import Writer
from sitegen.urls import EXPLORE

MOST = 12
"""How many series one chart holds; with more no line could be followed."""


def explored(
    writer: Writer, series: Iterable[SeriesId], by: Cadence | None = None, first: str = "", last: str = ""
) -> str:
    """The link that opens a choice. first, last: names of periods; "" for all that there are."""
    asked = ("series", ",".join(".".join(id) for id in series)), ("by", by), ("from", first), ("to", last)
    query = "&".join(f"{key}={quote(value, safe=',')}" for key, value in asked if value)
    return f"{writer.page.link(EXPLORE)}?{query}"


def chart_choice(writer: Writer, chart: Chart, plot: Plot) -> str | None:
    """The link that opens what a chart draws; None where a choice cannot show it.

    A choice shows values of series over time: no changes, no indexes, no plans, nothing that is converted, nothing
    that only a reason holds together.
    """
    tracker = writer.context.tracker
    other = chart.change or chart.index or chart.convert or chart.show or chart.mixed
    fits = 0 < len(chart.series) <= MOST and len(plot.periods) > 1 and chart.kind not in tracker.kinds
    if other or not fits or check_bases(chart, chart.series, tracker):
        return None
    first, last = (str(plot.periods[n]) if end else "" for n, end in ((0, chart.first), (-1, chart.last)))
    return explored(writer, chart.series, plot.periods[0].cadence, first, last)

"""Charts: the list, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.page import Page
from sitegen.show import plain
from sitegen.urls import chart_url, series_url
from sitegen.views.chart_view import chart_view
from sitegen.views.desk import Desk, Writer
from sitegen.views.layout import Head
from sitegen.views.parts import Pointer
from sitegen.views.pieces import ChartView
from sitegen.views.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsView:
    """`/charts/`: every chart by its title."""

    title: str
    charts: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPage:
    """`/charts/<id>/`: one chart as large as the page allows. series: what it draws. accepted: warnings that stay."""

    chart: ChartView
    series: tuple[Pointer, ...]
    accepted: tuple[tuple[str, str], ...]


def charts(desk: Desk) -> Iterator[Sheet]:
    """The list of charts, and a page for each."""
    if not desk.tracker.charts:
        return
    writer = Writer(desk, Page(urls.CHARTS))
    pointers = tuple(
        Pointer(
            label=writer.text(chart.title, "inline"),
            href=writer.page.link(chart_url(id)),
            detail=writer.text(chart.subtitle, "inline"),
        )
        for id, chart in desk.tracker.charts.items()
    )
    view = ChartsView(title="Charts", charts=pointers)
    yield sheet(desk, writer, "charts.html", view, Head(title="Charts", description="Every chart of the tracker."))
    for id in desk.tracker.charts:
        yield _page(desk, id)


def _page(desk: Desk, id: str) -> Sheet:
    chart = desk.tracker.charts[id]
    writer = Writer(desk, Page(chart_url(id)))
    title = plain(chart.title, desk.edition)
    drawn = tuple(dict.fromkeys([*chart.series, *(address.series for address in chart.figures)]))
    series = tuple(
        Pointer(
            label=desk.figures.label(key),
            href=writer.page.link(series_url(key)),
            detail=desk.tracker.series[key].definition,
        )
        for key in drawn
    )
    view = ChartPage(chart=chart_view(writer, id, heading=1), series=series, accepted=tuple(chart.accepted.items()))
    return sheet(desk, writer, "chart.html", view, Head(title=title, description=desk.charts[id].plot.summary))

"""The chart of one series, on its own page and where a company's page leads with it."""

from __future__ import annotations

from msgspec import structs

from sitegen.figures.nouns import noun
from sitegen.model.series import Series
from sitegen.pages.charts.view import automatic_view
from sitegen.pages.companies.automatic import series_chart_id
from sitegen.pages.companies.stretch import is_whole
from sitegen.pages.explore.links import explored
from sitegen.pages.pieces import ChartView
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url


def series_chart(writer: Writer, series: Series) -> ChartView | None:
    """A line of a series; None where too few of its periods have a value. Its table is that of its page."""
    id = series_chart_id(series.id)
    drawn = writer.context.automatic.get(id)
    if drawn is None:
        return None
    url, metric = series_url(series.id), writer.context.tracker.metrics[series.metric].label
    label = metric if writer.page.url == url else writer.context.figures.label(series.id)
    unit = noun(writer.context.tracker.metrics[series.metric].unit, writer.context.locale)
    whole = is_whole(writer.context, series.id)
    counts = writer.say("trend.counts" if whole else "trend.counts.earlier", unit=unit, what=counted(writer, series))
    chart = automatic_view(writer, id, writer.say(f"trend.by.{drawn.plot.periods[0].cadence}", metric=label), counts)
    if chart is None or writer.page.url != url:
        return None if chart is None else structs.replace(chart, page=writer.page.link(url), table=None)
    return structs.replace(chart, explore=explored(writer, [series.id], drawn.plot.periods[0].cadence), table=None)

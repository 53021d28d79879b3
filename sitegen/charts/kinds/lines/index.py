"""Lines that are 100 in one period: which series can be drawn so."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.charts.points import cadence_of
from sitegen.figures import Figures
from sitegen.figures.arithmetic.uncertainty import may_divide
from sitegen.figures.figure import Missing
from sitegen.figures.periods import short_period
from sitegen.figures.words import say
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.problems import Problem


def check_index(chart: Chart, figures: Figures) -> Iterator[Problem]:
    """A problem for each series that has no index, and for a base that is no period of the chart."""
    if chart.index is None:
        return
    place, cadence = chart.at("index"), cadence_of(chart, figures.tracker)
    if chart.index.cadence != cadence:
        message = f'"index: {chart.index}" is not a {cadence}, as the points of the chart are'
        yield Problem(place, "chart-option", message, f"name a {cadence} in which every series has a value")
        return
    for number, series in enumerate(chart.series):
        why = _why_none(chart.index, series, figures)
        if why is not None:
            hint = "index another period, in which every series has a value, or take the series out"
            yield Problem(chart.at("series", number), "chart-option", f'"{".".join(series)}" has no index: {why}', hint)


def _why_none(base: Period, series: SeriesId, figures: Figures) -> str | None:
    """Why a series has no index; None where it has one."""
    tracker = figures.tracker
    metric, locale = tracker.metrics[series[1]], tracker.site.locale
    if not metric.rules.times:
        return f"its metric is a {metric.kind}, and a {metric.kind} is no multiple of another"
    start = figures.answer(Address(*series, base))
    if isinstance(start, Missing):
        return f"it has no value in {short_period(base, locale)}, where it would be 100"
    if not may_divide(start.amount.interval):
        return f"it is {say(start, locale)} in {short_period(base, locale)}, and only what is above zero can be 100"
    return None

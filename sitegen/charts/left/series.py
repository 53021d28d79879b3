"""Series of a chart of which not all is shown: by their values, their years, their targets and estimates."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.charts.calendars import named_within
from sitegen.charts.left.out import OUT, left_out, no_effect
from sitegen.charts.plot import Plot
from sitegen.charts.points import STATUSES, is_asked
from sitegen.figures import Figure, Figures, Missing, short_period
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.periods import with_article
from sitegen.figures.values.choice import stands
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.problems import Problem


def missing_series(chart: Chart, plot: Plot, figures: Figures, *, joins: bool) -> Iterator[Problem]:
    """Series without a value among those shown, and lines of a single point."""
    shown = [address.series for figure in plot.figures for address in figure.addresses[:1]]
    for number, series in enumerate(chart.series):
        place, name = chart.at("series", number), ".".join(series)
        if series not in shown:
            yield left_out(place, f'"{name}"', *_why_series(chart, plot, series, figures))
        elif joins and shown.count(series) == 1:
            message = f'a chart of kind "{chart.kind}" joins values, and "{name}" has a single one in it'
            hint = f"widen from: … to:, choose kind: bar, or {OUT}"
            yield Problem(place, "lone-point", message, hint)
        else:
            yield from _years(chart, plot, number, figures)


def _years(chart: Chart, plot: Plot, number: int, figures: Figures) -> Iterator[Problem]:
    """Years that a series names within the range of the chart and ends outside it, where no point stands for them."""
    series = chart.series[number]
    shown = {address.period for figure in plot.figures for address in figure.addresses[:1] if address.series == series}
    calendar = figures.tracker.series[series].calendar
    known = sorted({*figures.evidence.periods(series), *figures.evidence.worked_out(series)} - shown)
    for period in named_within(chart, calendar, known) if plot.periods else ():
        if period.cadence == plot.periods[0].cadence:
            what = f'"{".".join(series)}" for {short_period(period, figures.tracker.site.locale)}'
            why = f"that year ends in {period.last:%Y-%m}, after the range of the chart"
            yield left_out(chart.at("to"), what, why, f"write to: {period.last.year}, or {OUT}")


def _why_series(chart: Chart, plot: Plot, series: SeriesId, figures: Figures) -> tuple[str, str]:
    """Why a series has no value in a chart, and what to do about it."""
    locale = figures.tracker.site.locale
    known = sorted({*figures.evidence.periods(series), *figures.evidence.worked_out(series)})
    if not known:
        given = any(o.amount is not None and stands(o) for o in figures.tracker.series[series].observations)
        if given:
            return "it has only estimates and targets", f"show them with show: [targets, estimates], or {OUT}"
        return "it has no value that counts", f"add a value in data/series/, or {OUT}"
    asked_of = (figure.address.period for figure in plot.figures if figure.address is not None)
    spans = plot.periods or [period for period in asked_of if isinstance(period, Period)]
    if not spans:
        return "it has no value at the length of the chart's points", f"choose another by:, or {OUT}"
    first = chart.first.first if chart.first else min(span.first for span in spans)
    last = chart.last.last if chart.last else max(span.last for span in spans)
    inside = [period for period in known if first <= period.first and period.last <= last]
    for answer in (figures.answer(Address(*series, period)) for period in inside if chart.convert is not None):
        if isinstance(answer, Figure) and isinstance(gone := in_currency(figures, answer, chart.convert), Missing):
            return gone.reason, f"give the rate a value for the periods of the chart, or {OUT}"
    if not inside:
        ends = dict.fromkeys(with_article(period, locale) for period in (known[0], known[-1]))
        reach = "to ".join(f"{end} " for end in ends).strip()
        return f"its values are for {reach}, outside the chart's range", f"set from: and to: to that, or {OUT}"
    some = ", ".join(short_period(period, locale) for period in inside[:3]) + (" …" if len(inside) > 3 else "")
    asked = dict.fromkeys(span.cadence or "span" for span in spans)
    return (
        f"its values there are for {some}, and the chart shows {' and '.join(asked)}s",
        f"choose periods that it has values for, with by: or from: … to:, or {OUT}",
    )


def missing_plans(chart: Chart, plot: Plot, figures: Figures) -> Iterator[Problem]:
    """Targets and estimates that the chart asks for and cannot place, and a wish for them where there are none."""
    locale = figures.tracker.site.locale
    shown = {observation for figure in plot.figures for observation in figure.observations}
    asked = {s: [o for o in figures.tracker.series[s].observations if is_asked(chart, o)] for s in chart.series}
    for series, found in asked.items():
        out = [o.period for o in found if o not in shown and o.amount is not None and chart.reaches(o.period)]
        if out:
            periods = ", ".join(short_period(period, locale) for period in dict.fromkeys(out))
            what = f'the {" and ".join(chart.show)} of "{".".join(series)}" for {periods}'
            why = "its periods are other ones than those of the chart"
            yield left_out(chart.at("show"), what, why, f"set by: or to: to them, or {OUT}")
    for word in chart.show:
        if not any(o.status == STATUSES[word] for found in asked.values() for o in found):
            yield no_effect(chart.at("show"), f"show: {word}", "none of the series has any")

"""What a chart names and does not show, with the reason and what to do.

One mechanism for every kind, the project's own too: what the chart's file names is held against what the plot shows.
What only a kind itself can know, it puts into `Plot.left`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.charts.calendars import named_within
from sitegen.charts.plot import Plot
from sitegen.charts.points import MOST, STATUSES, is_asked, periods_of
from sitegen.figures import Figure, Figures, Missing, short_period
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.periods import say_period, with_article
from sitegen.figures.values.choice import stands
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem

OUT = "take it out of the chart"


def left_out(place: Place, what: str, why: str, fix: str) -> Problem:
    """The warning about something that is named at a place and not shown there, with the reason and what to do."""
    return Problem(place, "left-out", f"nothing of {what} is shown: {why}", fix)


def lefts(
    chart: Chart, plot: Plot, tracker: Tracker, figures: Figures, *, joins: bool, idle: bool
) -> Iterator[Problem]:
    """A warning for all that the chart names and the plot does not show.

    joins: whether the kind draws lines. idle: whether the chart's reason for mixing has nothing to answer.
    """
    yield from plot.left
    yield from _series(chart, plot, figures, joins=joins)
    yield from _plans(chart, plot, figures)
    yield from _figures(chart, figures)
    yield from _companies(chart, plot, tracker)
    yield from _events(chart, plot, tracker)
    yield from _idle(chart, tracker, idle=idle)
    yield from _range(chart, plot, tracker)


def why_empty(chart: Chart, tracker: Tracker, figures: Figures) -> Iterator[Problem]:
    """A warning for each thing that a chart names which has nothing to draw."""
    nothing = Plot(
        id=chart.id,
        kind=chart.kind,
        rows=(),
        unit=None,
        locale=tracker.site.locale,
        columns=(),
        table=(),
        summary="",
        periods=periods_of(chart, tracker)[:MOST] if chart.series else (),
        place=chart.place,
    )
    yield from _series(chart, nothing, figures, joins=False)
    yield from _figures(chart, figures)
    yield from _companies(chart, nothing, tracker)
    yield from _events(chart, nothing, tracker)


def _series(chart: Chart, plot: Plot, figures: Figures, *, joins: bool) -> Iterator[Problem]:
    """Series without a value among those shown, and lines of a single point."""
    shown = [figure.addresses[0].series for figure in plot.figures]
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
    shown = {figure.addresses[0].period for figure in plot.figures if figure.addresses[0].series == series}
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


def _plans(chart: Chart, plot: Plot, figures: Figures) -> Iterator[Problem]:
    """Targets and estimates that the chart asks for and cannot place, and a wish for them where there are none."""
    locale = figures.tracker.site.locale
    shown = {observation for figure in plot.figures for observation in figure.observations}
    asked = {s: [o for o in figures.tracker.series[s].observations if is_asked(chart, o)] for s in chart.series}
    for series, found in asked.items():
        out = [o.period for o in found if o not in shown and o.amount is not None and _inside(chart, o.period)]
        if out:
            periods = ", ".join(short_period(period, locale) for period in dict.fromkeys(out))
            what = f'the {" and ".join(chart.show)} of "{".".join(series)}" for {periods}'
            why = "its periods are other ones than those of the chart"
            yield left_out(chart.at("show"), what, why, f"set by: or to: to them, or {OUT}")
    for word in chart.show:
        if not any(o.status == STATUSES[word] for found in asked.values() for o in found):
            yield _no_effect(chart.at("show"), f"show: {word}", "none of the series has any")


def _inside(chart: Chart, period: Period) -> bool:
    """Whether a period lies within from … to."""
    after = chart.first is None or period.last >= chart.first.first
    return after and (chart.last is None or period.first <= chart.last.last)


def _figures(chart: Chart, figures: Figures) -> Iterator[Problem]:
    """Addresses without an answer."""
    for number, address in enumerate(chart.figures):
        answer = figures.answer(address)
        if isinstance(answer, Missing):
            yield left_out(chart.at("figures", number), f'"{address}"', answer.reason, f"name another period, or {OUT}")


def _companies(chart: Chart, plot: Plot, tracker: Tracker) -> Iterator[Problem]:
    """Companies without a step into a market among those shown."""
    shown = {step.company for step in plot.steps if isinstance(step, MarketEntry)}
    for number, company in enumerate(chart.companies):
        if company not in shown:
            known = any(entry.company == company and entry.use != "deprecated" for entry in tracker.entries)
            why = "its market entries lie outside the chart's range" if known else "it has no market entry that counts"
            fix = f"widen from: … to:, or {OUT}" if known else f"add one in data/expansion/{company}.yaml, or {OUT}"
            yield left_out(chart.at("companies", number), f'"{company}"', why, fix)


def _events(chart: Chart, plot: Plot, tracker: Tracker) -> Iterator[Problem]:
    """Events that are not among those shown."""
    shown = {row.get("event") for row in plot.rows}
    for number, id in enumerate(chart.events):
        if id not in shown:
            event = tracker.events[id]
            when = say_period(event.date, tracker.site.locale)
            gone = event.use == "deprecated"
            why = "it is deprecated" if gone else f"its date, {when}, lies outside the chart's range"
            yield left_out(chart.at("events", number), f'"{id}"', why, OUT if gone else f"widen from: … to:, or {OUT}")


def _idle(chart: Chart, tracker: Tracker, *, idle: bool) -> Iterator[Problem]:
    """Keys that change nothing: a reason to mix where nothing is mixed, an option that an own kind never reads."""
    if idle:
        yield _no_effect(chart.at("mixed"), "mixed", "nothing in the chart differs so that it needs a reason")
    own = tracker.kinds.get(chart.kind)
    for option in chart.options if own is not None else ():
        if own is not None and option.encode() not in own.content:
            yield _no_effect(chart.at("options"), f"options: {option}", f"{own.path} never asks for it")


def _range(chart: Chart, plot: Plot, tracker: Tracker) -> Iterator[Problem]:
    """A range that begins before the first value: the chart is cut to what there is. Its end may wait for values."""
    if not chart.series or not plot.periods or chart.first is None or chart.first.last >= plot.periods[0].first:
        return
    why = f"no series has a value before {with_article(plot.periods[0], tracker.site.locale)}"
    fix = f"write from: {plot.periods[0]}"
    yield Problem(chart.at("from"), "no-effect", f'"from: {chart.first}" has no effect: {why}', fix)


def _no_effect(place: Place, key: str, why: str) -> Problem:
    return Problem(place, "no-effect", f'"{key}" has no effect: {why}', "take the line out")

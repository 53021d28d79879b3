"""What a chart names and does not show, with the reason and what to do.

One mechanism for every kind, the project's own too: what the chart's file names is held against what the plot shows.
What only a kind itself can know, it puts into `Plot.left`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.charts.left.out import OUT, left_out, no_effect
from sitegen.charts.left.series import missing_plans, missing_series
from sitegen.charts.plot import Plot
from sitegen.charts.points import MOST, periods_of
from sitegen.figures import Figures, Missing, has_places
from sitegen.figures.periods import say_period, with_article
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem


def lefts(chart: Chart, plot: Plot, figures: Figures, *, joins: bool, idle: bool) -> Iterator[Problem]:
    """A warning for all that the chart names and the plot does not show.

    joins: whether the kind draws lines. idle: whether the chart's reason for mixing has nothing to answer.
    """
    tracker = figures.tracker
    yield from plot.left
    yield from missing_series(chart, plot, figures, joins=joins)
    yield from missing_plans(chart, plot, figures)
    yield from _figures(chart, figures)
    yield from _rankings(chart, figures)
    yield from _companies(chart, plot, tracker)
    yield from _events(chart, plot, tracker)
    yield from _idle(chart, tracker, idle=idle)
    yield from _range(chart, plot, tracker)


def why_empty(chart: Chart, figures: Figures) -> Iterator[Problem]:
    """A warning for each thing that a chart names which has nothing to draw."""
    tracker = figures.tracker
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
    yield from missing_series(chart, nothing, figures, joins=False)
    yield from _figures(chart, figures)
    yield from _rankings(chart, figures)
    yield from _companies(chart, nothing, tracker)
    yield from _events(chart, nothing, tracker)


def _figures(chart: Chart, figures: Figures) -> Iterator[Problem]:
    """Addresses without an answer."""
    for number, address in enumerate(chart.figures):
        answer = figures.answer(address)
        if isinstance(answer, Missing):
            yield left_out(chart.at("figures", number), f'"{address}"', answer.reason, f"name another period, or {OUT}")


def _rankings(chart: Chart, figures: Figures) -> Iterator[Problem]:
    """Rankings in which nobody has a place."""
    for number, id in enumerate(chart.rankings):
        if not has_places(figures, figures.tracker.rankings[id]):
            yield left_out(chart.at("rankings", number), f'"{id}"', "nobody has a place in it", f"add values, or {OUT}")


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
        yield no_effect(chart.at("mixed"), "mixed", "nothing in the chart differs so that it needs a reason")
    own = tracker.kinds.get(chart.kind)
    for option in chart.options if own is not None else ():
        if own is not None and option.encode() not in own.content:
            yield no_effect(chart.at("options"), f"options: {option}", f"{own.path} never asks for it")


def _range(chart: Chart, plot: Plot, tracker: Tracker) -> Iterator[Problem]:
    """A range that begins before the first value: the chart is cut to what there is. Its end may wait for values."""
    if not chart.series or not plot.periods or chart.first is None or chart.first.last >= plot.periods[0].first:
        return
    why = f"no series has a value before {with_article(plot.periods[0], tracker.site.locale)}"
    fix = f"write from: {plot.periods[0]}"
    yield Problem(chart.at("from"), "no-effect", f'"from: {chart.first}" has no effect: {why}', fix)

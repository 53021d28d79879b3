"""Planning: the words of a chart file become numbers, by the plan of its kind."""

from __future__ import annotations

from msgspec import structs

from sitegen.charts.kinds import KINDS
from sitegen.charts.left.left import lefts, why_empty
from sitegen.charts.left.out import left_out
from sitegen.charts.marks.focus import focused
from sitegen.charts.marks.references import referred
from sitegen.charts.needs import check_keys
from sitegen.charts.own import NEEDS, TAKES, plan_own
from sitegen.charts.plot import Plot
from sitegen.figures import Figures
from sitegen.figures.common import members
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem, did_you_mean


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """What the chart draws, with a warning for all that it names and does not show; or everything wrong with it.

    A kind of the project's own goes before ours.
    """
    tracker = figures.tracker
    if (unknown := unknown_kind(chart, tracker)) is not None:
        return [unknown]
    plot = _planned(chart, figures)
    if isinstance(plot, list):
        if [problem.code for problem in plot] != ["chart-empty"]:
            return plot
        left = [*why_empty(chart, figures)]
        if chart.by is None or not left or any("the chart shows" not in problem.message for problem in left):
            return [*plot, *left]
        return [
            structs.replace(
                plot[0], place=chart.at("by"), hint=f"{left[0].message}: take by: out, or name a longer period"
            )
        ]
    joins = chart.kind not in tracker.kinds and KINDS[chart.kind].joins
    idle = chart.mixed is not None and isinstance(_planned(structs.replace(chart, mixed=None), figures), Plot)
    return structs.replace(plot, left=tuple(lefts(chart, plot, figures, joins=joins, idle=idle)))


def unknown_kind(chart: Chart, tracker: Tracker) -> Problem | None:
    """What is wrong with the kind of a chart, if there is no such kind."""
    known = {*KINDS, *tracker.kinds}
    hint = did_you_mean(chart.kind, known) or f"one of: {', '.join(sorted(known))}"
    message = f'there is no chart kind "{chart.kind}"'
    return None if chart.kind in known else Problem(chart.at("kind"), "chart-kind", message, hint)


def _planned(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """What the chart's kind draws."""
    tracker = figures.tracker
    if chart.kind in tracker.kinds:
        return check_keys(chart, NEEDS, TAKES) or plan_own(chart, figures)
    kind = KINDS[chart.kind]
    plot = check_keys(chart, kind.needs, kind.takes) or kind.plan(chart, figures)
    if isinstance(plot, Plot) and chart.references:
        plot = referred(chart, plot, figures)
    if isinstance(plot, Plot) and chart.focus:
        plot = _focused(chart, plot, tracker)
    return plot


def _focused(chart: Chart, plot: Plot, tracker: Tracker) -> Plot:
    """The plot with what its chart is about in colour, and a warning for each entity of which nothing is shown."""
    shown = {row.get("entity") for row in plot.rows}
    left = tuple(
        left_out(chart.at("focus", n), f'"{entity}"', "the chart draws other entities", "name one that it draws")
        for n, entity in enumerate(chart.focus)
        if not shown & members(tracker, entity)
    )
    entities = frozenset(each for entity in chart.focus for each in members(tracker, entity))
    return structs.replace(focused(plot, entities), left=(*plot.left, *left))

"""Kinds of the project's own: Python of `templates/charts/<kind>.py`, which holds `def chart(rows, size)`."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from sitegen.charts.kinds import range as ranges
from sitegen.charts.kinds import timeline
from sitegen.charts.kinds.lines import line
from sitegen.charts.plot import Plot, Size
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.document import File
from sitegen.problems import Place, Problem, SitegenError

NEEDS = ("series", "figures", "companies", "events")
TAKES = ("show", "from", "to", "by", "mixed", "options")
WIDE_HEIGHT, NARROW_HEIGHT = 340, 320


def plan_own(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The rows of all that the chart names, as `line`, `range` and `timeline` have them; the table is the first's."""
    planners = [
        planner
        for given, planner in (
            (chart.series, line.plan),
            (chart.figures, ranges.plan),
            (chart.companies or (chart.events and not chart.series), timeline.plan),
        )
        if given
    ]
    planned = [planner(chart, figures) for planner in planners]
    plots = [part for part in planned if isinstance(part, Plot)]
    if len(plots) < len(planned):
        return [problem for part in planned if not isinstance(part, Plot) for problem in part]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=tuple(row for part in plots for row in part.rows),
        unit=next((part.unit for part in plots if part.unit), None),
        locale=figures.tracker.site.locale,
        columns=plots[0].columns,
        table=plots[0].table,
        summary=" ".join(part.summary for part in plots),
        figures=tuple(figure for part in plots for figure in part.figures),
        steps=tuple(step for part in plots for step in part.steps),
        sources=tuple(dict.fromkeys(source for part in plots for source in part.sources)),
        mixed=chart.mixed,
        options=chart.options,
        place=chart.place,
    )


def draw_own(plot: Plot, size: Size, file: File, finish: Callable[[Mapping[str, object]], str]) -> str:
    """The SVG of a kind of the project's own. Whatever fails in its Python is a Problem at its line."""
    try:
        return finish(_specification(plot, size, file))
    except Exception as error:  # an author's code may raise anything
        raise SitegenError((_problem(error, plot, file),)) from error


def _specification(plot: Plot, size: Size, file: File) -> Mapping[str, object]:
    """What `chart(rows, size)` of the file gives, as a Vega-Lite specification of that size."""
    import altair as alt

    names: dict[str, Any] = {"__name__": f"charts.{plot.kind}", "__file__": file.path}
    exec(compile(file.content, file.path, "exec"), names)
    if not callable(names.get("chart")):
        raise TypeError("the file holds no function chart(rows, size)")
    with alt.theme.enable("none"):
        chart = names["chart"]([dict(row) for row in plot.rows], size)
        if not isinstance(chart, alt.TopLevelMixin):
            raise TypeError(f"chart(rows, size) gives {type(chart).__name__}, not an Altair chart")
        spec: dict[str, object] = chart.to_dict()
    height = NARROW_HEIGHT if size.narrow else WIDE_HEIGHT
    return {"width": size.width, "height": height, "autosize": {"type": "fit", "contains": "padding"}, **spec}


def _problem(error: Exception, plot: Plot, file: File) -> Problem:
    """The error at the last line of the project's file that took part in it."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file.path]
    at = error.lineno if isinstance(error, SyntaxError) else frames[-1].lineno if frames else 1
    said = " ".join(str(error).split())[:300]
    message = f'the chart "{plot.id}" cannot be drawn: {type(error).__name__}: {said}'
    hint = f'fix chart(rows, size) in {file.path}, or choose another kind for "{plot.id}"'
    return Problem(Place(file.path, at or 1), "chart-code", message, hint)

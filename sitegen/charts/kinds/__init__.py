"""The table of chart kinds. To add one, write its file and its line here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds import (
    bar,
    bar_boxes,
    dated,
    dotplot,
    grouped,
    heatmap,
    multiples,
    range,
    timeline,
)
from sitegen.charts.kinds.bumps import bump
from sitegen.charts.kinds.bumps import drawing as bump_drawing
from sitegen.charts.kinds.lines import drawing as line_drawing
from sitegen.charts.kinds.lines import line
from sitegen.charts.kinds.maps import map
from sitegen.charts.kinds.scatters import drawing as scatter_drawing
from sitegen.charts.kinds.scatters import scatter
from sitegen.charts.kinds.stacks import drawing as stacked_drawing
from sitegen.charts.kinds.stacks import stacked
from sitegen.charts.layers import Spec
from sitegen.charts.plot import Plot, Size
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.problems import Problem


class Kind(Struct, frozen=True):
    """A kind of chart.

    needs: keys of which a chart must give at least one; () if its plan asks for its keys itself.
    takes: other keys that it may give.
    plan: its numbers, without Altair, or what is wrong. draw: the chart at one size.
    joins: it draws lines, for which a series needs two values.
    """

    needs: tuple[str, ...]
    takes: tuple[str, ...]
    plan: Callable[[Chart, Figures], Plot | list[Problem]]
    draw: Callable[[Plot, Size, Fonts], Spec]
    joins: bool = False


HELD = ("focus", "lines", "bands")
"""Keys of kinds with one axis of values."""

KINDS: dict[str, Kind] = {
    "line": Kind(
        ("series",),
        ("events", *HELD, "index", "show", "from", "to", "by", "mixed", "convert"),
        line.plan,
        line_drawing.draw,
        joins=True,
    ),
    "bar": Kind(
        ("series",), (*HELD, "change", "show", "from", "to", "by", "mixed", "convert"), bar.plan, bar_boxes.draw
    ),
    "grouped": Kind(("series",), ("focus", "show", "from", "to", "by", "mixed", "convert"), grouped.plan, grouped.draw),
    "stacked": Kind(("series",), ("from", "to", "by", "mixed", "convert"), stacked.plan, stacked_drawing.draw),
    "multiples": Kind(
        ("series",),
        ("focus", "index", "show", "from", "to", "by", "mixed", "convert"),
        multiples.plan,
        multiples.draw,
        joins=True,
    ),
    "heatmap": Kind(("series",), ("from", "to", "by", "mixed", "convert"), heatmap.plan, heatmap.draw),
    "bump": Kind(("rankings",), ("focus",), bump.plan, bump_drawing.draw),
    "range": Kind(("figures",), (*HELD, "mixed"), range.plan, dotplot.draw),
    "scatter": Kind((), ("x", "y", "entities", "focus", "from", "to", "mixed"), scatter.plan, scatter_drawing.draw),
    "timeline": Kind(("companies", "events"), ("from", "to"), timeline.plan, dated.draw),
    "map": Kind(("companies",), (), map.plan, map.draw),
}

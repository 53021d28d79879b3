"""A chart that several entities share, on the page of one: that one in colour, the rest grey, titled for it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from markupsafe import Markup
from msgspec import structs

from sitegen.charts.marks.focus import brought, greyed
from sitegen.pages.pieces import ChartView


def in_colour(chart: ChartView, entities: AbstractSet[str], title: str) -> ChartView:
    """The chart with the colours of these entities only, under a title of its own; its table stands on its own page."""
    wide, narrow = (
        None if drawing is None else Markup(brought(greyed(drawing, entities), entities))
        for drawing in (chart.wide, chart.narrow)
    )
    return structs.replace(chart, title=title, wide=wide or chart.wide, narrow=narrow, table=None)


def focused(chart: ChartView, entities: AbstractSet[str], title: str) -> ChartView:
    """The same, small: its large drawing is left to its own page."""
    shown = in_colour(chart, entities, title)
    small = str(shown.wide if shown.narrow is None else shown.narrow)
    return structs.replace(shown, wide=Markup(small.replace('<svg class="n"', '<svg class="w"', 1)), narrow=None)

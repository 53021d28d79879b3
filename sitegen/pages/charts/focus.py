"""A chart that several entities share, on the page of one: that one in colour, the rest grey, titled for it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from markupsafe import Markup
from msgspec import structs

from sitegen.charts.marks.focus import brought, greyed
from sitegen.pages.pieces import ChartView


def focused(chart: ChartView, entities: AbstractSet[str], title: str) -> ChartView:
    """The chart with the colours of these entities only, small, under a title of its own.

    Its table and its large drawing are left to the chart's own page.
    """
    small = brought(greyed(chart.wide if chart.narrow is None else chart.narrow, entities), entities)
    return structs.replace(
        chart, title=title, wide=Markup(small.replace('<svg class="n"', '<svg class="w"', 1)), narrow=None, table=None
    )

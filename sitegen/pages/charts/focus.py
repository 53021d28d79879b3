"""A chart that several entities share, on the page of one: that one in colour, the rest grey, titled for it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from markupsafe import Markup

from sitegen.pages.pieces import ChartView

_ENTITY = re.compile(r"var\(--e-([a-z0-9-]+)")
REST = "var(--axis"


def focused(chart: ChartView, entities: AbstractSet[str], title: str) -> ChartView:
    """The chart with the colours of these entities only, small, under a title of its own.

    Its table and its large drawing are left to the chart's own page.
    """
    return replace(
        chart,
        title=title,
        wide=_greyed(chart.wide if chart.narrow is None else chart.narrow, entities),
        narrow=None,
        table=None,
    )


def _greyed(svg: str, entities: AbstractSet[str]) -> Markup:
    grey = _ENTITY.sub(lambda found: found[0] if found[1] in entities else REST, svg)
    return Markup(grey.replace('<svg class="n"', '<svg class="w"', 1))

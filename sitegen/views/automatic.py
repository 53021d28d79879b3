"""The charts that nobody asked for: a line for every series with three periods or more."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.edition import Edition
from sitegen.model.address import SeriesId
from sitegen.model.text import Text
from sitegen.model.words import Chart, Series

FEWEST = 3


def automatic_charts(edition: Edition) -> Iterator[tuple[SeriesId, Chart]]:
    """A line chart for every series that has values in three periods of its cadence."""
    for series in edition.tracker.series.values():
        periods = [p for p in edition.figures.evidence.periods(series.id) if p.cadence == series.cadence]
        if len(periods) >= FEWEST:
            yield series.id, _chart(series)


def _chart(series: Series) -> Chart:
    return Chart(
        id="chart",
        kind="line",
        title=Text((), series.place),
        subtitle=None,
        caption=None,
        alt=None,
        note=None,
        series=(series.id,),
        figures=(),
        companies=(),
        events=(),
        first=None,
        last=None,
        by=series.cadence,
        mixed=None,
        options={},
        accepted={},
        place=series.place,
    )

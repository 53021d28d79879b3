"""The charts that nobody asked for: a line for every series long enough, a map and a timeline for every plan.

Their ids hold a dot, so that they are never the id of a chart of `data/charts/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.edition import Edition
from sitegen.model.address import SeriesId
from sitegen.model.period import Cadence
from sitegen.model.text import Text
from sitegen.model.words import Chart
from sitegen.problems import Place

FEWEST = 3
ALL = "all"
PLANS = ("map", "timeline")


def series_chart_id(series: SeriesId) -> str:
    """The id of the line of a series."""
    return ".".join(series)


def plan_chart_id(company: str, kind: str) -> str:
    """The id of the map or timeline of a company's plan; of `ALL` together."""
    return f"{company}.{kind}"


def automatic_charts(edition: Edition) -> Iterator[Chart]:
    """A line where there are values in three periods of a series' cadence; maps and timelines that no file draws."""
    for series in edition.tracker.series.values():
        periods = [p for p in edition.figures.evidence.periods(series.id) if p.cadence == series.cadence]
        if len(periods) >= FEWEST:
            id = series_chart_id(series.id)
            yield _chart(id, "line", series.place, series=(series.id,), by=series.cadence)
    places = {entry.company: entry.place for entry in edition.tracker.entries}
    drawn = {(chart.kind, chart.companies) for chart in edition.tracker.charts.values()}
    companies = tuple(sorted(places))
    if len(companies) > 1 and not any(kind == "map" and len(shown) > 1 for kind, shown in drawn):
        yield _chart(plan_chart_id(ALL, "map"), "map", places[companies[0]], companies=companies)
    for company in companies:
        for kind in PLANS:
            if (kind, (company,)) not in drawn:
                yield _chart(plan_chart_id(company, kind), kind, places[company], companies=(company,))


def _chart(
    id: str,
    kind: str,
    place: Place,
    *,
    series: tuple[SeriesId, ...] = (),
    companies: tuple[str, ...] = (),
    by: Cadence | None = None,
) -> Chart:
    return Chart(
        id=id,
        kind=kind,
        title=Text((), place),
        subtitle=None,
        caption=None,
        alt=None,
        note=None,
        series=series,
        figures=(),
        companies=companies,
        rankings=(),
        events=(),
        first=None,
        last=None,
        by=by,
        mixed=None,
        options={},
        accepted={},
        place=place,
    )

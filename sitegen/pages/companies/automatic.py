"""Automatic charts: a line for every series that is full enough, a map and a timeline for every plan.

Their ids hold a dot, so that they are never the id of a chart of `data/charts/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.edition import Edition
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.basics.text import Text
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.pages.companies.stretch import stretch_of
from sitegen.problems import Place

ALL = "all"
PLANS = ("map", "timeline")


def series_chart_id(series: SeriesId) -> str:
    """The id of the line of a series."""
    return ".".join(series)


def plan_chart_id(company: str, kind: str) -> str:
    """The id of the map or timeline of a company's plan; of `ALL` together."""
    return f"{company}.{kind}"


def automatic_charts(edition: Edition) -> Iterator[Chart]:
    """A line for each series of which enough is known; maps and timelines that no file draws."""
    tracker, recall = edition.tracker, edition.recall
    for id, series in tracker.series.items():
        if (found := stretch_of(recall, id)) is not None:
            yield automatic_chart(
                series_chart_id(id),
                "line",
                series.place,
                series=(id,),
                by=found.cadence,
                first=found.first,
                last=found.last,
            )
    yield from _plans(tracker)


def _plans(tracker: Tracker) -> Iterator[Chart]:
    """The maps and timelines of plans that no file draws."""
    places = {entry.company: entry.place for entry in tracker.entries}
    drawn = {(chart.kind, chart.companies) for chart in tracker.charts.values()}
    companies = tuple(sorted(places))
    if len(companies) > 1 and not any(kind == "map" and len(shown) > 1 for kind, shown in drawn):
        yield automatic_chart(plan_chart_id(ALL, "map"), "map", places[companies[0]], companies=companies)
    for company in companies:
        for kind in PLANS:
            if (kind, (company,)) not in drawn:
                yield automatic_chart(plan_chart_id(company, kind), kind, places[company], companies=(company,))


def automatic_chart(
    id: str,
    kind: str,
    place: Place,
    *,
    series: tuple[SeriesId, ...] = (),
    companies: tuple[str, ...] = (),
    by: Cadence | None = None,
    first: Period | None = None,
    last: Period | None = None,
) -> Chart:
    """A chart that no file describes."""
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
        first=first,
        last=last,
        by=by,
        mixed=None,
        options={},
        accepted={},
        place=place,
    )

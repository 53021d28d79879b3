"""Automatic charts: a line for every series long enough, all series of a company in small,
a map and a timeline for every plan.

Their ids hold a dot, so that they are never the id of a chart of `data/charts/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from sitegen.edition import Edition
from sitegen.figures import Figure, Figures
from sitegen.figures.ranks import middle
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence
from sitegen.model.basics.text import Text
from sitegen.model.basics.unit import Unit
from sitegen.model.chart import Chart
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.model.tracker import Tracker
from sitegen.pages.context import Context
from sitegen.problems import Place

FEWEST = 3
ALL = "all"
PANELS, SMALL = 2, 6
"""How many charts of small charts a company's page shows at most, one for each unit, and how many series in each."""
FAR = 6
"""How many times the peak of one series that of another may be, for both to be seen on one scale."""
APART = "each small chart is a series of its own, as its label says"
CADENCES: tuple[Cadence, ...] = ("week", "month", "quarter", "half", "year")
DAYS: Mapping[Cadence, float] = {"week": 7, "month": 30.4, "quarter": 91.3, "half": 182.6, "year": 365.3}
PLANS = ("map", "timeline")


def series_chart_id(series: SeriesId) -> str:
    """The id of the line of a series."""
    return ".".join(series)


def plan_chart_id(company: str, kind: str) -> str:
    """The id of the map or timeline of a company's plan; of `ALL` together."""
    return f"{company}.{kind}"


def panels_id(company: str, number: int) -> str:
    """The id of the small charts of a company, counted from 0."""
    return f"{company}.panels-{number}"


def automatic_charts(edition: Edition) -> Iterator[Chart]:
    """A line where there are values in three periods of a series' cadence; maps and timelines that no file draws."""
    tracker, recall = edition.tracker, edition.recall
    long = [id for id in tracker.series if recall.of(f"long enough {id}", partial(_long, id)).value]
    ours: dict[str | None, list[SeriesId]] = {}
    for id in long:
        series = tracker.series[id]
        yield automatic_chart(series_chart_id(id), "line", series.place, series=(id,), by=series.cadence)
        if series.cadence in CADENCES:
            ours.setdefault(tracker.entities[series.entity].page, []).append(id)
    for entity in tracker.entities.values():
        if entity.page == entity.id and entity.id in ours:
            own = ours[entity.id]
            yield from recall.of(f"panels {entity.id} {own}", partial(_panels, entity.id, own)).value
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


def is_long(context: Context, id: SeriesId) -> bool:
    """Whether a series has values in so many periods of its cadence that a chart of it says something."""
    return context.recalled(f"long enough {id}", partial(_long, id))


def _long(id: SeriesId, figures: Figures) -> bool:
    cadence = figures.tracker.series[id].cadence
    return sum(period.cadence == cadence for period in figures.evidence.periods(id)) >= FEWEST


def _panels(company: str, own: Sequence[SeriesId], figures: Figures) -> tuple[Chart, ...]:
    """The long series of a company, its brands and models: a chart for each unit that several of them share."""
    return tuple(_paneled(figures.tracker.entities[company], own, figures))


def _paneled(company: Entity, own: Sequence[SeriesId], figures: Figures) -> Iterator[Chart]:
    tracker = figures.tracker
    units: dict[Unit, list[Series]] = {}
    for id in own:
        units.setdefault(tracker.metrics[id[1]].unit, []).append(tracker.series[id])
    several = sorted((some for some in units.values() if len(some) > 1), key=lambda some: -len(some))
    for number, some in enumerate(several[:PANELS]):
        ordered = sorted(some, key=lambda series: -len(figures.evidence.periods(series.id)))
        by = _fullest(figures, ordered[:SMALL])
        ordered = _alike(figures, ordered, by)[:SMALL]
        if len(ordered) < 2:
            continue
        plain = len({(series.region, series.basis) for series in ordered}) == 1
        yield automatic_chart(
            panels_id(company.id, number),
            "multiples",
            company.place,
            series=tuple(series.id for series in ordered),
            by=by,
            mixed=None if plain else APART,
        )


def _alike(figures: Figures, some: list[Series], by: Cadence) -> list[Series]:
    """The series that can be read on the scale of the first: of those far larger or smaller nothing would be seen."""

    def peak(series: Series) -> Decimal:
        periods = (p for p in figures.evidence.periods(series.id) if p.cadence == by)
        answers = (figures.answer(Address(*series.id, period)) for period in periods)
        values = (abs(middle(answer.amount)) for answer in answers if isinstance(answer, Figure))
        return max(values, default=Decimal(0))

    first = peak(some[0])
    return [series for series in some if first / FAR <= peak(series) <= first * FAR]


def _fullest(figures: Figures, some: list[Series]) -> Cadence:
    """The cadence in which the series have the fewest holes, none shorter than the longest that one of them has."""
    longest = max(CADENCES.index(series.cadence) for series in some)

    def filled(cadence: Cadence) -> float:
        known = {s.id: {p for p in figures.evidence.periods(s.id) if p.cadence == cadence} for s in some}
        every = [period for periods in known.values() for period in periods]
        if len(every) < FEWEST * len(some):
            return 0.0
        reach = (max(every).last - min(every).first).days / DAYS[cadence]
        return len(every) / (max(reach, 1) * len(some))

    return max(CADENCES[longest:], key=filled)


def automatic_chart(
    id: str,
    kind: str,
    place: Place,
    *,
    series: tuple[SeriesId, ...] = (),
    companies: tuple[str, ...] = (),
    by: Cadence | None = None,
    mixed: str | None = None,
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
        first=None,
        last=None,
        by=by,
        mixed=mixed,
        options={},
        accepted={},
        place=place,
    )

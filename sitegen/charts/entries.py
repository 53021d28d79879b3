"""Market entries as charts show them: the steps of companies, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.charts.plot import Cell, Ref
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.source import credited
from sitegen.model.stages import STAGES, positions_of
from sitegen.model.tracker import Tracker

_BEGINNING: dict[Stage, str] = {
    "rumoured": "Rumoured",
    "announced": "Announced",
    "planned": "Planned",
    "entered": "Entered",
    "on sale": "On sale",
    "paused": "Paused",
    "withdrawn": "Withdrawn",
    "denied": "Denied",
}
"""The stages as they begin a sentence."""

DONE: tuple[Stage, ...] = ("entered", "on sale")


def steps_of(chart: Chart, tracker: Tracker) -> tuple[tuple[MarketEntry, ...], ...]:
    """The undeprecated steps of the chart's companies: one group for each company and place, by date."""
    groups: dict[tuple[str, str], list[MarketEntry]] = {}
    for entry in tracker.entries:
        if entry.company in chart.companies and entry.use != "deprecated":
            groups.setdefault((entry.company, entry.where), []).append(entry)
    return tuple(tuple(sorted(group, key=_when)) for group in groups.values())


def now_of(companies: Sequence[str], tracker: Tracker) -> tuple[MarketEntry, ...]:
    """How far each of the companies has come in each place that its entries name, by company and place.

    Of its brands and models the furthest counts. A withdrawal from a wider place stands for each place that it ended.
    """
    furthest: dict[tuple[str, str], MarketEntry] = {}
    for position in positions_of(tracker):
        entry = replace(position.entries[0], where=position.where)
        known = furthest.get((entry.company, entry.where))
        later = known is None or (far(entry), entry.said.last) > (far(known), known.said.last)
        if entry.company in companies and later:
            furthest[(entry.company, entry.where)] = entry
    order = {company: number for number, company in enumerate(companies)}
    return tuple(sorted(furthest.values(), key=lambda e: (order[e.company], tracker.places.order(e.where))))


def far(entry: MarketEntry) -> int:
    """How far the stage of an entry is: on sale is furthest, and what is over comes before a rumour."""
    return STAGES.index(entry.stage)


def _when(entry: MarketEntry) -> tuple[Period, str, str]:
    return (entry.said, entry.stage, entry.source)


COLUMNS = ("Company or brand", "Place", "Stage", "Said", "For or since", "Source")


def cells(entry: MarketEntry, tracker: Tracker) -> tuple[Cell, ...]:
    """A step as a row of a chart's table."""
    return (
        Ref("entity", entry.entity, tracker.entities[entry.entity].name),
        tracker.places.name(entry.where),
        entry.stage,
        entry.said,
        entry.target or "",
        Ref("source", entry.source, credited(tracker.sources[entry.source])),
    )


def by_stage(entries: Sequence[MarketEntry], tracker: Tracker) -> str:
    """The places at each stage in words, the furthest first: "On sale: Norway, Israel. Planned: Germany."."""
    several = len({entry.company for entry in entries}) > 1
    places: dict[Stage, list[str]] = {}
    for entry in entries:
        name = tracker.places.name(entry.where)
        owner = f" ({tracker.entities[entry.company].name})" if several else ""
        places.setdefault(entry.stage, []).append(name + owner)
    order = [stage for stage in reversed(STAGES) if stage in places]
    return " ".join(f"{_BEGINNING[stage]}: {', '.join(sorted(places[stage], key=sort_key))}." for stage in order)

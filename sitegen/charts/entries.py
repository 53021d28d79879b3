"""Market entries as charts show them: the steps of companies, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.charts.plot import Cell, Ref
from sitegen.figures.periods import short_period
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.source import credited
from sitegen.model.stages import STAGES, positions_of
from sitegen.model.tracker import Tracker
from sitegen.words import Locale, say_answer

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


def dated(entry: MarketEntry, locale: Locale, model: str = "") -> str:
    """A stage with the year of its report, "on sale, 2021"; with the model that it is of: "on sale, 2021 (M9)"."""
    stage, year = say_answer("entry", entry.stage, locale), short_period(Period.of("year", entry.said.last), locale)
    if model:
        return locale.say("grid.cell.model", stage=stage, year=year, name=model)
    return locale.say("grid.cell", stage=stage, year=year)


def _when(entry: MarketEntry) -> tuple[Period, str, str]:
    return (entry.said, entry.stage, entry.source)


def columns(locale: Locale, *, events: bool = False) -> tuple[str, ...]:
    """The heads of a table of steps. events: whether it has events as well."""
    names = ("company", "place-or-event" if events else "place", "stage", "said", "target", "source")
    return tuple(locale.say(f"charts.head.{name}") for name in names)


def cells(entry: MarketEntry, tracker: Tracker) -> tuple[Cell, ...]:
    """A step as a row of a chart's table."""
    return (
        Ref("entity", entry.entity, tracker.entities[entry.entity].name),
        tracker.places.name(entry.where),
        say_answer("entry", entry.stage, tracker.site.locale),
        entry.said,
        entry.target or "",
        Ref("source", entry.source, credited(tracker.sources[entry.source])),
    )


def by_stage(entries: Sequence[MarketEntry], tracker: Tracker) -> str:
    """The places at each stage in words, the furthest first: "On sale: Norway, Israel. Planned: Germany."."""
    locale = tracker.site.locale
    several = len({entry.company for entry in entries}) > 1
    places: dict[Stage, list[str]] = {}
    for entry in entries:
        name, company = tracker.places.name(entry.where), tracker.entities[entry.company].name
        said = locale.say("charts.place-of", place=name, detail=company) if several else name
        places.setdefault(entry.stage, []).append(said)
    order = [stage for stage in reversed(STAGES) if stage in places]
    return " ".join(
        locale.say(f"charts.at.{stage.replace(' ', '-')}", places=", ".join(sorted(places[stage], key=sort_key)))
        for stage in order
    )

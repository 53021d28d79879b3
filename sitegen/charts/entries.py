"""Market entries as charts show them: the steps of companies, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from sitegen.charts.plot import Cell, Ref
from sitegen.figures.periods import short_period
from sitegen.grouped import grouped
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.source import credited
from sitegen.model.stages import DONE, STAGES, positions_of
from sitegen.model.tracker import Tracker
from sitegen.words import Locale, say_answer

WORDS: tuple[Stage, ...] = ("rumoured", "announced", "denied")
"""The stages that are nothing but said: the year of the report is that of the step."""


def steps_of(chart: Chart, tracker: Tracker) -> tuple[tuple[MarketEntry, ...], ...]:
    """The undeprecated steps of the chart's companies: one group for each company and place, by date."""
    entries = (entry for entry in tracker.entries if entry.company in chart.companies and entry.use != "deprecated")
    groups = grouped(((entry.company, entry.where), entry) for entry in entries)
    return tuple(tuple(sorted(group, key=_when)) for group in groups.values())


def now_of(companies: Sequence[str], tracker: Tracker, since: int = 0) -> tuple[MarketEntry, ...]:
    """How far each of the companies has come in each place that its entries name, by company and place.

    Of its brands and models the furthest counts, and of equals a model last, which is a part of what the others say.
    A withdrawal from a wider place stands for each place that it ended. since: a year; what was said before it counts
    only where nothing was said since.
    """

    def order_of(entry: MarketEntry) -> tuple[bool, int, bool, date]:
        return is_new(entry, since), far(entry), tracker.entities[entry.entity].kind != "model", entry.said.last

    furthest: dict[tuple[str, str], MarketEntry] = {}
    for position in positions_of(tracker):
        entry = structs.replace(position.entries[0], where=position.where)
        known = furthest.get((entry.company, entry.where))
        if entry.company in companies and (known is None or order_of(entry) > order_of(known)):
            furthest[(entry.company, entry.where)] = entry
    order = {company: number for number, company in enumerate(companies)}
    return tuple(sorted(furthest.values(), key=lambda e: (order[e.company], tracker.places.order(e.where))))


def is_new(entry: MarketEntry, since: int) -> bool:
    """Whether a step was reported in that year or later."""
    return entry.said.last.year >= since


def far(entry: MarketEntry) -> int:
    """How far the stage of an entry is: on sale is furthest, and what is over comes before a rumour."""
    return STAGES.index(entry.stage)


def dated(entry: MarketEntry, locale: Locale, model: str = "") -> str:
    """A stage and when it was said, since when it holds if that is known, after the model that it is of.

    "announced, 2021", "on sale, said 2021", "entered since 2021, said 2025", "M9: on sale, said 2021"; one year where
    both are the same, "on sale since 2025".
    """
    stage, said = say_answer("entry", entry.stage, locale), short_period(Period.of("year", entry.said.last), locale)
    if entry.target is None or entry.stage not in DONE:
        words = locale.say("grid.cell" if entry.stage in WORDS else "grid.cell.said", stage=stage, year=said)
    elif (since := short_period(Period.of("year", entry.target.first), locale)) == said:
        words = locale.say("grid.cell.now", stage=stage, year=said)
    else:
        words = locale.say("grid.cell.since", stage=stage, since=since, year=said)
    return locale.say("grid.cell.model", model=model, said=words) if model else words


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

"""Market entries as charts show them: the steps of companies, place by place."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.plot import Cell, Ref
from sitegen.model.period import Period
from sitegen.model.places import place_name
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart, MarketEntry, Stage

COLOURS: dict[Stage, str] = {
    "rumoured": "var(--said-1)",
    "announced": "var(--said-2)",
    "planned": "var(--said-3)",
    "entered": "var(--seq-4)",
    "on sale": "var(--seq-5)",
    "paused": "var(--axis)",
    "withdrawn": "var(--axis)",
    "denied": "var(--axis)",
}
"""From a rumour to cars on sale, words apart from deeds; then the ends of the road."""

DONE: tuple[Stage, ...] = ("entered", "on sale")
OVER: tuple[Stage, ...] = ("paused", "withdrawn", "denied")


def steps_of(chart: Chart, tracker: Tracker) -> tuple[tuple[MarketEntry, ...], ...]:
    """The undeprecated steps of the chart's companies: one group for each company and place, by date."""
    groups: dict[tuple[str, str], list[MarketEntry]] = {}
    for entry in tracker.entries:
        if entry.company in chart.companies and entry.use != "deprecated":
            groups.setdefault((entry.company, entry.where), []).append(entry)
    return tuple(tuple(sorted(group, key=_when)) for group in groups.values())


def _when(entry: MarketEntry) -> tuple[Period, str, str]:
    return (entry.said, entry.stage, entry.source)


COLUMNS = ("Company", "Place", "Stage", "Said", "For or since", "Source")


def cells(entry: MarketEntry, tracker: Tracker) -> tuple[Cell, ...]:
    """A step as a row of a chart's table."""
    return (
        Ref("entity", entry.company, tracker.entities[entry.company].name),
        place_name(entry.where, tracker.site.locale),
        entry.stage,
        entry.said,
        entry.target or "",
        Ref("source", entry.source, tracker.sources[entry.source].publisher),
    )


def by_stage(groups: Sequence[tuple[MarketEntry, ...]], tracker: Tracker) -> str:
    """The places at each stage in words: "On sale: Norway, Israel. Planned: Germany."."""
    several = len({group[-1].company for group in groups}) > 1
    places: dict[Stage, list[str]] = {}
    for group in groups:
        last = group[-1]
        name = place_name(last.where, tracker.site.locale)
        maker = f" ({tracker.entities[last.company].name})" if several else ""
        places.setdefault(last.stage, []).append(name + maker)
    order = [stage for stage in reversed(tuple(COLOURS)) if stage in places]
    return " ".join(f"{stage.capitalize()}: {', '.join(sorted(places[stage]))}." for stage in order)

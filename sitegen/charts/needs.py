"""What charts must and may say, and whether what they compare can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations, product

from msgspec import structs

from sitegen.figures import differences, odd_one
from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.figures.arithmetic.calendars import length_of
from sitegen.figures.arithmetic.converting import how_to_convert, unit_in
from sitegen.figures.arithmetic.soundness import is_part_of
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import INDEX, Unit
from sitegen.model.chart import Chart
from sitegen.model.lives import EVER, counts_in
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

KEYS: tuple[tuple[str, str], ...] = (
    ("series", "series"),
    ("figures", "figures"),
    ("companies", "companies"),
    ("entities", "entities"),
    ("x", "x"),
    ("y", "y"),
    ("rankings", "rankings"),
    ("events", "events"),
    ("focus", "focus"),
    ("lines", "lines"),
    ("bands", "bands"),
    ("show", "show"),
    ("first", "from"),
    ("last", "to"),
    ("by", "by"),
    ("change", "change"),
    ("index", "index"),
    ("mixed", "mixed"),
    ("convert", "convert"),
    ("options", "options"),
)
"""Fields of a chart that depend on its kind, and the key that an editor writes for each."""


EXAMPLES = {
    "series": "acme.sales",
    "figures": "acme.sales@2025-Q1",
    "companies": "acme",
    "entities": "acme, bolt",
    "rankings": "premium-2025",
    "events": "acme-listing",
}


GOES = frozenset({("change", "lines"), ("change", "bands")})
"""What a chart of changes takes and one of indexes does not, for an address has a value and no index."""


def check_keys(chart: Chart, needs: Sequence[str], takes: Sequence[str]) -> list[Problem]:
    """Problems of a chart that gives none of the keys in `needs`, or any that is in neither list."""
    given = [key for field, key in KEYS if getattr(chart, field)]
    problems = [
        Problem(
            chart.at(key),
            "chart-option",
            f'a chart of kind "{chart.kind}" does not take "{key}"',
            f"it takes {_listed((*needs, *takes))}; take the line out",
        )
        for key in given
        if key not in needs and key not in takes
    ]
    if chart.first and chart.last and chart.last.last < chart.first.first:
        message = f'"from" ({chart.first}) is after "to" ({chart.last})'
        problems.append(Problem(chart.at("from"), "chart-option", message, "let the chart begin before it ends"))
    for one, other in product(("change", "index"), ("convert", "show", "lines", "bands")):
        if one in given and other in given and (one, other) not in GOES:
            hint = "take one of the two out"
            problems.append(Problem(chart.at(other), "chart-option", f'"{one}" does not go with "{other}"', hint))
    if needs and not set(needs) & set(given):
        wanted = " or ".join(f'"{key}"' for key in needs)
        hint = f"add for example: {needs[0]}: [{EXAMPLES[needs[0]]}]"
        message = f'a chart of kind "{chart.kind}" needs {wanted}'
        problems.append(Problem(chart.at("kind"), "chart-option", message, hint))
    return problems


def unit_of(chart: Chart, metric: str, tracker: Tracker) -> Unit:
    """The unit in which a chart draws a metric."""
    if chart.index is not None:
        return structs.replace(INDEX, base=chart.index)
    unit = unit_in(tracker.metrics[metric].unit, chart.convert, tracker.metrics)
    return unit if chart.change is None else unit_of_change(tracker.metrics[metric].kind, unit)[0]


def check_bases(
    chart: Chart, series: Iterable[SeriesId], tracker: Tracker, periods: Iterable[Period] = ()
) -> list[Problem]:
    """Problems of series that cannot stand on one axis: other units, or other regions or bases without a reason.

    A kind of the project's own may have an axis for each unit.

    periods: those of the values, if they are not all of one length or calendar.
    """
    compared = [tracker.series[s] for s in dict.fromkeys(series) if s in tracker.series]
    units = {s.id: unit_in(tracker.metrics[s.metric].unit, chart.convert, tracker.metrics) for s in compared}
    odd = odd_one(units)
    if odd is not None and chart.index is None and chart.kind not in tracker.kinds:
        found = set(units.values())
        said = ", ".join(sorted(str(unit) for unit in found if unit != units[odd]))
        message = f'the values are in different units: "{".".join(odd)}" is in {units[odd]}, others in {said}'
        hint = how_to_convert(found, chart.convert, "make one chart for each unit")
        return [Problem(chart.names(odd), "chart-option", message, hint)]
    spans = list(periods)
    grows = any(tracker.metrics[s.metric].rules.over_time for s in compared)
    differs = differences(compared, tracker.places, spans if grows or len({length_of(p) for p in spans}) == 1 else ())
    if chart.mixed or not differs:
        return []
    apart = chart.names(odd_one({s.id: (s.region, s.basis) for s in compared}))
    message = f"the series of this chart differ in {differs}"
    return [Problem(apart, "mixed-bases", message, "say why they may stand together: mixed: <reason>")]


def check_apart(chart: Chart, tracker: Tracker) -> list[Problem]:
    """Problems of series that do not add up: of a kind that never does, or a part of another."""
    problems = []
    for series in {metric: (entity, metric) for entity, metric in reversed(chart.series)}.values():
        metric = tracker.metrics[series[1]]
        if not metric.rules.over_entities:
            message = f'"{metric.id}" is a {metric.kind}, and {metric.kind}s do not add up'
            hint = "draw them side by side: kind: grouped"
            problems.append(Problem(chart.names(series), "metric-kind", message, hint))
    drawn = Period((chart.first or EVER).first, (chart.last or EVER).last)
    for part, whole in permutations(dict.fromkeys(chart.series), 2):
        belongs = counts_in(tracker.entities, part[0], whole[0], drawn)
        if belongs or is_part_of(tracker, part, whole, drawn):
            one, other = (tracker.entities[entity].name for entity, _ in (part, whole))
            message = f"{one} is a part of {other}, and both are added up"
            hint = "take one of them out"
            problems.append(Problem(chart.names(part), "counted-twice", message, hint))
    return problems


def empty(chart: Chart, fix: str = "") -> list[Problem]:
    """The problem of a chart without anything to draw. fix: what to do, if it is known."""
    hint = fix or "check what it names, and the periods from … to, against the data"
    return [Problem(chart.names(None), "chart-empty", f'the chart "{chart.id}" has nothing to draw', hint)]


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys) or "no keys of its own"

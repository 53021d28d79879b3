"""Kind `scatter`: entities by two metrics, one along each axis, in one period or in the latest of each."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.kinds.scatters.pairs import Pair, mixed_in, pairs_of
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.look.symbols import INK
from sitegen.charts.needs import empty
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row
from sitegen.charts.rows import hull, sources_of
from sitegen.figures import Figures
from sitegen.figures.columns import Column, column
from sitegen.figures.figure import Figure
from sitegen.figures.nouns import noun
from sitegen.figures.periods import say_period, short_period
from sitegen.figures.words import say
from sitegen.model.basics.amount import CEILINGS, FLOORS
from sitegen.model.basics.unit import PERCENT
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """A point for each entity that has both values; what has not is left out with the reason."""
    tracker = figures.tracker
    if chart.x is None or chart.y is None or not chart.entities:
        hint = "add for example: x: price, y: sales and entities: [acme, bolt]"
        return [Problem(chart.at("kind"), "chart-option", 'a chart of kind "scatter" needs x, y and entities', hint)]
    pairs, left = pairs_of(chart, (chart.x, chart.y), figures)
    if not pairs:
        return empty(chart)
    if problems := list(mixed_in(chart, pairs, tracker)):
        return problems
    found = [figure for pair in pairs for figure in (pair.x, pair.y)]
    along = tuple(
        column(tracker.metrics[metric].unit, some, tracker.site.locale)
        for metric, some in ((chart.x, [pair.x for pair in pairs]), (chart.y, [pair.y for pair in pairs]))
    )
    names = [axis_name(tracker, metric, shown) for metric, shown in zip((chart.x, chart.y), along, strict=True)]
    rows = tuple(
        {**_row(pair, number, pairs, tracker, along), "x_name": names[0], "y_name": names[1]}
        for number, pair in enumerate(pairs)
    )
    apart = any(len(pair.periods) > 1 for pair in pairs)
    name, period = (tracker.site.locale.say(id) for id in ("charts.head.name", "charts.head.period"))
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=None,
        locale=tracker.site.locale,
        columns=(name, period, names[0], *((period,) if apart else ()), names[1]),
        table=tuple(_cells(pair, tracker, apart=apart) for pair in pairs),
        summary=_summary(pairs, names, tracker),
        key=_key(rows, tracker.site.locale),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        left=tuple(left),
        place=chart.place,
    )


def axis_name(tracker: Tracker, metric: str, shown: Column) -> str:
    """What stands at an axis: the metric and its unit."""
    return f"{tracker.metrics[metric].label}, {noun(shown.unit, tracker.site.locale)}"


def _row(pair: Pair, number: int, pairs: Sequence[Pair], tracker: Tracker, along: Sequence[Column]) -> Row:
    """A point; when: its period where not all points share one."""
    locale = tracker.site.locale
    shared = len({each.periods for each in pairs}) == 1
    when = locale.listed(short_period(period, locale) for period in pair.periods)
    return {
        "what": "pair",
        "entity": pair.entity,
        "label": tracker.entities[pair.entity].name,
        "color": entity_colour(pair.entity, number),
        "period": when,
        "when": "" if shared else when,
        "x_percent": pair.x.unit == PERCENT,
        "x_zeros": float(along[0].unit.scale),
        "y_percent": pair.y.unit == PERCENT,
        "y_zeros": float(along[1].unit.scale),
        **_along("x", pair.x, locale, along[0]),
        **_along("y", pair.y, locale, along[1]),
    }


def _along(axis: str, figure: Figure, locale: Locale, shown: Column) -> Row:
    """One value of a point: where it is (None for a range), from where to where it may be, and on which side it is
    open."""
    amount = figure.amount
    low, high = hull(figure)
    if amount.bound == "approximate" and low is None:
        low, high = (None if end is None else float(end) for end in (amount.interval.low, amount.interval.high))
    bound = "at-least" if amount.bound in FLOORS else "at-most" if amount.bound in CEILINGS else None
    value = None if amount.value is None else float(amount.value)
    said = say(figure, locale)
    value, low, high = (shown.number(number, figure) for number in (value, low, high))
    return {axis: value, f"{axis}_low": low, f"{axis}_high": high, f"{axis}_bound": bound, f"{axis}_text": said}


def _cells(pair: Pair, tracker: Tracker, *, apart: bool) -> tuple[Cell, ...]:
    name = Ref("entity", pair.entity, tracker.entities[pair.entity].name)
    first, last = pair.periods[0], pair.periods[-1]
    return (name, first, pair.x, *((last,) if apart else ()), pair.y)


def _summary(pairs: Sequence[Pair], names: Sequence[str], tracker: Tracker) -> str:
    """Every point in words."""
    locale = tracker.site.locale
    shared = pairs[0].periods if len({pair.periods for pair in pairs}) == 1 else ()
    when = locale.listed(say_period(period, locale) for period in shared)
    said = []
    for pair in pairs:
        own = locale.listed(short_period(period, locale) for period in pair.periods)
        both = {"name": tracker.entities[pair.entity].name, "x": say(pair.x, locale), "y": say(pair.y, locale)}
        at = locale.say("charts.said.pair", **both) if shared else locale.say("charts.said.pair-at", period=own, **both)
        said.append(at)
    along = {"x": names[0], "y": names[1], "points": "; ".join(said)}
    if not when:
        return locale.say("charts.said.points", **along)
    return locale.say("charts.said.points-at", period=when, **along)


def _key(rows: Sequence[Row], locale: Locale) -> tuple[Key, ...]:
    """What whiskers, hollow points, arrows and boxes say, where there are any."""
    ends = [(row[axis], row[f"{axis}_low"], row[f"{axis}_bound"]) for row in rows for axis in ("x", "y")]
    boxes = [row for row in rows if row["x"] is None and row["y"] is None]
    signs = (
        ("spread", "far", any(low for _, low, _ in ends)),
        ("hollow", "about-or-bound", any(low or bound for _, low, bound in ends)),
        ("more", "arrow", any(bound for _, _, bound in ends)),
        ("outline", "box", bool(boxes)),
    )
    return tuple(Key(sign, INK, locale.say(f"charts.sign.{id}")) for sign, id, used in signs if used)

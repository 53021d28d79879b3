"""Kind `map`: how far companies have come in each country, with a sign and a name at each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from operator import attrgetter, itemgetter
from typing import Any

from sitegen.charts.entries import by_stage, cells, columns, dated, far, is_new, now_of
from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.land import Land, land
from sitegen.charts.kinds.maps.panels import Panel, lettered, panels
from sitegen.charts.kinds.maps.signs import halos, sign_layers
from sitegen.charts.layers import Frame, Layer, Spec, channel, rules, texts
from sitegen.charts.left.out import left_out
from sitegen.charts.look.stages import COLOURS
from sitegen.charts.needs import empty
from sitegen.charts.plot import Key, Plot, Row, Size
from sitegen.figures import Figures
from sitegen.figures.periods import short_period
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.places import COUNTRIES, country_of
from sitegen.model.stages import DONE, STAGES
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale, say_answer

FRESH = 2
"""A step is old, and its place has its year, if its report is not from the newest year of all or so many before."""
PALE = 0.45
"""How opaque a country is on which no report is new."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """One row for each place: its stage now, the furthest of those that are not old; regions after countries."""
    tracker = figures.tracker
    since = max((entry.said.last.year for entry in tracker.entries), default=0) - FRESH
    now = now_of(chart.companies, tracker, since)
    if not now:
        return empty(chart)
    best: dict[str, MarketEntry] = {}
    for entry in sorted(now, key=lambda entry: (is_new(entry, since), far(entry)), reverse=True):
        best.setdefault(entry.where, entry)
    rows: tuple[Row, ...] = tuple(
        {
            "what": "entry",
            "place": where,
            "label": _label(entry, old, tracker),
            "old": old,
            "outlined": " ".join(_outlined(where, tracker)),
            "stage": entry.stage,
            "said": say_answer("entry", entry.stage, tracker.site.locale),
            "entity": entry.company,
            "date": entry.said.first.isoformat(),
            "color": COLOURS[entry.stage],
            "who": _who(where, entry, now, tracker) if len(chart.companies) > 1 else "",
            "tip": _said(where, now, tracker),
        }
        for where, entry in sorted(best.items())
        for old in (not is_new(entry, since),)
    )
    ordered = sorted(now, key=lambda entry: (chart.companies.index(entry.company), -far(entry)))
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=None,
        locale=tracker.site.locale,
        columns=columns(tracker.site.locale),
        table=tuple(cells(entry, tracker) for entry in ordered),
        steps=tuple(ordered),
        summary=tracker.site.locale.say("charts.map", stages=by_stage(now, tracker)),
        key=_key(rows, since, tracker),
        sources=tuple(dict.fromkeys(entry.source for entry in ordered)),
        left=tuple(_left(chart, rows, tracker)),
        place=chart.place,
    )


def _left(chart: Chart, rows: Sequence[Row], tracker: Tracker) -> Iterator[Problem]:
    """A warning for each place without an outline; of the world, which no map could show apart, there is none."""
    for row in rows:
        if row["place"] != "world" and _has_no_outline(row):
            why = "the map has no outline of it, and its name stands in the key alone"
            fix = "name a country around it, or say why it stays: accepted: {left-out: …}"
            yield left_out(chart.at("companies"), f'"{tracker.places.name(str(row["place"]))}"', why, fix)


def _label(entry: MarketEntry, old: bool, tracker: Tracker) -> str:
    """The name of a place, with the year of the report of its step where that is old."""
    name, locale = tracker.places.name(entry.where), tracker.site.locale
    if not old:
        return name
    return locale.say("charts.place-year", place=name, year=short_period(Period.of("year", entry.said.last), locale))


def _who(where: str, shown: MarketEntry, now: Sequence[MarketEntry], tracker: Tracker) -> str:
    """The companies that are in a place; where none is, those that have come as far as the map shows."""
    stages = DONE if shown.stage in DONE else (shown.stage,)
    names = (tracker.entities[entry.company].name for entry in now if entry.where == where and entry.stage in stages)
    return ", ".join(dict.fromkeys(names))


def _said(where: str, now: Sequence[MarketEntry], tracker: Tracker) -> str:
    """A place with the stage of every company there and the year of the report, line by line."""
    locale = tracker.site.locale
    lines = (
        locale.say("charts.step", place=tracker.entities[entry.company].name, stage=dated(entry, locale))
        for entry in now
        if entry.where == where
    )
    return "\n".join((tracker.places.name(where), *lines))


def _outlined(where: str, tracker: Tracker) -> list[str]:
    """The countries of a region or a subdivision; none of a country, or of the world, which would say nothing."""
    if where == "world" or where in COUNTRIES:
        return []
    return sorted({country_of(part) or part for part in tracker.places.parts(where)})


def _key(rows: Sequence[Row], since: int, tracker: Tracker) -> tuple[Key, ...]:
    """The stages that occur, from the furthest down, each with its sign; then what is pale or not filled."""
    locale = tracker.site.locale
    filled, outlined = _seen(rows)
    used = {row["stage"] for row in filled.values()}
    keys = [
        Key(stage, COLOURS[stage], say_answer("entry", stage, locale)) for stage in reversed(STAGES) if stage in used
    ]
    if any(row["old"] for row in filled.values()):
        year = short_period(Period.of("year", date(since, 1, 1)), locale)
        keys.append(Key("", "", locale.say("charts.pale", year=year)))
    wider = [row for row in rows if {*str(row["outlined"]).split()} & outlined]
    undrawn = [row for row in rows if row not in wider and row["place"] not in filled]
    for sign, id, some in (("outline", "charts.outlined", wider), ("", "charts.absent", undrawn)):
        if some:
            named = ", ".join(_in_words(row, locale) for row in some)
            keys.append(Key(sign, "var(--axis)" if sign else "", locale.say(id, places=named)))
    return tuple(keys)


def _in_words(row: Row, locale: Locale) -> str:
    """A place with its stage and who has reached it."""
    said = row["said"]
    detail = locale.say("charts.stage-who", stage=said, names=row["who"]) if row["who"] else said
    return locale.say("charts.place-of", place=row["label"], detail=detail)


def _seen(rows: Sequence[Row]) -> tuple[dict[str, Row], set[str]]:
    """The rows of the countries that are filled, by country; where none is, the countries that are outlined.

    Beside countries in their colours nobody would tell an outline from a border.
    """
    there = land().outlines
    filled = {str(row["place"]): row for row in rows if row["place"] in there}
    outlined = {code for row in rows for code in str(row["outlined"]).split() if code in there}
    return filled, set() if filled else outlined


def _has_no_outline(row: Row) -> bool:
    """Whether no map could show a row: outlines are those of whole countries."""
    place, outlined = str(row["place"]), str(row["outlined"]).split()
    there = land().outlines.keys()
    return place not in there and (country_of(place) is not None or not there & {*outlined})


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The land with the places in their colours, signs and names over it; names that found no room stand below."""
    world = land()
    filled, outlined = _seen(plot.rows)
    maps = [
        *lettered(panels(world, filled, outlined, fonts, (size.width, size.narrow)), world, filled, fonts, plot.locale)
    ]
    layers = [
        layer.project(**each.panel.view.projection)
        for each in maps
        for layer in _land(world, filled, outlined, each.panel)
    ]
    tags, leaders, below = (
        [row for each in maps for row in rows(each)]
        for rows in (attrgetter("tags"), attrgetter("leaders"), attrgetter("below"))
    )
    layers += [
        *sign_layers([mark for each in maps for mark in each.marks]),
        *rules(leaders, strokeWidth=0.75),
        *halos(tags),
        *texts([*tags, *below]),
    ]
    wide = max(each.panel.view.left + each.panel.view.width for each in maps)
    frame = Frame.within(ceil(wide), ceil(max(each.bottom for each in maps)), (0, 0, 0, 0))
    return frame.finish(layers)


def _land(world: Land, filled: Mapping[str, Row], outlined: Collection[str], panel: Panel) -> Iterator[Layer]:
    """All land as one shape, the countries of wider places with an outline, and each country in its colour: filled
    where somebody is, an outline where that is only said; these are drawn first, so that none lies over a fill."""
    yield _shapes(world, [world.shapes([*world.outlines.values(), *world.unnamed])], "var(--land)", "var(--paper)")
    if outlined:
        shape = world.shapes(world.outlines[code] for code in sorted(outlined))
        yield _shapes(world, [shape], "var(--land)", "var(--muted)", width=1)
    coloured = {code: row for code, row in filled.items() if code in panel.coloured}
    looks = dict.fromkeys((row["stage"] in DONE, str(row["color"]), bool(row["old"])) for row in coloured.values())
    for look in sorted(looks, key=itemgetter(0)):
        shapes = [
            world.shapes([world.outlines[code]], str(row["tip"]) if code in panel.countries else None)
            for code, row in coloured.items()
            if (row["stage"] in DONE, row["color"], row["old"]) == look
        ]
        reached, color, old = look
        opacity = PALE if old else 1
        if reached:
            yield _shapes(world, shapes, color, "var(--paper)", opacity)
        else:
            yield _shapes(world, shapes, "var(--land)", color, opacity, 1.5)


def _shapes(
    world: Land, shapes: Iterable[Mapping[str, Any]], fill: str, stroke: str, opacity: float = 1, width: float = 0.6
) -> Layer:
    import altair as alt

    drawn = list(shapes)
    source = {
        "values": world.written(drawn),
        "format": {"type": "topojson", "feature": "shapes"},
    }
    look: dict[str, Any] = {"fill": fill, "stroke": stroke, "strokeWidth": width, "strokeJoin": "round"}
    if opacity < 1:
        look["fillOpacity" if width < 1 else "strokeOpacity"] = opacity
    if all("tip" not in shape["properties"] for shape in drawn):
        return alt.Chart(source).mark_geoshape(**look)
    return (
        alt.Chart(source).mark_geoshape(**look, aria=True).encode(description=channel("Description", "properties.tip"))
    )

"""Kind `map`: how far companies have come in each country. No text in it: the key and the table name everything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.charts.entries import COLUMNS, by_stage, cells, far, now_of
from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.land import Land, land
from sitegen.charts.kinds.view import View, view_of
from sitegen.charts.layers import Frame, Layer, channel, data
from sitegen.charts.left import left_out
from sitegen.charts.look.stages import COLOURS
from sitegen.charts.needs import empty
from sitegen.charts.plot import Key, Plot, Row, Size
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.places import COUNTRIES, country_of
from sitegen.model.stages import ENDS, STEPS
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

BORDERS = "Borders are those of Natural Earth."
_SEEN, _DOT = 9.0, 80
"""The least size in pixels of a country that is seen without a dot, and the size of a dot in square pixels."""


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """One row for each place: its stage now, of several companies the furthest; regions after countries."""
    now = now_of(chart.companies, tracker)
    if not now:
        return empty(chart)
    best: dict[str, MarketEntry] = {}
    for entry in now:
        if entry.where not in best or far(entry) > far(best[entry.where]):
            best[entry.where] = entry
    rows: tuple[Row, ...] = tuple(
        {
            "what": "entry",
            "place": where,
            "outlined": " ".join(_outlined(where, tracker)),
            "stage": entry.stage,
            "entity": entry.company,
            "date": entry.said.first.isoformat(),
            "color": COLOURS[entry.stage],
            "tip": _said(where, now, tracker),
        }
        for where, entry in sorted(best.items())
    )
    ordered = sorted(now, key=lambda entry: (chart.companies.index(entry.company), -far(entry)))
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=None,
        locale=tracker.site.locale,
        columns=COLUMNS,
        table=tuple(cells(entry, tracker) for entry in ordered),
        steps=tuple(ordered),
        summary=f"Map. {by_stage(now, tracker)} {BORDERS}",
        key=_key(rows, tracker),
        sources=tuple(dict.fromkeys(entry.source for entry in ordered)),
        left=tuple(_left(chart, rows, tracker)),
        place=chart.place,
    )


def _left(chart: Chart, rows: Sequence[Row], tracker: Tracker) -> Iterator[Problem]:
    """A warning for each place without an outline; of the world, which no map could show apart, there is none."""
    filled = _seen(rows)[0]
    for row in rows:
        if row["place"] != "world" and _is_undrawn(row, filled):
            why = "the map has no outline of it, and its name stands in the key alone"
            fix = "name a country around it, or say why it stays: accepted: {left-out: …}"
            yield left_out(chart.at("companies"), f'"{tracker.places.name(str(row["place"]))}"', why, fix)


def _said(where: str, now: Sequence[MarketEntry], tracker: Tracker) -> str:
    """A place with the stage of every company there, line by line."""
    there = (entry for entry in now if entry.where == where)
    lines = (f"{tracker.entities[entry.company].name}: {entry.stage}" for entry in there)
    return "\n".join((tracker.places.name(where), *lines))


def _outlined(where: str, tracker: Tracker) -> list[str]:
    """The countries of a region or a subdivision; none of a country, or of the world, which would say nothing."""
    if where == "world" or where in COUNTRIES:
        return []
    return sorted({country_of(part) or part for part in tracker.places.parts(where)})


def _key(rows: Sequence[Row], tracker: Tracker) -> tuple[Key, ...]:
    """The fills that occur, from the furthest stage down, stages with one fill on one line; then what is not filled."""
    filled, outlined = _seen(rows)
    used = {row["stage"] for row in filled.values()}
    fills: dict[str, list[str]] = {}
    for stage in reversed(STEPS):
        if stage in used:
            fills.setdefault(COLOURS[stage], []).append(stage)
    over = [stage for stage in reversed(ENDS) if stage in used]
    keys = [Key("fill", color, ", ".join(stages)) for color, stages in fills.items()]
    keys += [Key("fill", COLOURS[over[0]], ", ".join(over))] if over else []
    if outlined:
        whole = all(country_of(str(row["place"])) is None for row in rows)
        words = "named only as part of a region" if whole else "named only in part, or as part of a region"
        keys.append(Key("outline", "var(--axis)", words))
    if undrawn := [row for row in rows if _is_undrawn(row, filled)]:
        named = (f"{tracker.places.name(str(row['place']))} ({row['stage']})" for row in undrawn)
        keys.append(Key("", "", f"not on the map: {', '.join(named)}"))
    return tuple(keys)


def _seen(rows: Sequence[Row]) -> tuple[dict[str, Row], set[str]]:
    """The rows of the countries that are filled, by country, and the countries that are outlined only."""
    there = land().outlines
    filled = {str(row["place"]): row for row in rows if row["place"] in there}
    outlined = {code for row in rows for code in str(row["outlined"]).split() if code in there}
    return filled, outlined - set(filled)


def _is_undrawn(row: Row, filled: Mapping[str, Row]) -> bool:
    """Whether nothing on the map stands for a row: outlines are those of whole countries."""
    place, outlined = str(row["place"]), str(row["outlined"]).split()
    return place not in filled and (country_of(place) is not None or not land().outlines.keys() & {*outlined})


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """All land as one shape, the places of the rows over it, and a dot for those too small to see."""
    world = land()
    filled, outlined = _seen(plot.rows)
    view = view_of([world.extent(code) for code in sorted({*filled, *outlined})], size.width)
    layers = [_shapes(world, [world.shapes([*world.outlines.values(), *world.unnamed])], "var(--land)", "var(--paper)")]
    if outlined:
        shape = world.shapes(world.outlines[code] for code in sorted(outlined))
        layers.append(_shapes(world, [shape], "var(--land)", "var(--axis)"))
    for color in dict.fromkeys(str(row["color"]) for row in filled.values()):
        shapes = [
            world.shapes([world.outlines[code]], str(row["tip"]))
            for code, row in filled.items()
            if row["color"] == color
        ]
        layers.append(_shapes(world, shapes, color, "var(--paper)"))
    layers += _dots(world, filled, view)
    return Frame.within(size.width, view.height, (0, 0, 0, 0)).finish(layers).project(**view.projection)


def _dots(world: Land, filled: Mapping[str, Row], view: View) -> list[Layer]:
    """A dot on each country that is drawn too small to be seen."""
    import altair as alt

    dots = [
        {**dict(zip(("lon", "lat"), world.dot(code), strict=True)), "color": row["color"], "tip": row["tip"]}
        for code, row in filled.items()
        if _size(view.box(world.extent(code))) < _SEEN
    ]
    if not dots:
        return []
    mark = data(dots).mark_circle(size=_DOT, opacity=1, stroke="var(--paper)", strokeWidth=1, aria=True)
    where = {
        "longitude": channel("Longitude", "lon:Q"),
        "latitude": channel("Latitude", "lat:Q"),
        "description": channel("Description", "tip:N"),
    }
    return [mark.encode(color=alt.Color("color:N", scale=None), **where)]


def _size(box: tuple[float, float, float, float]) -> float:
    """How large something is drawn: across or up, whichever is more."""
    return max(box[2] - box[0], box[3] - box[1])


def _shapes(world: Land, shapes: Iterable[Mapping[str, Any]], fill: str, stroke: str) -> Layer:
    import altair as alt

    drawn = list(shapes)
    objects = {"shapes": {"type": "GeometryCollection", "geometries": drawn}}
    source = {
        "values": json.dumps({**world.topology, "objects": objects}),
        "format": {"type": "topojson", "feature": "shapes"},
    }
    look: dict[str, Any] = {"fill": fill, "stroke": stroke, "strokeWidth": 0.6, "strokeJoin": "round"}
    if all("tip" not in shape["properties"] for shape in drawn):
        return alt.Chart(source).mark_geoshape(**look)
    return (
        alt.Chart(source)
        .mark_geoshape(**look, aria=True)
        .encode(description=channel("Description", "properties.tip:N"))
    )

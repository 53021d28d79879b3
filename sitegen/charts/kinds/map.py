"""Kind `map`: how far companies have come in each country. No text in it: the key and the table name everything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sitegen.charts.entries import COLOURS, COLUMNS, by_stage, cells, far, now_of
from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, Layer, channel, data
from sitegen.charts.needs import empty
from sitegen.charts.plot import Key, Plot, Row, Size
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.places import COUNTRIES, REGIONS
from sitegen.model.stages import ENDS, STEPS
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

WORLD: tuple[float, dict[str, Any]] = (366.0, {"scale": 151.0, "translate": [338.0, 213.0]})
EAST: tuple[float, dict[str, Any]] = (455.0, {"scale": 220.0, "rotate": [-72, 0, 0], "translate": [348.0, 268.0]})
"""Height and view of all, and of the nearer view where nothing of the Americas is coloured."""
_WEST = ("north-america", "latin-america")
BORDERS = "Borders are those of Natural Earth."


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """One row for each place: its stage now, of several companies the furthest; regions after countries."""
    now = now_of(chart, tracker)
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
            "region": where not in COUNTRIES,
            "outlined": "" if where == "world" else " ".join(sorted(tracker.places.parts(where) & COUNTRIES)),
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
        key=_key(rows),
        sources=tuple(dict.fromkeys(entry.source for entry in ordered)),
        place=chart.place,
    )


def _said(where: str, now: Sequence[MarketEntry], tracker: Tracker) -> str:
    """A place with the stage of every company there, line by line."""
    there = (entry for entry in now if entry.where == where)
    lines = (f"{tracker.entities[entry.company].name}: {entry.stage}" for entry in there)
    return "\n".join((tracker.places.name(where), *lines))


def _key(rows: Sequence[Row]) -> tuple[Key, ...]:
    """The fills that occur, from the furthest stage down; stages with one fill share a line."""
    used = {row["stage"] for row in rows if not row["region"]}
    fills: dict[str, list[str]] = {}
    for stage in reversed(STEPS):
        if stage in used:
            fills.setdefault(COLOURS[stage], []).append(stage)
    over = [stage for stage in reversed(ENDS) if stage in used]
    keys = [Key("fill", color, ", ".join(stages)) for color, stages in fills.items()]
    keys += [Key("fill", COLOURS[over[0]], ", ".join(over))] if over else []
    if any(row["region"] and row["outlined"] for row in rows):
        keys.append(Key("outline", "var(--axis)", "named only as part of a region"))
    return tuple(keys)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """All land as one shape, the places of the rows over it, and a dot for those too small to see."""
    import altair as alt

    world = json.loads(Path(__file__).with_name("world.json").read_text("utf-8"))
    outlines = {shape.get("id", "").lower(): shape for shape in world["objects"]["countries"]["geometries"]}
    named = {str(row["place"]): str(row["color"]) for row in plot.rows if not row["region"]}
    regional = {code for row in plot.rows if row["region"] for code in str(row["outlined"]).split()} - set(named)
    layers = [_shapes(world, [_merged(world["objects"]["countries"]["geometries"])], "var(--land)", "var(--paper)")]
    if some := [outlines[code] for code in sorted(regional) if code in outlines]:
        layers.append(_shapes(world, [_merged(some)], "var(--land)", "var(--axis)"))
    tips = {str(row["place"]): str(row["tip"]) for row in plot.rows}
    for color in dict.fromkeys(named.values()):
        some = [_merged([outlines[c]], tips[c]) for c, fill in named.items() if fill == color and c in outlines]
        if some:
            layers.append(_shapes(world, some, color, "var(--paper)"))
    dots = [
        {**dict(zip(("lon", "lat"), outlines[c]["properties"]["dot"], strict=True)), "color": color, "tip": tips[c]}
        for c, color in named.items()
        if "dot" in outlines.get(c, {}).get("properties", {})
    ]
    if dots:
        mark = data(dots).mark_circle(size=55, opacity=1, stroke="var(--paper)", strokeWidth=1, aria=True)
        where = {
            "longitude": channel("Longitude", "lon:Q"),
            "latitude": channel("Latitude", "lat:Q"),
            "description": channel("Description", "tip:N"),
        }
        layers.append(mark.encode(color=alt.Color("color:N", scale=None), **where))
    west = any(code in REGIONS[region].countries for region in _WEST for code in {*named, *regional})
    height, view = WORLD if west else EAST
    frame = Frame.within(size.width, height, (0, 0, 0, 0))
    return frame.finish(layers).project(type="naturalEarth1", **view)


def _merged(shapes: Sequence[dict[str, Any]], tip: str | None = None) -> dict[str, Any]:
    """Several outlines as one shape: one path in the SVG. tip: what is said of it."""
    arcs = [part for s in shapes for part in ([s["arcs"]] if s["type"] == "Polygon" else s["arcs"])]
    return {"type": "MultiPolygon", "arcs": arcs, "properties": {} if tip is None else {"tip": tip}}


def _shapes(world: dict[str, Any], shapes: Sequence[dict[str, Any]], fill: str, stroke: str) -> Layer:
    import altair as alt

    objects = {"shapes": {"type": "GeometryCollection", "geometries": list(shapes)}}
    topology = {**world, "objects": objects}
    source = {"values": json.dumps(topology), "format": {"type": "topojson", "feature": "shapes"}}
    look: dict[str, Any] = {"fill": fill, "stroke": stroke, "strokeWidth": 0.6, "strokeJoin": "round"}
    if all("tip" not in shape["properties"] for shape in shapes):
        return alt.Chart(source).mark_geoshape(**look)
    return (
        alt.Chart(source)
        .mark_geoshape(**look, aria=True)
        .encode(description=channel("Description", "properties.tip:N"))
    )

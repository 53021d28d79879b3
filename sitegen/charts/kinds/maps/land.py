"""The land that maps draw: the outline of each country, and where it lies."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

_NEAR = 6.0
"""Degrees between a country and a part of it that is shown with it: Alaska is near, Hawaii is far away."""


class Extent(Struct, frozen=True):
    """A part of the globe in degrees. east: more than 180 where it crosses the date line.

    heart: the longitude that is never cut off, if there is one.
    """

    west: float
    east: float
    south: float
    north: float
    heart: float | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle: degrees east and north."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


class Land(Struct, frozen=True):
    """The countries of the world.

    topology: TopoJSON without its objects. outlines: a geometry by the id of a country; unnamed: of what has none.
    """

    topology: Mapping[str, Any]
    outlines: Mapping[str, Mapping[str, Any]]
    unnamed: tuple[Mapping[str, Any], ...]

    def shapes(self, geometries: Iterable[Mapping[str, Any]], tip: str | None = None) -> Mapping[str, Any]:
        """Several outlines as one shape: one path in the SVG. tip: what is said of it."""
        arcs = [polygon for geometry in geometries for polygon in _polygons(geometry)]
        return {"type": "MultiPolygon", "arcs": arcs, "properties": {} if tip is None else {"tip": tip}}

    def written(self, shapes: Iterable[Mapping[str, Any]]) -> str:
        """Some shapes as TopoJSON, in an object called shapes, with the lines that they are made of and no other."""
        taken: dict[int, int] = {}

        def line(arc: int) -> int:
            number = taken.setdefault(~arc if arc < 0 else arc, len(taken))
            return ~number if arc < 0 else number

        geometries = [
            {**shape, "arcs": [[[line(arc) for arc in ring] for ring in polygon] for polygon in shape["arcs"]]}
            for shape in shapes
        ]
        objects = {"shapes": {"type": "GeometryCollection", "geometries": geometries}}
        arcs = [self.topology["arcs"][number] for number in taken]
        return json.dumps({**self.topology, "arcs": arcs, "objects": objects})

    def dot(self, country: str) -> tuple[float, float]:
        """The point that stands for a country: degrees east and north."""
        given = self.outlines[country]["properties"].get("dot")
        return self.extent(country).middle if given is None else (given[0], given[1])

    def lines(self, country: str) -> Iterator[list[tuple[float, float]]]:
        """The closed lines of an outline, each as points in degrees."""
        for polygon in _polygons(self.outlines[country]):
            for ring in polygon:
                yield [
                    point
                    for arc in ring
                    for point in (self._points(arc) if arc >= 0 else reversed([*self._points(arc)]))
                ]

    def extent(self, country: str) -> Extent:
        """Where a country lies, without islands and other parts that lie far from most of it.

        Of scattered islands, of which the outline has but a few, it is the point that stands for them.
        """
        first, *parts = sorted(map(self._extent, _polygons(self.outlines[country])), key=_size, reverse=True)
        near = [first, *(part for part in parts if _size(part) > _size(first) / 500 and _apart(part, first) < _NEAR)]
        west, east = around((part.west, part.east) for part in near)
        found = Extent(west, east, min(part.south for part in near), max(part.north for part in near))
        if (given := self.outlines[country]["properties"].get("dot")) is not None:
            point = Extent(given[0], given[0], given[1], given[1])
            return structs.replace(found, heart=given[0]) if _apart(found, point) < 1 else point
        return found

    def lonely(self, countries: Collection[str]) -> float:
        """How many degrees the nearest land of another country is away from these."""
        extents = [self.extent(country) for country in countries]
        others = (outline for country, outline in self.outlines.items() if country not in countries)
        coasts = (arc for outline in others for polygon in _polygons(outline) for arc in polygon[0])
        points = (Extent(lon, lon, lat, lat) for arc in coasts for lon, lat in self._points(arc))
        return min(_apart(point, extent) for point in points for extent in extents)

    def _extent(self, polygon: Sequence[Sequence[int]]) -> Extent:
        points = [point for arc in polygon[0] for point in self._points(arc)]
        west, east = around((lon, lon) for lon, _ in points)
        return Extent(west, east, min(lat for _, lat in points), max(lat for _, lat in points))

    def _points(self, arc: int) -> Iterator[tuple[float, float]]:
        (across, up), (west, south) = self.topology["transform"]["scale"], self.topology["transform"]["translate"]
        x = y = 0
        for dx, dy in self.topology["arcs"][~arc if arc < 0 else arc]:
            x, y = x + dx, y + dy
            yield x * across + west, y * up + south


@lru_cache(maxsize=1)
def land() -> Land:
    """The land of the package."""
    world = json.loads(Path(__file__).with_name("world.json").read_text("utf-8"))
    countries = world.pop("objects")["countries"]["geometries"]
    named = {shape["id"].casefold(): shape for shape in countries if "id" in shape}
    return Land(world, named, tuple(shape for shape in countries if "id" not in shape))


def around(spans: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The shortest way from west to east that has all of these spans of longitudes."""
    ordered = sorted(spans)
    reached = ordered[0][1]
    gaps = []
    for (_, east), (west, _) in pairwise(ordered):
        reached = max(reached, east)
        gaps.append((west - reached, west, reached))
    reached = max(reached, ordered[-1][1])
    first = ordered[0][0]
    widest, west, east = max([(first + 360 - reached, first, reached - 360), *gaps])
    return (west, east + 360) if widest > 0 else (-180.0, 180.0)


def _polygons(geometry: Mapping[str, Any]) -> Sequence[Any]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else list(geometry["arcs"])


def _size(extent: Extent) -> float:
    return (extent.east - extent.west) * (extent.north - extent.south)


def _apart(one: Extent, other: Extent) -> float:
    """Degrees between two extents, to the east or to the north, whichever is more."""
    turns = (max(one.west + turn - other.east, other.west - one.east - turn) for turn in (-360, 0, 360))
    return max(min(turns), one.south - other.north, other.south - one.north)

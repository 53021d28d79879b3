"""The part of the world that a map shows: that which has its data, with a margin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from sitegen.charts.kinds.maps.land import Extent, Land, around

_TOO_WIDE, _OVER, _AMERICA, _NORTH = 230.0, 100.0, 195.0, 72.0
"""Degrees: of a map that may as well show the world, also over the Pacific; where America begins behind it; and where
the projection stretches what is drawn."""
_HUGE, _BESIDE, _HEART = 90.0, 22.0, 6.0
"""Degrees: how wide a country is that is cut where others are narrower; how much of it is left beside them, and beside
its heart."""
_LEAST, _UP = 46.0, 28 / 46
"""Degrees across so that a small country has its neighbours around it, and how much of that is up."""
_TINY, _LONELY, _NEAREST, _BEYOND = 6.0, 2.0, 16.0, 4.0
"""Degrees: of what is tiny, and alone in a sea; the least across around it; how much is seen of the nearest land."""
_MARGIN, _MOST = 0.09, 6.0
"""The margin: a part of the extent, and the most degrees."""
_FLAT, _TALL = 0.42, 0.7
"""The height of a map, as parts of its width."""


class View(Struct, frozen=True):
    """A view in the Natural Earth projection. middle: the longitude in its middle.

    x, y: where the middle of latitude 0 lies, in pixels. top, left: how far the map is from the edges of the drawing.
    """

    width: float
    height: float
    middle: float
    scale: float
    x: float
    y: float
    top: float = 0.0
    left: float = 0.0

    @property
    def projection(self) -> dict[str, Any]:
        """The projection as Vega wants it: what lies outside the frame is cut."""
        return {
            "type": "naturalEarth1",
            "rotate": [-self.middle, 0, 0],
            "scale": self.scale,
            "translate": [self.x + self.left, self.y + self.top],
            "clipExtent": [
                [self.left - 4, self.top - 4],
                [self.left + self.width + 4, self.top + self.height + 4],
            ],
        }

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the globe is drawn, in pixels."""
        return self.point((lon - self.middle + 180) % 360 - 180, lat)

    def point(self, east: float, lat: float) -> tuple[float, float]:
        """The same of a point that lies so many degrees east of the middle."""
        across, up = _natural_earth(east, lat)
        return self.x + across * self.scale, self.y - up * self.scale

    def box(self, extent: Extent) -> tuple[float, float, float, float]:
        """Where a part of the globe is drawn, in pixels: left, top, right, bottom."""
        turn = round((self.middle - extent.middle[0]) / 360) * 360
        moved = Extent(extent.west + turn, extent.east + turn, extent.south, extent.north)
        left, right, low, high = (end * self.scale for end in _spread(moved, self.middle))
        return self.x + left, self.y - high, self.x + right, self.y - low


def view_on(world: Land, countries: Collection[str], width: float) -> View:
    """The view of that width that shows all of the countries, of none the world.

    An island far out in a sea is brought near, with the land that lies nearest.
    """
    extents = [world.extent(country) for country in sorted(countries)]
    if not extents or max(_size(extents)) > _TINY:
        return view_of(extents, width)
    away = world.lonely(countries)
    return view_of(extents, width, min(_LEAST, max(_NEAREST, 2 * (away + _BEYOND))) if away > _LONELY else _LEAST)


def _size(extents: Sequence[Extent]) -> tuple[float, float]:
    """How far extents reach together, across and up, in degrees."""
    west, east = around((extent.west, extent.east) for extent in extents)
    return east - west, max(extent.north for extent in extents) - min(extent.south for extent in extents)


def view_of(extents: Sequence[Extent], width: float, least: float = _LEAST) -> View:
    """The view of that width that shows all of the extents, of none the world. least: degrees across."""
    cut = [_cut(extent, extents) for extent in extents]
    west, east = around((extent.west, extent.east) for extent in cut) if cut else (-180.0, 180.0)
    if east - west > (_OVER if east > _AMERICA else _TOO_WIDE):
        return _world(width, extents)
    shown = _roomy(Extent(west, east, min(extent.south for extent in cut), max(extent.north for extent in cut)), least)
    middle = shown.middle[0]
    left, right, low, high = _spread(shown, middle)
    height = min(max((high - low) / (right - left), _FLAT), _TALL) * width
    scale = min(width / (right - left), height / (high - low))
    x, y = width / 2 - scale * (left + right) / 2, height / 2 + scale * (low + high) / 2
    return View(width, round(height), middle, scale, x, y)


def _world(width: float, extents: Sequence[Extent]) -> View:
    """All but the poles, and where nothing is there all but the middle of the Pacific."""
    near = View(width, round(width * 0.51), 0.0, width * 0.21, width * 0.47, width * 0.296)
    boxes = map(near.box, extents)
    if all(left > 0 and right < width for left, _, right, _ in boxes):
        return near
    return View(width, round(width * 0.45), 0.0, width * 0.182, width * 0.5, width * 0.262)


def _cut(extent: Extent, extents: Sequence[Extent]) -> Extent:
    """An extent without the far north, and if it is huge without what lies far from the others and its heart."""
    north = max(min(extent.north, _NORTH), extent.south + 1)
    others = [other for other in extents if other.east - other.west <= _HUGE]
    if extent.east - extent.west <= _HUGE or not others:
        return Extent(extent.west, extent.east, extent.south, north)
    west, east = around((other.west, other.east) for other in others)
    turn = min((-360, 0, 360), key=lambda turn: abs(west + east + 2 * turn - extent.west - extent.east))
    west, east = west + turn - _BESIDE, east + turn + _BESIDE
    if extent.heart is not None:
        west, east = min(west, extent.heart - _HEART), max(east, extent.heart + _HEART)
    west, east = max(west, extent.west), min(east, extent.east)
    if west < east:
        return Extent(west, east, extent.south, north)
    return Extent(extent.west, extent.east, extent.south, north)


def _roomy(extent: Extent, least: float) -> Extent:
    """An extent with a margin, and not too small."""
    lon, lat = extent.middle
    across = max(_wider(extent.east - extent.west), least) / 2
    up = max(_wider(extent.north - extent.south), least * _UP) / 2
    return Extent(lon - across, lon + across, max(lat - up, -85.0), min(lat + up, 85.0))


def _wider(degrees: float) -> float:
    return degrees + 2 * min(degrees * _MARGIN, _MOST)


def _spread(extent: Extent, middle: float) -> tuple[float, float, float, float]:
    """The ends of an extent as the projection of scale 1 has them: left, right, low, high."""
    steps = [n / 8 for n in range(9)]
    points = [
        _natural_earth(
            extent.west + (extent.east - extent.west) * a - middle, extent.south + (extent.north - extent.south) * b
        )
        for a in steps
        for b in steps
    ]
    across, up = zip(*points, strict=True)
    return min(across), max(across), min(up), max(up)


def _natural_earth(lon: float, lat: float) -> tuple[float, float]:
    """The Natural Earth projection of Tom Patterson, by its polynomials, as d3-geo has them."""
    x, y = (degrees * 0.017453292519943295 for degrees in (lon, lat))
    p = y * y
    q = p * p
    return (
        x * (0.8707 - 0.131979 * p + q * (-0.013791 + q * (0.003971 * p - 0.001529 * q))),
        y * (1.007226 + p * (0.015085 + q * (-0.044475 + 0.028874 * p - 0.005916 * q))),
    )

"""The maps of a drawing: one, or on a phone one of the crowded continent above one of the rest of the world."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.land import Land
from sitegen.charts.kinds.maps.names import Mark, Named, named
from sitegen.charts.kinds.maps.view import View, view_on
from sitegen.charts.plot import Row, num
from sitegen.model.places.regions import CONTINENTS, REGIONS

_CROWD, _NEARER, _GAP = 8, 1.4, 24
"""So many countries of one continent are a crowd; how many times larger a map of its own shows them at least; and the
pixels between two maps."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A map of a drawing, and the countries that have their signs on it."""

    view: View
    countries: frozenset[str]


def panels(world: Land, filled: Collection[str], outlined: Collection[str], width: int, narrow: bool) -> list[Panel]:
    """The maps of a drawing of that width from top to bottom. filled: the countries with a sign."""
    every = {*filled, *outlined}
    whole = Panel(view_on(world, every, width), frozenset(filled))
    crowd = max((REGIONS[continent].countries & {*filled} for continent in CONTINENTS[1:]), key=len)
    if not narrow or len(crowd) < _CROWD or len(crowd) == len(filled):
        return [whole]
    near = view_on(world, crowd, width)
    if near.scale < _NEARER * whole.view.scale:
        return [whole]
    rest = frozenset(filled) - crowd
    return [Panel(near, crowd), Panel(replace(view_on(world, rest, width), top=near.height + _GAP), rest)]


def written(maps: Sequence[Panel], marks: Sequence[Sequence[Mark]], fonts: Fonts) -> Named:
    """The names on all maps, where each lies in the drawing; numbers go on from one to the next."""
    tags: list[Row] = []
    leaders: list[Row] = []
    listed: list[Mark] = []
    for panel, some in zip(maps, marks, strict=True):
        words = named(some, panel.view.width, panel.view.height, fonts, len(listed))
        tags += [lowered(row, panel.view.top) for row in words.tags]
        leaders += [lowered(row, panel.view.top) for row in words.leaders]
        listed += words.listed
    return Named(tuple(tags), tuple(leaders), tuple(listed))


def lowered(row: Row, by: float) -> Row:
    """A row of a map where its map lies in the drawing."""
    return {**row, **{key: num(row, key) + by for key in ("y", "y2") if key in row}} if by else row

"""The maps of a drawing: one, or one of a crowded continent and one of the rest of the world."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.land import Land
from sitegen.charts.kinds.maps.marks import Mark
from sitegen.charts.kinds.maps.names import list_below, named
from sitegen.charts.kinds.maps.signs import marks_of
from sitegen.charts.kinds.maps.spots import shows
from sitegen.charts.kinds.maps.view import View, view_on
from sitegen.charts.look.axes import LINE
from sitegen.charts.plot import Row, num
from sitegen.model.places.regions import CONTINENTS, REGIONS
from sitegen.words import Locale

_FEWER, _NEARER, _GAP, _ONE = 1.5, 1.4, 24, 0.6
"""How many times less crowded two maps are than one, at least; how many times larger the near map shows
its countries; the pixels between two maps; and the share of the width that a map of one country has."""
_LEAST = 1 / 3
"""The least share of all countries that makes a crowd."""


class Panel(Struct, frozen=True):
    """A map of a drawing, the countries that have their signs on it, and those that have their colours on it."""

    view: View
    countries: frozenset[str]
    coloured: frozenset[str]


class Lettered(Struct, frozen=True):
    """A map with its marks, its names, the lines that lead to these, and the names below it."""

    panel: Panel
    marks: Sequence[Mark]
    tags: Sequence[Row]
    leaders: Sequence[Row]
    below: Sequence[Row]

    @property
    def bottom(self) -> float:
        """Where it ends, in pixels."""
        view = self.panel.view
        return max([view.top + view.height, *(num(row, "y") + LINE for row in self.below)])


def panels(
    world: Land, filled: Mapping[str, Row], outlined: Collection[str], fonts: Fonts, size: tuple[int, bool]
) -> list[Panel]:
    """The maps of a drawing: one of all; where names find no room on it, a near one of the crowded continent and one
    of the rest of the world, beside each other or, if that is not enough, one below the other.

    filled: what is said of each country with a sign. size: the width in pixels, and whether it is a phone's.
    """
    width, narrow = size
    whole = Panel(view_on(world, {*filled, *outlined}, width), frozenset(filled), frozenset(filled))
    crowded = _crowded([whole], world, filled, fonts)
    most = int(crowded / _FEWER)
    layouts = ((_below, 1.0),) if narrow else ((_beside, 0.7), (_below, 0.76))
    for layout, share in layouts if crowded else ():
        tried = [
            maps
            for continent in CONTINENTS[1:]
            if _LEAST * len(filled) <= len(crowd := frozenset(REGIONS[continent].countries & {*filled})) < len(filled)
            for maps in [layout(world, crowd, frozenset(filled) - crowd, width, share)]
            if maps[0].view.scale >= _NEARER * whole.view.scale
        ]
        counts = [_crowded(maps, world, filled, fonts) for maps in tried]
        if min(counts, default=most + 1) <= most:
            return tried[counts.index(min(counts))]
    return [whole]


def _beside(world: Land, crowd: frozenset[str], rest: frozenset[str], width: float, share: float) -> list[Panel]:
    """A near map of some countries with that share of the width, and one of the rest to the right of it."""
    near, away = _near(world, crowd, rest, width * share)
    far = view_on(world, away, width * (1 - share) - _GAP)
    return _both(near, structs.replace(far, left=near.view.width + _GAP), away, rest)


def _below(world: Land, crowd: frozenset[str], rest: frozenset[str], width: float, share: float) -> list[Panel]:
    """A near map of some countries with that share of the width, and one of the rest below it, smaller for a single."""
    near, away = _near(world, crowd, rest, width * share)
    far = view_on(world, away, width * share * (_ONE if len(away) == 1 else 1))
    return _both(near, structs.replace(far, top=near.view.height + _GAP), away, rest)


def _near(world: Land, crowd: frozenset[str], rest: frozenset[str], width: float) -> tuple[Panel, frozenset[str]]:
    """The near map, which also has those of the rest of which enough is seen, and of the others not a sliver; and who
    is left for another."""
    view = view_on(world, crowd, width)
    seen = crowd | {code for code in rest if shows(world, code, view)}
    return Panel(view, seen, seen), rest - seen


def _both(near: Panel, far: View, away: frozenset[str], rest: frozenset[str]) -> list[Panel]:
    """The near map, and one of those that it does not show, if any, on which all have their colours."""
    return [near, Panel(far, away, near.coloured | rest)] if away else [near]


def marks_on(panel: Panel, world: Land, filled: Mapping[str, Row]) -> list[Mark]:
    """The marks of a map, as if it began at the edge of the drawing."""
    return marks_of(world, {code: row for code, row in filled.items() if code in panel.countries}, panel.view)


def _crowded(maps: Sequence[Panel], world: Land, filled: Mapping[str, Row], fonts: Fonts) -> int:
    """How many places have their name far off, and twice how many have none on it."""
    views = ((panel.view, marks_on(panel, world, filled)) for panel in maps)
    words = [named(marks, view.width, view.height, fonts) for view, marks in views]
    return sum(2 * len(each.listed) + each.away for each in words)


def lettered(
    maps: Sequence[Panel], world: Land, filled: Mapping[str, Row], fonts: Fonts, locale: Locale
) -> Iterator[Lettered]:
    """Each map with its signs and names where they lie in the drawing, below it the names that found no room; a map
    below another one makes room for that."""
    down = 0.0
    for panel in maps:
        view, marks = panel.view, marks_on(panel, world, filled)
        words = named(marks, view.width, view.height, fonts)
        below = list_below(words.listed, view, fonts, locale)
        view = structs.replace(view, top=view.top + down if view.top else 0)
        yield Lettered(
            structs.replace(panel, view=view),
            [structs.replace(mark, x=mark.x + view.left, y=mark.y + view.top) for mark in marks],
            [_moved(row, view) for row in words.tags],
            [_moved(row, view) for row in words.leaders],
            [_moved(row, view) for row in below],
        )
        down += LINE * len(below)


def _moved(row: Row, view: View) -> Row:
    """A row of a map where its map lies in the drawing."""
    by = {"x": view.left, "x2": view.left, "y": view.top, "y2": view.top}
    return {**row, **{key: num(row, key) + way for key, way in by.items() if key in row}}

"""Signs and names on a map: a sign at every place, its name beside it, and where there is no room a number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.view import View
from sitegen.charts.layers import stroke, text
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.beside import Box, along
from sitegen.charts.plot import Row, num
from sitegen.model.entry import Stage
from sitegen.words import Locale

SIGN = 4.5
"""Half the width of a sign, in pixels."""
_APART, _TURNS = 2 * SIGN + 1.5, 40
"""The least distance of two signs, and how often they are pushed apart."""
_WIDTH, _RINGS, _NEAR = 96.0, (0.0, 4.0, 9.0, 14.0, 20.0), 5.0
"""The width of a name; how far from its sign it may stand, and from which distance on a thin line leads to it."""
_AWAY = (27.0, 34.0, 45.0, 60.0)
"""How far from its sign a name may stand that has no room nearer; on a phone with its small countries less far."""
_SPACE = 6.0
"""The room between words that stand beside each other."""
_FAR = (80.0, 110.0)
"""How far from its sign a number may stand that is written before the names."""
_PHONE = 500.0
"""From this width on the companies come before the names of the lesser stages."""


class Mark(Struct, frozen=True):
    """A place on the map: where it lies in pixels, its name, the stage that is reached and its words, what is said.

    who: the companies that have reached it, "" on a map of one company.
    """

    x: float
    y: float
    name: str
    who: str
    stage: Stage
    said: str
    color: str
    tip: str


class Spot(NamedTuple):
    """Where the name of a mark stands, line by line, or without words its number. who: the lines with the companies."""

    mark: Mark
    words: Sequence[str]
    box: Box
    who: Sequence[str] = ()


class Named(Struct, frozen=True):
    """What is written on a map.

    listed: the names that found no room, in the order of their numbers. away: how many stand far from their signs,
    with no room for a company.
    """

    tags: tuple[Row, ...]
    leaders: tuple[Row, ...]
    listed: tuple[Mark, ...]
    away: int = 0


def apart(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, moved no more than is needed so that no sign hides another."""
    at = [[mark.x, mark.y] for mark in marks]
    for _ in range(_TURNS):
        moved = False
        for n, one in enumerate(at):
            for other in at[n + 1 :]:
                dx, dy = other[0] - one[0], other[1] - one[1]
                far = math.hypot(dx, dy)
                if far < _APART:
                    moved = True
                    push = (_APART - far) / 2 + 0.01
                    right, down = (dx / far, dy / far) if far > 0.01 else (1.0, 0.0)
                    one[0], one[1] = one[0] - right * push, one[1] - down * push
                    other[0], other[1] = other[0] + right * push, other[1] + down * push
        if not moved:
            break
    return [structs.replace(mark, x=x, y=y) for mark, (x, y) in zip(marks, at, strict=True)]


def named(marks: Sequence[Mark], width: float, height: float, fonts: Fonts, before: int = 0) -> Named:
    """The names of the marks where they hide neither a sign nor each other, the first marks first.

    before: how many numbers are taken on other maps.
    """
    first: list[Mark] = []
    while True:
        words, far = _written(marks, first, (width, height), fonts, before)
        if not far:
            return words
        first += far


def _written(
    marks: Sequence[Mark], first: Sequence[Mark], size: tuple[float, float], fonts: Fonts, before: int
) -> tuple[Named, list[Mark]]:
    """The names of the furthest stage, where there is room with their companies, the numbers of the marks that come
    first, and the names of the others; and the marks whose numbers found no room close to them."""
    near = _RINGS + (_AWAY if size[0] >= _PHONE else _AWAY[:2])
    signs = [Box(m.x - SIGN - 1, m.y - SIGN - 1, m.x + SIGN + 1, m.y + SIGN + 1) for m in marks]
    placed: list[Box] = []
    ways: list[Box] = []
    spots: list[Spot] = []
    far: list[Mark] = []
    count = before
    for mark in sorted(marks, key=lambda mark: (mark.stage != marks[0].stage, mark not in first)):
        if size[0] >= _PHONE and spots and mark.stage != marks[0].stage == spots[-1].mark.stage:
            spots = _with_who(spots, signs, near, size, fonts)
            placed, ways = [spot.box for spot in spots], [part for spot in spots for part in _way(spot.mark, spot.box)]
        words = fonts.wrap(mark.name, _WIDTH)
        found = None if mark in first else _room(mark, words, near, (signs, placed, ways), size, fonts)
        if found is None:
            count += 1
            words = (str(count),)
            found = _room(mark, words, _RINGS if mark in first else _RINGS[:2], (signs, placed, ways), size, fonts)
            if found is None and mark in first:  # a number is worth a line that crosses another
                found = _room(mark, words, _RINGS + _AWAY + _FAR, (signs, placed, None), size, fonts)
            words = ()
        if found is None:
            far += [mark] * (mark not in first)
            continue
        placed.append(found)
        ways += _way(mark, found)
        spots.append(Spot(mark, words, found))
    return _tagged(_with_who(_renamed(spots, signs, near, size, fonts), signs, near, size, fonts), before), far


def _renamed(
    spots: list[Spot], signs: Sequence[Box], near: Sequence[float], size: tuple[float, float], fonts: Fonts
) -> list[Spot]:
    """The spots, with the names in place of those numbers beside which there is room left for them."""
    for n, spot in enumerate(spots):
        if not spot.words:
            name = fonts.wrap(spot.mark.name, _WIDTH)
            if (found := _beside(spots, n, name, signs, near, size, fonts)) is not None:
                spots[n] = Spot(spot.mark, name, found)
    return spots


def _with_who(
    spots: list[Spot], signs: Sequence[Box], near: Sequence[float], size: tuple[float, float], fonts: Fonts
) -> list[Spot]:
    """The spots, with the companies below the names where there is room left for them."""
    for n, spot in enumerate(spots):
        if spot.words and spot.mark.who and not spot.who:
            who = fonts.wrap(spot.mark.who, _WIDTH)
            if (found := _beside(spots, n, (*spot.words, *who), signs, near, size, fonts)) is not None:
                spots[n] = Spot(spot.mark, spot.words, found, who)
    return spots


def _beside(
    spots: Sequence[Spot],
    n: int,
    words: Sequence[str],
    signs: Sequence[Box],
    near: Sequence[float],
    size: tuple[float, float],
    fonts: Fonts,
) -> Box | None:
    """A place for other words at one of the spots that leaves all others where they are."""
    others = [*spots[:n], *spots[n + 1 :]]
    placed, ways = [each.box for each in others], [part for o in others for part in _way(o.mark, o.box)]
    return _room(spots[n].mark, words, near, (signs, placed, ways), size, fonts)


def _tagged(spots: Sequence[Spot], before: int) -> Named:
    """The names and the numbers as texts, with the lines that lead to them."""
    tags: list[Row] = []
    leaders: list[Row] = []
    listed: list[Mark] = []
    for mark, words, box, who in spots:
        if not words:
            listed.append(mark)
        said = words or (str(before + len(listed)),)
        top = (box.y + box.y2) / 2 - (len(said) + len(who) - 1) * LINE / 2
        tags += [text(box.x + 2, top + n * LINE, line) for n, line in enumerate(said)]
        tags += [text(box.x + 2, top + n * LINE, line, color="var(--muted)") for n, line in enumerate(who, len(said))]
        leaders += _leader(mark, box)
    away = sum(not spot.who and _off(spot.mark, spot.box) > SIGN + _AWAY[0] for spot in spots)
    return Named(tuple(tags), tuple(leaders), tuple(listed), away)


def list_below(marks: Sequence[Mark], view: View, fonts: Fonts, locale: Locale, before: int = 0) -> list[Row]:
    """What the numbers mean, in lines below the map that has them: stage by stage each number with its name."""
    stages: dict[str, list[str]] = {}
    for n, mark in enumerate(marks, before + 1):
        name = locale.say("charts.place-of", place=mark.name, detail=mark.who) if mark.who else mark.name
        stages.setdefault(mark.said, []).append(f"{n} {name}")
    lines: list[str] = []
    for stage, names in stages.items():
        lines.append(locale.say("charts.listed", stage=stage, places=names[0]))
        for name in names[1:]:
            lines[-1] += ","
            if fonts.width(f"{lines[-1]} {name},") <= view.width:
                lines[-1] += f" {name}"
            else:
                lines.append(name)
    return [text(0.0, view.height + LINE * (n + 1) + 4, line) for n, line in enumerate(lines)]


def _room(
    mark: Mark,
    words: Sequence[str],
    rings: Sequence[float],
    taken: tuple[Sequence[Box], Sequence[Box], Sequence[Box] | None],
    size: tuple[float, float],
    fonts: Fonts,
) -> Box | None:
    """The nearest place for some words beside a mark that is free and inside the map.

    taken: signs, words, and the lines that lead to words; without lines it does not matter what these cross.
    """
    signs, placed, lines = taken
    spaced = [Box(other.x - _SPACE, other.y, other.x2 + _SPACE, other.y2) for other in placed]
    wide, tall = fonts.widest(words) + 4, LINE * len(words)
    for box in _spots(mark, rings, wide, tall):
        inside = box.x >= 0 and box.y >= 0 and box.x2 <= size[0] and box.y2 <= size[1]
        if not inside or any(box.covers(other) for other in (*signs, *spaced, *(lines or ()))):
            continue
        if lines is None or not any(part.covers(other) for part in _way(mark, box) for other in placed):
            return box
    return None


def _spots(mark: Mark, rings: Sequence[float], wide: float, tall: float) -> Iterator[Box]:
    """Boxes around a mark, ring by ring: right, left, above, below, then between those."""
    for ring in rings:
        off = SIGN + 1.5 + ring
        slant = off * 0.75
        for left, top in (
            (mark.x + off, mark.y - tall / 2),
            (mark.x - off - wide, mark.y - tall / 2),
            (mark.x - wide / 2, mark.y - off - tall),
            (mark.x - wide / 2, mark.y + off),
            (mark.x + slant, mark.y - slant - tall),
            (mark.x + slant, mark.y + slant),
            (mark.x - slant - wide, mark.y - slant - tall),
            (mark.x - slant - wide, mark.y + slant),
        ):
            yield Box(left, top, left + wide, top + tall)


def _way(mark: Mark, box: Box) -> list[Box]:
    """Where the line from a mark to its words is, if there is one."""
    return [
        part
        for row in _leader(mark, box)
        for part in along((num(row, "x"), num(row, "y")), (num(row, "x2"), num(row, "y2")), 1.0)
    ]


def _off(mark: Mark, box: Box) -> float:
    """How far the words of a mark are from its middle."""
    return math.hypot(
        *(min(max(at, low), high) - at for at, low, high in ((mark.x, box.x, box.x2), (mark.y, box.y, box.y2)))
    )


def _leader(mark: Mark, box: Box) -> Iterator[Row]:
    """A thin line from a mark to words that stand off."""
    x, y = min(max(mark.x, box.x), box.x2), min(max(mark.y, box.y), box.y2)
    far = _off(mark, box)
    if far > SIGN + _NEAR:
        start = SIGN / far
        yield stroke((mark.x + (x - mark.x) * start, mark.y + (y - mark.y) * start), (x, y), "var(--ink)")

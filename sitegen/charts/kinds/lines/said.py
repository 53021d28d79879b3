"""Numbers on a line: its first, its last and its highest value, where they cover least and nothing of another line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, text
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.beside import Box, along
from sitegen.charts.look.colours import words_colour
from sitegen.charts.marks.events import ABOVE
from sitegen.charts.plot import Plot, Row, follows, top

NEAR = 56.0
"""A peak that stands so near to an end of its line, in pixels, has no number beside that of the end."""
LAST = 2
"""Where there is no room for other numbers, so many lines have the last one, if it covers nothing."""
BESIDE = 8.0
"""So far from a number another one of the same height stands at least, in pixels: nobody reads two as one."""
FARTHER = (-LINE - 14, 14, -LINE - 22, 22)
"""How far from its point a number stands where all that is near is taken."""
TIP = 9.0
"""So far from its value, in pixels, the tip of an arrow is."""
Point = tuple[float, float]
"""A place in pixels."""


class Said(NamedTuple):
    """The numbers, the boxes that they fill, and the points and lines that no words are to cover."""

    texts: list[Row]
    boxes: list[Box]
    taken: list[Box]


def values_said(
    plot: Plot, at: Sequence[tuple[Row, Point]], taken: Sequence[Box], frame: Frame, most: int, fonts: Fonts
) -> Said:
    """The numbers at the ends and the peaks of the lines, if there are few lines. at: where each value stands.

    taken: where else no number is to stand. most: on so many lines there are numbers, or on so many that the chart is
    about; on two lines there is at least the last one of each, where it covers nothing or is a limit.
    """
    strokes = list(_points(at))
    out = Said([], [], [*taken, *(box for _, box in strokes)])
    lines: dict[str, list[int]] = {}
    for n, (row, _) in enumerate(at):
        if not row["estimate"] and (not plot.focus or row["entity"] in plot.focus):
            lines.setdefault(str(row["line"]), []).append(n)
    limits_first = sorted(lines.values(), key=lambda some: not at[some[-1]][0]["bound"])
    for some in limits_first if len(lines) <= max(most, LAST) else ():
        peak = max(some, key=lambda n: top(at[n][0]))
        alone = all(abs(at[peak][1][0] - at[n][1][0]) >= NEAR for n in (some[0], some[-1]))
        room = len(lines) <= most
        picked = (some[-1], *((peak,) if alone else ()), some[0]) if room else (some[-1],)
        for n in dict.fromkeys(picked):
            others = [box for line, box in strokes if line != at[n][0]["line"]]
            own = [point for row, point in at if point != at[n][1] and row["line"] == at[n][0]["line"]]
            most_covered = math.inf if room or at[n][0]["bound"] else 0
            _say(at[n][0], at[n][1], (others, own), frame, fonts, out, most_covered)
    return out


def _points(at: Sequence[tuple[Row, Point]]) -> Iterator[tuple[object, Box]]:
    """Where points and lines are, each with the line that it is of."""
    for row, point in at:
        yield row["line"], _point(point)
        if row["bound"]:
            yield row["line"], _point((point[0], point[1] + (-TIP if row["bound"] == "at-least" else TIP)))
    for (before, (x, y)), (row, (x2, y2)) in pairwise(at):
        if follows(row, before):
            yield from ((row["line"], box) for box in along((x, y), (x2, y2)))


def _point(point: Point) -> Box:
    x, y = point
    return Box(x - 5, y - 5, x + 5, y + 5)


def _strange(box: Box, point: Point, others: Sequence[Box], own: Sequence[Point]) -> bool:
    """Whether a number would lie on another line, or beyond it, or is nearer to another point of its own one."""
    middle = (box.y + box.y2) / 2
    way = along(point, (min(max(point[0], box.x), box.x2), middle), 0.5)
    away = _away(box, point)
    return any(_away(box, each) <= away for each in own) or any(
        part.covers(other) for part in (box, *way) for other in others
    )


def _roomy(box: Box) -> Box:
    """A number with the room beside it in which no other one is to stand."""
    return box._replace(x=box.x - BESIDE, x2=box.x2 + BESIDE)


def _away(box: Box, point: Point) -> float:
    """How far a box is from a point."""
    x, y = point
    return math.hypot(max(box.x - x, 0.0, x - box.x2), max(box.y - y, 0.0, y - box.y2))


def _say(
    row: Row,
    point: Point,
    apart: tuple[Sequence[Box], Sequence[Point]],
    frame: Frame,
    fonts: Fonts,
    out: Said,
    covered: float,
) -> None:
    """Adds the number of a point where it covers least, unless it would lie over another number or another line.

    apart: where the other lines are, and the other points of its own. covered: how much it may cover at most.
    """
    words, (x, y) = str(row["text"]), point
    wide = fonts.width(words)
    spots = [
        Box(left, upper, left + wide, upper + LINE)
        for left, upper in (
            (x - wide / 2, y - LINE - 7),
            (x - wide / 2, y + 7),
            (x - wide - 6, y - LINE - 3),
            (x + 6, y - LINE - 3),
            (x - wide - 6, y + 3),
            (x + 6, y + 3),
            (x - 4, y - LINE - 7),
            (x + 4 - wide, y - LINE - 7),
            (x - wide - 9, y - LINE / 2),
            (x + 9, y - LINE / 2),
            *((x - wide * part, y + up) for up in FARTHER for part in (0.5, 0.0, 1.0, 0.25, 0.75)),
            *((min(x - 4, frame.width + frame.right - wide), y + up) for up in FARTHER),
        )
    ]
    reach = Box(x - wide - 9, y - LINE - 22, x + wide + 9, y + LINE + 22)
    near = [other for other in out.taken if reach.covers(other)]
    strange = [other for other in apart[0] if reach.covers(other)]

    def cost(box: Box) -> float:
        inside = Box(-4.0, 2 - ABOVE, frame.width + frame.right, frame.height - 2)
        outside = (box.x2 - box.x) * (box.y2 - box.y) - box.covers(inside)
        return sum(box.covers(other) for other in near) + 4 * outside

    alone = (box for box in spots if not any(_roomy(box).covers(other) for other in out.boxes))
    free = [box for box in alone if not _strange(box, point, strange, apart[1]) and cost(box) <= covered]
    if free:
        best = min(free, key=cost)
        out.boxes.append(best)
        color = words_colour(str(row["color"]))
        out.texts.append(text(best.x, (best.y + best.y2) / 2, words, color=color))

"""How reference lines and bands are drawn: across the values, each with its words where they cover least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, Layer, data, haloed, in_pixels, lines, pixel, rules, stroke, text
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.beside import Box
from sitegen.charts.plot import Mark, Row

INK = "color-mix(in srgb,var(--ink) 75%,var(--paper))"
"""The colour of a reference line and its words."""
ROOM = LINE + 2
"""The height of a row of words above a chart, in pixels."""
GAP = 3
"""Between a line and words that it is interrupted for."""


class Marked(NamedTuple):
    """Layers behind and over the values of a chart. boxes: where words stand among the values."""

    behind: list[Layer]
    over: list[Layer]
    boxes: Sequence[Box] = ()


def held(marks: Sequence[Mark]) -> list[float]:
    """The values that an axis holds for the lines and bands."""
    return [end for mark in marks for end in (mark.low, mark.high)]


def across(
    marks: Sequence[Mark], ends: Sequence[float], frame: Frame, fonts: Fonts, taken: Sequence[Box] = ()
) -> Marked:
    """Lines and bands from left to right, for a chart whose values go up. taken: where words would cover something."""
    bands: list[Row] = []
    strokes: list[Row] = []
    words: list[Row] = []
    placed = list(taken)
    for mark in marks:
        low, high = (frame.height - pixel(end, ends, frame.height) for end in (mark.low, mark.high))
        bands += [{"x": 0.0, "x2": frame.width, "y": high, "y2": low}] if low > high else []
        strokes += [stroke((0.0, y), (frame.width, y), INK) for y in dict.fromkeys((high, low))]
        box, said = _words(mark.words, (low, high), placed, frame, fonts)
        placed.append(box)
        words += lines(box.x, (box.y + box.y2) / 2, said, color=INK)
    return _layers(bands, strokes, words)._replace(boxes=placed[len(taken) :])


def strokes_of(marks: Sequence[Mark], ends: Sequence[float], frame: Frame) -> list[Box]:
    """Where the lines of reference are, and the ends of the bands, for a chart whose values go up."""
    at = [frame.height - pixel(end, ends, frame.height) for mark in marks for end in (mark.low, mark.high)]
    return [Box(0.0, y - 1, frame.width, y + 1) for y in dict.fromkeys(at)]


def _words(
    words: str, at: tuple[float, float], taken: Sequence[Box], frame: Frame, fonts: Fonts
) -> tuple[Box, tuple[str, ...]]:
    """The place where words cover least of what is taken, on one line if that covers nothing. at: low and high."""
    found: list[tuple[float, Box, tuple[str, ...]]] = []
    for part in (1.0, 0.5, 0.35):
        said = fonts.wrap(words, min(frame.width - 8, fonts.width(words) * part + 4))
        spots = _spots(*at, fonts.widest(said), LINE * len(said), frame)
        found += [(sum(spot.covers(other) for other in taken), spot, tuple(said)) for spot in spots]
        if (best := min(found, key=lambda each: each[0]))[0] == 0:
            break
    return best[1:]


def _spots(low: float, high: float, wide: float, tall: float, frame: Frame) -> Iterator[Box]:
    """Where the words of a line or band may stand, the best place first: above it or below, at its ends or between."""
    last = frame.width - wide - 4
    for starts in ((4.0, last, (frame.width - wide) / 2), (8.0 * n for n in range(1, int(last // 8) + 1))):
        places = [max(x, 0.0) for x in starts]
        for top in (high - tall - 2, low + 3):
            if -LINE <= top <= frame.height - tall or top < high:
                yield from (Box(x, top, x + wide, top + tall) for x in places)


class Heads(NamedTuple):
    """Words above a chart whose values go to the right. rows: how many rows of words there are."""

    places: tuple[tuple[float, int], ...]
    rows: int

    @property
    def height(self) -> float:
        """The room that they need above the frame, in pixels."""
        return self.rows * ROOM


def heads(
    marks: Sequence[Mark], ends: Sequence[float], width: float, total: tuple[float, float], fonts: Fonts
) -> Heads:
    """Where the words of lines and bands begin, none over another. width: of the axis; total: from edge to edge."""
    rows: list[list[tuple[float, float]]] = []
    places: list[tuple[float, int]] = []
    for mark in marks:
        middle = pixel((mark.low + mark.high) / 2, ends, width)
        wide = fonts.width(mark.words)
        x = max(min(middle - wide / 2, total[1] - wide - 2), total[0])
        row = next((n for n, some in enumerate(rows) if all(x > b + 8 or x + wide < a - 8 for a, b in some)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((x, x + wide))
        places.append((x, row))
    return Heads(tuple(places), len(rows))


def down(
    marks: Sequence[Mark],
    ends: Sequence[float],
    frame: Frame,
    above: Heads,
    lanes: Sequence[tuple[float, float]] = (),
    taken: Sequence[Box] = (),
) -> Marked:
    """Lines and bands from top to bottom, for a chart whose values go to the right, with their words above it.

    lanes: where the lines are drawn, so that they run through no words; all the way down if there are none.
    taken: words that a line is interrupted for.
    """
    bands: list[Row] = []
    strokes: list[Row] = []
    words: list[Row] = []
    for mark, (x, row) in zip(marks, above.places, strict=True):
        low, high = (pixel(end, ends, frame.width) for end in (mark.low, mark.high))
        y = -ROOM * (row + 0.5) - 1
        bands += [{"x": low, "x2": high, "y": 0.0, "y2": frame.height}] if high > low else []
        parts = lanes or [(y + LINE / 2, frame.height)]
        ends_at = dict.fromkeys((low, high))
        strokes += [stroke((at, a), (at, b), INK) for at in ends_at for a, b in _clear(at, parts, taken)]
        words.append(text(x, y, mark.words, color=INK))
    return _layers(bands, strokes, words)


def _clear(at: float, parts: Sequence[tuple[float, float]], taken: Sequence[Box]) -> Iterator[tuple[float, float]]:
    """What is left of the stretches of a line at a place without those where words stand."""
    crossed = sorted((box.y, box.y2) for box in taken if box.x - GAP < at < box.x2 + GAP)
    for start, end in parts:
        for top, bottom in crossed:
            if start < top < end:
                yield start, top
            start = max(start, min(bottom, end))
        if start < end:
            yield start, end


def _layers(bands: Sequence[Row], strokes: Sequence[Row], words: Sequence[Row]) -> Marked:
    shade = [] if not bands else [data(bands).mark_rect(fill="var(--ink)", fillOpacity=0.07, stroke=None)]
    behind = [layer.encode(**in_pixels("x", "y", "x2", "y2")) for layer in shade]
    return Marked(behind, [*rules(strokes, strokeWidth=1.25, strokeDash=[5, 3]), *haloed(words)])

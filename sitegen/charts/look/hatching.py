"""Holes in a grid of cells: hatched, so that nobody takes one for a small value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Layer, as_is, data, in_pixels, text
from sitegen.charts.look.beside import Box
from sitegen.charts.plot import Row, num
from sitegen.words import Locale

_APART = 7.0
"""From line to line, in pixels."""


def hatching(holes: Sequence[Box]) -> list[Layer]:
    """Thin slanting lines in every hole, all of them one mark."""
    if not holes:
        return []
    path = "".join(part for hole in holes for part in _lines(hole))
    rows: list[Row] = [{"x": 0.0, "y": 0.0, "shape": path}]
    mark = data(rows).mark_point(size=4, filled=False, stroke="var(--axis)", strokeWidth=0.75, opacity=1)
    return [mark.encode(shape=as_is("Shape", "shape"), **in_pixels("x", "y"))]


def _lines(box: Box) -> Iterator[str]:
    tall = box.y2 - box.y
    start = box.x - tall + _APART
    while start < box.x2:
        left, right = max(start, box.x), min(start + tall, box.x2)
        yield f"M{left:.1f},{box.y2 - left + start:.1f}L{right:.1f},{box.y2 - right + start:.1f}"
        start += _APART


def holes_named(holes: Sequence[Box], fonts: Fonts, locale: Locale) -> list[Row]:
    """What a hole is, in each that is wide enough for the words."""
    words = locale.say("charts.no-number")
    wide = fonts.width(words) + 16
    return [
        text((hole.x + hole.x2) / 2, (hole.y + hole.y2) / 2 + 0.5, words, color="var(--muted)", align="center")
        for hole in holes
        if hole.x2 - hole.x > wide
    ]


def cleared(words: Sequence[Row], fonts: Fonts) -> list[Layer]:
    """Paper behind words that stand on hatching."""
    if not words:
        return []
    half = fonts.widest(str(row["text"]) for row in words) / 2 + 5
    boxes: list[Row] = [
        {"x": num(row, "x") - half, "x2": num(row, "x") + half, "y": num(row, "y") - 9, "y2": num(row, "y") + 8}
        for row in words
    ]
    return [data(boxes).mark_rect(fill="var(--paper)", stroke=None).encode(**in_pixels("x", "y", "x2", "y2"))]

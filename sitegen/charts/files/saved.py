"""A chart as a file of its own: the drawing between its title and its sources, with its colours for both themes."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from unicodedata import east_asian_width

from msgspec import Struct, structs

from sitegen.charts.files.letters import Letters
from sitegen.charts.files.standalone import standalone
from sitegen.charts.look.glyphs import glyph
from sitegen.charts.plot import Key
from sitegen.charts.svg import size_of, with_size
from sitegen.tokens import FAMILIES, Pair

EDGE = 16
"""The room around what is saved, in pixels."""
WIDE = 0.58
"""The width of a letter in parts of its size, rather too much, so that a line that is broken by it fits."""


class Saved(Struct, frozen=True):
    """What stands around a drawing in its file. foot: what the numbers rest on and where the chart is from."""

    title: str
    subtitle: str
    key: Sequence[Key]
    foot: Sequence[str]


class _Text(Struct, frozen=True):
    """Lines of text: their size in pixels, their colour, and whether they are bold."""

    size: int
    color: str = "var(--ink)"
    weight: int = 400


TITLE, SUBTITLE, SMALL = _Text(19, weight=600), _Text(13, "var(--muted)"), _Text(12, "var(--muted)")


def saved(svg: str, around: Saved, pairs: Mapping[str, Pair], letters: Letters | None) -> str:
    """The drawing with its title, units and key around it, its colours in it, as a file that says all by itself.

    pairs: every colour for light and dark, by its name.
    """
    width, height = size_of(svg)
    parts: list[str] = []
    y = float(EDGE)
    for style, words in ((TITLE, around.title), (SUBTITLE, around.subtitle)):
        y = _write(words, EDGE, y, width, style, parts)
    y += 8
    parts.append(with_size(svg, f'x="{EDGE}" y="{y:g}" width="{width}" height="{height}"'))
    y += height + 12
    for line in around.key:
        sign, _, letter = line.sign.partition("-")
        if mark := glyph(sign, line.color):
            parts.append(f'<g transform="translate({EDGE},{y + 1:g})">{mark}</g>')
        _write(letter, EDGE, y, width, structs.replace(SMALL, weight=600), parts)
        apart = len(letter) * SMALL.size * WIDE + 6 if letter else 20 if line.sign else 0
        y = _write(line.words, EDGE + max(apart, 20 if line.sign else 0), y, width - apart, SMALL, parts)
    y += 6
    for words in around.foot:
        y = _write(words, EDGE, y, width, SMALL, parts)
    whole = f"{width + 2 * EDGE} {y + EDGE:.0f}"
    box = 'width="{}" height="{}"'.format(*whole.split())
    look = f'font-family="{html.escape(FAMILIES)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box} viewBox="0 0 {whole}" {look}>'
    return standalone(f"{head}{''.join(parts)}</svg>", pairs, letters)


def _write(words: str, x: float, y: float, room: float, style: _Text, parts: list[str]) -> float:
    """Adds text in lines that fit, from a height on; gives where it ends."""
    for line in _broken(words, room / (style.size * WIDE)):
        y += style.size * 1.35
        look = f'font-size="{style.size}" font-weight="{style.weight}" fill="{style.color}"'
        parts.append(f'<text x="{x:g}" y="{y - style.size * 0.35:g}" {look}>{html.escape(line)}</text>')
    return y


def _broken(words: str, most: float) -> list[str]:
    """A text in lines of at most so many letters, broken at spaces; wide ones count double."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _long(longer) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _long(words: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)

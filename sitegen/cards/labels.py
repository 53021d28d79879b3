"""The words of a drawing as shapes, like all words of a card."""

from __future__ import annotations

import html
import re

from sitegen.cards.letters import BOLD, LEFT_OUT, REGULAR, Letters
from sitegen.cards.shapes import EM

_TEXT = re.compile(r"<text([^<>]*)>([^<>]*)</text>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_LOOK = ("fill", "stroke", "stroke-linejoin", "opacity", "fill-opacity")
_KNOWN = {*_LOOK, "transform", "text-anchor", "font-size", "font-weight", "stroke-width"}
_BEFORE = {"middle": 0.5, "end": 1.0}
"""How much of a text stands before its place, by how it is anchored."""


def shaped(svg: str, letters: Letters) -> str:
    """A drawing whose labels are shapes; those of several lines, or turned in ways of their own, stay text."""
    return _TEXT.sub(lambda text: _shape(text[0], text[1], html.unescape(text[2]), letters), svg)


def _shape(whole: str, attributes: str, words: str, letters: Letters) -> str:
    found = dict(_ATTRIBUTE.findall(attributes))
    size = found.get("font-size", "").removesuffix("px")
    if not found.keys() <= _KNOWN or not re.fullmatch(r"\d+(?:\.\d+)?", size):
        return whole
    words = letters.known(words) or LEFT_OUT if words.strip() else ""
    shape = letters.shapes.line(words, BOLD if found.get("font-weight") in ("bold", "600", "700") else REGULAR)
    if shape is None:
        return whole
    scale = float(size) / EM
    left = -_BEFORE.get(found.get("text-anchor", ""), 0.0) * shape.width * scale
    look = "".join(f' {name}="{found[name]}"' for name in _LOOK if name in found)
    if "stroke-width" in found:  # it grows with what it goes round
        look += f' stroke-width="{float(found["stroke-width"]) / scale:.0f}"'
    moved = f"{found.get('transform', '')} translate({left:.2f} 0) scale({scale:g} {-scale:g})".lstrip()
    return f'<path transform="{moved}" d="{shape.path}"{look}/>'

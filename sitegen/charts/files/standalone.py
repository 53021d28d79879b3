"""A drawing with its colours and its letters in it, or so small that its words are strokes."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from sitegen.charts.files.letters import Letters
from sitegen.tokens import Pair

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)")

_TEXT = re.compile(r"<text([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_LETTER, _TALL, _FAINT = 0.53, 0.55, 0.3
"""How wide a letter is and how tall a stroke of letters, in parts of their size, and how much of its colour it has."""


def small(svg: str, pairs: Mapping[str, Pair]) -> str:
    """A drawn chart for a picture in which nobody could read: where words stand are strokes as long as they are."""
    return standalone(_TEXT.sub(_stroke, svg), pairs, None)


def _stroke(text: re.Match[str]) -> str:
    """A stroke in the place of a text; nothing for the paper around the letters of one."""
    look = dict(_ATTRIBUTE.findall(text[1]))
    if "stroke" in look:
        return ""
    size = float(look.get("font-size", "12px").removesuffix("px"))
    wide, tall = size * _LETTER * len(html.unescape(text[2])), size * _TALL
    left = {"end": -wide, "middle": -wide / 2}.get(look.get("text-anchor", ""), 0.0)
    corners = f'x="{left:.1f}" y="{-tall:.1f}" width="{wide:.1f}" height="{tall:.1f}" rx="{tall / 2:.1f}"'
    where, fill = look.get("transform", ""), look.get("fill", "var(--ink)")
    return f'<rect transform="{where}" {corners} fill="{fill}" opacity="{_FAINT}"/>'


def standalone(svg: str, pairs: Mapping[str, Pair], letters: Letters | None) -> str:
    """A drawn chart as a file of its own, with its letters, and with those of the colours that it has.

    pairs: every colour for light and dark, by its name.
    """
    names = {"paper", *_VARIABLE.findall(svg)}
    used = {name: pair for name, pair in pairs.items() if name in names}
    light = "".join(f"--{name}:{pair[0]};" for name, pair in used.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in used.items())
    cut = "" if letters is None else letters.faces(svg)
    style = f"<style>{cut}:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    head, close, body = svg.partition(">")
    return f'{head}{close}{style}<rect width="100%" height="100%" fill="var(--paper)"/>{body}'

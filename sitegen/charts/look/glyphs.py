"""The signs of a chart's key as SVG, in a square of 14 by 14: in the page, and in the saved file."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.charts.look.stages import SIGNS
from sitegen.model.entry import Stage
from sitegen.model.stages import DONE

PALE = 0.3
"""How much of its colour is inside the part of a bar where the value of a range may lie."""
_OUTLINE = '<rect x="1" y="1" width="12" height="12" fill="none" stroke="{0}" stroke-width="1.5"/>'


_LIMIT = "M10 10.5A3 3 0 1 1 4 10.5A3 3 0 1 1 10 10.5ZM7 7.5V1M4.5 3.5L7 1L9.5 3.5"


def _stage(stage: Stage) -> str:
    """The sign of a stage on a square of its colour, or in an outlined one."""
    sign = SIGNS[stage]
    inside = "var(--ink)" if sign.solid else "var(--paper)"
    outside = "var(--paper)" if sign.solid else "var(--ink)"
    path = f'<path d="{sign.path}" transform="translate(7 7) scale(3.4)" fill="{inside}" stroke="{outside}" '
    square = '<rect width="14" height="14" fill="{0}"/>' if stage in DONE else _OUTLINE
    return f'{square}{path}stroke-width="0.4"/>'


GLYPHS: Mapping[str, str] = {
    "hollow": '<circle cx="7" cy="7" r="4" fill="var(--paper)" stroke="{0}" stroke-width="1.75"/>',
    "ahead": '<path d="M2.5 2v10l9-5z" fill="var(--paper)" stroke="{0}" stroke-width="1.5"/>',
    "ring": '<circle cx="7" cy="7" r="5" fill="var(--paper)" stroke="{0}" stroke-width="1.5" '
    'stroke-dasharray="2.6 1.9"/>',
    "dotted": '<path d="M1 7h12" fill="none" stroke="{0}" stroke-width="2" stroke-dasharray="1.5 3" '
    'stroke-linecap="round"/>',
    "diamond": '<path d="M7 2l5 5-5 5-5-5z" fill="var(--paper)" stroke="{0}" stroke-width="1.5"/>',
    "dashes": '<path d="M0 7h14" fill="none" stroke="{0}" stroke-width="1.5" stroke-dasharray="4 3"/>',
    **{
        f"{name}{aside}": f'<path d="{_LIMIT}" fill="none" stroke="{{0}}" stroke-width="1.5"{turned}/>'
        for (name, way) in (("more", 0), ("less", 180))
        for aside, angle in (("", way), ("_aside", way + 90))
        for turned in (f' transform="rotate({angle} 7 7)"' if angle else "",)
    },
    "spread": '<path d="M7 1v12M4 1h6M4 13h6" fill="none" stroke="{0}" stroke-width="1.75"/>',
    "sum": '<rect x="1.5" y="1.5" width="11" height="11" fill="none" stroke="{0}" '
    'stroke-width="1.5" stroke-dasharray="2 1"/>',
    "open": '<rect x="2.5" y="2.5" width="9" height="9" fill="var(--paper)" stroke="{0}" stroke-width="1.75"/>',
    "dashed": '<rect x="1.5" y="1.5" width="11" height="11" fill="none" stroke="{0}" stroke-width="1.5" '
    'stroke-dasharray="3 2"/>',
    "pale": f'<rect x="1.75" y="1.75" width="10.5" height="10.5" fill="{{0}}" fill-opacity="{PALE}" stroke="{{0}}" '
    'stroke-width="1.5"/>',
    "outline": _OUTLINE,
    "point": '<circle cx="7" cy="7" r="4.5" fill="{0}"/>',
    "cross": '<path d="M3 3l8 8M11 3l-8 8" fill="none" stroke="{0}" stroke-width="1.75"/>',
    "hatch": '<path d="M1,7L7,1M1,13L13,1M7,13L13,7" fill="none" stroke="{0}" stroke-width="1.25"/>',
    "fill": '<rect x="1" y="1" width="12" height="12" fill="{0}"/>',
    **{stage: _stage(stage) for stage in SIGNS},
}
"""Each sign of a key but letters; {0} is its colour."""


def glyph(sign: str, color: str) -> str:
    """The sign in a colour; "" for a letter or for none."""
    return GLYPHS[sign].format(color) if sign in GLYPHS else ""

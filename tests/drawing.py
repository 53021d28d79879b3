"""What a drawing of a chart shows, read from its SVG."""

from __future__ import annotations

import html
import re
from typing import NamedTuple


def tips(svg: str) -> list[str]:
    """What a drawing says, mark by mark."""
    return [html.unescape(found) for found in re.findall(r' data-t="([^"]*)"', svg)]


class Label(NamedTuple):
    """A line of text of a drawing, and where it stands in its frame."""

    x: float
    y: float
    bold: bool
    words: str


def labels(svg: str) -> list[Label]:
    """All text of a drawing."""
    found = re.findall(r'<text[^>]*translate\(([-0-9.]+),([-0-9.]+)\)"([^>]*)>([^<]*)<', svg)
    return [Label(float(x), float(y), "font-weight" in style, html.unescape(words)) for x, y, style, words in found]


class Line(NamedTuple):
    """A straight line of a drawing: where it begins in its frame, and how far it goes to the right and down."""

    x: float
    y: float
    wide: float
    high: float


def grid(svg: str) -> list[Line]:
    """The lines of the grid, each alone or several in one path."""
    look = r'[^>]*? stroke="var\(--grid\)"'
    alone = rf'<line(?: transform="translate\(([-0-9.]+),([-0-9.]+)\)")? x2="([^"]*)" y2="([^"]*)"{look}'
    found = [Line(*(float(n or 0) for n in each)) for each in re.findall(alone, svg)]
    for path in re.findall(rf'<path d="([^"]*)"{look}', svg):
        for x, y, way, step in re.findall(r"M([-0-9.]+),([-0-9.]+)([hvl])([-0-9.,]+)", path):
            wide, high = {"h": (step, "0"), "v": ("0", step)}.get(way) or step.split(",")
            found.append(Line(float(x), float(y), float(wide), float(high)))
    return found

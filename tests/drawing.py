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

"""The picture of a chart in the gallery: the drawing for phones at its full size, of a tall one the top."""

from __future__ import annotations

from sitegen.charts.plot import Drawing
from sitegen.charts.svg import size_of, with_size

TALL, SHOWN, FADE = 1.25, 1.1, 48
"""From what height on a drawing is cut, and to what, in parts of its width; and over how many pixels it fades there."""


def thumbnail(drawing: Drawing) -> str:
    """The drawing for phones, whose letters and names are drawn for its width; a tall one fades out at the bottom."""
    svg = drawing.narrow
    width, height = size_of(svg)
    if height <= TALL * width:
        return svg
    shown = round(SHOWN * width)
    cut = with_size(svg, f'width="{width}" height="{shown}" preserveAspectRatio="xMinYMin slice"')
    stops = "".join(f'<stop offset="{at}" stop-color="var(--paper)" stop-opacity="{at}"/>' for at in (0, 1))
    fade = f'<linearGradient id="fade" x2="0" y2="1">{stops}</linearGradient>'
    over = f'<rect y="{shown - FADE}" width="{width}" height="{FADE}" fill="url(#fade)"/>'
    return f"{cut.removesuffix('</svg>')}{fade}{over}</svg>"

"""Which drawing stands for a chart in the gallery, as a picture in which nobody could read."""

from __future__ import annotations

from sitegen.charts.plot import Drawing, Plot
from sitegen.charts.svg import size_of

TALL = 0.95
"""The height of a picture that is still seen whole beside a title, in parts of its width."""


def thumbnail(plot: Plot, drawing: Drawing) -> str:
    """The drawing for phones, or the wide one where that would be too tall; "" for a list by date, which is words."""
    if plot.kind == "timeline":
        from sitegen.charts.kinds.dated import is_list  # what draws is loaded where it is needed

        if is_list(plot.rows, plot.locale):
            return ""
    width, height = size_of(drawing.narrow)
    return drawing.narrow if height <= TALL * width else drawing.wide

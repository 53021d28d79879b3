"""The sign of an axis that does not begin at zero."""

from __future__ import annotations

from sitegen.charts.layers import Frame, Layer, haloed, rules, stroke, text
from sitegen.charts.look.axes import Scale
from sitegen.charts.look.symbols import MUTED
from sitegen.words import Locale


def is_cut(scale: Scale) -> bool:
    """Whether an axis leaves zero out."""
    return not scale.ends[0] <= 0 <= scale.ends[1]


def cut_layers(locale: Locale, scale: Scale, frame: Frame, *, upright: bool = True, said: bool = True) -> list[Layer]:
    """Two short strokes where the way to zero is left out, with a word; nothing where zero is on the axis.

    upright: whether the values go up; else to the right. said: whether the word is there; another axis may have it.
    """
    if not is_cut(scale):
        return []
    word = locale.say("charts.cut")
    if upright:
        y = frame.height if scale.ends[0] > 0 else 0.0
        strokes = [stroke((-6.0, y - 4 - n), (6.0, y - 8 - n), MUTED) for n in (0, 4)]
        tag = text(12.0, y - 9, word, color=MUTED, size=12.0)
    else:
        x, way, y = (0.0, 1, frame.height) if scale.ends[0] > 0 else (frame.width, -1, frame.height)
        strokes = [stroke((x + way * (4 + n), y + 6), (x + way * (8 + n), y - 6), MUTED) for n in (0, 4)]
        tag = text(x + way * 18, y - 9, word, color=MUTED, size=12.0, align="left" if way > 0 else "right")
    return [*rules(strokes, strokeWidth=1.25), *haloed([tag] if said else [])]

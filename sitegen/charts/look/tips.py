"""What a drawing says where a pointer, a finger or the arrow keys stand: unseen boxes with words, read by a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.charts.layers import Frame, Layer, channel, data, in_pixels, pixel
from sitegen.charts.plot import Row, given, num, top
from sitegen.grouped import grouped
from sitegen.words import Locale


def tip(x: float, y: float, x2: float, y2: float, words: str) -> Row:
    """A box in pixels, and what is said there, line by line."""
    return {"x": x, "y": y, "x2": x2, "y2": y2, "tip": words}


def tips(rows: Sequence[Row]) -> list[Layer]:
    """A layer of boxes, or none for no rows."""
    if not rows:
        return []
    return [
        data(rows)
        .mark_rect(fill="transparent", aria=True)
        .encode(description=channel("Description", "tip"), **in_pixels(*_CORNERS))
    ]


_CORNERS = ("x", "y", "x2", "y2")
NARROW, WIDE = 3.0, 10.0
"""Boxes that would be narrower than this, in pixels, give way to fewer that are at least so wide."""


def strips(rows: Iterable[Row], locale: Locale, domain: Sequence[float], frame: Frame) -> list[Row]:
    """A box from top to bottom for each period of a time axis, with the values of all series there, largest first.

    Where periods are too near each other to be pointed at, only some have one, the last among them.
    """
    said = grouped((num(row, "column"), row) for row in rows if given(row))
    half = pixel(domain[0] + 0.5, domain, frame.width)
    boxes: list[Row] = []
    apart, half = (WIDE, WIDE / 2) if 2 * half < NARROW else (0.0, half)
    last = frame.width + WIDE
    for index, some in sorted(said.items(), reverse=True):
        at = pixel(index, domain, frame.width)
        if last - at >= apart:
            last, left, right = at, max(at - half, 0.0), min(at + half, frame.width)
            boxes.append(tip(left, 0.0, right, frame.height, "\n".join(_words(some, locale))))
    return boxes[::-1]


def _words(rows: Sequence[Row], locale: Locale) -> list[str]:
    """The period, and the values, largest first; where they are of other days, each with its own."""
    ordered = sorted(rows, key=lambda row: -top(row))
    when = list(dict.fromkeys(str(row["when"]) for row in rows))
    if len(when) == 1:
        return [*when, *(f"{row['label']}: {in_doubt(row, locale)}" for row in ordered)]
    return [f"{row['label']}, {row['when']}: {in_doubt(row, locale)}" for row in ordered]


def in_doubt(row: Mapping[str, object], locale: Locale) -> str:
    """The number of a point, and what its sign says, where the number does not say it."""
    value = str(row["text"])
    if row["low"] is not None and row["value"] is not None:
        return locale.say("charts.tip.differ", value=value)
    if row["worked"]:
        return locale.say("charts.tip.worked", value=value)
    return locale.say("charts.tip.derived", value=value) if row["derived"] else value

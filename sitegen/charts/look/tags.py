"""Names at the ends of lines, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, lines, pixel, stroke
from sitegen.charts.look.axes import LINE, spread
from sitegen.charts.look.colours import words_colour
from sitegen.charts.plot import Row, num, top


def names_of(known: Sequence[Row], fonts: Fonts, width: float) -> list[tuple[Row, tuple[str, ...]]]:
    """The last point of every series, with its name in lines."""
    last = {row["line"]: row for row in known}
    return [(row, fonts.wrap(str(row["label"]), width, bold=True)) for row in last.values()]


def placed(
    labels: Sequence[tuple[Row, tuple[str, ...]]], domain: Sequence[float], ends: Sequence[float], frame: Frame
) -> tuple[list[Row], list[Row]]:
    """Names to the right of the frame, none over another, and a thin line from each point to a name that stands off."""
    wanted = [frame.height - pixel(top(row), ends, frame.height) for row, _ in labels]
    gap = LINE * max((len(words) for _, words in labels), default=1) + 1
    tags: list[Row] = []
    leaders: list[Row] = []
    for (row, words), point, middle in zip(
        labels, wanted, spread(wanted, gap, (gap - LINE) / 2, frame.height), strict=True
    ):
        color = str(row["color"])
        x = pixel(num(row, "index"), domain, frame.width)
        tags += lines(frame.width + 14, middle, words, color=words_colour(color), bold=True)
        if abs(middle - point) > 3 or x < frame.width - 1:
            leaders.append(stroke((x + 9, point), (frame.width + 11, middle), "var(--axis)"))
    return tags, leaders

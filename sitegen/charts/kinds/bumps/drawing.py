"""How the chart kind `bump` is drawn: a place in a ring, lines from ring to ring, a name at each end that has room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.bumps.bump import TO, is_joined, when
from sitegen.charts.layers import (
    Frame,
    Layer,
    Spec,
    as_is,
    data,
    in_pixels,
    lines,
    rules,
    stroke,
    text,
    texts,
)
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.colours import words_colour
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.grouped import grouped
from sitegen.words import Locale

STEP, RING, ROOM = 30.0, 11.0, 7.0
"""Height of a place, half of that of its ring, and the room beside the words in it."""
NEAR = 2
"""After so many steps of a phone's there is no room for names at both ends."""
DASH, DOTS = (4, 3.09), (1.5, 4)
"""The dashes of a ring whose place is open, and of a line whose move is."""


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Lines from place to place with the place in a ring, dashed where it is open, and a name at each end; on a phone
    one that ends on the way has its name where it begins."""
    ordered = sorted(plot.rows, key=lambda row: row["entity"] in plot.focus)
    members = grouped((str(row["label"]), row) for row in ordered)
    count = max(num(row, "index") for row in plot.rows)
    room = 76.0 if size.narrow else 170.0
    names = {label: fonts.wrap(label, room, bold=True) for label in members}
    longest = max(fonts.widest(words, bold=True) for words in names.values())
    inside = {str(row["brief"]): [str(row["brief"])] for row in plot.rows}
    if fonts.widest(inside, bold=True) + 3 * ROOM > (size.width - longest) / (count + 1):
        inside = {brief: brief.split(TO) for brief in inside}
    reach = {brief: max(RING, fonts.widest(words, bold=True) / 2 + ROOM) for brief, words in inside.items()}
    widest = max(reach.values())
    right = longest + widest + 6
    left = max(widest + 2, max(fonts.width(when(row)) for row in plot.rows) / 2 + 2)
    starting = {label for label, some in members.items() if num(some[0], "index") == 0}
    if size.narrow and count > NEAR:
        starting = set()
    left = max(left, widest + 6 + max((fonts.widest(names[each], bold=True) for each in starting), default=0.0))
    frame = Frame.within(size.width, STEP * max(num(row, "height") for row in plot.rows), (26, right, 6, left))
    points: list[Row] = []
    tags: list[Row] = []
    for label, some in members.items():
        for row in some:
            brief = str(row["brief"])
            up = RING + 3 * (len(inside[brief]) - 1)
            points.append({**row, **_at(row, count, frame), "reach": reach[brief], "up": up})
        own = points[-len(some) :]
        at_start = label in starting
        ends = (*(row for row, after in pairwise(own) if not is_joined(row, after)), own[-1])
        for end in ends[at_start and ends[0] is own[0] :]:
            here = num(end, "index") == count
            if at_start and not here and size.narrow:
                continue
            x = num(end, "x") + (widest if here else num(end, "reach")) + 4
            color = words_colour(str(end["color"]))
            tags += lines(x, num(end, "y"), names[label] if here else (label,), color=color, bold=True)
        if at_start:
            x, color = num(own[0], "x") - widest - 4, words_colour(str(own[0]["color"]))
            tags += lines(x, num(own[0], "y"), names[label], color=color, bold=True, align="right")
    for row in points:
        tags += lines(num(row, "x"), num(row, "y") + 0.5, inside[str(row["brief"])], align="center", bold=True)
    heads = {num(row, "index"): (num(row, "x"), when(row)) for row in points}
    tags += [text(x, -12, words, color="var(--muted)", align="center") for x, words in heads.values()]
    grid = [stroke((x, 2.0), (x, frame.height), "var(--grid)") for x, _ in heads.values()]
    boxes = [_box(row, plot.locale) for row in points]
    return frame.finish([*rules(grid), *_steps(points), *_rings(points), *texts(tags), *tips(boxes)])


def _rings(points: Sequence[Row]) -> list[Layer]:
    """Full rings, and dashed ones for places that are open, as wide as what is in them; inside, the paper's colour."""
    found = []
    for open, dash in ((False, (1, 0)), (True, DASH)):
        some = [{**row, **_ends(row, num(row, "reach"), num(row, "up"))} for row in points if row["open"] == open]
        if some:
            mark = data(some).mark_rect(
                cornerRadius=RING, fill="var(--paper)", strokeWidth=2, strokeDash=[*dash], opacity=1
            )
            found.append(mark.encode(stroke=as_is("Stroke", "color"), **in_pixels("x", "y", "x2", "y2")))
    return found


def _ends(row: Row, across: float, up: float) -> dict[str, float]:
    """The corners of a box around a place."""
    x, y = num(row, "x"), num(row, "y")
    return {"x": x - across, "y": y - up, "x2": x + across, "y2": y + up}


def _at(row: Row, count: float, frame: Frame) -> dict[str, float]:
    return {"x": num(row, "index") / count * frame.width, "y": STEP * (num(row, "height") - 0.5)}


def _box(row: Row, locale: Locale) -> Row:
    place = locale.say("charts.tip.place", name=row["label"], place=row["span"])
    words = f"{when(row)}\n{place}"
    said = f"{words}\n{row['text']}" if row["text"] else words
    return tip(**_ends(row, num(row, "reach") + 3, LINE), words=said)


def _steps(points: Sequence[Row]) -> list[Layer]:
    """A line between two places of neighbouring rankings, dotted where it is open how the member moved."""
    found = []
    for sure, mark in ((False, {"strokeWidth": 2, "strokeDash": [*DOTS]}), (True, {"strokeWidth": 3})):
        joined = [
            stroke((num(a, "x"), num(a, "y")), (num(b, "x"), num(b, "y")), str(b["color"]))
            for a, b in pairwise(points)
            if is_joined(a, b) and b["moved"] == sure
        ]
        found += rules(joined, strokeCap="round", opacity=0.75, **mark)
    return found

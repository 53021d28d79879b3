"""How a timeline is drawn: as a list by date where that is shorter than lanes, else as lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds import lanes
from sitegen.charts.layers import Frame, Spec, dots, in_pixels, rules, stroke, text, texts
from sitegen.charts.layers import lines as lines_of
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import Plot, Row, Size
from sitegen.words import Locale

PAD, SIGN, EDGE = 8.0, 11.0, 14.0
"""Around the words of a line; from the dates to the middle of the signs, and from there to the words."""
BETWEEN, MANY = 16.0, 12
"""The room between two columns, and of so many lines there are two."""
_IN_LANE, _IN_LIST = 45, 95
"""How many letters have room beside an axis of time, and beside a date."""


class Item(NamedTuple):
    """One line of the list: steps of one brand or model that were said at one date alike, or an event."""

    row: Row
    words: str


def is_list(rows: Sequence[Row], locale: Locale) -> bool:
    """Whether a list by date takes fewer lines of text than lanes with their headings and their axis."""
    named = {str(row["lane"]): str(row["label"]) for row in rows}
    headings = len({row["heading"] for row in rows})
    lines = sum(1 + -(-len(words) // _IN_LANE) for words in named.values()) + (2 * headings if headings > 1 else 0) + 2
    return sum(0.6 + -(-len(item.words) // _IN_LIST) for item in _items(rows, locale)) < lines


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The shorter of the two forms, which is the same in both sizes."""
    return (_draw if is_list(plot.rows, plot.locale) else lanes.draw)(plot, size, fonts)


class Marks(NamedTuple):
    """What the list is made of."""

    tags: list[Row]
    points: list[Row]
    boxes: list[Row]
    spines: list[Row]


def _draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Dates at the left, the sign of each step, what it was, and a thin line from sign to sign; a long list of short
    lines in two columns where there is room beside each other."""
    items = _items(plot.rows, plot.locale)
    left = round(fonts.widest(str(item.row["when"]) for item in items) + SIGN + 2)
    half = size.width / 2 - left - EDGE - BETWEEN
    columns = 1 if size.narrow or len(items) < MANY or any(len(fonts.wrap(i.words, half)) > 2 for i in items) else 2
    room, each = size.width / columns, -(-len(items) // columns)
    wide = room - left - EDGE - (BETWEEN if columns > 1 else 4)
    out = Marks([], [], [], [])
    parts = (items[start : start + each] for start in range(0, len(items), each))
    deep = max(_column(part, (room * n, wide, float(left)), out, fonts) for n, part in enumerate(parts))
    frame = Frame.within(size.width, deep, (2, 4, 2, left))
    return frame.finish(
        [*rules(out.spines), dots(out.points, 60, **in_pixels("x", "y")), *texts(out.tags), *tips(out.boxes)]
    )


def _column(items: Sequence[Item], at: tuple[float, float, float], out: Marks, fonts: Fonts) -> float:
    """Adds lines below each other; gives how high they are. at: where the signs stand, the room of the words behind
    them, and that of the dates before them."""
    x, wide, left = at
    y, year = 0.0, str(items[0].row["date"])[:4]
    for item in items:
        if (own := str(item.row["date"])[:4]) != year:
            y, year = y + PAD, own
        words = fonts.wrap(item.words, wide)
        first, when = y + PAD / 2 + LINE / 2, str(item.row["when"])
        out.tags.append(text(x - SIGN, first, when, color="var(--muted)", align="right"))
        out.tags.extend(lines_of(x + EDGE, first + (len(words) - 1) * LINE / 2, words))
        look = lanes.look_of(str(item.row["sign"]), str(item.row["color"]))
        out.points.append({**item.row, "x": x, "y": first, **look})
        deep = LINE * len(words) + PAD
        out.boxes.append(tip(x - left, y, x + EDGE + wide, y + deep, f"{item.words}\n{when}"))
        y += deep
    out.spines.append(stroke((x, PAD / 2 + LINE / 2), (x, y - PAD / 2 - LINE / 2), "var(--grid)"))
    return y


def _items(rows: Sequence[Row], locale: Locale) -> list[Item]:
    """The lines, by date; places of which one said the same at one date share one, and so do reports of one step."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for number, row in enumerate(rows):
        alike = row["lane"] if row["what"] == "event" else row["name"]
        key = (row["date"], row["when"], row["heading"], row["stage"], row["due"], row["sign"], alike)
        groups.setdefault(key, []).append({**row, "order": float(number)})
    ordered = sorted(groups.values(), key=lambda some: str(some[0]["date"]))
    return [Item(some[0], _said(some, again, locale)) for some, again in _folded(ordered)]


def _folded(ordered: Sequence[Sequence[Row]]) -> list[tuple[Sequence[Row], list[str]]]:
    """What is said, with the dates at which the same was said again before anything else was of the same places."""
    lines: list[tuple[Sequence[Row], list[str]]] = []
    last: dict[object, tuple[object, list[str]]] = {}
    for some in ordered:
        row = some[0]
        about = (row["what"], row["name"], row["heading"], tuple(sorted({str(each["lane"]) for each in some})))
        step, again = (row["stage"], row["due"], row["sign"]), list[str]()
        if row["what"] == "entry" and about in last and last[about][0] == step:
            last[about][1].append(str(row["when"]))
        else:
            lines.append((some, again))
            last[about] = step, again
    return lines


def _said(some: Sequence[Row], again: Sequence[str], locale: Locale) -> str:
    """What a line says. again: the dates at which it was said once more."""
    row = some[0]
    if row["what"] == "event":
        return str(row["label"])
    places = locale.listed(dict.fromkeys(str(row["label"]) for row in some))
    if row["target"]:
        step = locale.say("charts.step.promised", place=places, stage=row["said"], date=row["due"])
    else:
        step = locale.say("charts.step", place=places, stage=row["said"])
    step = locale.say("charts.step.of", company=row["name"], step=step) if row["name"] else step
    return locale.say("charts.step.again", step=step, dates=locale.listed(dict.fromkeys(again))) if again else step

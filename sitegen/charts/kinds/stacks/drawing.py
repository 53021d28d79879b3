"""How `stacked` is drawn: bars of several parts with their numbers and totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.bars import backs_of, boxes_of
from sitegen.charts.kinds.stacks.bars import NONE, Stack, named_beside, stacks_of
from sitegen.charts.layers import CAP, Frame, Layer, Spec, lines, pixel, rules, stroke, text, texts, whisker, whiskers
from sitegen.charts.look.axes import LINE, axis_texts, span, tick_texts, width_of
from sitegen.charts.look.tags import names_of, placed
from sitegen.charts.look.tips import in_doubt, tip, tips
from sitegen.charts.plot import Plot, Row, Size, num, whole
from sitegen.tokens import LABEL

HEIGHT, THICK, STEP, SHARE, EDGE, WIDE = 250.0, 96.0, 150.0, 0.84, 12, 104.0
"""Height of the axis, the thickest bar, the longest way to the next, how much of it a bar takes; an edge, a name."""
OUTLINE, APART, BESIDE = 1.5, 1.5, 2 * CAP + 4
"""Width of an outline, the paper between two parts, the room of a whisker in a bar."""
LETTERS = (LABEL, 11)
"""The sizes of letters."""


class Axis(NamedTuple):
    """The room at the left, the values from end to end, and those that are named; none where the bars have numbers."""

    left: int
    ends: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]


class Room(NamedTuple):
    """The room of the bars, in pixels: of all, of one, from one to the next.

    letters: size of the numbers in the bars, 0 where they do not fit.
    """

    axis: Axis
    width: float
    thick: float
    step: float
    letters: int

    def y(self, value: float) -> float:
        """How far below the top of the axis a value lies."""
        return HEIGHT - pixel(value, self.axis.ends, HEIGHT)

    def holds(self, part: Row) -> bool:
        """Whether the number of a part can stand in it and be read."""
        tall = self.y(num(part, "from")) - self.y(num(part, "to"))
        return bool(self.letters and part["words"]) and tall >= self.letters + 3


class Marks(Struct, frozen=True):
    """What the bars are made of, gathered over all of them."""

    boxes: list[Row]
    tags: list[Row]
    spreads: list[Row]
    heads: list[Row]
    tips: list[Row]


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """The bars; an axis only where a part has no number in it; the names beside the last bar if it has all parts."""
    stacks = stacks_of(plot.rows)
    names = _names(stacks, size, fonts)
    right = round(fonts.widest((line for _, words in names for line in words), bold=True) + 18) if names else EDGE
    room = _room(plot, stacks, size, right, fonts)
    marks = Marks([], [], [], [], [])
    for n, stack in enumerate(stacks):
        _bar(plot, stack, n * room.step, room, marks)
    _heads(stacks, room, fonts, marks)
    under = axis_texts(
        plot.periods, plot.locale, int(room.width // width_of(plot.periods, plot.locale, fonts, fonts.width("Q4") + 8))
    )
    for n, words in under.items():
        x, middle = n * room.step + room.thick / 2, HEIGHT + 16 + LINE * (len(words) - 1) / 2
        marks.tags.extend(lines(x, middle, words, color="var(--muted)", align="center"))
    over = max(8.0, *(10 - num(tag, "y") for tag in marks.tags))
    deep = LINE * max(map(len, under.values())) + 14
    right = size.width - room.axis.left - round(room.width)
    frame = Frame.within(size.width, HEIGHT, (over, right, deep, room.axis.left))
    return frame.finish(
        [
            *_grid(room, marks),
            *boxes_of(marks.boxes),
            *rules([stroke((0.0, HEIGHT), (frame.width, HEIGHT), "var(--axis)")]),
            *whiskers(marks.spreads),
            *texts(marks.tags),
            *_beside(names, room, frame),
            *tips(sorted(marks.tips, key=lambda box: num(box, "x"))),
        ]
    )


def _room(plot: Plot, stacks: Sequence[Stack], size: Size, right: int, fonts: Fonts) -> Room:
    """The room of the bars: without an axis where every part holds its number, else with one."""
    top = max(stack.top for stack in stacks) or 1.0
    bare = _fitted(stacks, size.width - EDGE - right, fonts, Axis(EDGE, (0.0, top), ()))
    if all(bare.holds(part) for stack in stacks for part in stack.parts):
        return bare
    scale = span([0.0, top], 5)
    names = tick_texts(scale.ticks, plot.unit, plot.locale)
    left = max(round(fonts.widest(names) + 12), EDGE)
    axis = Axis(left, scale.ends, tuple(zip(scale.ticks, names, strict=True)))
    return _fitted(stacks, size.width - left - right, fonts, axis)


def _fitted(stacks: Sequence[Stack], width: float, fonts: Fonts, axis: Axis) -> Room:
    """Bars over at most so much width, the last one at its end, with numbers as large as fit beside any whisker."""
    thick = min(width / (len(stacks) - 1 + SHARE) * SHARE, THICK)
    step = min((width - thick) / max(len(stacks) - 1, 1), STEP)
    width = thick + step * (len(stacks) - 1)
    parts = [part for stack in stacks for part in stack.parts]
    widest = fonts.widest(str(part["brief"]) for part in parts)
    free = thick - 4 - (2 * BESIDE if any(whole(part) is not None for part in parts) else 0)
    return Room(axis, width, thick, step, next((size for size in LETTERS if widest * size / LABEL <= free), 0))


def _bar(plot: Plot, stack: Stack, x: float, room: Room, marks: Marks) -> None:
    """Adds the parts of one bar with their numbers and whiskers, and what they say."""
    when = stack.when
    for part in stack.parts:
        top, base = room.y(num(part, "to")), room.y(num(part, "from"))
        end = max(base - OUTLINE / 2 - (APART if num(part, "from") else 0.0), top + OUTLINE / 2 + 0.5)
        sides = {"x": x + OUTLINE / 2, "x2": x + room.thick - OUTLINE / 2}
        if part["value"] is None:
            near = room.y(num(part, "from") + num(part, "low"))
            marks.boxes.append({**part, "pale": True, **sides, "y": top + OUTLINE / 2, "y2": near})
            marks.boxes.append({**part, **sides, "y": near, "y2": end})
        else:
            marks.boxes.append({**part, **sides, "y": top + OUTLINE / 2, "y2": end})
        if room.holds(part):
            at, color = (x + room.thick / 2, (top + base) / 2 + 0.5), str(part["words"])
            marks.tags.append(text(*at, str(part["brief"]), color=color, size=float(room.letters), align="center"))
        if (reach := whole(part)) is not None and part["value"] is not None:
            low, high = (room.y(num(part, "from") + end) for end in reach)
            marks.spreads.extend(whisker(x + room.thick - BESIDE / 2, low, high))
        words = (f"{part['label']}, {when}", in_doubt(part, plot.locale), stack.sum)
        marks.tips.append(tip(x, min(top, base - 4), x + room.thick, base, "\n".join(words)))


def _heads(stacks: Sequence[Stack], room: Room, fonts: Fonts, marks: Marks) -> None:
    """Adds the totals above the bars if those of all fit, and dashes where there is no bar."""
    wide = min(room.step - 4, room.thick + EDGE) if len(stacks) > 1 else room.thick + EDGE
    heads = [fonts.wrap(stack.head, wide, bold=True) for stack in stacks]
    widest = max(fonts.widest(words, bold=True) for words in heads)
    size = next((size for size in LETTERS if widest * size / LABEL <= wide), 0)
    for n, (stack, words) in enumerate(zip(stacks, heads, strict=True)):
        x, y, middle = n * room.step, room.y(stack.top), n * room.step + room.thick / 2
        if not stack.parts:
            marks.tags.append(text(middle, HEIGHT - 10, NONE, color="var(--muted)", align="center"))
            if stack.whole["missing"]:
                marks.tips.append(tip(x, HEIGHT - 20, x + room.thick, HEIGHT, f"{stack.when}\n{stack.sum}"))
        elif size:
            over = y - 9 - LINE * (len(words) - 1) / 2
            half, tall = fonts.widest(words, bold=True) / 2 + 2, LINE * len(words)
            marks.heads.append({"x": middle - half, "x2": middle + half, "y": over - tall / 2, "y2": over + tall / 2})
            said = lines(middle, over, words, align="center", bold=True, color="var(--ink)", size=float(size))
            marks.tags.extend(said)


def _grid(room: Room, marks: Marks) -> list[Layer]:
    """The lines of the axis, with paper before them where bars and words stand; none where there is no axis."""
    ticks = room.axis.ticks
    grid = [stroke((0.0, room.y(tick)), (room.width, room.y(tick)), "var(--grid)") for tick, _ in ticks if tick]
    tags = [text(-10, room.y(tick), name, color="var(--muted)", align="right") for tick, name in ticks]
    return [*rules(grid), *backs_of([*marks.boxes, *marks.heads] if grid else ()), *texts(tags)]


def _names(stacks: Sequence[Stack], size: Size, fonts: Fonts) -> list[tuple[Row, tuple[str, ...]]]:
    """The parts of the last bar with their names in lines, short on a phone; none if it has not all parts."""
    key = "name" if size.narrow else "label"
    named = [{**part, "label": part[key]} for part in stacks[-1].parts] if named_beside(stacks) else []
    return names_of(named, fonts, WIDE)


def _beside(names: Sequence[tuple[Row, tuple[str, ...]]], room: Room, frame: Frame) -> list[Layer]:
    """The names beside the middles of their parts, none over another, and a line to each that stands off."""
    middles = [
        ({**part, "value": (num(part, "from") + num(part, "to")) / 2, "index": frame.width - 7}, words)
        for part, words in names
    ]
    tags, leaders = placed(middles, (0.0, frame.width), room.axis.ends, frame)
    off = [leader for leader in leaders if abs(num(leader, "y") - num(leader, "y2")) > 3]
    return [*rules(off, strokeWidth=0.75), *texts(tags)]

"""Kind `grouped`: several series over several periods, the bars of one series side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from msgspec import Struct, structs

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.bars import backs_of, boxes_of, farthest, parts_of, reach
from sitegen.charts.kinds.lines import line
from sitegen.charts.kinds.stacks.bars import NONE
from sitegen.charts.layers import Frame, Spec, lines, pixel, rules, stroke, text, texts, whisker, whiskers
from sitegen.charts.look.axes import LINE, span, tick_texts
from sitegen.charts.look.symbols import BARS, MUTED, brief_key, key_of
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import TEXT, Key, Plot, Row, Size, given, num, whole
from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.problems import Problem
from sitegen.tokens import LABEL
from sitegen.words import Locale

HEIGHT, BETWEEN, APART, SMALL, MOST = 210.0, 0.3, 48.0, 11, 4
"""Height of the bars, the room between two groups in parts of a bar, that between two rows, the smallest letters; so
many rows there are at most so that numbers fit above the bars."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`, with the signs of bars."""
    plot = line.plan(structs.replace(chart, events=()), figures)
    return (
        plot
        if isinstance(plot, list)
        else structs.replace(
            plot,
            kind=chart.kind,
            key=(*key_of(plot.rows, BARS, plot.locale), *brief_key(plot.rows, plot.locale), *_hole(plot)),
        )
    )


def _hole(plot: Plot) -> Iterator[Key]:
    """What stands in the place of a bar of which nothing was found."""
    bars = [(row["series"], row["column"]) for row in plot.rows if given(row)]
    if any((row["series"], row["column"]) not in bars for row in plot.rows):
        yield Key(f"{TEXT}{NONE}", MUTED, plot.locale.say("charts.hole"))


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """A group for each series, a bar for each period, in as few rows as let the numbers stand above the bars.

    Where not even a few more rows do, there is an axis beside them.
    """
    groups: dict[str, list[list[Row]]] = {}
    for row in plot.rows:
        groups.setdefault(str(row["series"]), [[] for _ in plot.periods])[int(num(row, "column"))].append(row)
    each = _each(plot, list(groups.values()), size, fonts)
    decks = [list(groups.values())[n : n + each] for n in range(0, len(groups), each)]
    scale = span(reach(plot.rows), 5)
    named = tick_texts(scale.ticks, plot.unit, plot.locale)
    parts = max(sum(len(some) + BETWEEN for some in deck) for deck in decks)
    letters = _letters(plot, (size.width - 8) / parts, fonts)
    said = letters > 0
    left = 4 if said else fonts.widest(named) + 12
    step = (size.width - left - 4) / parts
    names = [fonts.wrap(str(some[0][0]["label"]), step * len(some), bold=True) for some in groups.values()]
    foot = 26 + LINE * max(map(len, names))
    deep = HEIGHT * (0.7 if len(decks) > 1 else 1)
    marks = Marks([], [], [], [])
    below = 0.0
    for nth, deck in enumerate(decks):
        top = below - (_spare(deck, scale.ends, deep) if said else 0.0)
        below = top + deep + foot + APART
        for tick, name in zip(scale.ticks, named, strict=True):
            y = top + deep - pixel(tick, scale.ends, deep)
            if tick == 0 or not said:
                marks.grid.append(
                    stroke((0.0, y), (size.width - left - 4.0, y), "var(--grid)" if tick else "var(--axis)")
                )
            if not said:
                marks.tags.append(text(-10, y, name, color="var(--muted)", align="right"))
        x = step * BETWEEN / 2
        for some, words in zip(deck, names[nth * each :], strict=False):
            _group(some, Box(x, top, step, deep), scale.ends, plot.locale, marks, letters)
            middle = top + deep + 22 + LINE * len(words) / 2
            marks.tags.extend(lines(x + step * len(some) / 2, middle, words, align="center", bold=True))
            x += step * (len(some) + BETWEEN)
    frame = Frame.within(size.width, below - APART, (20, 4, 0, left))
    backs = backs_of(marks.bars if not said else ())
    boxes = [_tip(bar) for bar in marks.bars]
    return frame.finish(
        [*rules(marks.grid), *backs, *boxes_of(marks.bars), *whiskers(marks.spreads), *texts(marks.tags), *tips(boxes)]
    )


def _spare(deck: Sequence[Sequence[Sequence[Row]]], ends: Sequence[float], deep: float) -> float:
    """How much of the height of an axis is above all bars of a row; without an axis it is left out."""
    return deep - ceil(pixel(reach([row for some in deck for slot in some for row in slot])[1], ends, deep))


def _each(plot: Plot, groups: Sequence[Sequence[Sequence[Row]]], size: Size, fonts: Fonts) -> int:
    """How many groups stand beside each other, so that neither the names of their periods nor, if they fit at all, the
    numbers touch; rows are even.
    """
    short = fonts.widest(_short(row) for row in plot.rows) + 4
    longest = max(map(len, groups)) + BETWEEN
    fit = max(int((size.width - 8) / (short * longest)), 1)
    least = -(-len(groups) // min(fit, 2 if size.narrow else len(groups)))
    several = [-(-len(groups) // rows) for rows in range(least, max(least, min(MOST, len(groups))) + 1)]
    return next((each for each in several if _letters(plot, (size.width - 8) / (each * longest), fonts)), several[0])


def _letters(plot: Plot, place: float, fonts: Fonts) -> int:
    """The size of numbers that fit above bars of so much room each; 0 if none does."""
    widest = fonts.widest(str(row["brief"]) for row in plot.rows if given(row))
    return next((size for size in (LABEL, SMALL) if widest * size / LABEL + 4 <= place), 0)


class Marks(Struct, frozen=True):
    """What the groups are made of, gathered over all of them."""

    tags: list[Row]
    grid: list[Row]
    bars: list[Row]
    spreads: list[Row]


class Box(NamedTuple):
    """Where a group stands, in pixels: its corner, the room of one bar, the height of the axis."""

    left: float
    top: float
    step: float
    deep: float


def _group(
    some: Sequence[Sequence[Row]], at: Box, ends: Sequence[float], locale: Locale, marks: Marks, letters: int
) -> None:
    """Adds the bars of one series with their periods below and their values above them.

    letters: size of the values, 0 where there is no room for them.
    """
    base = at.top + at.deep
    zero = base - pixel(0, ends, at.deep)
    for n, slot in enumerate(some):
        middle = at.left + at.step * (n + 0.5)
        marks.tags.append(text(middle, base + 14, _short(slot[0]), color="var(--muted)", align="center"))
        if not any(map(given, slot)):
            marks.tags.append(text(middle, zero - 10, NONE, color="var(--muted)", align="center"))
        said: list[float] = []
        for row in filter(given, slot):
            y = _bar(row, middle, at, ends, marks)
            if letters and all(abs(y - other) > letters + 2 for other in said):
                said.append(y)
                marks.tags.append(text(middle, y, str(row["brief"]), align="center", size=float(letters)))


def _bar(row: Row, middle: float, at: Box, ends: Sequence[float], marks: Marks) -> float:
    """Adds one bar, a target or an estimate around what was reported; gives where its number stands."""
    base = at.top + at.deep
    end, zero = (base - pixel(value, ends, at.deep) for value in (farthest(row), 0.0))

    def place(a: float, b: float) -> dict[str, float]:
        low, high = (base - pixel(value, ends, at.deep) for value in (a, b))
        return {"x": middle - at.step * 0.42, "x2": middle + at.step * 0.42, "y": high, "y2": low}

    marks.bars.extend(parts_of(row, place))
    if (reach := whole(row)) is not None and row["value"] is not None:
        low, high = (base - pixel(end, ends, at.deep) for end in reach)
        marks.spreads.extend(whisker(middle, low, high))
        end = min(end, high)
    return end - 9 if end <= zero else end + 9


def _short(row: Row) -> str:
    """A period below its bar: "Q1", or a year."""
    return str(row["tick"])


def _tip(bar: Row) -> Row:
    words = f"{bar['label']}, {bar['when']}\n{bar['text']}"
    ends = (num(bar, "y"), num(bar, "y2"))
    return tip(num(bar, "x"), min(ends) - 6, num(bar, "x2"), max(ends), words)

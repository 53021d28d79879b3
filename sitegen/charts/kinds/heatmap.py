"""Kind `heatmap`: series by period as a grid; the colour says how much, an empty cell that no value was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds import line
from sitegen.charts.layers import Frame, Layer, as_is, data, in_pixels, lines, text, texts
from sitegen.charts.look.axes import axis_texts, tick_texts, ticks, width_of
from sitegen.charts.look.symbols import MUTED, brief_key
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import Key, Plot, Row, Size, num
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.words import brief, in_thousands
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

STEP, HEAD, APART = 30.0, 36.0, 12.0
"""Height of a row, of the periods above the rows, and of the room between two rows of columns."""
STEPS, THOUSANDS, DECKS, NONE, MADE = 5, 10000, 4, "–", "*"
"""How many colours, from where on numbers are thousands, how many rows of columns at most; a hole, a made number."""


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`, each with the step of its colour."""
    plot = line.plan(replace(chart, events=()), tracker, figures)
    if isinstance(plot, list):
        return plot
    ends = _ends([num(row, "value") for row in plot.rows if row["value"] is not None])
    thousands = ends[-1] >= THOUSANDS
    answers = [
        cell for column in zip(*plot.table, strict=True) for cell in column if isinstance(cell, Figure | Missing)
    ]
    rows = tuple(
        {**row, **_cell(row, answer, ends, plot.locale, thousands)}
        for row, answer in zip(plot.rows, answers, strict=True)
    )
    named = tick_texts(ends, plot.unit, plot.locale)
    steps = tuple(
        Key("fill", f"var(--seq-{n})", f"{low} to {high}")
        for n, (low, high) in enumerate(pairwise(named), 1)
        if any(row["step"] == n for row in rows)
    )
    return replace(plot, kind=chart.kind, rows=rows, key=(*steps, *_signs(rows, thousands)))


def _signs(rows: Sequence[Row], thousands: bool) -> Iterator[Key]:
    """What a hole is, and the signs at the numbers."""
    if any(row["value"] is None for row in rows):
        yield Key(f"event-{NONE}", MUTED, "no number found")
    if thousands:
        yield Key("event-1,000", MUTED, "thousands, where a cell has a number")
    yield from brief_key(rows, "cell")
    if any(row["derived"] or row["worked"] for row in rows):
        yield Key(f"event-{MADE}", MUTED, "added up or worked out from other values")


def _ends(values: Sequence[float]) -> tuple[float, ...]:
    """The ends of five equal and round steps that hold all values."""
    low, high = min(0.0, *values), max(values)
    marks = next(m for n in range(STEPS, 0, -1) if len(m := ticks(low, high, n)) <= STEPS + 1)
    step = marks[1] - marks[0]
    return tuple(float(f"{marks[0] + step * n:.10g}") for n in range(STEPS + 1))


def _cell(row: Row, answer: Figure | Missing, ends: Sequence[float], locale: str, thousands: bool) -> Row:
    """The step of a value, its colours, and what is printed in its cell."""
    if isinstance(answer, Missing) or row["value"] is None:
        return {"step": 0.0, "cell": "", "fill": "var(--paper)", "words": MUTED}
    value = num(row, "value")
    step = next((n for n, end in enumerate(ends[1:], 1) if value < end), STEPS)
    said = brief(in_thousands(answer) if thousands else answer, locale)
    made = MADE if row["derived"] or row["worked"] else ""
    return {"step": float(step), "cell": said + made, "fill": f"var(--seq-{step})", "words": f"var(--on-{step})"}


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """A row for each series, a column for each period, with its number in each cell.

    Where the numbers do not fit into the columns, the periods stand below one another in up to four rows of columns;
    only where those would not be enough, the cells have no numbers.
    """
    names = list(dict.fromkeys(str(row["label"]) for row in plot.rows))
    periods = plot.periods
    wrapped = {name: fonts.wrap(name, 84 if size.narrow else 170) for name in names}
    left = fonts.widest(word for words in wrapped.values() for word in words) + 12
    room = size.width - left - 4
    fit = int(room // (fonts.widest(str(row["cell"]) for row in plot.rows) + 6))
    decks = -(-len(periods) // max(fit, 1))
    roomy = decks <= DECKS and fit > 0
    each = -(-len(periods) // decks) if roomy else len(periods)
    step = room / each
    deep = HEAD + STEP * len(names) + APART
    out = Marks([], [])
    for deck, start in enumerate(range(0, len(periods), each)):
        top = deck * deep + HEAD
        for name, words in wrapped.items():
            out.tags.extend(lines(-10, top + STEP * (names.index(name) + 0.5), words, align="right"))
        for n, words in axis_texts(
            periods[start : start + each], plot.locale, int(room // width_of(periods, plot.locale, fonts, 26))
        ).items():
            for k, word in enumerate(words):
                out.tags.append(text(step * (n + 0.5), top - 12 - 15 * k, word, color="var(--muted)", align="center"))
    for row in plot.rows:
        deck, column = divmod(int(num(row, "column")), each)
        _place(row, (step * column, deck * deep + HEAD + STEP * names.index(str(row["label"]))), step, roomy, out)
    frame = Frame.within(size.width, deep * -(-len(periods) // each) - APART, (4, 4, 4, left))
    boxes = [tip(num(c, "x"), num(c, "y"), num(c, "x2"), num(c, "y2"), _words(c, plot.locale)) for c in out.cells]
    mark = data(out.cells).mark_rect(stroke=None).encode(fill=as_is("Fill", "fill"), **in_pixels("x", "y", "x2", "y2"))
    return frame.finish([mark, *texts(out.tags), *tips(boxes)])


@dataclass(frozen=True, slots=True)
class Marks:
    """What the grid is made of: words, and cells that have a value."""

    tags: list[Row]
    cells: list[Row]


def _place(row: Row, corner: tuple[float, float], width: float, roomy: bool, out: Marks) -> None:
    """Adds a cell with its number, or a dash where there is none."""
    x, y = corner
    if row["value"] is None:
        out.tags.append(text(x + width / 2, y + STEP / 2 + 0.5, NONE, color="var(--muted)", align="center"))
        return
    out.cells.append({**row, "x": x + 1, "x2": x + width - 1, "y": y + 1, "y2": y + STEP - 1})
    if roomy:
        said, color = str(row["cell"]), str(row["words"])
        out.tags.append(text(x + width / 2, y + STEP / 2 + 0.5, said, color=color, align="center"))


def _words(cell: Row, locale: str) -> str:
    return f"{cell['when']}\n{cell['label']}: {cell['text']}"

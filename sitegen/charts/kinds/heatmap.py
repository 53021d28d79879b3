"""Kind `heatmap`: series by period as a grid; the colour says how much, an empty cell that no value was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.lines import line
from sitegen.charts.kinds.steps import Step, step_of, steps_for
from sitegen.charts.layers import Frame, Spec, as_is, channel, data, in_pixels, lines, text, texts
from sitegen.charts.look.axes import axis_texts, tick_texts, width_of
from sitegen.charts.look.beside import Box
from sitegen.charts.look.hatching import cleared, hatching, holes_named
from sitegen.charts.look.symbols import MUTED, brief_key
from sitegen.charts.plot import TEXT, Key, Plot, Row, Size, num
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.words import brief, in_thousands
from sitegen.model.chart import Chart
from sitegen.problems import Problem
from sitegen.words import Locale

STEP, HEAD, APART = 30.0, 36.0, 12.0
"""Height of a row, of the periods above the rows, and of the room between two rows of columns."""
THOUSANDS, DECKS, MADE = 10000, 4, "*"
"""From where on numbers are thousands, how many rows of columns at most; the sign of a made number."""
OPEN = "var(--paper)"
"""The fill of a cell that has the colour of no step."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`, each with the step of its colour."""
    plot = line.plan(structs.replace(chart, events=()), figures)
    if isinstance(plot, list):
        return plot
    ends = [num(row, key) for row in plot.rows for key in _ends(row)]
    less = min(ends) >= 0 and all(figures.tracker.metrics[metric].better == "less" for _, metric in chart.series)
    thousands, steps = max(map(abs, ends)) >= THOUSANDS, steps_for(ends, less=less)
    answers = [
        cell for column in zip(*plot.table, strict=True) for cell in column if isinstance(cell, Figure | Missing)
    ]
    zeros = 0 if plot.unit is None else plot.unit.scale
    rows = tuple(
        {**row, **_cell(row, answer, steps, plot.locale, zeros, thousands)}
        for row, answer in zip(plot.rows, answers, strict=True)
    )
    named = tick_texts([step.low for step in steps] + [steps[-1].high], plot.unit, plot.locale)
    fills = tuple(
        Key("fill", step.fill, plot.locale.say("charts.from-to", low=low, high=high))
        for step, (low, high) in zip(steps, pairwise(named), strict=True)
        if any(row["fill"] == step.fill for row in rows)
    )
    best = (Key("", MUTED, plot.locale.say("charts.less-strongest")),) if less else ()
    signs = _signs(rows, thousands, plot.locale)
    return structs.replace(plot, kind=chart.kind, rows=rows, key=(*best, *fills, *signs))


def _signs(rows: Sequence[Row], thousands: bool, locale: Locale) -> Iterator[Key]:
    """What a hole is, and the signs at the numbers."""
    if any(row["cell"] and not row["step"] for row in rows):
        yield Key("outline", "var(--axis)", locale.say("charts.several-steps"))
    if not all(row["cell"] for row in rows):
        yield Key("hatch", "var(--axis)", locale.say("charts.hole"))
    if thousands:
        yield Key("", MUTED, locale.say("charts.thousands"))
    yield from brief_key(rows, locale, "cell")
    if any(row["derived"] or row["worked"] for row in rows):
        yield Key(f"{TEXT}{MADE}", MUTED, locale.say("charts.made"))


def _ends(row: Row) -> tuple[str, ...]:
    """The keys of a row that hold the value of its cell: one number, or the ends of a range."""
    return ("value",) if row["value"] is not None else ("low", "high") if row["low"] is not None else ()


def _cell(
    row: Row, answer: Figure | Missing, steps: Sequence[Step], locale: Locale, zeros: int, thousands: bool
) -> Row:
    """The step of a cell (0 for none), its colours, and what is printed in it ("" for a hole)."""
    ends = [num(row, key) for key in _ends(row)]
    if isinstance(answer, Missing) or not ends:
        return {"step": 0.0, "cell": "", "fill": OPEN, "words": MUTED}
    step = step_of(steps, ends[0], ends[-1])
    made = MADE if row["derived"] or row["worked"] else ""
    said = (brief(in_thousands(answer), locale) if thousands else brief(answer, locale, zeros)) + made
    if step is None:
        return {"step": 0.0, "cell": said, "fill": OPEN, "words": "var(--ink)"}
    return {"step": steps.index(step) + 1.0, "cell": said, "fill": step.fill, "words": step.words}


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """A row for each series, a column for each period, with its number in each cell.

    Where the numbers do not fit into the columns, the periods stand below one another in up to four rows of columns;
    only where those would not be enough, the cells have no numbers.
    """
    names = {str(row["line"]): str(row["label"]) for row in plot.rows}
    order = list(names)
    periods = plot.periods
    wrapped = {id: fonts.wrap(name, 84 if size.narrow else 170) for id, name in names.items()}
    left = fonts.widest(word for words in wrapped.values() for word in words) + 12
    room = size.width - left - 4
    fit = int(room // (fonts.widest(str(row["cell"]) for row in plot.rows) + 6))
    decks = -(-len(periods) // max(fit, 1))
    roomy = decks <= DECKS and fit > 0
    each = -(-len(periods) // decks) if roomy else len(periods)
    step = room / each
    deep = HEAD + STEP * len(names) + APART
    out = Marks([], [], [])
    for deck, start in enumerate(range(0, len(periods), each)):
        top = deck * deep + HEAD
        for id, words in wrapped.items():
            out.tags.extend(lines(-10, top + STEP * (order.index(id) + 0.5), words, align="right"))
        for n, words in axis_texts(
            periods[start : start + each], plot.locale, int(room // width_of(periods, plot.locale, fonts, 26))
        ).items():
            for k, word in enumerate(words):
                out.tags.append(text(step * (n + 0.5), top - 12 - 15 * k, word, color="var(--muted)", align="center"))
    for row in plot.rows:
        deck, column = divmod(int(num(row, "column")), each)
        _place(row, (step * column, deck * deep + HEAD + STEP * order.index(str(row["line"]))), step, roomy, out)
    frame = Frame.within(size.width, deep * -(-len(periods) // each) - APART, (4, 4, 4, left))
    said = [{**cell, "tip": _words(cell)} for cell in out.cells]
    full = [cell for cell in said if cell["step"]]
    open = [cell for cell in said if not cell["step"]]
    marks = [data(full).mark_rect(stroke=None, aria=True)] if full else []
    marks += [data(open).mark_rect(stroke="var(--axis)", strokeDash=[4, 3], aria=True)] if open else []
    look = {"fill": as_is("Fill", "fill"), "description": channel("Description", "tip")}
    cells = [mark.encode(**look, **in_pixels("x", "y", "x2", "y2")) for mark in marks]
    named = holes_named(out.holes, fonts, plot.locale)
    holes = [*hatching(out.holes), *cleared(named, fonts)]
    return frame.finish([*holes, *cells, *texts([*out.tags, *named])])


class Marks(Struct, frozen=True):
    """What the grid is made of: words, cells that have a value, and rows of cells that have none."""

    tags: list[Row]
    cells: list[Row]
    holes: list[Box]


def _place(row: Row, corner: tuple[float, float], width: float, roomy: bool, out: Marks) -> None:
    """Adds a cell with its number, or a hole where there is none, which grows over the holes beside it."""
    x, y = corner
    if not row["cell"]:
        last = out.holes[-1] if out.holes else None
        if last is not None and last.y == y + 1 and abs(last.x2 - x) < 2:
            out.holes[-1] = last._replace(x2=x + width - 1)
        else:
            out.holes.append(Box(x + 1, y + 1, x + width - 1, y + STEP - 1))
        return
    out.cells.append({**row, "x": x + 1, "x2": x + width - 1, "y": y + 1, "y2": y + STEP - 1})
    if roomy:
        said, color = str(row["cell"]), str(row["words"])
        out.tags.append(text(x + width / 2, y + STEP / 2 + 0.5, said, color=color, align="center"))


def _words(cell: Row) -> str:
    return f"{cell['when']}\n{cell['label']}: {cell['text']}"

"""Kind `stacked`: the parts of a whole by period, one upon another; what is not known is left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from sitegen.charts.kinds.bars import inside
from sitegen.charts.kinds.lines import line
from sitegen.charts.look.colours import palette, words_on
from sitegen.charts.look.symbols import BARS, INK, brief_key, key_of
from sitegen.charts.needs import check_apart
from sitegen.charts.plot import Key, Plot, Row, given, num, top
from sitegen.charts.points import short_labels
from sitegen.figures import Figures, Unknowable, add
from sitegen.figures.figure import Figure, Missing, is_gap
from sitegen.figures.nouns import noun
from sitegen.figures.periods import short_period
from sitegen.figures.words import brief, say
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

MUTED = "var(--muted)"
NO_TOTAL = "no total"
Answers = tuple[Figure | Missing, ...]
"""The parts of one period, in the order of the chart's series."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A period: its known parts from the bottom up, each reaching `from` … `to`, and the row of the whole."""

    parts: tuple[Row, ...]
    whole: Row

    @property
    def when(self) -> str:
        """The period of the bar, in words."""
        return str(self.whole["when"])

    @property
    def top(self) -> float:
        """The highest value that the bar or one of its whiskers reaches."""
        return max((num(part, key) for part in self.parts for key in ("to", "most")), default=0.0)

    @property
    def sum(self) -> str:
        """What a pointer finds of the whole: the total, or why there is none."""
        if self.whole["missing"]:
            return f"no total: no number for {self.whole['missing']}"
        return f"all parts: {self.whole['text']}, added up" if self.whole["text"] else "no total"

    @property
    def head(self) -> str:
        """What is said above the bar: the total, or what it is without."""
        if not self.parts:
            return ""
        return f"without {self.whole['without']}" if self.whole["missing"] else str(self.whole["text"])


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`, and for each period their sum where every part is known."""
    plot = line.plan(replace(chart, events=()), tracker, figures)
    if isinstance(plot, list):
        return plot
    periods = [cells[0] for cells in plot.table if isinstance(cells[0], Period)]
    stacks = [tuple(cell for cell in cells if isinstance(cell, Figure | Missing)) for cells in plot.table]
    if problems := [*_below_zero(chart, periods, stacks, plot.locale), *check_apart(chart, tracker)]:
        return problems
    totals = [_total(answers) for answers in stacks]
    names = tuple({row["line"]: str(row["label"]) for row in plot.rows}.values())
    zeros = 0 if plot.unit is None else plot.unit.scale
    rows = (*_parts(plot, names, tracker), *_wholes(periods, stacks, totals, names, plot.locale, zeros))
    said = (_said(*stack, names, plot.locale) for stack in zip(periods, stacks, totals, strict=True))
    unit = "" if plot.unit is None else noun(plot.unit, plot.locale)
    return replace(
        plot,
        kind=chart.kind,
        rows=rows,
        columns=(*plot.columns, "Total"),
        table=tuple((*cells, total or NO_TOTAL) for cells, total in zip(plot.table, totals, strict=True)),
        summary=f"Stacked bars in {unit}, from the bottom up {', '.join(names)}. {' '.join(said)}",
        key=_key(rows, names, plot.locale),
    )


def _below_zero(
    chart: Chart, periods: Sequence[Period], stacks: Sequence[Answers], locale: Locale
) -> Iterator[Problem]:
    """A problem for each part that is, or may be, below zero."""
    hint = 'take the series out, or make it a chart of kind "bar" or "grouped"'
    for period, answers in zip(periods, stacks, strict=True):
        for figure in (answer for answer in answers if isinstance(answer, Figure)):
            if figure.amount.interval.low is None or figure.amount.interval.low < 0:
                said = f"{figure.label} is {say(figure, locale)} in {short_period(period, locale)}"
                yield Problem(chart.place, "chart-option", f"a part of a whole cannot be below zero: {said}", hint)


def _total(answers: Answers) -> Figure | None:
    """The sum of the parts; None where one is not known, or where nothing can be said of the sum."""
    parts = [answer for answer in answers if isinstance(answer, Figure)]
    if not parts or any(map(is_gap, answers)):
        return None
    try:
        return reduce(add, parts)
    except Unknowable:
        return None


def _parts(plot: Plot, names: Sequence[str], tracker: Tracker) -> Iterator[Row]:
    """The rows of `line`, each with the short name of its part and the colour of words on it ("" for none)."""
    short = dict(zip(names, short_labels(names), strict=True))
    colours = palette(tracker)
    for row in plot.rows:
        words = words_on(colours[str(row["entity"])], inside(row))
        yield {**row, "name": short[str(row["label"])], "words": words or ""}


def _wholes(
    periods: Sequence[Period],
    stacks: Sequence[Answers],
    totals: Sequence[Figure | None],
    names: Sequence[str],
    locale: Locale,
    zeros: int,
) -> Iterator[Row]:
    """A row for each period: its sum in words, and the parts that have no number, by their short names and in full."""
    short = short_labels(names)
    for index, (period, answers, total) in enumerate(zip(periods, stacks, totals, strict=True)):
        holes = [n for n, answer in enumerate(answers) if is_gap(answer)]
        yield {
            "what": "whole",
            "period": str(period),
            "when": short_period(period, locale),
            "index": float(index),
            "text": "" if total is None else say(total, locale),
            "brief": "" if total is None else brief(total, locale, zeros),
            "without": ", ".join(short[n] for n in holes),
            "missing": ", ".join(names[n] for n in holes),
        }


def _said(period: Period, answers: Answers, total: Figure | None, names: Sequence[str], locale: Locale) -> str:
    """One period in a sentence: its parts, those that are missing, and the sum."""
    when = short_period(period, locale)
    pairs = list(zip(names, answers, strict=True))
    parts = [f"{name} {say(answer, locale)}" for name, answer in pairs if isinstance(answer, Figure)]
    holes = " and ".join(name for name, answer in pairs if is_gap(answer))
    if not parts:
        gone = dict.fromkeys(answer.said(locale) for answer in answers if isinstance(answer, Missing))
        return f"{when}: {', '.join(gone)}."
    if holes:
        return f"{when}: {', '.join(parts)}; no value found for {holes}, so no total."
    return f"{when}: {', '.join(parts)}; {NO_TOTAL if total is None else 'added up ' + say(total, locale)}."


def stacks_of(rows: Iterable[Row]) -> tuple[Stack, ...]:
    """The bars in the order of their periods."""
    parts: dict[float, list[Row]] = {}
    wholes = []
    for row in rows:
        if row["what"] == "whole":
            wholes.append(row)
        elif given(row):
            some = parts.setdefault(num(row, "column"), [])
            low = num(some[-1], "to") if some else 0.0
            most = low + num(row, "high") if row["high"] is not None else 0.0
            some.append({**row, "from": low, "to": low + top(row), "most": most})
    return tuple(Stack(tuple(parts.get(num(whole, "index"), ())), whole) for whole in wholes)


def named_beside(stacks: Sequence[Stack]) -> bool:
    """Whether the last bar has every part that any bar has, so that their names can stand beside it."""
    return {p["series"] for stack in stacks for p in stack.parts} == {p["series"] for p in stacks[-1].parts}


def _key(rows: Sequence[Row], names: Sequence[str], locale: Locale) -> tuple[Key, ...]:
    """The colours where no names stand beside the parts, what is not exact, what a total and what an open end is."""
    stacks = stacks_of(rows)
    colours = {str(part["label"]): str(part["color"]) for stack in stacks for part in stack.parts}
    order = [label for label in reversed(names) if label in colours and not named_beside(stacks)]
    fills = tuple(Key("fill", colours[label], label) for label in order)
    sums = [str(stack.whole["brief"]) for stack in stacks if stack.whole["text"]]
    total = tuple(Key(f"event-{said}", INK, locale.say("charts.sign.total")) for said in sums[-1:])
    signs = brief_key((part for stack in stacks for part in stack.parts), locale)
    holes = any(stack.parts and stack.whole["missing"] for stack in stacks)
    hole = (Key("dashed", MUTED, locale.say("charts.sign.open")),) if holes else ()
    firm = key_of([row for row in rows if row["what"] != "whole"], BARS, locale)
    return (*fills, *firm, *signs, *total, *hole)

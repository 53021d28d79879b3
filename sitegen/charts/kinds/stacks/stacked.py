"""Kind `stacked`: the parts of a whole by period, one on another, where all of them are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from msgspec import structs

from sitegen.charts.kinds.bars import inside
from sitegen.charts.kinds.lines import line
from sitegen.charts.kinds.stacks.bars import NONE, named_beside, stacks_of
from sitegen.charts.left.out import left_out
from sitegen.charts.look.colours import palette, words_on
from sitegen.charts.look.symbols import BARS, INK, MUTED, brief_key, key_of
from sitegen.charts.needs import check_apart
from sitegen.charts.plot import TEXT, Key, Plot, Row
from sitegen.charts.points import short_labels
from sitegen.figures import Figures, Unknowable, add
from sitegen.figures.figure import Figure, Missing, is_gap
from sitegen.figures.nouns import noun
from sitegen.figures.periods import short_period
from sitegen.figures.slots import Answers
from sitegen.figures.words import brief, say
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

FIX = "choose other periods with from: … to:, take the part out of the chart, or make it kind: grouped"
"""The parts of one period, in the order of the chart's series."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The same numbers as `line`, and for each period their sum; a bar only where every part is known."""
    tracker = figures.tracker
    plot = line.plan(structs.replace(chart, events=()), figures)
    if isinstance(plot, list):
        return plot
    periods = [cells[0] for cells in plot.table if isinstance(cells[0], Period)]
    stacks = [tuple(cell for cell in cells if isinstance(cell, Figure | Missing)) for cells in plot.table]
    if problems := [*_below_zero(chart, periods, stacks, plot.locale), *check_apart(chart, tracker)]:
        return problems
    left = tuple(_left(chart, periods, stacks, plot.locale))
    if not any(map(_complete, stacks)):
        why = f'no period of the chart "{chart.id}" has a number for every part'
        return [Problem(chart.names(None), "chart-empty", why, FIX), *left]
    totals = [_total(answers) for answers in stacks]
    names = tuple({row["line"]: str(row["label"]) for row in plot.rows}.values())
    zeros = 0 if plot.unit is None else plot.unit.scale
    rows = (*_parts(plot, names, tracker), *_wholes(periods, stacks, totals, names, plot.locale, zeros))
    said = (_said(*stack, names, plot.locale) for stack in zip(periods, stacks, totals, strict=True))
    unit = "" if plot.unit is None else noun(plot.unit, plot.locale)
    whole = plot.locale.say("charts.said.stacked", unit=unit, names=plot.locale.listed(names))
    none = plot.locale.say("charts.stack.no-total")
    return structs.replace(
        plot,
        kind=chart.kind,
        rows=rows,
        columns=(*plot.columns, plot.locale.say("charts.head.total")),
        table=tuple((*cells, total or none) for cells, total in zip(plot.table, totals, strict=True)),
        summary=" ".join((whole, *said)),
        key=_key(rows, names, plot.locale),
        left=left,
    )


def _below_zero(
    chart: Chart, periods: Sequence[Period], stacks: Sequence[Answers], locale: Locale
) -> Iterator[Problem]:
    """A problem for each part that is, or may be, below zero."""
    hint = 'take the series out, or make it a chart of kind "bar" or "grouped"'
    for period, answers in zip(periods, stacks, strict=True):
        for series, figure in zip(chart.series, answers, strict=True):
            if not isinstance(figure, Figure):
                continue
            if figure.amount.interval.low is None or figure.amount.interval.low < 0:
                said = f"{figure.label} is {say(figure, locale)} in {short_period(period, locale)}"
                message = f"a part of a whole cannot be below zero: {said}"
                yield Problem(chart.names(series), "chart-option", message, hint)


def _complete(answers: Answers) -> bool:
    """Whether every part of a period is known; one that does not exist yet, or no longer, is no gap."""
    return any(isinstance(answer, Figure) for answer in answers) and not any(map(is_gap, answers))


def _left(chart: Chart, periods: Sequence[Period], stacks: Sequence[Answers], locale: Locale) -> Iterator[Problem]:
    """A warning for the periods that have some parts and not all, at the first series that lacks a number in them."""
    out: dict[tuple[int, ...], list[Period]] = {}
    for period, answers in zip(periods, stacks, strict=True):
        holes = tuple(n for n, answer in enumerate(answers) if is_gap(answer))
        if holes and any(isinstance(answer, Figure) for answer in answers):
            out.setdefault(holes, []).append(period)
    for holes, some in out.items():
        what = ", ".join(short_period(period, locale) for period in some)
        parts = ", ".join(".".join(chart.series[n]) for n in holes)
        yield left_out(chart.at("series", holes[0]), what, f"a bar needs all its parts, and {parts} has no number", FIX)


def _total(answers: Answers) -> Figure | None:
    """The sum of the parts; None where one is not known, or where nothing can be said of the sum."""
    parts = [answer for answer in answers if isinstance(answer, Figure)]
    if not _complete(answers):
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
        yield {**row, "least": None, "most": None, "name": short[str(row["label"])], "words": words or ""}


def _wholes(
    periods: Sequence[Period],
    stacks: Sequence[Answers],
    totals: Sequence[Figure | None],
    names: Sequence[str],
    locale: Locale,
    zeros: int,
) -> Iterator[Row]:
    """A row for each period: its sum in words, and the parts that have no number."""
    for index, (period, answers, total) in enumerate(zip(periods, stacks, totals, strict=True)):
        holes = [n for n, answer in enumerate(answers) if is_gap(answer)]
        yield {
            "what": "whole",
            "period": str(period),
            "when": short_period(period, locale),
            "index": float(index),
            "text": "" if total is None else say(total, locale),
            "brief": "" if total is None else brief(total, locale, zeros),
            "missing": (missing := ", ".join(names[n] for n in holes)),
            "sum": _sum(total, missing, locale),
        }


def _sum(total: Figure | None, missing: str, locale: Locale) -> str:
    """What is said of a whole: its total, or why there is none."""
    if missing:
        return locale.say("charts.stack.no-bar", names=missing)
    if total is None:
        return locale.say("charts.stack.no-total")
    return locale.say("charts.stack.sum", total=say(total, locale))


def _said(period: Period, answers: Answers, total: Figure | None, names: Sequence[str], locale: Locale) -> str:
    """One period in a sentence: its parts, those that are missing, and the sum."""
    when = short_period(period, locale)
    pairs = list(zip(names, answers, strict=True))
    known = ((name, answer) for name, answer in pairs if isinstance(answer, Figure))
    parts = ", ".join(locale.say("charts.said.bar", name=name, value=say(answer, locale)) for name, answer in known)
    holes = locale.listed(name for name, answer in pairs if is_gap(answer))
    if not parts:
        reasons = dict.fromkeys(answer.said(locale) for answer in answers if isinstance(answer, Missing))
        return locale.say("charts.said.row", label=when, values=", ".join(reasons))
    if holes:
        return locale.say("charts.said.stack-hole", period=when, parts=parts, names=holes)
    if total is None:
        return locale.say("charts.said.stack-open", period=when, parts=parts)
    return locale.say("charts.said.stack", period=when, parts=parts, total=say(total, locale))


def _key(rows: Sequence[Row], names: Sequence[str], locale: Locale) -> tuple[Key, ...]:
    """The colours where no names stand beside the parts, what is not exact, what a total and what a hole is."""
    stacks = stacks_of(rows)
    colours = {str(part["label"]): str(part["color"]) for stack in stacks for part in stack.parts}
    order = [label for label in reversed(names) if label in colours and not named_beside(stacks)]
    fills = tuple(Key("fill", colours[label], label) for label in order)
    sums = [str(stack.whole["brief"]) for stack in stacks if stack.whole["brief"]]
    total = tuple(Key(f"{TEXT}{said}", INK, locale.say("charts.sign.total")) for said in sums[-1:])
    signs = brief_key((part for stack in stacks for part in stack.parts), locale)
    holes = any(row["missing"] for row in rows if row["what"] == "whole")
    hole = (Key(f"{TEXT}{NONE}", MUTED, locale.say("charts.sign.incomplete")),) if holes else ()
    firm = key_of([part for stack in stacks for part in stack.parts], BARS, locale)
    return (*fills, *firm, *signs, *total, *hole)

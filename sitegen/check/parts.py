"""What checks are made of: the values of expressions, the plans of charts, the texts that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import cast

from sitegen.charts.plot import Plot
from sitegen.check.data import Finding
from sitegen.check.lead import lead_holes
from sitegen.expressions import Value, check_text, outcome
from sitegen.figures import Figures
from sitegen.model import Expression, Tracker
from sitegen.model.document import Document
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault
from sitegen.recall import Known, Recall, Recalled
from sitegen.register.said import Said

Spot = tuple[tuple[Said, ...], Document | None]
"""Texts that stand together, and the document whose front matter they are."""


def evaluated(recall: Recall, expressions: Iterable[Expression]) -> tuple[Known[Expression, Value], list[Problem]]:
    """The value of every expression; and the problems of those that have none."""
    values: dict[Expression, Recalled[Value]] = {}
    problems = []
    known: dict[str, Recalled[Value | Fault]] = {}
    for expression in expressions:
        source = expression.source
        if source not in known:
            known[source] = recall.of(f"value {source}", partial(outcome, source))
        result = known[source]
        if result.kind is Fault:
            problems.append(cast(Fault, result.value).at(expression))
        elif not result.lost:
            values[expression] = cast(Recalled[Value], result)
    return Known(values), problems


def expressions_of(spots: Iterable[Spot]) -> Iterator[Expression]:
    """Every expression of all texts."""
    return (each for spot in spots for each in _expressions(*spot))


def _expressions(texts: tuple[Said, ...], document: Document | None) -> Iterator[Expression]:
    for said in texts:
        yield from said.text.expressions
    yield from () if document is None else document.body.expressions


def misplaced(spots: Iterable[Spot]) -> Iterator[Problem]:
    """What is wrong in the texts themselves: charts where there is no room for one, mistakes of Markdown."""
    for texts, document in spots:
        for said in texts:
            yield from check_text(said.text)
        yield from () if document is None else document.body.problems


def left_out(tracker: Tracker, plots: Known[str, Plot], recall: Recall) -> Iterator[Finding]:
    """What charts name and do not show, and holes in that of the home page; the chart itself may answer it."""
    for id, plot in plots.found.items():
        left = recall.of(f"left out of {id} {plot.digest}", partial(_left, plot)).value
        yield from (Finding(problem, (tracker.charts[id],)) for problem in left)
        if id == tracker.site.lead_chart:
            holes = recall.of(f"holes of {id} {plot.digest}", partial(_holes, plot)).value
            yield from (Finding(problem, (tracker.charts[id],)) for problem in holes)


def _holes(plot: Recalled[Plot], figures: Figures) -> tuple[Problem, ...]:
    tracker = figures.tracker
    return lead_holes(tracker.charts[plot.value.id], plot.value, tracker.site.locale)


def _left(plot: Recalled[Plot], _: Figures) -> tuple[Problem, ...]:
    return plot.value.left


def planned(tracker: Tracker, recall: Recall) -> tuple[Known[str, Plot], list[Problem]]:
    """What each chart draws; and what is wrong with the others."""
    found = {id: recall.of(f"plot {id}", partial(_plan, id)) for id in tracker.charts}
    problems = [each for result in found.values() if result.kind is list for each in cast(list[Problem], result.value)]
    return Known({id: cast(Recalled[Plot], each) for id, each in found.items() if each.kind is Plot}), problems


def _plan(id: str, figures: Figures) -> Plot | list[Problem]:
    from sitegen.charts.planning import plan  # most builds know every plot

    return plan(figures.tracker.charts[id], figures)

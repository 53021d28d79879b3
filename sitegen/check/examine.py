"""Check: resolves every figure, evaluates every expression, tests every reference. Tracker → Edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from sitegen.cache import Memory
from sitegen.charts import Plot, plan
from sitegen.check.aged import changed_since
from sitegen.check.causes import causes_first
from sitegen.check.data import Finding, check_data, data_findings
from sitegen.check.data.renamed import lost_address
from sitegen.check.dates import date_order, future_date
from sitegen.check.empty import empty_tables
from sitegen.check.lead import lead_holes, long_finding
from sitegen.check.pairs import empty_pairs
from sitegen.check.quiet import Quiet
from sitegen.check.text import Holding, Wording, data_passages, lint, names, passages, units
from sitegen.check.titles import long_titles
from sitegen.check.unfinished import placeholders
from sitegen.claims import failures, judge
from sitegen.edition import Edition
from sitegen.expressions import Value, check_text, outcome
from sitegen.figures import Figures
from sitegen.links import check_links
from sitegen.model import Expression, Period, Tracker
from sitegen.model.basics.former import with_new_ids
from sitegen.model.document import Document
from sitegen.problems import Problem, SitegenError
from sitegen.reading.syntax import Fault
from sitegen.recall import Known, Recall, Recalled
from sitegen.register.kind import Kinds, is_shown
from sitegen.register.register import Register
from sitegen.register.said import Said
from sitegen.uses import published

Spot = tuple[tuple[Said, ...], Document | None]
"""Texts that stand together, and the document whose front matter they are."""


def check(
    tracker: Tracker,
    kinds: Kinds,
    *,
    as_of: date | None,
    base_url: str | None,
    drafts: bool,
    memory: Memory | None = None,
) -> Edition:
    """The tracker as an edition; raises SitegenError with all errors and warnings if there is any error.

    kinds: the register. as_of and base_url override `data/site.yaml`. drafts: whether drafts are shown, and so checked.
    memory: of what was checked before.
    """
    edition = examine(tracker, kinds, as_of=as_of, base_url=base_url, drafts=drafts, memory=memory)
    if any(problem.severity == "error" for problem in edition.warnings):
        raise SitegenError(edition.warnings)
    return edition


def examine(
    tracker: Tracker,
    kinds: Kinds,
    *,
    as_of: date | None,
    base_url: str | None,
    drafts: bool,
    memory: Memory | None = None,
) -> Edition:
    """The tracker as an edition that knows its errors too; what could not be computed is not in it."""
    tracker = tracker if drafts else published(kinds, tracker)
    register = Register(kinds, tracker)
    memory = memory or Memory()
    data = replace(tracker, documents={}, files=())
    figures = Figures(data)
    recall = Recall(memory, figures)
    verdicts, claim_problems = memory.remember(memory.key("verdicts", recall.whole), partial(judge, data, recall))
    plots, chart_problems = _plans(data, recall)
    found = data_findings(figures, recall)
    shown = [document for document in tracker.documents.values() if is_shown(document, drafts)]
    spots = tuple(register.texts(shown))
    values, problems = _evaluate(recall, _all(spots))
    quiet = Quiet(memory, register, values, drafts)
    wording = Wording(tracker.site.locale.language, names(tracker), units(tracker))
    read = partial(lint, figures, values, verdicts, wording)
    texts = quiet.of_data(recall.whole, lambda: read(data_passages(register)))
    texts += quiet.check(shown, quiet.linted, lambda unread: read(passages(register, unread)))
    titles = long_titles(tracker, shown, values)
    problems += check_data(
        register, [*found, *texts, *_left_out(tracker, plots, recall), *titles, *lost_address(register)]
    )
    problems += Holding(tracker, values, verdicts, wording).problems(_all(spots))
    problems += quiet.check(shown, quiet.linked, lambda unread: check_links(unread, register, drafts))
    problems += [*chart_problems, *_misplaced(spots), *placeholders(spots), *date_order(shown)]
    problems += empty_tables(values, tracker)
    problems += long_finding(tracker, values)
    problems += empty_pairs(data, recall, [document for document in shown if document.kind == "brief"])
    day = tracker.site.as_of if as_of is None else Period(as_of, as_of)
    problems += changed_since(tracker, shown, values, verdicts)
    problems += future_date(tracker, shown, day, as_of is not None)
    problems += [*claim_problems, *failures(verdicts.values(), figures)]
    return Edition(
        register=register,
        recall=recall,
        figures=figures,
        values=values,
        plots=plots,
        verdicts=verdicts,
        warnings=tuple(sorted({*with_new_ids(causes_first(problems, tracker, _all(spots)), tracker.former)})),
        as_of=day,
        base_url=base_url or tracker.site.base_url,
        drafts=drafts,
    )


def _evaluate(recall: Recall, expressions: Iterable[Expression]) -> tuple[Known[Expression, Value], list[Problem]]:
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
        else:
            values[expression] = cast(Recalled[Value], result)
    return Known(values), problems


def _all(spots: Iterable[Spot]) -> Iterator[Expression]:
    """Every expression of all texts."""
    return (each for spot in spots for each in _expressions(*spot))


def _expressions(texts: tuple[Said, ...], document: Document | None) -> Iterator[Expression]:
    for said in texts:
        yield from said.text.expressions
    yield from () if document is None else document.body.expressions


def _misplaced(spots: Iterable[Spot]) -> Iterator[Problem]:
    """What is wrong in the texts themselves: charts where there is no room for one, mistakes of Markdown."""
    for texts, document in spots:
        for said in texts:
            yield from check_text(said.text)
        yield from () if document is None else document.body.problems


def _left_out(tracker: Tracker, plots: Known[str, Plot], recall: Recall) -> Iterator[Finding]:
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


def _plans(tracker: Tracker, recall: Recall) -> tuple[Known[str, Plot], list[Problem]]:
    """What each chart draws; and what is wrong with the others."""
    found = {id: recall.of(f"plot {id}", partial(_planned, id)) for id in tracker.charts}
    problems = [each for result in found.values() if result.kind is list for each in cast(list[Problem], result.value)]
    return Known({id: cast(Recalled[Plot], each) for id, each in found.items() if each.kind is Plot}), problems


def _planned(id: str, figures: Figures) -> Plot | list[Problem]:
    return plan(figures.tracker.charts[id], figures.tracker, figures)

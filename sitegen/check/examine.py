"""Check: resolves every figure, evaluates every expression, tests every reference. Tracker → Edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from sitegen.cache import Memory
from sitegen.charts import Plot, plan
from sitegen.check.causes import causes_first
from sitegen.check.data import Finding, check_data, data_findings
from sitegen.check.dates import date_order, future_date
from sitegen.check.empty import empty_tables
from sitegen.check.quiet import Quiet
from sitegen.check.text import Holding, Wording, lint, names, units
from sitegen.check.unfinished import placeholders
from sitegen.claims import failures, judge
from sitegen.edition import Edition
from sitegen.expressions import Expressions, Value, check_text
from sitegen.figures import Figures
from sitegen.links import check_links
from sitegen.model import Expression, Period, Tracker
from sitegen.model.document import Document
from sitegen.problems import Problem, SitegenError
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
    data = _data(tracker, memory)
    figures = Figures(data)
    verdicts, claim_problems = memory.remember(memory.key("verdicts", data.print), lambda: judge(data))
    plots, chart_problems = memory.remember(memory.key("plots", data.print), lambda: _plans(data, figures))
    found = memory.remember(memory.key("findings", data.print), lambda: data_findings(figures))
    shown = [document for document in tracker.documents.values() if is_shown(document, drafts)]
    spots = tuple(register.texts(shown))
    with memory.growing("values", data.print) as known:
        values, problems = _evaluate(Expressions(data, figures), spots, known)
    quiet = Quiet(memory, register, values, drafts)
    wording = Wording(tracker.site.language, names(tracker), units(tracker))
    texts = quiet.check(shown, quiet.linted, partial(lint, register, figures, values, verdicts, wording))
    problems += check_data(register, [*found, *texts, *_left_out(tracker, plots)])
    problems += Holding(tracker, values, verdicts, wording).problems(_all(spots))
    problems += quiet.check(shown, quiet.linked, lambda unread: check_links(unread, register, drafts))
    problems += [*chart_problems, *_misplaced(spots), *placeholders(spots), *date_order(shown)]
    problems += empty_tables(values, tracker)
    day = tracker.site.as_of if as_of is None else Period(as_of, as_of)
    problems += future_date(tracker, shown, day, as_of is not None)
    problems += [*claim_problems, *failures(verdicts.values(), figures)]
    return Edition(
        register=register,
        figures=figures,
        values=values,
        plots=plots,
        verdicts=verdicts,
        warnings=tuple(sorted({*causes_first(problems, tracker, _all(spots))})),
        as_of=day,
        base_url=base_url or tracker.site.base_url,
        drafts=drafts,
    )


def _data(tracker: Tracker, memory: Memory) -> Tracker:
    """The tracker without documents: all that is worked out of it is remembered by its print.

    Claims, charts and sources are those that drafts do not hide.
    """
    shown = (repr(list(each)) for each in (tracker.claims, tracker.charts, tracker.sources))
    return replace(tracker, documents={}, files=(), print=memory.key("shown", tracker.print, *shown))


def _evaluate(
    expressions: Expressions, spots: Iterable[Spot], known: dict[str, Value]
) -> tuple[dict[Expression, Value], list[Problem]]:
    """The value of every expression, by its source one that is known already; and the problems of the others."""
    values: dict[Expression, Value] = {}
    problems = []
    for expression in (e for spot in spots for e in _expressions(*spot)):
        result = known.get(expression.source) or expressions.evaluate(expression)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            values[expression] = known[expression.source] = result
    return values, problems


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


def _left_out(tracker: Tracker, plots: Mapping[str, Plot]) -> Iterator[Finding]:
    """What charts name and do not show; the chart itself may answer it."""
    for id, plot in plots.items():
        yield from (Finding(problem, (tracker.charts[id],)) for problem in plot.left)


def _plans(tracker: Tracker, figures: Figures) -> tuple[dict[str, Plot], list[Problem]]:
    plots: dict[str, Plot] = {}
    problems: list[Problem] = []
    for chart in tracker.charts.values():
        planned = plan(chart, tracker, figures)
        if isinstance(planned, Plot):
            plots[chart.id] = planned
        else:
            problems += planned
    return plots, problems

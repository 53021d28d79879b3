"""Check: resolves every figure, evaluates every expression, tests every reference. Tracker → Edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sitegen.cache import Memory
from sitegen.charts import Plot, plan
from sitegen.check.data import check_data
from sitegen.check.quiet import Quiet
from sitegen.check.text import Holding, Wording, lint, names
from sitegen.claims import failures, judge
from sitegen.edition import Edition
from sitegen.expressions import Expressions, Value, check_text
from sitegen.figures import Figures
from sitegen.links import check_links
from sitegen.model import Expression, Period, Text, Tracker
from sitegen.model.document import Document
from sitegen.model.uses import published
from sitegen.problems import Problem, SitegenError


@dataclass(frozen=True, slots=True)
class Spot:
    """Texts of data files and front matter that stand together, with their document's body."""

    texts: tuple[Text, ...]
    document: Document | None = None

    @property
    def expressions(self) -> Iterator[Expression]:
        """Every expression on it."""
        for text in self.texts:
            yield from text.expressions
        if self.document is not None:
            yield from self.document.body.expressions


def check(
    tracker: Tracker, *, as_of: date | None, base_url: str | None, drafts: bool, memory: Memory | None = None
) -> Edition:
    """The tracker as an edition; raises SitegenError with all errors and warnings if there is any error.

    as_of and base_url override `data/site.yaml`. drafts: whether drafts are shown, and so checked.
    memory: of what was checked before.
    """
    edition = examine(tracker, as_of=as_of, base_url=base_url, drafts=drafts, memory=memory)
    if any(problem.severity == "error" for problem in edition.warnings):
        raise SitegenError(edition.warnings)
    return edition


def examine(
    tracker: Tracker, *, as_of: date | None, base_url: str | None, drafts: bool, memory: Memory | None = None
) -> Edition:
    """The tracker as an edition that knows its errors too; what could not be computed is not in it."""
    tracker = tracker if drafts else published(tracker)
    figures = Figures(tracker)
    verdicts, claim_problems = judge(tracker)
    spots = tuple(_spots(tracker, drafts))
    values, problems = _evaluate(Expressions(tracker, figures), spots)
    plots, chart_problems = _plans(tracker, figures)
    quiet = Quiet(memory or Memory(), tracker, values, drafts)
    shown = [document for document in tracker.documents.values() if drafts or not document.draft]
    wording = Wording(tracker.site.language, names(tracker))
    found = quiet.check(shown, quiet.linted, partial(lint, figures, values, verdicts, wording))
    problems += check_data(tracker, figures, found)
    problems += Holding(tracker, values, verdicts, wording).problems(e for spot in spots for e in spot.expressions)
    problems += quiet.check(shown, quiet.linked, lambda unread: check_links(unread, tracker, drafts))
    problems += [*chart_problems, *_misplaced(spots)]
    problems += [*claim_problems, *failures(verdicts.values(), figures)]
    return Edition(
        tracker=tracker,
        figures=figures,
        values=values,
        plots=plots,
        verdicts=verdicts,
        warnings=tuple(sorted(set(problems))),
        as_of=tracker.site.as_of if as_of is None else Period(as_of, as_of),
        base_url=base_url or tracker.site.base_url,
        drafts=drafts,
    )


def _spots(tracker: Tracker, drafts: bool) -> Iterator[Spot]:
    """Every place of the site where texts with expressions stand."""
    yield Spot((tracker.site.tagline, *_given(e.about for e in tracker.entities.values())))
    for document in tracker.documents.values():
        if drafts or not document.draft:
            texts = _given((document.title, document.summary, document.image_alt))
            yield Spot(texts, document)
    for ranking in tracker.rankings.values():
        yield Spot(_given((ranking.title, ranking.subtitle, ranking.note)))
    for chart in tracker.charts.values():
        texts = _given((chart.title, chart.subtitle, chart.caption, chart.alt, chart.note))
        yield Spot(texts)
    for entry in tracker.entries:
        yield Spot(_given((entry.text,)))
    for capability in tracker.capabilities.values():
        yield Spot(_given(answer.text for answer in capability.answers))
    for event in tracker.events.values():
        yield Spot((event.text,))
    for claim in tracker.claims.values():
        yield Spot(_given((claim.text, claim.because, claim.note)))


def _given(texts: Iterable[Text | None]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text is not None)


def _evaluate(expressions: Expressions, spots: Iterable[Spot]) -> tuple[dict[Expression, Value], list[Problem]]:
    values: dict[Expression, Value] = {}
    problems = []
    for expression in (e for spot in spots for e in spot.expressions):
        result = expressions.evaluate(expression)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            values[expression] = result
    return values, problems


def _misplaced(spots: Iterable[Spot]) -> Iterator[Problem]:
    """What is wrong in the texts themselves: charts where there is no room for one, mistakes of Markdown."""
    for spot in spots:
        for text in spot.texts:
            yield from check_text(text)
        if spot.document is not None:
            yield from spot.document.body.problems


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

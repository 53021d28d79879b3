"""Check: resolves every figure, evaluates every expression, tests every reference. Tracker → Edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.cache import Memory
from sitegen.check.aged import changed_since, decides_changed
from sitegen.check.causes import causes_first
from sitegen.check.data import Finding, check_data, data_findings
from sitegen.check.data.renamed import lost_address
from sitegen.check.dated import other_days
from sitegen.check.dates import date_order, day_first, future_date
from sitegen.check.domain import other_domain
from sitegen.check.empty import empty_pages, empty_tables
from sitegen.check.evaluated import Evaluated, evaluate
from sitegen.check.lead import long_finding
from sitegen.check.noted import NotedLint
from sitegen.check.pairs import empty_pairs
from sitegen.check.parts import expressions_of, left_out, misplaced
from sitegen.check.quiet import Quiet
from sitegen.check.text import Holding, data_passages
from sitegen.check.titles import long_document_titles, long_titles
from sitegen.check.unfinished import placeholders, unwritten
from sitegen.claims import failures
from sitegen.edition import Edition
from sitegen.expressions import Fragment
from sitegen.links import check_links
from sitegen.model import Period, Tracker
from sitegen.model.basics.former import with_new_ids
from sitegen.problems import Problem, SitegenError
from sitegen.processes import Processes
from sitegen.register.kind import Kinds
from sitegen.uses import published


def check(
    tracker: Tracker,
    kinds: Kinds,
    *,
    as_of: date | None,
    base_url: str | None,
    drafts: bool,
    memory: Memory | None = None,
    processes: Processes | None = None,
) -> Edition:
    """The tracker as an edition; raises SitegenError with all errors and warnings if there is any error.

    kinds: the register. as_of and base_url override `data/site.yaml`. drafts: whether drafts are shown, and so checked.
    memory: of what was checked before. processes: those that may check.
    """
    edition = examine(tracker, kinds, as_of=as_of, base_url=base_url, drafts=drafts, memory=memory, processes=processes)
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
    processes: Processes | None = None,
) -> Edition:
    """The tracker as an edition that knows its errors too; what could not be computed is not in it."""
    memory = memory or Memory()
    whole = evaluate(tracker if drafts else published(kinds, tracker), kinds, drafts, memory)
    site = whole.register.tracker.site
    day = site.as_of if as_of is None else Period(as_of, as_of)
    quiet = Quiet(memory, whole.register, drafts, processes)
    findings = [*_of_data(whole), *_of_texts(whole, quiet, memory, processes)]
    problems = [*whole.problems, *check_data(whole.register, findings)]
    problems += [*_of_words(whole, quiet), *_of_documents(whole, quiet, drafts), *_of_things(whole, quiet)]
    problems += future_date(whole.tracker, whole.shown, day, as_of is not None)
    problems = day_first(problems, whole.tracker, whole.shown, day, as_of is not None)
    caused = causes_first(problems, whole.tracker, expressions_of(whole.spots))
    return Edition(
        register=whole.register,
        recall=whole.recall,
        figures=whole.figures,
        values=whole.values,
        plots=whole.plots,
        verdicts=whole.verdicts,
        warnings=tuple(sorted({*with_new_ids(caused, whole.tracker.former)})),
        as_of=day,
        base_url=base_url or site.base_url,
        drafts=drafts,
    )


def _of_data(whole: Evaluated) -> Iterator[Finding]:
    """What is found in the data themselves, and in what charts leave out of them."""
    yield from data_findings(whole.figures, whole.recall)
    yield from left_out(whole.tracker, whole.plots, whole.recall)
    yield from lost_address(whole.register)


def _of_texts(whole: Evaluated, quiet: Quiet, memory: Memory, processes: Processes | None) -> Iterator[Finding]:
    """What is found in what a reader reads: in the texts of the data, in documents, in titles."""
    tracker, values, read = whole.tracker, whole.values, whole.lint.read
    yield from quiet.of_data("texts of data", whole.data_is, lambda: read(data_passages(whole.register)))
    yield from NotedLint(whole, memory, processes).find()
    yield from quiet.of_data("titles of data", whole.data_is, lambda: long_titles(tracker, values))
    titles = (repr(document.title.parts) for document in whole.shown if document.title is not None)
    yield from quiet.of_data(
        "titles of documents", (*whole.data_is, *titles), lambda: long_document_titles(tracker, whole.shown, values)
    )


def _of_words(whole: Evaluated, quiet: Quiet) -> Iterator[Problem]:
    """What is wrong with words that are bound to claims."""
    values = whole.values
    bound = [each for each in expressions_of(whole.spots) if each in values and values.found[each].kind is Fragment]
    decides = (*whole.data_is, *sorted({each.source for each in bound}))
    holding = Holding(whole.tracker, values, whole.verdicts, whole.wording)
    yield from quiet.of_data("bound words", decides, lambda: holding.problems(bound))


def _of_documents(whole: Evaluated, quiet: Quiet, drafts: bool) -> Iterator[Problem]:
    """What is wrong with documents apart from what they say: links, dates, expressions where none can stand."""
    tracker, shown = whole.tracker, whole.shown
    yield from quiet.check(
        shown, quiet.linked, lambda unread: (*check_links(unread, whole.register, drafts), *unwritten(unread))
    )
    yield from (*misplaced(whole.spots), *placeholders(whole.spots), *date_order(shown))
    yield from quiet.of_data(
        "changed since",
        (*whole.data_is, *decides_changed(tracker, shown)),
        lambda: changed_since(tracker, shown, whole.values, whole.verdicts),
    )


def _of_things(whole: Evaluated, quiet: Quiet) -> Iterator[Problem]:
    """What is wrong with things of the tracker: pages without content, days that differ, claims that do not hold."""
    tracker = whole.tracker
    yield from (*empty_tables(whole.values, tracker), *empty_pages(whole.register, whole.shown))
    yield from (*long_finding(tracker, whole.values), *other_domain(tracker))
    briefs = [document for document in whole.shown if document.kind == "brief"]
    yield from empty_pairs(whole.figures.tracker, whole.recall, briefs)
    yield from quiet.of_data("days of events", whole.data_is, lambda: other_days(tracker))
    yield from failures(whole.verdicts.values(), whole.figures)

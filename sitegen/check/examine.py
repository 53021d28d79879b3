"""Check: resolves every figure, evaluates every expression, tests every reference. Tracker → Edition."""

from __future__ import annotations

from datetime import date
from functools import partial

from msgspec import structs

from sitegen.cache import Memory
from sitegen.check.aged import changed_since, decides_changed
from sitegen.check.causes import causes_first
from sitegen.check.data import check_data, data_findings
from sitegen.check.data.renamed import lost_address
from sitegen.check.dated import other_days
from sitegen.check.dates import date_order, day_first, future_date
from sitegen.check.domain import other_domain
from sitegen.check.empty import empty_pages, empty_tables
from sitegen.check.lead import long_finding
from sitegen.check.noted import NotedLint
from sitegen.check.pairs import empty_pairs
from sitegen.check.parts import evaluated, expressions_of, left_out, misplaced, planned
from sitegen.check.quiet import Quiet
from sitegen.check.text import Holding, Lint, Wording, data_passages, names, units
from sitegen.check.titles import long_document_titles, long_titles
from sitegen.check.unfinished import placeholders, unwritten
from sitegen.claims import failures, judge
from sitegen.edition import Edition
from sitegen.expressions import Fragment
from sitegen.figures import Figures
from sitegen.links import check_links
from sitegen.model import Period, Tracker
from sitegen.model.basics.former import with_new_ids
from sitegen.problems import SitegenError
from sitegen.processes import Processes
from sitegen.recall import Recall
from sitegen.register.kind import Kinds, is_shown
from sitegen.register.register import Register
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
    tracker = tracker if drafts else published(kinds, tracker)
    register = Register(kinds, tracker)
    memory = memory or Memory()
    data = structs.replace(tracker, documents={}, files=())
    figures = Figures(data)
    recall = Recall(memory, figures)
    verdicts, claim_problems = recall.wholly("verdicts", partial(judge, data, recall))
    plots, chart_problems = planned(data, recall)
    found = data_findings(figures, recall)
    shown = [document for document in tracker.documents.values() if is_shown(document, drafts)]
    spots = tuple(register.texts(shown))
    values, problems = evaluated(recall, expressions_of(spots))
    quiet = Quiet(memory, register, drafts, processes)
    counted = recall.wholly("units", partial(units, tracker))
    wording = Wording(tracker.site.locale.language, names(tracker), counted)
    data_is = (recall.whole,)
    read = Lint(figures, values, verdicts, wording).read
    texts = quiet.of_data("texts of data", data_is, lambda: read(data_passages(register)))
    texts += NotedLint(memory, register, recall, values, verdicts, wording, processes).find(shown)
    texts += quiet.of_data("titles of data", data_is, lambda: long_titles(tracker, values))
    texts += long_document_titles(tracker, shown, values)
    problems += check_data(register, [*found, *texts, *left_out(tracker, plots, recall), *lost_address(register)])
    bound = [each for each in expressions_of(spots) if each in values and values.found[each].kind is Fragment]
    problems += quiet.of_data(
        "bound words",
        (*data_is, *sorted({each.source for each in bound})),
        lambda: Holding(tracker, values, verdicts, wording).problems(bound),
    )
    problems += quiet.check(
        shown, quiet.linked, lambda unread: (*check_links(unread, register, drafts), *unwritten(unread))
    )
    problems += [*chart_problems, *misplaced(spots), *placeholders(spots), *date_order(shown)]
    problems += [*empty_tables(values, tracker), *empty_pages(register, shown)]
    problems += [*long_finding(tracker, values), *other_domain(tracker)]
    problems += empty_pairs(data, recall, [document for document in shown if document.kind == "brief"])
    day = tracker.site.as_of if as_of is None else Period(as_of, as_of)
    problems += quiet.of_data(
        "changed since",
        (*data_is, *decides_changed(tracker, shown)),
        lambda: changed_since(tracker, shown, values, verdicts),
    )
    problems += quiet.of_data("days of events", data_is, lambda: other_days(tracker))
    problems += future_date(tracker, shown, day, as_of is not None)
    problems = day_first(problems, tracker, shown, day, as_of is not None)
    problems += [*claim_problems, *failures(verdicts.values(), figures)]
    return Edition(
        register=register,
        recall=recall,
        figures=figures,
        values=values,
        plots=plots,
        verdicts=verdicts,
        warnings=tuple(sorted({*with_new_ids(causes_first(problems, tracker, expressions_of(spots)), tracker.former)})),
        as_of=day,
        base_url=base_url or tracker.site.base_url,
        drafts=drafts,
    )

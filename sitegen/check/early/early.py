"""What is wrong with a project that cannot be loaded whole, apart from that: so that one run reports it too.

Only what does not hang on what is broken: a finding counts where all that it was read from is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from sitegen.cache import Memory
from sitegen.check.causes import causes_first
from sitegen.check.data import Finding, data_findings
from sitegen.check.dates import date_order
from sitegen.check.early.sound import Sound, sound
from sitegen.check.evaluated import evaluate
from sitegen.check.noted import NotedLint
from sitegen.check.parts import expressions_of, left_out, misplaced
from sitegen.check.text import FIGURE, Holding, Lint, Passage, data_passages
from sitegen.check.titles import long_document_titles, long_titles
from sitegen.check.unfinished import placeholders, unwritten
from sitegen.claims import failures
from sitegen.expressions import Value, unknown
from sitegen.expressions import named as named_ids
from sitegen.links import named, resolve
from sitegen.load import Unloaded
from sitegen.load.known import Ids
from sitegen.model.basics.former import with_new_ids
from sitegen.model.basics.text import Expression
from sitegen.model.body import Link
from sitegen.model.document import Document
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault
from sitegen.register.kind import Kinds
from sitegen.register.register import Register
from sitegen.uses import published

_NAMED = frozenset({"entities", "metrics", "own_places", "sources", "capabilities"})
"""What of a tracker has names that texts may hold."""
_WORDS = frozenset({"data/site.yaml", "data/words.yaml", "data/units.yaml"})
"""What says which words of texts are tested."""
_FUNCTIONS = {"chart": "chart", "ranking": "ranking", "claim": "claim", "holds": "claim", "cite": "source"}
"""What each function is given the id of."""
_FIELDS = {"entity": "entities", "series": "series", "expansion": "entries", "comparison": "entities"}
_FIELDS |= {kind: f"{kind}s" for kind in ("ranking", "claim", "chart", "event", "metric", "source")}
_FIELDS |= {"capability": "capabilities"}
"""Where the things stand to which `[[kind:id]]` leads; those of other kinds are documents."""


def early(unloaded: Unloaded, kinds: Kinds, drafts: bool, memory: Memory | None = None) -> Iterator[Problem]:
    """What else is wrong with a project that could not be loaded. memory: of what was found before."""
    if unloaded.tracker is None:
        return
    found = sound(unloaded.tracker, unloaded.wrong, unloaded.roles, unloaded.declared)
    tracker = found.tracker if drafts else published(kinds, found.tracker)
    known = memory.aside() if memory is not None and memory.cache is not None else Memory()
    whole = evaluate(tracker, kinds, drafts, known, found.hides)
    shown, spots, values, expressions = whole.shown, whole.spots, whole.values, tuple(expressions_of(whole.spots))
    findings = [
        *data_findings(whole.figures, whole.recall),
        *left_out(tracker, whole.plots, whole.recall),
        *long_titles(tracker, values),
        *long_document_titles(tracker, shown, values),
    ]
    problems = list(whole.problems)
    if not found.open & _NAMED and not unloaded.wrong & _WORDS:
        lint, find = whole.lint, partial(_found, values)
        findings += [each for passage in data_passages(whole.register) for each in find(lint, passage)]
        findings += NotedLint(whole, known).find(find)
        problems += Holding(tracker, values, whole.verdicts, whole.wording).problems(expressions)
    problems += [*failures(whole.verdicts.values(), whole.figures), *_unanswered(findings)]
    problems += [*misplaced(spots), *placeholders(spots), *unwritten(shown), *date_order(shown)]
    problems += _links(shown, whole.register, found, drafts)
    problems += [each for expression in expressions for each in _names(expression, unloaded.declared)]
    told = {problem.place for problem in whole.problems}
    unread = (each for each in expressions if each not in values and each.place not in told)
    problems += [each for expression in unread for each in _addressed(expression, unloaded.declared)]
    problems += _kinds(unloaded, found)
    yield from with_new_ids(causes_first(problems, tracker, expressions), tracker.former)


def _found(values: Mapping[Expression, Value], lint: Lint, passage: Passage) -> Iterator[Finding]:
    """What the lint finds in a passage; of one that prints what could not be read only numbers."""
    whole = all(each in values for each in passage.expressions.values())
    yield from (each for each in lint.find(passage) if whole or each.problem.code == "unbound-number")


def _names(expression: Expression, declared: Ids) -> Iterator[Problem]:
    """The problems of an expression that cannot be read, or of an id in it that nothing has."""
    try:
        for function, id in named_ids(expression.source):
            kind = _FUNCTIONS.get(function, "")
            if kind in declared and id not in declared[kind]:
                code = "unknown-source" if kind == "source" else "unknown-id"
                yield unknown(kind, id, declared[kind], code).at(expression)
    except Fault as fault:
        yield fault.at(expression)


def _addressed(expression: Expression, declared: Ids) -> Iterator[Problem]:
    """The entities and metrics of addresses that nothing has, whatever their series could not be read for."""
    for address in FIGURE.findall(expression.source):
        parts = address.partition("@")[0].split(".")
        for kind, id in zip(("entity", "metric"), parts, strict=False) if len(parts) == 2 else ():
            if kind in declared and id not in declared[kind]:
                yield unknown(kind, id, declared[kind], "missing-figure").at(expression)


def _kinds(unloaded: Unloaded, found: Sound) -> Iterator[Problem]:
    """The kinds that charts have and that do not exist, also where what they draw could not be read."""
    from sitegen.charts.planning import unknown_kind

    whole = unloaded.tracker
    for chart in whole.charts.values() if whole is not None and "kinds" not in found.open else ():
        if chart.id not in found.tracker.charts and chart.place.path not in unloaded.wrong:
            yield from filter(None, [unknown_kind(chart, found.tracker)])


def _unanswered(findings: Iterable[Finding]) -> Iterator[Problem]:
    """The problems of findings that no `accepted` answers."""
    for each in findings:
        if each.problem.severity == "error" or not any(each.problem.code in owner.accepted for owner in each.owners):
            yield each.problem


def _links(documents: Iterable[Document], register: Register, found: Sound, drafts: bool) -> Iterator[Problem]:
    """The links that lead nowhere, except for those to what could not be read."""
    for document in documents:
        for link in document.body.links:
            answer = resolve(link, document, register, drafts)
            if isinstance(answer, Problem) and not (answer.code == "broken-link" and found.open & _led_to(link)):
                yield answer


def _led_to(link: Link) -> frozenset[str]:
    """The fields of the tracker in which a link may find what it leads to."""
    if "[[" not in link.target:
        return frozenset({"documents", "files"} if link.target.partition("#")[0].endswith(".md") else {"files"})
    kind, _ = named(link.target.strip("[ ]"))
    return frozenset({_FIELDS.get(kind, "documents")})

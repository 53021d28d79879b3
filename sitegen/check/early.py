"""What is wrong with a project that cannot be loaded whole, apart from that: so that one run tells it too.

Only what does not hang on what is broken: expressions that cannot be read or name what is not there; and, where the
entities, sources and metrics are well, single series and the numbers in texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.check.data.run import OF_SERIES
from sitegen.check.text import Wording, lint, names, passages, units
from sitegen.expressions import named, unknown
from sitegen.figures import Figures
from sitegen.load import Unloaded
from sitegen.model import Expression, Tracker
from sitegen.model.basics.former import with_new_ids
from sitegen.model.document import Document
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault
from sitegen.register.kind import Kinds, is_shown
from sitegen.register.register import Register

_FUNCTIONS = {"chart": "chart", "ranking": "ranking", "claim": "claim", "holds": "claim", "cite": "source"}
"""What each function is given the id of."""
_GROUND: tuple[str, ...] = (
    "data/companies/",
    "data/sources/",
    "data/metrics.yaml",
    "data/units.yaml",
    "data/places.yaml",
    "data/site.yaml",
    "data/words.yaml",
    "data/capabilities.yaml",
)
"""What all other data and the words of texts rest on."""


def early(unloaded: Unloaded, kinds: Kinds, drafts: bool) -> Iterator[Problem]:
    """What else is wrong with a project that could not be loaded."""
    tracker = unloaded.tracker
    if tracker is None:
        return
    register = Register(kinds, tracker)
    shown = [document for document in tracker.documents.values() if is_shown(document, drafts)]
    claims = any(problem.place.path.startswith("content/") for problem in unloaded.problems)
    known = {kind: ids for kind, ids in unloaded.declared.items() if kind != "claim" or not claims}
    unknown_ids = [each for expression in _expressions(register, shown) for each in _names(expression, known)]
    yield from with_new_ids(unknown_ids, tracker.former)
    if not any(problem.place.path.startswith(_GROUND) for problem in unloaded.problems):
        yield from _of_series(tracker, {problem.place.path for problem in unloaded.problems})
        bare = replace(tracker, series={}, rankings={}, charts={}, claims={}, documents={}, files=())
        wording = Wording(tracker.site.locale.language, names(tracker), units(tracker))
        found = lint(Figures(bare), {}, {}, wording, passages(register, shown))
        yield from (finding.problem for finding in found if finding.problem.code == "unbound-number")


def _expressions(register: Register, documents: Sequence[Document]) -> Iterator[Expression]:
    for texts, document in register.texts(documents):
        yield from (each for said in texts for each in said.text.expressions)
        yield from () if document is None else document.body.expressions


def _names(expression: Expression, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """The problems of an expression that cannot be read, or of an id in it that nothing has."""
    try:
        for function, id in named(expression.source):
            kind = _FUNCTIONS.get(function, "")
            if kind in known and id not in known[kind]:
                code = "unknown-source" if kind == "source" else "unknown-id"
                yield unknown(kind, id, known[kind], code).at(expression)
    except Fault as fault:
        yield fault.at(expression)


def _of_series(tracker: Tracker, wrong: set[str]) -> Iterator[Problem]:
    """What the checks of single series find in those with whose files nothing is wrong."""
    well = {
        id: series
        for id, series in tracker.series.items()
        if series.place.path not in wrong and series.metric in tracker.metrics and series.entity in tracker.entities
    }
    figures = Figures(replace(tracker, series=well, rankings={}, charts={}, claims={}, documents={}, files=()))
    for series in well.values():
        for finding in (each for check in OF_SERIES for each in check(figures, series)):
            code = finding.problem.code
            if finding.problem.severity == "error" or not any(code in owner.accepted for owner in finding.owners):
                yield finding.problem

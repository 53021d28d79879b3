"""What the checks of a tracker ask: it, with all worked out that its texts, charts and claims ask of the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from msgspec import structs

from sitegen.cache import Memory
from sitegen.charts.plot import Plot
from sitegen.check.parts import Spot, evaluated, expressions_of, planned
from sitegen.check.text import Lint, Wording, names, units
from sitegen.claims import judge
from sitegen.edition import Worked
from sitegen.expressions import Value
from sitegen.figures import Figures
from sitegen.model import Expression, Tracker
from sitegen.model.document import Document
from sitegen.problems import Problem
from sitegen.recall import Known, Recall
from sitegen.register.kind import Kinds, is_shown
from sitegen.register.register import Register


class Evaluated(Worked, frozen=True, kw_only=True, dict=True):
    """A tracker, of which every expression, claim and chart was worked out that could be; its figures know no document.

    shown: the documents that are shown. spots: the texts, those together that stand together. problems: of what could
    not be worked out.
    """

    values: Known[Expression, Value]
    plots: Known[str, Plot]
    shown: tuple[Document, ...]
    spots: tuple[Spot, ...]
    problems: tuple[Problem, ...]

    @property
    def data_is(self) -> tuple[str, ...]:
        """What decides what a check finds that reads any of the data, and nothing else."""
        return (self.recall.whole,)

    @cached_property
    def wording(self) -> Wording:
        """The words that are looked for in the texts."""
        counted = self.recall.wholly("units", partial(units, self.tracker))
        return Wording(self.tracker.site.locale.language, names(self.tracker), counted)

    @property
    def lint(self) -> Lint:
        """The lint of its texts."""
        return Lint(self.figures, self.values, self.verdicts, self.wording)


def evaluate(
    tracker: Tracker, kinds: Kinds, drafts: bool, memory: Memory, lost: Callable[[str], bool] | None = None
) -> Evaluated:
    """Works out all that a tracker asks of its data. drafts: whether drafts are shown. lost: as `Recall` has it."""
    register = Register(kinds, tracker)
    data = structs.replace(tracker, documents={}, files=())
    figures = Figures(data)
    recall = Recall(memory, figures, lost)
    verdicts, unjudged = recall.wholly("verdicts", partial(judge, data, recall))
    plots, unplanned = planned(data, recall)
    shown = tuple(document for document in tracker.documents.values() if is_shown(document, drafts))
    spots = tuple(register.texts(shown))
    values, unread = evaluated(recall, expressions_of(spots))
    return Evaluated(
        register=register,
        recall=recall,
        figures=figures,
        values=values,
        plots=plots,
        verdicts=verdicts,
        shown=shown,
        spots=spots,
        problems=(*unjudged, *unplanned, *unread),
    )

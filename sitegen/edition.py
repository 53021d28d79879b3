"""The edition: a tracker with every figure resolved and every expression evaluated, ready to render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sitegen.charts import Plot
from sitegen.claims import Verdict
from sitegen.expressions import Value
from sitegen.figures import Figures
from sitegen.model import Expression, Period, Tracker
from sitegen.model.words import Document
from sitegen.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What `check` hands to `render`.

    values: the value of every expression of documents and data texts. plots: what each chart draws.
    verdicts: on every claim that is shown, by its id.
    warnings: what was found; after `check` nothing in it stops the build. as_of: when the data were compiled; None if
    nobody said so.
    base_url: ends in a slash. drafts: whether drafts show.
    """

    tracker: Tracker
    figures: Figures
    values: Mapping[Expression, Value]
    plots: Mapping[str, Plot]
    verdicts: Mapping[str, Verdict]
    warnings: tuple[Problem, ...]
    as_of: Period | None
    base_url: str
    drafts: bool

    @cached_property
    def shown(self) -> Mapping[tuple[str, str], Document]:
        """The documents that are shown by kind and id: drafts only if drafts show."""
        documents = (d for d in self.tracker.documents.values() if self.drafts or not d.draft)
        return {(document.kind, document.id): document for document in documents}

    @property
    def day(self) -> date | None:
        """The day that freshness is judged at, or None."""
        return None if self.as_of is None else self.as_of.last

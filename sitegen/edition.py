"""The edition: a tracker with every figure resolved and every expression evaluated, ready to render."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property, partial
from itertools import chain

from msgspec import Struct, structs

from sitegen.charts.plot import Plot
from sitegen.claims import Verdict
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figures, reach, reached_by
from sitegen.figures.freshness import End
from sitegen.grouped import grouped
from sitegen.links import resolve
from sitegen.model import Expression, Period, Tracker
from sitegen.model.basics.address import SeriesId
from sitegen.model.document import Document
from sitegen.model.history import Change, Turned, Untested
from sitegen.problems import Problem
from sitegen.recall import Recall
from sitegen.register.register import Register
from sitegen.urls import claim_url


class Worked(Struct, frozen=True, kw_only=True, dict=True):
    """A tracker with what was worked out from it.

    register: every thing of the tracker by its kind. recall: of what was worked out from the data before. figures: of
    the data. values: the value of every expression of documents and data texts. plots: what each chart draws. verdicts:
    on every claim that is shown, by its id.
    """

    register: Register
    recall: Recall
    figures: Figures
    values: Mapping[Expression, Value]
    plots: Mapping[str, Plot]
    verdicts: Mapping[str, Verdict]

    @property
    def tracker(self) -> Tracker:
        """The tracker."""
        return self.register.tracker


class Edition(Worked, frozen=True, kw_only=True, dict=True):
    """What `check` hands to `render`.

    warnings: what was found; after `check` nothing in it stops the build. as_of: when the data were compiled; None if
    nobody said so. base_url: ends in a slash. drafts: whether drafts show.
    """

    warnings: tuple[Problem, ...]
    as_of: Period | None
    base_url: str
    drafts: bool

    def knowing(self, turned: tuple[Turned, ...], untested: tuple[Untested, ...]) -> Edition:
        """This edition with the verdicts that turned, which are found while it is checked."""
        tracker = self.tracker
        history = structs.replace(tracker.history, turned=turned, untested=untested)
        return structs.replace(
            self, register=structs.replace(self.register, tracker=structs.replace(tracker, history=history))
        )

    @cached_property
    def shown(self) -> Mapping[tuple[str, str], Document]:
        """The documents that are shown by kind and id: drafts only if drafts show."""
        documents = (d for d in self.tracker.documents.values() if self.drafts or not d.draft)
        return {(document.kind, document.id): document for document in documents}

    @cached_property
    def published(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents that are shown, by their kind."""
        return grouped((kind, document) for (kind, _), document in self.shown.items())

    @cached_property
    def briefs(self) -> tuple[Document, ...]:
        """The briefs that are shown, newest first."""
        found = self.published.get("brief", ())
        return tuple(sorted(found, key=lambda d: (d.date is None, d.date, d.id), reverse=True))

    @cached_property
    def reached(self) -> Period | None:
        """How far the data reach."""
        ends = (self.recall.of(f"end of {id} on {self.day}", partial(_end, id, self.day)) for id in self.tracker.series)
        return reach(end.value for end in ends)

    @cached_property
    def citing(self) -> Mapping[str, tuple[Document, ...]]:
        """By claim the documents that show its verdict or link to its page, except for the one that makes it."""
        pages = {claim_url(id): id for id in self.tracker.claims}
        return grouped(
            (claim, document)
            for document in self.shown.values()
            for claim in self._cited(document, pages)
            if self.tracker.claims[claim].document != document.path
        )

    @cached_property
    def series_from(self) -> Mapping[str, tuple[SeriesId, ...]]:
        """The series in which a source gives a value, by the source."""
        series = self.tracker.series
        return grouped((source, id) for id in series for source in series[id].sources)

    @cached_property
    def briefs_of(self) -> Mapping[str, tuple[Document, ...]]:
        """The briefs that are no drafts, newest first, by the page of each entity that they are about."""
        entities = self.tracker.entities
        return grouped(
            (page, brief)
            for brief in self.briefs
            if not brief.draft
            for page in dict.fromkeys(entities[id].page for id in brief.entities if id in entities)
            if page is not None
        )

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of values that stood there before, by their series, `entity.metric`."""
        changes = (change for change in self.tracker.history.changes if change.old is not None)
        return grouped((".".join(change.series), change) for change in changes)

    @cached_property
    def series_of(self) -> Mapping[str, tuple[SeriesId, ...]]:
        """The series of an entity, by the entity."""
        return grouped((id[0], id) for id in self.tracker.series)

    @cached_property
    def compiled(self) -> Period | None:
        """The day that pages print: that of the data, or of the newest change if that is later; None if not said."""
        history = self.tracker.history
        newest = max(chain((c.day for c in history.changes), (t.day for t in history.turned)), default="")
        return self.as_of if self.as_of is None or newest <= str(self.as_of.last) else Period.parse(newest)

    @property
    def day(self) -> date | None:
        """The day that freshness is judged at, or None."""
        return None if self.as_of is None else self.as_of.last

    def _cited(self, document: Document, pages: Mapping[str, str]) -> set[str]:
        """The claims whose verdict a document shows, or to whose page it links. pages: the claims by their pages."""
        values = (self.values.get(expression) for expression in document.expressions)
        named = {value.id for value in values if isinstance(value, Fragment) and value.kind in ("claim", "holds")}
        targets = (resolve(link, document, self.register, self.drafts) for link in document.body.links)
        return named | {pages[target] for target in targets if isinstance(target, str) and target in pages}


def _end(id: SeriesId, day: date | None, figures: Figures) -> End | None:
    return reached_by(figures, id, day)

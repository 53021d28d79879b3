"""What every view is built from: the edition, the charts drawn for it, and one page in the making."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field, structs

from sitegen.charts.draw import shown_key
from sitegen.charts.plot import Drawing, Key, Plot
from sitegen.disk.pixels import pixels
from sitegen.edition import Edition
from sitegen.figures import Figures, Standing
from sitegen.history.news import News
from sitegen.links import is_fixed
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.body import Body
from sitegen.model.document import Document
from sitegen.model.entity import Entity
from sitegen.model.history import Change, History, Turned
from sitegen.model.ranking import Ranking
from sitegen.model.site import Pair
from sitegen.model.tracker import Tracker
from sitegen.pages import lists
from sitegen.pages.record.uses import Uses
from sitegen.pages.words import headings
from sitegen.recall import Recalled
from sitegen.recall.reads import Noted, Reads, noted_figures
from sitegen.words import Locale

LIST, BODIES = "list", "body"
ASKED: Mapping[str, tuple[str, ...]] = {
    "tracker": (
        *("entities", "metrics", "own_places", "sources", "series", "rankings"),
        *("capabilities", "events", "charts", "claims", "documents"),
    ),
    "edition": ("values", "verdicts", "plots"),
    "context": ("charts", "automatic", "names", "standings"),
    "uses": ("series", "pages", "sources", "notes", "cards", "ids"),
}
"""The mappings that notes are taken of, by what they are fields of; all else that pages see is the whole site's."""
_KINDS = frozenset(f"{of}.{name}" for of, names in ASKED.items() for name in names)

Listed = TypeVar("Listed")
Found = TypeVar("Found")


class Drawn(Struct, frozen=True, dict=True):
    """A chart as numbers and, once a page asks for them, as pictures. draw: makes these of the plot.

    of: the numbers as they are remembered, unpacked once a page asks for them. kind: of the chart.
    """

    of: Recalled[Plot]
    kind: str
    draw: Callable[[Plot], Drawing]

    @property
    def plot(self) -> Plot:
        """The numbers."""
        return self.of.value

    @cached_property
    def drawing(self) -> Drawing:
        """The pictures."""
        return self.draw(self.plot)

    @cached_property
    def key(self) -> tuple[Key, ...]:
        """The lines of the key that the pictures need."""
        return shown_key(self.plot, self.drawing)


class Context(Struct, frozen=True, kw_only=True):
    """The edition with its charts: those of `data/charts/`, and automatic ones, by id.

    names: what the pages are called that use figures, by URL. standings: the lines of each ranking, by its id.
    uses: who uses what, once the pages that show figures are made; before, nobody uses anything.
    reads: what is asked is noted there, None for the context of all pages. listed: the lists of the whole edition.
    fixed: the ids that templates write themselves.
    """

    edition: Edition
    listed: lists.Lists
    charts: Mapping[str, Drawn]
    automatic: Mapping[str, Drawn]
    names: Mapping[str, str]
    standings: Mapping[str, tuple[Standing, ...]]
    uses: Uses = field(default_factory=Uses)
    reads: Reads | None = None
    fixed: frozenset[str] = frozenset()

    @property
    def tracker(self) -> Tracker:
        """The tracker."""
        return self.edition.tracker

    @property
    def figures(self) -> Figures:
        """The figures."""
        return self.edition.figures

    @property
    def locale(self) -> Locale:
        """The locale: numbers, dates and the words of the interface."""
        return self.edition.tracker.site.locale

    @property
    def mappings(self) -> dict[str, Mapping[Any, object]]:
        """Every mapping that a page may ask, by the kind under which a page's reads note it."""
        return {f"{of}.{name}": getattr(owner, name) for of, owner in self._owners() for name in ASKED[of]}

    def noting(self, reads: Reads) -> Context:
        """This context for one page: it notes whatever the page asks for."""
        noted = {of: _noted(of, owner, reads) for of, owner in self._owners()}
        tracker = noted["tracker"]
        figures = noted_figures(self.figures, tracker, reads)
        register = structs.replace(self.edition.register, tracker=tracker)
        edition = structs.replace(noted["edition"], register=register, figures=figures)
        context: Context = noted["context"]
        return structs.replace(context, edition=edition, uses=noted["uses"], reads=reads)

    def rankings(self) -> tuple[Ranking, ...]:
        """The rankings, the latest period first; of one period our own before those that others published."""
        return self._list(lists.rankings)

    def periods(self, ranking: str) -> tuple[lists.Sibling, ...]:
        """The rankings of the family of a ranking, the latest period first; none where it stands alone."""
        return self._list(lists.periods, ranking)

    def published(self, kind: str) -> tuple[Document, ...]:
        """The documents of a kind that are shown: drafts only if the edition shows drafts."""
        return self._list(lists.published, kind)

    def document(self, kind: str, id: str) -> Document | None:
        """One document that is shown, or None."""
        return next(iter(self._list(lists.document, f"{kind} {id}")), None)

    def body(self, document: Document) -> Body:
        """The body of a document."""
        if self.reads is not None:
            self.reads.note(BODIES, document.path)
        return document.body

    def briefs(self) -> tuple[Document, ...]:
        """The briefs, newest first."""
        return self._list(lists.briefs)

    def briefs_of(self, entity: str) -> tuple[Document, ...]:
        """The briefs that are no drafts and about an entity or what has its place on its page, newest first."""
        return self._list(lists.briefs_of, entity)

    def pages(self) -> tuple[Entity, ...]:
        """The entities that have a page of their own, by name."""
        return self._list(lists.pages)

    def sections(self) -> tuple[lists.Section, ...]:
        """The indexes of which the tracker has something, in the order of the site."""
        return self._list(lists.sections)

    def link(self, document: Document, target: str) -> tuple[str, str]:
        """Where a link of a document leads, and what a `[[…]]` link prints."""
        about = f"{document.path} {target}"
        return self.listed.of(lists.link, about) if is_fixed(target) else self._list(lists.link, about)

    def pairs(self, entity: str = "") -> tuple[Pair, ...]:
        """The pairs that an entity is compared in, those with something to compare; without one every such pair."""
        return self._list(lists.pairs, entity)

    def reached(self) -> Period | None:
        """How far the data reach."""
        return self._list(lists.reached)

    def metrics(self) -> tuple[str, ...]:
        """The metrics in the order of their file."""
        return self._list(lists.metrics)

    def regions(self) -> tuple[str, ...]:
        """The places in which the series count, by their ids."""
        return self._list(lists.regions)

    def series_of(self, entity: str) -> tuple[SeriesId, ...]:
        """The series of an entity."""
        return self._list(lists.series_of, entity)

    def series_from(self, source: str) -> tuple[SeriesId, ...]:
        """The series in which a source gives a value."""
        return self._list(lists.series_from, source)

    def citing(self, claim: str) -> tuple[Document, ...]:
        """The documents that show the verdict on a claim or link to its page, but for the one that makes it."""
        return self._list(lists.citing, claim)

    def history(self) -> History:
        """What changed in the data, as git has it."""
        return self._list(lists.history)

    def newest(self) -> tuple[News, ...]:
        """The changes that are news."""
        return self._list(lists.newest)

    def changes_of(self, series: SeriesId) -> tuple[Change, ...]:
        """The changes of values of a series that stood there before."""
        return self._list(lists.changes_of, ".".join(series))

    def aged(self, document: Document) -> tuple[Change, ...]:
        """What changed of the figures of a document since it was checked."""
        return self._list(lists.aged, document.path)

    def turned_of(self, claim: str) -> tuple[Turned, ...]:
        """How the verdict on a claim turned, the newest day first."""
        return self._list(lists.turned_of, claim)

    def size(self, picture: str) -> tuple[int, int] | None:
        """The size in pixels of a picture of the project, by its URL; None of a drawing."""
        content = self._list(lists.picture, picture)
        return None if content is None else pixels(content)

    def headings(self, document: Document) -> tuple[str, ...]:
        """The headings of a document in plain words."""
        return self._list(headings.headings, document.path)

    def parts(self, document: Document) -> tuple[tuple[str, str], ...]:
        """The largest parts of a document: the heading of each in plain words, and the id by which links name it."""
        return self._list(headings.parts, document.path)

    def ends(self, document: Document) -> tuple[tuple[str, str], ...]:
        """Its smallest parts: the same of each."""
        return self._list(headings.ends, document.path)

    def given_ids(self, document: Document) -> tuple[str, ...]:
        """The ids that its author gives to headings."""
        return self._list(headings.given_ids, document.path)

    def recalled(self, name: str, compute: Callable[[Figures], Found]) -> Found:
        """What `compute` gives for the data, as `Recall.of` has it; what it read the page has read too."""
        found = self.edition.recall.of(name, compute)
        if self.reads is not None:
            self.reads.add(key for key, _ in found.reads if key.partition(":")[0] in _KINDS)
        return found.value

    def _list(self, make: Callable[[Edition, str], Listed], about: str = "") -> Listed:
        """A list of the whole edition; its name is noted, not what was looked at to make it."""
        if self.reads is not None:
            self.reads.note(LIST, f"{make.__name__} {about}")
        return self.listed.of(make, about)

    def _owners(self) -> tuple[tuple[str, Any], ...]:
        return (("tracker", self.tracker), ("edition", self.edition), ("context", self), ("uses", self.uses))


def _noted(of: str, owner: Any, reads: Reads) -> Any:
    return structs.replace(owner, **{name: Noted(f"{of}.{name}", getattr(owner, name), reads) for name in ASKED[of]})

"""What every view is built from: the edition, the charts drawn for it, and one page in the making."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from markupsafe import Markup, escape

from sitegen.charts import Drawing, Plot
from sitegen.edition import Edition
from sitegen.figures import Figure, Figures, Missing, Standing
from sitegen.model.address import Address, SeriesId
from sitegen.model.body import Body
from sitegen.model.period import Period
from sitegen.model.text import Text
from sitegen.model.tracker import Tracker
from sitegen.model.words import Document, DocumentKind, Entity, Ranking
from sitegen.page import Page
from sitegen.show import Where, cite, plain, show, show_number, show_period, show_text, source_name
from sitegen.urls import address_url, entity_url, source_url
from sitegen.views import lists
from sitegen.views.parts import Name, SourceLine
from sitegen.views.reads import Noted, Reads, noted_figures
from sitegen.views.uses import Uses

LIST, BODIES = "list", "body"
ASKED: Mapping[str, tuple[str, ...]] = {
    "tracker": (
        *("entities", "metrics", "sources", "series", "rankings"),
        *("capabilities", "events", "charts", "claims", "documents"),
    ),
    "edition": ("values", "verdicts", "plots"),
    "desk": ("charts", "automatic", "names", "standings"),
    "uses": ("figures", "series", "sources"),
}
"""The mappings that notes are taken of, by what they are fields of; all else that pages see is the whole site's."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as numbers and as pictures."""

    plot: Plot
    drawing: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The edition with its charts: those of `data/charts/`, and those that nobody asked for, by id.

    names: what the pages are called that use figures, by URL. standings: the lines of each ranking, by its id.
    uses: who uses what, once the pages that show figures are made; before, nobody uses anything.
    reads: what is asked is noted there, None for the desk of all pages; whole: that desk, None for itself.
    fixed: the ids that templates write themselves.
    """

    edition: Edition
    charts: Mapping[str, Drawn]
    automatic: Mapping[str, Drawn]
    names: Mapping[str, str]
    standings: Mapping[str, tuple[Standing, ...]]
    uses: Uses = field(default_factory=Uses)
    whole: Desk | None = field(default=None, repr=False)
    reads: Reads | None = field(default=None, repr=False)
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
    def locale(self) -> str:
        """The locale of numbers and dates."""
        return self.edition.tracker.site.locale

    @property
    def mappings(self) -> dict[str, Mapping[Any, object]]:
        """Every mapping that a page may ask, by the kind under which a page's reads note it."""
        return {f"{of}.{name}": getattr(owner, name) for of, owner in self._owners() for name in ASKED[of]}

    def noting(self, reads: Reads) -> Desk:
        """This desk for one page: it notes whatever the page asks for."""
        noted = {of: _noted(of, owner, reads) for of, owner in self._owners()}
        tracker = noted["tracker"]
        figures = noted_figures(self.figures, tracker, reads)
        edition = replace(noted["edition"], tracker=tracker, figures=figures)
        desk: Desk = noted["desk"]
        return replace(desk, edition=edition, uses=noted["uses"], whole=self, reads=reads)

    def rankings(self) -> tuple[Ranking, ...]:
        """The rankings, the latest period first; of one period our own before those that others published."""
        return self._list(lists.rankings)

    def published(self, kind: DocumentKind) -> tuple[Document, ...]:
        """The documents of a kind that are shown: drafts only if the edition shows drafts."""
        return self._list(lists.published, kind)

    def document(self, kind: DocumentKind, id: str) -> Document | None:
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

    def pages(self) -> tuple[Entity, ...]:
        """The entities that have a page of their own, by name."""
        return self._list(lists.pages)

    def sections(self) -> tuple[str, ...]:
        """What the tracker has something of, by the name of its section."""
        return self._list(lists.sections)

    def reached(self) -> Period | None:
        """How far the data reach."""
        return self._list(lists.reached)

    def metrics(self) -> tuple[str, ...]:
        """The metrics in the order of their file."""
        return self._list(lists.metrics)

    def series_of(self, entity: str) -> tuple[SeriesId, ...]:
        """The series of an entity."""
        return self._list(lists.series_of, entity)

    def series_from(self, source: str) -> tuple[SeriesId, ...]:
        """The series in which a source gives a value."""
        return self._list(lists.series_from, source)

    def citing(self, claim: str) -> tuple[Document, ...]:
        """The documents that show the verdict on a claim or link to its page, but for the one that makes it."""
        return self._list(lists.citing, claim)

    def _list(self, make: Callable[[Edition, str], Listed], about: str = "") -> Listed:
        """A list of the whole edition; its name is noted, not what was looked at to make it."""
        if self.reads is not None:
            name = next(name for name, each in lists.LISTS.items() if each is make)
            self.reads.note(LIST, f"{name} {about}")
        return make((self.whole or self).edition, about)

    def _owners(self) -> tuple[tuple[str, Any], ...]:
        return (("tracker", self.tracker), ("edition", self.edition), ("desk", self), ("uses", self.uses))


def _noted(of: str, owner: Any, reads: Reads) -> Any:
    return replace(owner, **{name: Noted(f"{of}.{name}", getattr(owner, name), reads) for name in ASKED[of]})


@dataclass(frozen=True, slots=True)
class Writer:
    """Words for one page: every figure, period, name and source goes through it and is recorded on the page."""

    desk: Desk
    page: Page

    def figure(self, figure: Figure, where: Where = "prose") -> str:
        """A figure, shown in its place."""
        return show(figure, where, self.page, self.desk.edition)

    def linked(self, figure: Figure) -> Markup:
        """A figure that is a link to its observation, without a note: for tables with many numbers."""
        href = self.page.link(address_url(figure.addresses[0]))
        return Markup('<a href="{}">{}</a>').format(href, self.figure(figure, "inline"))

    def moved(self, change: Figure | Missing | None) -> str:
        """A change as a link, in points where it is no percentage; "" where it is not known."""
        if not isinstance(change, Figure):
            return ""
        return Markup("{} points").format(self.linked(change)) if change.unit == "points" else self.linked(change)

    def text(self, text: Text | None, where: Where = "prose") -> str:
        """A text of the data with its figures; "" for None."""
        if where == "text":
            return plain(text, self.desk.edition)
        return show_text(text, where, self.page, self.desk.edition)

    def sourced(self, text: Text | None, source: str) -> str:
        """A text of the data with the number of its source, where none of its figures shows that number already."""
        parts = () if text is None else text.parts
        values = (self.desk.edition.values[part] for part in parts if not isinstance(part, str))
        shown = {o.source for value in values if isinstance(value, Figure) for o in value.observations}
        words = self.text(text)  # its figures count their sources first
        return words if source in shown else Markup("{}{}").format(words, self.cite(source))

    def period(self, period: Period, *, short: bool = False) -> Markup:
        """A period in words."""
        return show_period(period, self.desk.locale, short=short)

    def when(self, address: Address) -> Markup:
        """The period of a resolved address in a table."""
        return self.period(address.period, short=True) if isinstance(address.period, Period) else Markup("")

    def number(self, value: int) -> Markup:
        """A count of our own."""
        return show_number(value, self.desk.locale)

    def counted(self, value: int, one: str, many: str) -> Markup:
        """A count with its noun: "1 series", "3 sources"."""
        return Markup("{} {}").format(self.number(value), one if value == 1 else many)

    def percent(self, value: Decimal, decimals: int) -> Markup:
        """A percentage of our own computing."""
        return show_number(value, self.desk.locale, decimals, tail="%")

    def day(self, value: date) -> Markup:
        """A day in words."""
        return self.period(Period(value, value))

    def cite(self, source: str) -> Markup:
        """The number of a source on this page."""
        return cite(source, self.page)

    def name(self, entity: str) -> Name:
        """An entity's name, linked to where it stands."""
        found = self.desk.tracker.entities[entity]
        url = entity_url(found)
        href = None if url is None else self.page.link(url)
        return Name(
            text=found.name, href=href, native=found.native, language=found.native_language, color=entity_color(entity)
        )

    def anchor(self, label: str, href: str) -> Markup:
        """Words as a link to an href that is recorded already."""
        return Markup('<a href="{}">{}</a>').format(href, label)

    def named(self, entity: str) -> Markup:
        """An entity's name as a link, for running text and tables."""
        name = self.name(entity)
        if name.href is None:
            return escape(name.text)
        return Markup('<a href="{}">{}</a>').format(name.href, name.text)

    def source(self, id: str, *, numbered: bool = False) -> SourceLine:
        """A source in one line; numbered: with its number on this page."""
        source = self.desk.tracker.sources[id]
        relayed = None if source.via is None else self.desk.tracker.sources[source.via].publisher
        return SourceLine(
            number=self.page.cite(id) if numbered else None,
            title=source_name(source),
            publisher=source.publisher,
            published=None if source.published is None else self.period(source.published),
            kind=KINDS[source.kind],
            href=self.page.link(source_url(id)),
            outside=source.url,
            language=source.language if source.title else None,
            via=relayed,
        )


def family(desk: Desk, entity: Entity) -> tuple[Entity, ...]:
    """The entities that stand on an entity's page below it, parents before children."""
    below = [e for e in desk.tracker.entities.values() if e.page == entity.id and e.id != entity.id]
    ordered: list[Entity] = []
    waiting = [entity]
    while waiting:
        parent = waiting.pop(0)
        children = [e for e in below if e.parent == parent.id]
        ordered += [parent] if parent is not entity else []
        waiting = children + waiting
    return tuple(ordered)


def entity_color(entity: str) -> str:
    """The CSS colour that an entity has everywhere."""
    return f"var(--e-{entity},currentColor)"


KINDS: Mapping[str, str] = {
    "filing": "filing",
    "company": "company statement",
    "data-firm": "data firm",
    "press": "press",
    "aggregator": "aggregator",
}

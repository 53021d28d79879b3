"""Words for one page: every figure, period, name and source goes through here and is recorded on the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.figures import Figure, Missing, say
from sitegen.figures.periods import short_run, within
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence, Period, When
from sitegen.model.basics.text import Text
from sitegen.model.basics.unit import POINTS
from sitegen.model.body import Where
from sitegen.model.entity import Entity
from sitegen.model.source import mark, source_name
from sitegen.pages.context import Context
from sitegen.pages.parts import Name, SourceLine
from sitegen.pages.record.page import Page
from sitegen.pages.words.marks import mark_class, mark_said
from sitegen.pages.words.show import cite, plain, pressed, show, show_number, show_period, show_text, timed
from sitegen.urls import entity_url, source_url


class Writer(Struct, frozen=True):
    """Words for one page: every figure, period, name and source goes through it and is recorded on the page."""

    context: Context
    page: Page

    def figure(self, figure: Figure, where: Where = "prose", said: str | None = None) -> str:
        """A figure, shown in its place. said: its words, where they are those of a column with one unit."""
        return show(figure, where, self.page, self.context.edition, said)

    def linked(self, figure: Figure, *, answers: bool | None = None, said: str | None = None) -> Markup:
        """A figure that opens its note, without the numbers of its sources: for tables with many numbers.

        answers: whether it is what its address answers; None if nobody knows. said: its words, if they are others.
        """
        words, edition = self.figure(figure, "inline", said), self.context.edition
        return pressed(figure, words, self.page, edition, mark_class(figure, edition), answers=answers)

    def row(self, figure: Figure, href: str, note: str = "") -> Markup:
        """A figure that leads to its row among all values of its series: for tables of what one source says.

        note: the file of the note that it opens, from that page; "" for none.
        """
        kind, said = mark_class(figure, self.context.edition), mark_said(figure, self.context.edition)
        opens = Markup(' data-note="{}"').format(note) if note else ""
        words = self.figure(figure, "inline")
        return Markup('<a class="{}" href="{}"{}{}>{}</a>').format(kind, href, opens, said, words)

    def moved(self, change: Figure | Missing | None, size: Figure | None = None) -> str:
        """A change as a link, in points where it is no percentage; "" where it is not known.

        size: how much it is, where the words beside it say which way.
        """
        if not isinstance(change, Figure):
            return ""
        said = None if size is None else say(size, self.context.locale)
        return self.in_points(change, self.linked(change, said=said))

    def in_points(self, change: Figure, said: str) -> str:
        """What is said of a change, with the word for points where it is no percentage."""
        return self.say("change.points", number=said) if change.unit == POINTS else said

    def text(self, text: Text | None, where: Where = "prose") -> str:
        """A text of the data with its figures; "" for None."""
        if where == "text":
            return plain(text, self.context.edition)
        return show_text(text, where, self.page, self.context.edition)

    def sourced(self, text: Text | None, source: str) -> str:
        """A text of the data with the number of its source, where none of its figures shows that number already."""
        parts = () if text is None else text.parts
        values = (self.context.edition.values[part] for part in parts if not isinstance(part, str))
        shown = {o.source for value in values if isinstance(value, Figure) for o in value.observations}
        words = self.text(text)  # its figures count their sources first
        return words if source in shown else Markup("{}{}").format(words, self.cite(source))

    def say(self, id: str, /, **slots: object) -> str:
        """A message of the interface with its slots filled."""
        return self.context.locale.say(id, **slots)

    def count(self, id: str, number: int, /, **slots: object) -> str:
        """A message in the form that goes with a number of our own counting, which is its slot `count`."""
        return self.context.locale.count(id, number, **{"count": self.number(number), **slots})

    def period(self, period: When, *, short: bool = False) -> Markup:
        """A period in words."""
        return show_period(period, self.context.locale, short=short)

    def run(self, period: Period, cadence: Cadence) -> Markup:
        """A span by the periods of a cadence in it: "Q2–Q4 2024"."""
        return timed(period, short_run(period, cadence, self.context.locale))

    def within(self, period: When) -> Markup:
        """A period as the time of what it is the number of: "in March 2025"."""
        return timed(period, within(period, self.context.locale))

    def when(self, address: Address) -> Markup:
        """The period of a resolved address in a table."""
        return self.period(address.period, short=True) if isinstance(address.period, Period) else Markup("")

    def number(self, value: int) -> Markup:
        """A count of our own."""
        return show_number(value, self.context.locale)

    def percent(self, value: Decimal, decimals: int) -> Markup:
        """A percentage of our own computing."""
        return show_number(value, self.context.locale, decimals, tail="%")

    def day(self, value: date) -> Markup:
        """A day in words."""
        return self.period(Period(value, value))

    def cite(self, source: str) -> Markup:
        """The number of a source on this page."""
        return cite(source, self.page, self.context.edition)

    def name(self, entity: str) -> Name:
        """An entity's name, linked to where it stands."""
        found = self.context.tracker.entities[entity]
        url = entity_url(found)
        href = None if url is None else self.page.link(url)
        return Name(text=found.name, href=href, native=found.native, language=found.native_language)

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
        source = self.context.tracker.sources[id]
        relayed = None if source.via is None else self.context.tracker.sources[source.via].publisher
        return SourceLine(
            number=self.page.cite(id) if numbered else None,
            title=source_name(source),
            publisher=source.publisher,
            published=None if source.published is None else self.period(source.published),
            kind=self.say(f"source.kind.{source.kind}"),
            mark=mark(source),
            href=self.page.link(source_url(id)),
            outside=source.url,
            language=source.language if source.title else None,
            via=relayed,
            marked="" if source.reliability is None else self.say(f"source.marked.{source.reliability}"),
        )


def family(context: Context, entity: Entity) -> tuple[Entity, ...]:
    """The entities that stand on an entity's page below it, parents before children."""
    below = [e for e in context.tracker.entities.values() if e.page == entity.id and e.id != entity.id]
    ordered: list[Entity] = []
    waiting = [entity]
    while waiting:
        parent = waiting.pop(0)
        children = [e for e in below if e.above == parent.id]
        ordered += [parent] if parent is not entity else []
        waiting = children + waiting
    return tuple(ordered)


def series_on(context: Context, entity: Entity) -> tuple[SeriesId, ...]:
    """The series of an entity that has a page, and of all that stand on its page below it."""
    return tuple(id for member in (entity, *family(context, entity)) for id in context.series_of(member.id))


def entity_color(entity: str) -> str:
    """The CSS colour that an entity has everywhere."""
    return f"var(--e-{entity},currentColor)"

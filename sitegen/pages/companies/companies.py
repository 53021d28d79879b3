"""Companies, alliances, suppliers and markets: the list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct

from sitegen import urls
from sitegen.figures import Figure
from sitegen.model.basics.period import Period
from sitegen.model.entity import PAGED, Entity, EntityKind
from sitegen.model.lives import ending
from sitegen.pages.companies.company import company_page
from sitegen.pages.companies.keys import KeyFigure, lead_figure
from sitegen.pages.companies.lead import lead_series
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Name
from sitegen.pages.recalled import latest_of
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.lives import called_before, end, members
from sitegen.pages.words.writer import Writer, family

YEAR = 366
"""From so many days on a number is old beside the newest."""


class CompanyCard(Struct, frozen=True, kw_only=True):
    """A company in the list: its name, one clause about it, its first figure, and its brands.

    end: when and why it ended; called: what it was called before; members: of an alliance; old: that its number is
    more than a year older than the newest here; each "" if there is none.
    """

    name: Name
    about: str
    end: str
    called: str
    members: str
    key: KeyFigure | None
    old: str
    brands: tuple[Name, ...]


class CompanyGroup(Struct, frozen=True, kw_only=True):
    """The companies, alliances, suppliers or markets of the list."""

    title: str
    companies: tuple[CompanyCard, ...]


class CompaniesView(View, frozen=True, kw_only=True):
    """`/companies/`."""

    template = "companies.html"
    title: str
    groups: tuple[CompanyGroup, ...]


def companies(context: Context) -> Pages:
    """The list of companies, and a page for each."""
    yield urls.COMPANIES, _list
    for entity in context.pages():
        yield f"{urls.COMPANIES}{entity.id}/", partial(company_page, id=entity.id)


def _list(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.COMPANIES))
    numbers = dict(_numbers(writer))
    groups = (
        CompanyGroup(title=writer.say(f"companies.kind.{kind}"), companies=_cards(writer, kind, numbers))
        for kind in PAGED
    )
    head = Head(title=writer.say("section.companies"), description=writer.say("companies.description"))
    view = CompaniesView(title=head.title, groups=tuple(group for group in groups if group.companies))
    return sheet(context, writer, view, head)


def _cards(writer: Writer, kind: EntityKind, numbers: Mapping[str, Period]) -> tuple[CompanyCard, ...]:
    """Those of a kind by name, what has ended last. numbers: the period of the number of each that has one."""
    entities = writer.context.tracker.entities
    return tuple(
        CompanyCard(
            name=writer.name(entity.id),
            about=writer.text(entity.about),
            end=end(writer, entity),
            called=called_before(writer, entity),
            members=members(writer, entity),
            key=lead_figure(writer, entity, (entity, *family(writer.context, entity))),
            old=_old(writer, entity, numbers),
            brands=tuple(writer.name(e.id) for e in family(writer.context, entity) if e.kind == "brand"),
        )
        for entity in sorted(writer.context.pages(), key=lambda each: ending(entities, each.id) is not None)
        if entity.kind == kind
    )


def _old(writer: Writer, entity: Entity, numbers: Mapping[str, Period]) -> str:
    """That the number of a company is more than a year older than the newest of the list; "" if it is not."""
    newest = max(numbers.values(), key=lambda each: each.last, default=None)
    period = numbers.get(entity.id)
    if period is None or newest is None or (newest.last - period.last).days <= YEAR:
        return ""
    return writer.say("companies.old", period=writer.period(newest, short=True))


def _numbers(writer: Writer) -> Iterator[tuple[str, Period]]:
    """The period of the number that stands in the list for a company, for each that has one."""
    for entity in writer.context.pages():
        series = lead_series(writer, (entity, *family(writer.context, entity)))
        figure = None if series is None else latest_of(writer.context, series.id)
        at = figure.address if isinstance(figure, Figure) else None
        if at is not None and isinstance(at.period, Period):
            yield entity.id, at.period

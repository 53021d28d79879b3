"""One company, alliance or supplier, with its brands and models as sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.figures import standings
from sitegen.model.regions import place_name
from sitegen.model.words import Entity, Event
from sitegen.page import Page
from sitegen.show import plain
from sitegen.urls import capability_url, chart_url, expansion_url, ranking_url
from sitegen.views.briefs import cards, day
from sitegen.views.claim_parts import ClaimLine
from sitegen.views.claims import claims_about
from sitegen.views.desk import Desk, Writer, family
from sitegen.views.layout import Head
from sitegen.views.matrix import latest_answer, matrix_answer
from sitegen.views.parts import Card, Name, Pointer
from sitegen.views.pieces import MatrixAnswer, Prose
from sitegen.views.prose import prose
from sitegen.views.series_row import SeriesRow, series_row
from sitegen.views.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitySection:
    """A brand or model on its company's page."""

    id: str
    kind: str
    name: Name
    about: str
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A dated fact with the number of its source."""

    date: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityRow:
    """A capability of the company or of one of its brands or models."""

    label: str
    href: str
    answer: MatrixAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyView:
    """`/companies/<id>/`. facts: label and words. places: where it stands in rankings. plan: its expansion plan.

    edited, checked: the days on which its text was edited last and its facts were checked, or None.
    """

    name: Name
    kind: str
    about: str
    facts: tuple[tuple[str, str], ...]
    website: str | None
    rows: tuple[SeriesRow, ...]
    body: Prose | None
    edited: str | None
    checked: str | None
    sections: tuple[EntitySection, ...]
    places: tuple[Pointer, ...]
    capabilities: tuple[CapabilityRow, ...]
    events: tuple[EventRow, ...]
    charts: tuple[Pointer, ...]
    plan: str | None
    claims: tuple[ClaimLine, ...]
    briefs: tuple[Card, ...]


def company_page(desk: Desk, entity: Entity) -> Sheet:
    """The page of an entity that has one."""
    writer = Writer(desk, Page(urls.COMPANIES + entity.id + "/"))
    members = (entity, *family(desk, entity))
    ids = {member.id for member in members}
    document = desk.document("company", entity.id)
    edited = None if document is None else document.updated or document.date
    tracker = desk.tracker
    view = CompanyView(
        name=writer.name(entity.id),
        kind=entity.kind.capitalize(),
        about=writer.text(entity.about),
        facts=_facts(writer, entity),
        website=entity.website,
        rows=_rows(writer, entity),
        body=prose(writer, document, ids),
        edited=day(writer, edited),
        checked=day(writer, None if document is None else document.checked),
        sections=tuple(_section(writer, member) for member in members[1:]),
        places=tuple(_places(writer, ids)),
        capabilities=tuple(_capabilities(writer, members)),
        events=tuple(event_row(writer, event) for event in _events(desk, ids)),
        charts=tuple(_charts(writer, ids)),
        plan=writer.page.link(expansion_url(entity.id))
        if any(e.company == entity.id for e in tracker.entries)
        else None,
        claims=claims_about(writer, ids),
        briefs=cards(writer, (d for d in desk.briefs() if ids & set(d.entities))),
    )
    about = plain(document.summary if document else None, desk.edition) or plain(entity.about, desk.edition)
    description = about or f"{entity.name}: numbers, plans and events, each with its source."
    head = Head(title=entity.name, description=description, edited=None if edited is None else str(edited))
    return sheet(desk, writer, "company.html", view, head)


def _facts(writer: Writer, entity: Entity) -> tuple[tuple[str, str], ...]:
    country = None if entity.country is None else place_name(entity.country, writer.desk.locale)
    parent = None if entity.parent is None else writer.named(entity.parent)
    facts = (("Country", country), ("Part of", parent), ("Also called", ", ".join(entity.aliases)))
    return tuple((label, words) for label, words in facts if words)


def _section(writer: Writer, entity: Entity) -> EntitySection:
    return EntitySection(
        id=writer.page.anchor(entity.id),
        kind=entity.kind,
        name=writer.name(entity.id),
        about=writer.text(entity.about),
        rows=_rows(writer, entity),
    )


def _rows(writer: Writer, entity: Entity) -> tuple[SeriesRow, ...]:
    """The series of an entity, those without a value last."""
    found = (s for s in writer.desk.tracker.series.values() if s.entity == entity.id)
    rows = [series_row(writer, series) for series in found]
    return tuple(sorted(rows, key=lambda row: not row.value))


def _places(writer: Writer, ids: set[str]) -> Iterator[Pointer]:
    """Where the company and its brands stand in the rankings."""
    desk = writer.desk
    for id, ranking in desk.tracker.rankings.items():
        for standing in standings(desk.figures, ranking):
            if standing.entity in ids and standing.rank is not None:
                yield Pointer(
                    label=writer.text(ranking.title, "inline"),
                    href=writer.page.link(ranking_url(id)),
                    detail=writer.ranked(standing.name, standing.rank),
                )


def _capabilities(writer: Writer, members: tuple[Entity, ...]) -> Iterator[CapabilityRow]:
    for id, capability in writer.desk.tracker.capabilities.items():
        for member in members:
            answer = latest_answer(capability, member.id)
            if answer is not None:
                yield CapabilityRow(
                    label=capability.label,
                    href=writer.page.link(capability_url(id)),
                    answer=matrix_answer(writer, answer),
                )


def _events(desk: Desk, ids: set[str]) -> list[Event]:
    """The undeprecated events of the company, newest first."""
    found = (e for e in desk.tracker.events.values() if ids & set(e.entities) and e.use != "deprecated")
    return sorted(found, key=lambda e: (e.date.first, e.id), reverse=True)


def event_row(writer: Writer, event: Event) -> EventRow:
    """An event with its day and source."""
    return EventRow(date=writer.period(event.date), text=writer.text(event.text), source=writer.cite(event.source))


def _charts(writer: Writer, ids: set[str]) -> Iterator[Pointer]:
    for id, chart in writer.desk.tracker.charts.items():
        drawn = {entity for entity, _ in chart.series} | {a.entity for a in chart.figures} | set(chart.companies)
        if drawn & ids:
            yield Pointer(label=writer.text(chart.title, "inline"), href=writer.page.link(chart_url(id)))

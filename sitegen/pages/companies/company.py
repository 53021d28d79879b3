"""One company, alliance, supplier or market, with its brands and models as sections."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.model.entity import Entity
from sitegen.pages.briefs import brief_pointer, contents, day
from sitegen.pages.capabilities.alone import alone, alone_said
from sitegen.pages.cards.company import company_card
from sitegen.pages.claims.claims import claims_about, more_claims
from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.companies.facts import facts
from sitegen.pages.companies.keys import KeyFigure, key_figures, key_label
from sitegen.pages.companies.lead import Lead, lead, lead_series, led_by
from sitegen.pages.companies.rows import CapabilityRow, EventRow, capability_rows, event_row, events_of
from sitegen.pages.companies.sections import EntitySection, Introduced, introduced, sections
from sitegen.pages.companies.standings import PlaceRow, bumps, places, shares
from sitegen.pages.compare.compare import compared_with
from sitegen.pages.context import Context
from sitegen.pages.data.fresh import Fresh, fresh_series
from sitegen.pages.expansion.markets import MarketRow, market_rows
from sitegen.pages.layout import Head
from sitegen.pages.machines.things import organization
from sitegen.pages.newest import newest
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.pieces import ChartView, Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.lives import end
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer, family, series_on
from sitegen.urls import chart_url, expansion_url

MOST = 5
"""How many rows a table of the page has at most."""


class CompanyView(View, frozen=True, kw_only=True):
    """`/companies/<id>/`. end: when and why it ended, or "". facts: label and words. fresh: how far the series that
    leads reaches, or None. lead: what comes first, or None; behind: the
    same where it has no chart and stands behind the text. keys: other numbers. contents: the headings of the text,
    where there is no such number to stand beside it. downloads: the files with all its series.

    introduced: its brands and models that have words of their own.

    bumps, places: where it stands in rankings. shares: the rankings that give shares of it.

    compared: the pages that compare it with another.

    sections: every series of it, by brand and model. series_count, briefs_count, charts_count: how many it has.

    markets, plan: where it sells, and the page of its expansion. alone: what it alone is
    documented to have, in sentences. all_capabilities: where the rest of them stands, or None; answered: how many.

    edited, checked: the days on which its text was edited last and its facts were checked, or None.
    """

    template = "company.html"
    name: Name
    kind: str
    about: str
    introduced: tuple[Introduced, ...]
    end: str
    facts: tuple[tuple[str, str], ...]
    downloads: tuple[Pointer, ...]
    fresh: Fresh | None
    lead: Lead | None
    keys: tuple[KeyFigure, ...]
    contents: tuple[Pointer, ...]
    body: Prose | None
    edited: str | None
    checked: str | None
    sections: tuple[EntitySection, ...]
    series_count: str
    bumps: tuple[ChartView, ...]
    places: tuple[PlaceRow, ...]
    shares: tuple[Pointer, ...]
    markets: tuple[MarketRow, ...]
    alone: tuple[str, ...]
    capabilities: tuple[CapabilityRow, ...]
    all_capabilities: str | None
    answered: str
    events: tuple[EventRow, ...]
    charts: tuple[Pointer, ...]
    charts_count: str
    plan: str | None
    compared: tuple[Pointer, ...]
    claims: tuple[ClaimLine, ...]
    more_claims: Pointer | None
    briefs: tuple[Pointer, ...]
    briefs_count: str


def company_page(context: Context, id: str) -> Sheet:
    """The page of an entity that has one, by its id."""
    entity = context.tracker.entities[id]
    writer = Writer(context, Page(urls.COMPANIES + entity.id + "/"))
    members = (entity, *family(context, entity))
    ids = {member.id for member in members}
    for member in members:
        writer.page.states(member)
    document = context.document("company", entity.id)
    edited = None if document is None else document.updated or document.date
    tracker = context.tracker
    leading = lead_series(writer, members)
    figure = led_by(context, leading)
    told = frozenset() if document is None else frozenset(context.given_ids(document))
    about, known = writer.text(entity.about), introduced(writer, members[1:], told)
    first = lead(writer, leading, figure)
    only = [each for each in alone(writer) if each.company == entity]
    capable = tuple(capability_rows(writer, members, {each.id for one in only for each in one.capabilities}))
    keys, body = key_figures(writer, entity, members, leading), prose(writer, document)
    parts, drawn = sections(writer, members, told), tuple(_charts(writer, ids))
    briefs = tuple(brief_pointer(writer, brief) for brief in context.briefs() if ids & set(brief.entities))
    view = CompanyView(
        name=writer.name(entity.id),
        kind=writer.say(f"entity.kind.{entity.kind}"),
        about=about,
        introduced=known,
        end=end(writer, entity),
        facts=facts(writer, entity),
        fresh=None if leading is None else fresh_series(writer, leading, key_label(writer, entity, leading)),
        downloads=tuple(_downloads(writer, entity)),
        lead=first,
        keys=keys,
        contents=() if keys else contents(body),
        body=body,
        edited=day(writer, edited),
        checked=day(writer, None if document is None else document.checked),
        sections=parts,
        series_count=writer.number(sum(len(part.rows) + len(part.others) for part in parts)),
        bumps=bumps(writer, ids),
        places=places(writer, ids),
        shares=shares(writer, ids),
        markets=market_rows(writer, entity.id, newest=MOST),
        alone=tuple(alone_said(writer, each) for each in only),
        capabilities=capable[:MOST],
        all_capabilities=writer.page.link(urls.CAPABILITIES) if len(capable) > MOST else None,
        answered=writer.number(len(capable)),
        events=tuple(event_row(writer, event) for event in events_of(context, ids)),
        charts=drawn,
        charts_count=writer.number(len(drawn)),
        plan=writer.page.link(expansion_url(entity.id))
        if any(e.company == entity.id for e in tracker.entries)
        else None,
        compared=compared_with(writer, entity.id),
        claims=claims_about(writer, ids),
        more_claims=more_claims(writer, ids),
        briefs=briefs,
        briefs_count=writer.number(len(briefs)),
    )
    described = plain(document.summary if document else None, context.edition) or plain(entity.about, context.edition)
    description = described or writer.say("company.description", name=entity.name)
    day_edited, fed = None if edited is None else str(edited), bool(newest(context, id))
    things = organization(context, entity)
    card = company_card(writer, entity, figure, description)
    head = Head(
        title=entity.name,
        description=description,
        feed=fed,
        cited=Cited(title=entity.name),
        edited=day_edited,
        card=card,
        things=things,
    )
    return sheet(context, writer, view, head)


def _downloads(writer: Writer, entity: Entity) -> Iterator[Pointer]:
    """The files with all its series; none where it has no series."""
    if series_on(writer.context, entity):
        for label, ending in (("CSV", "csv"), ("JSON", "json")):
            yield Pointer(label=label, href=writer.page.link(urls.company_file(entity.id, ending)))


def _charts(writer: Writer, ids: set[str]) -> Iterator[Pointer]:
    for id, chart in writer.context.tracker.charts.items():
        drawn = {entity for entity, _ in chart.drawn} | set(chart.companies)
        if drawn & ids:
            yield Pointer(label=writer.text(chart.title, "inline"), href=writer.page.link(chart_url(id)))

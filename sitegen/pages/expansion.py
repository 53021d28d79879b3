"""Expansion: who is where abroad, and one page for each company's plan with its whole history."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sitegen import urls
from sitegen.charts.entries import now_of
from sitegen.model.basics.spelling import sort_key
from sitegen.model.entity import Entity
from sitegen.model.entry import MarketEntry
from sitegen.model.stages import positions_of
from sitegen.pages.charts.grid import grid
from sitegen.pages.charts.view import automatic_view, chart_view, shown
from sitegen.pages.companies.automatic import ALL, PLANS, plan_chart_id
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Name, Pointer, SourceLine
from sitegen.pages.pieces import ChartView, Grid, Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import entity_url, expansion_url

LATEST = "The latest step in each market that a reliable source reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRow:
    """Where one brand or model stands in one market now: its current step, or one for each stage that may be it.

    id: of the first row of the market on the page of the plan, else "".
    """

    id: str
    where: str
    stage: str
    name: Name
    said: str
    target: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpansionView:
    """`/expansion/`: maps and timelines of several companies, all markets by company, and the way to each plan."""

    title: str
    charts: tuple[ChartView, ...]
    grid: Grid
    plans: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a plan's history. deprecated: the reason why it does not count, or "".

    id: of the first step of a market in which the company stands no more, else "".
    """

    id: str
    where: str
    stage: str
    name: Name
    said: str
    target: str
    text: str
    source: SourceLine
    deprecated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """`/expansion/<company>/`: map, timeline, markets now and all steps, the newest first."""

    title: str
    body: Prose | None
    charts: tuple[ChartView, ...]
    rows: tuple[MarketRow, ...]
    steps: tuple[Step, ...]
    company: Pointer | None


def expansion(context: Context) -> Pages:
    """The overview, and a page for each company that has a plan."""
    companies = _planning(context)
    if companies:
        yield urls.EXPANSION, _index
    for company in companies:
        yield expansion_url(company), partial(_page, company=company)


def _planning(context: Context) -> list[str]:
    """The companies that have a plan."""
    return sorted({entry.company for entry in context.tracker.entries})


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.EXPANSION))
    head = Head(title="Expansion", description="Who sells or plans to sell where: every step, who said so, and when.")
    companies = _planning(context)
    charts = (*world_map(writer), *(chart_view(writer, id, heading=2) for id in _charts(context, None)))
    now = now_of(companies, context.tracker)
    view = ExpansionView(
        title=head.title,
        charts=tuple(replace(chart, grid=None) for chart in charts),
        grid=grid(writer, now),
        plans=tuple(_plan(writer, company, now) for company in companies),
    )
    return sheet(context, writer, "expansion.html", view, head)


def _charts(context: Context, company: str | None) -> tuple[str, ...]:
    """The maps and timelines of one company alone; None: those of several companies."""
    return tuple(
        id
        for kind in PLANS
        for id, chart in context.tracker.charts.items()
        if chart.kind == kind and (chart.companies == (company,) if company else len(chart.companies) > 1)
    )


def world_map(writer: Writer) -> Iterator[ChartView]:
    """The map of all plans that is drawn where no file draws a map of several companies."""
    chart = automatic_view(writer, plan_chart_id(ALL, "map"), "Where they sell, and where they plan to", LATEST)
    if chart is not None:
        yield chart


def _own_charts(writer: Writer, entity: Entity) -> Iterator[ChartView]:
    """Map and timeline of one company that its text does not show already."""
    asked = _charts(writer.context, entity.id)
    yield from (chart_view(writer, id, heading=2) for id in asked if not shown(writer, id))
    titles = {"map": f"{entity.name} in the world", "timeline": f"{entity.name}: every step"}
    for kind, title in titles.items():
        chart = automatic_view(writer, plan_chart_id(entity.id, kind), title, LATEST if kind == "map" else "")
        if chart is not None:
            yield chart


def _plan(writer: Writer, company: str, now: Sequence[MarketEntry]) -> Pointer:
    """The way to the plan of a company, with the number of its markets."""
    markets = sum(entry.company == company for entry in now)
    return Pointer(
        label=writer.context.tracker.entities[company].name,
        href=writer.page.link(expansion_url(company)),
        detail=writer.counted(markets, "market", "markets"),
    )


def market_rows(
    writer: Writer, company: str, among: Collection[str] | None = None, *, anchored: bool = False
) -> tuple[MarketRow, ...]:
    """The markets of a company now, by continent and name; what it left with a wider place is not among them.

    among: the places that are asked about, None for all. anchored: whether links lead to the rows.
    """
    tracker = writer.context.tracker
    now = (entry for at in positions_of(tracker) for entry in at.entries if entry.where == at.where)
    here = (entry for entry in now if entry.company == company and (among is None or entry.where in among))
    ordered = sorted(here, key=lambda e: (tracker.places.order(e.where), sort_key(tracker.entities[e.entity].name)))
    return tuple(_market(writer, entry, _anchor(writer, entry.where) if anchored else "") for entry in ordered)


def _anchor(writer: Writer, where: str) -> str:
    """The id of the first row of a market, "" for the others."""
    return "" if f"market-{where}" in writer.page.anchors else writer.page.anchor(where, "market")


def _market(writer: Writer, entry: MarketEntry, id: str) -> MarketRow:
    return MarketRow(
        id=id,
        where=writer.context.tracker.places.name(entry.where),
        stage=entry.stage,
        name=writer.name(entry.entity),
        said=writer.period(entry.said, short=True),
        target="" if entry.target is None else writer.period(entry.target, short=True),
        text=writer.sourced(entry.text, entry.source),
    )


def _page(context: Context, company: str) -> Sheet:
    entity = context.tracker.entities[company]
    writer = Writer(context, Page(expansion_url(company)))
    document = context.document("expansion", company)
    entries = [entry for entry in context.tracker.entries if entry.company == company]
    title = f"{entity.name} abroad"
    url = entity_url(entity)
    view = PlanView(
        title=title,
        body=prose(writer, document),
        charts=tuple(_own_charts(writer, entity)),
        rows=market_rows(writer, company, anchored=True),
        steps=tuple(_step(writer, entry) for entry in sorted(entries, key=_newest)),
        company=None if url is None else Pointer(label=entity.name, href=writer.page.link(url)),
    )
    summary = plain(document.summary if document else None, context.edition)
    description = summary or f"Where {entity.name} sells or plans to sell: every step, who said so, and when."
    return sheet(context, writer, "plan.html", view, Head(title=title, description=description))


def _newest(entry: MarketEntry) -> tuple[int, str, str]:
    return (-entry.said.last.toordinal(), entry.where, entry.entity)


def _step(writer: Writer, entry: MarketEntry) -> Step:
    return Step(
        id=_anchor(writer, entry.where) if entry.use != "deprecated" else "",
        where=writer.context.tracker.places.name(entry.where),
        stage=entry.stage,
        name=writer.name(entry.entity),
        said=writer.period(entry.said, short=True),
        target="" if entry.target is None else writer.period(entry.target, short=True),
        text=writer.text(entry.text),
        source=writer.source(entry.source),
        deprecated=(entry.reason or "deprecated") if entry.use == "deprecated" else "",
    )

"""Expansion: who is where abroad, and one page for each company's plan with its whole history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import structs

from sitegen import urls
from sitegen.charts.entries import now_of
from sitegen.model.entry import MarketEntry
from sitegen.pages.charts.grid import grid
from sitegen.pages.charts.view import automatic_view, chart_view
from sitegen.pages.companies.automatic import ALL, plan_chart_id
from sitegen.pages.context import Context
from sitegen.pages.expansion.plan import plan_charts, plan_page
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import ChartView, Grid
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import expansion_url


class ExpansionView(View, frozen=True, kw_only=True):
    """`/expansion/`: maps and timelines of several companies, all markets by company, and the way to each plan."""

    template = "expansion.html"
    title: str
    charts: tuple[ChartView, ...]
    grid: Grid
    plans: tuple[Pointer, ...]


def expansion(context: Context) -> Pages:
    """The overview, and a page for each company that has a plan."""
    companies = _planning(context)
    if companies:
        yield urls.EXPANSION, _index
    for company in companies:
        yield expansion_url(company), partial(plan_page, company=company)


def _planning(context: Context) -> list[str]:
    """The companies that have a plan."""
    return sorted({entry.company for entry in context.tracker.entries})


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.EXPANSION))
    head = Head(title=writer.say("expansion.title"), description=writer.say("expansion.description"))
    companies = _planning(context)
    charts = (*world_map(writer), *(chart_view(writer, id, heading=2) for id in plan_charts(context, None)))
    now = now_of(companies, context.tracker)
    view = ExpansionView(
        title=head.title,
        charts=tuple(structs.replace(chart, grid=None) for chart in charts),
        grid=grid(writer, now),
        plans=tuple(_plan(writer, company, now) for company in companies),
    )
    return sheet(context, writer, view, head)


def world_map(writer: Writer) -> Iterator[ChartView]:
    """The map of all plans that is drawn where no file draws a map of several companies."""
    title, about = writer.say("expansion.map"), writer.say("expansion.latest")
    chart = automatic_view(writer, plan_chart_id(ALL, "map"), title, about)
    if chart is not None:
        yield chart


def _plan(writer: Writer, company: str, now: Sequence[MarketEntry]) -> Pointer:
    """The way to the plan of a company, with the number of its markets."""
    markets = sum(entry.company == company for entry in now)
    return Pointer(
        label=writer.context.tracker.entities[company].name,
        href=writer.page.link(expansion_url(company)),
        detail=writer.count("expansion.markets", markets),
    )

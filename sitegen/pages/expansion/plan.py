"""The page of one company's plan: where it stands now, what the desk writes, and its whole history, folded."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from sitegen.model.entity import Entity
from sitegen.model.entry import MarketEntry
from sitegen.pages.briefs import contents
from sitegen.pages.charts.view import automatic_view, chart_view, shown
from sitegen.pages.companies.automatic import PLANS, plan_chart_id
from sitegen.pages.context import Context
from sitegen.pages.expansion.markets import MarketRow, anchor, due, market_rows, stage
from sitegen.pages.layout import Head
from sitegen.pages.parts import Name, Pointer, SourceLine
from sitegen.pages.pieces import ChartView, Prose
from sitegen.pages.prose import prose
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import entity_url, expansion_url


class Step(Struct, frozen=True, kw_only=True):
    """One step of a plan's history. unused: the reason why it does not count, or "".

    id: of the first step of a market in which the company stands no more, else "".
    """

    id: str
    where: str
    stage: str
    name: Name
    said: str
    due: str
    text: str
    source: SourceLine
    unused: str


class PlanView(View, frozen=True, kw_only=True):
    """`/expansion/<company>/`: markets now, text, map and timeline, and all steps, the newest first.

    contents: the headings of the text and of what follows it. history: what opens the steps.
    """

    template = "plan.html"
    title: str
    summary: str
    rows: tuple[MarketRow, ...]
    contents: tuple[Pointer, ...]
    body: Prose | None
    charts: tuple[ChartView, ...]
    history: str
    steps: tuple[Step, ...]
    company: Pointer | None


def plan_page(context: Context, company: str) -> Sheet:
    """`/expansion/<company>/`."""
    entity = context.tracker.entities[company]
    writer = Writer(context, Page(expansion_url(company)))
    document = context.document("expansion", company)
    summary = document.summary if document else None
    entries = [entry for entry in context.tracker.entries if entry.company == company]
    url = entity_url(entity)
    body = prose(writer, document)
    steps = Pointer(label=writer.say("expansion.steps"), href="#on-steps")
    view = PlanView(
        title=writer.say("expansion.company", company=entity.name),
        summary=writer.text(summary),
        rows=market_rows(writer, company, anchored=True),
        contents=(*contents(body), steps),
        body=body,
        charts=tuple(_charts(writer, entity)),
        history=writer.count("expansion.history", len(entries)),
        steps=tuple(_step(writer, entry) for entry in sorted(entries, key=_newest)),
        company=None if url is None else Pointer(label=entity.name, href=writer.page.link(url)),
    )
    said = plain(summary, context.edition) or writer.say("expansion.company.description", company=entity.name)
    return sheet(context, writer, view, Head(title=view.title, description=said))


def plan_charts(context: Context, company: str | None) -> tuple[str, ...]:
    """The maps and timelines of one company alone; None: those of several companies."""
    return tuple(
        id
        for kind in PLANS
        for id, chart in context.tracker.charts.items()
        if chart.kind == kind and (chart.companies == (company,) if company else len(chart.companies) > 1)
    )


def _charts(writer: Writer, entity: Entity) -> Iterator[ChartView]:
    """Map and timeline of one company that its text does not show already."""
    asked = plan_charts(writer.context, entity.id)
    yield from (chart_view(writer, id, heading=2) for id in asked if not shown(writer, id))
    for kind, about in (("map", writer.say("expansion.latest")), ("timeline", "")):
        title = writer.say(f"expansion.company.{kind}", company=entity.name)
        chart = automatic_view(writer, plan_chart_id(entity.id, kind), title, about)
        if chart is not None:
            yield structs.replace(chart, table=None)  # the tables of the page are its table


def _newest(entry: MarketEntry) -> tuple[int, str, str]:
    return (-entry.said.last.toordinal(), entry.where, entry.entity)


def _step(writer: Writer, entry: MarketEntry) -> Step:
    unused = "" if entry.use != "deprecated" else writer.say("expansion.unused", reason=entry.reason)
    return Step(
        id="" if unused else anchor(writer, entry.where),
        where=writer.context.tracker.places.name(entry.where),
        stage=stage(writer, entry),
        name=writer.name(entry.entity),
        said=writer.period(entry.said, short=True),
        due=due(writer, entry),
        text=writer.text(entry.text),
        source=writer.source(entry.source),
        unused=unused,
    )

"""Charts: a gallery, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from sitegen import urls
from sitegen.charts.files.thumbnail import thumbnail
from sitegen.charts.svg import size_of
from sitegen.model.chart import Chart
from sitegen.pages.cards.chart import chart_card
from sitegen.pages.charts.view import chart_view
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import ChartView
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sharing.sizes import chart_embed
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.notes import excuses
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import chart_url, series_url


class Picture(Struct, frozen=True, kw_only=True):
    """A small drawing: its file, and its size in pixels."""

    src: str
    width: int
    height: int


class ChartCard(Struct, frozen=True, kw_only=True):
    """A chart in the gallery: its title and subtitle, and its small drawing."""

    title: str
    href: str
    subtitle: str
    picture: Picture


class ChartGroup(Struct, frozen=True, kw_only=True):
    """The charts of one company, or those of several."""

    id: str
    title: str
    count: str
    charts: tuple[ChartCard, ...]


class ChartsView(View, frozen=True, kw_only=True):
    """`/charts/`: a gallery of every chart, by company. explore: to make one. jumps: to the groups."""

    template = "charts.html"
    title: str
    explore: str
    jumps: tuple[Pointer, ...]
    groups: tuple[ChartGroup, ...]


class ChartPage(View, frozen=True, kw_only=True):
    """`/charts/<id>/`: one chart as large as the page allows. series: what it draws. accepted: warnings that stay."""

    template = "chart.html"
    chart: ChartView
    series: tuple[Pointer, ...]
    accepted: tuple[str, ...]


def charts(context: Context) -> Pages:
    """The gallery of charts, and a page for each."""
    if context.tracker.charts:
        yield urls.CHARTS, _gallery
    for id in context.tracker.charts:
        yield chart_url(id), partial(_page, id=id)


def _gallery(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.CHARTS))
    groups = tuple(_groups(writer))
    title = writer.say("charts.title")
    jumps = tuple(Pointer(label=each.title, href=f"#{each.id}", detail=each.count) for each in groups)
    view = ChartsView(title=title, explore=writer.page.link(urls.EXPLORE), jumps=jumps, groups=groups)
    head = Head(title=title, description=writer.say("charts.standfirst"))
    return sheet(context, writer, view, head)


def _groups(writer: Writer) -> Iterator[ChartGroup]:
    """The charts of several companies first, then those of each company, most charts first; in each group those that
    show most."""
    context = writer.context
    owned: dict[str | None, list[Chart]] = {}
    for chart in sorted(context.tracker.charts.values(), key=lambda chart: -_weight(context, chart)):
        owned.setdefault(_owner(context, chart), []).append(chart)
    names: dict[str | None, str] = {None: writer.say("charts.several")}
    names.update((entity.id, entity.name) for entity in context.pages())
    for owner in sorted((id for id in names if id in owned), key=lambda id: (id is not None, -len(owned[id]))):
        cards = tuple(_card(writer, chart) for chart in owned[owner])
        yield ChartGroup(
            id=writer.page.anchor(owner or "several", "charts"),
            title=names[owner],
            count=writer.number(len(cards)),
            charts=cards,
        )


def _weight(context: Context, chart: Chart) -> int:
    """How many numbers and steps a chart shows."""
    plot = context.charts[chart.id].plot
    return len(plot.figures) + len(plot.steps)


def _owner(context: Context, chart: Chart) -> str | None:
    """The one company whose things a chart draws, or None."""
    named = {entity for entity, _ in chart.drawn} | set(chart.companies)
    named |= {entity for id in chart.events for entity in context.tracker.events[id].entities} if not named else set()
    pages = {context.tracker.entities[entity].page for entity in named}
    return pages.pop() if len(pages) == 1 else None


def _card(writer: Writer, chart: Chart) -> ChartCard:
    return ChartCard(
        title=writer.text(chart.title, "inline"),
        href=writer.page.link(chart_url(chart.id)),
        subtitle=writer.text(chart.subtitle),
        picture=_picture(writer, chart),
    )


def _picture(writer: Writer, chart: Chart) -> Picture:
    width, height = size_of(thumbnail(writer.context.charts[chart.id].drawing))
    src = writer.page.link(f"{chart_url(chart.id)}{chart.id}-small.svg")
    return Picture(src=src, width=width, height=height)


def _page(context: Context, id: str) -> Sheet:
    chart = context.tracker.charts[id]
    writer = Writer(context, Page(chart_url(id)))
    title = plain(chart.title, context.edition)
    series = tuple(
        Pointer(
            label=context.figures.label(key),
            href=writer.page.link(series_url(key)),
            detail=context.tracker.series[key].definition,
        )
        for key in chart.drawn
    )
    drawn = chart_view(writer, id, heading=1)
    view = ChartPage(chart=drawn, series=series, accepted=excuses(writer, chart.accepted))
    summary = context.charts[id].plot.summary
    head = Head(
        title=title,
        tab=context.names[writer.page.url],
        description=writer.say("charts.description", title=title, summary=summary),
        cited=Cited(title=title),
        embed=chart_embed(context, id, drawn),
        card=chart_card(writer, id, summary),
    )
    return sheet(context, writer, view, head)

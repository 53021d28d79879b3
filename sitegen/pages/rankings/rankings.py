"""Rankings: the list, and one page each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sitegen import urls
from sitegen.pages.charts.view import chart_view
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import ChartView, Prose, RankingTable
from sitegen.pages.prose import prose
from sitegen.pages.rankings.place import place
from sitegen.pages.rankings.table import ranking_table
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.words.notes import excuses
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url

LEADERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingCard:
    """A ranking in the list: its title and what it counts, its first lines, each with its place, and who has none."""

    title: str
    href: str
    subtitle: str
    leaders: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingsView:
    """`/rankings/`: places over time, then every ranking: those of our own series, and tables that others published."""

    title: str
    charts: tuple[ChartView, ...]
    computed: tuple[RankingCard, ...]
    published: tuple[RankingCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingView:
    """`/rankings/<id>/`: the ranking, its text if there is one, its downloads, and the warnings that stay."""

    ranking: RankingTable
    body: Prose | None
    downloads: tuple[Pointer, ...]
    accepted: tuple[tuple[str, str], ...]


def rankings(context: Context) -> Pages:
    """The list of rankings, and a page for each."""
    if context.tracker.rankings:
        yield urls.RANKINGS, _index
    for id in context.tracker.rankings:
        yield ranking_url(id), partial(_page, id=id)


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.RANKINGS))
    head = Head(
        title="Rankings",
        description="Who stands where by value and by growth in a period, and tables that others published.",
    )
    bumps = (id for id, chart in context.tracker.charts.items() if chart.kind == "bump")
    view = RankingsView(
        title=head.title,
        charts=tuple(chart_view(writer, id, heading=2) for id in bumps),
        computed=_list(writer, table=False),
        published=_list(writer, table=True),
    )
    return sheet(context, writer, "rankings.html", view, head)


def _list(writer: Writer, *, table: bool) -> tuple[RankingCard, ...]:
    """The rankings of one sort, the latest first."""
    standings = writer.context.standings
    return tuple(
        RankingCard(
            title=writer.text(ranking.title, "inline"),
            href=writer.page.link(ranking_url(ranking.id)),
            subtitle=writer.text(ranking.subtitle, "inline"),
            leaders=tuple((place(s, s.rank), s.name) for s in standings[ranking.id][:LEADERS] if s.rank is not None),
            absent=tuple(s.name for s in standings[ranking.id] if s.rank is None and not s.outside),
        )
        for ranking in writer.context.rankings()
        if (ranking.table is not None) == table
    )


def _page(context: Context, id: str) -> Sheet:
    ranking = context.tracker.rankings[id]
    writer = Writer(context, Page(ranking_url(id)))
    title = plain(ranking.title, context.edition)
    document = context.document("ranking", id)
    view = RankingView(
        ranking=ranking_table(writer, id, heading=1),
        body=prose(writer, document),
        downloads=tuple(
            Pointer(label=label, href=writer.page.link(f"{ranking_url(id)}{id}.{ending}"))
            for label, ending in (("CSV", "csv"), ("JSON", "json"))
        ),
        accepted=excuses(ranking.accepted),
    )
    description = plain(document.summary if document else None, context.edition) or plain(
        ranking.subtitle, context.edition
    )
    return sheet(context, writer, "ranking.html", view, Head(title=title, description=description or title))

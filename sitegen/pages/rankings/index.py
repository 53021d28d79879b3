"""The list of rankings: each family with its periods, then those that stand alone, then the short ones themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.model.ranking import Ranking
from sitegen.pages.charts.view import chart_view
from sitegen.pages.context import Context
from sitegen.pages.layout import Head, NavItem
from sitegen.pages.pieces import ChartView
from sitegen.pages.rankings.place import place
from sitegen.pages.rankings.view import RankingView, periods, ranking_view
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url

LEADERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingCard:
    """A ranking in the list: its title, its first lines, each with its place, and who has none."""

    title: str
    href: str
    leaders: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingFamily:
    """One ranking of several periods: what they are called together, the ways to each, and the latest of them."""

    title: str
    periods: tuple[NavItem, ...]
    latest: RankingCard


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingsView(View):
    """`/rankings/`: places over time, families, then what stands alone: of our own series, and as others published it.

    short: the rankings that have no page of their own.
    """

    template = "rankings.html"
    title: str
    charts: tuple[ChartView, ...]
    families: tuple[RankingFamily, ...]
    computed: tuple[RankingCard, ...]
    published: tuple[RankingCard, ...]
    short: tuple[RankingView, ...]


def rankings_index(context: Context) -> Sheet:
    """`/rankings/`."""
    writer = Writer(context, Page(urls.RANKINGS))
    head = Head(
        title=writer.say("section.rankings"),
        description=writer.say("rankings.about"),
    )
    bumps = (id for id, chart in context.tracker.charts.items() if chart.kind == "bump")
    alone = [ranking for ranking in context.rankings() if not ranking.short and not context.periods(ranking.id)]
    view = RankingsView(
        title=head.title,
        charts=tuple(chart_view(writer, id, heading=2) for id in bumps),
        families=tuple(_families(writer)),
        computed=tuple(_card(writer, ranking) for ranking in alone if ranking.table is None),
        published=tuple(_card(writer, ranking) for ranking in alone if ranking.table is not None),
        short=tuple(ranking_view(writer, ranking, heading=3) for ranking in context.rankings() if ranking.short),
    )
    return sheet(context, writer, view, head)


def _families(writer: Writer) -> Iterator[RankingFamily]:
    """The families, the one with the latest period first."""
    context = writer.context
    for ranking in context.rankings():
        kin = context.periods(ranking.id)
        if kin and kin[0].id == ranking.id:
            yield RankingFamily(
                title=writer.text(ranking.family, "inline"),
                periods=periods(writer, ranking.id),
                latest=_card(writer, ranking),
            )


def _card(writer: Writer, ranking: Ranking) -> RankingCard:
    found = writer.context.standings[ranking.id]
    return RankingCard(
        title=writer.text(ranking.title, "inline"),
        href=writer.page.link(ranking_url(ranking)),
        leaders=tuple((place(s, s.rank, writer.context.locale), s.name) for s in found[:LEADERS] if s.rank is not None),
        absent=tuple(s.name for s in found if s.rank is None and not s.outside),
    )

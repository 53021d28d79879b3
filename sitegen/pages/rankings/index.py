"""The list of rankings: each family with its periods, then those that stand alone, then the short ones themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from sitegen import urls
from sitegen.figures import Figure, Standing
from sitegen.figures.columns import Column
from sitegen.figures.nouns import heading
from sitegen.model.ranking import Ranking
from sitegen.pages.charts.view import chart_view
from sitegen.pages.context import Context
from sitegen.pages.layout import Head, NavItem
from sitegen.pages.pieces import ChartView
from sitegen.pages.rankings.place import place, tells
from sitegen.pages.rankings.table import column_of
from sitegen.pages.rankings.view import RankingView, periods, ranking_view
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url

LEADERS, FIRST = 5, 3
"""Of so many lines the list gives name and value, of a folded ranking the names of fewer."""


class RankingCard(Struct, frozen=True, kw_only=True):
    """A ranking in the list: its title, its first lines, and who has no place.

    leaders: places, each with the name of who holds it and the value, in words. unit: of the values, or "".
    """

    title: str
    href: str
    unit: str
    leaders: tuple[tuple[str, str, str], ...]
    absent: tuple[str, ...]


class RankingFamily(Struct, frozen=True, kw_only=True):
    """One ranking of several periods: what they are called together, the way to each, and the one that is shown.

    others: the ways to all but that one, the latest first.
    """

    title: str
    period: NavItem
    shown: RankingCard
    others: tuple[NavItem, ...]


class ShortRanking(Struct, frozen=True, kw_only=True):
    """A ranking without a page of its own: its line in the list, and what it opens."""

    card: RankingCard
    whole: RankingView


class RankingsView(View, frozen=True, kw_only=True):
    """`/rankings/`: places over time, families, then what stands alone: of our own series, and as others published it.

    Of those that stand alone the ones with the most places that are certain come first. short: the rankings that have
    no page of their own.
    """

    template = "rankings.html"
    title: str
    charts: tuple[ChartView, ...]
    families: tuple[RankingFamily, ...]
    computed: tuple[RankingCard, ...]
    published: tuple[RankingCard, ...]
    short: tuple[ShortRanking, ...]


def rankings_index(context: Context) -> Sheet:
    """`/rankings/`."""
    writer = Writer(context, Page(urls.RANKINGS))
    head = Head(
        title=writer.say("section.rankings"),
        description=writer.say("rankings.about"),
    )
    bumps = (id for id, chart in context.tracker.charts.items() if chart.kind == "bump")
    settled = sorted(context.rankings(), key=partial(_settled, writer), reverse=True)
    alone = [ranking for ranking in settled if not ranking.short and not context.periods(ranking.id)]
    view = RankingsView(
        title=head.title,
        charts=tuple(chart_view(writer, id, heading=2) for id in bumps),
        families=tuple(_families(writer)),
        computed=tuple(_card(writer, ranking) for ranking in alone if ranking.table is None),
        published=tuple(_card(writer, ranking) for ranking in alone if ranking.table is not None),
        short=tuple(
            ShortRanking(card=_card(writer, ranking), whole=ranking_view(writer, ranking, heading=3))
            for ranking in settled
            if ranking.short
        ),
    )
    return sheet(context, writer, view, head)


def _families(writer: Writer) -> Iterator[RankingFamily]:
    """The families, the one with the latest period first; of each the latest period that shows more than it misses."""
    context = writer.context
    for ranking in context.rankings():
        kin = context.periods(ranking.id)
        if not kin or kin[0].id != ranking.id:
            continue
        cards = [_card(writer, context.tracker.rankings[each.id]) for each in kin]
        telling = (at for at, each in enumerate(kin) if tells(context.standings[each.id]))
        at, ways = next(telling, 0), periods(writer, ranking.id)
        yield RankingFamily(
            title=writer.text(ranking.family, "inline"),
            period=ways[at],
            shown=cards[at],
            others=(*ways[:at], *ways[at + 1 :]),
        )


def _card(writer: Writer, ranking: Ranking) -> RankingCard:
    found = writer.context.standings[ranking.id]
    locale, values = writer.context.locale, column_of(writer, ranking, found)
    return RankingCard(
        title=writer.text(ranking.title, "inline"),
        href=writer.page.link(ranking_url(ranking)),
        unit="" if ranking.short or ranking.by == "change" else heading(values.unit, locale),
        leaders=tuple(
            (place(s, s.rank, locale), s.name, _value(writer, ranking, s, values))
            for s in found[: FIRST if ranking.short else LEADERS]
            if s.rank is not None
        ),
        absent=tuple(s.name for s in found if s.rank is None and not s.outside),
    )


def _value(writer: Writer, ranking: Ranking, standing: Standing, values: Column) -> str:
    """The value or the change of a line in words; "" in a ranking that is folded with its values."""
    by = standing.change if ranking.by == "change" else standing.figure
    if ranking.short or not isinstance(by, Figure):
        return ""
    said = None if ranking.by == "change" else values.say(by, writer.context.locale)
    if standing.series is not None:
        return writer.linked(by, said=said)
    return writer.anchor(writer.figure(by, "inline", said), writer.page.link(ranking_url(ranking)))


def _settled(writer: Writer, ranking: Ranking) -> int:
    """How many of the first lines have one place for certain."""
    found = writer.context.standings[ranking.id][:FIRST]
    return sum(s.rank is not None and s.rank.among.settled for s in found)

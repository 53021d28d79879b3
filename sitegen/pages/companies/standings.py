"""Where a company and its brands and models stand in the rankings, the latest period first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from sitegen.figures import Figure, Rank, Standing
from sitegen.figures.ranks import less_first
from sitegen.model.ranking import Ranking
from sitegen.pages.charts.focus import focused
from sitegen.pages.charts.view import chart_view, shown
from sitegen.pages.context import Context
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.pieces import ChartView
from sitegen.pages.rankings.place import how_many, place, tells
from sitegen.pages.words.writer import Writer
from sitegen.urls import ranking_url


class PlaceRow(Struct, frozen=True, kw_only=True):
    """One place: in which ranking and period, whose, the place, the value.

    among: of how many; "" in a published table, of which only some rows need be held. by: who published it, or "".
    less: whether less is better, so that the least comes first.
    """

    title: str
    href: str
    period: str
    name: Name
    rank: str
    among: str
    value: str
    by: str
    less: bool


def places(writer: Writer, ids: AbstractSet[str], among: Collection[str] | None = None) -> tuple[PlaceRow, ...]:
    """The places of some entities; of one period our own rankings come before those that others published.

    among: the rankings that are asked; None for all, and then of a family one period in which they have a place.
    """
    context = writer.context
    rows: list[PlaceRow] = []
    asked = {*(_latest(context, ids) if among is None else among)}
    for ranking in (ranking for ranking in context.rankings() if ranking.id in asked):
        found = context.standings[ranking.id]
        many = writer.number(how_many(found)[0])
        rows += [_row(writer, ranking, s, s.rank, many) for s in found if s.entity in ids and s.rank is not None]
    return tuple(rows)


def _latest(context: Context, ids: AbstractSet[str]) -> Iterator[str]:
    """The rankings that hold one of some entities; of a family the latest, and rather one that tells."""
    for ranking in context.rankings():
        kin = [each.id for each in context.periods(ranking.id)] or [ranking.id]
        held = [id for id in kin if any(s.entity in ids and s.rank is not None for s in context.standings[id])]
        telling = (id for id in held if tells(context.standings[id]))
        yield from [id for id in (next(telling, None), *held) if id is not None][:1]


def shares(writer: Writer, ids: AbstractSet[str]) -> tuple[Pointer, ...]:
    """The rankings that give shares of what one of the entities counts as a whole, as of a market."""
    return tuple(
        Pointer(
            label=writer.text(ranking.title, "inline"),
            href=writer.page.link(ranking_url(ranking)),
            detail=writer.text(ranking.subtitle),
        )
        for ranking in writer.context.rankings()
        if ranking.of is not None and ranking.of[0] in ids
    )


def bumps(writer: Writer, ids: AbstractSet[str]) -> tuple[ChartView, ...]:
    """The charts of places over time in which one of the entities has a line, but for those that the page shows.

    The lines of the entities are in colour, the others grey.
    """
    charts = writer.context.tracker.charts.values()
    found = ((chart.id, _lines(writer, chart.id, ids)) for chart in charts if chart.kind == "bump")
    return tuple(
        focused(
            chart_view(writer, id, heading=3),
            ids,
            writer.say("company.stood", names=writer.context.locale.listed(lines)),
        )
        for id, lines in found
        if lines and not shown(writer, id)
    )


def _lines(writer: Writer, chart: str, ids: AbstractSet[str]) -> list[str]:
    """The names of the entities that have a line in a chart."""
    rows = writer.context.charts[chart].plot.rows
    return list(dict.fromkeys(str(row["label"]) for row in rows if row["entity"] in ids))


def _row(writer: Writer, ranking: Ranking, standing: Standing, rank: Rank, many: str) -> PlaceRow:
    """One place. many: of how many it is one."""
    figure = standing.change if ranking.by == "change" else standing.figure
    if standing.series is None or not isinstance(figure, Figure):
        value = writer.figure(figure, "inline") if isinstance(figure, Figure) else ""
    else:
        value = writer.linked(figure)
    table = ranking.table
    return PlaceRow(
        title=writer.text(ranking.title, "inline"),
        href=writer.page.link(ranking_url(ranking)),
        period=writer.period(ranking.period, short=True),
        name=writer.name(standing.entity or ""),
        rank=place(standing, rank, writer.context.locale),
        among=many if table is None else "",
        value=value,
        less=less_first(ranking, writer.context.tracker.metrics),
        by="" if table is None else writer.context.tracker.sources[table.source].publisher,
    )

"""Rankings: who stands where, by value or by change in a period, and who has no place and why."""

from __future__ import annotations

from msgspec import Struct

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.changes import clear_change
from sitegen.figures.arithmetic.computing import FigureError
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.arithmetic.filters import share
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.ranks import Rank, listed, ordered_by, ranks
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import DIGITS_AFTER
from sitegen.model.ranking import LeagueRow, LeagueTable, Ranking


class Standing(Struct, frozen=True, kw_only=True):
    """One line of a ranking.

    ranking: its id. rank: None without what the ranking orders by. missing: why there is none, None if there is one.
    entity: its id, or None for a name in a published table that is no entity of the tracker. series: None in a
    published table. figure: the value; Missing says why there is none, None that a published table does not give it.
    change: of the value on the year before. share: of the ranking's `of`, in percent. previous: the place a year
    before; None if it had none then, and in a published table.
    """

    ranking: str
    rank: Rank | None
    missing: Missing | None
    entity: str | None
    name: str
    series: SeriesId | None
    figure: Figure | Missing | None
    change: Figure | Missing | None
    share: Figure | None
    previous: Rank | None

    @property
    def outside(self) -> bool:
        """Whether it has no place because it had ended before the period, or began after it."""
        return self.missing is not None and self.missing.outside is not None

    @property
    def moved_from(self) -> int | None:
        """The place a year before, if both are settled and differ; else None."""
        was, now = self.previous, self.rank
        if was is None or now is None or not (was.settled and now.settled) or was.first == now.first:
            return None
        return was.first


def standings(figures: Figures, ranking: Ranking) -> tuple[Standing, ...]:
    """The lines of a ranking in order: equal values share a place, and those without a place come last."""
    if ranking.table is not None:
        return tuple(_published(figures, ranking, ranking.table, row) for row in ranking.table.rows)
    now, before = ordered_by(figures, ranking), ordered_by(figures, ranking, before=True)
    found, previous = ranks(figures, now), ranks(figures, before)
    lines = [_line(figures, ranking, s, now[s], found.get(s), previous.get(s)) for s in ranking.members]
    return tuple(sorted(lines, key=_order))


def has_places(figures: Figures, ranking: Ranking) -> bool:
    """Whether anybody has a place in a ranking."""
    return any(line.rank is not None for line in standings(figures, ranking))


def _order(line: Standing) -> tuple[bool, int, str]:
    return line.rank is None, line.rank.position if line.rank is not None else 0, line.name


def _line(
    figures: Figures,
    ranking: Ranking,
    series: SeriesId,
    ordered: Figure | Missing,
    rank: Rank | None,
    previous: Rank | None,
) -> Standing:
    figure = figures.answer(Address(*series, ranking.period))
    shown = in_currency(figures, figure, ranking.convert)
    return Standing(
        ranking=ranking.id,
        rank=rank,
        missing=ordered if isinstance(ordered, Missing) else None,
        entity=series[0],
        name=figures.tracker.entities[series[0]].name,
        series=series,
        figure=shown,
        change=clear_change(figures, figure, "year"),
        share=_share(figures, ranking, shown),
        previous=previous,
    )


def _share(figures: Figures, ranking: Ranking, figure: Figure | Missing) -> Figure | None:
    """The share of the ranking's whole; None if there is no whole, or it is not of all the places that are counted.

    What else may not be compared is a check's to say.
    """
    if ranking.of is None or isinstance(figure, Missing) or (own := figure.counted.address) is None:
        return None
    known, within = figures.tracker.series, figures.tracker.places.within
    if not within(known[own.series].region, known[ranking.of].region):
        return None
    whole = in_currency(figures, figures.answer(Address(*ranking.of, ranking.period)), ranking.convert)
    try:
        return None if isinstance(whole, Missing) else share(figures, figure, whole, ranking.mixed)
    except FigureError:
        return None


def _published(figures: Figures, ranking: Ranking, table: LeagueTable, row: LeagueRow) -> Standing:
    """A row of a published table: the place is the table's own."""
    entity = figures.tracker.entities.get(row.entity) if row.entity is not None else None
    figure = None
    if row.amount is not None:
        figure = Figure(amount=row.amount, unit=table.unit, decimals=DIGITS_AFTER, kind="observed", label=row.name)
    return Standing(
        ranking=ranking.id,
        rank=listed(table, row.rank, row.rank),
        missing=None,
        entity=row.entity,
        name=entity.name if entity is not None else row.name,
        series=None,
        figure=figure,
        change=None,
        share=None,
        previous=None,
    )

"""Rankings: who stands where, by value or by change in a period, and who has no place and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sitegen.figures.answers import Figures
from sitegen.figures.changes import change
from sitegen.figures.computing import FigureError
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.filters import share
from sitegen.model.address import Address, SeriesId
from sitegen.model.amount import DIGITS_AFTER, Amount
from sitegen.model.period import Period
from sitegen.model.words import LeagueRow, LeagueTable, Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One line of a ranking.

    rank: from 1; None without what the ranking orders by. reason: why there is none, None if there is one.
    tie: another member stands there too. entity: its id, or None for a name in a published table that is no
    entity of the tracker. series: None in a published table.
    figure: the value; Missing says why there is none, None that a published table does not give it.
    change: of the value on the year before. share: of the ranking's `of`, in percent. previous: the rank a year
    before; None for all if one of those with a rank had none then, for that could have moved the others.
    """

    rank: int | None
    reason: str | None
    tie: bool
    entity: str | None
    name: str
    series: SeriesId | None
    figure: Figure | Missing | None
    change: Figure | Missing | None
    share: Figure | None
    previous: int | None


def standings(figures: Figures, ranking: Ranking) -> tuple[Standing, ...]:
    """The lines of a ranking in order: equal values share a place, and those without a place come last."""
    if ranking.table is not None:
        return tuple(_published(figures, row, ranking.table, ranking.table.rows) for row in ranking.table.rows)
    now, before = (ordered_by(figures, ranking, p) for p in (ranking.period, ranking.period.year_before()))
    ranks, previous = places(now), places(before)
    if not ranks.keys() <= previous.keys():
        previous = {}
    lines = [_line(figures, ranking, series, now[series], ranks, previous) for series in ranking.members]
    return tuple(sorted(lines, key=lambda line: (line.rank is None, line.rank or 0, line.name)))


def places(answers: Mapping[SeriesId, Figure | Missing]) -> dict[SeriesId, int]:
    """The place of each series that has an answer: one more than those with a greater one."""
    values = {series: middle(f.amount) for series, f in answers.items() if isinstance(f, Figure)}
    return {series: 1 + sum(other > value for other in values.values()) for series, value in values.items()}


def middle(amount: Amount) -> Decimal:
    """The number that an amount is ordered by: its value, or the middle of a range, or the one end it has."""
    if amount.value is not None:
        return amount.value
    ends = [end for end in (amount.interval.low, amount.interval.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends)


def ordered_by(figures: Figures, ranking: Ranking, period: Period) -> dict[SeriesId, Figure | Missing]:
    """What each member of a ranking is ordered by in a period: its value, or its change on the year before."""
    answers = {series: figures.answer(Address(*series, period)) for series in ranking.members}
    if ranking.by == "value":
        return answers
    return {series: change(figures, answer, "year") for series, answer in answers.items()}


def _line(
    figures: Figures,
    ranking: Ranking,
    series: SeriesId,
    ordered: Figure | Missing,
    ranks: Mapping[SeriesId, int],
    previous: Mapping[SeriesId, int],
) -> Standing:
    rank = ranks.get(series)
    figure = figures.answer(Address(*series, ranking.period))
    return Standing(
        rank=rank,
        reason=ordered.reason if isinstance(ordered, Missing) else None,
        tie=rank is not None and list(ranks.values()).count(rank) > 1,
        entity=series[0],
        name=figures.tracker.entities[series[0]].name,
        series=series,
        figure=figure,
        change=change(figures, figure, "year"),
        share=_share(figures, ranking, figure),
        previous=previous.get(series),
    )


def _share(figures: Figures, ranking: Ranking, figure: Figure | Missing) -> Figure | None:
    """The share of the ranking's whole, or None if there is no whole; what may not be compared is a check's to say."""
    if ranking.of is None or isinstance(figure, Missing):
        return None
    whole = figures.answer(Address(*ranking.of, ranking.period))
    try:
        return None if isinstance(whole, Missing) else share(figures, figure, whole, ranking.mixed)
    except FigureError:
        return None


def _published(figures: Figures, row: LeagueRow, table: LeagueTable, rows: Sequence[LeagueRow]) -> Standing:
    """A row of a published table: the place is the table's own."""
    entity = figures.tracker.entities.get(row.entity) if row.entity is not None else None
    figure = None
    if row.amount is not None:
        figure = Figure(amount=row.amount, unit=table.unit, decimals=DIGITS_AFTER, kind="observed", label=row.name)
    return Standing(
        rank=row.rank,
        reason=None,
        tie=[other.rank for other in rows].count(row.rank) > 1,
        entity=row.entity,
        name=entity.name if entity is not None else row.name,
        series=None,
        figure=figure,
        change=None,
        share=None,
        previous=None,
    )

"""Which place a member of a ranking holds: the one answer for tables, pages, charts, downloads and claims."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct, structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.changes import clear_change
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.values.earlier import why_none
from sitegen.figures.values.spread import spread
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import Amount, Interval
from sitegen.model.basics.period import Period
from sitegen.model.metric import Metric
from sitegen.model.ranking import LeagueTable, Ranking


class Rank(Struct, frozen=True, kw_only=True):
    """The places that a member may hold, from `first` to `last`, and the one at which a table lists it.

    position: by the values that answer; it lies in the span. shared: another member holds the same place for certain.
    open: the members whose values leave more than one place, its own among them. absent: those without a value.
    """

    position: int
    first: int
    last: int
    shared: bool = False
    open: tuple[SeriesId, ...] = ()
    absent: tuple[SeriesId, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one place is left."""
        return self.first == self.last

    @property
    def among(self) -> Rank:
        """The places that it may hold among the members with a value: the others stand nowhere."""
        return structs.replace(self, last=self.last - len(self.absent), absent=())

    @property
    def span(self) -> str:
        """The places in words: "2", "1 or 2", "4 to 7"."""
        if self.settled:
            return str(self.first)
        return f"{self.first} {self.between} {self.last}"

    @property
    def between(self) -> str:
        """The word between the first and the last place of several: "1 or 2", "4 to 7"."""
        return "or" if self.last == self.first + 1 else "to"

    @property
    def mark(self) -> str:
        """The place as a table lists it: "2", or "=2" if it is shared."""
        return f"{'=' if self.shared else ''}{self.position}"


def rank(figures: Figures, ranking: Ranking, entity: str) -> Rank | None:
    """The places that an entity may hold in a ranking; None if it has no value, or no row in a published table."""
    if ranking.table is not None:
        found = sorted(row.rank for row in ranking.table.rows if row.entity == entity)
        return listed(ranking.table, found[0], found[-1]) if found else None
    return ranks(figures, ordered_by(figures, ranking)).get(member(ranking, entity))


def ranks(figures: Figures, answers: Mapping[SeriesId, Figure | Missing]) -> dict[SeriesId, Rank]:
    """The places of the members that have what the ranking orders by: a value, or a change.

    The most comes first, or the least where less is better. Places reach from one more than the members certainly above
    to one more than those possibly above; a member without a value is possibly above, except for one that had ended or
    had not begun. The values of a member count as
    their hull: all from the least to the greatest of them.
    """
    metrics = figures.tracker.metrics
    known = {
        series: _member(figures, answer, less=metrics[series[1]].better == "less")
        for series, answer in answers.items()
        if isinstance(answer, Figure)
    }
    absent = tuple(series for series, answer in answers.items() if isinstance(answer, Missing) and not answer.outside)
    return {series: _rank(series, known, absent) for series in known}


def ordered_by(figures: Figures, ranking: Ranking, *, before: bool = False) -> dict[SeriesId, Figure | Missing]:
    """What each member of a ranking is ordered by: its value in the period, or its change on the year before.

    before: a year earlier.
    """
    answers = {series: _answer(figures, Address(*series, ranking.period), before) for series in ranking.members}
    if ranking.by == "value":
        return {series: in_currency(figures, answer, ranking.convert) for series, answer in answers.items()}
    return {series: clear_change(figures, answer, "year") for series, answer in answers.items()}


def _answer(figures: Figures, address: Address, before: bool) -> Figure | Missing:
    """The answer of a member in the period of a ranking, by its own calendar, or in that of the year before."""
    placed = figures.placed(address)
    if not before or not isinstance(placed.period, Period):
        return figures.answer(placed)
    earlier = figures.earlier(placed, "year")
    return Missing(placed, why_none(placed.period, "year")) if earlier is None else figures.answer(earlier)


def less_first(ranking: Ranking, metrics: Mapping[str, Metric]) -> bool:
    """Whether the least comes first in a ranking of ours, for less is better in what it orders."""
    return bool(ranking.members) and all(metrics[metric].better == "less" for _, metric in ranking.members)


def member(ranking: Ranking, entity: str) -> SeriesId:
    """The series by which an entity stands in a ranking of ours."""
    return next(series for series in ranking.members if series[0] == entity)


def listed(table: LeagueTable, first: int, last: int) -> Rank:
    """The place that a published table gives: it is the table's own."""
    shared = [row.rank for row in table.rows].count(first) > 1
    return Rank(position=first, first=first, last=last, shared=shared)


def middle(amount: Amount) -> Decimal:
    """The number that an amount is ordered by: its value, or the middle of a range, or the one end it has."""
    if amount.value is not None:
        return amount.value
    ends = [end for end in (amount.interval.low, amount.interval.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends)


class _Known(NamedTuple):
    """What is known of a member. hull: all that its values allow. point: what it is listed by, inside the hull.

    lean: 1 if it may only be more than the point, -1 if only less: "more than 5" stands above 5.
    """

    hull: Interval
    point: Interval
    lean: int

    @property
    def order(self) -> tuple[Decimal, int]:
        """What orders the list."""
        assert self.point.low is not None  # it is a number
        return self.point.low, self.lean


def _member(figures: Figures, figure: Figure, *, less: bool) -> _Known:
    """What is known of a member; less: less is better, so that the least number comes first."""
    hull, number = spread(figures, figure), middle(figure.amount)
    if less:
        hull, number = hull.mirrored, -number
    number = number if hull.low is None else max(number, hull.low)
    number = number if hull.high is None else min(number, hull.high)
    lean = (hull.high is None or hull.high > number) - (hull.low is None or hull.low < number)
    return _Known(hull, Interval(number, number), lean)


def _rank(series: SeriesId, known: Mapping[SeriesId, _Known], absent: tuple[SeriesId, ...]) -> Rank:
    own, others = known[series], {other: found for other, found in known.items() if other != series}
    above = sum(own.hull.below(other.hull) for other in others.values())
    near = {series: other for series, other in others.items() if _undecided(own.hull, other.hull)}
    open = [id for id, other in near.items() if _leaves_open(other, own)]
    return Rank(
        position=1 + sum(other.order > own.order for other in others.values()),
        first=1 + above,
        last=1 + above + len(near) + len(absent),
        shared=own.hull.width == 0 and any(other.hull == own.hull for other in others.values()),
        open=tuple([series, *open] if any(_leaves_open(own, other) for other in near.values()) else open),
        absent=absent,
    )


def _undecided(own: Interval, other: Interval) -> bool:
    """Whether a member may be above another and may be not; equals are not above each other."""
    return not own.below(other) and not other.below(own, touching=True)


def _leaves_open(one: _Known, other: _Known) -> bool:
    """Of two that may stand either way: whether the values of one have a part in it, and not the other's alone."""
    alone = _undecided(one.hull, other.point)
    return alone or not _undecided(one.point, other.hull)

"""The place of an entity in a ranking, as far as the values of the others settle it."""

from __future__ import annotations

from decimal import Decimal

from sitegen.claims.results import Answered
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.rankings import ordered_by
from sitegen.figures.spread import spread
from sitegen.model.address import SeriesId
from sitegen.model.amount import Interval
from sitegen.model.words import LeagueTable, Ranking


def rank(own: Figure | Missing, everything: Figures, ranking: Ranking, entity: str) -> Answered:
    """From one more than the members certainly above, to one more than those possibly above; equal values tie.

    own: what the entity is ordered by under the choice that is tested. everything: the others' rivals taken as
    their hull. A member without a value leaves the far end open. In a published table the place is the table's.
    """
    args = (ranking.id, entity)
    if isinstance(own, Missing):
        return Answered(function="rank", args=args, reason=own.reason)
    ordered = ordered_by(everything, ranking, ranking.period)
    answers = {series: answer for series, answer in ordered.items() if series != member(ranking, entity)}
    spreads = [spread(answer) for answer in answers.values() if isinstance(answer, Figure)]
    above = sum(own.amount.interval.below(other) for other in spreads)
    perhaps = sum(not other.below(own.amount.interval, touching=True) for other in spreads)
    absent = [series for series, answer in answers.items() if isinstance(answer, Missing)]
    return Answered(
        function="rank",
        args=args,
        interval=Interval(Decimal(1 + above), None if absent else Decimal(1 + perhaps)),
        figures=(own, *(answer for answer in answers.values() if isinstance(answer, Figure))),
        reason=f"no value for {', '.join(map(everything.label, absent))}" if absent else "",
    )


def member(ranking: Ranking, entity: str) -> SeriesId:
    """The series by which an entity stands in a ranking of ours."""
    return next(series for series in ranking.members if series[0] == entity)


def own_figure(answered: Answered) -> tuple[Figure, ...]:
    """The entity's own value, which alone is chosen among rivals."""
    return answered.figures[:1]


def published(table: LeagueTable, args: tuple[str, ...]) -> Answered:
    """The place that a published table gives; () of rows is a table that does not count here."""
    rows = sorted((row for row in table.rows if row.entity == args[1]), key=lambda row: row.rank)
    if not rows:
        return Answered(function="rank", args=args, reason="no other source gives its place")
    return Answered(
        function="rank",
        args=args,
        interval=Interval(Decimal(rows[0].rank), Decimal(rows[-1].rank)),
        sources=(table.source,) * len(rows),
        places=tuple(row.place for row in rows),
    )

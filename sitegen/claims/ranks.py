"""The place of an entity in a ranking, as far as the values of the others settle it."""

from __future__ import annotations

from decimal import Decimal

from sitegen.claims.results import Answered
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.uncertainty import hull, total
from sitegen.model.address import Address
from sitegen.model.amount import Interval
from sitegen.model.words import LeagueTable, Ranking


def rank(figures: Figures, everything: Figures, ranking: Ranking, entity: str) -> Answered:
    """From one more than the members certainly above, to one more than those possibly above; equal values tie.

    figures: of the choice that is tested, for the entity's own value. everything: the others' rivals taken as
    their hull. A member without a value leaves the far end open. In a published table the place is the table's.
    """
    args = (ranking.id, entity)
    if ranking.table is not None:
        return _published(ranking.table, args)
    own = next(series for series in ranking.members if series[0] == entity)
    figure = figures.answer(Address(*own, ranking.period))
    if isinstance(figure, Missing):
        return Answered(function="rank", args=args, reason=figure.reason)
    others = [series for series in ranking.members if series != own]
    answers = {series: everything.answer(Address(*series, ranking.period)) for series in others}
    spreads = [spread(answer) for answer in answers.values() if isinstance(answer, Figure)]
    above = sum(figure.amount.interval.below(other) for other in spreads)
    perhaps = sum(not other.below(figure.amount.interval, touching=True) for other in spreads)
    absent = [series for series, answer in answers.items() if isinstance(answer, Missing)]
    far = None if absent else Decimal(1 + perhaps)
    found = (figure, *(answer for answer in answers.values() if isinstance(answer, Figure)))
    return Answered(
        function="rank",
        args=args,
        interval=Interval(Decimal(1 + above), far),
        figures=found,
        reason=f"no value for {', '.join(map(everything.label, absent))}" if absent else "",
    )


def spread(figure: Figure) -> Interval:
    """All that the sources of an answer allow: the hull of its rivals, or the sum of its parts' hulls."""
    if figure.kind == "derived":
        return total(spread(part) for part in figure.inputs)
    rivals = (observation.amount for observation in figure.rivals)
    return hull([figure.amount.interval, *(amount.interval for amount in rivals if amount is not None)])


def own_figure(answered: Answered) -> tuple[Figure, ...]:
    """The entity's own value, which alone is chosen among rivals."""
    return answered.figures[:1]


def _published(table: LeagueTable, args: tuple[str, ...]) -> Answered:
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

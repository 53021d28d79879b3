"""The place of an entity in a ranking as one side of a comparison."""

from __future__ import annotations

from decimal import Decimal

from sitegen.claims.results import Answered
from sitegen.figures import Figure, Figures, Missing, Rank, rank
from sitegen.figures.lives import why_missing
from sitegen.figures.ranks import member, ordered_by, ranks
from sitegen.model.basics.amount import Interval
from sitegen.model.ranking import LeagueTable, Ranking


def ranked(figures: Figures, ranking: Ranking, entity: str) -> Answered:
    """The places that the entity may hold, with every value they rest on, and whose values leave them open."""
    args = (ranking.id, entity)
    found = rank(figures, ranking, entity)
    if ranking.table is not None:
        rows = [row for row in ranking.table.rows if row.entity == entity]
        return Answered(
            function="rank",
            args=args,
            interval=_interval(found),
            sources=(ranking.table.source,) * len(rows),
            places=tuple(row.place for row in rows),
            shared=_beside(ranking.table, entity, found),
            reason="" if rows else figures.tracker.site.locale.say("claim.none.rank"),
        )
    answers = ordered_by(figures, ranking)
    places = ranks(figures, answers)
    own = answers.pop(member(ranking, entity))
    if found is None or isinstance(own, Missing):
        reason = why_missing(figures.tracker, own) if isinstance(own, Missing) else ""
        return Answered(function="rank", args=args, reason=reason)
    return Answered(
        function="rank",
        args=args,
        interval=_interval(found),
        figures=(own, *(answer for answer in answers.values() if isinstance(answer, Figure))),
        shared=tuple(
            figures.tracker.entities[series[0]].name
            for series, place in places.items()
            if found.shared and series in answers and place.shared and place.first == found.first
        ),
        reason=_why_open(figures, found),
    )


def _beside(table: LeagueTable, entity: str, found: Rank | None) -> tuple[str, ...]:
    """Who stands in a table at the one place of an entity."""
    if found is None or not found.settled:
        return ()
    return tuple(row.name for row in table.rows if row.rank == found.first and row.entity != entity)


def _interval(found: Rank | None) -> Interval | None:
    return None if found is None else Interval(Decimal(found.first), Decimal(found.last))


def _why_open(figures: Figures, found: Rank) -> str:
    """Whose values leave the place open, and who has none; "" if it is settled."""
    tracker = figures.tracker
    say, listed = tracker.site.locale.say, tracker.site.locale.listed
    open, absent = (listed(tracker.entities[id].name for id, _ in some) for some in (found.open, found.absent))
    match bool(open), bool(absent):
        case True, True:
            return say("claim.rank.open-absent", open=open, absent=absent)
        case True, False:
            return say("claim.rank.open", open=open)
        case False, True:
            return say("claim.rank.absent", absent=absent)
    return ""

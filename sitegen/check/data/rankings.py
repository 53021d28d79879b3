"""Checks on rankings: only what is of one unit, region and basis is ordered, unless a reason is given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures, differences, odd_one
from sitegen.figures.arithmetic.converting import how_to_convert, unit_in
from sitegen.figures.arithmetic.soundness import is_part_of
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.ranking import LeagueRow, Ranking
from sitegen.problems import Problem


def ranking_units(figures: Figures) -> Iterator[Finding]:
    """Members, or the whole that shares are taken of, in different units."""
    metrics = figures.tracker.metrics
    for ranking in figures.tracker.rankings.values():
        units = {series: unit_in(metrics[series[1]].unit, ranking.convert, metrics) for series in _series(ranking)}
        if (odd := odd_one(units)) is not None:
            found = set(units.values())
            said = ", ".join(sorted(str(unit) for unit in found if unit != units[odd]))
            apart = f'"{".".join(odd)}" is in {units[odd]}, others in {said}'
            message = f"the ranking orders series of different units: {apart}"
            hint = how_to_convert(found, ranking.convert, "make a ranking of each unit")
            place = ranking.names(odd) if ranking.convert is None else ranking.at("convert")
            yield Finding(Problem(place, "mixed-units", message, hint))


def ranking_directions(figures: Figures) -> Iterator[Finding]:
    """Members of which more is better beside members of which less is."""
    metrics = figures.tracker.metrics
    for ranking in figures.tracker.rankings.values():
        odd = odd_one({series: metrics[series[1]].better == "less" for series in ranking.members})
        if odd is not None:
            message = "less is better in some series of the ranking, and more in others"
            hint = "give their metrics one better: in data/metrics.yaml"
            yield Finding(Problem(ranking.names(odd), "mixed-units", message, hint))


def ranking_shares(figures: Figures) -> Iterator[Finding]:
    """Shares of a whole, in a ranking of what has no shares."""
    metrics = figures.tracker.metrics
    for ranking in figures.tracker.rankings.values():
        kinds = sorted({metrics[metric].kind for _, metric in _series(ranking) if not metrics[metric].rules.share})
        if ranking.of is not None and kinds:
            message = (
                f"a {kinds[0]} is no share of another, so the ranking cannot show shares of {'.'.join(ranking.of)}"
            )
            yield Finding(Problem(ranking.at("of"), "metric-kind", message, 'take the line "of: …" out'))


def table_order(figures: Figures) -> Iterator[Finding]:
    """Places of a published table whose values go up where others go down, or all go up though more is better."""
    for ranking in figures.tracker.rankings.values():
        rows = [row for row in (() if ranking.table is None else ranking.table.rows) if row.amount is not None]
        pairs = [(one, two) for one, two in pairwise(sorted(rows, key=lambda row: row.rank)) if one.rank < two.rank]
        rising = [(one, two) for one, two in pairs if _below(one, two)]
        falling = [(one, two) for one, two in pairs if _below(two, one)]
        few = rising if len(rising) <= 2 * len(falling) else falling
        for one, two in few if rising and falling else ():
            places = [f"place {row.rank} has {_written(row)}" for row in (one, two)]
            message = f"{' and '.join(places)}, but other places stand in the opposite order"
            hint = "look for a wrong rank or value, or a total; if the table says so: accepted: {table-order: why}"
            yield Finding(Problem(two.place, "table-order", message, hint), (ranking,))
        if rising and not falling and _more_is_better(figures, ranking):
            one, two = rising[0]
            places = [f"place {row.rank} has {_written(row)}" for row in (one, two)]
            message = f"{' and '.join(places)}, and of what is counted in this unit more is better"
            hint = "look for exchanged ranks; if less is better in this table: accepted: {table-order: why}"
            yield Finding(Problem(two.place, "table-order", message, hint), (ranking,))


def _more_is_better(figures: Figures, ranking: Ranking) -> bool:
    """Whether the metrics in the unit of a published table, of which there are some, all have more as better."""
    alike = [
        metric for metric in figures.tracker.metrics.values() if ranking.table and metric.unit == ranking.table.unit
    ]
    return bool(alike) and all(metric.better == "more" for metric in alike)


def _below(one: LeagueRow, other: LeagueRow) -> bool:
    """Whether the value of a row is certainly less than that of another; both have one."""
    return one.amount is not None and other.amount is not None and one.amount.interval.below(other.amount.interval)


def _written(row: LeagueRow) -> str:
    interval = row.amount.interval if row.amount is not None else None
    value = row.amount.value if row.amount is not None else None
    return str(value) if value is not None or interval is None else f"{interval.low} to {interval.high}"


def ranking_bases(figures: Figures) -> Iterator[Finding]:
    """Members, or the whole that shares are taken of, of different region, basis or calendar without a reason."""
    for ranking in figures.tracker.rankings.values():
        differs = _differs(figures, ranking)
        if differs and ranking.mixed is None:
            message = f"the series of the ranking differ in {differs}"
            hint = "say why they may stand in one ranking: mixed: …"
            known = (figures.tracker.series[series] for series in _series(ranking))
            odd = odd_one({each.id: (each.region, each.basis) for each in known})
            place = ranking.at("members") if odd is None else ranking.names(odd)
            yield Finding(Problem(place, "mixed-bases", message, hint))


def _differs(figures: Figures, ranking: Ranking) -> str:
    """What differs among the series of a ranking, in words: their calendars only where the period has other days."""
    tracker = figures.tracker
    periods = (figures.placed(Address(*series, ranking.period)).period for series in _series(ranking))
    spans = {period for period in periods if isinstance(period, Period)}
    return differences((tracker.series[series] for series in _series(ranking)), tracker.places, spans)


def ranking_parts(figures: Figures) -> Iterator[Finding]:
    """A member that belongs to another member in the period, so that its number counts in two places."""
    for ranking in figures.tracker.rankings.values():
        for (number, one), (_, other) in permutations(enumerate(ranking.members), 2):
            days = figures.placed(Address(*one, ranking.period)).period
            if isinstance(days, Period) and is_part_of(figures.tracker, one, other, days):
                message = f'"{one[0]}" is a part of "{other[0]}", and both stand in the ranking'
                hint = "rank the one or the other"
                yield Finding(Problem(ranking.at("members", number), "counted-twice", message, hint))


def _series(ranking: Ranking) -> tuple[tuple[str, str], ...]:
    return ranking.members if ranking.of is None else (*ranking.members, ranking.of)

"""What two entities have in common, each with its brands and models: all that a page can compare them by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import product

from msgspec import Struct, structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.mixing import differences
from sitegen.figures.dense import dense, reach_of
from sitegen.figures.figure import Figure
from sitegen.figures.rankings import standings
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import CADENCES, Period
from sitegen.model.capability import latest
from sitegen.model.ranking import Ranking
from sitegen.model.site import Pair
from sitegen.model.stages import positions_of
from sitegen.model.tracker import Tracker


class Alike(Struct, frozen=True):
    """A series of each that stand side by side. periods: for which both have a value, in order.

    mixed: why they may, where they do not count the same on the same basis; "" where they do.
    """

    one: SeriesId
    other: SeriesId
    periods: tuple[Period, ...]
    mixed: str = ""


class Apart(Struct, frozen=True):
    """The series of each that come nearest to one another. differs: in what, in words; "" if only in their periods."""

    one: SeriesId
    other: SeriesId
    differs: str


class Common(Struct, frozen=True, kw_only=True):
    """What can be compared. Ids of charts, rankings, places, capabilities and claims in which both occur.

    line: the two series with the longest line in periods of one cadence that lie close together, of those that are not
    counted alike where no two are; None without two such.
    numbers: for each metric the two series with the most periods, the most first; of a metric that is not counted alike
    those that a ranking sets side by side. apart: the nearest two where there are no numbers; None if there are some,
    or nothing is counted of both. charts: those with the fewest entities first.
    """

    line: Alike | None
    numbers: tuple[Alike, ...]
    apart: Apart | None
    charts: tuple[str, ...]
    rankings: tuple[str, ...]
    places: tuple[str, ...]
    capabilities: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return any((self.numbers, self.rankings, self.places, self.capabilities, self.claims))


def in_common(pair: Pair, own: Iterable[SeriesId]) -> tuple[str, Callable[[Figures], Common]]:
    """A name of what a pair has in common, and how it is found. own: the series of both, brands and models too."""
    series = sorted(own)
    return f"in common {pair.id} {series}", partial(_common, pair.one, pair.other, series)


def members(tracker: Tracker, entity: str) -> frozenset[str]:
    """An entity with the brands and models that stand on its page."""
    return frozenset(each.id for each in tracker.entities.values() if entity in (each.id, each.page))


def _common(one: str, other: str, own: Sequence[SeriesId], figures: Figures) -> Common:
    tracker = figures.tracker
    sides = members(tracker, one), members(tracker, other)
    ours, theirs = ([id for id in own if id[0] in side] for side in sides)
    shared = [two for two in product(ours, theirs) if _is_same(tracker, *two)]
    found = [alike for two in shared if (alike := _alike(figures, *two)) is not None]
    metrics = {alike.one[1] for alike in found}
    ranked = [
        structs.replace(alike, periods=_answered(figures, alike.one, alike.other))
        for alike in _ranked(figures, sides)
        if alike.one[1] not in metrics
    ]
    found.sort(key=lambda alike: _weight(tracker, alike))
    side_by_side = sorted((*found, *ranked), key=lambda alike: _weight(tracker, alike))
    here = [at for at in positions_of(tracker) if any(entry.where == at.where for entry in at.entries)]
    placed = {at.where: [each.entity for each in here if each.where == at.where] for at in here}
    capabilities = tracker.capabilities.values()
    return Common(
        line=_line(found) or _line(ranked),
        numbers=tuple({alike.one[1]: alike for alike in reversed(side_by_side)}.values())[::-1],
        apart=None if side_by_side else _apart(figures, shared),
        charts=tuple(_drawn(tracker, sides)),
        rankings=tuple(r.id for r in tracker.rankings.values() if _hold(figures, r, sides)),
        places=tuple(sorted((w for w in placed if _both(sides, placed[w])), key=tracker.places.order)),
        capabilities=tuple(
            c.id for c in capabilities if _both(sides, (a.entity for a in c.answers if latest(c.answers, a.entity)))
        ),
        claims=tuple(claim.id for claim in tracker.claims.values() if _both(sides, claim.about)),
    )


def _both(sides: Sequence[frozenset[str]], entities: Iterable[str]) -> bool:
    """Whether some of the entities are of the one, and some of the other."""
    found = {*entities}
    return all(side & found for side in sides)


def _is_same(tracker: Tracker, one: SeriesId, other: SeriesId) -> bool:
    """Whether two series count the same thing, of two models or of neither."""
    models = {tracker.entities[entity].kind == "model" for entity, _ in (one, other)}
    return one[1] == other[1] and len(models) == 1


def _alike(figures: Figures, one: SeriesId, other: SeriesId) -> Alike | None:
    """Two series of one region and basis with the periods that both answer for; None if there are none."""
    tracker = figures.tracker
    if differences([tracker.series[one], tracker.series[other]], tracker.places):
        return None
    periods = _answered(figures, one, other)
    return Alike(one, other, periods) if periods else None


def _answered(figures: Figures, one: SeriesId, other: SeriesId) -> tuple[Period, ...]:
    """The periods that two series answer for, in order; those too for which shorter ones are added up."""
    evidence, series = figures.evidence, figures.tracker.series
    asked = {period for id in (one, other) for period in (*evidence.periods(id), *evidence.worked_out(id))}
    asked |= {whole for period in asked for whole in period.wholes(series[one].calendar)}
    answered = (p for p in asked if all(isinstance(figures.answer(Address(*id, p)), Figure) for id in (one, other)))
    return tuple(sorted(answered, key=_order))


def _ranked(figures: Figures, sides: Sequence[frozenset[str]]) -> list[Alike]:
    """Series of each that rankings by value set side by side for a reason, with the periods of these rankings."""
    tracker = figures.tracker
    found: dict[tuple[SeriesId, SeriesId], list[tuple[Period, str]]] = defaultdict(list)
    for ranking in tracker.rankings.values():
        if ranking.by != "value" or ranking.mixed is None or not isinstance(ranking.period, Period):
            continue
        ours, theirs = ([id for id in ranking.members if id[0] in side] for side in sides)
        for two in product(ours, theirs):
            answers = (figures.answer(Address(*id, ranking.period)) for id in two)
            units = {tracker.metrics[id[1]].unit for id in two}
            if len(units) == 1 and all(isinstance(answer, Figure) for answer in answers):
                found[two].append((ranking.period, ranking.mixed))
    ordered = ((two, sorted(why, key=lambda each: _order(each[0]))) for two, why in found.items())
    return [Alike(*two, tuple(period for period, _ in why), why[-1][1]) for two, why in ordered]


def _order(period: Period) -> tuple[date, int]:
    """What orders periods: the earlier end, and of one end the shorter first."""
    return period.last, -period.first.toordinal()


def _drawn(tracker: Tracker, sides: Sequence[frozenset[str]]) -> list[str]:
    """The charts that draw series of both, those with the fewest entities first."""
    drawn = {id: {entity for entity, _ in chart.drawn} for id, chart in tracker.charts.items()}
    return sorted((id for id, entities in drawn.items() if _both(sides, entities)), key=lambda id: (len(drawn[id]), id))


def _weight(tracker: Tracker, alike: Alike) -> tuple[bool, int, int]:
    """Companies and brands before models, many periods before few, a company before its brands."""
    owners = [tracker.entities[entity] for entity, _ in (alike.one, alike.other)]
    return owners[0].kind == "model", -len(alike.periods), sum(owner.page != owner.id for owner in owners)


def _line(found: Sequence[Alike]) -> Alike | None:
    """The longest lines, in periods of one cadence of which both have enough."""

    def lines() -> Iterator[Alike]:
        for alike, cadence in product(found, CADENCES):
            if periods := _close([period for period in alike.periods if period.cadence == cadence]):
                yield structs.replace(alike, periods=periods)

    return max(lines(), key=lambda line: reach_of(len(line.periods), line.periods[0], line.periods[-1]), default=None)


def _close(shared: Sequence[Period]) -> tuple[Period, ...]:
    """Of periods of one cadence those up to the last that lie close enough for a line; () if too few do."""
    every = list(shared[-1:])
    while every and every[-1].first > shared[0].first:
        every.append(every[-1].previous())
    every.reverse()
    start = dense([period in shared for period in every])
    return () if start is None else tuple(period for period in shared if period.first >= every[start].first)


def _hold(figures: Figures, ranking: Ranking, sides: Sequence[frozenset[str]]) -> bool:
    """Whether both have a place in a ranking."""
    rows = () if ranking.table is None else ranking.table.rows
    named = {*(entity for entity, _ in ranking.members), *(row.entity for row in rows if row.entity is not None)}
    if not _both(sides, named):
        return False
    lines = standings(figures, ranking)
    return _both(sides, (line.entity for line in lines if line.entity is not None and line.rank is not None))


def _apart(figures: Figures, shared: Sequence[tuple[SeriesId, SeriesId]]) -> Apart | None:
    """Why no number of the one can stand beside one of the other: said of the metric of which both have the most."""
    if not shared:
        return None
    tracker = figures.tracker
    ours, theirs = max(shared, key=lambda two: min(len(figures.evidence.periods(id)) for id in two))
    return Apart(ours, theirs, differences([tracker.series[ours], tracker.series[theirs]], tracker.places))

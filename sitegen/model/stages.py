"""How far an entity has come in a place, by the market entries that sources report.

Of each entity and place the latest entry is current, and of a company the furthest current stage of itself, its
brands and its models, in the place and in the places inside it. A withdrawal ends what was said before it of the
same entity, of its brands and models, there and in the places inside. An entry of a wider place is none of a country
in it: a plan for Europe may leave Norway out. But an end of the company or of the wider place holds for its parts,
and an end of a part does not hold for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from sitegen.grouped import grouped
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.lives import belongs, belongs_now
from sitegen.model.tracker import Tracker

ENDS: tuple[Stage, ...] = ("denied", "withdrawn", "paused")
STEPS: tuple[Stage, ...] = ("rumoured", "announced", "planned", "entered", "on sale")
DONE: tuple[Stage, ...] = ("entered", "on sale")
"""The stages that are reached: the date of one is since when, that of any other for when."""
STAGES: tuple[Stage, ...] = (*ENDS, *STEPS)
"""Every stage, the furthest last; what is ended comes before a rumour."""


class Current(Struct, frozen=True):
    """An entry that may be the current one of its entity and place.

    against: another one that is current in its stead if their dates, which overlap, lie the other way; or None.
    """

    entry: MarketEntry
    against: MarketEntry | None = None

    @property
    def far(self) -> int:
        """How far its stage is, as an index of STAGES; 0 for any end, which is no step of the way."""
        return 0 if self.entry.stage in ENDS else STAGES.index(self.entry.stage)


class Position(Struct, frozen=True):
    """One entity in one place: the entry that is current there, or several where dates leave it open."""

    entity: str
    where: str
    possible: tuple[Current, ...]

    @property
    def ended(self) -> bool:
        """True if it is certain that the entity is not on its way there."""
        return all(now.far == 0 for now in self.possible)

    @property
    def entries(self) -> tuple[MarketEntry, ...]:
        """The entry of each possible stage, the furthest first; of several of one stage the one that was said last."""
        found = {now.entry.stage: now.entry for now in sorted(self.possible, key=lambda now: _last_said(now.entry))}
        return tuple(sorted(found.values(), key=lambda entry: -STAGES.index(entry.stage)))


class Reached(Struct, frozen=True):
    """How far an entity has come in a place.

    stages: the furthest current stage; several, the furthest first, where the dates of two entries, `unordered`,
    leave open which of them is current; none where no entry answers. entries: those that say so; where none answers,
    those of a wider place, of the parent or of a part, which answer for that only.
    """

    stages: tuple[Stage, ...]
    entries: tuple[MarketEntry, ...]
    unordered: tuple[MarketEntry, MarketEntry] | None = None


def reached(tracker: Tracker, entity: str, place: str) -> Reached:
    """The furthest current stage of the entity, its brands and models in the place or in a place inside it."""
    positions = positions_of(tracker)
    inside = [
        at
        for at in positions
        if belongs_now(tracker.entities, at.entity, entity) and tracker.places.within(at.where, place)
    ]
    least = max((min(now.far for now in at.possible) for at in inside), default=0)
    steps = [now for at in inside for now in at.possible if now.far >= max(least, 1)]
    steps.sort(key=lambda now: -now.far)
    stages = tuple(dict.fromkeys(now.entry.stage for now in steps))
    if steps and least:
        return _decided(stages, steps)
    if steps:
        ended = (now.entry.stage for at in inside for now in at.possible if now.far == 0)
        return _decided((*stages, max(ended, key=STAGES.index)), steps)
    above = [
        at
        for at in positions
        if at.ended and tracker.places.within(place, at.where) and belongs_now(tracker.entities, entity, at.entity)
    ]
    ends = [now.entry for at in above if not any(_inside(other, at, tracker) for other in above) for now in at.possible]
    if not ends:
        return Reached((), _beside(positions, entity, place, tracker))
    furthest = max((end.stage for end in ends), key=STAGES.index)
    return Reached((furthest,), tuple(dict.fromkeys(end for end in ends if end.stage == furthest)))


def _inside(one: Position, other: Position, tracker: Tracker) -> bool:
    """Whether one is of a part of the other, whose own step counts there."""
    if (one.entity, one.where) == (other.entity, other.where):
        return False
    return tracker.places.within(one.where, other.where) and belongs_now(tracker.entities, one.entity, other.entity)


def positions_of(tracker: Tracker) -> tuple[Position, ...]:
    """Where every entity stands in every place that an undeprecated entry names, in the order of the entries."""
    groups = grouped(((entry.entity, entry.where), entry) for entry in tracker.entries if entry.use != "deprecated")
    withdrawals = [entry for group in groups.values() for entry in group if entry.stage == "withdrawn"]
    return tuple(
        Position(entity, where, tuple(_possible(group, withdrawals, tracker)))
        for (entity, where), group in groups.items()
    )


def _possible(group: Sequence[MarketEntry], withdrawals: Sequence[MarketEntry], tracker: Tracker) -> Iterator[Current]:
    """The latest entries of one entity and place, and the withdrawals from elsewhere that end them or may do so."""
    newest = max(entry.said.first for entry in group)
    latest = [entry for entry in group if entry.said.last >= newest]
    stages = {entry.stage: entry for entry in latest}
    here = group[0].entity, group[0].where
    above = [end for end in withdrawals if (end.entity, end.where) != here and _covers(end, group[0], tracker)]
    dated = {end.said: end for end in above}.values()
    for entry in latest:
        ends = [end for end in dated if not _before(end, entry)]
        if ended := next((end for end in ends if _before(entry, end)), None):
            yield Current(ended)
            continue
        others = {end.stage: end for end in ends} | stages
        yield Current(entry, next((other for stage, other in others.items() if stage != entry.stage), None))
        yield from (Current(end, entry) for end in ends)


def _covers(end: MarketEntry, entry: MarketEntry, tracker: Tracker) -> bool:
    """True if an end of the one reaches the entity and the place of the other."""
    there = entry.entity == end.entity or belongs(tracker.entities, entry.entity, end.entity, end.said)
    return there and tracker.places.within(entry.where, end.where)


def _last_said(entry: MarketEntry) -> tuple[date, date, str]:
    return (entry.said.last, entry.said.first, entry.source)


def _before(entry: MarketEntry, other: MarketEntry) -> bool:
    """True if the one was certainly said before the other."""
    return entry.said.last < other.said.first


def _decided(stages: tuple[Stage, ...], steps: Sequence[Current]) -> Reached:
    """The answer of steps, the furthest first. The furthest of several stages has another entry against it."""
    first = steps[0]
    entries = tuple(dict.fromkeys(now.entry for now in steps if now.entry.stage == first.entry.stage))
    unordered = None if len(stages) == 1 or first.against is None else (first.entry, first.against)
    return Reached(stages, entries, unordered)


def _beside(positions: Sequence[Position], entity: str, place: str, tracker: Tracker) -> tuple[MarketEntry, ...]:
    """The current entries of a wider place or of the parent, and the ends of parts."""
    return tuple(
        now.entry
        for at in positions
        for now in at.possible
        if (belongs_now(tracker.entities, at.entity, entity) or belongs_now(tracker.entities, entity, at.entity))
        and (tracker.places.within(at.where, place) or tracker.places.within(place, at.where))
    )

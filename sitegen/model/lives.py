"""Lives of entities: when one has ended or not begun yet, and what it belongs to in a period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Literal

from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity, Tie

Entities = Mapping[str, Entity]
Outside = Literal["ended", "not begun"]
EVER = Period(date.min, date.max)


def ending(entities: Entities, id: str) -> Entity | None:
    """The entity whose end is that of another: itself, or what it belonged to last; None while it lives."""
    return next((entity for entity in lineage(entities, id) if entity.until is not None), None)


def lineage(entities: Entities, id: str) -> tuple[Entity, ...]:
    """An entity, and upwards all that it still belongs to."""
    found: dict[str, Entity] = {}
    above: str | None = id
    while above is not None and above in entities and above not in found:
        found[above] = entities[above]
        above = found[above].parent
    return tuple(found.values())


def outside(entities: Entities, id: str, period: Period) -> Outside | None:
    """Whether an entity had ended before a period, or began after it; None if it lives on some day of it."""
    if id not in entities:
        return None
    since, ended = entities[id].since, ending(entities, id)
    if ended is not None and ended.until is not None and ended.until.last < period.first:
        return "ended"
    return "not begun" if since is not None and since.first > period.last else None


def belongs(entities: Entities, part: str, whole: str, period: Period = EVER) -> bool:
    """Whether an entity belongs to another one, directly or through what lies between, on a day of a period."""
    return whole in _wholes(entities, part, period)


def belongs_now(entities: Entities, part: str, whole: str) -> bool:
    """Whether an entity is another one or still belongs to it."""
    return part == whole or any(entity.id == whole for entity in lineage(entities, part))


def counts_in(entities: Entities, part: str, whole: str, period: Period = EVER) -> bool:
    """Whether what an entity counts is in what another one counts: it belongs to it, or is a member of it, then."""
    if belongs(entities, part, whole, period):
        return True
    members = entities[whole].members if whole in entities else ()
    return any(
        part == tie.entity or belongs(entities, part, tie.entity, days)
        for tie in members
        if (days := _common(period, (tie.since, tie.until), _life(entities, part))) is not None
    )


def circle(entities: Entities, id: str) -> tuple[str, ...]:
    """The ids from an entity up to the one that belongs to it in turn, on one day; () where there is no such circle."""
    return _wholes(entities, id, EVER).get(id, ())


def _wholes(entities: Entities, id: str, period: Period) -> Mapping[str, tuple[str, ...]]:
    """All that an entity belongs to on a day of a period on which it lives, each with the ids on the way to it."""
    found: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[str, tuple[str, ...], Period]] = [(id, (id,), period)]
    while waiting:
        part, way, within = waiting.pop()
        if part not in entities:
            continue
        for tie in entities[part].parents:
            days = _common(within, _life(entities, part), (tie.since, tie.until))
            if days is not None and tie.entity not in found:
                found[tie.entity] = way
                waiting.append((tie.entity, (*way, tie.entity), days))
    return found


def _life(entities: Entities, id: str) -> tuple[Period | None, Period | None]:
    return (entities[id].since, entities[id].until) if id in entities else (None, None)


def _common(period: Period, *spans: tuple[Period | None, Period | None]) -> Period | None:
    """The days of a period that lie in every one of some spans; None if there are none."""
    first = max([period.first, *(since.first for since, _ in spans if since is not None)])
    last = min([period.last, *(until.last for _, until in spans if until is not None)])
    return Period(first, last) if first <= last else None


def overlapping(ties: Iterable[Tie]) -> tuple[Tie, Tie] | None:
    """Two of some ties, in the order of time, that certainly have a day in common, or None."""
    ordered = sorted(ties, key=begun)
    for one, other in pairwise(ordered):
        if one.until is None or other.since is None or other.since.last < one.until.first:
            return one, other
    return None


def begun(tie: Tie) -> date:
    """The first day of a tie."""
    return EVER.first if tie.since is None else tie.since.first

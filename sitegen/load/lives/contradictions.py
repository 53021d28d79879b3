"""What contradicts in the lives of all entities, which is known only when all files are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity
from sitegen.model.lives import circle, overlapping
from sitegen.problems import Place, Problem

_DATES = "look at from: and until: of both"
_END_ONE = "end the one before the other begins: until: …"


def contradictions(entities: Mapping[str, Entity]) -> Iterator[Problem]:
    """Circles of parents and of successors, two parents at one time, and dates at which an entity is not there."""
    for entity in entities.values():
        ids = circle(entities, entity.id)
        if ids and entity.id == min(ids):
            message = f"{' belongs to '.join([*ids, entity.id])}: none of them is above the others"
            yield Problem(entity.place, "parent-circle", message, "take parent: out at the one above the others")
        yield from _succession(entities, entity)
        yield from _ties(entities, entity)
        for former in entity.former_names:
            yield from _within(entity, former.until, former.place)


def _succession(entities: Mapping[str, Entity], entity: Entity) -> Iterator[Problem]:
    """A successor that had ended before, or successors in a circle, which is reported once."""
    ids, after = [entity.id], entities.get(entity.successor or "")
    while after is not None and after.id not in ids:
        ids.append(after.id)
        after = entities.get(after.successor or "")
    place = entity.places.get("successor", entity.place)
    if after is not None and after.id == entity.id == min(ids):
        message = f"{' is succeeded by '.join([*ids, entity.id])}: none of them is the last"
        yield Problem(place, "life-order", message, "take successor: out at the one that is there now")
        return
    last = entities.get(entity.successor or "")
    if last is not None and last.until and entity.until and last.until.last < entity.until.first:
        message = f'"{last.id}", the successor, ended in {last.until}, before {entity.until}'
        yield Problem(place, "life-order", message, "name the one that went on, or look at until: of both")


def _ties(entities: Mapping[str, Entity], entity: Entity) -> Iterator[Problem]:
    """Two parents at one time, a member twice at one time, and dates at which one of the two is not there."""
    if (both := overlapping(entity.parents)) is not None:
        message = f'"{entity.id}" belongs to "{both[0].entity}" and to "{both[1].entity}" at one time'
        yield Problem(both[1].place, "life-order", message, _END_ONE)
    for member in dict.fromkeys(tie.entity for tie in entity.members):
        if (both := overlapping(tie for tie in entity.members if tie.entity == member)) is not None:
            yield Problem(both[1].place, "life-order", f'"{member}" is a member twice at one time', _END_ONE)
    for tie in (*entity.parents, *entity.members):
        ends = [end for end in (tie.since, tie.until) if end is not None]
        for end in ends:
            yield from _within(entities.get(tie.entity), end, tie.place)
        for end in ends if tie in entity.members else ():
            yield from _within(entity, end, tie.place)


def _within(entity: Entity | None, day: Period, place: Place) -> Iterator[Problem]:
    """A date at which an entity is not there yet, or no longer."""
    if entity is None:
        return
    if entity.since is not None and day.last < entity.since.first:
        yield Problem(place, "life-order", f'{day} is before {entity.since}, when "{entity.id}" begins', _DATES)
    elif entity.until is not None and day.first > entity.until.last:
        yield Problem(place, "life-order", f'{day} is after {entity.until}, when "{entity.id}" ended', _DATES)

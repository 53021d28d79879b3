"""Lives of entities as one file gives them: dates, former names, parents and members."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape.keys.entities import EntityShape, TieShape
from sitegen.load.words.names import refuse_counts
from sitegen.model.basics.period import Period
from sitegen.model.entity import FormerName, Tie
from sitegen.model.lives import begun
from sitegen.problems import Place

Step = str | int
_DATES = "look at the year, the month and the day"


def ties(parsed: Parsed[EntityShape], gather: Gather, given: Sequence[TieShape], *path: Step) -> tuple[Tie, ...]:
    """The parents or members that a list names, the earliest first."""
    found = []
    for index, shape in enumerate(given):
        place = parsed.at(*path, index, "entity")
        gather.ref("entity", shape.entity, place)
        _in_order(gather, shape.since, shape.until, parsed.at(*path, index, "until"))
        found.append(Tie(shape.entity, shape.since, shape.until, place))
    return tuple(sorted(found, key=begun))


def former_names(parsed: Parsed[EntityShape], gather: Gather, *path: Step) -> tuple[FormerName, ...]:
    """What an entity was called, the latest name first. path: of the entity."""
    given = _at(parsed.shape, path).former_names
    gather.once(parsed, [each.name for each in given], *path, "former_names")
    refuse_counts(parsed, [each.name for each in given], gather, *path, "former_names")
    places = (parsed.at(*path, "former_names", index, "until") for index in range(len(given)))
    found = [FormerName(each.name, each.until, place) for each, place in zip(given, places, strict=True)]
    return tuple(sorted(found, key=lambda former: former.until.last, reverse=True))


def check_life(parsed: Parsed[EntityShape], gather: Gather, kind: str, *path: Step) -> None:
    """Reports what is wrong in the dates of one entity, and keys that have no place there."""
    shape = _at(parsed.shape, path)
    _in_order(gather, shape.since, shape.until, parsed.at(*path, "until"))
    for key, says in (("ended", "why it ended"), ("successor", "what took its place")):
        if getattr(shape, key) is not None and shape.until is None:
            message = f"{key}: says {says}, but no end is given"
            gather.add(parsed.key(*path, key), "missing-key", message, "add until: the day, month or year of the end")
    if shape.members and kind != "alliance":
        message = f"only an alliance has members, and this is a {kind}"
        hint = "write kind: alliance, or parent: in the file of each member"
        gather.add(parsed.key(*path, "members"), "unknown-key", message, hint)


def _in_order(gather: Gather, since: Period | None, until: Period | None, place: Place) -> None:
    if since is not None and until is not None and until.last < since.first:
        gather.add(place, "life-order", f"until: {until} is before {since}, the beginning", _DATES)


def _at(shape: EntityShape, path: Sequence[Step]) -> EntityShape:
    """The entity at a path of a file: `brands`, an id, `models`, an id."""
    for group, id in zip(path[::2], path[1::2], strict=True):
        shape = getattr(shape, str(group))[id]
    return shape

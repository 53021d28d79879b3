"""Places of the project's own: subdivisions of countries, and regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.words.names import refuse_counts
from sitegen.model.places import PLACES, OwnPlace, Places, country_of
from sitegen.words import Locale


def places(parsed: Parsed[shapes.PlacesFile], gather: Gather) -> Iterator[OwnPlace]:
    """The places of `data/places.yaml`."""
    own = {
        id: OwnPlace(id=id, name=shape.name, members=tuple(shape.members), place=parsed.key(id))
        for id, shape in parsed.shape.root.items()
    }
    for one in own.values():
        _check(parsed, one, gather)
    found = len(gather.problems)
    for id, circle in _circles(own):
        message = f"{' holds '.join([*circle, circle[0]])}: none of them is above the others"
        gather.add(parsed.at(id, "members"), "parent-circle", message, "take one of them out of the members of another")
    if len(gather.problems) == found and all(member in own or member in PLACES for member in _members(own)):
        _check_overlaps(parsed, Places(own, Locale()), gather)
    yield from own.values()


def _check(parsed: Parsed[shapes.PlacesFile], one: OwnPlace, gather: Gather) -> None:
    """Notes what is wrong with a place by itself."""
    if one.id in PLACES:
        hint = "take it out, or give a region of your own another id"
        gather.add(one.place, "repeated-id", f'"{one.id}" is a country or region that sitegen knows already', hint)
    elif not one.members and country_of(one.id) is None:
        message = f'"{one.id}" has no members, and is no ISO 3166-2 code of a part of a country'
        hint = "add members: [de, at] for a region, or write such a code, as in us-ca"
        gather.add(one.place, "missing-key", message, hint)
    refuse_counts(parsed, (one.name,), gather, one.id, "name")
    gather.once(parsed, one.members, one.id, "members")
    for index, member in enumerate(one.members):
        gather.ref("place", member, parsed.at(one.id, "members", index))


def _circles(own: Mapping[str, OwnPlace]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each circle of members once, with the first of its places by id."""
    for id in sorted(own):
        if (circle := _back(own, id, (id,))) is not None and id == min(circle):
            yield id, circle


def _back(own: Mapping[str, OwnPlace], first: str, way: tuple[str, ...]) -> tuple[str, ...] | None:
    """The way down through members from a place to itself; None if there is none."""
    for member in own[way[-1]].members:
        if member == first:
            return way
        if member in own and member not in way and (found := _back(own, first, (*way, member))):
            return found
    return None


def _members(own: Mapping[str, OwnPlace]) -> Iterator[str]:
    return (member for one in own.values() for member in one.members)


def _check_overlaps(parsed: Parsed[shapes.PlacesFile], tree: Places, gather: Gather) -> None:
    """Notes each member of a region that lies in another member, so that it is listed twice."""
    for one in tree.own.values():
        for index, member in enumerate(one.members):
            wider = (other for other in one.members if other != member and tree.within(member, other))
            if (other := next(wider, None)) is not None:
                message = f'"{member}" lies in "{other}", which stands in the list too'
                gather.add(parsed.at(one.id, "members", index), "repeated-id", message, "keep the wider one")

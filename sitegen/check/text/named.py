"""Which things of the tracker a text names, and which a check asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from sitegen.model.basics.address import Address
from sitegen.model.claim import Claim
from sitegen.model.entity import Entity, reached
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import parse

_CAPITALS = re.compile(r"[A-Z]{3}")
_LETTER = re.compile(r"[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""A letter or digit of a script that has spaces between words, which Thai and Han have not, nor Hangul before a
particle."""


_GENITIVES = dict.fromkeys(("de", "da", "nb", "nn", "no", "sv"), "s")
"""By language: the letter that a name has where something is of it."""


def named(tracker: Tracker, words: str) -> set[str]:
    """The entities whose name, native name or alias stands in a text, be it in capitals."""
    loud, ends = _CAPITALS.search(words) is not None, _ends(tracker)
    return {
        id
        for id, entity in tracker.entities.items()
        if any(_stands(name, words, ends) or (loud and _stands(name.upper(), words, ends)) for name in entity.names)
    }


def places(tracker: Tracker, words: str) -> list[tuple[str, int, str]]:
    """The id of each entity that a text names, where, and the name: the longest where one lies within another."""
    every = (
        (at, name, id)
        for id, entity in tracker.entities.items()
        for name in entity.names
        for at in standing(name, words, _ends(tracker))
    )
    found: list[tuple[str, int, str]] = []
    end = 0
    for at, name, id in sorted(every, key=lambda each: (each[0], -len(each[1]))):
        if at >= end:
            found.append((id, at, name))
            end = at + len(name)
    return found


def _ends(tracker: Tracker) -> str:
    """What a name may end with in the language of a site: "Northfields Absatz"."""
    return _GENITIVES.get(tracker.site.locale.babel.language, "")


def _stands(name: str, words: str, ends: str) -> bool:
    return next(standing(name, words, ends), None) is not None


def standing(name: str, words: str, ends: str = "") -> Iterator[int]:
    """Where a name is a word of its own; it may touch letters that need no spaces, and one in such letters any others.

    ends: letters that it may have behind it.
    """
    at = words.find(name)
    while at >= 0:
        end = at + len(name)
        behind = (end, end + len(ends)) if words.startswith(ends, end) else (end,)
        ended = not all(_LETTER.match(words, each) for each in behind)
        stands = not name.isascii() or (ended and not _LETTER.match(words[at - 1 : at]))
        if stands:
            yield at
        at = words.find(name, end if stands else at + 1)


def behind(tracker: Tracker, claim: Claim) -> list[Claim]:
    """A claim and those whose verdicts its checks ask for, and so on, each once."""
    found, left = {claim.id: claim}, [claim]
    while left:
        for call in (call for line in left.pop().tests for call in parse(line.source).find_all(nodes.Call)):
            match call:
                case nodes.Call(node=nodes.Name(name="verdict"), args=[nodes.Const(value=str(id))]) if id not in found:
                    found[id] = tracker.claims[id]
                    left.append(found[id])
    return list(found.values())


def asked(tracker: Tracker, claim: Claim) -> set[str]:
    """The entities that the checks of a claim ask the data for, also through the verdicts on other claims."""
    first, *others = behind(tracker, claim)
    found = {id for other in others for id in other.about}
    lines = (line for each in (first, *others) for line in each.tests)
    for each in (each for line in lines for each in parse(line.source).find_all((nodes.Call, nodes.Filter))):
        match each:
            case nodes.Filter(name="share" | "times", args=[nodes.Const(value=str(text)), *_]):
                found.add(Address.parse(text).entity)
            case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
                found.add(Address.parse(text).entity)
            case nodes.Call(node=nodes.Name(name="capability" | "entry"), args=[nodes.Const(value=str(id)), *_]):
                found.add(id)
            case nodes.Call(node=nodes.Name(name="rank"), args=[_, nodes.Const(value=str(id))]):
                found.add(id)
            case nodes.Call(node=nodes.Name(name="event"), args=[nodes.Const(value=str(id))]):
                found.update(tracker.events[id].entities)
    return found


def tied(tracker: Tracker, one: str, other: str) -> bool:
    """Whether one belongs to the other, or both to a third."""

    def following(entity: Entity) -> Iterator[str]:
        yield from (tie.entity for tie in entity.parents)
        yield from filter(None, [entity.above])
        every = tracker.entities.values()
        yield from (each.id for each in every if any(tie.entity == entity.id for tie in each.members))

    return bool(reached(one, tracker.entities, following) & reached(other, tracker.entities, following))

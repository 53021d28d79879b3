"""The sound part of a project that could not be loaded whole: what rests on no file with which something is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from sitegen.expressions import given
from sitegen.load.files.roles import UNKNOWN
from sitegen.load.known import Ids
from sitegen.model import Address, Tracker
from sitegen.model.capability import Capability
from sitegen.model.chart import Chart
from sitegen.model.claim import Claim
from sitegen.model.entity import Entity
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.metric import Metric
from sitegen.model.places import PLACES, OwnPlace
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.model.source import Source
from sitegen.recall.reads import ALL, DATA, name_of

Named = tuple[str, Any]
"""A field of the tracker, and the key of a thing in it."""
_ROLES: Mapping[str, str] = {"company": "entities", "units": "metrics", "places": "own_places", "chart": "charts"} | {
    "expansion": "entries",
    "asset": "files",
    "static": "files",
    "kind": "kinds",
}
_DATA = ("metrics", "sources", "series", "capabilities", "events", "claims", "rankings")
_IN_TEXTS = ("documents", "claims")
"""What stands in documents."""
_KINDS = {"entity": "entities", "series": "series", "place": "own_places"}
"""The fields of things that are not called as these are."""
_NOTHING = ("site", "words", "imports", "schema")
_ASKED = {"capability": "capabilities", "entry": "entities", "event": "events", "verdict": "claims", "rank": "rankings"}


class Sound(Struct, frozen=True):
    """tracker: without what stands in files with which something is wrong, and what rests on that.

    open: the fields of the tracker in which something is missing for that reason. declared: the names of all things of
    a field, of those for which they are known.
    """

    tracker: Tracker
    open: frozenset[str]
    declared: Mapping[str, Collection[str]]

    def lost(self, field: str, key: object) -> bool:
        """Whether a thing may be missing only for what is wrong elsewhere."""
        if field not in self.open or key in getattr(self.tracker, field):
            return False
        return field not in self.declared or name_of(key) in self.declared[field]

    def hides(self, read: str) -> bool:
        """Whether what a result read may be missing, or not all there, for that. read: as `Reads` notes it."""
        kind, _, name = read.partition(":")
        field = kind.removeprefix(DATA)
        return field in self.open and (name == ALL or self.lost(field, _key(field, name)))


def _fields(role: str) -> Iterable[str]:
    """The fields of a tracker in which something may be missing where something is wrong with a file of a role."""
    if role == UNKNOWN:
        return (*_ROLES.values(), *_DATA, *_IN_TEXTS)
    if role in _ROLES:
        return (_ROLES[role],)
    return (role,) if role in _DATA else () if role in _NOTHING else _IN_TEXTS


def _key(field: str, name: str) -> object:
    return tuple(name.split(".")) if field == "series" else name


def sound(tracker: Tracker, wrong: Collection[str], roles: Iterable[str], declared: Ids) -> Sound:
    """The sound part of a tracker; what is wrong is given as `Unloaded` has it."""
    known = {_KINDS.get(kind, f"{kind}s"): ids for kind, ids in declared.items()}
    in_place = all(path.startswith("data/") or (path.startswith("content/") and path.endswith(".md")) for path in wrong)
    beside = () if in_place else ("files",)  # what lies beside documents moves with their folder
    found = Sound(tracker, frozenset([*beside, *(field for role in roles for field in _fields(role))]), known)
    while True:
        kept = {name: _kept(getattr(found.tracker, name), wrong, found) for name in Tracker.__struct_fields__}
        changed: dict[str, Any] = {name: things for name, things in kept.items() if things is not None}
        if not changed:
            return found
        found = Sound(structs.replace(found.tracker, **changed), found.open | changed.keys(), known)


def _kept(things: object, wrong: Collection[str], found: Sound) -> object | None:
    """The things of a field that are sound; None if all of them are."""
    match things:
        case Mapping():
            kept: Any = {key: thing for key, thing in things.items() if _is_sound(thing, wrong, found)}
        case tuple() | list():
            kept = tuple(thing for thing in things if _is_sound(thing, wrong, found))
        case _:
            return None
    return None if len(kept) == len(things) else kept


def _is_sound(thing: object, wrong: Collection[str], found: Sound) -> bool:
    kind = type(thing)
    if kind not in _NAMES:
        return True
    return thing.place.path not in wrong and not any(found.lost(*each) for each in _NAMES[kind](thing))  # type: ignore[attr-defined]


def _place(id: str | None) -> Iterator[Named]:
    """A place of the project's own."""
    yield from () if id is None or id in PLACES else (("own_places", id),)


def _of_series(thing: Series) -> Iterator[Named]:
    yield "entities", thing.entity
    yield "metrics", thing.metric
    yield from _place(thing.region)
    yield from (("sources", source) for source in thing.sources)


def _of_ranking(thing: Ranking) -> Iterator[Named]:
    yield from (("series", member) for member in thing.members)
    yield from () if thing.of is None else (("series", thing.of),)
    if thing.table is not None:
        yield "sources", thing.table.source
        yield from (("entities", row.entity) for row in thing.table.rows if row.entity is not None)


def _of_chart(thing: Chart) -> Iterator[Named]:
    yield from (("series", each) for each in thing.drawn)
    yield from (("entities", each) for each in (*thing.companies, *thing.entities, *thing.focus))
    yield from (("metrics", each) for each in (thing.x, thing.y) if each is not None)
    yield from (("rankings", each) for each in thing.rankings)
    yield from (("events", each) for each in thing.events)
    yield from (("sources", each) for each in thing.quoted)


def _of_entity(thing: Entity) -> Iterator[Named]:
    above = (thing.successor, thing.above, *(tie.entity for tie in (*thing.parents, *thing.members)))
    yield from (("entities", each) for each in above if each is not None)
    yield from _place(thing.country)


def _of_entry(thing: MarketEntry) -> Iterator[Named]:
    yield from (("sources", thing.source), ("entities", thing.entity), ("entities", thing.company))
    yield from _place(thing.where)


def _of_claim(thing: Claim) -> Iterator[Named]:
    yield from () if thing.by is None else (("sources", thing.by),)
    yield from (("entities", each) for each in thing.about)
    for function, text in (each for test in thing.tests for each in given(test.source)):
        if function in _ASKED:
            yield _ASKED[function], text
        elif "." in text:
            try:
                address = Address.parse(text if "@" in text else f"{text}@latest")
            except ValueError:
                continue
            yield "series", address.series
            yield from () if address.source is None else (("sources", address.source),)


_NAMES: Mapping[type, Any] = {
    Series: _of_series,
    Ranking: _of_ranking,
    Chart: _of_chart,
    Entity: _of_entity,
    Claim: _of_claim,
    Metric: lambda thing: (("metrics", each) for each in thing.related),
    Source: lambda thing: () if thing.via is None else (("sources", thing.via),),
    Event: lambda thing: (("sources", thing.source), *(("entities", each) for each in thing.entities)),
    MarketEntry: _of_entry,
    OwnPlace: lambda thing: (pair for id in thing.members for pair in _place(id)),
    Capability: lambda thing: (
        pair for each in thing.answers for pair in (("sources", each.source), ("entities", each.entity))
    ),
}
"""What each kind of thing names, as fields of the tracker with their keys."""

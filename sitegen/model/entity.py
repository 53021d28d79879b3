"""Entities: companies, brands, models, alliances, suppliers, markets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import field

from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.problems import Place
from sitegen.value import Value

EntityKind = Literal["company", "brand", "model", "alliance", "supplier", "market"]
PAGED: tuple[EntityKind, ...] = ("company", "alliance", "supplier", "market")
"""The kinds that have pages, in the order in which they are listed."""


class Tie(Value, frozen=True, eq=False):
    """That something belongs together with an entity: its parent, or the member of an alliance.

    since, until: the dates from which and up to which it does; None for "from the beginning" and "still".
    """

    ASIDE = ("place",)
    entity: str
    since: Period | None = None
    until: Period | None = None
    place: Place = Place("data/companies")


class FormerName(Value, frozen=True, eq=False):
    """What an entity was called up to a date."""

    ASIDE = ("place",)
    name: str
    until: Period
    place: Place


class Entity(Value, frozen=True, eq=False, kw_only=True):
    """A company, brand, model, alliance, supplier or market.

    since, until: the dates on which it begins and ends, as far as they are known. ended: why it ended, in a word.
    successor: the entity that took its place. former_names: the latest first.
    parents: what it belongs to and belonged to, the earliest first. members: of an alliance. above: the entity in whose
    file, under `brands` or `models`, it stands.
    page: the id of the entity on whose page it stands, its own for one with a file; None for a brand or model with a
    file. color: a light and a dark CSS colour. places: where keys of the file stand.
    calendar: when its financial years begin, as it says itself; `calendars_of` has those of its parents too.
    """

    ASIDE = ("place", "places")
    id: str
    kind: EntityKind
    name: str
    native: str | None
    native_language: str | None
    aliases: tuple[str, ...]
    since: Period | None
    until: Period | None
    ended: str | None
    successor: str | None
    former_names: tuple[FormerName, ...]
    parents: tuple[Tie, ...]
    members: tuple[Tie, ...]
    above: str | None
    page: str | None
    country: str | None
    website: str | None
    color: tuple[str, str] | None
    about: Text | None
    calendar: Calendar | None = None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def parent(self) -> str | None:
        """The entity that it still belongs to, or did when it ended."""
        return self.parents[-1].entity if self.parents and self.parents[-1].until is None else None

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever it is or was called, its name first."""
        own = (self.name, *filter(None, (self.native,)), *self.aliases)
        return (*own, *(former.name for former in self.former_names))


def reached(id: str, entities: Mapping[str, Entity], following: Callable[[Entity], Iterable[str]]) -> set[str]:
    """An entity and all that one comes to from it. following: where one goes from each; an id of none leads nowhere."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        if (at := ahead.pop()) not in found and at in entities:
            found.add(at)
            ahead += following(entities[at])
    return found


def calendars_of(entities: Mapping[str, Entity]) -> Mapping[str, Calendar]:
    """The calendar of each entity that has one: its own, else that of the nearest entity above it.

    What it belonged to only from or up to a date has given it no calendar.
    """
    found: dict[str, Calendar] = {}
    for entity in entities.values():
        above: Entity | None = entity
        seen: set[str] = set()
        while above is not None and above.calendar is None and above.id not in seen:
            seen.add(above.id)
            lasting = (tie.entity for tie in above.parents if tie.since is None and tie.until is None)
            above = entities.get(next(lasting, ""))
        if above is not None and above.calendar is not None:
            found[entity.id] = above.calendar
    return found

"""Entities: companies, brands, models, alliances, suppliers, markets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.here import HERE
from sitegen.model.basics.text import Text
from sitegen.problems import Place

EntityKind = Literal["company", "brand", "model", "alliance", "supplier", "market"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A company, brand, model, alliance, supplier or market.

    parent: the entity it belongs to. page: the id of the entity on whose page it stands (its own for
    a company, alliance or supplier), or None for a market. color: a light and a dark CSS colour.
    calendar: when its financial years begin, as it says itself; `calendars_of` has those of its parents too.
    """

    id: str
    kind: EntityKind
    name: str
    native: str | None
    native_language: str
    aliases: tuple[str, ...]
    parent: str | None
    page: str | None
    country: str | None
    website: str | None
    color: tuple[str, str] | None
    about: Text | None
    calendar: Calendar | None = None
    place: Place = HERE


def calendars_of(entities: Mapping[str, Entity]) -> Mapping[str, Calendar]:
    """The calendar of each entity that has one: its own, else that of the nearest entity above it."""
    found: dict[str, Calendar] = {}
    for entity in entities.values():
        above: Entity | None = entity
        seen: set[str] = set()
        while above is not None and above.calendar is None and above.id not in seen:
            seen.add(above.id)
            above = entities.get(above.parent or "")
        if above is not None and above.calendar is not None:
            found[entity.id] = above.calendar
    return found

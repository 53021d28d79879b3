"""Entities: companies, brands, models, alliances, suppliers, markets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitegen.model.basics.here import HERE
from sitegen.model.basics.text import Text
from sitegen.problems import Place

EntityKind = Literal["company", "brand", "model", "alliance", "supplier", "market"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A company, brand, model, alliance, supplier or market.

    parent: the entity it belongs to. page: the id of the entity on whose page it stands (its own for
    a company, alliance or supplier), or None for a market. color: a light and a dark CSS colour.
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
    place: Place = HERE

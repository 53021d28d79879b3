"""Shapes of companies, their brands and models, and of places."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Renamable, Shape


class ColorShape(Shape):
    """`color` of an entity, `accent` of the site."""

    light: f.Hex
    dark: f.Hex


class CalendarShape(Shape):
    """`calendar` of an entity or a series."""

    starts: f.Month
    named: Annotated[str, *f.words("end", "start")] = "end"


class TieShape(Shape):
    """One item of `parent` or `members`: an entity, and from when to when the two belong together."""

    entity: ref.Entity
    since: f.DateField | None = Field(None, alias="from")
    until: f.DateField | None = None


Ties = Annotated[list[Annotated[TieShape, f.IdOrKeys]], f.OneOrList]


class FormerNameShape(Shape):
    """One item of `former_names`."""

    name: f.String
    until: f.DateField


class EntityShape(Renamable):
    """A company file, or an entry under `brands` or `models`."""

    name: f.String
    kind: Annotated[str | None, *f.words("company", "alliance", "supplier", "market", "brand", "model")] = None
    native: f.String | None = None
    native_language: f.Language | None = None
    aliases: list[f.String] = []
    since: f.DateField | None = Field(None, alias="from")
    until: f.DateField | None = None
    ended: f.String | None = None
    successor: ref.Entity | None = None
    former_names: Annotated[list[FormerNameShape], f.OneOrMany] = []
    parent: Ties = []
    members: Ties = []
    country: f.Country | None = None
    website: f.Url | None = None
    calendar: CalendarShape | None = None
    color: ColorShape | None = None
    about: f.Text | None = None
    brands: dict[f.Id, EntityShape] = {}
    models: dict[f.Id, EntityShape] = {}


class PlaceShape(Shape):
    """One entry of `data/places.yaml`."""

    name: f.String
    members: list[ref.Place] = []

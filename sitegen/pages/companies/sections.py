"""The company itself, its brands and its models, each with its series and their latest values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from msgspec import Struct

from sitegen.model.entity import Entity
from sitegen.pages.companies.keys import weighed
from sitegen.pages.companies.lead import introduction
from sitegen.pages.data.row import SeriesRow, metric_pointer, series_row
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.words.lives import part_life
from sitegen.pages.words.writer import Writer

_SERIES: Final = "series"
"""What the id of a section begins with whose brand or model has its own id in the head of the page or in its text."""

OF_COMPANY, OF_PART = 5, 2
"""How many series of the company, and of a brand or model, have their latest values."""


class EntitySection(Struct, frozen=True, kw_only=True):
    """The company itself, or a brand or model that links lead to. kind: what it is, and of whom.

    life: of a brand or model with a life of its own, or "".
    rows: its first series with their latest values; others: the rest by what they measure.
    """

    id: str
    kind: str
    name: Name
    life: str
    rows: tuple[SeriesRow, ...]
    others: tuple[Pointer, ...]


class Introduced(Struct, frozen=True, kw_only=True):
    """A brand or model with words of its own, below the text of the page, where links to it lead.

    standing: where it stands, or "". series: the href of its section.
    """

    id: str
    kind: str
    name: Name
    about: str
    standing: str
    series: str


def introduced(writer: Writer, parts: Sequence[Entity], told: Collection[str]) -> tuple[Introduced, ...]:
    """Each brand and model that has words of its own. told: the ids of those whom the text of the page introduces."""
    return tuple(
        Introduced(
            id=writer.page.anchor(part.id),
            kind=_kind(writer, part),
            name=writer.name(part.id),
            about=writer.text(part.about),
            standing=introduction(writer, part),
            series=f"#{_SERIES}-{part.id}",
        )
        for part in parts
        if part.about and part.id not in told
    )


def sections(writer: Writer, members: Sequence[Entity], told: Collection[str]) -> tuple[EntitySection, ...]:
    """A section for each; the first, whose page it is, has one if it has series of its own. told: as above."""
    first, *parts = members
    shown = members if writer.context.series_of(first.id) else parts
    return tuple(_section(writer, member, told) for member in shown)


def _section(writer: Writer, entity: Entity, told: Collection[str]) -> EntitySection:
    """An entity with its series: those of many periods first, those without a value last."""
    own = entity.page == entity.id
    said = own or (bool(entity.about) and entity.id not in told)
    found, most = weighed(writer, [entity.id]), OF_COMPANY if own else OF_PART
    return EntitySection(
        id=writer.page.anchor(entity.id, _SERIES if entity.id in told or (said and not own) else None),
        kind=_kind(writer, entity),
        name=writer.name(entity.id),
        life="" if own else part_life(writer, entity),
        rows=tuple(series_row(writer, series) for series in found[:most]),
        others=tuple(metric_pointer(writer, series) for series in found[most:]),
    )


def _kind(writer: Writer, entity: Entity) -> str:
    """What an entity is, and of whom, if that is not whose page it stands on."""
    if entity.above is None or entity.above == entity.page:
        return writer.say(f"entity.own.{entity.kind}")
    return writer.say(f"entity.part.{entity.kind}", name=writer.named(entity.above))

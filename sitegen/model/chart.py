"""Charts as their files describe them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.here import HERE
from sitegen.model.basics.period import Cadence, When
from sitegen.model.basics.text import Text
from sitegen.model.basics.unit import Conversion
from sitegen.problems import Place

Plans = Literal["targets", "estimates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`data/charts/<id>.yaml`. Which of series … events a kind needs and takes, the kind itself says.

    x, y: the metrics that the entities are drawn by. show: what is drawn beside
    reported values. options: text values for kinds of the project's own. places: where
    each key stands, and each item of a list under `key/number`.
    """

    id: str
    kind: str
    title: Text
    subtitle: Text | None
    caption: Text | None
    alt: Text | None
    note: Text | None
    series: tuple[SeriesId, ...]
    figures: tuple[Address, ...]
    companies: tuple[str, ...]
    entities: tuple[str, ...] = ()
    x: str | None = None
    y: str | None = None
    rankings: tuple[str, ...]
    events: tuple[str, ...]
    show: tuple[Plans, ...] = ()
    first: When | None
    last: When | None
    by: Cadence | None
    mixed: str | None
    convert: Conversion | None = None
    options: Mapping[str, str]
    accepted: Mapping[str, str]
    place: Place = HERE
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def drawn(self) -> tuple[SeriesId, ...]:
        """Every series that the chart's file names, each once: by itself, in an address, or as an entity's metric."""
        pairs = ((entity, metric) for entity in self.entities for metric in (self.x, self.y) if metric is not None)
        return tuple(dict.fromkeys((*self.series, *(address.series for address in self.figures), *pairs)))

    def at(self, key: str, number: int | None = None) -> Place:
        """Where a key of the chart stands, or an item of its list; the chart itself if that is not known."""
        return self.places.get(key if number is None else f"{key}/{number}", self.place)

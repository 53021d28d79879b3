"""Charts as their files describe them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import field

from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence, Period, When
from sitegen.model.basics.text import Text
from sitegen.model.basics.unit import Conversion
from sitegen.model.series import ChangeKind
from sitegen.problems import Place
from sitegen.value import Value

Plans = Literal["targets", "estimates"]


class Reference(Value, frozen=True, eq=False, kw_only=True):
    """A line at a value, or a band between two, against which a chart holds its values.

    ends: one or two addresses or numbers. source, because: where a number comes from, or what it is.
    """

    ASIDE = ("place",)
    ends: tuple[Address | Decimal, ...]
    label: Text
    source: str | None = None
    because: str | None = None
    place: Place

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses among its ends."""
        return tuple(end for end in self.ends if isinstance(end, Address))


class Chart(Value, frozen=True, eq=False, kw_only=True):
    """`data/charts/<id>.yaml`. Which of series … events a kind needs and takes, the kind itself says.

    x, y: the metrics that the entities are drawn by. focus: the entities in colour among grey ones. show: what is drawn
    beside reported values. change: on what, where changes are drawn and not values.
    index: the period in which every line is 100. options: text values for kinds of the project's own.
    places: where each key stands, and each item of a list under `key/number`.
    """

    ASIDE = ("place", "places")
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
    focus: tuple[str, ...] = ()
    lines: tuple[Reference, ...] = ()
    bands: tuple[Reference, ...] = ()
    show: tuple[Plans, ...] = ()
    first: When | None
    last: When | None
    by: Cadence | None
    mixed: str | None
    change: ChangeKind | None = None
    index: Period | None = None
    convert: Conversion | None = None
    options: Mapping[str, str]
    accepted: Mapping[str, str]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The bands and the lines, in the order in which they are drawn."""
        return (*self.bands, *self.lines)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every address that the chart's file names."""
        return (*self.figures, *(address for reference in self.references for address in reference.addresses))

    @property
    def drawn(self) -> tuple[SeriesId, ...]:
        """Every series that the chart's file names, each once: by itself, in an address, or as an entity's metric."""
        pairs = ((entity, metric) for entity in self.entities for metric in (self.x, self.y) if metric is not None)
        return tuple(dict.fromkeys((*self.series, *(address.series for address in self.addresses), *pairs)))

    @property
    def quoted(self) -> tuple[str, ...]:
        """The sources that the chart's file names."""
        named = (*(address.source for address in self.addresses), *(reference.source for reference in self.references))
        return tuple(source for source in named if source is not None)

    def reaches(self, period: Period) -> bool:
        """Whether a period lies within from … to, or in part."""
        after = self.first is None or period.last >= self.first.first
        return after and (self.last is None or period.first <= self.last.last)

    def at(self, key: str, number: int | None = None) -> Place:
        """Where a key of the chart stands, or an item of its list; the chart itself if that is not known."""
        return self.places.get(key if number is None else f"{key}/{number}", self.place)

    def names(self, series: SeriesId | None) -> Place:
        """Where the chart first names a series; the first of its keys that name any, if it does not."""
        named = {
            "series": self.series,
            "figures": tuple(address.series for address in self.figures),
            "entities": tuple((entity, self.y or "") for entity in self.entities),
        }
        given = [(key, known) for key, known in named.items() if known]
        found = ((key, known.index(series)) for key, known in given if series in known)
        lines = (line.place for line in self.references for address in line.addresses if address.series == series)
        return next((self.at(*each) for each in found), None) or next(lines, self.at(given[0][0] if given else "kind"))

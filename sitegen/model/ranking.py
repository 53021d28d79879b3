"""Rankings: series in order of their values, or a table that a source published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.period import When
from sitegen.model.basics.text import Text
from sitegen.model.basics.unit import Conversion, Unit
from sitegen.problems import Place
from sitegen.value import Value

RankedBy = Literal["value", "change"]

SHORT = 4
"""From how many lines on a ranking has a page of its own."""


class LeagueRow(Value, frozen=True, eq=False, kw_only=True):
    """One line of a published league table: a place, who holds it, and the value if it was given."""

    ASIDE = ("place",)
    rank: int
    entity: str | None
    name: str
    amount: Amount | None
    place: Place


class LeagueTable(Struct, frozen=True, kw_only=True):
    """A table that a source published, with what it counts."""

    source: str
    definition: str
    unit: Unit
    rows: tuple[LeagueRow, ...]


class Ranking(Value, frozen=True, eq=False, kw_only=True):
    """Named series ordered by value in a period; or a published league table. Exactly one of members, table.

    period: a financial year by its name where the members have it on different days.
    by: what orders the members, their value or its change on the year before. of: a series whose value in the
    period the shares are shares of. mixed: why regions or bases may differ.
    convert: into which currency the values are brought. family: what it is called together with the same ranking of
    other periods. places: where each key that is given stands, and each member (`members/0`).
    """

    ASIDE = ("place", "places")
    id: str
    title: Text
    subtitle: Text | None
    period: When
    members: tuple[SeriesId, ...]
    by: RankedBy
    table: LeagueTable | None
    of: SeriesId | None
    mixed: str | None
    convert: Conversion | None = None
    family: Text | None = None
    note: Text | None
    accepted: Mapping[str, str]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def short(self) -> bool:
        """Whether it has too few lines for a page of its own: it stands as a list among all rankings."""
        return len(self.members if self.table is None else self.table.rows) < SHORT

    def at(self, key: str, number: int | None = None) -> Place:
        """Where a key of the ranking stands, or an item of its list; the ranking itself if that is not known."""
        return self.places.get(key if number is None else f"{key}/{number}", self.place)

    def names(self, series: SeriesId) -> Place:
        """Where the ranking names a series."""
        return self.at("members", self.members.index(series)) if series in self.members else self.at("of")

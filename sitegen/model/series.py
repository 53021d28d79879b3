"""Series: an entity and a metric with what is counted, and the observations that sources give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, get_args

from msgspec import field, structs

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.worked import WorkedOut
from sitegen.packing import Packed
from sitegen.problems import Place
from sitegen.value import Value

Use = Literal["preferred", "normal", "deprecated"]

Status = Literal["reported", "provisional", "revised", "estimated", "target"]

ChangeKind = Literal["year", "previous"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


class Observation(Value, frozen=True, eq=False, kw_only=True):
    """One value, or one reported change, in a period from a source.

    change: against the year before or the previous period, in the unit that the kind of the metric gives it.
    replaces: the source whose value of the same period it restates. at: where in the document it stands.
    at_most: the series whose value of the same period this one cannot be above, each with the reason.
    """

    ASIDE = ("place",)
    period: Period
    amount: Amount | None
    change: Mapping[ChangeKind, Amount]
    source: str
    use: Use
    reason: str | None
    status: Status
    replaces: str | None
    note: str | None
    accepted: Mapping[str, str]
    at: str | None = None
    at_most: Mapping[SeriesId, str] = field(default_factory=dict)
    place: Place

    def __hash__(self) -> int:  # what tells nearly all apart; amounts are slow to hash
        return hash((self.period, self.source))


class Observations(Packed[tuple[Observation, ...]]):
    """The observations of a series, packed by themselves: most builds ask for few of them."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Observations) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)


class Series(Value, frozen=True, eq=False, kw_only=True):
    """An entity and a metric with what is counted exactly. lag: days after a period's end when its value is due.

    finished: why no more values are expected, or None.
    calendar: when its years begin, if not with the calendar year; every period of the series lies on it.
    packed: the observations, what sources say. worked_out: what follows from them, at most one value in each period.
    places: where its texts stand, by their keys. column: that at which the periods of its rows stand.
    count, sources, excused, reported: how many observations there are, the sources that they name, those that hold
    `accepted`, and the last day of which something is reported.
    """

    ASIDE = ("place", "places", "column", "count", "sources", "excused", "reported")
    entity: str
    metric: str
    definition: str
    region: str
    scope: str
    basis: str
    cadence: Cadence
    lag: int
    note: str | None
    packed: Observations
    worked_out: tuple[WorkedOut, ...]
    accepted: Mapping[str, str]
    calendar: Calendar | None = None
    finished: str | None = None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    column: int = 1
    count: int
    sources: tuple[str, ...]
    excused: tuple[Observation, ...]
    reported: date | None

    @property
    def observations(self) -> tuple[Observation, ...]:
        """What sources say, in the order of the periods."""
        return self.packed.value

    def saying(self, *observations: Observation) -> Series:
        """The same series with other observations."""
        return structs.replace(self, **stated(observations))

    @property
    def id(self) -> SeriesId:
        """The (entity, metric) pair that names it."""
        return (self.entity, self.metric)


def stated(observations: Sequence[Observation]) -> dict[str, Any]:
    """The fields of a series that its observations fill: they are known without the observations themselves."""
    return {
        "packed": Observations.of(tuple(observations)),
        "count": len(observations),
        "sources": tuple(dict.fromkeys(each.source for each in observations)),
        "excused": tuple(each for each in observations if each.accepted),
        "reported": max((each.period.last for each in observations if each.status == "reported"), default=None),
    }

"""Series: an entity and a metric with what is counted, and the observations that sources give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.here import HERE
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.worked import WorkedOut
from sitegen.packing import Late
from sitegen.problems import Place

Use = Literal["preferred", "normal", "deprecated"]

Status = Literal["reported", "provisional", "revised", "estimated", "target"]

ChangeKind = Literal["year", "previous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value, or one reported change, in a period from a source.

    change: against the year before or the previous period, in the unit that the kind of the metric gives it.
    replaces: the source whose value of the same period it restates. at: where in the document it stands.
    at_most: the series whose value of the same period this one cannot be above, each with the reason.
    """

    period: Period
    amount: Amount | None
    change: Mapping[ChangeKind, Amount] = field(hash=False)
    source: str
    use: Use
    reason: str | None
    status: Status
    replaces: str | None
    note: str | None
    accepted: Mapping[str, str] = field(hash=False)
    at: str | None = None
    at_most: Mapping[SeriesId, str] = field(hash=False, default_factory=dict)
    place: Place = HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Late):
    """An entity and a metric with what is counted exactly. lag: days after a period's end when its value is due.

    finished: why no more values are expected, or None.
    calendar: when its years begin, if not with the calendar year; every period of the series lies on it.
    observations: what sources say. worked_out: what follows from them, for at most one value in each period.
    places: where its texts stand, by their keys. column: that at which the periods of its rows stand.
    count, sources, excused, reported: how many observations there are, the sources that they name, those that hold
    `accepted`, and the last day of which something is reported.
    """

    LATE = "observations"
    entity: str
    metric: str
    definition: str
    region: str
    scope: str
    basis: str
    cadence: Cadence
    lag: int
    note: str | None
    observations: tuple[Observation, ...]
    worked_out: tuple[WorkedOut, ...]
    accepted: Mapping[str, str]
    calendar: Calendar | None = None
    finished: str | None = None
    place: Place = HERE
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    column: int = field(default=1, compare=False, repr=False)
    count: int = field(init=False, compare=False, repr=False)
    sources: tuple[str, ...] = field(init=False, compare=False, repr=False)
    excused: tuple[Observation, ...] = field(init=False, compare=False, repr=False)
    reported: date | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """What all series are asked for, so that it is known without the observations."""
        days = (each.period.last for each in self.observations if each.status == "reported")
        for name, value in (
            ("count", len(self.observations)),
            ("sources", tuple(dict.fromkeys(each.source for each in self.observations))),
            ("excused", tuple(each for each in self.observations if each.accepted)),
            ("reported", max(days, default=None)),
        ):
            object.__setattr__(self, name, value)

    @property
    def id(self) -> SeriesId:
        """The (entity, metric) pair that names it."""
        return (self.entity, self.metric)

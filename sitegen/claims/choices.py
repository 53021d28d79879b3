"""The rival values that a reading rests on, and every way to choose one of them for each address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from sitegen.claims.results import Side
from sitegen.claims.terms import Changes
from sitegen.figures import CHANGES, Figure, Figures
from sitegen.figures.changes import computed_change
from sitegen.figures.choice import change_of, counts
from sitegen.model.address import Address, SeriesId
from sitegen.model.amount import Amount
from sitegen.model.period import Period
from sitegen.model.series import ChangeKind, Observation, Series
from sitegen.model.tracker import Tracker


@dataclass(frozen=True, slots=True)
class Option:
    """A value for an address. observation: who reports it; None: a change computed from both ends."""

    observation: Observation | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Point:
    """An address, or a change of it, with every value that may be chosen for it; the answering one first."""

    address: Address
    change: ChangeKind | None
    options: tuple[Option, ...]

    @property
    def different(self) -> tuple[Option, ...]:
        """One option for each different amount: equal amounts decide alike."""
        first: dict[Amount, Option] = {}
        for option in self.options:
            first.setdefault(option.figure.amount, option)
        return tuple(first.values())


Choice = tuple[tuple[Point, Option], ...]


def points(sides: Iterable[Side], figures: Figures) -> tuple[Point, ...]:
    """Every address beneath the sides that has different values: parts and both ends too, each once.

    Nothing is chosen for a rank, which takes the values of every member together.
    """
    found: dict[tuple[Address, ChangeKind | None], Point] = {}
    for side in sides:
        if isinstance(side, Figure):
            for point in _beneath(side, figures):
                found.setdefault((point.address, point.change), point)
    return tuple(point for point in found.values() if len(point.different) > 1)


def choices(points: Sequence[Point]) -> Iterator[Choice]:
    """Every way to choose one of the different values of each point; the answering values come first."""
    for options in product(*(point.different for point in points)):
        yield tuple(zip(points, options, strict=True))


def chosen(tracker: Tracker, choice: Choice) -> tuple[Tracker, Changes]:
    """The tracker in which the chosen values are the preferred ones, and the changes that were chosen."""
    values: dict[SeriesId, dict[Period, Observation]] = {}
    for point, option in choice:
        if point.change is None and option.observation is not None:
            values.setdefault(point.address.series, {})[option.observation.period] = option.observation
    series = {id: _preferring(tracker.series[id], preferred) for id, preferred in values.items()}
    changes = {(point.address, point.change): o.observation for point, o in choice if point.change is not None}
    return replace(tracker, series={**tracker.series, **series}), changes


def _preferring(series: Series, preferred: dict[Period, Observation]) -> Series:
    """The series in which, of the values that count in a period, only the preferred one is."""
    return replace(
        series,
        observations=tuple(
            replace(o, use="preferred" if o == preferred[o.period] else "normal")
            if o.period in preferred and counts(o)
            else o
            for o in series.observations
        ),
    )


def _beneath(figure: Figure, figures: Figures) -> Iterator[Point]:
    """The points of a figure and of all that it was made of."""
    kind = next((kind for kind, words in CHANGES.items() if words == figure.operation), None)
    if kind is not None:
        yield _changes(figure, kind, figures)
    elif figure.kind == "observed" and figure.address is not None and figure.address.source is None:
        reported = [o for o in (figure.observation, *figure.rivals) if o is not None]
        yield Point(figure.address, None, tuple(_value(o, figure.address, figures) for o in reported))
    for part in figure.inputs:
        yield from _beneath(part, figures)


def _value(observation: Observation, address: Address, figures: Figures) -> Option:
    return Option(observation, figures.observed_figure(observation, address))


def _changes(figure: Figure, kind: ChangeKind, figures: Figures) -> Point:
    """A change: computed, where both ends answer, and as each source reports it."""
    address = figure.address or figure.inputs[0].address
    assert address is not None  # a change is taken of an address
    assert isinstance(address.period, Period)  # and an answer has resolved its period
    reported = figures.evidence.at(address.series, address.period, change_of(kind), address.source)
    options = [Option(o, figures.change_figure(o, address, kind)) for o in reported]
    if figure.kind == "computed":
        found = computed_change(figures, figure.inputs[0], kind)
        options = [Option(None, found if isinstance(found, Figure) else figure), *options]
    return Point(address, kind, tuple(options))

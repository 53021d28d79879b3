"""Causes before consequences: where a slip in the data explains what fails, the slip is what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from sitegen.check.data.moved import misplaced
from sitegen.model import Address, Expression, Period, Tracker
from sitegen.model.basics.address import SeriesId
from sitegen.problems import Place, Problem

_MOVED = ("period-order", "period-cadence")
_SLIPS = ("count-decimals", "extra-decimals", "running-total", "sudden-jump", *_MOVED, "change-disagrees")
_IN_TEXTS = ("wrong-direction", "expression-value", "claim-fails", "unsupported-words")
_IN_DATA = ("sudden-jump", "change-disagrees", "parts-disagree", "rivals-unresolved", "worked-out")
_FOLLOWS = (*_IN_TEXTS, *_IN_DATA)
_OF_A_HOLE = (*_FOLLOWS, "missing-figure", "chart-holes", "left-out", "lone-point", "chart-empty", "future-value")
"""What follows from a value in the wrong period: it is missing where it belongs."""
_CHANGE = re.compile(r"""\bchange\(\s*["'](year|previous)""")
_QUOTED = re.compile("""["']([^"']+)["']""")


class Read(NamedTuple):
    """What is read, or stands, at a place: a series in a period, or in all of them."""

    series: SeriesId
    period: Period | None

    def meets(self, other: Read) -> bool:
        """Whether both hold some day of one series in common, or one is a part of the other."""
        if self.series != other.series or self.period is None or other.period is None:
            return self.series == other.series
        return self.period.contains(other.period) or other.period.contains(self.period)


def causes_first(problems: Sequence[Problem], tracker: Tracker, expressions: Iterable[Expression]) -> Iterator[Problem]:
    """The problems without those that follow from a slip.

    Where the slip is an error, it is reported alone. A slip that is a warning may be none: what fails with it is
    reported too, and its hint leads to the slip.
    """
    found = sorted((p for p in problems if p.code in _SLIPS), key=lambda p: (p.severity, p.code, p))
    if not found:
        yield from problems
        return
    reading = _Reading(tracker, expressions)
    slips = [(read, slip) for slip in found for read in reading.slipped(slip)]
    for problem in problems:
        reads = list(reading.at(problem.place)) if problem.code in _OF_A_HOLE else []
        causes = (slip for read, slip in slips if _follows(problem, slip) and any(map(read.meets, reads)))
        cause = next(causes, None)
        if cause is None or cause == problem:
            yield problem
        elif cause.severity == "warning" and problem.code in _IN_TEXTS:
            first = f"first look at {cause.place.path}:{cause.place.line}: {cause.message}"
            yield structs.replace(problem, hint=f"{first}\n{problem.hint}")
        elif cause.severity == "warning" and cause.place != problem.place:
            yield problem


def _follows(problem: Problem, slip: Problem) -> bool:
    """Whether such a problem may follow from such a slip."""
    follows = _IN_TEXTS if slip.code == "change-disagrees" else _OF_A_HOLE if slip.code in _MOVED else _FOLLOWS
    return problem.code in follows


class _Reading:
    """Which series are read, or stand, at each place of the input, and in which periods."""

    def __init__(self, tracker: Tracker, expressions: Iterable[Expression]) -> None:
        self._tracker = tracker
        self._rows = dict(self._data())
        self._shown = _shown(tracker)
        self._claims = {claim.place: claim.tests for claim in tracker.claims.values()}
        self._lines: dict[tuple[str, int], list[Expression]] = {}
        for each in expressions:
            self._lines.setdefault((each.place.path, each.place.line), []).append(each)

    def written(self, place: Place) -> tuple[Read, ...]:
        """What the row of data at a place is of."""
        return (self._rows[place],) if place in self._rows else ()

    def _on(self, place: Place) -> Iterator[Read]:
        """What the row of data at a place, or on its line, is of."""
        yield from self.written(place) or (
            read for row, read in self._rows.items() if (row.path, row.line) == (place.path, place.line)
        )

    def slipped(self, slip: Problem) -> Iterator[Read]:
        """What a slip is of: the row at its place, and the period that is missing for it."""
        for read in self._on(slip.place):
            if slip.code == "period-cadence":  # of all such rows of the series
                of_series = (row for row in self._rows.values() if row.series == read.series and row.period)
                yield from (row for row in of_series if self._is_short(row) and self._leaves_a_hole(row))
                continue
            yield read
            if slip.code == "period-order":
                moved = misplaced(self._tracker.series[read.series])
                line = slip.place.line if slip.place not in self._rows else None  # that of a key, of one row alone
                here = (missing for place, _, missing in moved if place == slip.place or place.line == line)
                yield from (Read(read.series, missing) for missing in here)

    def _is_short(self, read: Read) -> bool:
        """Whether the period of a row is another than its series promises."""
        return read.period is not None and read.period.cadence not in (None, self._tracker.series[read.series].cadence)

    def _leaves_a_hole(self, read: Read) -> bool:
        """Whether a series has no value for the period, as long as its cadence, in which a row of it lies."""
        series = self._tracker.series[read.series]
        assert read.period is not None  # a row has one
        whole = Period.of(series.cadence, read.period.first, series.calendar)
        return all(row.period != whole for row in self._rows.values() if row.series == read.series)

    def at(self, place: Place) -> Iterator[Read]:
        """What decides the data at a place, or the expression or the claim that stands there."""
        yield from self._shown.get(place, ())
        for series, period in self.written(place):
            yield from (Read(series, each) for each in _near(period))
        near = self._lines.get((place.path, place.line), ())
        there = (each for each in near if 0 <= place.column - each.place.column < each.place.length)
        for expression in (*there, *self._claims.get(place, ())):
            yield from self._of(expression.source, set())

    def _data(self) -> Iterator[tuple[Place, Read]]:
        for series in self._tracker.series.values():
            yield series.place, Read(series.id, None)
            yield from ((row.place, Read(series.id, row.period)) for row in series.worked_out)
            yield from ((row.place, Read(series.id, row.period)) for row in series.observations)

    def _of(self, source: str, met: set[str]) -> Iterator[Read]:
        """What the addresses, rankings and claims that a source names are read from."""
        for name in _QUOTED.findall(source):
            if "@" in name:
                yield from self._of_address(name, _CHANGE.findall(source))
            elif name in self._tracker.rankings:
                ranking = self._tracker.rankings[name]
                for series in ranking.members if ranking.of is None else (*ranking.members, ranking.of):
                    yield from (Read(series, each) for each in _near(self._placed(Address(*series, ranking.period))))
            elif name in self._tracker.claims and name not in met:
                met.add(name)
                for test in self._tracker.claims[name].tests:
                    yield from self._of(test.source, met)

    def _of_address(self, text: str, changes: Sequence[str]) -> Iterator[Read]:
        """The series of an address and its period, with those that changes compare it with."""
        try:
            address = Address.parse(text)
        except ValueError:
            return
        period = self._placed(address)
        if period is None:
            yield Read(address.series, None)
            return
        yield Read(address.series, period)
        for kind in changes:
            base = period.year_before() if kind == "year" else period.previous()
            yield from () if base is None else (Read(address.series, base),)

    def _placed(self, address: Address) -> Period | None:
        """The days of an address on the calendar of its series; None for `latest`, and without a calendar."""
        series = self._tracker.series.get(address.series)
        try:
            period = address.on(None if series is None else series.calendar).period
        except ValueError:
            return None
        return period if isinstance(period, Period) else None


def _shown(tracker: Tracker) -> Mapping[Place, Sequence[Read]]:
    """What charts and rankings show, by the places where they name it."""
    found: dict[Place, list[Read]] = {}
    for chart in tracker.charts.values():
        for series in (*chart.series, *(address.series for address in chart.figures)):
            found.setdefault(chart.names(series), []).append(Read(series, None))
    for ranking in tracker.rankings.values():
        period = ranking.period if isinstance(ranking.period, Period) else None
        for series in ranking.members:
            found.setdefault(ranking.names(series), []).append(Read(series, period))
    return found


def _near(period: Period | None) -> tuple[Period | None, ...]:
    """A period with those that its changes are from."""
    if period is None:
        return (None,)
    return tuple(each for each in (period, period.year_before(), period.previous()) if each is not None)

"""The periods of a series by how long they are: months under one heading, quarters under another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import CADENCES, Cadence, Period
from sitegen.model.series import ChangeKind, Series
from sitegen.pages.companies.stretch import drawn_by
from sitegen.pages.data.moves import CHANGES
from sitegen.pages.data.observations import PeriodRows, period_rows, unused_periods
from sitegen.pages.parts import Pointer
from sitegen.pages.words.writer import Writer

Length = Cadence | None

LONG = 90
"""A remark of so many letters is said once on a page, where it first stands."""


class ChangeColumn(Struct, frozen=True, kw_only=True):
    """A column of changes. head: "Change on a year earlier". label: behind a change where there is no head."""

    kind: ChangeKind
    head: str
    label: str


class LengthRows(Struct, frozen=True, kw_only=True):
    """The periods of one length, newest first.

    id: of its heading. changes: of `change_columns`.
    """

    id: str
    label: str
    rows: tuple[PeriodRows, ...]
    changes: tuple[ChangeColumn, ...]


def by_length(writer: Writer, series: Series, periods: Iterable[Period]) -> Iterator[LengthRows]:
    """Periods by length: first as long as its chart has them, then from short to long, then spans of other lengths."""
    found: dict[Length, list[PeriodRows]] = {}
    told: dict[str, PeriodRows] = {}
    every = tuple(periods)
    gaps = _gaps(series, [each for each in every if each.named == series.cadence != "day"])
    for period in every:
        own = period_rows(writer, series, period)
        if period in gaps:
            aside = any(gaps[period].contains(each) for each in unused_periods(series))
            said = "series.gap.unused" if aside else "series.gap"
            gap = writer.say(said, period=writer.run(gaps[period], series.cadence))
            own = structs.replace(own, gap=gap)
        found.setdefault(period.named, []).append(own)
    first = drawn_by(writer.context, series.id) or series.cadence
    for length in (first, *(each for each in (*CADENCES, None) if each != first)):
        if length in found:
            rows = tuple(_said_once(writer, period, told) for period in found[length])
            yield LengthRows(
                id=writer.page.anchor(length or "span"),
                label=writer.say(f"series.length.{length or 'span'}"),
                rows=rows,
                changes=change_columns(writer, rows),
            )


def _gaps(series: Series, periods: Sequence[Period]) -> Mapping[Period, Period]:
    """What lies between periods as long as those of the series, which stand newest first, by the newer of two."""
    return {
        newer: Period(older.last + DAY, newer.first - DAY, series.calendar)
        for newer, older in pairwise(periods)
        if older.last + DAY < newer.first
    }


def change_columns(writer: Writer, periods: Iterable[PeriodRows]) -> tuple[ChangeColumn, ...]:
    """A column for each kind of change that a source reports for one of the periods."""
    found = {kind for period in periods for row in period.rows for kind in row.changes}
    return tuple(
        ChangeColumn(
            kind=kind, head=writer.say(f"series.head.change.{kind}"), label=writer.say(f"series.change.{kind}")
        )
        for kind in CHANGES
        if kind in found
    )


def _said_once(writer: Writer, period: PeriodRows, said: dict[str, PeriodRows]) -> PeriodRows:
    """A period, a long remark of which leads to the period that has it already. said: where each remark is said."""

    def shorter(remark: str) -> str:
        if len(remark) < LONG or remark not in said:
            said[remark] = period
            return remark
        first = said[remark]
        return writer.say("series.same-remark", period=writer.anchor(first.period, f"#{first.id}"))

    rows = (structs.replace(row, remarks=tuple(map(shorter, row.remarks))) for row in period.rows)
    return structs.replace(period, rows=tuple(rows))


def jumps(writer: Writer, groups: tuple[LengthRows, ...]) -> tuple[Pointer, ...]:
    """The ways to the lengths on this page, with how many periods each has; none where there is one alone."""
    if len(groups) == 1:
        return ()
    return tuple(
        Pointer(label=group.label, href=f"#{group.id}", detail=writer.number(len(group.rows))) for group in groups
    )

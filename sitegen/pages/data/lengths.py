"""The periods of a series by how long they are: months under one heading, quarters under another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sitegen.model.basics.period import CADENCES, Cadence, Period
from sitegen.model.series import Series
from sitegen.pages.data.observations import PeriodRows, period_rows
from sitegen.pages.parts import Pointer
from sitegen.pages.words.writer import Writer

Length = Cadence | None


class LengthRows(Struct, frozen=True, kw_only=True):
    """The periods of one length, newest first. id: of its heading. changes: whether a source reports a change."""

    id: str
    label: str
    rows: tuple[PeriodRows, ...]
    changes: bool


def by_length(writer: Writer, series: Series, periods: Iterable[Period]) -> Iterator[LengthRows]:
    """Periods by length: first as long as the series has them, then from short to long, then spans of other lengths."""
    found: dict[Length, list[PeriodRows]] = {}
    for period in periods:
        found.setdefault(period.named, []).append(period_rows(writer, series, period))
    for length in (series.cadence, *(each for each in (*CADENCES, None) if each != series.cadence)):
        if length in found:
            rows = tuple(found[length])
            yield LengthRows(
                id=writer.page.anchor(length or "span"),
                label=writer.say(f"series.length.{length or 'span'}"),
                rows=rows,
                changes=has_changes(rows),
            )


def has_changes(periods: Iterable[PeriodRows]) -> bool:
    """Whether a source reports a change for one of the periods."""
    return any(row.change for period in periods for row in period.rows)


def jumps(writer: Writer, groups: tuple[LengthRows, ...]) -> tuple[Pointer, ...]:
    """The ways to the lengths on this page, with how many periods each has; none where there is one alone."""
    if len(groups) == 1:
        return ()
    return tuple(
        Pointer(label=group.label, href=f"#{group.id}", detail=writer.number(len(group.rows))) for group in groups
    )

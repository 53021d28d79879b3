"""The rows of a chart's table with what is empty folded: one row for a span of periods in which nothing has a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from sitegen.charts.plot import Cell
from sitegen.figures.figure import Missing
from sitegen.model.basics.period import Period
from sitegen.words import Locale


def folded(rows: Iterable[tuple[Cell, ...]], locale: Locale) -> Iterator[tuple[Cell, ...]]:
    """The rows, those of neighbouring periods in which nothing has a value joined to one row for the whole span."""
    waiting: tuple[Cell, ...] = ()
    for row in rows:
        whole = _joined(waiting, row, locale)
        if whole is None and waiting:
            yield waiting
        waiting = whole or row
    if waiting:
        yield waiting


def _joined(one: tuple[Cell, ...], other: tuple[Cell, ...], locale: Locale) -> tuple[Cell, ...] | None:
    """Two rows of periods as one if both are empty for the same reasons, else None."""
    if not one or not isinstance(one[0], Period) or not isinstance(other[0], Period):
        return None
    alike = len(one) == len(other) and [_empty(c) for c in one[1:]] == [_empty(c) for c in other[1:]]
    hole = any(isinstance(cell, Missing) for cell in one[1:]) and all(_empty(cell) is not None for cell in one[1:])
    if not (alike and hole):
        return None
    span = Period(one[0].first, other[0].last, one[0].calendar)
    return (span, *(_over(cell, span, locale) for cell in one[1:]))


def _over(cell: Cell, span: Period, locale: Locale) -> Cell:
    """A hole of one period as the hole of a whole span, its reason in a few words."""
    if not isinstance(cell, Missing):
        return cell
    return structs.replace(cell, address=structs.replace(cell.address, period=span), reason=cell.short(locale))


def _empty(cell: Cell) -> object:
    """What stands in a cell without a value; None for a value."""
    return (cell.why, cell.outside) if isinstance(cell, Missing) else cell if isinstance(cell, str) else None

"""The rows of a table as values for series that there are, and all that keeps others from being one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import cast, get_args

from msgspec import Struct, field, structs

from sitegen.editing.amounts import read_amount
from sitegen.editing.row import Row
from sitegen.editing.table.grid import Cell, Grid, letters
from sitegen.editing.table.layout import Item, items
from sitegen.editing.table.names import NOUNS, Names, Unknown
from sitegen.editing.table.periods import period_name
from sitegen.model.basics.amount import BOUNDS, Bound
from sitegen.model.basics.period import Period
from sitegen.model.series import Status, Use
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem, did_you_mean


class Reading(Struct, frozen=True, kw_only=True):
    """How a table is read. entity, metric, source: of values that name none. decimal: the mark before decimals."""

    entity: str | None = None
    metric: str | None = None
    source: str | None = None
    decimal: str = "."
    skip: frozenset[str] = frozenset()


class Found(Struct):
    """What a table holds: values with the cells that they stand in, names that mean nothing here, and problems.

    The source of a row is what the table says: an id, a name or a web address. empty: how many cells hold no value.
    """

    rows: list[tuple[Row, Cell]] = field(default_factory=list)
    unknown: dict[Unknown, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    empty: int = 0


def read(grid: Grid, tracker: Tracker, names: Names, reading: Reading) -> Found:
    """All that a table holds; raises SitegenError if it is laid out in no way that is known."""
    locales = tuple(dict.fromkeys(("en", "de", tracker.site.locale.name)))
    cells, problems = items(grid, lambda text: period_name(text, locales) is not None, reading.skip)
    found = Found(problems=problems)
    seen: dict[tuple[str, str], tuple[Row, Cell]] = {}
    odd: list[_NoPeriod] = []
    for item in cells:
        try:
            row = _row(item, grid, tracker, names, reading, locales)
        except Unknown as unknown:
            found.unknown.setdefault(unknown, item.heads.get("series") or item.heads.get("entity") or item.value)
        except _NoPeriod as wrong:
            odd.append(wrong)
        except _Wrong as wrong:
            found.problems.append(wrong.problem)
        else:
            if row is None:
                found.empty += 1
                continue
            first, cell = seen.setdefault((row.address, row.source), (row, item.value))
            if cell is item.value:
                found.rows.append((row, cell))
            elif row != first:
                found.problems.append(_twice(grid, row, item.value, cell))
    if odd:
        found.problems.append(_together(odd))
    return found


def _together(odd: Sequence[_NoPeriod]) -> Problem:
    """The Problem of all cells that name no period, which are written in one way or two: told once, at the first."""
    first = odd[0].problem
    others = len({each.problem for each in odd}) - 1
    more = f", nor is what stands in {others} cells like it" if others else ""
    return structs.replace(first, message=first.message + more)


def _twice(grid: Grid, row: Row, cell: Cell, first: Cell) -> Problem:
    message = f"{row.address} stands in row {first.row}, column {letters(first.column)} already, with another value"
    return grid.problem(cell, "table-cell", message, "keep the one that the document says")


def not_known(grid: Grid, unknown: Unknown, cell: Cell) -> Problem:
    """The Problem of a name that means nothing here, where nobody can be asked."""
    noun = NOUNS[unknown.kind]
    code = f"unknown-{noun}"
    hint = f'say what it means: --name "{unknown.name}=id", which is kept, or leave it out: --skip "{unknown.name}"'
    return grid.problem(
        cell, code, unknown.message, f"{unknown.hint}\n{hint}".strip() if unknown.counted else unknown.hint
    )


class _Wrong(Exception):
    """A cell that is no value; problem: why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _NoPeriod(_Wrong):
    """A cell that names no period."""


def _row(
    item: Item, grid: Grid, tracker: Tracker, names: Names, reading: Reading, locales: tuple[str, ...]
) -> Row | None:
    """The row of an item; None for a cell that says that there is no value."""
    if item.value.fault:
        hint = "open the table where it was made and save it, or save it as CSV with values"
        raise _Wrong(grid.problem(item.value, "table-cell", f"here stands {item.value.fault}", hint))
    if item.value.spread:
        message = "this cell is joined with another, so that one value stands for several"
        raise _Wrong(
            grid.problem(item.value, "table-cell", message, "part the cells, and write each value into its own")
        )
    heads = {key: cell.text for key, cell in item.heads.items()}
    if "series" in heads:
        series = names.series(heads["series"].partition("@")[0], reading.entity, heads.get("metric", reading.metric))
    else:
        series = names.pair(_given(item, grid, "entity", reading.entity), _given(item, grid, "metric", reading.metric))
    metric = tracker.metrics[series[1]]
    written = _period(item, grid, locales)
    try:
        period = Period.parse(written, tracker.series[series].calendar)
    except ValueError as error:
        raise _Wrong(grid.problem(item.heads["period"], "table-cell", *_parts(str(error)))) from error
    try:
        decimal = "." if item.value.number else reading.decimal
        said = read_amount(item.value.text, metric.unit, decimal, whole=not (item.value.number or metric.divisible))
    except ValueError as error:
        raise _Wrong(grid.problem(item.value, "table-cell", *_parts(str(error)))) from error
    if said is None:
        return None
    source = _given(item, grid, "source", reading.source)
    row = Row(series=series, period=period, written=written, value=said.value, bound=said.bound, source=source)
    row = _more(row, item, grid)
    low = min(row.value) if isinstance(row.value, tuple) else row.value
    if low < 0 and not metric.negative:
        raise _Wrong(grid.problem(item.value, "table-cell", f"{low} is below zero", "the metric is never negative"))
    try:
        row.amount(metric)
    except ValueError as error:
        raise _Wrong(grid.problem(item.value, "table-cell", *_parts(str(error)))) from error
    return row


def _given(item: Item, grid: Grid, head: str, usual: str | None) -> str:
    """What a column says, or what is said of the whole table."""
    if head in item.heads:
        return item.heads[head].text
    if usual is None:
        message = f"nothing says the {head} of this value"
        raise _Wrong(grid.problem(item.value, "table-cell", message, f"add a column {head}, or say --{head}"))
    return usual


def _period(item: Item, grid: Grid, locales: tuple[str, ...]) -> str:
    cell = item.heads.get("period", item.value)
    name = period_name(cell.text, locales) if "period" in item.heads else None
    if name is None:
        message = f'"{cell.text}" is not a period' if "period" in item.heads else "no period stands beside this value"
        if "period" not in item.heads:
            raise _Wrong(grid.problem(cell, "table-cell", message, "write the period of each value into its row"))
        raise _NoPeriod(grid.problem(cell, "table-cell", message, _how(cell.text)))
    return name


def _how(text: str) -> str:
    """How to write a period; of what may be a day as spreadsheets count them, how to show it."""
    if text.isascii() and text.isdigit() and len(text) == 5:
        day = date(1899, 12, 30) + timedelta(days=int(text))
        return f"if it is the day {day} as a spreadsheet counts it, format the cells as dates and save the table again"
    return "write a year as 2025, a quarter as 2025-Q1, a month as 2025-03"


_WORDS: Mapping[str, tuple[str, ...]] = {"bound": BOUNDS, "status": get_args(Status), "use": get_args(Use)}


def _more(row: Row, item: Item, grid: Grid) -> Row:
    """A row with what further columns say of it."""
    said = {key: cell.text for key, cell in item.heads.items() if key in ("note", "at", "reason", "replaces", *_WORDS)}
    for key, words in _WORDS.items():
        if key in said and said[key] not in words:
            message = f'"{said[key]}" is no {key}'
            raise _Wrong(grid.problem(item.heads[key], "table-cell", message, did_you_mean(said[key], words)))
    bound = cast(Bound, said.get("bound", row.bound))
    return structs.replace(
        row,
        bound=bound,
        note=_line(said.get("note")),
        at=_line(said.get("at")),
        reason=_line(said.get("reason")),
        replaces=said.get("replaces"),
        status=cast(Status, said.get("status", row.status)),
        use=cast(Use | None, said.get("use")),
    )


def _line(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _parts(message: str) -> tuple[str, str]:
    """A message and its hint, of a sentence that has both."""
    first, _, hint = message.partition(": ")
    return first, hint or "write digits, with one mark before decimals; leave a cell empty for no value"

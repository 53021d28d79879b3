"""How a table is laid out: a value a row, or periods by series in either direction; and what is no value in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.editing.table.grid import Cell, Grid, letters
from sitegen.editing.table.heads import two_rows
from sitegen.model.basics.said import zeros
from sitegen.problems import Place, Problem, SitegenError

_DATED = re.compile(r"(?=.*[^\W\d_]).{0,9}(?:\b|\D)(?:[12]\d{3}|\d\d)[A-Za-z]{0,3}\.?|(?:[12]\d{3}|\d\d)\D{1,9}\d?")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
Field = str
Row = tuple[Cell, ...]
HEADS: Mapping[Field, tuple[str, ...]] = {
    "series": ("series", "address", "reihe", "序列"),
    "entity": ("entity", "company", "brand", "name", "firma", "unternehmen", "marke", "hersteller", "公司", "品牌"),
    "metric": ("metric", "measure", "indicator", "kennzahl", "größe", "指标"),
    "period": ("period", "date", "month", "quarter", "year", "zeitraum", "monat", "quartal", "时间", "月份"),
    "value": ("value", "number", "amount", "wert", "zahl", "数值", "值"),
    "source": ("source", "url", "link", "quelle", "来源"),
    "at": ("at", "where", "page", "seite", "页"),
    "note": ("note", "notes", "remark", "anmerkung", "备注"),
    "status": ("status",),
    "use": ("use",),
    "reason": ("reason", "grund"),
    "replaces": ("replaces",),
    "bound": ("bound",),
}
"""What the first row of a table calls its columns."""

SUMS = frozenset(
    (
        *("total", "totals", "subtotal", "sum", "grand total", "average", "mean", "median"),
        *("summe", "gesamt", "insgesamt", "zwischensumme", "mittel", "durchschnitt"),
        *("合计", "总计", "小计", "总和", "平均", "合計", "総計"),
        *("total général", "total general", "ensemble", "somme", "moyenne", "suma", "media", "totale", "totaal"),
    )
)
"""What stands at the head of a row or column that adds up others."""


_SAYING = frozenset(
    (
        *("percent", "growth", "change", "changes", "forecast", "forecasts", "estimate", "estimates", "estimated"),
        *("target", "targets", "planned", "budget", "prozent", "wachstum", "veränderung", "prognose", "prognosen"),
        *("schätzung", "schätzungen", "ziele", "planung"),
    )
)
_SAYING_TOO = re.compile("[%％‰]|['’]000|增长|同比|环比|预测|预计|目标|成長率|予測|予想|目標|[千万萬亿億]")
"""Words above a table that make something else of its numbers than counts."""


class Item(Struct, frozen=True):
    """One value of a table. heads: what names it, by `series`, `entity`, `metric`, `period`, `source` and the rest."""

    value: Cell
    heads: Mapping[Field, Cell]


def items(grid: Grid, is_period: Callable[[str], bool], skip: frozenset[str]) -> tuple[list[Item], list[Problem]]:
    """The values of a table with what names them, and what is wrong with its rows and columns.

    skip: names of rows and columns that are left out, without case. Raises SitegenError if no head is found.
    """
    for number in range(len(grid.rows)):
        read = _items(grid, number, is_period, skip)
        if read is not None:
            above = (cell for row in (*grid.rows[:number], grid.rows[number][:1]) for cell in row)
            told = [_over(grid, cell) for cell in above if cell.text.casefold() not in skip and _tells(cell.text)]
            return read[0], [*told, *read[1]]
    message = "no row of this table names periods, or columns for period and value"
    hint = "write a first row such as: entity, metric, period, value, source; or one with a period in each column"
    if len(grid.rows) == 1:
        message = "this table has one row alone, and no values below it"
    days = [row[0].text for row in grid.rows[1:] if row and _DAY.fullmatch(row[0].text)]
    if days and "period" in _fields(grid.rows[0]):
        message = f'"{days[0]}" is no period: the month may stand first or second in it'
        hint = "write a day as 2026-04-03, a month as 2026-04, a quarter as 2026-Q1"
    elif odd := _dated(grid.rows[:5]):
        message = f"{', '.join(odd[:2])}{' and such' if len(odd) > 2 else ''} may be periods, and cannot be read"
        hint = "write a year as 2026, a half of it as 2026-H1, a quarter as 2026-Q1, a month as 2026-01"
    raise SitegenError((Problem(Place(grid.name), "table-layout", message, hint),))


def _items(
    grid: Grid, number: int, is_period: Callable[[str], bool], skip: frozenset[str]
) -> tuple[list[Item], list[Problem]] | None:
    """The values below a row and what is wrong with them; None if the row is no head."""
    row, body = grid.rows[number], grid.rows[number + 1 :]
    if body and (head := two_rows(row, body[0], is_period)) is not None:
        return _wide(grid, head, body[1:], is_period, skip, down=False)
    fields = _fields(row)
    if {"value", "period"} <= fields.keys() and fields.keys() & {"series", "entity", "metric"}:
        return _long(grid, row, body, fields, skip)
    if sum(is_period(cell.text) for cell in row[1:]) and not is_period(row[0].text):
        return _wide(grid, row, body, is_period, skip, down=False)
    heads = [below[0].text for below in body[:3]]
    if heads and sum(bool(cell.text) for cell in row) > 1 and all(is_period(t) or _is_sum(t, skip) for t in heads):
        return _wide(grid, row, body, is_period, skip, down=True)
    return None


def _tells(text: str) -> bool:
    """Whether a line above a table, or its corner, says what its numbers are: thousands, a change, a forecast."""
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    return _SAYING_TOO.search(text) is not None or any(word in _SAYING or zeros(word)[0] > 0 for word in words)


def _over(grid: Grid, cell: Cell) -> Problem:
    message = f'"{cell.text}" stands above the table, and the numbers are read as they are'
    hint = f'say it in the table ("31 thousand", a column status), then leave the line out: --skip "{cell.text}"'
    return grid.problem(cell, "table-cell", message, hint)


def _dated(rows: Sequence[Row]) -> list[str]:
    """The heads of the first row or column of several texts with a year in them."""
    lines = [[cell.text for cell in row] for row in rows] + [[row[0].text for row in rows]]
    odd = ([f'"{text}"' for text in line if _DATED.fullmatch(text)] for line in lines)
    return next((found for found in odd if len(found) > 1), [])


def _fields(row: Row) -> dict[Field, int]:
    """The columns that the row names, by what they hold."""
    found: dict[Field, int] = {}
    for index, cell in enumerate(row):
        name = cell.text.strip().casefold()
        field = next((field for field, names in HEADS.items() if name in names), None)
        if field is not None:
            found.setdefault(field, index)
    return found


def _long(
    grid: Grid, head: Row, body: Sequence[Row], fields: Mapping[Field, int], skip: frozenset[str]
) -> tuple[list[Item], list[Problem]]:
    """A value a row. fields: the columns that the head names."""
    found, problems = [], list(_unread(grid, head, body, fields, skip))
    for row in body:
        cells = {field: row[index] for field, index in fields.items() if index < len(row)}
        names = [cells[field] for field in ("series", "entity", "metric", "period") if field in cells]
        if any(cell.text.casefold() in skip for cell in names):
            continue
        if (total := next((cell for cell in names if _is_sum(cell.text, frozenset())), None)) is not None:
            problems.append(_sum(grid, total, "row"))
        elif wrong := list(_beyond(grid, row, len(head))):
            problems += wrong
        elif "value" in cells:
            found.append(Item(cells["value"], {k: c for k, c in cells.items() if k != "value" and c.text}))
    return found, problems


def _unread(
    grid: Grid, head: Row, body: Sequence[Row], fields: Mapping[Field, int], skip: frozenset[str]
) -> Iterator[Problem]:
    """The heads of columns that hold something which no value would keep."""
    for index, cell in enumerate(head):
        under = next((row[index] for row in body if index < len(row) and row[index].text), None)
        if index in fields.values() or under is None or (cell.text and cell.text.casefold() in skip):
            continue
        if not cell.text:
            hint = "give the column a head such as note, or take it out"
            yield grid.problem(under, "table-cell", f'no head stands above "{under.text}"', hint)
            continue
        twice = next((field for field in fields if field in _fields((cell,))), None)
        message = f'"{cell.text}" is the head of a column that is not read'
        if twice is not None:
            message = f'"{cell.text}" is a second head for "{head[fields[twice]].text}", and one is read'
        hint = f'name it note, at or another head that is kept, or leave it out with --skip "{cell.text}"'
        yield grid.problem(cell, "table-cell", message, hint)


def _wide(
    grid: Grid,
    head: Row,
    body: Sequence[Row],
    is_period: Callable[[str], bool],
    skip: frozenset[str],
    *,
    down: bool,
) -> tuple[list[Item], list[Problem]]:
    """Periods by series. down: whether the periods stand in the first column, and not in the first row."""
    named = _fields(head)
    key = named.get("period", 0) if down else named.get("series", named.get("entity", 0))
    rows = [row for row in body if key < len(row) and row[key].text.casefold() not in skip]
    problems = [_sum(grid, row[key], "row") for row in rows if _is_sum(row[key].text, skip)]
    columns = []
    for index, cell in enumerate(head):
        if index == key or cell.text.casefold() in skip or index in (named.get("source"), named.get("metric")):
            continue
        if _is_sum(cell.text, skip):
            problems.append(_sum(grid, cell, "column"))
        elif down or is_period(cell.text):
            columns.append(index)
        elif cell.text:
            hint = "write it as 2025-03, or leave it out with --skip"
            problems.append(grid.problem(cell, "table-cell", f'"{cell.text}" is not a period', hint))
    rows = [row for row in rows if not _is_sum(row[key].text, skip)]
    problems += [each for row in rows for each in (*_beyond(grid, row, len(head)), *_cut(grid, row, columns))]
    return list(_crossed(rows, head, columns, key, named, down)), problems


def _beyond(grid: Grid, row: Row, width: int) -> Iterator[Problem]:
    """The first cell of a row that stands under no head."""
    for cell in row[width:]:
        if cell.text:
            message, hint = f'no head stands above "{cell.text}"', "look for a comma or a tab too many in this row"
            if any(re.fullmatch(r"\d{3}", each.text) for each in row):
                hint += '; a number with a comma stands in quotes: "51,000"'
            yield grid.problem(cell, "table-cell", message, hint)
            return


def _cut(grid: Grid, row: Row, columns: Sequence[int]) -> Iterator[Problem]:
    """A row that ends before the last column with values: a place left out in it would move those behind it."""
    if columns and len(row) <= columns[-1]:
        message = f"this row ends here, and the head goes on to column {letters(columns[-1] + 1)}"
        hint = "give it as many cells as the head has, with an empty one wherever there is no value, at its end too"
        yield grid.problem(row[-1], "table-cell", message, hint)


def _crossed(
    rows: Sequence[Row], head: Row, columns: Sequence[int], key: int, named: Mapping[Field, int], down: bool
) -> Iterator[Item]:
    """The values where rows and columns cross."""
    for row in rows:
        found = {field: row[named[field]] for field in ("source", "metric") if named.get(field, len(row)) < len(row)}
        extra = {field: cell for field, cell in found.items() if cell.text}
        for index in columns:
            if index >= len(row) or not (row[index].text or row[index].fault):
                continue
            period, series = (row[key], head[index]) if down else (head[index], row[key])
            yield Item(row[index], {"period": period, "entity" if "metric" in extra else "series": series, **extra})


def _is_sum(text: str, skip: frozenset[str]) -> bool:
    plain = text.strip().strip(":").casefold()
    return plain in SUMS and plain not in skip


def _sum(grid: Grid, cell: Cell, what: str) -> Problem:
    message = f'"{cell.text}" is the head of a {what} of sums, which are no values of a document'
    hint = f'take the {what} out of the table, or leave it out with --skip "{cell.text}"'
    return grid.problem(cell, "table-sum", message, hint)

"""A table as cells with their places, from a CSV file, a spreadsheet, or text that was pasted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from sitegen.editing.table.formats import displayed
from sitegen.problems import Place, Problem, SitegenError, did_you_mean
from sitegen.reading.slips import merge_marks

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

MAX_BYTES = 10_000_000
MAX_ROWS = 5000
"""The most rows of a table that is read in a reasonable time."""


_RULE = re.compile(r":?-{3,}:?")


class Cell(Struct, frozen=True):
    """What a cell displays. row, column: counted from 1. number: it is one, with a point before its decimals.

    fault: why it has no value that can be read. spread: it shows what stands in the first of several joined cells.
    """

    row: int
    column: int
    text: str
    number: bool = False
    fault: str = ""
    spread: bool = False


class Grid(Struct, frozen=True):
    """The rows of a table, each with all its cells. name: of the file. note: what else is in it and was not read."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def problem(self, cell: Cell, code: str, message: str, hint: str) -> Problem:
        """What is wrong with a cell; row and column are in the message, for a spreadsheet has no lines."""
        where = f"row {cell.row}, column {letters(cell.column)}: "
        return Problem(Place(self.name, cell.row, 1), code, where + message, hint)


def letters(column: int) -> str:
    """What a spreadsheet calls a column that is counted from 1: A, Z, AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def read_text(name: str, text: str) -> Grid:
    """A table whose cells are parted by tabs, semicolons, bars or commas, whichever its first rows have.

    Raises SitegenError for one that ends within quotes, or is too long.
    """
    if (merged := merge_marks(name, text.splitlines(), 1)) is not None:
        raise SitegenError((merged,))
    lines = [line for line in text.splitlines() if line.strip()][:20]
    counts = {mark: [line.count(mark) for line in lines] for mark in "\t;|,"}
    mark = next((mark for mark in "\t;|" if lines and sum(counts[mark]) >= len(lines)), ",")
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        message, hint = (
            f"cannot be read as a table from line {reader.line_num} on",
            "look for a quotation mark too many",
        )
        raise _refused(name, message, hint) from error
    return _grid(name, ([Cell(0, 0, cell.strip(), fault=_formula(cell)) for cell in row] for row in rows))


def read_table(path: Path, sheet: str | None = None) -> Grid:
    """The table of a CSV file, or of a spreadsheet the sheet of that name, else the first that is shown.

    Raises SitegenError if it cannot be read.
    """
    name = path.name or str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(name, f"cannot be opened: {error.strerror}", "look at its name and folder") from error
    if len(content) > MAX_BYTES:
        raise _refused(name, "larger than 10 MB", "split it")
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        return _spreadsheet(name, content, sheet)
    if sheet is not None:
        raise _refused(name, "a file without sheets", "take --sheet out")
    if path.suffix.casefold() in (".xls", ".ods", ".numbers"):
        raise _refused(name, "a spreadsheet of a kind that is not read", "save it as .xlsx or .csv")
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            if encoding == "utf-8-sig" or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
                return read_text(name, content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise _refused(name, "not UTF-8 text", "save it as CSV UTF-8, or as .xlsx")


def _spreadsheet(name: str, content: bytes, sheet: str | None) -> Grid:
    """One sheet: what its cells display, where formulas are as they were saved, and joined cells show one text."""
    from openpyxl import load_workbook

    try:
        shown = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content))
    except Exception as error:  # openpyxl raises what zipfile, its XML parser and its own readers raise
        raise _refused(name, "not a spreadsheet that can be read", "save it again as .xlsx, or as .csv") from error
    titles = [each.title for each in shown.worksheets if each.sheet_state == "visible"]
    title = next((each for each in titles if sheet is None or each.casefold() == sheet.casefold()), None)
    if title is None:
        hint = did_you_mean(sheet or "", titles) or "save it with a sheet that is shown"
        raise _refused(name, f'no sheet "{sheet}" is shown' if sheet else "no sheet is shown", hint)
    if shown[title].max_row > 20 * MAX_ROWS:
        raise _too_long(name)
    first = {
        (row, column): (joined.min_row, joined.min_col)
        for joined in written[title].merged_cells.ranges
        for row, column in joined.cells
    }
    cells = zip(shown[title].iter_rows(), written[title].iter_rows(), strict=True)
    rows = [[_shown(a, b) for a, b in zip(*pair, strict=True)] for pair in cells]
    for (row, column), (top, left) in first.items():
        if (row, column) != (top, left) and row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = structs.replace(rows[top - 1][left - 1], spread=True)
    others = ", ".join(f'"{each}"' for each in titles if each != title)
    note = f'the sheet "{title}" is read; --sheet reads another: {others}' if others and sheet is None else ""
    return structs.replace(_grid(name, iter(rows)), note=note)


def _shown(cell: SheetCell | MergedCell, written: SheetCell | MergedCell) -> Cell:
    """What a cell of a spreadsheet displays. written: the same with its formula, if it has one."""
    value: Any = cell.value
    if value is None and written.data_type == "f":
        return Cell(0, 0, "", fault=f"a formula, {str(written.value)[:40]}, whose result was not saved")
    text, number = displayed(value, cell.number_format or "General")
    return Cell(0, 0, text, number, fault=f"the error {text}" if text.startswith("#") and text.isupper() else "")


def _formula(text: str) -> str:
    stripped = text.strip()
    return f"a formula, {stripped[:40]}, and no value" if stripped.startswith("=") and len(stripped) > 1 else ""


def _grid(name: str, rows: Iterator[Sequence[Cell]]) -> Grid:
    """The rows with their places, those without a word left out."""
    placed = (
        tuple(structs.replace(cell, row=y, column=x) for x, cell in enumerate(row, 1)) for y, row in enumerate(rows, 1)
    )
    found = tuple(row for row in placed if any(cell.text or cell.fault for cell in row) and not _is_rule(row))
    if len(found) > MAX_ROWS:
        raise _too_long(name)
    return Grid(name, found)


def _is_rule(row: Sequence[Cell]) -> bool:
    """Whether a row only draws a line under the heads, as in a table of Markdown: |---|:--:|."""
    texts = [cell.text for cell in row if cell.text]
    return all(_RULE.fullmatch(text) for text in texts) and len(texts) > 1


def _too_long(name: str) -> SitegenError:
    return _refused(name, f"a table of more than {MAX_ROWS} rows", "split it", "too-much")


def _refused(name: str, message: str, hint: str, code: str = "unreadable-file") -> SitegenError:
    return SitegenError((Problem(Place(name), code, message, hint),))

"""A table as cells with their places, from a CSV file, a spreadsheet, or text that was pasted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.editing.table.formats import displayed
from sitegen.problems import Place, Problem, SitegenError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell displays. row, column: counted from 1. number: it is one, with a point before its decimals.

    fault: why it has no value that can be read.
    """

    row: int
    column: int
    text: str
    number: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, each with all its cells. name: of the file."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

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
    """A table whose cells are parted by tabs, semicolons, bars or commas, whichever its first rows have."""
    lines = [line for line in text.splitlines() if line.strip()][:20]
    counts = {mark: [line.count(mark) for line in lines] for mark in "\t;|,"}
    mark = next((mark for mark in "\t;|" if lines and sum(counts[mark]) >= len(lines)), ",")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark))
    return _grid(name, ([Cell(0, 0, cell.strip(), fault=_formula(cell)) for cell in row] for row in rows))


def read_table(path: Path) -> Grid:
    """The table of a CSV file or the first sheet of a spreadsheet; raises SitegenError if it cannot be read."""
    name = path.name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(name, f"cannot be opened: {error.strerror}", "look at its name and folder") from error
    if len(content) > MAX_BYTES:
        raise _refused(name, "larger than 10 MB", "split it")
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        return _spreadsheet(name, content)
    if path.suffix.casefold() in (".xls", ".ods", ".numbers"):
        raise _refused(name, "a spreadsheet of a kind that is not read", "save it as .xlsx or .csv")
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            if encoding == "utf-8-sig" or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
                return read_text(name, content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise _refused(name, "not UTF-8 text", "save it as CSV UTF-8, or as .xlsx")


def _spreadsheet(name: str, content: bytes) -> Grid:
    """The first sheet that is shown: what its cells display, where formulas are as they were saved."""
    from openpyxl import load_workbook

    try:
        shown = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content))
    except Exception as error:  # openpyxl raises what zipfile, its XML parser and its own readers raise
        raise _refused(name, "not a spreadsheet that can be read", "save it again as .xlsx, or as .csv") from error
    title = shown.sheetnames[0]
    cells = zip(shown[title].iter_rows(), written[title].iter_rows(), strict=True)
    return _grid(name, ([_shown(a, b) for a, b in zip(*rows, strict=True)] for rows in cells))


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
        tuple(Cell(y, x, cell.text, cell.number, cell.fault) for x, cell in enumerate(row, 1))
        for y, row in enumerate(rows, 1)
    )
    return Grid(name, tuple(row for row in placed if any(cell.text or cell.fault for cell in row)))


def _refused(name: str, message: str, hint: str) -> SitegenError:
    return SitegenError((Problem(Place(name), "unreadable-file", message, hint),))

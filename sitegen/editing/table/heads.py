"""Heads of two rows, a year above its months or quarters, as one row of periods."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import structs

from sitegen.editing.table.grid import Cell

_YEAR = re.compile(r"[12]\d{3}(?=\D*\Z)")


def two_rows(
    above: tuple[Cell, ...], below: tuple[Cell, ...], is_period: Callable[[str], bool]
) -> tuple[Cell, ...] | None:
    """The row that two rows come to, if years stand in the one and parts of them in the other; else None.

    A year holds for the columns behind it, up to the next text in its row.
    """
    heads, year, parts = [], "", 0
    for index, cell in enumerate(below):
        over = above[index].text if index < len(above) else ""
        if over:
            found = _YEAR.search(over)
            year = found[0] if found else ""
        joined = _joined(cell.text, year, is_period)
        if year and cell.text and joined is None and any(char.isdigit() for char in cell.text):
            return None
        parts += joined is not None
        heads.append(structs.replace(cell, text=joined or cell.text or over))
    return tuple(heads) if parts else None


def _joined(part: str, year: str, is_period: Callable[[str], bool]) -> str | None:
    """A part of a year and the year as one name of a period; None if they make none."""
    if not part or not year or is_period(part):
        return None
    return next((name for name in (f"{part} {year}", f"{year}-{part}", f"{year}年{part}") if is_period(name)), None)

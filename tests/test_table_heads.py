"""The heads of rows and columns are held against the figures beside and below them."""

from __future__ import annotations

from pathlib import Path

from test_tongues import told

_YEAR, _QUARTER = 'fig("harbour.loaves@2025")', 'fig("harbour.loaves@2025-Q4")'
_CHANGE, _MEMBERS = f'{_QUARTER} | change("previous")', 'fig("northfield.members@2025")'
_WRONG = (
    ("Q3", "Harbour", _QUARTER),
    ("Second quarter", "Harbour", _QUARTER),
    ("May", "Harbour", _QUARTER),
    ("Q3", "2025", _QUARTER),
    ("Q4", "2024", _QUARTER),
    ("Northfield", "Members, end of 2024", _MEMBERS),
    ("Members (2024)", "Northfield", _MEMBERS),
    ("Harbour", "Change on the year", _CHANGE),
    ("Harbour", "Growth", _QUARTER),
    ("Harbour", "Growth in 2025", _YEAR),
    ("Harbour", "Loaves in millions", _YEAR),
    ("Harbour", "Sales, euros", _YEAR),
    ("Harbour", "Loaves per month", _YEAR),
    ("Quarterly loaves", "Harbour", _YEAR),
)
_RIGHT = (
    ("Q4", "Harbour", _QUARTER),
    ("December", "Northfield", _MEMBERS),
    ("Q4", "2025", _QUARTER),
    ("Q4", "2024", 'fig("harbour.loaves@2024-Q4")'),
    ("Northfield", "Members, end of 2025", _MEMBERS),
    ("Northfield (2024)", "Members", _MEMBERS),
    ("Harbour", "Change on the quarter", _CHANGE),
    ("Harbour", "Growth (on 2024)", f'{_YEAR} | change("year")'),
    ("Harbour, a year of growth", "Loaves", _YEAR),
    ("Harbour", "Loaves in cities", _YEAR),
    ("Harbour", "Loaves, with rolls", _YEAR),
    ("Quarterly loaves", "Harbour", _QUARTER),
    ("A monthly report", "Harbour", _YEAR),
)


def test_heads_say_what_stands_beside_and_below_them(tmp_path: Path) -> None:
    """Quarters without a year, lengths, units, sizes, and whether a count is a change."""
    rows = (*_WRONG, *_RIGHT)
    tables = (f"| | {column} |\n| --- | --- |\n| {row} | {{{{ {cell} }}}} |" for row, column, cell in rows)
    found = told(tmp_path / "site", "en", "\n\n".join(tables))
    assert {4 * number + 3 for number in range(len(_WRONG))} == found.keys()

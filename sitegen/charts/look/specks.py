"""Marks of range that would be specks: nobody could see from where to where they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.charts.plot import Row, whole

LEAST = 0.025
"""The least length of a mark of range, in parts of the axis: about as long as a dot is thick."""


def specked(rows: Iterable[Row], ends: Sequence[float]) -> tuple[Row, ...]:
    """The rows, each with `speck`: whether its one value lies in a range too short to be drawn. ends: of the axis."""
    least = (max(ends) - min(ends)) * LEAST
    return tuple({**row, "speck": row["value"] is not None and _length(row) < least} for row in rows)


def _length(row: Row) -> float:
    low, high = whole(row) or (0.0, 0.0)
    return high - low

"""What changed between two states of the data: pure, from values to changes. docs/changes.md defines each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.history.loose import Row, Values
from sitegen.model.basics.address import SeriesId
from sitegen.model.history import ChangeClass, Stated

_STATUS = ("revised", "reported", "provisional")


class Step(NamedTuple):
    """One figure before and after."""

    series: SeriesId
    period: str
    kind: ChangeClass
    old: Stated | None
    new: Stated | None


def changes(before: Values, after: Values) -> tuple[Step, ...]:
    """The figures whose leading value or its source is another one, by series and period."""
    keys = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
    steps = (_step(key, before.get(key, ()), after.get(key, ())) for key in keys)
    return tuple(step for step in steps if step is not None)


def renames(before: Values, after: Values) -> Iterator[tuple[SeriesId, SeriesId]]:
    """The series that are gone, each with the new one that has exactly its values."""
    old, new = _by_series(before), _by_series(after)
    came = {id: rows for id, rows in new.items() if id not in old}
    for id, rows in old.items():
        found = [other for other, others in came.items() if others == rows] if id not in new else []
        if found:
            same = [other for other in found if other[0] == id[0] or other[1] == id[1]]
            chosen = (same or found)[0]
            del came[chosen]
            yield id, chosen


def moved(values: Values, names: Sequence[tuple[SeriesId, SeriesId]]) -> Values:
    """The values under the new ids of their series."""
    known = dict(names)
    return {(known.get(series, series), period): rows for (series, period), rows in values.items()}


def leading(rows: Sequence[Row]) -> Row | None:
    """The row that answered: of those that count the preferred one, else by status, else the exact, else the first."""
    replaced = {row.replaces for row in rows if row.use != "deprecated"}
    counted = [
        row
        for row in rows
        if row.use != "deprecated" and row.status in _STATUS and row.source not in replaced - {row.replaces}
    ]
    ranked = sorted(counted, key=lambda r: (r.use != "preferred", _STATUS.index(r.status), r.bound != "exact"))
    return ranked[0] if ranked else None


def _step(key: tuple[SeriesId, str], before: Sequence[Row], after: Sequence[Row]) -> Step | None:
    old, new = leading(before), leading(after)
    kind = _kind(old, new)
    return None if kind is None else Step(*key, kind, _stated(old), _stated(new))


def _kind(old: Row | None, new: Row | None) -> ChangeClass | None:
    """The class of a change; None where the leading value and its source are the same."""
    if old is None or new is None:
        return None if old is new else "added" if old is None else "withdrawn"
    same = (old.value, old.bound) == (new.value, new.bound)
    if same and old.source == new.source:
        return None
    if new.replaces and new.replaces == old.source:
        return "restated"
    if not same and (new.status == "revised" or (old.status == "provisional" and new.status == "reported")):
        return "revised"
    return "corrected" if old.source == new.source else "re-sourced"


def _stated(row: Row | None) -> Stated | None:
    return None if row is None else Stated(row.value, row.bound, row.source)


def _by_series(values: Values) -> dict[SeriesId, dict[str, tuple[Row, ...]]]:
    found: dict[SeriesId, dict[str, tuple[Row, ...]]] = {}
    for (series, period), rows in values.items():
        found.setdefault(series, {})[period] = rows
    return found

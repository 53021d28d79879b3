"""Numbers that moved: the same value of the same document under another period or another series. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import structs

from sitegen.model.history import Change, Stated


def moves(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, each number that went from one address to another on one day as one change at its new address."""
    found = tuple(changes)
    gone: dict[tuple[str, Stated | None], list[Change]] = defaultdict(list)
    for change in found:
        if change.kind == "withdrawn":
            gone[change.day, change.old].append(change)
    came: dict[Change, Change] = {}
    for change in (each for each in found if each.kind == "added"):
        there = gone[change.day, change.new]
        left = max(
            (each for each in there if _alike(each, change)), key=lambda each: _alike(each, change), default=None
        )
        if left is not None:
            there.remove(left)
            came[change] = left
    left_behind = {*came.values()}
    return tuple(_moved(change, came.get(change)) for change in found if change not in left_behind)


def _moved(change: Change, left: Change | None) -> Change:
    return (
        change if left is None else structs.replace(change, kind="moved", old=left.old, left=(left.series, left.period))
    )


def _alike(gone: Change, came: Change) -> int:
    """How much two addresses share, at most 3; 0 where they are not of one thing."""
    if gone.series == came.series:
        return 3
    same = sum(one == other for one, other in zip(gone.series, came.series, strict=True))
    return same if gone.period == came.period else 0

"""Changes by day: what several commits of one day did to a figure is one change, so that a squash changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from sitegen.history.changes import Step
from sitegen.history.former import NONE, Names
from sitegen.history.moved import moves
from sitegen.model.basics.address import SeriesId
from sitegen.model.history import Change, ChangesShown, Gap, History, Renamed, Unread


class Told(NamedTuple):
    """What one commit did: its day and message, its steps, the series it renamed, the files that cannot be read."""

    day: str
    reason: str
    steps: tuple[Step, ...]
    renamed: tuple[tuple[SeriesId, SeriesId], ...]
    unread: tuple[str, ...]


def folded(told: Sequence[Told], shown: ChangesShown, gap: Gap = "", names: Names = NONE) -> History:
    """The history that commits tell, the oldest first, as far as it is shown. names: what old ids lead to.

    The values of the first commit are where it begins, and no changes.
    """
    found: dict[tuple[str, SeriesId, str], Change] = {}
    begin = next((at for at, each in enumerate(told) if each.steps), 0)
    for each in told[begin + 1 :]:
        renamed = dict(each.renamed)
        found = {key: change for change in found.values() for key, change in [_named(change, renamed)]}
        for step in sorted(each.steps, key=lambda step: step.kind != "withdrawn"):  # what has another id now came after
            step = step._replace(series=names.series(step.series))
            change = Change(day=each.day, reason=shown.reason(each.day, each.reason), **step._asdict())
            key = (each.day, step.series, step.period)
            merged = _merged(found.pop(key, None), change)
            if merged is not None:
                found[key] = merged
    changes = sorted(moves(found.values()), key=lambda c: (c.reason, c.series, c.period))
    changes.sort(key=lambda c: c.day, reverse=True)
    return History(
        tuple(change for change in changes if _visible(change, shown)),
        tuple(Unread(t.day, t.reason, path) for t in _newest(told, shown) for path in t.unread),
        tuple(Renamed(t.day, old, new) for t in _newest(told, shown) for old, new in _renamed(t, names).items()),
        gap,
    )


def _renamed(told: Told, names: Names) -> dict[SeriesId, SeriesId]:
    """The series that a commit renamed: all of their values stayed, or the old id leads to the new one."""
    gone = {step.series for step in told.steps if step.kind == "withdrawn"}
    came = {step.series for step in told.steps if step.kind == "added"}
    led = {old: names.series(old) for old in sorted(gone) if names.series(old) in came - {old}}
    return {**dict(told.renamed), **led}


def _named(change: Change, names: dict[SeriesId, SeriesId]) -> tuple[tuple[str, SeriesId, str], Change]:
    """A change under the name that its series has now, and its key."""
    if change.series in names:
        change = structs.replace(change, series=names[change.series])
    return (change.day, change.series, change.period), change


def _merged(first: Change | None, then: Change) -> Change | None:
    """Two changes of a figure on one day as one; None where the second undid the first."""
    if first is None:
        return then
    if first.old == then.new:
        return None
    if first.old is None:
        return structs.replace(then, old=None, kind="added")
    if then.new is None:
        return structs.replace(then, old=first.old)
    kind = first.kind if then.kind in ("added", "withdrawn") else then.kind
    if kind == "withdrawn":
        kind = "corrected" if first.old.source == then.new.source else "re-sourced"
    return structs.replace(then, old=first.old, kind=kind)


def _visible(change: Change, shown: ChangesShown) -> bool:
    return change.day >= shown.since and not {change.day, change.address, change.former}.intersection(shown.hide)


def _newest(told: Iterable[Told], shown: ChangesShown) -> list[Told]:
    """What is shown of the commits, the newest first."""
    return [each for each in reversed([*told]) if each.day >= shown.since and each.day not in shown.hide]

"""Changes by day: what several commits of one day did to a figure is one change, so that a squash changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.history.changes import Step
from sitegen.model.basics.address import SeriesId
from sitegen.model.history import Change, ChangesShown, Gap, History, Renamed, Unread


class Told(NamedTuple):
    """What one commit did: its day and message, its steps, the series it renamed, the files that cannot be read."""

    day: str
    reason: str
    steps: tuple[Step, ...]
    renamed: tuple[tuple[SeriesId, SeriesId], ...]
    unread: tuple[str, ...]


def folded(told: Sequence[Told], shown: ChangesShown, gap: Gap = "") -> History:
    """The history that commits tell, the oldest first, as far as it is shown.

    The values of the first commit are where it begins, and no changes.
    """
    found: dict[tuple[str, SeriesId, str], Change] = {}
    begin = next((at for at, each in enumerate(told) if each.steps), 0)
    for each in told[begin + 1 :]:
        names = dict(each.renamed)
        found = {key: change for change in found.values() for key, change in [_named(change, names)]}
        for step in each.steps:
            change = Change(day=each.day, reason=each.reason, **step._asdict())
            key = (each.day, step.series, step.period)
            merged = _merged(found.pop(key, None), change)
            if merged is not None:
                found[key] = merged
    changes = sorted(found.values(), key=lambda c: (c.reason, c.series, c.period))
    changes.sort(key=lambda c: c.day, reverse=True)
    return History(
        tuple(change for change in changes if _visible(change, shown)),
        tuple(Unread(t.day, t.reason, path) for t in _newest(told, shown) for path in t.unread),
        tuple(Renamed(t.day, old, new) for t in _newest(told, shown) for old, new in t.renamed),
        gap,
    )


def _named(change: Change, names: dict[SeriesId, SeriesId]) -> tuple[tuple[str, SeriesId, str], Change]:
    """A change under the name that its series has now, and its key."""
    if change.series in names:
        change = replace(change, series=names[change.series])
    return (change.day, change.series, change.period), change


def _merged(first: Change | None, then: Change) -> Change | None:
    """Two changes of a figure on one day as one; None where the second undid the first."""
    if first is None:
        return then
    if first.old == then.new:
        return None
    if first.old is None:
        return replace(then, old=None, kind="added")
    if then.new is None:
        return replace(then, old=first.old)
    kind = first.kind if then.kind in ("added", "withdrawn") else then.kind
    return replace(then, old=first.old, kind="re-sourced" if kind == "withdrawn" else kind)


def _visible(change: Change, shown: ChangesShown) -> bool:
    return change.day >= shown.since and not {change.day, change.address}.intersection(shown.hide)


def _newest(told: Iterable[Told], shown: ChangesShown) -> list[Told]:
    """What is shown of the commits, the newest first."""
    return [each for each in reversed([*told]) if each.day >= shown.since and each.day not in shown.hide]

"""What is news: the last changes, those that a reader was misled by first, and many of one kind as one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from sitegen.model.history import Change, ChangeClass, History, Turned

NEWEST = 8
"""So much is news."""
ALONE = 2
"""So many changes of one kind and one commit stand by themselves; more are one line."""
NewsKind = ChangeClass | Literal["turned", "claim-added", "claim-withdrawn"]
KINDS: tuple[NewsKind, ...] = (
    *("turned", "corrected", "restated", "revised", "added", "claim-added"),
    *("re-sourced", "moved", "claim-withdrawn", "withdrawn"),
)
"""In their order: what was wrong until now, what is new, what is gone."""


class News(NamedTuple):
    """What changed alike for one reason on one day: one change, or many together."""

    day: str
    kind: NewsKind
    found: tuple[Change | Turned, ...]


def kind_of(change: Change | Turned) -> NewsKind:
    """What happened to a figure or to a claim."""
    if isinstance(change, Change):
        return change.kind
    return "turned" if change.old and change.new else "claim-added" if change.new else "claim-withdrawn"


def together(history: History) -> list[tuple[tuple[str, str], list[Change | Turned]]]:
    """All that changed by day and reason, the newest day first; verdicts stand before the figures."""
    both: list[Change | Turned] = sorted([*history.turned, *history.changes], key=lambda each: each.reason)
    both.sort(key=lambda each: each.day, reverse=True)
    return [(key, [*found]) for key, found in groupby(both, lambda each: (each.day, each.reason))]


def news(history: History) -> tuple[News, ...]:
    """The news, the newest day first; of one day what was turned or put right, then what is new, then what is gone."""
    found = [each for group in together(history) for each in alike(*group)]
    found.sort(key=lambda each: KINDS.index(each.kind))
    found.sort(key=lambda each: each.day, reverse=True)
    return tuple(found[:NEWEST])


def alike(key: tuple[str, str], found: Sequence[Change | Turned]) -> Iterator[News]:
    """What changed for one reason on one day, by kind: few changes each by itself, many together. key: day, reason."""
    for kind in KINDS:
        same = tuple(each for each in found if kind_of(each) == kind)
        if len(same) > ALONE:
            yield News(key[0], kind, same)
        else:
            yield from (News(key[0], kind, (each,)) for each in same)

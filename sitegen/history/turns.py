"""Verdicts that turned, from the verdicts of one commit after the other. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.history.former import NONE, Names
from sitegen.model.history import ChangesShown, Turned, Untested


class Stand(NamedTuple):
    """A claim at one time: its verdict, and its text as it was written."""

    verdict: str
    text: str


class State(NamedTuple):
    """A commit: its day and message, and where each claim stands; None of one that cannot be tested.

    stands: None where no claim can be tested, and then problem says why.
    """

    day: str
    reason: str
    stands: Mapping[str, Stand | None] | None
    problem: str


def turns(
    states: Iterable[State], shown: ChangesShown, names: Names = NONE
) -> tuple[tuple[Turned, ...], tuple[Untested, ...]]:
    """What turned from each state to the next, the newest day first, and the states that cannot be tested.

    names: what old ids lead to.

    Where the first stand is where it begins, and no change. Of one day it is one change, from first to last.
    """
    found: dict[tuple[str, str], Turned] = {}
    untested: list[Untested] = []
    before: Mapping[str, Stand] | None = None
    for state in states:
        if state.stands is None:
            untested.append(Untested(state.day, state.reason, state.problem))
            continue
        stands = {names.claim(id): stand for id, stand in state.stands.items()}
        after = _known(before or {}, stands)
        renamed = _renamed(before or {}, after)
        found = {(each.day, each.claim): each for each in (_named(each, renamed) for each in found.values())}
        told = state._replace(reason=shown.reason(state.day, state.reason))
        for turned in () if before is None else _turned(before, after, renamed, told):
            merged = _merged(found.pop((turned.day, turned.claim), None), turned)
            if merged.old != merged.new:
                found[merged.day, merged.claim] = merged
        before = after
    ordered = sorted(found.values(), key=lambda each: (each.reason, each.claim))
    ordered.sort(key=lambda each: each.day, reverse=True)
    hidden = {*shown.hide}
    return (
        tuple(each for each in ordered if each.day >= shown.since and not hidden & {each.day, f"claims/{each.claim}"}),
        tuple(each for each in untested[::-1] if each.day >= shown.since and each.day not in hidden),
    )


def _known(before: Mapping[str, Stand], stands: Mapping[str, Stand | None]) -> Mapping[str, Stand]:
    """Where claims stand; one that cannot be tested where it stood before, and nowhere if it is new."""
    found = {id: stand or before.get(id) for id, stand in stands.items()}
    return {id: stand for id, stand in found.items() if stand is not None}


def _renamed(before: Mapping[str, Stand], after: Mapping[str, Stand]) -> dict[str, str]:
    """The claims that are gone, each with the new one that says the same words."""
    new = {after[id].text: id for id in sorted(after.keys() - before.keys(), reverse=True)}
    gone = ((id, new.get(before[id].text)) for id in sorted(before.keys() - after.keys()))
    names = {other: id for id, other in gone if other is not None}
    return {id: other for other, id in names.items()}


def _named(each: Turned, names: Mapping[str, str]) -> Turned:
    if each.claim not in names:
        return each
    return Turned(each.day, names[each.claim], each.old, each.new, each.text, each.reason)


def _turned(
    before: Mapping[str, Stand], after: Mapping[str, Stand], names: Mapping[str, str], state: State
) -> Iterator[Turned]:
    """The claims that came, went or turned with a commit."""
    was = {names.get(id, id): stand for id, stand in before.items()}
    for id in sorted(was.keys() | after.keys()):
        old, new = was.get(id), after.get(id)
        if old is None or new is None or old.verdict != new.verdict:
            text = (new or old or Stand("", "")).text
            yield Turned(state.day, id, old.verdict if old else "", new.verdict if new else "", text, state.reason)


def _merged(first: Turned | None, then: Turned) -> Turned:
    """Two turns of a claim on one day as one."""
    return then if first is None else Turned(then.day, then.claim, first.old, then.new, then.text, then.reason)

"""Choosing among the observations of one address: which count, and which answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import get_args

from sitegen.model.basics.amount import Amount
from sitegen.model.series import ChangeKind, Observation, Status
from sitegen.model.source import Source, SourceKind, document

AmountOf = Callable[[Observation], Amount | None]

_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
_STATUSES: tuple[Status, ...] = ("revised", "reported", "provisional", "estimated", "target")
ON_REQUEST: frozenset[Status] = frozenset({"estimated", "target"})


def volume(observation: Observation) -> Amount | None:
    """The value that it reports, if it reports one."""
    return observation.amount


def change_of(kind: ChangeKind) -> AmountOf:
    """How to read the reported change of that kind."""

    def amount(observation: Observation) -> Amount | None:
        return observation.change.get(kind)

    return amount


def stands(observation: Observation) -> bool:
    """True if it may answer when its source is asked for: it is not deprecated."""
    return observation.use != "deprecated"


def counts(observation: Observation) -> bool:
    """True if it may answer, be a rival or a part: undeprecated, and no estimate or target."""
    return stands(observation) and observation.status not in ON_REQUEST


def ordered(
    observations: Iterable[Observation], amount_of: AmountOf, sources: Mapping[str, Source]
) -> tuple[Observation, ...]:
    """Those with an amount, the one that answers first.

    Preferred before the rest, then by status, sources without a mark before others, the narrowest interval, the
    source's kind and its id.
    """

    def rank(observation: Observation) -> tuple[bool, int, bool, Decimal, int, str]:
        amount, source = amount_of(observation), sources[observation.source]
        assert amount is not None  # only those with an amount are sorted
        status, kind = _STATUSES.index(observation.status), _KINDS.index(source.kind)
        marked = source.reliability is not None
        return (observation.use != "preferred", status, marked, amount.interval.width, kind, source.id)

    return tuple(sorted((o for o in observations if amount_of(o) is not None), key=rank))


def once(observations: Sequence[Observation], sources: Mapping[str, Source]) -> tuple[Observation, ...]:
    """One of each document, in the given order: one document counts once, a relay and its origin count once.

    Of those that count together a preferred one stands, else the one nearest to the origin.
    """
    groups: list[tuple[set[str], list[Observation]]] = []
    for observation in observations:
        urls = documents(observation.source, sources)
        members = [observation]
        apart = []
        for group in groups:
            if group[0] & urls:
                urls |= group[0]
                members = group[1] + members
            else:
                apart.append(group)
        groups = [*apart, (urls, members)]
    standing = {id(_standing(members, sources)) for _, members in groups}
    return tuple(o for o in observations if id(o) in standing)


def chain(source: str, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The source, the one that it relays, and so on to the origin; a circle is cut where it closes."""
    found: dict[str, Source] = {}
    step: str | None = source
    while step is not None and step not in found:
        found[step] = sources[step]
        step = sources[step].via
    return tuple(found.values())


def documents(source: str, sources: Mapping[str, Source]) -> set[str]:
    """The documents of a source, of the one that it relays, and so on to the origin."""
    return {document(step.url) for step in chain(source, sources)}


def disagree(amounts: Iterable[Amount]) -> bool:
    """True if any two of the amounts do not agree."""
    return any(not a.interval.meets(b.interval) for a, b in combinations(amounts, 2))


def _standing(members: Sequence[Observation], sources: Mapping[str, Source]) -> Observation:
    return min(members, key=lambda o: (o.use != "preferred", len(chain(o.source, sources))))

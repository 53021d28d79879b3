"""Which observations of one address fall with others: relays of what is deprecated, and what was restated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.figures.values.choice import ON_REQUEST, counts, documents, stands
from sitegen.model.series import Observation
from sitegen.model.source import Source, document


def fallen(there: Sequence[Observation], sources: Mapping[str, Source]) -> frozenset[Observation]:
    """Those that fall because the origin that they relay is deprecated: a reported value, or an estimate or target.

    So does the same value of the same document under another id. One that is preferred, with its reason, stands by
    itself. there: the observations of one address.
    """
    found: set[Observation] = set()
    for asked in (False, True):
        alike = [o for o in there if (o.status in ON_REQUEST) is asked]
        out = [o for o in alike if not stands(o)]
        deprecated = {document(sources[o.source].url) for o in out}
        again = {o for o in alike if o.use == "normal" and any(_again(o, old, sources) for old in out)}
        found |= again
        gone = deprecated - {document(sources[o.source].url) for o in alike if stands(o) and o not in again}
        if gone:
            found.update(o for o in alike if o.use == "normal" and gone & documents(o.source, sources))
    return frozenset(found)


def _again(found: Observation, old: Observation, sources: Mapping[str, Source]) -> bool:
    """Whether an observation gives what another gave, of the same document under another id."""
    if found.source == old.source or document(sources[found.source].url) != document(sources[old.source].url):
        return False
    pairs = [(found.amount, old.amount), *((found.change.get(kind), amount) for kind, amount in old.change.items())]
    return any(one is not None and other is not None and one.interval.meets(other.interval) for one, other in pairs)


def restated(there: Sequence[Observation], sources: Mapping[str, Source]) -> frozenset[Observation]:
    """Those that a later document restates, and those that relay them. there: the observations of one address."""
    replacing = {
        o.source: document(sources[o.replaces].url)
        for o in there
        if counts(o) and o.replaces is not None and o.replaces in sources
    }
    if not replacing:
        return frozenset()
    return frozenset(
        o
        for o in there
        if counts(o)
        and any(old in documents(o.source, sources) for source, old in replacing.items() if source != o.source)
    )

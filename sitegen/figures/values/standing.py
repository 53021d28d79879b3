"""Which observations of one address fall with others: relays of what is deprecated, and what was restated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.figures.values.choice import ON_REQUEST, counts, documents, stands
from sitegen.model.series import Observation
from sitegen.model.source import Source, document


def fallen(there: Sequence[Observation], sources: Mapping[str, Source]) -> frozenset[Observation]:
    """Those that fall because the origin that they relay is deprecated: a reported value, or an estimate or target.

    A relay that is preferred, with its reason, stands by itself. there: the observations of one address.
    """
    found: set[Observation] = set()
    for asked in (False, True):
        alike = [o for o in there if (o.status in ON_REQUEST) is asked]
        deprecated = {document(sources[o.source].url) for o in alike if not stands(o)}
        gone = deprecated - {document(sources[o.source].url) for o in alike if stands(o)}
        if gone:
            found.update(o for o in alike if o.use == "normal" and gone & documents(o.source, sources))
    return frozenset(found)


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

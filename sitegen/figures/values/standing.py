"""Which observations of one address fall with others: relays of what is deprecated, and what was restated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.figures.values.choice import counts, documents, stands
from sitegen.model.series import Observation
from sitegen.model.source import Source, document


def fallen(there: Sequence[Observation], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources whose values fall because the origin that they relay is deprecated.

    A relay that is preferred, with its reason, stands by itself. there: the observations of one address.
    """
    deprecated = {document(sources[o.source].url) for o in there if not stands(o)}
    gone = deprecated - {document(sources[o.source].url) for o in there if stands(o)}
    if not gone:
        return frozenset()
    return frozenset(o.source for o in there if o.use == "normal" and gone & documents(o.source, sources))


def restated(there: Sequence[Observation], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources whose values of one address a later document restates, and those that relay them."""
    replacing = {
        o.source: document(sources[o.replaces].url)
        for o in there
        if counts(o) and o.replaces is not None and o.replaces in sources
    }
    if not replacing:
        return frozenset()
    return frozenset(
        o.source
        for o in there
        if any(old in documents(o.source, sources) for source, old in replacing.items() if source != o.source)
    )

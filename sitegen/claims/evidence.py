"""What may decide a claim: everything but what its own source says."""

from __future__ import annotations

from dataclasses import replace

from sitegen.claims.results import Reading, Side
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.choice import ON_REQUEST, chain
from sitegen.model.tracker import Tracker
from sitegen.model.words import Claim

OWN = "only the source of the claim gives a value"


def evidence(tracker: Tracker, claim: Claim) -> Tracker:
    """The tracker without the claim's own source, its relays and the document that it relays itself."""
    if claim.by is None:
        return tracker
    own = _documents(claim.by, tracker)
    return replace(
        tracker,
        series={
            id: replace(series, observations=tuple(o for o in series.observations if o.source not in own))
            if any(o.source in own for o in series.observations)
            else series
            for id, series in tracker.series.items()
        },
        rankings={
            id: replace(ranking, table=replace(ranking.table, rows=()))
            if ranking.table is not None and ranking.table.source in own
            else ranking
            for id, ranking in tracker.rankings.items()
        },
        entries=tuple(entry for entry in tracker.entries if entry.source not in own),
        capabilities={
            id: replace(capability, answers=tuple(a for a in capability.answers if a.source not in own))
            for id, capability in tracker.capabilities.items()
        },
        events={
            id: replace(event, use="deprecated") if event.source in own else event
            for id, event in tracker.events.items()
        },
    )


def told_alone(reading: Reading, whole: Figures) -> Reading:
    """A reading that says of a missing value when it is there, but in the claim's own source. whole: of the tracker."""

    def side(found: Side) -> Side:
        if not isinstance(found, Missing):
            return found
        there = whole.answer(found.address)
        counts = isinstance(there, Figure) and there.status not in ON_REQUEST
        return Missing(found.address, OWN) if counts else found

    compared = (replace(each, left=side(each.left), right=side(each.right)) for each in reading.comparisons)
    return replace(reading, comparisons=tuple(compared))


def _documents(source: str, tracker: Tracker) -> frozenset[str]:
    """Every source that is the same document as the given one, relays it, or is relayed by it."""
    urls = {step.url for step in chain(source, tracker.sources)}
    return frozenset(id for id in tracker.sources if urls & {step.url for step in chain(id, tracker.sources)})

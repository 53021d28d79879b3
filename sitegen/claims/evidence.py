"""What may decide a claim: everything but what its own source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec import structs

from sitegen.claims.grammar import Comparison
from sitegen.claims.results import Answered, Compared, Reading, Side
from sitegen.claims.terms import Terms, is_missing
from sitegen.claims.without import Changed, Left
from sitegen.figures import FigureError, Missing
from sitegen.figures.values.choice import documents
from sitegen.figures.values.evidence import Evidence
from sitegen.model.capability import Capability
from sitegen.model.claim import Claim
from sitegen.model.event import Event
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.model.source import Source
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault
from sitegen.words import Locale


def holders(sources: Mapping[str, Source]) -> Mapping[str, frozenset[str]]:
    """The sources of each document, by its address: itself in any spelling, and its relays."""
    found: dict[str, set[str]] = {}
    for id in sources:
        for address in documents(id, sources):
            found.setdefault(address, set()).add(id)
    return {address: frozenset(ids) for address, ids in found.items()}


def own_sources(claim: Claim, sources: Mapping[str, Source], held: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The claim's own source, whatever its spelling, with its relays and the document that it relays itself.

    held: the `holders` of these sources.
    """
    addresses = documents(claim.by, sources) if claim.by is not None else ()
    return frozenset[str]().union(*(held[address] for address in addresses))


def evidence(tracker: Tracker, own: Set[str]) -> Tracker:
    """The tracker without what some sources say."""
    if not own:
        return tracker
    return structs.replace(
        tracker,
        series=Changed(tracker.series, lambda series: _without(series, own, tracker)),
        rankings=Changed(tracker.rankings, lambda ranking: _unlisted(ranking, own)),
        entries=Left(tracker.entries, lambda entry: entry.source not in own),
        capabilities=Changed(tracker.capabilities, lambda capability: _unanswered(capability, own)),
        events=Changed(tracker.events, lambda event: _undated(event, own)),
    )


def _unlisted(ranking: Ranking, own: Set[str]) -> Ranking:
    table = ranking.table
    return (
        ranking
        if table is None or table.source not in own
        else structs.replace(ranking, table=structs.replace(table, rows=()))
    )


def _unanswered(capability: Capability, own: Set[str]) -> Capability:
    return structs.replace(capability, answers=tuple(a for a in capability.answers if a.source not in own))


def _undated(event: Event, own: Set[str]) -> Event:
    return structs.replace(event, use="deprecated") if event.source in own else event


def _without(series: Series, own: Set[str], tracker: Tracker) -> Series:
    """The series without what some sources say, and without what they restate, which they do not bring back."""
    if not any(o.source in own for o in series.observations):
        return series
    there = Evidence(tracker)
    return series.saying(
        *(o for o in series.observations if o.source not in own and o not in there.restated(series.id, o.period))
    )


def with_own_reason(reading: Reading, lines: Sequence[Comparison], whole: Terms, locale: Locale) -> Reading:
    """A reading that says of a missing side when it is there, but by the claim's own source alone.

    lines: the comparisons of the reading. whole: bound to all that the data say. locale: of the site.
    """
    compared = (_told(each, line, whole, locale) for each, line in zip(reading.comparisons, lines, strict=True))
    return structs.replace(reading, comparisons=tuple(compared))


def _told(compared: Compared, line: Comparison, whole: Terms, locale: Locale) -> Compared:
    if compared.outcome != "missing":
        return compared
    try:
        left, right = whole.sides(line)
    except (FigureError, Fault):
        return compared  # what is there cannot be compared
    return structs.replace(
        compared, left=_alone(compared.left, left, locale), right=_alone(compared.right, right, locale)
    )


def _alone(found: Side, there: Side, locale: Locale) -> Side:
    if not is_missing(found) or is_missing(there):
        return found
    if isinstance(found, Missing):
        return structs.replace(found, reason="only the source of the claim gives a value", why="claimant")
    assert isinstance(found, Answered)  # the only other side that can be missing
    return Answered(function=found.function, args=found.args, reason=locale.say("claim.none.own"))

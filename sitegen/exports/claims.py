"""`claims.json`: every claim with its verdict and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.claims import Answered, Candidate, ClaimWords, Compared, Reading, Rivalry, Side, Verdict
from sitegen.edition import Edition
from sitegen.exports.forms import to_json
from sitegen.exports.rows import Record, figure_record, source_records
from sitegen.figures import Figure
from sitegen.model.entry import MarketEntry
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.pages.words.show import plain
from sitegen.urls import claim_url, whole


def claims(context: Context) -> Files:
    """The claims in the order of their ids, and the sources that make them or decide them; none without claims."""
    if context.edition.verdicts:
        yield "claims.json", _file


def _file(context: Context) -> Iterator[Output]:
    edition = context.edition
    sources = sorted({source for verdict in edition.verdicts.values() for source in _sources(verdict)})
    whole = {
        "site": edition.tracker.site.name,
        "as_of": None if edition.compiled is None else str(edition.compiled),
        "claims": [claim_record(edition, verdict) for verdict in edition.verdicts.values()],
        "sources": source_records(edition.tracker, edition.base_url, sources),
    }
    yield Output("claims.json", to_json(whole))


def claim_record(edition: Edition, verdict: Verdict) -> Record:
    """A claim: what it says, who says it, its verdict, and every reading with what decides it."""
    claim = verdict.claim
    words = ClaimWords(edition.figures, lambda text: plain(text, edition))
    return {
        "id": claim.id,
        "text": plain(claim.text, edition),
        "by": claim.by,
        "document": claim.document,
        "about": list(claim.about),
        "verdict": verdict.word,
        "because": plain(claim.because, edition) or None,
        "mixed": claim.mixed,
        "note": plain(claim.note, edition) or None,
        "readings": [_reading(words, reading) for reading in verdict.readings],
        "page": whole(edition.base_url, claim_url(claim.id)),
    }


def _reading(words: ClaimWords, reading: Reading) -> Record:
    return {
        "outcome": reading.outcome,
        "choices": reading.choices,
        "comparisons": [_comparison(words, compared) for compared in reading.comparisons],
        "rivals": [_rivalry(words, rivalry) for rivalry in reading.rivalries],
    }


def _comparison(words: ClaimWords, compared: Compared) -> Record:
    return {
        "check": compared.expression.source,
        "asked": words.asked(compared.left),
        "observed": words.found(compared.left),
        "claimed": words.claimed(compared),
        "outcome": compared.outcome,
        "left": _side(words, compared.left),
        "right": _side(words, compared.right),
    }


def _side(words: ClaimWords, side: Side) -> object:
    """A side of a comparison: a figure or an answer with its sources, else None: its words say it all."""
    match side:
        case Figure():
            return figure_record(words.figures, side)
        case Answered():
            answered = {
                "function": side.function,
                "args": list(side.args),
                "sources": list(dict.fromkeys(side.sources)),
            }
            return answered | ({"entries": list(map(_entry, side.entries))} if side.function == "entry" else {})
    return None


def _entry(entry: MarketEntry) -> Record:
    """A market entry that decides: who has come how far, and where."""
    return {
        "entity": entry.entity,
        "place": entry.where,
        "stage": entry.stage,
        "said": str(entry.said),
        "source": entry.source,
    }


def _rivalry(words: ClaimWords, rivalry: Rivalry) -> Record:
    return {
        "address": str(rivalry.address),
        "change": rivalry.change,
        "decides": rivalry.decides,
        "values": [_candidate(words, candidate) for candidate in rivalry.candidates],
    }


def _candidate(words: ClaimWords, candidate: Candidate) -> Record:
    source = None if candidate.observation is None else candidate.observation.source
    said = {"answer": words.found(candidate.figure), "source": source, "outcomes": sorted(candidate.outcomes)}
    return {**figure_record(words.figures, candidate.figure), **said}


def _sources(verdict: Verdict) -> Iterator[str]:
    if verdict.claim.by is not None:
        yield verdict.claim.by
    for reading in verdict.readings:
        for compared in reading.comparisons:
            for side in (compared.left, compared.right):
                yield from side.sources if isinstance(side, Answered) else ()
        for rivalry in reading.rivalries:
            yield from (c.observation.source for c in rivalry.candidates if c.observation is not None)
    for figure in verdict.figures:
        yield from (observation.source for observation in figure.observations)

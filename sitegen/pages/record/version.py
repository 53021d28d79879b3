"""The version of what a page says: a short name that changes when a number, source, verdict or other fact does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sitegen.claims import Answered, Reading, Verdict
from sitegen.claims.results import Side
from sitegen.figures import Missing
from sitegen.figures.figure import Figure
from sitegen.model.basics.text import Text
from sitegen.model.capability import CapabilityAnswer
from sitegen.model.entity import Entity, Tie
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.source import Source

Fact = Verdict | CapabilityAnswer | MarketEntry | Event | Entity
"""What a page may say that is no number."""


def version_of(
    figures: Iterable[Figure], sources: Mapping[str, Source], cited: Iterable[str] = (), facts: Iterable[str] = ()
) -> str:
    """A short name for what is said, whatever its order; "" for nothing.

    sources: all that there are. cited: the ids of those that stand beside the ones of the figures. facts: as `said`
    has them.
    """
    shown = tuple(figures)
    ids = {*cited, *(id for each in shown for id in sources_of(each))}
    stated = sorted({*map(_figure, shown), *(_source(sources[id], sources) for id in ids), *facts})
    return hashlib.blake2b("\n".join(stated).encode(), digest_size=4).hexdigest() if stated else ""


def key_of(figure: Figure) -> str:
    """One text for all showings of one figure: its address, or what it was computed from and how."""
    if figure.address is not None:
        return f"{figure.kind} {figure.address} {figure.operation}"
    inputs = ", ".join(map(key_of, figure.inputs))
    return f"{figure.operation} ({inputs}) {figure.amount.value} {figure.unit} {figure.decimals}"


def sources_of(figure: Figure) -> tuple[str, ...]:
    """The sources that a figure rests on, each once."""
    return tuple({observation.source: None for observation in figure.observations})


def said(fact: Fact) -> str:
    """All that a page says of a fact, in one line, as its data have it."""
    parts: tuple[object, ...]
    match fact:
        case Verdict(claim=claim):
            tests = ["; ".join(each.source for each in lines) for lines in (claim.check, *claim.alternatives)]
            texts = map(_text, (claim.text, claim.because, claim.note))
            parts = ("claim", claim.id, fact.word, claim.by, claim.mixed, *texts, *tests, *map(_reading, fact.readings))
        case CapabilityAnswer():
            parts = ("answer", fact.entity, fact.answer, fact.said, _text(fact.text), fact.source)
        case MarketEntry():
            own = (fact.where, fact.stage, fact.said, fact.target)
            parts = ("entry", fact.entity, *own, fact.source, _text(fact.text))
        case Event():
            parts = ("event", fact.id, fact.date, _text(fact.text), fact.source)
        case Entity():
            life = (
                fact.kind,
                fact.since,
                fact.until,
                fact.ended,
                fact.successor,
                *map(_tie, fact.parents + fact.members),
            )
            parts = ("entity", fact.id, fact.name, fact.native, _text(fact.about), *life)
    return repr(tuple(map(str, parts)))


def _figure(figure: Figure) -> str:
    rivals = " ".join(f"{other.source} {other.amount}" for other in figure.rivals)
    return f"{key_of(figure)} {figure.amount} {figure.status} {' '.join(sources_of(figure))} {rivals}"


def _source(source: Source, sources: Mapping[str, Source]) -> str:
    relayed = "" if source.via is None else sources[source.via].publisher
    marks = (source.kind, source.reliability, relayed)
    return repr(("source", source.id, source.publisher, source.title, source.url, str(source.published), *marks))


def _reading(reading: Reading) -> str:
    sides = (_side(side) for each in reading.comparisons for side in (each.left, each.right))
    return " ".join((reading.outcome, *filter(None, sides)))


def _side(side: Side) -> str:
    """What the data answer to a side of a comparison; a figure is named by itself."""
    match side:
        case Missing():
            return f"missing {side.address} {side.why}"
        case Answered():
            return f"{side.function} {side.interval} {' '.join(side.words)} {' '.join(side.sources)}"
        case Figure():
            return f"{key_of(side)} {side.amount}"
    return ""


def _tie(tie: Tie) -> str:
    return f"{tie.entity} {tie.since} {tie.until}"


def _text(text: Text | None) -> str:
    parts = () if text is None else text.parts
    return "".join(part if isinstance(part, str) else f"{{{{ {part.source} }}}}" for part in parts)

"""Does everything exist that a check names? A known series without a value does; it is missing, which is no error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from jinja2 import nodes

from sitegen.claims.grammar import CODE, Comparison
from sitegen.claims.results import VerdictWord
from sitegen.figures import CHANGES
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.capability import Answer
from sitegen.model.entry import Stage
from sitegen.model.places import PLACES, place_hint, place_id
from sitegen.model.stages import ENDS, STEPS
from sitegen.model.tracker import Tracker
from sitegen.problems import did_you_mean, undeclared_source
from sitegen.reading.syntax import Fault

WORDS = {
    "capability": tuple(word for word in get_args(Answer) if word != "unknown"),
    "entry": get_args(Stage),
    "verdict": get_args(VerdictWord),
}


def unknown(comparison: Comparison, tracker: Tracker) -> Iterator[Fault]:
    """A Fault for everything that the comparison names and that is not there."""
    for side in (comparison.left, comparison.right):
        for node in (side, *side.find_all(nodes.Node)):
            match node:
                case nodes.Call(node=nodes.Name(name=name)):
                    yield from _call(name, _texts(node.args), tracker)
                case nodes.Filter(name="change"):
                    for kind in (text for text in _texts(node.args) if text not in CHANGES):
                        yield Fault(CODE, f'there is no change("{kind}")', did_you_mean(kind, CHANGES), kind)
                case nodes.Filter(name="share" | "times"):
                    for text in _texts(node.args):
                        yield from _address(text, tracker)
                case nodes.Filter(name="convert"):
                    for text in _texts(node.args):
                        yield from _address(text if "@" in text else f"{text}@latest", tracker)
    yield from _constants(comparison)


def _call(name: str, args: list[str], tracker: Tracker) -> Iterator[Fault]:
    match name, args:
        case "fig", [text]:
            yield from _address(text, tracker)
        case "rank", [ranking, entity]:
            yield from _known(ranking, tracker.rankings, "ranking") or _ranked(ranking, entity, tracker)
        case "capability", [entity, capability]:
            yield from _known(entity, tracker.entities, "entity", "unknown-entity")
            yield from _known(capability, tracker.capabilities, "capability")
        case "entry", [entity, place]:
            yield from _known(entity, tracker.entities, "entity", "unknown-entity")
            places = PLACES | frozenset(tracker.own_places)
            if place_id(place) not in places:
                yield Fault("unknown-id", f'no place "{place}"', place_hint(place, places), place)
        case "event", [event]:
            yield from _known(event, tracker.events, "event")
        case "verdict", [claim]:
            yield from _known(claim, tracker.claims, "claim")


def _address(text: str, tracker: Tracker) -> list[Fault]:
    try:
        address = Address.parse(text)
    except ValueError as error:
        return [Fault(CODE, str(error), word=text)]
    if address.series not in tracker.series:
        faults = _known(address.entity, tracker.entities, "entity", "unknown-entity")
        faults = faults or _known(address.metric, tracker.metrics, "metric", "unknown-metric")
        hint = "declare it in data/series/, with or without values"
        series = f"{address.entity}.{address.metric}"
        return faults or [Fault("unknown-series", f'no series "{series}"', hint, series)]
    try:
        address.on(tracker.series[address.series].calendar)
    except ValueError as error:
        message, hint = str(error).split(": ", 1)
        return [Fault("no-calendar", message, hint, text)]
    return [] if address.source is None else _known(address.source, tracker.sources, "source", "unknown-source")


def _ranked(ranking: str, entity: str, tracker: Tracker) -> list[Fault]:
    """An entity that stands in no line of the ranking."""
    found = tracker.rankings[ranking]
    rows = () if found.table is None else found.table.rows
    names = {series[0] for series in found.members} | {row.entity for row in rows if row.entity is not None}
    message = f'the ranking "{ranking}" has no "{entity}"'
    return [] if entity in names else [Fault("unknown-id", message, did_you_mean(entity, names), entity)]


def _constants(comparison: Comparison) -> Iterator[Fault]:
    """Words that the function on the left never answers, and days that are none."""
    match comparison.left:
        case nodes.Call(node=nodes.Name(name="entry")) if comparison.sign in ("<", "<=", ">", ">="):
            for word in (word for word in _texts([comparison.right]) if word in ENDS):
                hint = f'write == "{word}", or compare with one of: {", ".join(STEPS)}'
                yield Fault(CODE, f'"{word}" is no step on the way into a market', hint, word)
            yield from _choose(_texts([comparison.right]), get_args(Stage), "entry")
        case nodes.Call(node=nodes.Name(name=name)) if name in WORDS:
            yield from _choose(_texts([comparison.right]), WORDS[name], name)
        case nodes.Call(node=nodes.Name(name="event")):
            for text in _texts([comparison.right]):
                try:
                    Period.parse(text)
                except ValueError as error:
                    yield Fault(CODE, str(error), word=text)


def _known(id: str, known: Iterable[str], kind: str, code: str = "unknown-id") -> list[Fault]:
    hint = undeclared_source if kind == "source" else did_you_mean
    return [] if id in known else [Fault(code, f'no {kind} "{id}"', hint(id, known), id)]


def _choose(words: Iterable[str], known: Iterable[str], name: str) -> Iterator[Fault]:
    for word in words:
        if word not in known:
            yield Fault(CODE, f'{name} never answers "{word}"', did_you_mean(word, known), word)


def _texts(found: Iterable[nodes.Node]) -> list[str]:
    """The texts among some nodes, or in a list of texts."""
    flat = [item for node in found for item in (node.items if isinstance(node, nodes.List | nodes.Tuple) else [node])]
    return [node.value for node in flat if isinstance(node, nodes.Const) and isinstance(node.value, str)]

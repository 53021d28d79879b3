"""Which claims rest on the verdicts of others, and in which order they can be tested."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from jinja2 import nodes
from msgspec import Struct

from sitegen.claims.grammar import Comparison
from sitegen.model.claim import Claim
from sitegen.problems import Problem

MOST_TESTS = 200
Test = tuple[str, frozenset[str]]
"""A claim by its id, tested without what some sources say."""


class Parsed(Struct, frozen=True):
    """A claim with its readings as syntax, the check first; none if nothing can test it.

    own: the sources that are the document that makes it; nothing that they say decides it.
    """

    claim: Claim
    readings: tuple[tuple[Comparison, ...], ...]
    own: frozenset[str]

    @property
    def asked(self) -> tuple[str, ...]:
        """The claims whose verdicts it asks for."""
        return tuple(dict.fromkeys(_asked(self.readings)))


def in_order(parsed: Mapping[str, Parsed], problems: list[Problem]) -> list[str]:
    """The claims, each after those whose verdicts it asks for; those in a circle are left out and reported."""
    asks = {id: {other for other in found.asked if other in parsed} for id, found in parsed.items()}
    while True:
        try:
            return list(TopologicalSorter(asks).static_order())
        except CycleError as error:
            circle = error.args[1][::-1]
            first = min(circle)
            turn = circle.index(first)
            named = [*circle[turn:-1], *circle[:turn], first] if turn else circle
            message = f"{' rests on '.join(named)}: none of them can be tested first"
            place = parsed[first].claim.place
            problems.append(Problem(place, "claim-circle", message, "let one of them ask for data, not for a verdict"))
            asks = {id: others - set(circle) for id, others in asks.items() if id not in circle}


def tests(parsed: Mapping[str, Parsed], rank: Mapping[str, int], done: Container[Test], id: str) -> list[Test]:
    """What is still to be tested for the verdict on a claim, each after what it needs, the claim itself last.

    A source decides nothing of its own claim through the verdict on another either: what a claim rests on is tested
    again without that source. rank: the place of each claim that can be tested in their order. Ends one above
    MOST_TESTS.
    """
    found: dict[Test, None] = {}
    pending: list[Test] = [(id, parsed[id].own)]
    while pending and len(found) <= MOST_TESTS:
        test = pending.pop()
        if test not in done and test not in found:
            found[test] = None
            pending += [needed for needed in needs(parsed, test) if needed[0] in rank]
    return sorted(found, key=lambda test: rank[test[0]])


def needs(parsed: Mapping[str, Parsed], test: Test) -> list[Test]:
    """The tests whose verdicts a test asks for."""
    id, without = test
    return [(other, without | parsed[other].own) for other in parsed[id].asked if other in parsed]


def _asked(readings: Sequence[Sequence[Comparison]]) -> Iterator[str]:
    for found in (found for reading in readings for found in reading):
        for call in (found.left, *found.left.find_all(nodes.Call)):
            match call:
                case nodes.Call(node=nodes.Name(name="verdict"), args=[nodes.Const(value=str(id))]):
                    yield id

"""The numbers that a claim is tested by: its statement says no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jinja2 import nodes

from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.linear import linear
from sitegen.model.basics.address import Address
from sitegen.model.basics.text import Expression
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault


def numbers(checks: Iterable[Expression], tracker: Tracker) -> tuple[Decimal, ...] | None:
    """The sizes of all numbers that the checks of a claim ask for, each what is left of those of both sides.

    `A + 80000 > 80000` asks for none but 0. Where a unit counts in millions, a number is meant in millions and written
    out. A figure that is counted several times on a side is a number too: `A > B + B` asks for twice as much. None if a
    line is no comparison.
    """
    try:
        lines = [comparison(line) for line in checks]
    except Fault:
        return None
    return tuple(dict.fromkeys(_numbers(lines, tracker)))


def _numbers(lines: Iterable[Comparison], tracker: Tracker) -> Iterator[Decimal]:
    for line in lines:
        found = linear(line)
        if found is None:
            continue
        scales = {_scale(node, tracker) for side, _ in found.times for node in (side, *side.find_all(nodes.Call))}
        if found.written:
            yield from (abs(found.number).scaleb(scale) for scale in scales | {0})
        yield from (Decimal(abs(times)) for _, times in found.times if abs(times) > 1)


def _scale(node: nodes.Node, tracker: Tracker) -> int:
    """How many zeros the unit of a figure stands for."""
    match node:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            try:
                metric = tracker.metrics.get(Address.parse(text).metric)
            except ValueError:
                return 0  # which is reported with the check
            return 0 if metric is None else metric.unit.scale
    return 0

"""The numbers that a claim is tested by: its statement says no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jinja2 import nodes

from sitegen.claims.grammar import Comparison, comparison
from sitegen.expressions.operand import decimal
from sitegen.model.basics.address import Address
from sitegen.model.basics.text import Expression
from sitegen.model.metric import zeros
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault


def numbers(checks: Iterable[Expression], tracker: Tracker) -> tuple[Decimal, ...] | None:
    """The sizes of all numbers in the checks of a claim, but for those that only round.

    Where a unit counts in millions, a number is meant in millions and written out. None if a line is no comparison.
    """
    try:
        lines = [comparison(line) for line in checks]
    except Fault:
        return None
    return tuple(dict.fromkeys(_numbers(lines, tracker)))


def _numbers(lines: Iterable[Comparison], tracker: Tracker) -> Iterator[Decimal]:
    for found in lines:
        scales = {_scale(node, tracker) for side in (found.left, found.right) for node in side.find_all(nodes.Call)}
        scales |= {_scale(side, tracker) for side in (found.left, found.right)}
        for number in (number for side in (found.left, found.right) for number in _constants(side)):
            yield from (abs(number).scaleb(scale) for scale in scales | {0})


def _constants(node: nodes.Node) -> Iterator[Decimal]:
    match node:
        case nodes.Const(value=int() | float() as value) if not isinstance(value, bool):
            yield decimal(value)
        case nodes.Filter(name="rounded", node=nodes.Expr() as rounded):
            yield from _constants(rounded)
        case _:
            for child in node.iter_child_nodes():
                yield from _constants(child)


def _scale(node: nodes.Node, tracker: Tracker) -> int:
    """How many zeros the unit of a figure stands for."""
    match node:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            try:
                metric = tracker.metrics.get(Address.parse(text).metric)
            except ValueError:
                return 0  # which is reported with the check
            return 0 if metric is None else zeros(metric.unit)
    return 0

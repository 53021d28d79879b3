"""Checks that ask nothing: no value that the data could ever give would fail them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jinja2 import nodes

from sitegen.claims.compare import test
from sitegen.claims.grammar import CODE, Comparison
from sitegen.expressions.operand import decimal
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Interval
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault


def idle(comparison: Comparison, tracker: Tracker) -> Iterator[Fault]:
    """A Fault for a comparison with a number that holds whatever the data say: a count of at least zero, for one."""
    number, possible = _number(comparison.right), _possible(comparison.left, tracker)
    if number is None or possible is None or comparison.sign in ("==", "in"):
        return
    if test(possible, comparison.sign, Interval(number, number)) == "yes":
        message = "this holds whatever the data say, so it tests nothing"
        yield Fault(CODE, message, 'say what the data must show, as in fig("acme.sales@2025-Q1") > 80000')


def _possible(node: nodes.Expr, tracker: Tracker) -> Interval | None:
    """All values that a figure of a metric, or a place in a ranking, can have at all; None for anything else."""
    match node:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            metric = tracker.metrics.get(Address.parse(text).metric)
            return None if metric is None or metric.negative else Interval(Decimal(0), None)
        case nodes.Call(node=nodes.Name(name="rank")):
            return Interval(Decimal(1), None)
    return None


def _number(node: nodes.Expr) -> Decimal | None:
    match node:
        case nodes.Const(value=int() | float() as value):
            return decimal(value)
        case nodes.Neg(node=nodes.Const(value=int() | float() as value)):
            return -decimal(value)
    return None

"""The numbers that a claim is tested by, and what each of them counts: its statement says no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jinja2 import nodes
from msgspec import Struct

from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.linear import linear
from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.basics.unit import PERCENT, POINTS, TIMES, Unit
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault


class Size(Struct, frozen=True):
    """A number of which a check asks whether there are as many.

    unit: of what, None where nobody knows. period: in which time, of what adds up over time.
    """

    number: Decimal
    unit: Unit | None = None
    period: Period | None = None


def sizes(checks: Iterable[Expression], tracker: Tracker) -> tuple[Size, ...] | None:
    """The sizes of all numbers that the checks of a claim ask for, each what is left of those of both sides.

    `A + 80000 > 80000` asks for none but 0. Where a unit counts in millions, a number is meant in millions and written
    out. A figure that is counted several times on a side is a number too: `A > B + B` asks for twice as much. None if a
    line is no comparison.
    """
    try:
        lines = [comparison(line) for line in checks]
    except Fault:
        return None
    return tuple(dict.fromkeys(size for line in lines for size in _sizes(line, tracker)))


def _sizes(line: Comparison, tracker: Tracker) -> Iterator[Size]:
    found = linear(line)
    if found is None:
        return
    if found.written:
        units, periods = (set(each) for each in zip(*(_asked(node, tracker) for node, _ in found.times), strict=True))
        unit, period = (each.pop() if len(each) == 1 else None for each in (units, periods))
        if unit == PERCENT and len({times > 0 for _, times in found.times}) > 1:
            unit = POINTS
        every = (each for node, _ in found.times for each in (node, *node.find_all(nodes.Call)))
        scales = {metric.unit.scale for each in every if (metric := metric_of(each, tracker)) is not None} | {0}
        yield from (Size(abs(found.number).scaleb(scale), unit, period) for scale in scales)
    yield from (Size(Decimal(abs(times))) for _, times in found.times if abs(times) > 1)


def _asked(node: nodes.Expr, tracker: Tracker) -> tuple[Unit | None, Period | None]:
    """What a number counts of which a check asks, and in which time, if it adds up over time."""
    match node:
        case nodes.Filter(name="share"):
            return PERCENT, None
        case nodes.Filter(name="times"):
            return TIMES, None
        case nodes.Filter(name="change", node=nodes.Expr() as of) if (metric := metric_of(of, tracker)) is not None:
            return unit_of_change(metric.kind, metric.unit)[0], None
    metric, address = metric_of(node, tracker), _address(node)
    if metric is None or address is None:
        return None, None
    return metric.unit, address.period if metric.kind == "flow" and isinstance(address.period, Period) else None


def metric_of(node: nodes.Node, tracker: Tracker) -> Metric | None:
    """The metric of a figure that a node asks for; None of any other node."""
    address = _address(node)
    return None if address is None else tracker.metrics.get(address.metric)


def _address(node: nodes.Node) -> Address | None:
    match node:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            try:
                return Address.parse(text)
            except ValueError:
                return None  # which is reported with the check
    return None

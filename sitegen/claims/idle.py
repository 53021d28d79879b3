"""Checks that ask nothing: no value that the data could ever give would fail them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from jinja2 import nodes

from sitegen.claims.compare import test
from sitegen.claims.grammar import CODE, Comparison
from sitegen.claims.linear import Linear, figure, linear
from sitegen.claims.references import WORDS
from sitegen.figures.arithmetic.uncertainty import add
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Interval
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.reading.syntax import Fault

_ANYTHING, _NOTHING = Interval(None, None), Interval(Decimal(0), Decimal(0))


def idle(comparison: Comparison, tracker: Tracker) -> Iterator[Fault]:
    """A Fault for a comparison that comes to the same whatever the data say: a count of at least zero, for one."""
    found = linear(comparison)
    hint = 'say what the data must show, as in fig("acme.sales@2025-Q1") > 80000'
    if found is not None and not found.times:
        yield Fault(CODE, "both sides ask for the same, so this tests nothing", hint)
    elif (found is None and _any_word(comparison)) or (found is not None and _always(found, comparison, tracker)):
        yield Fault(CODE, "this holds whatever the data say, so it tests nothing", hint)


def _any_word(comparison: Comparison) -> bool:
    """Whether a function may answer any of its words: which one it answers is not asked then."""
    match comparison.left, comparison.right:
        case nodes.Call(node=nodes.Name(name=name)), nodes.List(items=items) | nodes.Tuple(items=items):
            return {item.value for item in items if isinstance(item, nodes.Const)} >= {*WORDS.get(name, ("",))}
    return False


def _always(found: Linear, comparison: Comparison, tracker: Tracker) -> bool:
    """Whether a comparison with a number holds for all values that its sum can have at all."""
    if isinstance(comparison.right, nodes.Call) and comparison.right.node == nodes.Name("about", "load"):
        return False
    sides = [(_possible(node, tracker), times) for node, times in found.times]
    scaled = [side if times > 0 else side.mirrored for side, times in sides for _ in range(abs(times))]
    return test(reduce(add, scaled, _NOTHING), comparison.sign, Interval(found.number, found.number)) == "yes"


def _possible(node: nodes.Expr, tracker: Tracker) -> Interval:
    """All values that a figure of a metric, a share of one, or a place in a ranking can have at all."""
    match node:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            metric = tracker.metrics.get(Address.parse(text).metric)
            return _ANYTHING if metric is None or metric.negative else Interval(Decimal(0), None)
        case nodes.Filter(name="share" | "times", node=nodes.Expr() as part, args=[whole, *_]):
            both = [_possible(each, tracker) for each in (part, figure(whole))]
            return _ANYTHING if _ANYTHING in both else Interval(Decimal(0), None)
        case nodes.Call(node=nodes.Name(name="rank"), args=[nodes.Const(value=str(id)), *_]):
            return Interval(Decimal(1), _last(tracker.rankings[id]))
    return _ANYTHING


def _last(ranking: Ranking) -> Decimal | None:
    """The last place that there is in a ranking; None for a published table, which may list the first places only."""
    return Decimal(len(ranking.members)) if ranking.table is None else None

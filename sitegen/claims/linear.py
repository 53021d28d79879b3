"""Both sides of a comparison as one sum, so that what stands on both cancels: A + 5 > A is 5 > 0."""

from __future__ import annotations

from decimal import Decimal

from jinja2 import nodes
from msgspec import Struct

from sitegen.claims.grammar import Comparison
from sitegen.expressions.operand import decimal


class Linear(Struct, frozen=True):
    """A comparison as so many times each thing that it asks the data for, against one number.

    number: what is left of the numbers of both sides, on the right. written: whether the check writes any.
    """

    times: tuple[tuple[nodes.Expr, int], ...]
    number: Decimal
    written: bool


def linear(comparison: Comparison) -> Linear | None:
    """The comparison as a sum; None where words, stages or days are compared."""
    terms: list[tuple[nodes.Expr, int]] = []
    if not (_terms(comparison.left, 1, terms) and _terms(comparison.right, -1, terms)):
        return None
    asked: dict[str, tuple[nodes.Expr, int]] = {}
    numbers: list[Decimal] = []
    for node, sign in terms:
        number = number_of(node)
        if number is None:
            asked[repr(node)] = (node, asked.get(repr(node), (node, 0))[1] + sign)
        else:
            numbers.append(-sign * number)
    return Linear(
        times=tuple((node, count) for node, count in asked.values() if count),
        number=sum(numbers, Decimal(0)),
        written=bool(numbers),
    )


def number_of(node: nodes.Expr) -> Decimal | None:
    """The number that a node writes out; None if it writes none."""
    match node:
        case nodes.Const(value=int() | float() as value) if not isinstance(value, bool):
            return decimal(value)
        case nodes.Neg(node=nodes.Const(value=int() | float() as value)):
            return -decimal(value)
        case nodes.Call(node=nodes.Name(name="about"), args=[number]):
            return number_of(number)
        case nodes.Filter(name="share" | "times" as name, node=part, args=[whole, *_]) if part == figure(whole):
            return Decimal(100 if name == "share" else 1)
    return None


def figure(node: nodes.Expr) -> nodes.Expr:
    """What a share or a ratio is taken of, as a figure: it may be written as a bare address."""
    if isinstance(node, nodes.Const):
        return nodes.Call(nodes.Name("fig", "load"), [node], [], None, None)
    return node


def _terms(node: nodes.Expr, sign: int, found: list[tuple[nodes.Expr, int]]) -> bool:
    """Adds what a side is the sum of; False if it is no number."""
    match node:
        case nodes.Add(left=left, right=right):
            return _terms(left, sign, found) and _terms(right, sign, found)
        case nodes.Sub(left=left, right=right):
            return _terms(left, sign, found) and _terms(right, -sign, found)
        case nodes.Filter(name="plain", node=nodes.Expr() as inner):
            return _terms(inner, sign, found)
        case nodes.Call(node=nodes.Name(name="capability" | "entry" | "verdict")):
            return False
        case nodes.Const(value=str()) | nodes.List() | nodes.Tuple():
            return False
    found.append((node, sign))
    return True

"""What a check may be made of: one comparison of the data with a number, a word, a day, or with other data."""

from __future__ import annotations

from collections.abc import Mapping
from math import isinf
from typing import Literal

from jinja2 import nodes
from msgspec import Struct

from sitegen.claims.results import Sign
from sitegen.expressions.grammar import FILTERS, FUNCTIONS, Shape, arguments
from sitegen.expressions.operand import decimal
from sitegen.model.basics.amount import too_long
from sitegen.model.basics.text import Expression
from sitegen.reading.syntax import Fault, parse

CODE = "claim-check"
_CALLS: Mapping[str, Shape] = {
    "fig": FUNCTIONS["fig"],
    "rank": Shape(2, 2, (), 'rank("largest-2025", "acme")'),
    "capability": Shape(2, 2, (), 'capability("acme", "repairs-at-home")'),
    "entry": Shape(2, 2, (), 'entry("acme", "europe")'),
    "event": Shape(1, 1, (), 'event("acme-listing")'),
    "verdict": Shape(1, 1, (), 'verdict("acme-passed-birch")'),
    "about": Shape(1, 1, (), "about(199000)"),
}
_Kind = Literal["figure", "number", "about", "rank", "day", "word", "stage", "text", "texts"]
_KINDS: Mapping[str, _Kind] = {
    "fig": "figure",
    "rank": "rank",
    "capability": "word",
    "entry": "stage",
    "event": "day",
    "verdict": "word",
}
_SIGNS: Mapping[str, Sign] = {"lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "eq": "==", "in": "in"}
_MIRRORED: Mapping[Sign, Sign] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}
_ORDERED = {("figure", "figure"), ("figure", "number"), ("rank", "rank"), ("rank", "number"), ("day", "day")}
_FITTING: Mapping[Sign, set[tuple[str, str]]] = {
    **dict.fromkeys(("<", "<=", ">", ">="), _ORDERED | {("day", "text"), ("stage", "text")}),
    "==": {("figure", "about"), ("rank", "number"), ("word", "text"), ("stage", "text")},
    "in": {("word", "texts"), ("stage", "texts")},
}
_JOINED: Mapping[type[nodes.Node], str] = {
    nodes.And: "and",
    nodes.Or: "or",
    nodes.Not: "not",
    nodes.CondExpr: "if",
}
_LIST = "write a list under check:, one comparison a line; all of them must hold"


class Comparison(Struct, frozen=True):
    """A line of a check as syntax: the left side always asks the data."""

    expression: Expression
    left: nodes.Expr
    sign: Sign
    right: nodes.Expr


def comparison(expression: Expression) -> Comparison:
    """The comparison that a line of a check is; raises Fault `claim-check` if it is none."""
    if not expression.source:
        raise Fault(CODE, "the check is empty", 'write fig("acme.sales@2025-Q1") > 80000')
    try:
        return _comparison(expression, parse(expression.source))
    except RecursionError:
        raise Fault(CODE, "the check is nested too deep", _LIST) from None
    except Fault as fault:
        raise Fault(CODE, fault.message, fault.hint, fault.word) from None


def _comparison(expression: Expression, tree: nodes.Expr) -> Comparison:
    _refuse_joined(tree)
    match tree:
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]) if op in _SIGNS:
            sign = _SIGNS[op]
        case nodes.Compare(ops=[nodes.Operand(op=op)]):
            word = {"ne": "!=", "notin": "not in"}.get(op, op)
            raise Fault(CODE, f'"{word}" is not used in a check', "say what the data must show: <, <=, >, >=, == or in")
        case nodes.Compare():
            raise Fault(CODE, "a chain of comparisons is not used in a check", _LIST)
        case _:
            raise Fault(CODE, "a check compares", 'write fig("acme.sales@2025-Q1") > 80000')
    kinds = _kind(left), _kind(right)
    if kinds[0] in ("number", "about", "text") and sign in _MIRRORED:
        left, sign, right, kinds = right, _MIRRORED[sign], left, (kinds[1], kinds[0])
    if kinds not in _FITTING[sign]:
        raise _unfitting(sign, kinds, right.value if isinstance(right, nodes.Const) else None)
    return Comparison(expression, left, sign, right)


def _refuse_joined(tree: nodes.Expr) -> None:
    joined = tree if type(tree) in _JOINED else next(tree.find_all(tuple(_JOINED)), None)
    if joined is not None:
        word = _JOINED[type(joined)]
        hint = "write the other side as an alternative" if word == "or" else _LIST
        raise Fault(CODE, f'"{word}" is not used in a check', hint)


def _unfitting(sign: Sign, kinds: tuple[_Kind, _Kind], right: object) -> Fault:
    """Why two sides do not go together under a sign; right: what is written there, if it is a number or a text."""
    if not {"figure", "rank", "day", "word", "stage"} & set(kinds):
        return Fault(CODE, "neither side asks the data", 'write fig("acme.sales@2025-Q1") > 80000')
    if "word" in kinds:
        return Fault(CODE, f"a word is not compared by {sign}", 'write == "yes", or in ["yes", "partly"]')
    if "stage" in kinds:
        return Fault(CODE, "a stage is compared with a stage", 'write >= "planned", or in ["planned", "entered"]')
    if kinds == ("rank", "rank"):
        hint = "compare them with <, <=, > or >=, or each with a number"
        return Fault(CODE, f"two ranks are not compared by {sign}", hint)
    if "rank" in kinds:
        return Fault(CODE, "a rank is compared with a number or a rank", f"write {_CALLS['rank'].example} == 1")
    if "about" in kinds:
        return Fault(CODE, "about(…) is compared with a figure by ==", 'write fig("…") == about(199000)')
    if sign in ("==", "in"):
        asked = f"write == about({right}), or " if kinds == ("figure", "number") and right else "compare with "
        hint = f"{asked}<, <=, > or >="
        return Fault(CODE, f'"{sign}" is for ranks and words', hint)
    named = " and ".join(_NAMES[kind] for kind in kinds)
    return Fault(CODE, f"{named} cannot be compared", "a figure goes with figures and numbers, a day with days")


_NAMES: Mapping[_Kind, str] = {
    "figure": "a figure",
    "number": "a number",
    "about": "about(…)",
    "rank": "a rank",
    "day": "a day",
    "word": "a word",
    "stage": "a stage",
    "text": "a text",
    "texts": "a list of texts",
}


def _kind(node: nodes.Node) -> _Kind:
    """What a side is made of; raises Fault at the first thing in it that checks do not use."""
    match node:
        case nodes.Const(value=str()):
            return "text"
        case nodes.Const(value=bool()):
            raise Fault(CODE, "true and false are not used in a check", 'a word stands in quotes: "yes"')
        case nodes.Const(value=int() | float() as value) if not isinf(value):
            return "number"
        case nodes.Neg(node=nodes.Const(value=int() | float()) as number):
            return _kind(number)
        case nodes.List(items=items) | nodes.Tuple(items=items) if {_kind(item) for item in items} == {"text"}:
            return "texts"
        case nodes.Call(node=nodes.Name(name="about")):
            [size] = arguments("about", _CALLS, node)
            if not _is_number(size):
                message = (
                    "about takes a number that is not zero, with at most 15 digits before the point and 9 after it"
                )
                raise Fault(CODE, message, f"write == {_CALLS['about'].example}", "about")
            return "about"
        case nodes.Call(node=nodes.Name(name=name)):
            if any(_kind(argument) != "text" for argument in arguments(name, _CALLS, node)):
                raise Fault(CODE, f"{name} takes texts in quotes", f"write {_CALLS[name].example}", name)
            return _KINDS[name]
        case nodes.Filter(name="fall" | "rise" as name):
            hint = f'write fig("…") | change("year") {"<" if name == "fall" else ">"} 0'
            raise Fault(CODE, f"{name} is for texts: a check compares the change itself, with its sign", hint, name)
        case nodes.Filter(name="unit" as name):
            raise Fault(CODE, f"{name} is for texts: a check compares the number", "take | unit out", name)
        case nodes.Filter(name="rounded" as name):
            message = f"{name} is for texts: a check compares what was observed"
            raise Fault(CODE, message, "write == about(199000), or compare with <, <=, > or >=", name)
        case nodes.Filter(name=name, node=nodes.Expr() as value):
            given = [_kind(argument) for argument in arguments(name, FILTERS, node)]
            if _kind(value) != "figure" or not set(given) <= {"text", "number", "figure"}:
                raise Fault(CODE, f"{name} works on a figure", f'write fig("…") | {FILTERS[name].example}', name)
            return "figure"
        case nodes.Add(left=left, right=right) | nodes.Sub(left=left, right=right):
            if not {"figure"} <= {_kind(left), _kind(right)} <= {"figure", "number"}:
                raise Fault(CODE, "only figures and numbers add and subtract", 'write fig("…") + fig("…")')
            return "figure"
        case nodes.Name(name=name):
            raise Fault(CODE, f'"{name}" stands without quotes or brackets', f'write "{name}"', name)
    raise Fault(CODE, "this is not used in a check", "a check compares figures, ranks, words or days")


def _is_number(node: nodes.Node) -> bool:
    """Whether a number may stand in about(…): at zero it would say nothing of how near."""
    match node:
        case nodes.Const(value=int() | float() as value) | nodes.Neg(node=nodes.Const(value=int() | float() as value)):
            return bool(value) and not too_long(decimal(value))
    return False

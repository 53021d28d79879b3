"""What an expression may be made of: an allow-list of names, arguments and signs, checked before anything is run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import nodes

from sitegen.problems import did_you_mean
from sitegen.reading.syntax import Fault

MAX_DEPTH = 40
LARGEST = 10**15
"""No number of a text is as large; what is cannot be written out with all its digits."""


class Shape(NamedTuple):
    """How a function or filter is written: how many values it takes, its keywords, and an example."""

    least: int
    most: int
    keywords: tuple[str, ...]
    example: str


FUNCTIONS: Mapping[str, Shape] = {
    "fig": Shape(1, 1, (), 'fig("acme.sales@2025-Q1")'),
    "chart": Shape(1, 1, (), 'chart("deliveries")'),
    "ranking": Shape(1, 1, (), 'ranking("premium-2025")'),
    "table": Shape(1, 1, (), 'table("capabilities")'),
    "cite": Shape(1, 1, (), 'cite("source-id")'),
    "claim": Shape(1, 1, (), 'claim("acme-passed-birch")'),
    "holds": Shape(2, 2, (), 'holds("m9-led-its-class", "led its price class")'),
    "lit": Shape(2, 2, ("value", "reason"), 'lit("1,500", "a round number in a quotation")'),
}
FILTERS: Mapping[str, Shape] = {
    "change": Shape(1, 1, (), 'change("year")'),
    "fall": Shape(0, 0, ("mixed",), 'change("year") | fall'),
    "rise": Shape(0, 0, ("mixed",), 'change("year") | rise'),
    "points": Shape(0, 0, (), "points"),
    "share": Shape(1, 1, ("mixed",), 'share("market.sales@2025-Q1")'),
    "times": Shape(1, 1, ("mixed",), 'times("birch.sales@2025-Q1")'),
    "convert": Shape(1, 1, (), 'convert("fx.eur-per-usd")'),
    "unit": Shape(0, 0, (), "unit"),
    "rounded": Shape(1, 1, ("mixed",), "rounded(0)"),
    "plain": Shape(0, 0, (), "plain"),
}
_OUTSIDE = "write the words outside the braces as they are to stand"
_MEANT: Mapping[str, str] = {
    **dict.fromkeys(("round", "ceil", "floor", "int", "fixed", "toFixed"), "rounded"),
    **dict.fromkeys(("growth", "yoy", "diff", "difference", "delta", "percentage_change", "pct_change"), "change"),
    **dict.fromkeys(("percent", "percentage", "pct", "part", "proportion"), "share"),
    **dict.fromkeys(("ratio", "divide", "multiple"), "times"),
    **dict.fromkeys(("increase", "grew", "up", "abs"), "rise"),
    **dict.fromkeys(("decrease", "fell", "drop", "down"), "fall"),
    **dict.fromkeys(("currency", "usd", "eur", "exchange"), "convert"),
    **dict.fromkeys(("figure", "value", "number", "get", "data", "val"), "fig"),
    **dict.fromkeys(("graph", "plot", "diagram"), "chart"),
    **dict.fromkeys(("source", "ref", "reference", "citation"), "cite"),
    **dict.fromkeys(("literal", "text", "raw"), "lit"),
    **dict.fromkeys(("upper", "lower", "capitalize", "title", "format", "date", "join", "replace"), _OUTSIDE),
    **dict.fromkeys(("sum", "add", "total"), 'write fig("…") + fig("…")'),
    **dict.fromkeys(("subtract", "minus", "sub"), 'write fig("…") - fig("…")'),
    **dict.fromkeys(("avg", "average", "mean", "median"), "an average is a metric of its own, with its source"),
}
"""What other programs call what is here a function or filter, or how it is done here."""
_CLAIM = "a claim compares: write it under claims:, with a check"
_REFUSED: Mapping[type[nodes.Node], tuple[str, str]] = {
    nodes.Getattr: ("a dot outside quotes", 'an address stands in quotes: fig("acme.sales@2025-Q1")'),
    nodes.Getitem: ("square brackets after a value", "an expression gives one value"),
    nodes.Mul: ("multiplication", "times(…) gives a ratio"),
    nodes.Div: ("division", "share(…) gives percent, times(…) a ratio"),
    nodes.FloorDiv: ("division", "share(…) gives percent, times(…) a ratio"),
    nodes.Mod: ("%", "share(…) gives percent"),
    nodes.Pow: ("**", ""),
    nodes.Concat: ("~", "put the text outside the braces, or write a second expression"),
    nodes.Test: ("is", _CLAIM),
    nodes.Compare: ("a comparison", _CLAIM),
    nodes.And: ("and", _CLAIM),
    nodes.Or: ("or", _CLAIM),
    nodes.Not: ("not", _CLAIM),
    nodes.CondExpr: ("if", "write the sentence that the data support, and bind it to a claim with a check"),
    nodes.List: ("a list", "an expression gives one value"),
    nodes.Tuple: ("a list of values", "an expression gives one value"),
    nodes.Dict: ("a pair of braces", "an expression gives one value"),
}


def check(tree: nodes.Expr) -> None:
    """Raises Fault `expression-value` at the first thing in the tree that expressions do not use."""
    _check(tree, MAX_DEPTH)


def _check(node: nodes.Node, depth: int, *, given: bool = False) -> None:
    """given: whether the node is what a function or filter was given."""
    if depth == 0:
        raise Fault("expression-value", "the expression is nested too deep", "write it as several expressions")
    match node:
        case nodes.Const(value=int() | float() as value) if not abs(value) < LARGEST:
            raise Fault("expression-value", "the number is too large")
        case nodes.Const(value=str() | int() | float() as value):
            if not given:
                raise _constant(value)
        case nodes.Neg(node=nodes.Const(value=int() | float()) as number):
            _check(number, depth - 1, given=given)
        case nodes.Neg() | nodes.Pos():
            raise _refused("a sign before a value", "write the larger figure first: fig(…) - fig(…)")
        case nodes.Call(node=nodes.Name(name=name)):
            for argument in arguments(name, FUNCTIONS, node):
                _check(argument, depth - 1, given=True)
        case nodes.Filter(name=name, node=nodes.Expr() as filtered):
            _check(filtered, depth - 1, given=isinstance(filtered, nodes.Const) and isinstance(filtered.value, str))
            for argument in arguments(name, FILTERS, node):
                _check(argument, depth - 1, given=True)
        case nodes.Add(left=left, right=right) | nodes.Sub(left=left, right=right):
            _check(left, depth - 1)
            _check(right, depth - 1)
        case nodes.Name(name=name):
            raise _bare(name)
        case _:
            raise _refused(*_REFUSED.get(type(node), ("this", "an expression is one function, with filters behind |")))


def _constant(value: object) -> Fault:
    """The fault of a number or text that comes from no data."""
    if isinstance(value, bool):
        return _refused("true or false", _CLAIM)
    excuse = f'{{{{ lit("{value}", "why it is no figure") }}}}'
    if isinstance(value, str) and "@" in value:
        return Fault("expression-value", f'"{value}" is an address alone', f'write fig("{value}")')
    if isinstance(value, str):
        return Fault("expression-value", f'"{value}" comes from no data', f"write it outside the braces, or {excuse}")
    hint = f"give a number to a filter only, as in rounded(0), or say why it is no figure: {excuse}"
    return Fault("expression-value", f"the number {value} comes from no data", hint)


def arguments(name: str, known: Mapping[str, Shape], node: nodes.Call | nodes.Filter) -> Iterator[nodes.Node]:
    """The values given to a function or filter; raises Fault for an unknown name, or too few or too many values."""
    kind = "filter" if isinstance(node, nodes.Filter) else "function"
    if name not in known:
        raise Fault("expression-value", f'there is no {kind} "{name}"', _nearest(name, known), name)
    shape = known[name]
    keywords = [pair for pair in node.kwargs if isinstance(pair, nodes.Keyword)]
    words = [keyword.key for keyword in keywords]
    if wrong := [word for word in words if word not in shape.keywords]:
        hint = did_you_mean(wrong[0], shape.keywords) or f"write {shape.example}"
        raise Fault("expression-value", f'{name} takes no "{wrong[0]}="', hint, wrong[0])
    given = len(node.args) + sum(word != "mixed" for word in words)
    if node.dyn_args or node.dyn_kwargs or not shape.least <= given <= shape.most:
        counts = ("nothing", "one value", "two values")
        raise Fault("expression-value", f"{name} takes {counts[shape.most]}", f"write {shape.example}", name)
    yield from node.args
    yield from (keyword.value for keyword in keywords)


def _nearest(name: str, known: Mapping[str, Shape]) -> str:
    other = FUNCTIONS if known is FILTERS else FILTERS
    if get_close_matches(name, known, n=1, cutoff=0.6):
        return did_you_mean(name, known)
    meant = name if name in other else _MEANT.get(name)
    meant = meant or next(iter(get_close_matches(name, other, n=1, cutoff=0.7)), None)
    if meant is None:
        return did_you_mean(name, known)
    if meant in FILTERS:
        return f"write … | {FILTERS[meant].example}"
    return f"write {FUNCTIONS[meant].example}" if meant in FUNCTIONS else meant


def _bare(name: str) -> Fault:
    """The fault of a word that is neither called nor in quotes."""
    if name in FUNCTIONS:
        return Fault("expression-value", f'"{name}" needs brackets', f"write {FUNCTIONS[name].example}", name)
    return Fault(
        "expression-value", f'"{name}" stands without quotes', f'a text or an address stands in quotes: "{name}"', name
    )


def _refused(what: str, hint: str) -> Fault:
    return Fault("expression-value", f"{what} is not used in expressions", hint)

"""The interpreter of expressions and checks: what a syntax tree comes to, with functions and filters by their names.

What may stand in a tree is decided before, by the grammar of the language.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

from jinja2 import nodes


class Interpreter:
    """Computes syntax trees. functions, filters: by the name that authors write."""

    def __init__(
        self, functions: Mapping[str, Callable[..., object]], filters: Mapping[str, Callable[..., object]]
    ) -> None:
        self._functions, self._filters = functions, filters

    def value(self, node: nodes.Node) -> object:
        """The value of a tree; raises what its functions and filters raise."""
        match node:
            case nodes.Const(value=value):
                return value
            case nodes.Neg(node=nodes.Const(value=value)):
                return -value
            case nodes.List(items=items) | nodes.Tuple(items=items):
                return tuple(self.value(item) for item in items)
            case nodes.Call(node=nodes.Name(name=name)):
                return self._functions[name](*self._given(node), **self._named(node))
            case nodes.Filter(name=name, node=nodes.Expr() as value):
                return self._filters[name](self.value(value), *self._given(node), **self._named(node))
            case nodes.Add(left=left, right=right):
                return operator.add(self.value(left), self.value(right))
            case nodes.Sub(left=left, right=right):
                return operator.sub(self.value(left), self.value(right))
        raise TypeError(f"the grammar lets no {type(node).__name__} through")

    def _given(self, node: nodes.Call | nodes.Filter) -> list[object]:
        return [self.value(argument) for argument in node.args]

    def _named(self, node: nodes.Call | nodes.Filter) -> dict[str, object]:
        return {pair.key: self.value(pair.value) for pair in node.kwargs if isinstance(pair, nodes.Keyword)}

"""Reads the source of an expression into Jinja's syntax tree, and says in an editor's words why it cannot be read."""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateError
from jinja2.nodes import Expr
from jinja2.parser import Parser

from sitegen.expressions.values import STRING, Fault

MAX_LENGTH = 2000
_CURLY = re.compile("[“”„‟‘’‚]")
_BARE = re.compile(r"[a-z]+\(\s*([a-z0-9]+(?:-[a-z0-9]+)+)\s*\)")  # an id with hyphens, which would read as minus
_UNQUOTED = re.compile(r"[\w.-]+@[\w/~-]+")


def parse(source: str) -> Expr:
    """The syntax tree of a source; raises Fault `expression-syntax` if there is none."""
    if bare := _BARE.search(STRING.sub('""', source)):
        raise Fault("expression-value", f'"{bare[1]}" stands without quotes', f'write "{bare[1]}"', bare[1])
    if not source:
        raise Fault("expression-syntax", "the expression is empty", 'write {{ fig("aito.deliveries@2025-Q1") }}')
    if len(source) > MAX_LENGTH:
        raise Fault("expression-syntax", f"the expression is longer than {MAX_LENGTH} characters")
    try:
        parser = Parser(Environment(), source, state="variable")
        tree = parser.parse_expression()
        if parser.stream.eos:
            return tree
    except (TemplateError, ValueError, RecursionError):
        pass
    raise _unreadable(source)


def _unreadable(source: str) -> Fault:
    """The fault of a source that is no expression, with the commonest causes as hints."""
    outside = STRING.sub("", source)
    if curly := _CURLY.search(outside):
        return Fault("expression-syntax", "a curly quotation mark", 'use straight ones: "…"', curly[0])
    if address := _UNQUOTED.search(outside):
        return Fault("expression-syntax", "the address has no quotes", f'write "{address[0]}"', address[0])
    return Fault(
        "expression-syntax",
        "the expression cannot be read",
        'write one function, then filters: fig("…") | change("year")',
    )

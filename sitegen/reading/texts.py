"""Texts of data files and front matter: literal pieces and `{{ … }}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sitegen.model.basics.text import Expression, Run, Text, located
from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

Locate = Callable[[int, int], Place]

OPENING = "{{"
EXPRESSION = later(r"""\{\{((?:[^"'{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*+)\}\}""", re.DOTALL)


def read_text(raw: str, place: Place, runs: Sequence[Run] = ()) -> tuple[Text, list[Problem]]:
    """Splits a text into literal pieces and expressions; `{%` and `{#` are plain text.

    place: where the first character of `raw` stands in the file; runs: where all of them do, else they stand in a
    row from there. An opening `{{` that nothing closes is Problem `expression-syntax`, and the rest of the text
    stays literal.
    """
    known = tuple(runs) or (Run(0, place),)
    parts: list[str | Expression] = []
    problems: list[Problem] = []
    done = 0
    while (at := raw.find(OPENING, done)) >= 0:
        match = EXPRESSION.match(raw, at)
        if match is None:
            problems.append(unclosed(raw[at:], located(known, at)))
            break
        if literal := raw[done:at]:
            parts.append(literal)
        parts.append(expression(match, lambda offset, length: located(known, offset, length)))
        done = match.end()
    if rest := raw[done:]:
        parts.append(rest)
    return Text(tuple(parts), place, raw, known), problems


def expression(match: re.Match[str], locate: Locate) -> Expression:
    """The expression that `EXPRESSION` found; `locate` gives the place of an offset in the text searched."""
    source = match[1].strip()
    offset = match.start(1) + len(match[1]) - len(match[1].lstrip())
    return Expression(source, locate(offset, max(1, len(source))))


def unclosed(text: str, place: Place) -> Problem:
    """The Problem of an opening `{{` at the start of `text` that is never closed."""
    before = text.partition("}}")[0]
    if "}}" in text and (before.count('"') % 2 or before.count("'") % 2):
        hint = 'close every quotation mark in it: {{ fig("acme.sales@2025-Q1") }}'
    else:
        hint = "end it with }} in the same paragraph; to show two braces as they are, put them in `code`"
    return Problem(place.shifted(0, 2), "expression-syntax", "{{ begins an expression that does not end", hint)


def stray_end(place: Place) -> Problem:
    """The Problem of one `}}` that ends no expression."""
    hint = "write {{ before the expression; to show two braces as they are in Markdown, put them in `code`"
    return Problem(place, "expression-syntax", "}} ends an expression that does not begin", hint)

"""Reads the source of an expression into Jinja's syntax tree, and says in an editor's words why it cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateError
from jinja2.nodes import Expr
from jinja2.parser import Parser

from sitegen.model.basics.text import STRING, Expression
from sitegen.problems import Place, Problem
from sitegen.reading.braces import dialect
from sitegen.reading.patterns import later

MAX_LENGTH = 2000
_CURLY = later("[“”„‟‘’‚]")
_BARE = later(r"[a-z]+\(\s*([a-z0-9]+(?:-[a-z0-9]+)+)\s*\)")  # an id with hyphens, which would read as minus
_GROUPED = later(r"(?<![\w.])\d{1,3}(?:[, '’\u00a0\u202f]\d{3})+(?!\w)")
_CALL = later(r"\([^()]*\)")
_ALONE = later(r"(?<![<>=!])=(?!=)")
_TURNED = later(r"=[<>]")
_PERCENT = later(r"(?<![\w.])(\d+(?:\.\d+)?)\s*(?:%|percent\b)")
_NUMBER = later(r"\s*(\d+(?:\.\d+)?)\s*$")
_TWO = later(r"[<>=].*[)\d]\s+[a-z]+\s*\(.*[<>=]", re.DOTALL)
_IN_CALL = later(r"\w\s*\(\s*$")
_SAID = (
    (">=", r"at least|not less than|(?:more|greater|larger|higher) than or equal to"),
    ("<=", r"at most|not more than|(?:less|fewer|smaller|lower) than or equal to"),
    (">", r"(?:more|greater|larger|higher|bigger)(?: than)?|above|over|exceeds"),
    ("<", r"(?:less|fewer|smaller|lower)(?: than)?|below|under"),
)
_IN_WORDS = [(sign, later(rf"(?:\b(?:is|was|are|were) )?\b(?:{words})\b")) for sign, words in _SAID]
_SIGNS = {"≥": ">=", "≤": "<=", "≠": "== or in […]", "−": "-", "–": "-", "（": "(", "）": ")", "，": ",", "｜": "|"}
_UNQUOTED = later(r"[\w.-]+@[\w/~-]+")
_CALLS = later(r"[a-z]+\s*\(")  # what begins so is meant for us


@dataclass(eq=False)
class Fault(Exception):
    """Why an expression has no value; word: the text in it to underline, or "" for all of it."""

    code: str
    message: str
    hint: str = ""
    word: str = ""

    def at(self, expression: Expression) -> Problem:
        """The Problem of an expression that has this fault."""
        return Problem(_place(expression, self.word), self.code, self.message, self.hint)


@lru_cache(maxsize=4096)  # checks are read again for each of the last commits
def parse(source: str) -> Expr:
    """The syntax tree of a source, which nobody changes; raises Fault `expression-syntax` if there is none."""
    if _CALLS.match(source) is None and (other := dialect(source)) is not None:
        raise Fault("expression-syntax", f"this is {other.what}, and no expression", other.hint)
    if bare := _BARE.search(STRING.sub('""', source)):
        raise Fault("expression-value", f'"{bare[1]}" stands without quotes', f'write "{bare[1]}"', bare[1])
    if not source:
        raise Fault("expression-syntax", "the expression is empty", 'write {{ fig("acme.sales@2025-Q1") }}')
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
    if sign := next((sign for sign in _SIGNS if sign in outside), None):
        return Fault("expression-syntax", f"{sign} is no sign of this language", f"write {_SIGNS[sign]}", sign)
    if address := _UNQUOTED.search(outside):
        quoted = f'"{address[0]}"' if _IN_CALL.search(outside[: address.start()]) else f'fig("{address[0]}")'
        return Fault("expression-syntax", "the address has no quotes", f"write {quoted}", address[0])
    if grouped := _GROUPED.search(outside):
        number = re.sub(r"\D", "", grouped[0])
        return Fault("expression-syntax", "the number has a separator of thousands", f"write {number}", grouped[0])
    if (more := outside.count("(") - outside.count(")")) != 0:
        wrong, way = ("is missing", "write a ) for each (") if more > 0 else ("is too many", "take it out")
        return Fault("expression-syntax", f"a ) {wrong}", way)
    return _not_compared(outside) or Fault(
        "expression-syntax",
        "the expression cannot be read",
        'write one function, then filters: fig("…") | change("year")',
    )


def _not_compared(outside: str) -> Fault | None:
    """The fault of a comparison as a spreadsheet or a sentence writes it; outside: its source without its texts."""
    bare = _CALL.sub("", outside)
    if turned := _TURNED.search(bare):
        right = f"{turned[0][1]}="
        return Fault("expression-syntax", f"{turned[0]} is no sign of this language", f"write {right}", turned[0])
    if percent := _PERCENT.search(bare):
        hint = f"write {percent[1]}: what a change comes to is in percent already"
        return Fault("expression-syntax", "a number has no unit here", hint, percent[0])
    for sign, words in _IN_WORDS:
        if said := words.search(bare):
            return Fault("expression-syntax", f'"{said[0]}" is no sign of this language', f"write {sign}", said[0])
    if alone := _ALONE.search(bare):
        number = _NUMBER.match(bare[alone.end() :])
        if "fig" not in bare:
            hint = "write =="
        elif number and number[1].strip("0."):
            hint = f"write == about({number[1]}), or >= {number[1]}"
        else:
            hint = "compare with <, <=, > or >="
        return Fault("expression-syntax", "one = compares nothing", hint)
    if _TWO.search(outside):
        hint = "begin each with a hyphen and a space, in a line of its own"
        return Fault("expression-syntax", "two comparisons stand here, and no list", hint)
    return None


def part_of(expression: Expression, text: str, start: int, length: int) -> Place:
    """The place of some characters of a text that an expression holds, or its own if the text is written otherwise."""
    at = expression.source.find(text)
    return expression.place if at < 0 else _placed(expression, at + start, expression.source[at + start :][:length])


def _place(expression: Expression, word: str) -> Place:
    """Where a word stands in an expression."""
    at = expression.source.find(word)
    return expression.place if not word or at < 0 else _placed(expression, at, word)


def _placed(expression: Expression, at: int, word: str) -> Place:
    """The place of a word at an offset of an expression, which may run over several lines."""
    source, place = expression.source, expression.place
    lines = source.count("\n", 0, at)
    if lines == 0:
        return place.shifted(at, len(word))
    return Place(place.path, place.line + lines, at - source.rfind("\n", 0, at), len(word))

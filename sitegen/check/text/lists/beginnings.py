"""With which words what a pattern finds can begin, so that most words of a text are held against no pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

LETTERS = 4
"""So many letters of a first word are looked at."""
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?::|<?[=!])|[?*+]|\{\d*,?\d*\}|.", re.DOTALL)
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")
_ENDS = re.compile(r"\\s|\[[ ’'-]+\]|[ ’',.:;/-]")
"""What ends a word in a pattern."""
_END = "."
_ANY = "?"
"""Stands behind the letters that are known of a word whose others are not."""


def beginnings(form: str) -> frozenset[str] | None:
    """The first words, or their first letters, of all that a pattern finds; None if they are not known."""
    words = {word.rstrip(_END)[:LETTERS] for word in _alternatives(_TOKEN.finditer(form))}
    return None if any(not word or _ANY in word for word in words) else frozenset(words)


def _alternatives(tokens: Iterator[re.Match[str]]) -> set[str]:
    """How the finds of alternatives begin, up to the bracket that closes them."""
    found: set[str] = set()
    now, before = {""}, {""}
    for token in (match[0] for match in tokens):
        if token == ")":
            break
        if token == "|":
            found |= now
            now, before = {""}, {""}
        elif token[0] in "?*{":
            now = now | before
        elif token == "+":
            now = _joined(before, {_ANY})
        elif token[0] == "(":
            inner = _alternatives(tokens)
            now, before = (now, now) if token in _ASIDE else (_joined(now, inner), now)
        else:
            now, before = _joined(now, {token if token.isalpha() else _END if _ENDS.fullmatch(token) else _ANY}), now
    return found | now


def _joined(words: set[str], more: set[str]) -> set[str]:
    """Each beginning, and what follows it unless enough of it is known."""
    return {word if _is_known(word) else word + each for word, each in product(words, more)}


def _is_known(word: str) -> bool:
    return word.endswith((_END, _ANY)) or len(word) >= LETTERS

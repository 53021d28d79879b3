"""Tokens that stand for lifted expressions and link targets while Markdown is converted.

A token is made only of characters at the end of the last private plane of Unicode. Markdown gives them
no meaning, they are no part of a word, HTML keeps them as they are, and `neutral` takes them out of
everything that an author writes: so a token can neither be broken nor forged.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

Plain = Callable[[str], str]

_ZERO = 0x10FF00
_EXPRESSION = "\U0010fff0", "\U0010fff1"
_LINK = "\U0010fff2", "\U0010fff3"
_DIGITS = "[\U0010ff00-\U0010ff09]+"

_TOKEN = re.compile(f"{_EXPRESSION[0]}({_DIGITS}){_EXPRESSION[1]}|{_LINK[0]}({_DIGITS}){_LINK[1]}")
_RESERVED = re.compile("[\U0010ff00-\U0010ffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{6})(?![0-9a-fA-F])|0*([0-9]{7})(?![0-9]));?")


def placeholder(n: int) -> str:
    """The token for expression n of a body (or slot n of converted HTML), counted from 0."""
    return _token(_EXPRESSION, n)


def link_token(n: int) -> str:
    """The token for link n of a body, counted from 0."""
    return _token(_LINK, n)


def substituted(text: str, expression: Callable[[int], str], link: Callable[[int], str], plain: Plain = str) -> str:
    """The text with every token replaced by what the functions say of its n, and the rest by `plain` of it."""
    parts = []
    done = 0
    for match in _TOKEN.finditer(text):
        parts.append(plain(text[done : match.start()]))
        parts.append(expression(_number(match[1])) if match[1] else link(_number(match[2])))
        done = match.end()
    return "".join([*parts, plain(text[done:])])


def sole_link(text: str) -> int | None:
    """The n of a link's token if the text is nothing else."""
    match = _TOKEN.fullmatch(text)
    return _number(match[2]) if match and match[2] else None


def neutral(text: str) -> str:
    """An author's text with every character that tokens are made of replaced, none added or removed."""
    return _RESERVED.sub("\ufffd", text)


def neutral_references(html: str) -> str:
    """HTML in which no character reference (`&#x10FFF0;`) decodes to a token's character."""

    def replaced(match: re.Match[str]) -> str:
        code = int(match[1], 16) if match[1] else int(match[2])
        return "\ufffd" if _ZERO <= code <= sys.maxunicode else match[0]

    return _REFERENCE.sub(replaced, html)


def _number(digits: str) -> int:
    return int("".join(str(ord(digit) - _ZERO) for digit in digits))


def _token(ends: tuple[str, str], n: int) -> str:
    return ends[0] + "".join(chr(_ZERO + int(digit)) for digit in str(n)) + ends[1]

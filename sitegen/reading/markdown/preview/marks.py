"""Marks that stand for what is lifted out of Markdown while it is converted.

A mark is made only of characters at the end of the last private plane of Unicode. Markdown gives them no meaning,
they are no part of a word, HTML keeps them as they are, and `neutral` takes them out of everything that an author
writes: so a mark can neither be broken nor forged.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from sitegen.reading.patterns import later

_ZERO = 0x10FF00
_OPEN, _CLOSE = "\U0010fff0", "\U0010fff1"
MARK = later(f"{_OPEN}([\U0010ff00-\U0010ff09]+){_CLOSE}")
_FIRST = "\U0010ff00"
_RESERVED = later("[\U0010ff00-\U0010ffff]")
_REFERENCE = later(r"&#(?:[xX]0*([0-9a-fA-F]{6})(?![0-9a-fA-F])|0*([0-9]{7})(?![0-9]));?")


def mark(n: int) -> str:
    """The mark of the thing lifted as number n, counted from 0."""
    return _OPEN + "".join(chr(_ZERO + int(digit)) for digit in str(n)) + _CLOSE


def marked(text: str) -> bool:
    """Whether a mark stands in a text."""
    return _OPEN in text


def parted(text: str) -> Iterator[str | int]:
    """The pieces of a text in order: plain text that is not empty, and the numbers of its marks."""
    if not marked(text):
        yield from (text,) if text else ()
        return
    done = 0
    for match in MARK.finditer(text):
        if match.start() > done:
            yield text[done : match.start()]
        yield int("".join(str(ord(digit) - _ZERO) for digit in match[1]))
        done = match.end()
    if done < len(text):
        yield text[done:]


def neutral(text: str) -> str:
    """An author's text with every character that marks are made of replaced, none added or removed."""
    if max(text, default="") < _FIRST:  # the rule, and fifty times as fast to see
        return text
    return _RESERVED.sub("\ufffd", text)


def neutral_references(html: str) -> str:
    """HTML in which no character reference (`&#x10FFF0;`) decodes to a character of a mark."""

    def replaced(match: re.Match[str]) -> str:
        code = int(match[1], 16) if match[1] else int(match[2])
        return "\ufffd" if _ZERO <= code <= sys.maxunicode else match[0]

    return _REFERENCE.sub(replaced, html)

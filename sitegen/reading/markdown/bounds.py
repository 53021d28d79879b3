"""Bounds of a body: what would take Markdown's converter out of all proportion is an error before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

_PARAGRAPH = later(r"\n[ \t]*\n")
_FENCE = later(r"^[ ]*(?:`{3}|~{3})", re.MULTILINE)
_NOTE = later(r"^[ ]{0,3}\*?\[[^\]\n]+\]:", re.MULTILINE)
_MARK = later(r"[\[\]*_`<&!~]")
_PREFIX = later(r"^(?:[ \t>]|[*+-][ ]|\d{1,9}[.)][ ])*+", re.MULTILINE)

_COUNTED: Sequence[tuple[re.Pattern[str], int, str]] = (
    (_FENCE, 400, "lines that begin or end a block of code"),
    (_NOTE, 400, "footnotes, link labels and abbreviations"),
)
MOST = 400_000
PARAGRAPH = 20_000
MARKS = 1_000
LEVELS = 20
HINT = "divide it into several documents"
_PART = "leave an empty line in between"


def check_bounds(path: str, source: str, line: int) -> Iterator[Problem]:
    """The bounds that a body of a file, which begins on a line of it, does not keep."""

    def problem(offset: int, message: str, hint: str = HINT) -> Problem:
        return Problem(Place(path, line + source.count("\n", 0, offset)), "too-much", message, hint)

    if len(source) > MOST:
        yield problem(0, f"the text has more than {MOST:,} characters")
        return
    for pattern, most, what in _COUNTED:
        found = [match.start() for match in pattern.finditer(source)]
        if len(found) > most:
            yield problem(found[most], f"the text has more than {most} {what}")
    prefixes = (match for match in _PREFIX.finditer(source) if len(match[0]) > LEVELS)  # a level is a sign or more
    if deep := next((match for match in prefixes if _levels(match[0]) > LEVELS), None):
        yield problem(deep.start(), f"a line stands more than {LEVELS} levels deep", "write it with fewer levels")
    start = 0
    for text in _PARAGRAPH.split(source):
        at = source.index(text, start)
        start = at + len(text)
        if len(text) > PARAGRAPH:
            yield problem(at, f"a paragraph has more than {PARAGRAPH:,} characters", _PART)
        elif len(_MARK.findall(text)) > MARKS:
            yield problem(at, f"a paragraph has more than {MARKS:,} marks such as * and [", _PART)


def _levels(prefix: str) -> int:
    """How many quotes and items of lists a line with such a beginning stands in, at most."""
    quotes = prefix.count(">")
    items = sum(mark in "*+-." for mark in prefix)
    return quotes + items + (len(prefix.expandtabs(4)) - 2 * (quotes + items)) // 4

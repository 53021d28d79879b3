"""Lines of YAML that begin with a space too many or too few: which line it is, and with how many spaces to begin it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from sitegen.reading.patterns import later

_COMPLAINTS = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "expected <document start>",
)
_WHOLE = later(r"""\s*(?:-\s+)?(?:[^\s:'"#{\[-][^:]*|'[^']*'|"[^"]*"):\s+(?![|>#])\S.*""")
"""A line with a key and its value, below which nothing stands deeper."""


_SET = later(r" *(?:- +)?(?:\d{4}[\w/-]*: *|[\w./-]+: +\{.*)")
"""An entry by itself: a period, or an id with braces behind it."""


class Indent(NamedTuple):
    """A line, counted from 0, the spaces that it begins with, and those that it should begin with."""

    line: int
    spaces: int
    wanted: int


def odd_indent(lines: Sequence[str], noticed: int, complaint: str) -> Indent | None:
    """The line whose indentation a parser stumbled over; None if it complains of something else.

    noticed: where it did, counted from 0.
    """
    if not any(words in complaint for words in _COMPLAINTS) or noticed >= len(lines):
        return None
    above = [number for number in range(noticed) if _says(lines[number])]
    below = [number for number in range(noticed + 1, len(lines)) if _says(lines[number])]
    if not above:
        return None
    odd = _odd(lines, above, noticed, below)
    return None if odd is None else _of_the_many(lines, odd)


def _odd(lines: Sequence[str], above: Sequence[int], noticed: int, below: Sequence[int]) -> Indent | None:
    """The line that stands otherwise than those above it, or the one above that does.

    above, below: the lines that say something on both sides of where the parser stumbled.
    """
    if (odd := _between(lines, above[-1], noticed, below[0] if below else None)) is not None:
        return odd
    if len(above) > 1 and (odd := _between(lines, above[-2], above[-1], noticed)) is not None:
        return odd
    return _alone(lines, above, noticed)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _column(line: str) -> int:
    """Where the key of a line begins, behind the - of an item."""
    item = re.match(r" *-? *", line)
    return item.end() if item else 0


def _between(lines: Sequence[str], before: int, line: int, after: int | None) -> Indent | None:
    """The line, if those before and after it begin in one column, in which it has to begin too."""
    if after is None or lines[line].lstrip().startswith("- "):
        return None
    column, wanted = _column(lines[line]), _column(lines[before])
    if column == wanted or _column(lines[after]) != wanted or not _WHOLE.fullmatch(lines[line]):
        return None
    return Indent(line, column, wanted) if column < wanted or _WHOLE.fullmatch(lines[before]) else None


def _under_an_open_key(lines: Sequence[str], above: Sequence[int], spaces: int) -> Indent | None:
    """The first line below a key without a value in the column of that key, where later ones stand deeper."""
    column = _column(lines[above[-1]])
    for at in range(len(above) - 1, 0, -1):
        key, first = lines[above[at - 1]], lines[above[at]]
        if _column(first) != column or spaces <= column:
            return None
        if _column(key) == column and re.fullmatch(r"\s*[\w-]+:\s*", key):
            return Indent(above[at], column, spaces)
    return None


def _alone(lines: Sequence[str], above: Sequence[int], line: int) -> Indent | None:
    """The line, if it stands deeper than a whole line above it, in no column that is open, or beside items."""
    spaces, before = _spaces(lines[line]), lines[above[-1]]
    is_item, follows_item = (text.lstrip().startswith("- ") for text in (lines[line], before))
    if is_item and follows_item and spaces != _spaces(before):
        return Indent(line, spaces, _spaces(before))
    if (under := _under_an_open_key(lines, above, spaces)) is not None:
        return under
    if not is_item and spaces > _column(before) and _WHOLE.fullmatch(before):
        return Indent(line, spaces, _column(before))
    open_columns: list[int] = []
    for number in above:
        column = _column(lines[number])
        open_columns = [*(each for each in open_columns if each < column), column]
    near = min(open_columns, key=lambda column: (abs(column - spaces), -column))
    return None if is_item or spaces in open_columns or spaces > near + 1 else Indent(line, spaces, near)


def _of_the_many(lines: Sequence[str], odd: Indent) -> Indent:
    """The first line of those above that begin as the odd one should, if more lines begin as the odd one does."""
    first, few = odd.line, 0
    for number in range(odd.line - 1, -1, -1):
        if _says(lines[number]) and (column := _column(lines[number])) <= odd.wanted:
            if column < odd.wanted:
                above = column
                break
            first, few = number, few + 1
    else:
        return odd
    stands = [line for line in lines[odd.line :] if _says(line) and _spaces(line) <= odd.spaces]
    many = sum(1 for _ in takewhile(lambda line: _column(line) == odd.spaces, stands))
    is_item = lines[first].lstrip().startswith("- ")
    return Indent(first, odd.wanted, odd.spaces) if 0 < few < many and above < odd.spaces and not is_item else odd


def stray_dash(lines: Sequence[str], noticed: int) -> int | None:
    """The line whose dash is one too many, where an entry with a dash stands beside entries without."""
    if not _SET.match(lines[noticed]):
        return None
    spaces = _spaces(lines[noticed])
    above = (
        number for number in range(noticed - 1, -1, -1) if _says(lines[number]) and _spaces(lines[number]) <= spaces
    )
    before = next(above, None)
    if before is None or _spaces(lines[before]) != spaces or not _SET.match(lines[before]):
        return None
    dashed = [number for number in (noticed, before) if lines[number].lstrip().startswith("- ")]
    return dashed[0] if len(dashed) == 1 else None

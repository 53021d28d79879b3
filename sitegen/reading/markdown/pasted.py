"""What was pasted from Word, a web page or a spreadsheet: told once, by where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

_PROGRAMS = (
    ("Word", later(r"\bMso[A-Z]|mso-|<[owvm]:\w|urn:schemas-microsoft-com", re.IGNORECASE)),
    ("Google Docs", later("docs-internal-guid")),
)
_ANY = "another program or a web page"
_DELETE = "paste it as plain text (Ctrl+Shift+V), or delete"
_LOOKS = frozenset(
    (
        "border",
        "cellpadding",
        "cellspacing",
        "class",
        "style",
        "align",
        "dir",
        "width",
        "height",
        "bgcolor",
        "color",
        "face",
        "size",
        "valign",
    )
)
_TAGS = later(r"<(?:[a-z]+:[a-z]+|font|center|style|meta|link|big|span|div)\Z", re.IGNORECASE)
_APART = (later(r" *\t+ *"), later(r" {3,}"), later(";(?=[^ ])"), later(",(?=[^ ])"))
_ANY_APART = later(r"\t| {3}|[;,][^ ]")
_NO_ROW = later(r"[|<`]|\{\{|https?:|^ *(?:[-*+>#]|\d+[.)])[ \t]|^(?: {4}|\t)")
_LETTER = later(r"[^\W\d_]")
_MOST = 8


class _Row(NamedTuple):
    """A line, where it begins in the text, the sign that parts its cells, and these."""

    start: int
    line: str
    sign: int
    cells: tuple[str, ...]


def formatting(problems: Sequence[Problem], path: str, source: str, first_line: int) -> Iterator[Problem]:
    """The problems of a body; what a paste left in its paragraphs of the looks it had elsewhere is one of them."""
    lines = source.replace("\r", "\n").split("\n")  # as its places are counted
    looks = [(problem, name) for problem in sorted(problems) if (name := _look(problem, lines, first_line))]
    paragraphs: dict[int, list[tuple[Problem, str]]] = {}
    for problem, name in looks:
        paragraphs.setdefault(_first(lines, problem.place.line - first_line), []).append((problem, name))
    pasted = {at: some for at, some in paragraphs.items() if len(some) > 1}
    told = {problem for some in pasted.values() for problem, _ in some}
    if pasted:
        at = min(pasted)
        names = dict.fromkeys(name for some in pasted.values() for _, name in some)
        program = next((name for name, pattern in _PROGRAMS if pattern.search(source)), _ANY)
        more = f", and {len(pasted) - 1} more below," if len(pasted) > 1 else ""
        message = f"a paragraph{more} pasted from {program} with its formatting, which the page leaves out"
        place = Place(path, at + first_line, length=len(lines[at]))
        yield Problem(place, "dropped-tag", message, f"{_DELETE} {_listed([*names])}")
    yield from (problem for problem in problems if problem not in told)


def _look(problem: Problem, lines: Sequence[str], first_line: int) -> str:
    """The attribute, as `class=…`, or the tag that a problem is of, if it is one of looks; "" for any other."""
    if problem.code != "dropped-tag":
        return ""
    line = lines[problem.place.line - first_line]
    found = line[problem.place.column - 1 :][: problem.place.length]
    if found.casefold() in _LOOKS or found.startswith("data-"):
        return f"{found}=…"
    return f"{found}>" if _TAGS.match(found) else ""


def _first(lines: Sequence[str], line: int) -> int:
    """The first line of the paragraph in which a line stands."""
    while line > 0 and lines[line - 1].strip():
        line -= 1
    return line


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def rows(source: str, code: Callable[[], set[str]], place: Callable[[int, int], Place]) -> Iterator[Problem]:
    """A problem for each table that was pasted from a spreadsheet, at its first row.

    code: the lines of code of the page, each with one space for several. place: of characters of the text.
    """
    for group in _groups(source):
        if not {_spaced(row.line) for row in group} & code():
            head = group[0]
            cells, line = " | ".join(head.cells), " | ".join("---" for _ in head.cells)
            hint = "write | between its cells, and | --- | --- | on the line below the first row"
            if len(head.cells) <= _MOST:
                hint = f"write | {cells} |, below it | {line} |, and the other rows as the first"
            message = "rows of a spreadsheet stand here, which the page would run together"
            yield Problem(place(head.start, len(head.line)), "foreign-mark", message, hint)


def _groups(source: str) -> Iterator[list[_Row]]:
    """Lines below each other that are rows of as many cells, parted by the same sign."""
    start, found = 0, []
    for line in source.split("\n"):
        found.append(_row(start, line))
        start += len(line) + 1
    for _, some in groupby(found, lambda row: row and (row.sign, len(row.cells))):
        group = [row for row in some if row is not None]
        if len(group) > 1 or any(row.sign == 0 and len(row.cells) > 2 for row in group):
            yield group


def _row(start: int, line: str) -> _Row | None:
    """A line as a row of two cells or more, or of three where no tab parts them; None for any other line."""
    if not _ANY_APART.search(line) or _NO_ROW.search(line):
        return None
    for sign, pattern in enumerate(_APART):
        cells = tuple(cell.strip() for cell in pattern.split(line.strip()))
        if len(cells) > (1 if sign == 0 else 2) and all(cells) and any(map(_LETTER.search, cells)):
            return _Row(start, line, sign, cells)
    return None


def _spaced(line: str) -> str:
    return " ".join(line.split())

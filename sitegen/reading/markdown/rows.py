"""Rows of tables that lack a cell, quotes of mail, expressions that became code: what the page shows as GitHub does,
and no author means."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

_RULE = later(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_WITHIN = later(r"\{\{.*?\}\}|\[\[.*?\]\]|`[^`]*`|\\.")
_FENCE = later(r"\s*(`{3,}|~{3,})")
_TWICE = later(r" {0,3}(?!>{7})> ?>")


def short_rows(source: str, code: Callable[[], set[str]], place: Callable[[int, int], Place]) -> Iterator[Problem]:
    """The rows with fewer cells than the head of their table; one with a single cell heads those below it.

    code: the lines of code of the page, each with one space for several. place: of characters of the text.
    """
    if "|" not in source or "-" not in source:
        return
    head, above, start = 0, "", 0
    for line in source.split("\n"):
        if not line.strip():
            head = 0
        elif head and 1 < _cells(line) < head and " ".join(line.split()) not in code():
            message = f"this row has {_cells(line)} cells, and the head of its table {head}"
            hint = "write an empty cell where nothing stands, else what is behind it moves: | One | | Three |"
            yield Problem(place(start, len(line)), "short-row", message, hint)
        elif _RULE.fullmatch(line) and "|" in line and _cells(line) == _cells(above):
            head = _cells(line)
        above, start = line, start + len(line) + 1


def _cells(line: str) -> int:
    """How many cells a line has, were it a row."""
    plain = _WITHIN.sub("_", line).strip()
    return plain.removeprefix("|").removesuffix("|").count("|") + 1


def quoted_twice(source: str, code: Callable[[], set[str]], place: Callable[[int, int], Place]) -> Iterator[Problem]:
    """The first line of each quote that begins with a quote within it, as mail programs mark what was answered."""
    if ">>" not in source and "> >" not in source:
        return
    above, start = "", 0
    for line in source.split("\n"):
        begins = _TWICE.match(line) and not above.lstrip().startswith(">")
        if begins and " ".join(line.split()) not in code():
            message = "a quote within a quote, as mail programs mark an answer: the page would indent it twice"
            hint = "write one > before each line, and say whose words they are"
            yield Problem(place(start, len(line)), "foreign-mark", message, hint)
        above, start = line, start + len(line) + 1


def indented(source: str, code: Callable[[], set[str]], place: Callable[[int, int], Place]) -> Iterator[Problem]:
    """The first line of each block of code that is one by its spaces and has an expression; between fences is meant."""
    if "{{" not in source:
        return
    fence, told, start = "", False, 0
    for line in source.split("\n"):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
        if not line.startswith(("    ", "\t")):
            told = told and not line.strip()
        elif not fence and not told and "{{" in line and " ".join(line.split()) in code():
            told = True
            message = "four spaces make code of this line: the page would print its {{ … }} as it stands"
            hint = "take the spaces out; what is to be shown as code stands between two lines of ```"
            begin = len(line) - len(line.lstrip())
            yield Problem(place(start + begin, len(line) - begin), "foreign-mark", message, hint)
        start += len(line) + 1

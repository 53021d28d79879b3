"""Marks of other programs, which a page would print as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sitegen.problems import Problem
from sitegen.reading.dialects import COUNTLESS, MARKS, ROW
from sitegen.reading.markdown.passages import Passage, Span, without
from sitegen.reading.markdown.places import Places
from sitegen.reading.patterns import later

_SIGNED = [(frozenset(signs), pattern, what, hint) for signs, pattern, what, hint in MARKS]
_DIGIT = later(r"\d")
_SIGNS = frozenset(sign for signs, *_ in MARKS for sign in signs)
_URL = later(r"(?:https?://|www\.)[^\s<>\0]*[^\s<>\0.,;:!?\"')\]]")
_LINE = later(r"^\|?[ ]*:?-{3,}:?[ ]*(?:\|[-| :]*)?$", re.MULTILINE)
_DASH = later(r"[–—−][ \u00a0](?![^\n]*\n[–—−][ \u00a0])")
_LAZY = later(r"(?<=\n)[–—−][ \u00a0](?=\S)")
_WHOLE = re.MULTILINE | re.DOTALL
_STANDS = "the page would print it as it stands"


def foreign(found: Iterable[Passage], places: Callable[[], Places]) -> Iterator[Problem]:
    """Every mark that no page understands, in what readers read outside of code."""
    passages = [*found]
    for passage in passages:
        words, taken = passage.words, list[Span]()
        seen = _SIGNS.intersection(words)
        for _, pattern, what, hint in [mark for mark in _SIGNED if not mark[0].isdisjoint(seen)] if seen else ():
            within = (*passage.linked, (0, len(words)))  # what stands in a link ends with it
            search = re.compile(pattern, _WHOLE).finditer  # few texts have marks, so most patterns are never made
            for match in [match for start, end in within for match in search(words, start, end)]:
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    place = places().place(passage, match.start(), len(match[0].rstrip()))
                    yield Problem(place, "foreign-mark", f"{match.expand(what)}: {_STANDS}", match.expand(hint))
        for start, length in () if _LINE.search(words) else _rows(without(words, taken)):
            message = f"the rows of a table that lacks the line below its head: {_STANDS}"
            yield Problem(places().place(passage, start, length), "foreign-mark", message, ROW)
        for match in _URL.finditer(without(words, (*passage.linked, *taken))):
            if not passage.attribute:
                place = places().place(passage, match.start(), len(match[0]))
                whole = match[0] if match[0].startswith("http") else f"https://{match[0]}"
                hint = f"write <{whole}>, or words with it: [Words]({whole})"
                yield Problem(place, "foreign-mark", "an address that is no link on the page", hint)
        for match in _LAZY.finditer(words) if "li" in passage.tags else ():
            if (place := places().place(passage, match.start(), 1)).column == 1:
                message = f"{match[0][0]} begins no item below the others: {_STANDS}"
                yield Problem(place, "foreign-mark", message, "write - and a space in its place: - one")
    for passage in _listed(passages):
        message = f"{passage.words[0]} begins no list: {_STANDS}"
        yield Problem(places().place(passage, 0, 1), "foreign-mark", message, "write - and a space in its place: - one")


def countless(words: str) -> list[Span]:
    """Where marks stand whose numbers count nothing, and which are reported as marks."""
    marks = [pattern for _, pattern, *_ in COUNTLESS] if _DIGIT.search(words) else []
    return [found.span() for mark in marks for found in re.finditer(mark, words, _WHOLE)]


def _listed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Paragraphs below each other that all begin with a dash, which were meant as items of a list."""
    dashed = {each.index: each for each in passages if each.tags[-1:] == ("p",) and _DASH.match(each.words)}
    yield from (each for index, each in dashed.items() if {index - 1, index + 1} & dashed.keys())


def _rows(words: str) -> Iterator[Span]:
    """Where the first of some lines stands that are rows of a table, and its length."""
    if "|" not in words:
        return
    lines = words.split("\n")
    bars = [line.strip().strip("|").count("|") for line in lines]
    for n, line in enumerate(lines):
        framed = line.strip().startswith("|") and line.strip().endswith("|")
        if bars[n] and (framed or bars[n] in bars[n + 1 : n + 2]):
            yield sum(len(before) + 1 for before in lines[:n]), len(line)
            return

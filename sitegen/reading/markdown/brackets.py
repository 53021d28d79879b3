"""Marks that are none because one half is missing or a space is wrong: the page would show their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.reading.dialects import ADDRESS
from sitegen.reading.patterns import later

_SHAPES: Sequence[tuple[str, str, str]] = (
    (
        rf"!?\[[^\[\]\n]+\][ \n]+\((?={ADDRESS})[^()\n]*\)?",
        "a space stands between the words of a link and its address",
        "write them together: [words](address)",
    ),
    (
        r"!?\[[^\[\]\n]*\]\([^()\n<>]*[^()\n<>\s][ ]+[^()\n\"'<>]+\)",
        "an address with a space in it makes no link",
        "write it between < and >: [words](<my file.pdf>)",
    ),
    (
        r"!?\[[^\[\]\n]*\]\([^()\s]*(?:[^()\n]*\Z|(?=[ \n]))(?![^()\n]*\))",
        "the bracket of a link is not closed",
        "write ) right behind its address: [words](address)",
    ),
    (r"\[\[\s*\]\]", "no id stands between the brackets of a link", "write the id of what it leads to: [[id]]"),
    (
        r"\[\[[\w.:-]+(?=[^\w.:|\]\[-]|\Z)(?![^\[\n]*\])",
        "the ]] of a link is missing",
        "write two brackets on both sides: [[id]]",
    ),
    (r"\[\[[^\[\]\n]+\](?!\])", "the second ] of a link is missing", "write two brackets on both sides: [[id]]"),
)
_COMPILED = [(later(pattern), what, hint) for pattern, what, hint in _SHAPES]
_MARKS: Sequence[tuple[re.Pattern[str], str, str]] = (
    (
        later(r"\A[*+-](?=[A-Za-z])|(?<=\n)\*(?=[A-Za-z])(?![^\n]*\*)"),
        "the sign of a list without a space behind it",
        "write a space behind it: - one",
    ),
    (
        later(r"\*\*[ ]+[^*\n]*[^*\s][ ]*\*\*|\*\*[^*\n]*\w[ ]+\*\*"),
        "a space stands between ** and its words",
        "write it right before the first word and right behind the last: **words**",
    ),
    (
        later(r"(?<![\w*])\*(?=[A-Za-z])(?![^\n]*\*)"),
        "a * without its other one",
        "write * on both sides of the words, or take it out",
    ),
    (
        later(r"\*\*(?=\w)|(?<=\w)\*\*"),
        "a ** without its other one",
        "write ** on both sides of the words, or take it out",
    ),
)
_ENDED = later(r"(?<!\[)\[[^\[\]\n]+\]\]")


def half_marks(words: str) -> Iterator[tuple[int, int, str, str]]:
    """Each sign of bold words or of a list that is none: where it stands, how long it is, what is wrong, what to do."""
    done: set[int] = set()
    for pattern, what, hint in _MARKS if "*" in words or words.startswith(("+", "-")) else ():
        for match in pattern.finditer(words):
            if not done.intersection(range(*match.span())):
                done.update(range(*match.span()))
                yield match.start(), len(match[0]), f"{what}: the page would print it as it stands", hint


def half_links(words: str) -> Iterator[tuple[int, int, str, str]]:
    """Each link of a text that is none: where it begins, how long it is, what is wrong, and how to write it."""
    if "[" not in words:
        return
    done: set[int] = set()
    for pattern, what, hint in _COMPILED:
        for match in pattern.finditer(words):
            if not done.intersection(range(*match.span())):
                yield match.start(), len(match[0].rstrip()), what, hint
                done.update(range(*match.span()))
    for match in _ENDED.finditer(words):
        if words.count("[", 0, match.start()) == words.count("]", 0, match.start()):
            hint = f"write two brackets on both sides: [{match[0]}"
            yield match.start(), len(match[0]), "the first [ of a link is missing", hint

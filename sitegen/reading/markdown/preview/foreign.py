"""Marks of other programs, which a page would print as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sitegen.problems import Problem
from sitegen.reading.markdown.passages import Passage, without
from sitegen.reading.markdown.places import Places

_MARKS: Sequence[tuple[str, str, str]] = (
    (r"\A\[![A-Za-z]+\]", "a coloured note of GitHub", "begin the quote with a bold word: > **Note** …"),
    (r"\A\[[ xX]\](?=\s)", "a box to tick", "write the item without the brackets"),
    (r"^(?:!!!|\?\?\?)\+?[ ]*\w+", "a note of MkDocs", "begin a quote with a bold word: > **Note** …"),
    (r"^:{3,}[ ]*\w*", "a box of another program", "begin a quote with a bold word: > **Note** …"),
    (
        r"\{:[^}\n]*\}",
        "an id or class that belongs to nothing",
        "write it behind a heading, or on a line below a paragraph",
    ),
    (
        r"(?<!\{)\{\s*(?:fig|chart|ranking|table|holds|claim|cite|lit)\([^{}]*\)[^{}]*\}(?!\})",
        "an expression in single braces",
        "write two braces before it and two behind: {{ … }}",
    ),
    (r"\{%.*?%\}", "a command of another program", "delete it, or put it in `code`"),
    (r"\{#.*?#\}", "a comment of another program", "write <!-- … -->, which no reader sees"),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])", "the name of a picture", "type the picture itself, or delete it"),
    (
        r"\$(?=[^\s$])[^$\n]*[\\^_][^$\n]*(?<=\S)\$(?![\d\w])",
        "a formula of another program",
        "write it in words, or in `code`",
    ),
    (r"==(?=\S)[^=\n]+(?<=\S)==", "a mark of another program for marked words", "write <mark>words</mark>"),
    (
        r"^\|?[ ]*:?-{3,}:?[ ]*\|[-| :]*$",
        "the line of a table that is none",
        "give it as many cells as the head above it",
    ),
)
_COMPILED = [(re.compile(pattern, re.MULTILINE | re.DOTALL), what, hint) for pattern, what, hint in _MARKS]
_ANY = re.compile(r"[\[!?:{=|$]")  # a sign that every mark holds
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\0]*[^\s<>\0.,;:!?\"')\]]")


def foreign(found: Iterable[Passage], places: Callable[[], Places]) -> Iterator[Problem]:
    """Every mark that no page understands, in what readers read outside of code."""
    for passage in found:
        words = passage.words
        for pattern, what, hint in _COMPILED if _ANY.search(words) else ():
            for match in pattern.finditer(words):
                place = places().place(passage, match.start(), len(match[0].rstrip()))
                yield Problem(place, "foreign-mark", f"{what}: the page would print it as it stands", hint)
        for match in _URL.finditer(without(words, passage.linked)):
            if not passage.attribute:
                place = places().place(passage, match.start(), len(match[0]))
                hint = f"write <{match[0]}>, or words with it: [Words]({match[0]})"
                yield Problem(place, "foreign-mark", "an address that is no link on the page", hint)

"""Problems: what is wrong in the input, as values that know their place.

Nothing here prints. Every stage returns or raises problems; only the command line shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal, NamedTuple

from sitegen.problems.codes import CODES
from sitegen.value import Ordered

Severity = Literal["error", "warning", "advice"]


class Place(NamedTuple):
    """Where something stands in the input; a tuple, for thousands of them are stored and read.

    path: file, relative to the project, with forward slashes.
    line, column: 1-based; column counts characters. length: how many characters to underline.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def shifted(self, characters: int, length: int = 1) -> Place:
        """The place `characters` further right on the same line."""
        return Place(self.path, self.line, self.column + characters, length)

    def within(self, other: Place) -> bool:
        """Whether it begins within what another place underlines."""
        return (self.path, self.line) == (other.path, other.line) and 0 <= self.column - other.column < other.length


class Named(NamedTuple):
    """A word that names nothing, or nothing in the way it is written.

    kind: of what is meant, such as `source`; `entity.metric` for a series; "" if it may be of any kind.
    """

    kind: str
    word: str


class Problem(Ordered, frozen=True, eq=False):
    """One thing that is wrong: its code (a key of `CODES`), what was seen, and how to fix it.

    named: what it says that nothing is called so.
    """

    ASIDE = ("named",)
    place: Place
    code: str
    message: str
    hint: str = ""
    named: Named | None = None

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"unknown problem code {self.code!r}: add it to sitegen/problems/codes.py")

    @property
    def severity(self) -> Severity:
        """`error` stops the build, `warning` only without `--lenient`, `advice` never."""
        return CODES[self.code].severity


class SitegenError(Exception):
    """Raised by a stage that found errors; `problems` holds every problem of that stage."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(f"{p.place.path}:{p.place.line}: {p.code}: {p.message}" for p in self.problems)


def undeclared_source(id: str, known: Iterable[str]) -> str:
    """The hint for a source that is declared nowhere: where to declare it, and the known id that it may misspell.

    A misspelling has nearly all letters of the other and the same numbers: another number is another document.
    """
    alike = sorted(other for other in set(known) if _numbers(other) == _numbers(id))
    where = "declare it in a file of data/sources/"
    near = get_close_matches(id, alike, n=1, cutoff=0.8)
    return f'{where}, or write "{near[0]}" if you mean that one' if near else where


def _numbers(id: str) -> list[int]:
    """The numbers in an id; 02 is 2."""
    return [*map(int, re.findall(r"\d+", id))]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the nearest known word, or with the known words if they are few, or nothing."""
    choices = sorted(set(known))
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"one of: {', '.join(choices)}" if 0 < len(choices) <= 12 else ""

"""Texts that may hold expressions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from sitegen.problems import Place
from sitegen.value import Value

STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', re.DOTALL)
"""A text in quotes within an expression."""
_BLOCK = re.compile(r"\b(?:chart|ranking|table)\s*\(")
_CLAIM = re.compile(r"claim\s*\(")
_FIGURE = re.compile(rf"fig\s*\(\s*(?:{STRING.pattern})\s*\)", re.DOTALL)


class Expression(Value, frozen=True, eq=False):
    """One `{{ … }}`: the source between the braces, trimmed, and where that source begins.

    Two expressions of one source are equal: where one stands is not part of what it is.
    """

    ASIDE = ("place",)
    source: str
    place: Place

    @property
    def is_block(self) -> bool:
        """Whether its value is a chart, ranking or table, which come only from such a call: it stands by itself."""
        return _BLOCK.search(STRING.sub('""', self.source)) is not None

    @property
    def is_figure(self) -> bool:
        """Whether its value is what an address answers, as it is."""
        return _FIGURE.fullmatch(self.source) is not None

    @property
    def is_claim(self) -> bool:
        """Whether its value is the verdict on a claim, which shows more of the claim where it stands alone."""
        return _CLAIM.match(self.source) is not None


class Run(Struct, frozen=True):
    """Characters that stand one after the other on one line of a file: from `offset` of a text on, at `place`."""

    offset: int
    place: Place


def located(runs: Sequence[Run], offset: int, length: int = 1) -> Place:
    """The place of so many characters of a text whose runs are given in order."""
    run = runs[max(0, bisect_right(runs, offset, key=lambda run: run.offset) - 1)]
    return run.place.shifted(offset - run.offset, length)


class Text(Value, frozen=True, eq=False):
    """A text of a data file or of front matter: literal pieces and expressions, in order.

    raw: as it was written, braces and all; runs: where its characters stand. Both are empty in a text that is not
    from a file.
    """

    ASIDE = ("place", "raw", "runs")
    parts: tuple[str | Expression, ...]
    place: Place
    raw: str = ""
    runs: tuple[Run, ...] = ()

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions in it, in order."""
        return tuple(part for part in self.parts if isinstance(part, Expression))

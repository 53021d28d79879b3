"""Every figure of a text, with the words that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from sitegen.check.text.texts import Passage, Remark
from sitegen.expressions import Value
from sitegen.figures import Figure, say
from sitegen.model.basics.text import Expression
from sitegen.words import Locale

REACH = 40
"""How many characters beside a figure are read."""
Side = Literal["before", "after"]


class Spot(NamedTuple):
    """A figure in a text. offset: where it stands; before, after: the nearest words on its sides."""

    figure: Figure
    offset: int
    before: str
    after: str
    locale: Locale

    @property
    def said(self) -> str:
        """The figure in words, in quotation marks; only what is found needs them."""
        return f'"{say(self.figure, self.locale)}"'

    def remark(self, match: re.Match[str], side: Side, message: str, hint: str) -> Remark:
        """What to say of the `word` that a pattern found on one side."""
        begins = self.offset - len(self.before) if side == "before" else self.offset + 1
        return Remark(begins + match.start("word"), match["word"], message, hint)


def spots(passage: Passage, values: Mapping[Expression, Value], locale: Locale) -> Iterator[Spot]:
    """Every figure of a passage."""
    for offset, expression in passage.expressions.items():
        figure = values.get(expression)
        if isinstance(figure, Figure):
            before = passage.words[max(0, offset - REACH) : offset]
            yield Spot(figure, offset, before, passage.words[offset + 1 : offset + 1 + REACH], locale)

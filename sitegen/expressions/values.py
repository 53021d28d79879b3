"""What an expression can be, and the fault of one that is nothing."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sitegen.figures import Figure
from sitegen.model.basics.text import Text
from sitegen.problems import Problem

FragmentKind = Literal["chart", "ranking", "table", "cite", "claim", "holds", "lit"]


class Fragment(Struct, frozen=True):
    """A piece of a page that is no number.

    chart, ranking: the one of that id. table: `capabilities`, `expansion:<company>` or `series:<entity>.<metric>`.
    cite: the number of the source of that id. claim: the verdict on the claim of that id. holds: `text`, which the
    claim of that id says. lit: `text` as it is, for a `reason`.
    """

    kind: FragmentKind
    id: str
    text: str = ""
    reason: str = ""

    @property
    def block(self) -> bool:
        """Whether it stands in a paragraph of its own: a chart, ranking or table."""
        return self.kind in ("chart", "ranking", "table")


Value = Figure | Fragment


def check_text(text: Text) -> list[Problem]:
    """The charts, rankings and tables in a text of the data or of front matter: they stand in bodies only."""
    message = "a chart, ranking or table cannot stand in this text"
    return [
        Problem(expression.place, "expression-value", message, "put it in the body of a Markdown file")
        for expression in text.expressions
        if expression.is_block
    ]

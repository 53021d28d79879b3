"""The bars of `stacked`: the rows of a plot as parts that stand on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sitegen.charts.plot import Row, given, num, top, whole

NONE = "–"
"""What stands in place of a bar."""


class Stack(Struct, frozen=True):
    """A period: its parts from the bottom up, each reaching `from` … `to`, and the row of the whole.

    It has no parts where not all of them are known: a shorter bar would look like a smaller whole.
    """

    parts: tuple[Row, ...]
    whole: Row

    @property
    def when(self) -> str:
        """The period of the bar, in words."""
        return str(self.whole["when"])

    @property
    def top(self) -> float:
        """The highest value that the bar or one of its whiskers reaches."""
        return max((num(part, key) for part in self.parts for key in ("to", "far")), default=0.0)

    @property
    def sum(self) -> str:
        """What a pointer finds of the whole: the total, or why there is none."""
        return str(self.whole["sum"])

    @property
    def head(self) -> str:
        """What is said above the bar: the total."""
        return str(self.whole["brief"])


def stacks_of(rows: Iterable[Row]) -> tuple[Stack, ...]:
    """The bars in the order of their periods."""
    parts: dict[float, list[Row]] = {}
    wholes = []
    for row in rows:
        if row["what"] == "whole":
            wholes.append(row)
        elif given(row):
            some = parts.setdefault(num(row, "column"), [])
            low = num(some[-1], "to") if some else 0.0
            far = low + max(whole(row) or (0.0,))
            some.append({**row, "from": low, "to": low + top(row), "far": far})
    return tuple(Stack(() if row["missing"] else tuple(parts.get(num(row, "index"), ())), row) for row in wholes)


def named_beside(stacks: Sequence[Stack]) -> bool:
    """Whether the last bar has every part that any bar has, so that their names can stand beside it."""
    return {p["series"] for stack in stacks for p in stack.parts} == {p["series"] for p in stacks[-1].parts}

"""Signs on a map: one at every place, and none hides another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct, structs

from sitegen.model.entry import Stage

SIGN = 4.5
"""Half the width of a sign, in pixels."""
_APART, _TURNS = 2 * SIGN + 1.5, 40
"""The least distance of two signs, and how often they are pushed apart."""


class Mark(Struct, frozen=True):
    """A place on the map: where it lies in pixels, its name, the stage that is reached and its words, what is said.

    who: the companies that have reached it, "" on a map of one company.
    """

    x: float
    y: float
    name: str
    who: str
    stage: Stage
    said: str
    color: str
    tip: str


def apart(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, moved no more than is needed so that no sign hides another."""
    at = [[mark.x, mark.y] for mark in marks]
    for _ in range(_TURNS):
        moved = False
        for n, one in enumerate(at):
            for other in at[n + 1 :]:
                dx, dy = other[0] - one[0], other[1] - one[1]
                far = math.hypot(dx, dy)
                if far < _APART:
                    moved = True
                    push = (_APART - far) / 2 + 0.01
                    right, down = (dx / far, dy / far) if far > 0.01 else (1.0, 0.0)
                    one[0], one[1] = one[0] - right * push, one[1] - down * push
                    other[0], other[1] = other[0] + right * push, other[1] + down * push
        if not moved:
            break
    return [structs.replace(mark, x=x, y=y) for mark, (x, y) in zip(marks, at, strict=True)]

"""Steps of colour for values: five of one hue, or two hues around zero where values lie on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import floor, log10
from typing import NamedTuple

from sitegen.charts.look.axes import ticks

SHADES = 5
"""How many shades a hue has, from the faintest to the strongest."""
SIDES = 8
"""How many steps both sides of zero have together at most."""


class Step(NamedTuple):
    """A step from one round number to the next, with its colour and that of words on it."""

    low: float
    high: float
    fill: str
    words: str


def steps_for(values: Sequence[float], *, less: bool = False) -> tuple[Step, ...]:
    """Equal and round steps that hold all values, from the lowest up; zero parts two of them.

    less: less is better, so that of one hue the least has the strongest colour.
    """
    ends = _ends(values)
    if ends[0] >= 0:
        shades = [("seq", SHADES + 1 - number if less else number) for number in range(1, SHADES + 1)]
    else:
        size = ends[1] - ends[0]
        below, above = round(-ends[0] / size), round(ends[-1] / size)
        most = max(below, above)
        shades = [("low", _shade(number, most)) for number in range(below, 0, -1)]
        shades += [("seq", _shade(number, most)) for number in range(1, above + 1)]
    return tuple(
        Step(low, high, f"var(--{hue}-{shade})", f"var(--on-{shade})")
        for (low, high), (hue, shade) in zip(pairwise(ends), shades, strict=True)
    )


def step_of(steps: Sequence[Step], low: float, high: float) -> Step | None:
    """The step in which a value lies, or both ends of a range; None for a range over several."""
    one, other = (next((s for s in steps if end < s.high), steps[-1]) for end in (low, high))
    return one if one == other else None


def _shade(number: int, most: int) -> int:
    """The shade of a step, counted from zero, where the farther side has so many: the farthest is the strongest."""
    return max(1, round(number * SHADES / most))


def _ends(values: Sequence[float]) -> tuple[float, ...]:
    """The ends of the steps: five from zero up, or on both sides of zero at most five each."""
    low, high = min(0.0, *values), max(0.0, *values)
    if low < 0:
        return next(marks for n in range(SIDES, 0, -1) if _fits(marks := ticks(low, high, n)))
    step = _round(high / SHADES)
    return tuple(float(f"{step * n:.10g}") for n in range(SHADES + 1))


def _round(least: float) -> float:
    """The smallest round number that is not less, so that no shade is left over."""
    power = Decimal(10) ** floor(log10(least)) if least else Decimal(1)
    return next(float(power * digit) for digit in (1, 2, 4, 5, 10) if float(power * digit) >= least)


def _fits(marks: Sequence[float]) -> bool:
    """Whether neither side of zero has more steps than there are shades."""
    step = marks[1] - marks[0]
    return max(-marks[0], marks[-1]) / step < SHADES + 0.5

"""Sparklines: a small line in a table, as the `d` of an SVG path."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

WIDTH, HEIGHT, EDGE = 96, 24, 2
"""The box of the path, for its viewBox, and the room around it."""


def sparkline(values: Sequence[Decimal | None]) -> str:
    """The path of the values from left to right in a box of 96 × 24; None is a gap; a value between gaps is a dot.

    The lowest value lies at the bottom, the highest on top; "" without values.
    """
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, reach = min(known), max(known) - min(known)
    step = Decimal(WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    path: list[str] = []
    drawing = False
    for number, value in enumerate(values):
        if value is None:
            drawing = False
            continue
        share = (value - low) / reach if reach else Decimal("0.5")
        x = _short(EDGE + step * number)
        y = _short(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))
        alone = not drawing and (number + 1 == len(values) or values[number + 1] is None)
        path.append(f"{'L' if drawing else 'M'}{x} {y}" + ("h0" if alone else ""))
        drawing = True
    return "".join(path)


def _short(value: Decimal) -> str:
    return f"{value:.1f}".removesuffix(".0")

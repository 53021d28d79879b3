"""Tints: colours of one hue, from dark to light, for the models of a maker."""

from __future__ import annotations

from sitegen.charts.look.vision import lightness
from sitegen.tokens import COLOURS, Pair, contrast

DARKEST, LIGHTEST, LEAST = 25.0, 94.0, 3.1
"""The darkest tint on light paper and the lightest on dark, in hundredths of lightness; the least contrast with it."""


def tints(colour: Pair, count: int) -> tuple[Pair, ...]:
    """So many colours of the hue of one, from dark to light, each as far from the next as can be."""
    light, dark = (_steps(hex, paper, count) for hex, paper in zip(colour, COLOURS["paper"], strict=True))
    return tuple(zip(light, dark, strict=True))


def _steps(hex: str, paper: str, count: int) -> list[str]:
    """The tints on one paper; of a single one the colour itself."""
    if count == 1:
        return [hex]
    on_light = lightness(paper) > 50
    far = DARKEST if on_light else LIGHTEST
    near = next(each for n in range(200) if contrast(at(hex, each := far + (n if on_light else -n) / 2), paper) < LEAST)
    ends = sorted((far, near + (-0.5 if on_light else 0.5)))
    return [at(hex, ends[0] + (ends[1] - ends[0]) * n / (count - 1)) for n in range(count)]


def at(hex: str, wanted: float) -> str:
    """The colour mixed with white or black until it is as light as is wanted, in hundredths."""
    other, low, high = (255 if wanted > lightness(hex) else 0), 0.0, 1.0
    for _ in range(12):
        share = (low + high) / 2
        mixed = _mixed(hex, other, share)
        low, high = (share, high) if (lightness(mixed) < wanted) == (other == 255) else (low, share)
    return _mixed(hex, other, low)


def _mixed(hex: str, other: int, share: float) -> str:
    parts = (int(hex[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(part * (1 - share) + other * share):02x}" for part in parts)

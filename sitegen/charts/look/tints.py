"""Tints: colours of one hue, from dark to light, for the models of a maker."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise

from sitegen.charts.look.vision import APART, apart, lightness
from sitegen.tokens import COLOURS, Pair, contrast

DARKEST, LIGHTEST, LEAST = (32.0, 25.0), (84.0, 94.0), 3.1
"""The darkest tint on light paper and the lightest on dark, in hundredths of lightness: as few tints have it, and as
many need it to be apart, nearly black or white; and the least contrast with the paper."""


def tints(colour: Pair, count: int, *, beside: bool = False) -> tuple[Pair, ...]:
    """So many colours of the hue of one, from dark to light, each as far from the next as can be.

    beside: whether they also stand beside the colour itself, and so have to differ from it.
    """
    light, dark = (
        _tints(hex, paper, count, beside=beside) for hex, paper in zip(colour, COLOURS["paper"], strict=True)
    )
    return tuple(zip(light, dark, strict=True))


@lru_cache(maxsize=256)  # each chart asks for the few hues of the site again
def _tints(hex: str, paper: str, count: int, *, beside: bool) -> tuple[str, ...]:
    """The tints on one paper; of a single one that stands alone the colour itself."""
    if count == 1 and not beside:
        return (hex,)
    on_light = lightness(paper) > 50
    found: tuple[str, ...] = ()
    for far in DARKEST if on_light else LIGHTEST:
        ways = (far + (n if on_light else -n) / 2 for n in range(200))
        near = next(each for each in ways if contrast(at(hex, each), paper) < LEAST)
        low, high = sorted((far, near + (-0.5 if on_light else 0.5)))
        own = min(max(lightness(hex), low), high)
        steps = _around(low, own, high, count) if beside else _even(low, high, count)
        found = tuple(at(hex, wanted) for wanted in steps)
        if all(apart(one, other) >= APART for one, other in combinations([*found, *([hex] if beside else [])], 2)):
            break
    return found


def _even(low: float, high: float, count: int) -> list[float]:
    """So many steps from one lightness to another, both among them; of one step the first."""
    return [low + (high - low) * n / max(count - 1, 1) for n in range(count)]


def _around(low: float, own: float, high: float, count: int) -> list[float]:
    """So many steps as far from a lightness between the two ends as from each other."""
    ways = [[*_even(low, own, k + 1)[:k], *_even(own, high, count - k + 1)[1:]] for k in range(count + 1)]
    return max(ways, key=lambda steps: min(b - a for a, b in pairwise(sorted((*steps, own)))))


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

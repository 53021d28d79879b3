"""How far two colours differ for eyes of every kind."""

from __future__ import annotations

from math import dist

from sitegen.tokens import linear

Light = tuple[float, float, float]

SIGHTS: tuple[tuple[Light, Light, Light], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
)
"""What is seen of red, green and blue light: by most, and without one kind of cones (Machado and others, 2009)."""
APART = 6.0
"""Colours nearer than this are hard to tell apart in lines: in hundredths of OKLab, where black to white is 100."""


def apart(one: str, other: str) -> float:
    """How far two hex colours differ for the eyes that see the least of it, in hundredths of OKLab."""
    return min(100 * dist(_oklab(_seen(one, sight)), _oklab(_seen(other, sight))) for sight in SIGHTS)


def lightness(colour: str) -> float:
    """How light a hex colour is, from 0 for black to 100 for white."""
    red, green, blue = linear(colour)
    return 100 * _oklab((red, green, blue))[0]


def _seen(colour: str, sight: tuple[Light, Light, Light]) -> Light:
    red, green, blue = (
        min(max(sum(part * light for part, light in zip(row, linear(colour), strict=True)), 0.0), 1.0) for row in sight
    )
    return (red, green, blue)


def _oklab(light: Light) -> Light:
    """Light as lightness and two axes of hue, in which equal steps look equal (Ottosson, 2020)."""
    red, green, blue = light
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )

"""The design in numbers: colours, type and space. The stylesheet and the charts take them from here.

A colour is a pair, for light paper and for dark. Contrast of every pair that meets on a page is held by a test.
"""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]
"""A light and a dark hex colour."""

PALETTE: tuple[Pair, ...] = (
    ("#003580", "#2796fc"),
    ("#b15b39", "#ffa276"),
    ("#1da279", "#3bfabd"),
    ("#c36acd", "#c578c6"),
    ("#a08e08", "#f4db61"),
    ("#6c003c", "#ed557a"),
    ("#6d8293", "#b8d7e5"),
    ("#363700", "#64993e"),
)
"""`--c-1` to `--c-8`: colours of entities that have none of their own."""

COLOURS: Mapping[str, Pair] = {
    "paper": ("#fffefb", "#14161a"),
    "tint": ("#f6f4ee", "#1c1f25"),
    "ink": ("#17191e", "#e9e8e4"),
    "muted": ("#5c626d", "#a0a6b1"),
    "grid": ("#e4e1d9", "#2c3038"),
    "rule": ("#b9b5aa", "#4b515c"),
    "axis": ("#83878e", "#7b8089"),
    "accent": ("#0b5a73", "#77c4dc"),
    "land": ("#e7e4dc", "#2a2e36"),
    "warn": ("#8f4a00", "#f0b36a"),
    "good": ("#0b6b4f", "#5fcfa8"),
    "bad": ("#a32a24", "#f2938a"),
    "seq-1": ("#bcd2ec", "#33517c"),
    "seq-2": ("#8fb3dc", "#4069a3"),
    "seq-3": ("#5e92c8", "#5a8ecb"),
    "seq-4": ("#316dab", "#7dace0"),
    "seq-5": ("#134a86", "#b5d3f6"),
    "low-1": ("#f7c797", "#764422"),
    "low-2": ("#ed9f5a", "#99582c"),
    "low-3": ("#de6f20", "#c7783f"),
    "low-4": ("#b44914", "#e69751"),
    "low-5": ("#852c0b", "#f6c894"),
    "said": ("#d79f3c", "#a37a2c"),
    "on-0": ("#fffefb", "#fffefb"),
    "on-1": ("#17191e", "#e9e8e4"),
    "on-2": ("#17191e", "#e9e8e4"),
    "on-3": ("#17191e", "#14161a"),
    "on-4": ("#fffefb", "#14161a"),
    "on-5": ("#fffefb", "#14161a"),
    **{f"c-{number}": pair for number, pair in enumerate(PALETTE, 1)},
}
"""Every colour but those of entities. `seq-1` to `seq-5` are steps of a quantity, `low-1` to `low-5` those below zero,
`on-1` to `on-5` words on both, `on-0` light words, `said` what is only said."""

FAMILIES = "Inter, Noto Sans CJK SC, Arial, sans-serif"
"""The typefaces of charts, and with the reader's own behind them those of pages."""
LABEL = 12
"""Size of the text in charts, in pixels of a drawing at its full width."""

SIZES: Mapping[str, str] = {
    "sans": '"Inter", "Noto Sans CJK SC", "Near Inter", "Far Inter", system-ui, "Han", "Han titles", sans-serif',
    "serif": '"Newsreader", "Noto Sans CJK SC", "Near Newsreader", "Far Newsreader", Georgia, serif',
    "size-1": "0.8125rem",
    "size-2": "0.9rem",
    "size-3": "1.0625rem",
    "size-4": "1.2rem",
    "size-5": "clamp(1.3rem, 1.2rem + 0.5vw, 1.55rem)",
    "size-6": "clamp(1.45rem, 1.3rem + 0.8vw, 1.9rem)",
    "size-7": "clamp(1.6rem, 1.25rem + 1.35vw, 2.15rem)",
    "size-8": "clamp(2rem, 1.5rem + 2.4vw, 3.25rem)",
    "space-1": "0.25rem",
    "space-2": "0.5rem",
    "space-3": "1rem",
    "space-4": "1.5rem",
    "space-5": "2.5rem",
    "space-6": "4rem",
    "text": "42rem",
    "figure": "46rem",
    "page": "72rem",
}
"""Typefaces, sizes of type from small print to headline, spaces, and the widths of text, of a drawing and of a page."""


def colours(accent: Pair | None, entities: Mapping[str, Pair]) -> Mapping[str, Pair]:
    """Every colour by the name of its CSS variable. accent: the site's own. entities: by id."""
    own = {} if accent is None else {"accent": accent}
    return {**COLOURS, **own, **{f"e-{id}": pair for id, pair in entities.items()}}


def stylesheet(pairs: Mapping[str, Pair]) -> str:
    """The tokens as CSS. pairs: of `colours`."""
    lines = [f"  --{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items()]
    lines += [f"  --{name}: {value};" for name, value in SIZES.items()]
    return ":root {\n" + "\n".join(lines) + "\n}\n"


def running_head(site: str) -> str:
    """What stands above the text on every printed sheet: the name of the site, and which sheet of how many it is."""
    name = "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in site)
    look = f"font: 8pt {FAMILIES}; color: #555;"
    right = f"@top-right {{ content: counter(page) ' / ' counter(pages); {look} }}"
    first = "@page :first { @top-left { content: none } }"  # it begins with the name as the site has it
    return f'@page {{ @top-left {{ content: "{name}"; {look} }} {right} }}\n{first}\n'


def contrast(one: str, other: str) -> float:
    """How far two hex colours differ in lightness, from 1 to 21, as WCAG counts it."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def linear(colour: str) -> tuple[float, float, float]:
    """A hex colour as amounts of red, green and blue light, from 0 to 1."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return (_light(red), _light(green), _light(blue))


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""Colours of charts: CSS variables, and the values that stand behind them in a light and a dark theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart

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
"""`--c-1` to `--c-8`: at least 3:1 against both papers, told apart by colour-blind readers too."""

TOKENS: Mapping[str, Pair] = {
    "ink": ("#17191e", "#e9e8e4"),
    "muted": ("#5c626d", "#a0a6b1"),
    "grid": ("#e4e1d9", "#2c3038"),
    "axis": ("#8a8e95", "#7b8089"),
    "paper": ("#fffefb", "#14161a"),
    "accent": ("#0b5a73", "#77c4dc"),
    "land": ("#e7e4dc", "#2a2e36"),
    "seq-1": ("#bcd2ec", "#33517c"),
    "seq-2": ("#8fb3dc", "#4069a3"),
    "seq-3": ("#5e92c8", "#5a8ecb"),
    "seq-4": ("#316dab", "#7dace0"),
    "seq-5": ("#134a86", "#b5d3f6"),
    **{f"c-{n}": pair for n, pair in enumerate(PALETTE, 1)},
}
"""Every other variable that charts use, with the values for an SVG that stands alone; a theme may differ."""


def entity_colour(entity: str, position: int) -> str:
    """The CSS colour of an entity; position: its place in the chart, for the fallback."""
    return f"var(--e-{entity},var(--c-{position % len(PALETTE) + 1}))"


def palette(tracker: Tracker) -> Mapping[str, Pair]:
    """One colour for every entity, by id: its own where the data give one, else one of `PALETTE`.

    Entities that share a chart get different colours as long as there are enough.
    """
    apart: dict[str, set[str]] = {id: set() for id in tracker.entities}
    for chart in tracker.charts.values():
        together = set(_entities(chart)) & set(apart)
        for id in together:
            apart[id] |= together - {id}
    chosen = {id: entity.color for id, entity in tracker.entities.items() if entity.color is not None}
    for number, id in enumerate(tracker.entities):
        if id not in chosen:
            taken = {chosen[other] for other in apart[id] if other in chosen}
            turn = [PALETTE[(number + k) % len(PALETTE)] for k in range(len(PALETTE))]
            chosen[id] = next((pair for pair in turn if pair not in taken), turn[0])
    return {id: chosen[id] for id in tracker.entities}


def _entities(chart: Chart) -> Iterable[str]:
    """The entities that a chart draws."""
    yield from (entity for entity, _ in chart.series)
    yield from (address.entity for address in chart.figures)
    yield from chart.companies


def standalone(svg: str, entities: Mapping[str, Pair]) -> str:
    """A drawn chart as a file of its own: its colours are in it, for light and dark. entities: `palette(tracker)`."""
    pairs = {**TOKENS, **{f"e-{id}": pair for id, pair in entities.items()}}
    used = {name: pair for name, pair in pairs.items() if f"var(--{name})" in svg or f"var(--{name}," in svg}
    light = "".join(f"--{name}:{pair[0]};" for name, pair in used.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in used.items())
    style = f"<style>:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    head, close, body = svg.partition(">")
    return f'{head}{close}{style}<rect width="100%" height="100%" fill="var(--paper)"/>{body}'

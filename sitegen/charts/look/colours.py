"""Colours of charts: CSS variables, and which colour each entity has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import permutations

from sitegen.charts.look.tints import tints
from sitegen.figures.common import members
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.tokens import COLOURS, PALETTE, Pair, contrast

READABLE = 4.5
"""The least contrast of words with what is behind them."""


def entity_colour(entity: str, position: int) -> str:
    """The CSS colour of an entity; position: its place in the chart, for the fallback."""
    return f"var(--e-{entity},var(--c-{position % len(PALETTE) + 1}))"


def words_colour(colour: str) -> str:
    """The colour of words that name a mark of that colour: nearer to the ink, so that they can be read."""
    return f"color-mix(in srgb,{colour} 60%,var(--ink))"


def words_on(colour: Pair, inside: float) -> str | None:
    """The colour of words that can be read on a bar in both themes; None where no colour of words can.

    colour: of the bar. inside: how much of it covers the paper, from 0 to 1.
    """
    behind = [covered(over, paper, inside) for over, paper in zip(colour, COLOURS["paper"], strict=True)]
    for name in ("ink", "paper", "on-3", "on-0"):
        if all(contrast(words, back) >= READABLE for words, back in zip(COLOURS[name], behind, strict=True)):
            return f"var(--{name})"
    return None


def covered(over: str, paper: str, share: float) -> str:
    """The hex colour that is seen where one covers a share of another."""
    pairs = ((int(over[n : n + 2], 16), int(paper[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def palette(tracker: Tracker) -> Mapping[str, Pair]:
    """One colour for every entity, by id: its own where the data give one, a brand's or a model's a tint of its
    maker's, else one of `PALETTE`.

    Entities that share a chart, or are compared, get different colours as long as there are enough.
    """
    apart: dict[str, set[str]] = {id: set() for id in tracker.entities}
    for chart in tracker.charts.values():
        together = set(_entities(chart)) & set(apart)
        for id in together:
            apart[id] |= together - {id}
    for pair in tracker.site.compare:
        for id, other in permutations((pair.one, pair.other)):
            for each in members(tracker, id):
                apart[each] |= members(tracker, other)
    chosen = {id: entity.color for id, entity in tracker.entities.items() if entity.color is not None}
    for number, id in enumerate(tracker.entities):
        if id not in chosen and _maker(tracker, id) is None:
            taken = {chosen[other] for other in apart[id] if other in chosen}
            turn = [PALETTE[(number + k) % len(PALETTE)] for k in range(len(PALETTE))]
            chosen[id] = next((pair for pair in turn if pair not in taken), turn[0])
    for kind in ("brand", "model"):
        chosen |= dict(_tinted(tracker, kind, chosen, apart))
    return {id: chosen[id] for id in tracker.entities}


def _tinted(
    tracker: Tracker, kind: str, chosen: Mapping[str, Pair], apart: Mapping[str, AbstractSet[str]]
) -> Iterator[tuple[str, Pair]]:
    """The tints of the brands or models that have no colour of their own; apart from the maker's where a chart shows
    both.

    Those that most charts draw have the tints in the middle: of many the ends are nearly black or white.
    """
    drawn = Counter(id for chart in tracker.charts.values() for id in set(_entities(chart)))
    parts: dict[str, list[str]] = {}
    for id, entity in tracker.entities.items():
        maker = _maker(tracker, id)
        if entity.kind == kind and id not in chosen and maker is not None:
            parts.setdefault(maker, []).append(id)
    for maker, ids in parts.items():
        beside = any(maker in apart[id] for id in ids)
        ends_last = sorted(range(len(ids)), key=lambda n: (abs(2 * n - len(ids) + 1), n))
        found = tints(chosen[maker], len(ids), beside=beside)
        yield from zip(sorted(ids, key=lambda id: -drawn[id]), (found[n] for n in ends_last), strict=True)


def _maker(tracker: Tracker, id: str) -> str | None:
    """The brand or company above a brand or model; None for what is neither."""
    entity, above = tracker.entities[id], tracker.entities[id].above
    return above if entity.kind in ("brand", "model") and above is not None else None


def _entities(chart: Chart) -> Iterable[str]:
    """The entities that a chart draws."""
    yield from (entity for entity, _ in chart.drawn)
    yield from chart.companies

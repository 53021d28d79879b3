"""The addresses whose values do not agree, and how a reading ends with each of the values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.claims.choices import Choice, Point
from sitegen.claims.results import Candidate, Outcome, Rivalry
from sitegen.figures.spread import Value


def rivalries(tested: Iterable[tuple[Choice, Outcome]]) -> Iterator[Rivalry]:
    """What sources dispute, of the choices that were tried and their outcomes; the answering value of each first."""
    found: dict[Point, dict[str | None, tuple[Value, set[Outcome]]]] = {}
    options: dict[Point, set[tuple[str | None, ...]]] = {}
    for choice, outcome in tested:
        for point, option in choice:
            sources = option.sources
            options.setdefault(point, set()).add(sources)
            for source, value in zip(sources, option.values, strict=True):
                found.setdefault(point, {}).setdefault(source, (value, set()))[1].add(outcome)
    for point, candidates in found.items():
        if len(options[point]) > 1:
            yield Rivalry(
                address=point.address,
                change=point.change,
                candidates=tuple(
                    Candidate(observation=value.observation, figure=value.figure, outcomes=frozenset(outcomes))
                    for value, outcomes in candidates.values()
                ),
            )

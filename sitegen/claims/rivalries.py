"""The addresses whose values do not agree, and how a reading ends with each of the values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.claims.choices import Choice, Point
from sitegen.claims.results import Candidate, Outcome, Rivalry
from sitegen.figures.values.spread import Value


def rivalries(tested: Iterable[tuple[Choice, Outcome]]) -> Iterator[Rivalry]:
    """What sources dispute, of the choices that were tried and their outcomes; the answering value of each first."""
    found: dict[Point, dict[str, tuple[Value, set[Outcome]]]] = {}
    options: dict[Point, set[tuple[str, ...]]] = {}
    for choice, outcome in tested:
        for point, option in choice:
            options.setdefault(point, set()).add(option.named)
            for value in option.values:
                found.setdefault(point, {}).setdefault(value.name, (value, set()))[1].add(outcome)
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

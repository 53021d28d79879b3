"""The order in which problems are read, and how many of a kind: causes before consequences, at most ten alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.problems import Problem

ALIKE = 10
"""At most so many problems of a code are shown to people; GitHub shows so many errors and warnings of a step."""
_BEFORE = ("data/units.yaml", "data/places.yaml", "data/metrics.yaml")
_LATER = ("data/charts/", "data/rankings.yaml", "data/claims.yaml")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems file by file: what others hang on comes first, then data, then texts, then templates.

    So a slip in the data stands before the sentence that it makes wrong.
    """
    return sorted(problems, key=lambda problem: (_rank(problem.place.path), problem))


def _rank(path: str) -> int:
    if path in _BEFORE or "/" not in path:  # a folder that was meant to be one of ours, with all that is in it
        return 0
    if path.startswith("data/"):
        return 2 if path.startswith(_LATER) else 1
    return 3 if path.startswith("content/") else 4


def at_most_ten(problems: Sequence[Problem]) -> tuple[list[Problem], dict[str, int]]:
    """The first ten problems of each code, in their order, and how many more there are of which code."""
    seen: Counter[str] = Counter()
    kept = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= ALIKE:
            kept.append(problem)
    return kept, {code: count - ALIKE for code, count in seen.items() if count > ALIKE}

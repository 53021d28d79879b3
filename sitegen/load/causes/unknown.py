"""Unknown ids, as the problems of a project name them."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.problems import Named, Problem


def unknown(problems: Iterable[Problem]) -> dict[Named, list[Problem]]:
    """The problems of ids that nobody declares, by the id and the kind of what is meant; a company is an entity."""
    found: dict[Named, list[Problem]] = {}
    for problem in problems:
        named = problem.named
        if named is not None and problem.code.startswith("unknown-"):
            kind = "entity" if named.kind == "company" else named.kind
            found.setdefault(Named(kind, named.word), []).append(problem)
    return found

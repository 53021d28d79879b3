"""Unknown ids, as the problems of a project name them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.problems import Problem

_SAID = re.compile(r'no ([a-z][a-z, ]*) "([^"]+)"')


def unknown(problems: Iterable[Problem]) -> dict[tuple[str, str], list[Problem]]:
    """The problems of ids that nobody declares, by what it is called and the id."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.code.startswith("unknown-") and (said := _SAID.match(problem.message)) is not None:
            found.setdefault((said[1], said[2]), []).append(problem)
    return found

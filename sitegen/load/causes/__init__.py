"""What lies behind many unknown ids at once: a file that holds nothing, or one that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.load.causes.empty import emptied
from sitegen.load.causes.gone import gone
from sitegen.load.files import InputFile
from sitegen.problems import Problem

__all__ = ["with_causes"]


def with_causes(problems: Sequence[Problem], files: Sequence[InputFile], companies: Iterable[str]) -> list[Problem]:
    """The problems with what lies behind them, and without what only follows from that.

    companies: the ids of those that are declared.
    """
    if not any(problem.code.startswith("unknown-") for problem in problems):
        return [*problems]
    left = emptied(problems, files)
    return [*left, *gone(left, frozenset(companies), {file.stem for file in files})]

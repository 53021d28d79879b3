"""What lies behind many unknown ids at once: a file that holds nothing or is gone, or an id that is another now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.load.causes.empty import emptied
from sitegen.load.causes.renamed import renamed
from sitegen.load.files import InputFile
from sitegen.load.written import Written
from sitegen.problems import Place, Problem

__all__ = ["with_causes"]


def with_causes(problems: Sequence[Problem], files: Sequence[InputFile], declaring: Iterable[Written]) -> list[Problem]:
    """The problems with what lies behind them, and without what only follows from that.

    declaring: the files that could be read.
    """
    if not any(problem.code.startswith("unknown-") for problem in problems):
        return [*problems]
    from sitegen.load.shape.shaping import paths

    declared: dict[str, dict[str, Place]] = {}
    for each in declaring:
        for kind, id, path in paths(each.parsed):
            declared.setdefault(kind, {})[id] = each.parsed.key(*path) if path else Place(each.file.path)
    return renamed(emptied(problems, files), files, declared)

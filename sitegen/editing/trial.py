"""What a change of files would do, found in memory before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from sitegen.check import examine
from sitegen.edition import Edition
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.problems import Problem, SitegenError
from sitegen.project import require_project
from sitegen.settings import Settings
from sitegen.store.session import Session

_NONE: Mapping[str, bytes] = MappingProxyType({})


class Refused(SitegenError):
    """Raised for a change that would make something wrong; texts: the changed files, in which the problems stand."""

    def __init__(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        super().__init__(problems)
        self.texts = texts


class Trial(NamedTuple):
    """What a change would do: what is wrong then that is not now, and the word of each verdict before and after."""

    problems: tuple[Problem, ...]
    verdicts: Mapping[str, tuple[str, str]]


class Desk:
    """A project that is edited: what it says now, and what it would say after a change.

    Raises SitegenError if its files cannot be read as they are.
    """

    def __init__(self, project: Path) -> None:
        require_project(project)
        self.project = project
        self._session = Session(Settings(project=project))
        self.edition = self._examined(_NONE)

    def after(self, files: Mapping[str, bytes]) -> Trial:
        """What a change would do. files: the changed ones by their paths."""
        words: Mapping[str, str] = {}
        try:
            edition = self._examined(files)
        except SitegenError as error:
            found: Iterable[Problem] = error.problems
        else:
            found, words = edition.warnings, {id: verdict.word for id, verdict in edition.verdicts.items()}
        before = {id: verdict.word for id, verdict in self.edition.verdicts.items()}
        turned = {id: (before[id], word) for id, word in words.items() if before.get(id, word) != word}
        return Trial(self._new(found), turned)

    def _new(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        there = Counter(map(_said, self.edition.warnings))
        new = []
        for problem in found:
            there[_said(problem)] -= 1
            if there[_said(problem)] < 0:
                new.append(problem)
        return tuple(new)

    def _examined(self, files: Mapping[str, bytes]) -> Edition:
        with self._session.memory as memory:
            tracker = load(self.project, KINDS, memory, instead=files)
            return examine(tracker, KINDS, as_of=None, base_url=None, drafts=True, memory=memory)


def _said(problem: Problem) -> tuple[str, str, str]:
    """What a problem says, wherever in its file it stands: lines move when others are added."""
    return problem.place.path, problem.code, problem.message

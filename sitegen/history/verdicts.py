"""The verdicts on claims at each of the last commits: the data as they were then, tested by today's code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path, PurePath
from sys import intern
from typing import NamedTuple

from msgspec import structs

from sitegen.cache import Memory
from sitegen.claims import judge
from sitegen.figures import Figures
from sitegen.history.ask import state
from sitegen.history.former import NONE, Names
from sitegen.history.repository import Version, contents, gap_of, inputs, versions
from sitegen.history.turns import Stand, State, turns
from sitegen.load.files import InputFile, Roles
from sitegen.load.project import loaded, written
from sitegen.model.history import ChangesShown, Turned, Untested
from sitegen.problems import Problem, SitegenError
from sitegen.processes import Processes, Shared
from sitegen.reading.frontmatter import split_front_matter
from sitegen.recall import Recall
from sitegen.register.kind import Kinds, filed

LAST = 50
"""So many commits are looked at: each is a whole project to be loaded and tested."""
LEAST = 12
"""So many commits make up for the start of a process."""
_TESTED = "tested"
_BESIDE = frozenset({"chart", "schema", "words", "imports", "kind", "static", "asset"})
"""The roles of files on which no verdict rests."""


_CLAIMS = re.compile(r"^claims[ \t]*:", re.MULTILINE)


class Tested(NamedTuple):
    """What the claims of one state came to. stands: by id; None where the state cannot be tested, for this problem."""

    stands: Mapping[str, Stand | None] | None
    problem: str = ""


class Verdicts:
    """The verdicts on claims at each of the last commits; where none is remembered, another process finds them."""

    def __init__(self, project: Path, kinds: Kinds, memory: Memory | None = None, processes: Processes | None = None):
        self._project, self._kinds, self._memory = project, filed(kinds), memory or Memory()
        self._state = state(project)
        self._begun: Shared[tuple[str, str], dict[str, Tested]] | None = None
        first = self._memory.recall(self._memory.key(_TESTED)) is None and not gap_of(self._state)
        if first and processes is not None and processes.jobs > 1:
            commits = [*{version.tree: version.commit for version in self._versions}.items()]
            past = _Past(project, self._kinds, Memory().aside())
            self._begun = processes.begin(partial(_tested, past), commits, LEAST, sent=True)

    def turned(self, shown: ChangesShown, names: Names = NONE) -> tuple[tuple[Turned, ...], tuple[Untested, ...]]:
        """The claims whose verdicts turned, and the commits that cannot be tested; the newest first.

        names: what old ids lead to.
        """
        if gap_of(self._state):
            return (), ()
        key = self._memory.key("turned", self._state, *shown.key, names.print)
        return self._memory.remember(key, lambda: turns(self._states(), shown, names))

    @cached_property
    def _versions(self) -> tuple[Version, ...]:
        return tuple(versions(self._project, LAST + 1))

    def _states(self) -> Iterator[State]:
        """The last commits with their verdicts, the oldest first; equal trees are tested once, and remembered."""
        past = _Past(self._project, self._kinds, self._memory.aside())
        with self._memory.growing(_TESTED) as known:
            for tested in () if self._begun is None else self._begun.results():
                known |= tested
            for version in self._versions:
                if version.tree not in known:
                    known[version.tree] = past.tested(version.commit)
                yield State(version.day, version.reason, *known[version.tree])


def _tested(past: _Past, commits: Sequence[tuple[str, str]]) -> dict[str, Tested]:
    """The verdicts of some commits by their trees. commits: each behind its tree, the oldest first."""
    return {tree: past.tested(commit) for tree, commit in commits}


class _Past:
    """The projects of commits, each file read once, and what was worked out for one taken over for the next."""

    def __init__(self, project: Path, kinds: Kinds, memory: Memory) -> None:
        self._project, self._kinds, self._memory = project, kinds, memory
        self._roles = Roles(kinds)
        self._failed = ""
        self._files: dict[tuple[str, str], InputFile | None] = {}
        self._last: tuple[Sequence[InputFile], Tested] = ((), Tested({}))

    def tested(self, commit: str) -> Tested:
        """The verdicts on the claims of a commit."""
        try:
            files = [*self._read(inputs(self._project, commit))]
        except UnicodeDecodeError:
            return Tested(None, "a file is not UTF-8 text")
        if files != self._last[0]:
            self._last = files, self._judged(files)
        return self._last[1]

    def _judged(self, files: Sequence[InputFile]) -> Tested:
        for each, problems in written(sorted(files, key=lambda file: file.path != self._failed)):
            if problems or each.declared(self._memory) is None:
                self._failed = each.file.path  # where it stays as it is, the next state is told by it
                return _untestable(problems or each.read[1])
        try:
            tracker = loaded(files, self._kinds, self._memory, closed=_BESIDE, hasty=True)
        except SitegenError as error:
            return _untestable(error.problems)
        drafts = {path for path, document in tracker.documents.items() if document.draft}
        claims = {id: claim for id, claim in tracker.claims.items() if claim.document not in drafts}
        data = structs.replace(tracker, claims=claims, documents={}, files=())
        verdicts, _ = judge(data, Recall(self._memory, Figures(data)))
        stands: dict[str, Stand | None] = dict.fromkeys(claims)
        stands |= {id: Stand(each.word, intern(each.claim.text.raw)) for id, each in verdicts.items()}
        return Tested(stands)

    def _read(self, listed: Mapping[str, str]) -> Iterator[InputFile]:
        """The files on which verdicts rest; of documents those that hold claims, without their bodies."""
        roles = {path: role for path in listed if (role := self._roles.of(path)) is not None and role not in _BESIDE}
        new = [path for path in roles if (path, listed[path]) not in self._files]
        for path, content in zip(new, contents(self._project, [listed[path] for path in new]), strict=True):
            self._files[path, listed[path]] = _file(path, roles[path], content or b"")
        found = (self._files[path, listed[path]] for path in sorted(roles))
        return (file for file in found if file is not None)


def _untestable(problems: Iterable[Problem]) -> Tested:
    first = min(problems)
    return Tested(None, f"{first.place.path}: {first.message}")


def _file(path: str, role: str, content: bytes) -> InputFile | None:
    """A file as it is read for its claims; None if it has none and is nothing else."""
    file = InputFile(path, role, PurePath(path).stem, content)
    if not path.endswith(".md"):
        file.text()
        return file
    front, problems = split_front_matter(path, file.text())
    if problems:
        return file
    if not _CLAIMS.search(front.yaml):
        return None
    return structs.replace(file, content=f"---\n{front.yaml}---\n".encode())

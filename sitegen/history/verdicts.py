"""The verdicts on claims at each of the last commits: the data as they were then, tested by today's code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import pairwise
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
from sitegen.load.project import Read, loaded, written
from sitegen.load.written import PARTED
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
_ID = re.compile(r"[\w.-]+:[ \t]*")


class Tested(NamedTuple):
    """What the claims of one state came to. stands: by id; None where the state cannot be tested, for this problem."""

    stands: Mapping[str, Stand | None] | None
    problem: str = ""


class Verdicts:
    """The verdicts on claims at each of the last commits; where none is remembered, another process finds them.

    now: `state(project)`, if it is known.
    """

    def __init__(
        self,
        project: Path,
        kinds: Kinds,
        memory: Memory | None = None,
        processes: Processes | None = None,
        now: str | None = None,
    ) -> None:
        self._project, self._kinds, self._memory = project, filed(kinds), memory or Memory()
        self._state = state(project) if now is None else now
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
        self._files: dict[tuple[str, str], tuple[InputFile, ...]] = {}
        self._last: tuple[Sequence[InputFile], Tested] = ((), Tested({}))
        self._before: Mapping[InputFile, Read] = {}

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
        self._before = {read[0].file: read for read in written(files, self._before)}
        for each, problems in sorted(self._before.values(), key=lambda read: read[0].file.path != self._failed):
            if problems or each.declared(self._memory) is None:
                self._failed = each.file.path  # where it stays as it is, the next state is told by it
                return _untestable(problems or each.read[1])
        try:
            tracker = loaded(files, self._kinds, self._memory, closed=_BESIDE, hasty=True, before=self._before)
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
            self._files[path, listed[path]] = tuple(_parts(path, roles[path], content or b""))
        return (part for path in sorted(roles) for part in self._files[path, listed[path]])


def _untestable(problems: Iterable[Problem]) -> Tested:
    first = min(problems)
    return Tested(None, f"{first.place.path}: {first.message}")


def _parts(path: str, role: str, content: bytes) -> Iterator[InputFile]:
    """A file as it is read for its claims, each entry by itself, for most are as they were a commit before.

    Nothing of a document that has no claims. Where an entry stands says nothing here.
    """
    file = InputFile(path, role, PurePath(path).stem, content)
    text = file.text()
    if not path.endswith(".md"):
        yield from (structs.replace(file, content=part.encode()) for part in _entries(text, role))
        return
    front, problems = split_front_matter(path, text)
    if problems:
        yield file
    elif _CLAIMS.search(front.yaml):
        yield structs.replace(file, content=f"---\n{front.yaml}---\n".encode())


def _entries(text: str, role: str) -> Iterator[str]:
    """The entries of a file that can be read one by one, where each begins with its id alone on a line; or the text."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.strip() and line[0] not in " \t#"]
    if role not in PARTED or not starts or not all(_ID.fullmatch(lines[number]) for number in starts):
        yield text
        return
    for first, end in pairwise([*starts, len(lines)]):
        yield "\n".join(lines[first:end])

"""Checks that found nothing: not done again while all that decides is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sitegen.cache import Memory
from sitegen.check.data import Finding
from sitegen.model.document import Document
from sitegen.problems import Problem
from sitegen.processes import Processes
from sitegen.register.kind import is_shown
from sitegen.register.register import Register

LEAST = 100
"""So many documents make up for a copy of the process."""
Found = TypeVar("Found", Finding, Problem)


class Quiet:
    """What decides what checks find, and what they did not find before. processes: those that may check."""

    def __init__(self, memory: Memory, register: Register, drafts: bool, processes: Processes | None = None) -> None:
        self._memory, self._processes = memory, processes or Processes()
        self._targets = memory.key("targets", *map(repr, _targets(register, drafts)))

    def linked(self, document: Document) -> tuple[str, ...]:
        """All that decides whether the links of a document lead somewhere, and somebody wrote it: text and targets."""
        return document.body.print, str(document.draft), self._targets

    def check(
        self,
        documents: Sequence[Document],
        decides: Callable[[Document], Iterable[str]],
        find: Callable[[Sequence[Document]], Iterable[Found]],
    ) -> list[Found]:
        """What a check finds; it is given the documents that are not known to be quiet."""
        keys = {d.path: self._memory.key(decides.__name__, d.path, *decides(d)) for d in documents}
        unread = [document for document in documents if self._memory.recall(keys[document.path]) is None]
        parts: list[list[Found]] = self._processes.begin(lambda part: list(find(part)), unread, LEAST).results()
        found: list[Found] = [each for part in parts for each in part]
        loud = set(map(_path, found))
        for document in unread:
            if document.path not in loud:
                self._memory.keep(keys[document.path], True)
        return found

    def of_data(self, name: str, decides: Iterable[str], find: Callable[[], Iterable[Found]]) -> list[Found]:
        """What a check finds that reads data. name: of the check. decides: all that decides what it finds."""
        key = self._memory.key(name, *decides)
        found = [] if self._memory.recall(key) else list(find())
        if not found:
            self._memory.keep(key, True)
        return found


def _path(found: Finding | Problem) -> str:
    return found.problem.place.path if isinstance(found, Finding) else found.place.path


def _targets(register: Register, drafts: bool) -> tuple[object, ...]:
    """Everything that a link may lead to, and whether it is shown."""
    things = ((kind.name, id, kind.url(id, thing), is_shown(thing, drafts)) for kind, id, thing in register.every)
    documents = ((each.path, each.draft) for each in register.tracker.documents.values())
    home = register.tracker.site.base_url
    return home, *things, *documents, *(file.path for file in register.tracker.files)

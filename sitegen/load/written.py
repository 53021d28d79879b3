"""What an author wrote in one file as YAML: parsed only for what is not remembered of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from sitegen.cache import Memory
from sitegen.load.files import InputFile
from sitegen.load.known import Ids, Known
from sitegen.packing import print_of
from sitegen.problems import Problem
from sitegen.reading.markdown import Unread

if TYPE_CHECKING:
    from sitegen.load.gather import Parsed


PARTED = frozenset({"series", "sources", "claims", "events", "rankings", "words"})
"""The roles of files whose entries can be judged one without the other."""
_ENTRY = re.compile(r"[^\s#\-'\"\[{][^#]*:(?:\s|$)")
Printed = list[tuple[object, str]]
"""Things of the model with their prints."""


class Written(Struct, frozen=True, dict=True):
    """The YAML of a data file, or of a document's front matter. line: where it begins. body: of a document.

    The modules that give it a shape are loaded with pydantic, once a file is parsed.
    """

    file: InputFile
    yaml: str
    line: int = 1
    body: Unread | None = None

    @cached_property
    def read(self) -> tuple[Parsed[Any] | None, list[Problem]]:
        """The YAML as its shape, or None and what is wrong with it."""
        from sitegen.load.shape.shaping import parse

        return parse(self.file, self.yaml, self.line)

    @property
    def parsed(self) -> Parsed[Any]:
        """The YAML of a file with which nothing is wrong, as its shape."""
        parsed, _ = self.read
        assert parsed is not None
        return parsed

    def without(self, wrong: Iterable[Problem]) -> Written | None:
        """The file as if the entries in which something is wrong were not there; None if it cannot be parted so.

        The lines of the others stand where they stood.
        """
        if self.file.role not in PARTED:
            return None
        lines = self.yaml.split("\n")
        starts = [number for number, line in enumerate(lines) if _ENTRY.match(line)]
        for number in {problem.place.line - self.line for problem in wrong}:
            first = max((start for start in starts if start <= number), default=None)
            if first is None:
                return None
            end = min((start for start in starts if start > first), default=len(lines))
            lines[first:end] = [""] * (end - first)
        rest = structs.replace(self, yaml="\n".join(lines))
        return rest if any(map(_ENTRY.match, lines)) and rest.read[0] is not None else None

    def declared(self, memory: Memory) -> Ids | None:
        """The ids of what is written here; None if something is wrong with it."""
        key = memory.key("ids", self.file.path, self.yaml)
        ids: Ids | None = memory.recall(key)
        if ids is None and self.read[0] is not None:
            from sitegen.load.shape.shaping import declared

            ids = memory.keep(key, declared(self.parsed))
        return ids

    def things(self, memory: Memory, known: Known) -> tuple[Printed, list[Problem]]:
        """What is written here as things of the model, and what is wrong with them given what else there is."""
        key = memory.key("things", self.file.path, self.yaml, known.print)
        things: Printed | None = memory.recall(key)
        if things is not None:
            return things, []
        from sitegen.load.shape.shaping import things as made

        found, problems = made(self.parsed, known)
        printed = [(thing, print_of(thing)) for thing in found]
        return (printed if problems else memory.keep(key, printed)), problems

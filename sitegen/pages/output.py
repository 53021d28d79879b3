"""Outputs: the files of the finished site, in memory or as the cache keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from sitegen.disk import Entry, entry_of
from sitegen.pages.record.record import PageRecord
from sitegen.problems import Place, Problem


class Output(Struct, frozen=True):
    """One file of the site. path: relative to the output folder. place: the author's file it was made from, if one."""

    path: str
    content: bytes
    place: Place | None = None

    @property
    def entry(self) -> Entry:
        """Its size and the hash of its content."""
        return entry_of(self.content)


class Kept(Struct, frozen=True):
    """A file whose content the cache keeps. read: gives it, wherever it is asked for."""

    path: str
    entry: Entry
    place: Place | None
    read: Callable[[], bytes]

    @property
    def content(self) -> bytes:
        """What the file holds."""
        return self.read()


class Outputs(Mapping[str, bytes]):
    """Content by path, each read when it is asked for; the audit has seen that no path stands twice."""

    def __init__(self, files: Iterable[Output | Kept]) -> None:
        self._files = {file.path: file for file in files}

    def __getitem__(self, path: str) -> bytes:
        return self._files[path].content

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._files

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The size and hash of each, by path in order."""
        return {path: self._files[path].entry for path in sorted(self._files)}


class Rendered(Struct, frozen=True, dict=True):
    """Everything that render made: files, what each page recorded, how many figures the pages show, and warnings.

    renamed: the paths of files that are published under another name, by those that pages name.
    """

    files: tuple[Output | Kept, ...]
    pages: tuple[PageRecord, ...]
    figures: int
    problems: tuple[Problem, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def outputs(self) -> Outputs:
        """Content by path."""
        return Outputs(self.files)

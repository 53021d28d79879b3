"""The only way to a file that an author wrote: one of its own, in its folder, of bounded size. And a safe way to write.

Whoever sends a pull request decides what lies below `content/` and `data/`, links and pipes included. So nothing
else in the package opens a file there, be it to read it or to show a line of it in a message.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.disk.encodings import guessed
from sitegen.problems import Place, Problem

MAX_BYTES = 10_000_000
AUTHORED = ("content", "data")
FOLDERS = (*AUTHORED, "templates")
"""The folders of a project that a build reads; anybody may propose a change to those that authors write."""

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_OUTSIDE = "put a copy of the file in place of the link"
_SETTLED = 2_000_000_000
"""Nanoseconds after which clocks tell a file that was read from one that was written since: some count in seconds."""
State = tuple[str, int, int, int, int]
Known = dict[str, tuple[State, bytes]]
"""What was read of the files of one project, by path: where each really lay, what the system said of it, and what it
held."""


class Entry(NamedTuple):
    """One file: its size in bytes and the SHA-256 of its content."""

    size: int
    digest: str


def entry_of(content: bytes) -> Entry:
    """The size and the hash of a content."""
    return Entry(len(content), hashlib.sha256(content).hexdigest())


class Reader:
    """Reads files of one project; where a folder really lies is found once, so that a reader is for one reading.

    root: the project's folder. known: what this process read before, to which the reader adds. A file is not opened
    again while its number, its size and both its times are as they were, unless it was written when it was read.
    """

    def __init__(self, root: Path, known: Known | None = None) -> None:
        self._given, self._root = os.fspath(root), os.path.realpath(root)
        self._folders: dict[str, str] = {}
        self._known: Known = {} if known is None else known

    def read(self, path: str) -> bytes | Problem:
        """What a file holds, or why it is not read.

        path: relative to the project, with forward slashes; its first part is one of FOLDERS, and a link may lead to
        nowhere outside of that folder. The Problem says nothing of what the file holds or where a link leads.
        """
        known, joined = self._known.get(path), self._joined(path)
        there = _plain(joined)
        state = None if there is None else _state(joined, there)
        if known is not None and known[0] == state:
            return known[1]
        real = self.real(path)
        if isinstance(real, Problem):
            return real
        now = time.time_ns()
        try:
            if (wrong := _unreadable(path, os.lstat(real) if there is None else there)) is not None:
                return wrong
            with open(os.open(real, _OPEN), "rb", buffering=0) as file:
                content = file.read()
        except OSError as error:
            if isinstance(error, FileNotFoundError) and os.path.islink(joined):
                hint = "put that file there, or take the link away"
                return Problem(Place(path), "unreadable-file", "this is a link, and no file is where it leads", hint)
            return Problem(Place(path), "unreadable-file", f"cannot be opened: {error.strerror}")
        if state is not None and max(state[-2:]) + _SETTLED < now:
            self._known[path] = (state, content)
        return content

    def real(self, path: str) -> str | Problem:
        """Where a path leads, or the Problem of one that leads out of its folder, by a link or otherwise.

        It may name a file that does not exist yet.
        """
        name, real = path.rpartition("/")[2], self._joined(path)
        if name in ("", "..") or os.path.islink(real):
            real = os.path.realpath(real)
        top = path.partition("/")[0]
        home = os.path.join(self._root, top)
        if top in FOLDERS and (real == home or real.startswith(home + os.sep)):
            return real
        return Problem(Place(path), "unexpected-file", f"this is a link to something outside of {top}/", _OUTSIDE)

    def _joined(self, path: str) -> str:
        """Where a path leads if its last part is no link."""
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(os.path.join(self._given, folder))
        return f"{self._folders[folder]}{os.sep}{name}"


def _plain(path: str) -> os.stat_result | None:
    """What the system says of a plain file; None for anything else."""
    try:
        there = os.lstat(path)
    except OSError:
        return None
    return there if stat.S_ISREG(there.st_mode) else None


def _state(path: str, there: os.stat_result) -> State:
    """What changes with a file: where it lies, its number, its size and its times."""
    return path, there.st_ino, there.st_size, there.st_mtime_ns, there.st_ctime_ns


def _unreadable(path: str, there: os.stat_result) -> Problem | None:
    """The Problem of what is no plain file of bounded size."""
    if stat.S_ISLNK(there.st_mode):
        hint = "put the file itself in its place"
        return Problem(Place(path), "unexpected-file", "this is a link that leads back to itself", hint)
    if not stat.S_ISREG(there.st_mode):
        hint = "it is a pipe, socket or device; put a file in its place"
        return Problem(Place(path), "unexpected-file", "this is not a file that can be read", hint)
    if there.st_size > MAX_BYTES:
        return Problem(Place(path), "unreadable-file", "larger than 10 MB", "split or shrink the file")
    return None


def read_file(root: Path, path: str) -> bytes | Problem:
    """What one file of a project holds, or why it is not read; see `Reader.read`."""
    return Reader(root).read(path)


def read_lines(root: Path, path: str) -> list[str] | None:
    """The lines of a file of the project, or None if it is no text or is not read."""
    content = read_file(root, path)
    if isinstance(content, Problem):
        return None
    try:
        found = guessed(content)
        return content.decode("utf-8-sig" if found is None else found.codec).splitlines()
    except UnicodeDecodeError:
        return None


def astray(root: Path, path: str) -> Problem | None:
    """The Problem of a path that leads out of its folder; see `Reader.real`."""
    real = Reader(root).real(path)
    return real if isinstance(real, Problem) else None


def replace_file(path: Path, *content: bytes) -> bool:
    """Writes parts beside a file of our own and moves them into place, so that no reader sees half; makes its folder.

    False if the system refuses (a full disk, a folder that cannot be written): then nothing is left behind.
    """
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent)
        with open(handle, "wb") as file:
            file.writelines(content)
        os.replace(beside, path)
    except OSError:
        if beside is not None:
            with suppress(OSError):
                os.unlink(beside)
        return False
    return True

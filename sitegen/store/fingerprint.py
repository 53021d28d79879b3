"""Fingerprints: one hash of all that a build reads, and one of all the code that it runs. They look at content, not at
clocks."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from sitegen.cache import digest
from sitegen.disk import AUTHORED, FOLDERS, Known, Reader
from sitegen.disk.beside import beside
from sitegen.problems import Problem
from sitegen.theme import ours

_SKIPPED = frozenset({"__pycache__", ".git"})


def of_inputs(project: Path, known: Known | None = None) -> str:
    """A hash of every file of a project that a build may read, its name, its kind and its content, and of the names of
    those beside them that it tells of. known: what this process read before."""
    read = _authored(project, known)
    trees = (_tree(project / name, name, read) for name in FOLDERS)
    return digest(chain(*trees, map(os.fsencode, beside(project))))


@cache  # a process runs one code
def of_code() -> str:
    """A hash of this package, its theme, the interpreter and the versions of all that is installed beside it."""
    package = Path(__file__).parent.parent
    return digest(chain(_tree(package, "sitegen", _content), _tree(ours(), "theme", _content), _installed()))


def _authored(project: Path, known: Known | None) -> Callable[[str, str], bytes]:
    """How a file of a project is read: one of the theme as it is, one of an author only where a build reads it."""

    reader = Reader(project, known)

    def read(path: str, name: str) -> bytes:
        if name.startswith("templates/"):
            return _content(path, name)
        content = reader.read(name)
        return content.message.encode() if isinstance(content, Problem) else content

    return read


def _tree(folder: Path, name: str, read: Callable[[str, str], bytes], *, linked: bool = False) -> Iterator[bytes]:
    """The entries of a folder in order: names, and the content of files; of a link where it leads.

    linked: whether a link led here. The theme may lie behind a link to a folder, and no second link is followed there.
    """
    if name in AUTHORED and folder.is_symlink():
        yield b"link"  # to a folder that no build enters
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield b"absent"
        return
    for entry in entries:
        below = f"{name}/{entry.name}"
        if entry.name in _SKIPPED:
            continue
        yield os.fsencode(below)
        if entry.is_symlink():
            yield b"link " + os.readlink(os.fsencode(entry.path))
            if os.path.isfile(entry.path):  # which a link to itself is not; the entry would raise an error
                yield read(entry.path, below)
            elif not linked and below.startswith("templates/"):
                yield from _tree(Path(entry.path), below, read, linked=True)
        elif entry.is_dir():
            yield from _tree(Path(entry.path), below, read, linked=linked)
        else:
            yield read(entry.path, below)


def _content(path: str, name: str) -> bytes:
    """The bytes of a plain file; of a pipe or a device no more than that it is one, for reading it may never end."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return b"special"
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        return f"unreadable {error.errno}".encode()


def _installed() -> Iterator[bytes]:
    """The interpreter, and each distribution on its path, whose folder bears its version."""
    yield sys.version.encode()
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
        except OSError:
            continue  # a path may name what is not there, or a zip file
    yield "\n".join(sorted(found)).encode()

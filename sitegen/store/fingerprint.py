"""Fingerprints: one hash of all that a build reads, and one of all the code that it runs. They look at content, not at
clocks."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.theme import ours

INPUTS = ("content", "data", "templates")
_SKIPPED = frozenset({"__pycache__", ".git"})


def of_inputs(project: Path) -> str:
    """A hash of every file of a project that a build may read: its name, its kind and its content."""
    return _digest(_tree(project / name, name) for name in INPUTS)


def of_code() -> str:
    """A hash of this package, its theme, the interpreter and the versions of all that is installed beside it."""
    package = Path(__file__).parent.parent
    return _digest((_tree(package, "sitegen"), _tree(ours(), "theme"), _installed()))


def _digest(parts: Iterable[Iterator[bytes]]) -> str:
    sha = hashlib.sha256()
    for part in parts:
        for piece in part:
            sha.update(len(piece).to_bytes(8, "big"))
            sha.update(piece)
    return sha.hexdigest()


def _tree(folder: Path, name: str) -> Iterator[bytes]:
    """The entries of a folder in order: names, and the content of plain files; of a link where it leads."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield b"absent"
        return
    for entry in entries:
        below = f"{name}/{entry.name}"
        if entry.name in _SKIPPED:
            continue
        yield below.encode(errors="surrogateescape")
        if entry.is_symlink():
            yield b"link " + os.readlink(os.fsencode(entry.path))
            if entry.is_file():
                yield _content(entry.path)
        elif entry.is_dir():
            yield from _tree(Path(entry.path), below)
        else:
            yield _content(entry.path)


def _content(path: str) -> bytes:
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

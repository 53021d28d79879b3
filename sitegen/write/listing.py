"""The list of its files that a written site carries in its marker, and whether they still stand there.

A file that we wrote is sealed: the nanoseconds of the time at which it was written are made of the hash of its content.
So one that nobody changed since is known without reading it; any other is read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from sitegen.disk import Entry, entry_of

Value = TypeVar("Value")
MARKER = ".sitegen"
KEEP = ".gitkeep"
_HEAD = "This folder is written by sitegen and replaced whole by every build. It holds:"
UNFINISHED = b"This folder is being written by sitegen.\n"
_SECOND = 1_000_000_000
_STEP = 100
"""Nanoseconds: disks of Windows keep no finer times."""


Listing = Mapping[str, Entry]
"""The files of a site by their path in it, but for the marker and `.gitkeep`."""


def listing(outputs: Mapping[str, bytes]) -> Listing:
    """The list of a site that is to be written."""
    return {name: entry_of(content) for name, content in sorted(outputs.items())}


def marker(files: Listing) -> bytes:
    """The content of the marker of a finished site."""
    return "\n".join([_HEAD, *(f"{digest} {size} {name}" for name, (size, digest) in files.items()), ""]).encode()


def read_listing(folder: Path, *, content: bool = False) -> Listing | None:
    """The list in a folder's marker, if the folder holds just the files of the list, by name and size; else None.

    content: whether what the files hold is compared too.
    """
    try:
        head, *lines = (folder / MARKER).read_text(encoding="utf-8").split("\n")
        found = (line.split(" ", 2) for line in lines if line)
        files = {name: Entry(int(size), digest) for digest, size, name in found} if head == _HEAD else None
    except (OSError, ValueError):
        return None
    return files if files is not None and _stand(folder, files, content=content) else None


def holds(folder: Path, files: Listing) -> bool:
    """Whether a folder is a finished site of just these files, by its marker, and by their names and sizes."""
    try:
        return (folder / MARKER).read_bytes() == marker(files) and _stand(folder, files)
    except OSError:
        return False


def seal(path: Path, digest: str) -> None:
    """Notes in the time of a file that was written just now what it holds. digest: of its content."""
    written = path.stat().st_mtime_ns
    sealed = written - written % _SECOND + _mark(digest)
    os.utime(path, ns=(sealed, sealed))


def _mark(digest: str) -> int:
    return int(digest[:8], 16) % (_SECOND // _STEP) * _STEP


def _stand(folder: Path, files: Listing, *, content: bool = False) -> bool:
    def held(name: str, file: os.DirEntry[str]) -> Entry:
        """What a file holds: what is listed if its seal says so, else what is read."""
        stat, listed = file.stat(), files.get(name)
        if listed is not None and (stat.st_size, stat.st_mtime_ns % _SECOND) == (listed.size, _mark(listed.digest)):
            return listed
        return _read(file)

    try:
        if content:
            return dict(_standing(os.fspath(folder), held)) == files
        return dict(_standing(os.fspath(folder), _size)) == {name: entry.size for name, entry in files.items()}
    except OSError:
        return False


def _standing(
    folder: str, measure: Callable[[str, os.DirEntry[str]], Value], below: str = ""
) -> Iterator[tuple[str, Value | None]]:
    """The files of a folder by their paths, with what is measured of them; None of a link or an empty folder."""
    empty = True
    for entry in os.scandir(f"{folder}/{below}"):
        empty = False
        name = below + entry.name
        if entry.is_symlink():
            yield name, None
        elif entry.is_dir():
            yield from _standing(folder, measure, f"{name}/")
        elif name not in (MARKER, KEEP):
            yield name, measure(name, entry)
    if empty:
        yield below, None


def _size(_: str, entry: os.DirEntry[str]) -> int:
    return entry.stat().st_size


def _read(entry: os.DirEntry[str]) -> Entry:
    with open(entry.path, "rb", buffering=0) as file:
        return entry_of(file.read())

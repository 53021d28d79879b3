"""The list of its files that a written site carries in its marker, and whether they still stand there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.disk import Entry, entry_of

MARKER = ".sitegen"
KEEP = ".gitkeep"
_HEAD = "This folder is written by sitegen and replaced whole by every build. It holds:"
UNFINISHED = b"This folder is being written by sitegen.\n"


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
        same = files is not None and dict(_standing(folder)) == {name: entry.size for name, entry in files.items()}
        same = same and (not content or files == listing({name: (folder / name).read_bytes() for name in files or ()}))
    except (OSError, ValueError):
        return None
    return files if same else None


def _standing(folder: Path, below: str = "") -> Iterator[tuple[str, int]]:
    """The files of a folder by their paths, with their sizes; of a link or an empty folder a size that no file has."""
    empty = True
    for entry in os.scandir(folder / below):
        empty = False
        name = below + entry.name
        if entry.is_symlink():
            yield name, -1
        elif entry.is_dir():
            yield from _standing(folder, f"{name}/")
        elif name not in (MARKER, KEEP):
            yield name, entry.stat().st_size
    if empty:
        yield below, -1

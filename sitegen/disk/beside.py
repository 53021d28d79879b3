"""What lies beside the folders that a build reads and may belong into one: `contents/`, `Data/`, `briefs/`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.disk.files import FOLDERS

INNER = frozenset({"briefs", "charts", "companies", "expansion", "rankings", "series", "sources"})
"""The folders inside them that have a name of their own."""


def meant(project: Path, name: str) -> str | None:
    """The folder that another one beside it is probably meant to be, or None."""
    plain = name.casefold().rstrip("s")
    found = next((folder for folder in FOLDERS if folder.rstrip("s") == plain and folder != name), None)
    if found is None or (name.casefold() != found and (project / found).exists()):
        return None
    return found


def beside(project: Path) -> Iterator[str]:
    """The files in folders beside ours whose name is like one of ours, and those beside them that data/ lacks."""
    try:
        entries = sorted(os.scandir(project), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = entry.name
        if entry.is_symlink() or name in FOLDERS or name.startswith("."):
            continue
        if os.path.isfile(entry) and name.endswith(".yaml") and not (project / "data" / name).exists():
            yield name
        elif entry.is_dir() and name.casefold() in INNER:
            yield from (f"{name}/{each}" for each in _files(entry))
        elif entry.is_dir() and meant(project, name):
            for folder, _, names in os.walk(entry):
                here = Path(folder).relative_to(project).as_posix()
                yield from (f"{here}/{each}" for each in sorted(names))


def _files(folder: os.DirEntry[str]) -> list[str]:
    """The files of a folder beside ours, in order; none of one that may not be read, for it need not be ours."""
    try:
        return sorted(each.name for each in os.scandir(folder) if os.path.isfile(each))
    except OSError:
        return []

"""What of a project its user may not read: a build that passed it over would make a site without it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.disk.files import AUTHORED, FOLDERS
from sitegen.problems import Place, Problem, SitegenError

_HINT = "let your user read it"
_PUBLISHED = "content/static"


def require_readable(project: Path) -> None:
    """Raises SitegenError with the files and folders that a build lists and this user may not read, and no other.

    To be called before anything else is read: what is missing because of them is then not told as well.
    """
    if problems := tuple(sorted(_barred(os.fspath(project)))):
        raise SitegenError(problems)


def _barred(project: str) -> Iterator[Problem]:
    if os.path.isdir(project) and not os.access(project, os.X_OK):
        yield _problem(".", "folder")
        return
    for top in FOLDERS:
        linked = os.path.islink(f"{project}/{top}")
        if not (linked and top in AUTHORED):
            yield from _below(project, top, linked=linked)


def _below(project: str, folder: str, *, linked: bool) -> Iterator[Problem]:
    """Those of a folder and in it. linked: whether a link led here; the theme may lie behind one, and no second."""
    try:
        entries = list(os.scandir(f"{project}/{folder}"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        entries = None
    if entries is None or not os.access(f"{project}/{folder}", os.X_OK):
        yield _problem(folder, "folder")
        return
    for entry in entries:
        path, link = f"{folder}/{entry.name}", entry.is_symlink()
        if _passed_over(entry, folder) or (link and (not path.startswith("templates/") or not os.path.exists(entry))):
            continue  # of a link that no build follows, and of one that leads nowhere, its reader tells
        if not os.path.isdir(entry):
            if not os.access(entry, os.R_OK):
                yield _problem(path, "file")
        elif not (link and linked):
            yield from _below(project, path, linked=linked or link)


def _passed_over(entry: os.DirEntry[str], folder: str) -> bool:
    """Whether no build reads it: a hidden folder, a backup, or a hidden file that is not published."""
    if entry.name.startswith((".", "__")):
        return entry.is_dir() or not f"{folder}/".startswith(f"{_PUBLISHED}/")
    return entry.name.endswith("~") or entry.name.startswith("~$")


def _problem(path: str, what: str) -> Problem:
    return Problem(Place(path), "unreadable-file", f"this {what} may not be read", _HINT)

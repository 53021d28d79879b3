"""Text files of a project as they are changed: byte order mark and line ends stay, all are written or none."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from sitegen.disk import astray, read_file, write_together
from sitegen.problems import Place, Problem, SitegenError
from sitegen.project import unwritable

_MARK = "\ufeff"


def text_at(project: Path, path: str) -> str:
    """The text of a data file with its line ends and without its mark; "" if it is not there.

    Raises SitegenError if it cannot be read, is no UTF-8 or may not be written.
    """
    if not os.path.lexists(project / path):
        return ""
    content = read_file(project, path)
    if isinstance(content, Problem):
        raise SitegenError((content,))
    if not stat.S_IMODE(os.stat(project / path).st_mode) & 0o222:
        hint = "allow it to be written: right-click it for its properties, or chmod u+w"
        raise SitegenError((Problem(Place(path), "unwritable-folder", "this file is marked as read-only", hint),))
    try:
        return content.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = Problem(Place(path, line), "unreadable-file", "not UTF-8 text from here on", "save the file as UTF-8")
        raise SitegenError((problem,)) from error


def contents(project: Path, texts: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of changed texts by their paths; a file that began with a byte order mark still does."""
    found = {}
    for path, text in texts.items():
        there = os.path.exists(project / path) and (project / path).read_bytes().startswith(_MARK.encode())
        found[path] = ((_MARK if there else "") + text).encode()
    return found


def write_all(project: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files or none, see `write_together`. Raises SitegenError if that is refused."""
    if astrays := [problem for path in files if (problem := astray(project, path))]:
        raise SitegenError(tuple(astrays))
    try:
        write_together({project / path: content for path, content in files.items()})
    except OSError as error:
        raise unwritable(Path(error.filename or project), error) from error

"""The data at one time: the values of a commit or of the files as they are now, and a commit laid out as a folder."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.disk import read_file
from sitegen.history.ask import ask
from sitegen.history.loose import Values, values
from sitegen.history.parsed import UnreadableError
from sitegen.history.repository import DATA, contents
from sitegen.problems import Problem

_PROJECT = ("data/", "content/", "templates/")


class Held(NamedTuple):
    """The values of all files of series by their paths; None of one that cannot be read."""

    files: Mapping[str, Values | None]

    def without(self, paths: Iterable[str]) -> Values:
        """The values of all files but these."""
        left = [found for path, found in self.files.items() if path not in {*paths} and found is not None]
        return {key: rows for found in left for key, rows in found.items()}

    @property
    def unread(self) -> list[str]:
        """The files that cannot be read."""
        return [path for path, found in self.files.items() if found is None]


def commit_of(project: Path, revision: str) -> str | None:
    """The id of the commit that a revision names; None if there is none."""
    answer = ask(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return None if answer is None else answer.decode().strip()


def held_by(project: Path, commit: str) -> Held:
    """What the files of a commit hold."""
    listed = (ask(project, "ls-tree", "-r", "-z", commit, "--", f"{DATA}/") or b"").decode(errors="replace")
    rows = [row.split("\t", 1) for row in listed.split("\0") if row.endswith(".yaml")]
    read = contents(project, [head.split(" ")[2] for head, _ in rows])
    return Held({path: _values(content) for (_, path), content in zip(rows, read, strict=True)})


def held_now(project: Path) -> Held:
    """What the files hold as they are now, committed or not."""
    paths = sorted((project / DATA).glob("*.yaml"))
    names = [path.relative_to(project).as_posix() for path in paths]
    return Held({name: _values(read_file(project, name)) for name in names})


def lay_out(project: Path, commit: str, folder: Path) -> None:
    """Writes the project as a commit has it into an empty folder."""
    packed = ask(project, "archive", "--format=tar", commit) or b""
    if packed:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            members = [each for each in archive.getmembers() if each.isfile() and each.name.startswith(_PROJECT)]
            archive.extractall(folder, members, filter="data")


def _values(content: bytes | Problem | None) -> Values | None:
    if content is None or isinstance(content, Problem):
        return None
    try:
        return values(content)
    except UnreadableError:
        return None

"""The repository of a project, asked through the `git` command: which commits touched the data, and what files held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from sitegen.history.ask import ask
from sitegen.model.history import Gap

DATA = "data/series"
_FORMAT = "%x01%as%x00%s"
_FILES = ("100644", "100755")
INPUTS = ("data", "content")


class Touched(NamedTuple):
    """A file before and after a commit, by the ids of its contents; None where it was not there."""

    path: str
    before: str | None
    after: str | None


class Commit(Struct, frozen=True):
    """A commit: the author's day where the author was, the first line of its message, and the files it touched."""

    day: str
    reason: str
    files: tuple[Touched, ...]


def gap_of(state: str) -> Gap:
    """Why a state has no history that can be told; "" if it has."""
    if state == "no-git":
        return "no-git"
    return "no-repository" if state == "no-repository" else "shallow" if state.startswith("true") else ""


def commits(
    project: Path,
    revisions: str = "HEAD",
    *,
    folders: Sequence[str] = (DATA,),
    kinds: tuple[str, ...] = (".yaml",),
    most: int = -1,
) -> Iterator[Commit]:
    """The commits of the main line that touched the data, the oldest first; a merge is one, as what it brought.

    folders: where, with which ends of names (kinds). most: so many of the last ones, -1 for all.
    """
    answer = ask(
        *(project, "log", "--reverse", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev"),
        *(
            "--no-renames",
            "--relative",
            "--encoding=UTF-8",
            f"--format={_FORMAT}",
            f"--max-count={most}",
            revisions,
            "--",
            *folders,
        ),
    )
    words = iter((answer or b"").decode(errors="replace").split("\0"))
    day, reason, files = "", "", list[Touched]()
    for word in words:
        word = word.lstrip("\n")
        if word.startswith("\x01"):
            if files:
                yield Commit(day, reason, tuple(files))
            day, reason, files = _day(word[1:]), _printable(next(words, "")), []
        elif word.startswith(":"):
            was, now, before, after, _ = word[1:].split(" ")
            path = _printable(next(words, ""))
            if path.endswith(kinds):
                files.append(Touched(path, before if was in _FILES else None, after if now in _FILES else None))
    if files:
        yield Commit(day, reason, tuple(files))


class Version(NamedTuple):
    """A commit of the main line: its id, and the trees of data and texts that it holds."""

    commit: str
    day: str
    reason: str
    tree: str


def versions(project: Path, most: int) -> Iterator[Version]:
    """The last commits that touched data or texts, the oldest first."""
    answer = ask(
        *(project, "log", "--first-parent", f"--max-count={most}", "-z", "--encoding=UTF-8"),
        *("--format=%H%x00%as%x00%s", "HEAD", "--", *INPUTS),
    )
    words = (answer or b"").decode(errors="replace").split("\0")
    told = [*zip(words[::3], words[1::3], words[2::3], strict=False)][::-1]
    inside = (ask(project, "rev-parse", "--show-prefix") or b"").decode(errors="replace").rstrip("\n")
    asked = "".join(f"{commit}:{inside}{folder}\n" for commit, _, _ in told for folder in INPUTS)
    trees = (
        (ask(project, "cat-file", "--batch-check", given=asked.encode()) or b"").decode(errors="replace").split("\n")
    )
    for at, (commit, day, reason) in enumerate(told):
        own = trees[len(INPUTS) * at :][: len(INPUTS)]
        tree = " ".join(line.split(" ")[0] if " tree " in line else "none" for line in own)
        yield Version(commit, _day(day), _printable(reason), tree)


def inputs(project: Path, commit: str) -> dict[str, str]:
    """The files of data and texts that a commit has: the ids of their contents by their paths."""
    listed = (ask(project, "ls-tree", "-r", "-z", commit, "--", *INPUTS) or b"").decode(errors="replace")
    rows = (row.split("\t", 1) for row in listed.split("\0") if row)
    return {path: id for head, path in rows for mode, _, id in [head.split(" ")] if mode in _FILES}


def _day(written: str) -> str:
    """A day as git writes it; the first that computers count from where a commit has none that can be read."""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return "1970-01-01"


def _printable(text: str) -> str:
    """A text without what no page and no feed may hold: signs that nobody sees, or that turn others around."""
    return "".join(char if char.isprintable() else " " for char in text).strip()


def contents(project: Path, ids: Sequence[str]) -> Iterator[bytes | None]:
    """The contents of these ids, in their order; None for one that is not there."""
    answer = ask(project, "cat-file", "--batch", given="".join(f"{id}\n" for id in ids).encode()) or b""
    at = 0
    for _ in ids:
        end = answer.find(b"\n", at)
        head = answer[at:end].split(b" ")
        if end < 0 or len(head) != 3:
            at = end + 1 if end >= 0 else at
            yield None
            continue
        start, size = end + 1, int(head[2])
        yield answer[start : start + size]
        at = start + size + 1

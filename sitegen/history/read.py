"""The history of a project: each commit that touched the data is compared once, and remembered by its contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.cache import Memory
from sitegen.history.ask import state
from sitegen.history.changes import Step, changes, moved, renames
from sitegen.history.fold import Told, folded
from sitegen.history.former import NONE, Names
from sitegen.history.loose import Blocks, Values, values
from sitegen.history.parsed import UnreadableError
from sitegen.history.repository import Commit, Touched, commits, contents, gap_of
from sitegen.model.basics.address import SeriesId
from sitegen.model.history import ChangesShown, History

Compared = tuple[tuple[Step, ...], tuple[tuple[SeriesId, SeriesId], ...], tuple[str, ...]]
"""The steps of a commit, the series that it renamed, and its files that cannot be read."""
AT_ONCE = 50
"""So many commits are read together: their files are in memory at one time."""


def history(
    project: Path, shown: ChangesShown, memory: Memory | None = None, names: Names = NONE, now: str | None = None
) -> History:
    """What changed in the data of a project, by its commits; what is not committed is no change yet.

    shown: what of it is shown. memory: of the commits that were read before. names: what old ids lead to.
    now: `state(project)`, if it is known.
    """
    memory, now = memory or Memory(), state(project) if now is None else now
    gap = gap_of(now)
    if gap:
        return History(gap=gap)
    key = memory.key("history", now, *shown.key, names.print)
    return memory.remember(key, lambda: folded(told(project, [*commits(project)], memory), shown, names=names))


def told(project: Path, found: Sequence[Commit], memory: Memory) -> list[Told]:
    """What each of these commits did, the oldest first."""
    with memory.growing("commits") as known:
        return [*_told(project, found, known)]


def _told(project: Path, found: Sequence[Commit], known: dict[str, Compared]) -> Iterator[Told]:
    """Each commit compared, or as it is known.

    A file that cannot be read leaves its values as they were: instead of it the commit after it is held against the
    last content that could be read.
    """
    instead: dict[str | None, str | None] = {}
    for start in range(0, len(found), AT_ONCE):
        several = found[start : start + AT_ONCE]
        files = _Files(project, [commit for commit in several if repr(commit.files) not in known])
        for commit in several:
            touched = tuple(each._replace(before=instead.get(each.before, each.before)) for each in commit.files)
            if (key := repr(touched)) not in known:
                known[key] = _compared(touched, files)
            compared = known[key]
            instead |= {each.after: each.before for each in touched if each.path in compared[2]}
            yield Told(commit.day, commit.reason, *compared)


class _Files:
    """The values of the files of some commits, each read once."""

    def __init__(self, project: Path, several: Sequence[Commit]) -> None:
        ids = dict.fromkeys(id for commit in several for file in commit.files for id in (file.before, file.after) if id)
        self._project = project
        self._blocks: Blocks = {}
        self._contents = dict(zip(ids, contents(project, [*ids]), strict=True)) if ids else {}
        self._values: dict[str, Values | None] = {}

    def values(self, id: str | None) -> Values | None:
        """The values of a content, none of a file that is not there; None if it cannot be read."""
        if id is None:
            return {}
        if id not in self._values:
            content = self._contents.get(id) or next(contents(self._project, [id]))
            try:
                self._values[id] = None if content is None else values(content, self._blocks)
            except UnreadableError:
                self._values[id] = None
        return self._values[id]


def _compared(touched: Sequence[Touched], files: _Files) -> Compared:
    before: Values = {}
    after: Values = {}
    unread = []
    for file in touched:
        old, new = files.values(file.before), files.values(file.after)
        if new is None:
            unread.append(file.path)
            continue
        before, after = {**before, **(old or {})}, {**after, **new}
    renamed = tuple(renames(before, after))
    return changes(moved(before, renamed), after), renamed, tuple(unread)

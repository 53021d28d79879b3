"""What a build did: how long each stage, page and drawing took, and why each page was made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

SLOWEST = 10


class _Made(NamedTuple):
    """What was made, its name, why, and in how many seconds, without what was made for it meanwhile."""

    what: str
    name: str
    why: str
    seconds: float


class Record:
    """Notes what a build does while it runs. clock: gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._stages: list[tuple[str, float]] = []
        self._made: list[_Made] = []
        self._inner = [0.0]

    def stage(self, name: str) -> None:
        """Notes that a stage begins, and the one before it ends."""
        self._stages.append((name, self._clock()))

    @contextmanager
    def making(self, what: str, name: str, why: str) -> Iterator[None]:
        """Notes a page, file or drawing that is made meanwhile; a drawing is made within its page."""
        start = self._clock()
        self._inner.append(0.0)
        try:
            yield
        finally:
            whole = self._clock() - start
            self._made.append(_Made(what, name, why, whole - self._inner.pop()))
            self._inner[-1] += whole

    def times(self) -> str:
        """Time by stage, and the slowest pages and drawings."""
        ends = [start for _, start in self._stages[1:]] + [self._clock()]
        stages = [(name, end - start) for (name, start), end in zip(self._stages, ends, strict=True)]
        found = [("time by stage", stages)]
        for what, title in (("page", "slowest pages"), ("drawing", "slowest drawings")):
            made = [(each.name, each.seconds) for each in self._made if each.what == what]
            found.append((title, sorted(made, key=lambda row: -row[1])[:SLOWEST]))
        return "\n".join(line for title, rows in found if rows for line in (f"{title}:", *map(_row, rows)))

    def reasons(self) -> str:
        """Why each page and file was made again, in the order of making."""
        lines = [f"{each.name}: {each.why}" for each in self._made if each.what != "drawing"]
        return "\n".join(lines) or "no page was made again: nothing that one shows changed"


def _row(row: tuple[str, float]) -> str:
    name, seconds = row
    return f"{seconds:8.3f} s  {name}"

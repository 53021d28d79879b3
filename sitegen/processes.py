"""The processes of one build: they begin work before it is asked for, and this one does what none of them began."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Done = TypeVar("Done")


class Task(Generic[Done]):
    """One piece of work, whose result somebody will ask for."""

    def __init__(self, work: Callable[[], Done], begun: Future[Done] | None) -> None:
        self._work, self._begun = work, begun
        self._found: tuple[Done, ...] = ()

    @property
    def done(self) -> bool:
        """Whether there is nothing to wait for."""
        return bool(self._found) or (self._begun is not None and self._begun.done())

    def take(self) -> None:
        """Does the work here, unless another process has begun it."""
        if not self._found and (self._begun is None or self._begun.cancel()):
            self._found = (self._work(),)

    @property
    def result(self) -> Done:
        """What the work gives; where no other process has begun it, it is done here. Raises what the work raises."""
        self.take()
        if self._begun is not None and not self._found:
            self._found = (self._begun.result(),)
        return self._found[0]


class Processes:
    """At most so many processes that work at once, this one among them. The others start when there is work for them,
    and end where the `with` ends; what they have not begun then is not done.
    """

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self, work: Callable[[], Done]) -> Task[Done]:
        """Work that another process begins as soon as it is free. It is sent there, and so is its result."""
        if self.jobs < 2:
            return Task(work, None)
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Processes are spawned, not forked: threads of a library that draws do not live through a fork.
            self._pool = ProcessPoolExecutor(self.jobs - 1, mp_context=get_context("spawn"))
        return Task(work, self._pool.submit(work))

    def shared(self, work: Callable[[Sequence[Item]], list[Done]], items: Sequence[Item], least: int) -> Iterator[Done]:
        """What `work` gives for the items, in order and one part after another, so that nobody has to hold them all.

        work: gives one result for each item. least: how many items make up for the start of a process; so many are a
        part. Raises what `work` raises.
        """
        parts = [items[start : start + least] for start in range(0, len(items), least)]
        if self.jobs < 2 or len(items) < 2 * least:
            for part in parts:
                yield from work(part)
            return
        waiting = deque(self.begin(partial(work, part)) for part in parts)
        later = waiting.copy()
        while waiting:
            task = waiting.popleft()
            if later and later[0] is task:
                later.popleft()
                task.take()
            while later and not task.done:
                later.popleft().take()
            yield from task.result

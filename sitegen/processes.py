"""The processes of one build: they begin work before it is asked for, and this one does what none of them began."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar
from weakref import WeakSet

from sitegen.packing import pack, unpack

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

PATIENCE = 0.1
"""So many seconds may pass until the system knows that a thread has ended; others run on."""

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
        self._begun: WeakSet[Task[Any]] = WeakSet()

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

            # A copy of this process need not load what this one has loaded; where there can be none, one starts anew.
            self._pool = ProcessPoolExecutor(self.jobs - 1, mp_context=get_context("fork" if _alone() else "spawn"))
        begun = Task(work, self._pool.submit(work))
        self._begun.add(begun)
        return begun

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

    def split(self, work: Callable[[Sequence[Item]], Done], items: Sequence[Item], least: int) -> list[Done]:
        """What `work` gives for each part of the items: the first, third, fifth … and the second, fourth, sixth …

        Copies of this process do all parts but the first. They know what it knows, so that nothing is sent to them, and
        they send what they find. Where it cannot be copied, or others are at work already, there is one part.

        least: how many items make up for a copy. Raises what `work` raises.
        """
        count = min(self.jobs, len(items) // least)
        parts = [items[number::count] for number in range(count)]
        if count < 2 or not self._rest():
            return [work(items)]
        from multiprocessing import get_context

        copying, found = get_context("fork"), list["Connection"]()
        for part in parts[1:]:
            receiving, sending = copying.Pipe(duplex=False)
            copying.Process(target=_send, args=(receiving, sending, work, part), daemon=True).start()
            sending.close()
            found.append(receiving)
        return [work(parts[0]), *(_received(*each, work) for each in zip(found, parts[1:], strict=True))]

    def _rest(self) -> bool:
        """Ends the other processes if they have nothing to do; whether this one can be copied then."""
        if self._pool is not None and all(begun.done for begun in self._begun):
            self._pool.shutdown()
            self._pool = None
            end = time.monotonic() + PATIENCE
            while not _alone() and time.monotonic() < end:
                time.sleep(0.001)
        return self._pool is None and _alone()


def _alone() -> bool:
    """Whether this process can be copied: no thread runs, be it of a library that draws, for a copy would lack it.

    Where the system does not say what runs, it cannot.
    """
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def _send(
    receiving: Connection, sending: Connection, work: Callable[[Sequence[Item]], Done], part: Sequence[Item]
) -> None:
    """What a copy does; if it fails, it sends nothing."""
    receiving.close()  # so that it ends if nobody else reads
    with suppress(BaseException):
        sending.send_bytes(pack(work(part)))


def _received(receiving: Connection, part: Sequence[Item], work: Callable[[Sequence[Item]], Done]) -> Done:
    """What a copy sends; the part of one that failed is done here, and raises here what it raised there."""
    try:
        found: Done = unpack(receiving.recv_bytes())
    except EOFError:
        return work(part)
    return found

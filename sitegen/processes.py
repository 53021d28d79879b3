"""The processes of one build: copies of this one work too, and each takes the next part of the work when it is free."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from sitegen.packing import pack, unpack
from sitegen.problems import SitegenError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

TURNS = 8
"""So often each process takes a part, or oftener: nobody waits for long for the last one."""
MOST = 30_000
"""So many numbers go into a pipe that nobody reads yet."""
_BYTES = 2

Item = TypeVar("Item")
Done = TypeVar("Done")


class Processes:
    """At most so many processes that work at once, this one among them; the others end where the `with` ends."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self._others: list[_Other] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for other in self._others:
            other.end()
        self._others = []

    def begin(
        self,
        work: Callable[[Sequence[Item]], Done],
        items: Sequence[Item],
        least: int,
        *,
        sent: bool = False,
        away: bool = False,
    ) -> Shared[Item, Done]:
        """Work on items, which other processes begin, part by part; this one joins them when it asks for the results.

        The others are copies of this one, and know what it knows. Where it cannot be copied they start anew if `sent`:
        if the work and the items can be sent to them; else there are none.

        work: a function of a part of the items, which are neighbours. least: so many items make up for one more
        process; more are never a part. away: this process leaves all to the others, if there are any, for what the
        work loads would keep it from being copied again.
        """
        size = max(1, min(least, len(items) // (self.jobs * TURNS)), -(-len(items) // MOST))
        parts = [items[start : start + size] for start in range(0, len(items), size)]
        busy = sum(other.busy for other in self._others)
        count = min(self.jobs - busy, len(items) // least) - (not away)
        method = "fork" if _alone() else "spawn" if sent and os.name == "posix" else ""
        if self.jobs < 2 or count < 1 or not method:
            return Shared(work, parts, range(len(parts)))
        numbers = _Numbers(len(parts))
        others = [_Other(method, work, parts, numbers) for _ in range(count)]
        self._others += others
        return Shared(work, parts, () if away else numbers, others)


class Shared(Generic[Item, Done]):
    """Work that several processes do part by part, each part once. numbers: of the parts that this process does."""

    def __init__(
        self,
        work: Callable[[Sequence[Item]], Done],
        parts: Sequence[Sequence[Item]],
        numbers: Iterable[int],
        others: Sequence[_Other] = (),
    ) -> None:
        self._work, self._parts, self._numbers, self._others = work, parts, numbers, others

    def results(self) -> list[Done]:
        """What the work gives for each part, in order; to be asked for once.

        A part of a process that failed is done here, and raises here what it raised there.
        """
        found = {number: self._work(self._parts[number]) for number in self._numbers}
        for other in self._others:
            found |= other.found()
        return [found[number] if number in found else self._work(part) for number, part in enumerate(self._parts)]


class _Numbers:
    """Numbers from 0 on, each of which one process takes."""

    def __init__(self, count: int) -> None:
        from multiprocessing import Pipe

        self._left, filling = Pipe(duplex=False)
        os.write(filling.fileno(), b"".join(number.to_bytes(_BYTES, "big") for number in range(count)))
        filling.close()

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._left.fileno(), _BYTES):  # no two processes read the same bytes of a pipe
            yield int.from_bytes(number, "big")


class _Other:
    """Another process, which does what it takes and sends what it came to. method: how it starts."""

    def __init__(
        self,
        method: str,
        work: Callable[[Sequence[Item]], Done],
        parts: Sequence[Sequence[Item]],
        numbers: _Numbers,
    ) -> None:
        from multiprocessing import get_context

        context: Any = get_context(method)
        self._receiving, sending = context.Pipe(duplex=False)
        arguments = (self._receiving, sending, work, parts, numbers)
        self._process: BaseProcess = context.Process(target=_send, args=arguments, daemon=True)
        self._process.start()
        sending.close()

    @property
    def busy(self) -> bool:
        """Whether it works."""
        return not self._receiving.closed and not self._receiving.poll()

    def found(self) -> dict[int, Any]:
        """What it came to, by the numbers of the parts; nothing if it failed."""
        try:
            with self._receiving:
                found: dict[int, Any] = unpack(self._receiving.recv_bytes())
        except EOFError:
            found = {}
        self._process.join()
        return found

    def end(self) -> None:
        """Ends it, whatever it does."""
        self._receiving.close()
        self._process.terminate()
        self._process.join()


def tried(work: Callable[[Item], Done], items: Iterable[Item]) -> list[Done | SitegenError]:
    """What each item comes to, or what is wrong with it, which keeps no other from being worked on."""
    found: list[Done | SitegenError] = []
    for item in items:
        try:
            found.append(work(item))
        except SitegenError as error:
            found.append(error)
    return found


def _send(
    receiving: Connection,
    sending: Connection,
    work: Callable[[Sequence[Item]], Done],
    parts: Sequence[Sequence[Item]],
    numbers: _Numbers,
) -> None:
    """What another process does; if it fails, it sends nothing."""
    receiving.close()  # so that it ends if nobody else reads
    with suppress(BaseException):
        sending.send_bytes(pack({number: work(parts[number]) for number in numbers}))


def _alone() -> bool:
    """Whether this process can be copied: no thread runs, be it of a library that draws, for a copy would lack it.

    Where the system does not say what runs, it cannot.
    """
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False

"""Work that several processes share: each of them takes a part of the items, and the results keep their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def shared(
    work: Callable[[Sequence[Item]], list[Done]], items: Sequence[Item], jobs: int, least: int
) -> Iterator[Done]:
    """What `work` gives for the items, in their order and one part after another, so that nobody has to hold them all.

    work: gives one result for each item; it is sent to the processes, and so are items and results.
    jobs: how many processes at most. least: how many items make up for the start of a process; so many are a part.
    Raises what `work` raises.
    """
    count = min(jobs, len(items) // least)
    parts = [items[start : start + least] for start in range(0, len(items), least)]
    if count < 2:
        for part in parts:
            yield from work(part)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Processes are spawned, not forked: threads of a library that draws do not live through a fork.
    with ProcessPoolExecutor(count - 1, mp_context=get_context("spawn")) as pool:
        sent = {number: pool.submit(work, part) for number, part in enumerate(parts) if number % count}
        for number, part in enumerate(parts):
            yield from sent.pop(number).result() if number % count else work(part)

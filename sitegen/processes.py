"""Work that several processes share: each of them takes a part of the items, and the results keep their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def shared(work: Callable[[Sequence[Item]], list[Done]], items: Sequence[Item], jobs: int, least: int) -> list[Done]:
    """What `work` gives for the items, in their order; each process works on every so-many-th item.

    work: gives one result for each item; it is sent to the processes, and so are items and results.
    jobs: how many processes at most. least: how many items make up for the start of a process.
    Raises what `work` raises.
    """
    count = min(jobs, len(items) // least)
    if count < 2:
        return work(items)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    results: list[Done | None] = [None] * len(items)
    # Processes are spawned, not forked: threads of a library that draws do not live through a fork.
    with ProcessPoolExecutor(count - 1, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(work, items[number::count]) for number in range(1, count)]
        results[0::count] = work(items[0::count])
        for number, part in enumerate(parts, 1):
            results[number::count] = part.result()
    return [done for done in results if done is not None]

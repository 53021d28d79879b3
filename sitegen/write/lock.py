"""A lock between processes, which the system releases when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_PAUSE = 0.05


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Runs the block while no other process runs one with the same path.

    path: an empty file, made for the lock and deleted after it. waiting: called once if another process is first.
    Raises OSError if the file cannot be made, or is not empty and so belongs to someone else.
    """
    handle = _opened(path)
    try:
        said = False
        while not (_taken(handle) and _is(handle, path)):
            if not said:
                waiting()
                said = True
            os.close(handle)
            time.sleep(_PAUSE)
            handle = _opened(path)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)  # before the lock is released: after it, the file may be another's lock
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
    if os.fstat(handle).st_size:
        os.close(handle)
        raise OSError(errno.EEXIST, f"{path.name} is a file of someone else")
    return handle


def _taken(handle: int) -> bool:
    """Takes the lock if it is free."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is(handle: int, path: Path) -> bool:
    """Whether the file of the handle still has its name; the holder before us may have deleted it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False

"""Files that are written together: all of them or none, and what a broken attempt made is taken away again."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes all files or none: each is written beside its place first. Makes their folders.

    What ends it midway, a full disk and Ctrl-C too, leaves every file and folder as it was. A file that is there keeps
    its rights, and a link stays one. Raises OSError if the system refuses.
    """
    beside: dict[Path, str] = {}
    old: dict[Path, bytes | None] = {}
    folders: list[Path] = []
    try:
        for path, content in files.items():
            target = Path(os.path.realpath(path))
            for folder in _missing(target.parent):
                folder.mkdir(exist_ok=True)
                folders.append(folder)
            beside[target] = _beside(target, content)
        for target, ready in beside.items():
            old[target] = target.read_bytes() if target.exists() else None
            os.replace(ready, target)
    except BaseException:
        _put_back(beside, old, folders)
        raise


def _missing(folder: Path) -> list[Path]:
    """The folders that are to be made for this one to be there, outer ones first."""
    found: list[Path] = []
    while not folder.exists():
        found.insert(0, folder)
        folder = folder.parent
    return found


def _beside(target: Path, content: bytes) -> str:
    """Writes a content beside its place, with the rights of what stands there."""
    there = target.exists()
    if there and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with open(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, stat.S_IMODE(target.stat().st_mode) if there else 0o666 & ~umask)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return name


def _put_back(beside: Mapping[Path, str], old: Mapping[Path, bytes | None], folders: list[Path]) -> None:
    for name in beside.values():
        with suppress(OSError):
            os.unlink(name)
    for target, content in old.items():
        with suppress(OSError):
            if content is None:
                target.unlink()
            else:
                target.write_bytes(content)
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()

"""Keeps `.sitegen-cache/` within a size: what was not used for longest goes first."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

LIMIT = 400_000_000
"""Bytes: about ten builds of a site of a thousand pages with a hundred charts, each with other code or options."""


def trim(folder: Path, used: Collection[str] = (), limit: int = LIMIT) -> None:
    """Deletes the files that were not used for longest, until those that are left fit the limit.

    used: the names of those that the last build rests on though it read them not; they go last.
    """
    try:
        files = [(entry.stat(), entry.path) for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
    except OSError:
        return
    total = sum(stat.st_size for stat, _ in files)
    if total <= limit:
        return
    for stat, path in sorted(files, key=lambda file: (os.path.basename(file[1]) in used, file[0].st_mtime_ns, file[1])):
        if total <= limit:
            return
        Path(path).unlink(missing_ok=True)
        total -= stat.st_size

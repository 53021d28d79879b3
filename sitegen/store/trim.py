"""Keeps `.sitegen-cache/` within a size: what was not used for longest goes first."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

LIMIT = 300_000_000
"""Bytes of what the last build does not rest on: several builds with other code, data or options."""


def trim(folder: Path, used: Collection[str] = (), limit: int = LIMIT) -> None:
    """Deletes the files that were not used for longest, until those that are left fit the limit.

    used: the names of those that the last build rests on, be it that it read them or not; they stay and do not count.
    """
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name not in used]
        files = [(entry.stat(), entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError:
        return
    total = sum(stat.st_size for stat, _ in files)
    for stat, path in sorted(files, key=lambda file: (file[0].st_mtime_ns, file[1])):
        if total <= limit:
            return
        Path(path).unlink(missing_ok=True)
        total -= stat.st_size

"""Watching: what of a project changes on the disk, as it happens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from sitegen.disk import FOLDERS

STEP = 10
"""Milliseconds without another change after which a save is taken to be over."""
TICK = 200
"""Milliseconds after which it is looked whether a folder came or went."""


def changes(project: Path) -> Iterator[list[str]]:
    """The paths that changed, whenever some did; none where nothing did for a while.

    What is watched may change too. Then all that came or went is a change, once the rest is watched.
    """
    watched, moved = _watched(project), set[str]()
    while True:
        for found in watch(*watched or [project], step=STEP, rust_timeout=TICK, yield_on_timeout=True):
            yield sorted(moved.union(path for _, path in found))
            now = _watched(project)
            moved = {str(path) for path, _ in watched.items() ^ now.items()}
            if moved:
                break
        watched = now


def _watched(project: Path) -> dict[Path, int]:
    """The folders that a build reads, and what links in the theme lead to, each with its number on the disk."""
    folders = [project / name for name in FOLDERS]
    walked = os.walk(folders[-1])
    inner = (os.path.join(folder, name) for folder, folders, files in walked for name in (*folders, *files))
    links = [Path(os.path.realpath(path)) for path in inner if os.path.islink(path)]
    return {path: path.stat().st_ino for path in (*folders, *links) if path.exists()}

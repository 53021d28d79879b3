"""The names of outputs: paths in the folder of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sitegen.write.listing import MARKER


def check_names(outputs: Collection[str]) -> None:
    """Raises ValueError for a path that leads out of its folder, is not plain, or is a folder of another output."""
    folders = folders_of(outputs)
    for name in outputs:
        if not {"", ".", ".."}.isdisjoint(name.split("/")) or "\\" in name or "\0" in name:
            raise ValueError(f"an output's path leads out of its folder or is not plain: {name!r}")
        if name == MARKER or name in folders:
            raise ValueError(f"an output stands in the way of another: {name!r}")


def folders_of(outputs: Iterable[str]) -> set[str]:
    """Every folder that the outputs stand in; in order, outer ones come before inner ones."""
    found: set[str] = set()
    for name in outputs:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found

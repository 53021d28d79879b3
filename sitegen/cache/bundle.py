"""Packed values by their keys, in a few entries of the cache: each is read when it is asked for, and what is new is
written beside what stays."""

from __future__ import annotations

import os
import zlib
from collections import defaultdict
from collections.abc import Iterable, KeysView, Mapping
from weakref import finalize

from sitegen.cache.cache import HEAD, Cache, digest
from sitegen.packing import pack, unpack

Extent = tuple[str, int, int, int]
"""Where a value stands: its entry, where it begins there, its size, and its check sum."""


class Bundle:
    """The values of one name. One that is damaged, or gone, is not there.

    cache: where they are kept; None for a bundle that stays empty.
    """

    def __init__(self, cache: Cache | None, name: str) -> None:
        self._cache, self.name = cache, name
        stored = None if cache is None else cache.read(name)
        self._sizes: dict[str, int]
        self._extents: dict[str, Extent]
        self._sizes, self._extents = ({}, {}) if stored is None else unpack(stored)
        self._open: dict[str, int | None] = {}
        finalize(self, _close, self._open)

    @property
    def keys(self) -> KeysView[str]:
        """The keys of all values, in the order in which they were given."""
        return self._extents.keys()

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the cache that it consists of."""
        return (self.name, *self._sizes)

    def get(self, key: str) -> bytes | None:
        """The value of a key."""
        if self._cache is None or key not in self._extents:
            return None
        entry, start, size, checksum = self._extents[key]
        if entry not in self._open:
            self._open[entry] = self._cache.open(entry)
        file = self._open[entry]
        packed = b"" if file is None else _part(file, size, HEAD + start)
        return packed if zlib.crc32(packed) == checksum else None

    def save(self, values: Mapping[str, bytes | None]) -> bool:
        """Makes the bundle hold these keys, those of None with the value that they have. False if it cannot be written.

        What is new is one more entry. It takes in those that are smaller, and those of which less than half is held
        still: so there are few, and each value is written again a few times in its life.
        """
        new = {key: packed for key, packed in values.items() if packed is not None}
        stay = self._stay(values.keys() - new.keys())
        size = sum(map(len, new.values()))
        held = {entry: sum(self._extents[key][2] for key in keys) for entry, keys in stay.items()}
        for entry in sorted(held, key=held.__getitem__):
            if held[entry] < max(size, self._sizes[entry] / 2):
                size += held[entry]
                new |= {key: packed for key in stay.pop(entry) if (packed := self.get(key)) is not None}
        stays = {key: self._extents[key] for keys in stay.values() for key in keys}
        return self._write(
            {key: new[key] if key in new else stays[key] for key in values if key in new or key in stays}
        )

    def _stay(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Those of some keys that have a value, by the entry that holds it."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            if key in self._extents:
                found[self._extents[key][0]].append(key)
        return found

    def _write(self, values: Mapping[str, bytes | Extent]) -> bool:
        """Makes the bundle hold values: new ones, in an entry of their own, and those that stand in others."""
        body = [value for value in values.values() if isinstance(value, bytes)]
        own, at = f"{self.name}-{digest(body)[:16]}", 0
        extents: dict[str, Extent] = {}
        for key, value in values.items():
            extents[key] = (own, at, len(value), zlib.crc32(value)) if isinstance(value, bytes) else value
            at += len(value) if isinstance(value, bytes) else 0
        held = {entry for entry, *_ in extents.values()}
        sizes = {entry: at if entry == own else self._sizes[entry] for entry in held}
        cache, index = self._cache, pack((sizes, extents))
        if cache is None or (own in sizes and not cache.write(own, *body)) or not cache.write(self.name, index):
            return False
        for entry in self._sizes.keys() - sizes.keys():
            cache.forget(entry)
        _close(self._open)
        self._sizes, self._extents = sizes, extents
        return True


def _part(file: int, size: int, start: int) -> bytes:
    """A part of a file, which copies of this process may read too."""
    if hasattr(os, "pread"):
        return os.pread(file, size, start)
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)


def _close(files: dict[str, int | None]) -> None:
    """Closes files; they are opened again when somebody asks."""
    for file in files.values():
        if file is not None:
            os.close(file)
    files.clear()

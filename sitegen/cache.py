"""The cache: it remembers the results of pure functions by their inputs.

An entry is named by the hash of what went in and carries a hash of its name and of what came out, so that an entry
that is damaged, or has the name of another, is a miss. The folder may be deleted at any time. It is trusted as the
code is: SECURITY.md.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from msgspec import Struct

from sitegen.disk import Known, replace_file
from sitegen.packing import pack, unpack

Value = TypeVar("Value")
PATIENCE = 20
"""So many builds keep a result that none of them asks for: of a page that stays, nobody asks what it rests on."""


class Cache(Struct, frozen=True):
    """A folder of remembered entries; it is made when the first one is stored."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The entry of a name, noted as used now; None if there is none or it is damaged."""
        path = os.path.join(self.folder, name)
        try:
            with open(path, "rb") as file:
                head, body = file.readline(), file.read()
            if head != digest([name.encode(), body]).encode() + b"\n":
                return None
            os.utime(path)  # what is not used goes first
        except OSError:
            return None
        return body

    def write(self, name: str, body: bytes) -> bool:
        """Keeps an entry; False if it cannot be written: that slows a build and stops none."""
        return replace_file(self.folder / name, digest([name.encode(), body]).encode() + b"\n" + body)

    def has(self, key: Iterable[bytes]) -> bool:
        """Whether the text for these inputs is there and whole."""
        return self.read(digest(key)) is not None

    def remember(self, key: Iterable[bytes], compute: Callable[[], str]) -> str:
        """The text that `compute` gives for these inputs: from the folder if it is there and whole, else computed.

        key: every input of the function, its own source among them. What cannot be stored is computed again next time.
        """
        name = digest(key)
        found = self.read(name)
        if found is not None:
            return found.decode(errors="surrogatepass")
        text = compute()
        self.write(name, text.encode(errors="surrogatepass"))
        return text


class Memory:
    """What builds remember: thousands of small results of pure functions, in one entry that is read at once.

    A build stands in a `with`; what PATIENCE builds did not ask for is forgotten. What is kept stays in memory, so that
    the next build of the process neither reads nor unpacks it.

    cache: where they are kept, or None to forget them. code: a hash of the package, an input of every function.
    held: what was made of results and stays in memory as long as they are kept, by their keys. recent: what was
    unpacked last, as far as there is room. opened: the entry of several things that was read last, and these, packed.
    files: what was read of the project's own files.
    """

    def __init__(self, cache: Cache | None = None, code: str = "", files: Known | None = None) -> None:
        self.cache, self._code = cache, code
        self.files: Known = {} if files is None else files
        self._name = f"memory-{code}"
        stored = None if cache is None else cache.read(self._name)
        self._stored: dict[str, bytes]
        self._unasked: dict[str, int]
        self._stored, self._unasked = ({}, {}) if stored is None else unpack(stored)
        self._old = self._stored
        self._asked: dict[str, bytes] = {}
        self._values: dict[str, Any] = {}
        self.held: dict[str, Any] = {}
        self.recent: dict[str, Any] = {}
        self.opened: tuple[str, list[bytes]] = ("", [])

    def aside(self) -> Memory:
        """A memory that knows what this one does; what it keeps besides is forgotten with it."""
        found = _Aside(None, self._code)
        found._old = {**self._old, **self._asked}
        return found

    @property
    def keeps(self) -> bool:
        """Whether what is kept is found again."""
        return self.cache is not None

    def key(self, function: str, *inputs: str) -> str:
        """The key of one result. function: a name that no other has; inputs: all that the result depends on."""
        parts = (part.encode(errors="surrogatepass") for part in (self._code, function, *inputs))
        return digest(parts)

    def recall(self, key: str) -> Any:
        """The result that is kept by a key; None if there is none."""
        packed = self._asked.get(key) or self._old.get(key)
        if packed is None:
            return None
        self._asked[key] = packed
        if key not in self._values:
            self._values[key] = unpack(packed)
        return self._values[key]

    def keep(self, key: str, value: Value) -> Value:
        """Keeps a result for the next build, and gives it back. It is not None."""
        if self.cache is not None:
            self._asked[key] = pack(value)
            self._values[key] = value
        return value

    def remember(self, key: str, compute: Callable[[], Value]) -> Value:
        """The result that is kept by a key, or else what `compute` gives, which is kept then."""
        found = self.recall(key)
        return self.keep(key, compute()) if found is None else cast(Value, found)

    @contextmanager
    def growing(self, function: str, *inputs: str) -> Iterator[dict[str, Any]]:
        """Results of one function that share these inputs, by what else goes in; what is added is kept where a `with`
        ends."""
        key = self.key(function, *inputs)
        known: dict[str, Any] = self.recall(key) or {}
        grown = dict(known)
        yield grown
        if len(grown) > len(known):
            self.keep(key, grown)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Ends a build; if a fault ended it, what it did not come to ask for stays too."""
        ended = int(kind is None)
        waited = {key: self._unasked.get(key, 0) + ended for key in self._old if key not in self._asked}
        self._unasked = {key: builds for key, builds in waited.items() if builds <= PATIENCE}
        self._old = {**{key: self._old[key] for key in self._unasked}, **self._asked}
        self._values = {key: value for key, value in self._values.items() if key in self._old}
        self.held = {key: value for key, value in self.held.items() if key in self._old}
        self._asked = {}

    def save(self) -> None:
        """Writes what builds kept; without it the next process is slower, and no worse."""
        if self.cache is not None and self._old != self._stored:
            self._stored = self._old
            self.cache.write(self._name, pack((self._stored, self._unasked)))


class _Aside(Memory):
    """What it keeps is never saved, and so not packed."""

    keeps = True

    def recall(self, key: str) -> Any:
        return self._values[key] if key in self._values else super().recall(key)

    def keep(self, key: str, value: Value) -> Value:
        self._values[key] = value
        return value


def digest(parts: Iterable[bytes]) -> str:
    """One hash of several inputs; moving bytes from one input to the next changes it."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()

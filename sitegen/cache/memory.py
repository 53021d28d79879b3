"""What builds remember of their own work: thousands of small results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self, TypeVar, cast

from sitegen.cache.bundle import Bundle
from sitegen.cache.cache import Cache, digest
from sitegen.disk import Known
from sitegen.packing import pack, unpack

Value = TypeVar("Value")
PATIENCE = 20
"""So many builds keep a result that none of them asks for: of a page that stays, nobody asks what it rests on."""
_UNASKED = "unasked"


class Memory:
    """What builds remember: thousands of small results of pure functions, each read when it is asked for.

    A build stands in a `with`; what PATIENCE builds did not ask for is forgotten. What is kept stays in memory, so that
    the next build of the process neither reads nor unpacks it.

    cache: where they are kept, or None to forget them. code: a hash of the package, an input of every function.
    held: what was made of results and stays in memory as long as they are kept, by their keys. recent: what was
    unpacked last, as far as there is room. opened: the entry of several things that was read last, and these, packed.
    trees: the entries of that kind that results name. files: what was read of the project's own files.
    """

    def __init__(self, cache: Cache | None = None, code: str = "", files: Known | None = None) -> None:
        self.cache, self._code = cache, code
        self.files: Known = {} if files is None else files
        self._bundle = Bundle(cache, f"memory-{code}")
        waiting = self._bundle.get(_UNASKED)
        self._unasked: dict[str, int] = {} if waiting is None else unpack(waiting)
        self._old: dict[str, bytes | None] = dict.fromkeys(self._bundle.keys - {_UNASKED})
        self._asked: dict[str, bytes | None] = {}
        self._new: dict[str, bytes] = {}
        self._values: dict[str, Any] = {}
        self.held: dict[str, Any] = {}
        self.recent: dict[str, Any] = {}
        self.opened: tuple[str, list[bytes]] = ("", [])
        self.trees: set[str] = set()

    def aside(self) -> Memory:
        """A memory that knows what this one does; what it keeps besides is forgotten with it."""
        found = _Aside(None, self._code)
        found._bundle, found._old = self._bundle, {**self._old, **self._asked}
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
        if key not in self._asked and key not in self._old:
            return None
        if key not in self._values:
            packed = self._asked.get(key) or self._old.get(key) or self._bundle.get(key)
            if packed is None:
                return None
            self._values[key] = unpack(packed)
        self._asked.setdefault(key, self._old.get(key))
        return self._values[key]

    def keep(self, key: str, value: Value) -> Value:
        """Keeps a result for the next build, and gives it back. It is not None."""
        if self.cache is not None:
            self._asked[key] = self._new[key] = pack(value)
            self._values[key] = value
        return value

    def taken(self) -> Mapping[str, bytes]:
        """What was kept since this was asked last, packed: a copy of the process hands it to the one that it is of."""
        new, self._new = self._new, {}
        return new

    def given(self, new: Mapping[str, bytes]) -> None:
        """Keeps what was taken from a copy of this process, or from this one."""
        for key, packed in new.items():
            if not self._asked.get(key):
                self._asked[key] = packed
                self._values.pop(key, None)

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
        self._asked, self._new = {}, {}

    def save(self) -> None:
        """Writes what builds kept; without it the next process is slower, and no worse."""
        changed = any(self._old.values()) or self._old.keys() != self._bundle.keys - {_UNASKED}
        if changed and self._bundle.save({**self._old, _UNASKED: pack(self._unasked)}):
            self._old = dict.fromkeys(self._old)

    @property
    def used(self) -> tuple[str, ...]:
        """The entries of the cache that it rests on."""
        return (*self._bundle.entries, *self.trees)


class _Aside(Memory):
    """What it keeps is never saved, and so not packed."""

    keeps = True

    def recall(self, key: str) -> Any:
        return self._values[key] if key in self._values else super().recall(key)

    def keep(self, key: str, value: Value) -> Value:
        self._values[key] = value
        return value

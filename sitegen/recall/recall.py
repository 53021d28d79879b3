"""Results that are remembered by what they read: as long as all of that is as it was, a result holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from sitegen.cache import Memory
from sitegen.figures import Figures
from sitegen.model.tracker import Tracker
from sitegen.packing import Packed, pack, print_of
from sitegen.recall.prints import Prints
from sitegen.recall.reads import ALL, DATA, Reads, noted_figures, noted_tracker
from sitegen.words import Locale

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recalled(Packed[Value]):
    """One result, packed. reads: the prints of what it read, by key. print: a hash of what it says, without places.

    kind: its class.
    """

    def __init__(self, reads: tuple[tuple[str, str], ...], print: str, kind: type[Value], packed: bytes) -> None:
        super().__init__(packed)
        self.reads, self.print, self.kind = reads, print, kind

    @classmethod
    def made(cls, value: Value, reads: tuple[tuple[str, str], ...] = (), *, keep: bool = False) -> Recalled[Value]:
        """A result that was made now. keep: whether it is packed, to be remembered."""
        made = cls(reads, words_print(value), type(value), pack(value) if keep else b"")
        made._value = value
        return made

    @property
    def lost(self) -> bool:
        """Whether it says nothing, for something that it read may be missing only because a file could not be read."""
        return cast(type, self.kind) is type(None)

    @property
    def digest(self) -> str:
        """A hash of the result as it is packed: of the same result it may differ, of another one it does."""
        return hashlib.blake2b(self._packed, digest_size=12).hexdigest()

    def __reduce__(self) -> tuple[type[Recalled[Value]], tuple[Any, ...]]:
        return type(self), (self.reads, self.print, self.kind, self._packed or pack(self._value))


class Known(Mapping[Key, Value]):
    """Results by their ids, each unpacked when it is asked for."""

    def __init__(self, found: Mapping[Key, Recalled[Value]]) -> None:
        self.found = found

    def __getitem__(self, key: Key) -> Value:
        return self.found[key].value

    def __iter__(self) -> Iterator[Key]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __contains__(self, key: object) -> bool:
        return key in self.found


def results(things: Mapping[Key, Value]) -> Mapping[Key, Recalled[Value]]:
    """Things as results: those that are recalled as they are."""
    return things.found if isinstance(things, Known) else {key: Recalled.made(things[key]) for key in things}


class Recall:
    """The results that rest on the data of one tracker.

    memory: where they are kept from one build to the next; without a cache all are made anew.
    figures: of the tracker; it holds no documents. lost: whether what a key names may be missing only because its file
    could not be read: a result that reads such a thing is None.
    """

    def __init__(self, memory: Memory, figures: Figures, lost: Callable[[str], bool] | None = None) -> None:
        self.memory, self._figures, self._lost = memory, figures, lost
        self._prints = Prints(figures.tracker)
        self._site = print_of(figures.tracker.site)
        self._found: dict[str, Recalled[Any]] = {}

    @property
    def locale(self) -> Locale:
        """The locale of the site, which every result may read."""
        return self._figures.tracker.site.locale

    def print_of(self, thing: object) -> str:
        """The print of a thing of the data: as it was taken when its file was read, where it is known."""
        return self._prints.own(thing)

    def print_at(self, key: str) -> str:
        """The print of what a key of `Reads` names in the data; "" of what is not there."""
        return self._prints.of(key)

    def noting(self, reads: Reads) -> Figures:
        """The figures, which note whatever is asked of them and of their tracker."""
        return noted_figures(self._figures, noted_tracker(self._figures.tracker, reads), reads)

    @cached_property
    def whole(self) -> str:
        """The print of all the data."""
        rows = (name for name in Tracker.__struct_fields__ if name not in ("site", "history", "renamed", "prints"))
        return print_of([self._site, *[self._prints.of(f"{DATA}{row}:{ALL}") for row in rows]])

    def wholly(self, name: str, compute: Callable[[], Value]) -> Value:
        """The result of a name that may rest on any of the data, and on nothing else; it is not None."""
        if self._lost is not None:  # what may be missing is no part of the data
            return compute()
        key = f"wholly {name}"  # one result of a name is kept, for each may be large
        found: tuple[str, Value] | None = self.memory.recall(key)
        if found is None or found[0] != self.whole:
            found = self.memory.keep(key, (self.whole, compute()))
        return found[1]

    def of(self, name: str, compute: Callable[[Figures], Value]) -> Recalled[Value]:
        """The result of a name: the remembered one if all that it read is as it was, else what `compute` gives.

        name: it says all that `compute` depends on beside the data and the site. compute: a pure function of the
        figures that it is given, and of their tracker; whatever it asks them is noted.
        """
        if name not in self._found:
            self._found[name] = self._of(name, compute)
        return self._found[name]

    def _of(self, name: str, compute: Callable[[Figures], Value]) -> Recalled[Value]:
        key = f"recall {self._site} {name}"  # no hash, for there are thousands
        found: Recalled[Value] | None = self.memory.recall(key)
        if found is not None and all(self._prints.of(read) == print for read, print in found.reads):
            return _nothing() if self._misses(read for read, _ in found.reads) else found
        reads = Reads()
        try:
            value = compute(self.noting(reads))
        except KeyError:
            if self._misses(reads.keys):
                return _nothing()
            raise
        if self._misses(reads.keys):
            return _nothing()
        if not self.memory.keeps:
            return Recalled.made(value, tuple((read, "") for read in reads.keys))
        prints = tuple((read, self._prints.of(read)) for read in reads.keys)
        return self.memory.keep(key, Recalled.made(value, prints, keep=self.memory.cache is not None))

    def _misses(self, reads: Iterable[str]) -> bool:
        """Whether something of what was read may be missing only because its file could not be read."""
        return self._lost is not None and any(map(self._lost, reads))


def _nothing() -> Recalled[Any]:
    return Recalled.made(None)


def words_print(value: object) -> str:
    """A hash of what a value says; places say nothing."""
    text = "\n".join(map(repr, value)) if isinstance(value, tuple) else repr(value)
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()

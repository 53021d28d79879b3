"""What a page or a result reads: mappings that note every key that is asked for.

A key is a kind and a name, `sources:press-2025`, or a kind and `*` where all of its things are asked for.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import Any, TypeVar, cast, overload

from msgspec import structs

from sitegen.figures import Figure, Figures
from sitegen.model.basics.address import Address
from sitegen.model.basics.text import Expression
from sitegen.model.series import Series
from sitegen.model.tracker import Tracker

Key = TypeVar("Key")
Value = TypeVar("Value")
ALL = "*"
DATA = "tracker."
"""What the kind of a key begins with that stands for a field of the tracker."""


class Reads:
    """The keys that one page or result asked for, each once, in the order of asking."""

    def __init__(self) -> None:
        self._keys: dict[str, None] = {}

    def note(self, kind: str, name: object = ALL) -> None:
        """Notes that a thing of a kind was asked for, or all of them."""
        self._keys[f"{kind}:{name if name == ALL else name_of(name)}"] = None

    def add(self, keys: Iterable[str]) -> None:
        """Notes keys that something else noted, whose result is used."""
        self._keys |= dict.fromkeys(keys)

    def clear(self) -> None:
        """Forgets the keys noted so far."""
        self._keys = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys noted so far."""
        return tuple(self._keys)


def name_of(key: object) -> str:
    """The key of a mapping as text: of a series `entity.metric`, of an expression its source."""
    match key:
        case str():
            return key
        case (str() as first, str() as second):
            return f"{first}.{second}"
        case Expression():
            return key.source
    raise TypeError(f"nothing is kept by {type(key).__name__}")


class Noted(Mapping[Key, Value]):
    """A mapping of one kind of thing that notes what is asked of it."""

    def __init__(self, kind: str, things: Mapping[Key, Value], reads: Reads) -> None:
        self._kind, self._things, self._reads = kind, things, reads

    def __getitem__(self, key: Key) -> Value:
        self._reads.note(self._kind, key)
        return self._things[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note(self._kind, key)
        return key in self._things

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def keys(self) -> KeysView[Key]:
        """All keys."""
        return self._all().keys()

    def values(self) -> ValuesView[Value]:
        """All things."""
        return self._all().values()

    def items(self) -> ItemsView[Key, Value]:
        """All things with their keys."""
        return self._all().items()

    def _all(self) -> Mapping[Key, Value]:
        self._reads.note(self._kind)
        return self._things


class _NotedRow(Sequence[Value]):
    """A row of things that notes that it was asked for."""

    def __init__(self, kind: str, things: Sequence[Value], reads: Reads) -> None:
        self._kind, self._things, self._reads = kind, things, reads

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        return self._all()[at]

    def __iter__(self) -> Iterator[Value]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Sequence[Value]:
        self._reads.note(self._kind)
        return self._things


def noted_tracker(tracker: Tracker, reads: Reads) -> Tracker:
    """The tracker, which notes what is asked of its mappings and rows; the site itself is not noted."""
    noted: dict[str, Any] = {}
    for name in (name for name in Tracker.__struct_fields__ if name != "prints"):
        match getattr(tracker, name):
            case Mapping() as things:
                noted[name] = Noted(DATA + name, things, reads)
            case tuple() as things:
                noted[name] = _NotedRow(DATA + name, things, reads)
    return structs.replace(tracker, **noted)


class _NotedFigures:
    """Figures, or their evidence, that note every series, and every source, that a question names."""

    def __init__(self, figures: object, tracker: object, reads: Reads) -> None:
        self._figures, self._tracker, self._reads = figures, tracker, reads

    def __getattr__(self, name: str) -> object:
        if name == "tracker":
            return self._tracker
        found = getattr(self._figures, name)
        if not callable(found):
            return _NotedFigures(found, self._tracker, self._reads)

        def asked(*args: object, **named: object) -> object:
            for arg in (*args, *named.values()):
                for series in _series(arg):
                    self._reads.note("tracker.series", series)
                if isinstance(arg, Address) and arg.source is not None:
                    self._reads.note("tracker.sources", arg.source)
            answer = found(*args, **named)
            return _NotedFigures(answer, self._tracker, self._reads) if isinstance(answer, Figures) else answer

        return asked


def noted_figures(figures: Figures, tracker: object, reads: Reads) -> Figures:
    """The figures of an edition, which note the series that they are asked for; tracker: one that notes."""
    return cast(Figures, _NotedFigures(figures, tracker, reads))


def _series(arg: object) -> Iterator[object]:
    """The series that an argument of a question names."""
    match arg:
        case Address():
            yield arg.series
        case Series():
            yield arg.id
        case Figure():
            yield from (address.series for address in arg.addresses)
        case (str(), str()):
            yield arg

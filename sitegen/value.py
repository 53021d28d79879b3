"""Frozen values of which some fields say nothing: where something stands is not part of what it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Self

from msgspec import Struct


class Value(Struct, frozen=True, eq=False):
    """A frozen value. Two of a class that say the same are equal and print alike.

    ASIDE: the names of the fields that say nothing, such as places. A mapping takes no part in the hash.
    """

    ASIDE: ClassVar[tuple[str, ...]] = ()

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        read = _reader(type(self))
        return bool(read(self) == read(other))

    def __ne__(self, other: object) -> bool:  # a Struct has one of its own
        return not self == other

    def __hash__(self) -> int:
        found = _reader(type(self))(self)
        try:
            return hash(found)
        except TypeError:
            return hash(tuple(each for each in found if not isinstance(each, dict)))

    def __repr__(self) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in _names(type(self)))
        return f"{type(self).__name__}({', '.join(said)})"


class Ordered(Value, frozen=True, eq=False):
    """A value that has its place among others of its class: by its fields, the first ones first."""

    def __lt__(self, other: Self) -> bool:
        read = _reader(type(self))
        return bool(read(self) < read(other))

    def __le__(self, other: Self) -> bool:
        return not other < self

    def __gt__(self, other: Self) -> bool:
        return other < self

    def __ge__(self, other: Self) -> bool:
        return not self < other


@cache  # of a class, which stays as it is
def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in kind.ASIDE)


@cache
def _reader(kind: type[Value]) -> Callable[[object], Any]:
    """What gives all that a value of a class says: several fields as a tuple, one by itself."""
    return attrgetter(*_names(kind))

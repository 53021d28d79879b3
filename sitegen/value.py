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
        return self is other or (type(self) is type(other) and said(self) == said(other))

    def __ne__(self, other: object) -> bool:  # a Struct has one of its own
        return not self == other

    def __hash__(self) -> int:
        return hash(tuple(each for each in said(self) if not isinstance(each, dict)))

    def __repr__(self) -> str:
        fields = zip(_names(type(self)), said(self), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={each!r}' for name, each in fields)})"


class Ordered(Value, frozen=True, eq=False):
    """A value that has its place among others of its class: by its fields, the first ones first."""

    def __lt__(self, other: Self) -> bool:
        return said(self) < said(other)

    def __le__(self, other: Self) -> bool:
        return said(self) <= said(other)

    def __gt__(self, other: Self) -> bool:
        return said(self) > said(other)

    def __ge__(self, other: Self) -> bool:
        return said(self) >= said(other)


def said(value: Value) -> tuple[Any, ...]:
    """What a value says: its fields but for those that say nothing."""
    return _reader(type(value))(value)


@cache  # of a class, which stays as it is
def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in kind.ASIDE)


@cache
def _reader(kind: type[Value]) -> Callable[[Value], tuple[Any, ...]]:
    names = _names(kind)
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)

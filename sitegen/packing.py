"""Packs frozen values as bytes, and unpacks them, faster than `pickle` by itself; and the print of a value.

`pickle` restores a frozen dataclass by functions in Python, which take most of its time. Here each field is set by its
slot. A Struct knows itself how to be packed.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

Value = TypeVar("Value")
unpack = pickle.loads


def pack(value: object) -> bytes:
    """A value as `unpack` reads it."""
    return _packed(value, fast=False)


def print_of(value: object) -> str:
    """A hash of all that a value holds, places too; equal values have one print, however they were made."""
    return hashlib.blake2b(_packed(value, fast=True), digest_size=12).hexdigest()


class Packed(Generic[Value]):
    """A value that is packed by itself among others, and unpacked when somebody asks for it."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @classmethod
    def of(cls, value: Value) -> Packed[Value]:
        """A value that was made now."""
        made = cls(b"")
        made._value = value
        return made

    @property
    def value(self) -> Value:
        """The value."""
        if not hasattr(self, "_value"):
            self._value: Value = unpack(self._packed)
        return self._value

    def __reduce__(self) -> tuple[type[Packed[Value]], tuple[bytes]]:
        return type(self), (self._packed or pack(self._value),)


class Pressed(Packed[Value]):
    """A value that hardly anybody asks for: it is packed at once, into little room."""

    @classmethod
    def of(cls, value: Value) -> Pressed[Value]:
        """A value that was made now."""
        return cls(zlib.compress(pack(value), 1))

    @property
    def value(self) -> Value:
        """The value, unpacked whenever somebody asks for it."""
        found: Value = unpack(zlib.decompress(self._packed))
        return found


class Late:
    """What a dataclass with slots is if it holds much that is seldom asked for: such a field is packed by itself, and
    unpacked when somebody asks for it.

    LATE: the name of the field.
    """

    __slots__ = ("_waiting",)
    LATE: ClassVar[str]

    if not TYPE_CHECKING:  # it gives no name but the one

        def __getattr__(self, name: str) -> object:
            if name != type(self).LATE:
                raise AttributeError(name)
            value = unpack(self._waiting)
            object.__setattr__(self, name, value)
            return value


def _packed(value: object, *, fast: bool) -> bytes:
    """fast: without notes of what occurs twice, so that the bytes depend on nothing but what the value holds."""
    stream = BytesIO()
    pickler = _Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.fast = fast
    pickler.dump(value)
    return stream.getvalue()


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """A dataclass with slots as its class and the values of its fields; anything else as `pickle` has it."""
        kind: Any = type(value)
        names = _names(kind)
        if isinstance(value, Late) and not self.fast:
            late = getattr(value, "_waiting", None) or pack(getattr(value, kind.LATE))
            return _waiting, (kind, late, *[getattr(value, name) for name in names if name != kind.LATE])
        return (_restored, (kind, *[getattr(value, name) for name in names])) if names else NotImplemented


def _restored(kind: Any, *values: object) -> object:
    made = object.__new__(kind)
    for number, put in enumerate(_setters(kind)):  # a strict zip takes half as long again
        put(made, values[number])
    return made


def _waiting(kind: Any, late: bytes, *values: object) -> object:
    made = object.__new__(kind)
    for put, value in zip((Late._waiting.__set__, *_others(kind)), (late, *values), strict=True):  # type: ignore[attr-defined]
        put(made, value)
    return made


@cache  # of a class, which stays as it is
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass with slots, which has no others; () for any other class."""
    slots = kind.__dictoffset__ == 0
    return tuple(field.name for field in fields(kind)) if slots and is_dataclass(kind) else ()


@cache
def _setters(kind: Any) -> tuple[Any, ...]:
    return tuple(getattr(kind, name).__set__ for name in _names(kind))


@cache
def _others(kind: Any) -> tuple[Any, ...]:
    return tuple(getattr(kind, name).__set__ for name in _names(kind) if name != kind.LATE)

"""Packs frozen values as bytes, and unpacks them; and the print of a value."""

from __future__ import annotations

import hashlib
import pickle
import zlib
from io import BytesIO
from typing import Any, Generic, Self, TypeVar

Value = TypeVar("Value")
unpack = pickle.loads


def pack(value: object) -> bytes:
    """A value as `unpack` reads it."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def print_of(value: object) -> str:
    """A hash of all that a value holds, places too; equal values have one print, however they were made."""
    stream = BytesIO()
    pickler = _Printer(stream, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # without notes of what occurs twice
    pickler.dump(value)
    return hashlib.blake2b(stream.getvalue(), digest_size=12).hexdigest()


class Packed(Generic[Value]):
    """A value that is packed by itself among others, and unpacked when somebody asks for it."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @classmethod
    def of(cls, value: Value) -> Self:
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


class _Printer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """What is packed by itself as what it holds, for the bytes of equal values can differ."""
        return (type(value), (value.value,)) if isinstance(value, Packed) else NotImplemented

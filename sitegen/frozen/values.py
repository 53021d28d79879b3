"""Frozen dataclasses that are cheap to define: nearly three hundred are loaded for the shortest build.

The standard library compiles six functions for each class, which takes a sixth of the build of one edited brief. Here
only `__init__` is compiled; the others are the same functions for all classes. To type checkers, and in all that a
class does, it is `dataclasses.dataclass`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

_PUT = object.__setattr__


def _dataclass(*, frozen: bool, slots: bool = False, kw_only: bool = False) -> Callable[[type], type]:
    """What makes a frozen dataclass of a class. frozen: always true, and said where a reader looks for it."""
    if not frozen:
        raise TypeError("a dataclass that is not frozen is one of the standard library")

    def made(cls: type) -> type:
        own = cls.__dict__
        found: Any = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
        every = fields(found)
        found._compared = _asked([each for each in every if each.compare])
        found._hashed = _asked([each for each in every if (each.compare if each.hash is None else each.hash)])
        found._shown = tuple(each.name for each in every if each.repr)
        methods: dict[str, object] = {"__eq__": _eq, "__hash__": _hash, "__repr__": _repr}
        if slots:  # what `pickle` does by itself would set fields one by one
            methods |= {"__getstate__": _state, "__setstate__": _restore}
        for name, method in methods.items():
            if own.get(name) is None:  # a class with an `__eq__` of its own has None for its hash
                setattr(found, name, method)
        found.__init__ = _init(found, every)
        found.__setattr__, found.__delattr__ = _refuse, _refuse
        return found  # type: ignore[no-any-return]

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _asked(every: Sequence[Field[Any]]) -> staticmethod[[Any], object]:
    """What gives the values of some fields of a value, at once."""
    names = [each.name for each in every]
    return staticmethod(attrgetter(*names)) if names else staticmethod(lambda _: ())


def _eq(self: Any, other: Any) -> bool:
    return self._compared(self) == self._compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._hashed(self))


def _repr(self: Any) -> str:
    return f"{self.__class__.__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in self._shown])})"


def _refuse(_: object, name: str, *__: object) -> None:
    raise FrozenInstanceError(f"cannot change the field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        _PUT(self, each.name, value)


def _init(cls: Any, every: Sequence[Field[Any]]) -> Callable[..., None]:
    """The `__init__` of a class."""
    known: dict[str, Any] = {"_MISSING": MISSING, "_PUT": _PUT}
    plain: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for each in every:
        name, value = each.name, each.name
        made = each.default_factory is not MISSING
        known |= {f"_factory_{name}": each.default_factory, f"_default_{name}": each.default}
        if each.init:
            default = "=_MISSING" if made else "" if each.default is MISSING else f"=_default_{name}"
            (named if each.kw_only else plain).append(name + default)
            value = f"_factory_{name}() if {name} is _MISSING else {name}" if made else name
        elif made:
            value = f"_factory_{name}()"
        else:
            continue  # `__post_init__` sets it
        slot = getattr(cls, name, None)
        if isinstance(slot, MemberDescriptorType):
            known[f"_put_{name}"] = slot.__set__
            lines.append(f"    _put_{name}(self, {value})")
        else:
            lines.append(f"    _PUT(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    arguments = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    exec(f"def __init__({arguments}):\n" + "\n".join(lines or ["    pass"]), known)
    init: Callable[..., None] = known["__init__"]
    return init

"""Things as they are without some of what is said of them: each is made when it is asked for, and only then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Changed(Mapping[Key, Thing]):
    """A mapping whose things are what `change` makes of those of another."""

    def __init__(self, things: Mapping[Key, Thing], change: Callable[[Thing], Thing]) -> None:
        self._things, self._change = things, change
        self._made: dict[Key, Thing] = {}

    def __getitem__(self, key: Key) -> Thing:
        if key not in self._made:
            self._made[key] = self._change(self._things[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._things

    def __iter__(self) -> Iterator[Key]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)


class Left(Sequence[Thing]):
    """Those of some things that are left."""

    def __init__(self, things: Sequence[Thing], is_left: Callable[[Thing], bool]) -> None:
        self._things, self._is_left = things, is_left

    @overload
    def __getitem__(self, at: int) -> Thing: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...
    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Thing]:
        return filter(self._is_left, self._things)

    def __len__(self) -> int:
        return sum(1 for _ in self)

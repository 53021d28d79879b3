"""Our frozen dataclasses do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value with every kind of field."""

    id: str
    rows: tuple[int, ...] = ()
    seen: dict[str, int] = field(default_factory=dict, hash=False)
    note: str = field(default="", compare=False, repr=False)
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.rows))


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same."""

    id: str
    rows: tuple[int, ...] = ()
    seen: dict[str, int] = field(default_factory=dict, hash=False)
    note: str = field(default="", compare=False, repr=False)
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.rows))


@dataclass(frozen=True, kw_only=True)
class Named:
    """A value without slots, which may keep what it worked out."""

    id: str
    many: int = 2

    @cached_property
    def twice(self) -> str:
        """Worked out once."""
        return self.id * self.many


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A value that others build on."""

    id: str = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner(Base):
    """A value that builds on another, with an equality of its own."""

    more: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inner) and self.more == other.more

    def __hash__(self) -> int:
        return hash(self.more)


DOINGS: tuple[Callable[[Any], object], ...] = (
    lambda made: repr(made("a", (1, 2), note="n")).removeprefix(made.__name__),
    lambda made: made("a", (1,), {"x": 1}) == made("a", (1,), {"x": 1}, "another note"),
    lambda made: made("a") == made("b"),
    lambda made: made("a") == ("a", (), {}),
    lambda made: hash(made("a", (1,), {"x": 1})) == hash(made("a", (1,), {"x": 2})),
    lambda made: hash(made("a", (1,))),
    lambda made: [made("a").seen is made("a").seen, made("a", (1, 2)).count],
    lambda made: dataclasses.astuple(replace(made("a", (1,)), rows=(1, 2, 3))),
    lambda made: [(each.name, each.compare, each.repr, each.init) for each in fields(made)],
    lambda made: made.__match_args__,
    lambda made: dataclasses.astuple(copy.deepcopy(made("a", (1,), note="kept"))),
    lambda made: dataclasses.astuple(pickle.loads(pickle.dumps(made("a", (1,), note="kept")))),
    lambda made: hasattr(made("a"), "__dict__"),
)


@pytest.mark.parametrize("number", range(len(DOINGS)))
def test_a_value_does_what_one_of_the_standard_library_does(number: int) -> None:
    """Fields, defaults, equality, hashes, texts, copies: whatever is done with a value comes to the same."""
    assert DOINGS[number](Ours) == DOINGS[number](Theirs)


def test_a_value_cannot_be_changed() -> None:
    """A field is neither set nor deleted, a new one not added."""
    with pytest.raises(FrozenInstanceError):
        Ours("a").id = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Ours("a").rows
    with pytest.raises(FrozenInstanceError):
        Named(id="a").other = 1  # type: ignore[attr-defined]


WRONG: tuple[tuple[Any, tuple[str, ...], dict[str, object]], ...] = (
    (Ours, (), {}),
    (Ours, ("a",), {"count": 1}),
    (Named, ("a",), {}),
    (Inner, (), {"id": "x"}),
)


@pytest.mark.parametrize(("kind", "given", "named"), WRONG)
def test_arguments_are_those_of_the_fields(kind: Any, given: tuple[str, ...], named: dict[str, object]) -> None:
    """A field without a default is needed, one that is set by itself is refused, and some are given by name alone."""
    with pytest.raises(TypeError):
        kind(*given, **named)


def test_values_build_on_others_and_keep_what_they_worked_out() -> None:
    """Fields are inherited, methods of a class stay its own, and a value without slots holds what it found."""
    assert repr(Inner(more=1)) == "Inner(id='base', more=1)"
    assert Inner(id="x", more=1) == Inner(more=1)
    assert len({Inner(id="x", more=1), Inner(more=1)}) == 1
    named = Named(id="ab")
    assert named.twice is named.twice
    assert pickle.loads(pickle.dumps(named)) == named

"""The observer of a build: it hears what is made, when and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from msgspec import Struct


class Shown(Protocol):
    """A file of the site, by its path, as far as an observer looks at it."""

    @property
    def path(self) -> str:
        """Where it stands in the output."""

    @property
    def content(self) -> bytes:
        """What it holds."""


Making = Callable[[str, str, str], AbstractContextManager[object]]
"""Is given what is made ("page", "file" or "drawing"), its name, and why; it is open while that is made."""


def _unwatched(what: str, name: str, why: str) -> AbstractContextManager[object]:
    return nullcontext()


def _unshown(outputs: Sequence[Shown]) -> None:
    pass


class Observer(Struct, frozen=True):
    """first: the pages that are made before all others, by URL. show: is given the outputs of each of them at once.

    making: is called with all that is made and not taken from memory.
    """

    first: tuple[str, ...] = ()
    show: Callable[[Sequence[Shown]], None] = _unshown
    making: Making = _unwatched

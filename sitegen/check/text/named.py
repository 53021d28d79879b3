"""Which things of the tracker a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen.model.entity import Entity
from sitegen.model.tracker import Tracker


def named(tracker: Tracker, words: str) -> set[str]:
    """The entities whose name, native name or alias stands in a text."""
    return {id for id, entity in tracker.entities.items() if any(_stands(name, words) for name in _names(entity))}


def _names(entity: Entity) -> Iterator[str]:
    yield from filter(None, (entity.name, entity.native, *entity.aliases))


def _stands(name: str, words: str) -> bool:
    """Whether a text holds a name; the search for whole words is slow, and most texts do not hold it at all."""
    return name in words and _whole(name).search(words) is not None


@cache
def _whole(name: str) -> re.Pattern[str]:
    """A name as a word of its own; one in letters that need no spaces may touch others."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name))

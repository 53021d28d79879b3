"""Pairs of ids, and what an author probably meant who wrote them in another way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from sitegen.load.shape.refusal import wrong

_AGAINST = re.compile(r"\s*(?:[,，、;/&+–—|]|\b(?:vs?\.?|versus|and|und|et)(?=\s)|\s-)\s*")
_EACH = "write each pair in brackets of its own: [[acme, bolt]]"


def pairs(value: Any, read: Callable[[Any], Any]) -> Any:
    """A list of pairs, as they are read; what lists ids without brackets around each pair is refused as a whole."""
    ids = [value] if isinstance(value, str) else value
    if not isinstance(ids, list) or not ids or not all(isinstance(id, str) for id in ids):
        return read(value)
    found = [item for id in ids for item in _AGAINST.split(id.strip()) if item]
    hint = f"write {_written(found)}" if len(found) % 2 == 0 else _EACH
    raise wrong("each pair stands in brackets of its own", hint)


def two(value: Any) -> list[Any]:
    """The two items of a pair."""
    if isinstance(value, list) and len(value) == 2:
        return value
    hint = _EACH
    if isinstance(value, str) and len(found := _AGAINST.split(value.strip())) == 2:
        hint = f"write [{', '.join(found)}]"
    elif isinstance(value, list) and len(value) == 3 and all(isinstance(item, str) for item in value):
        one, other, third = value
        hint = f"write each pair by itself: {_written((one, other, one, third, other, third))}"
    raise wrong("two ids are expected here", hint)


def _written(items: Sequence[str]) -> str:
    """Items as pairs, the first with the second and so on."""
    each = (f"[{one}, {other}]" for one, other in zip(items[::2], items[1::2], strict=True))
    return f"[{', '.join(each)}]"

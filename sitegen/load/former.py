"""Old ids and old addresses: `former_ids` of what has an id, `aliases` of documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape.keys.entities import EntityShape
from sitegen.load.shape.keys.shown import ChartShape
from sitegen.load.shape.keys.texts import FrontMatterShape
from sitegen.model.basics.former import DOCUMENT, Former

Holder = tuple[str, str, Any, tuple[str | int, ...]]
"""The kind and id of a thing, its shape, and the path at which that stands."""


def former(parsed: Parsed[Any], kind: str, gather: Gather) -> Iterator[Former]:
    """The old ids in a file of things of a kind, and the old addresses of a document."""
    for name, id, shape, path in _holders(parsed, kind):
        given = shape.aliases if name == DOCUMENT else shape.former_ids
        key = "aliases" if name == DOCUMENT else "former_ids"
        gather.once(parsed, given, *path, key)
        for index, each in enumerate(given):
            old, place = ".".join(each) if isinstance(each, tuple) else each, parsed.at(*path, key, index)
            if old == id:
                hint = "write the id that it had before, or take the line out"
                gather.add(place, "repeated-id", f'"{old}" is the id that it has now', hint)
            else:
                yield Former(name, id, old, place)


def _holders(parsed: Parsed[Any], kind: str) -> Iterator[Holder]:
    shape = parsed.shape
    if isinstance(shape, FrontMatterShape):
        yield DOCUMENT, parsed.file.path, shape, ()
        yield from (("claim", id, each, ("claims", id)) for id, each in shape.claims.items())
    elif isinstance(shape, EntityShape):
        yield from _entities(parsed.file.stem, shape, ())
    elif isinstance(shape, ChartShape):
        yield kind, parsed.file.stem, shape, ()
    elif isinstance(root := getattr(shape, "root", None), dict):
        yield from ((kind, id, each, (id,)) for id, each in root.items() if hasattr(each, "former_ids"))


def _entities(id: str, shape: EntityShape, path: tuple[str | int, ...]) -> Iterator[Holder]:
    yield "entity", id, shape, path
    for group in ("brands", "models"):
        for inner, each in getattr(shape, group).items():
            yield from _entities(inner, each, (*path, group, inner))

"""Keys that stand on another level than they belong to: too far left, or beside the empty key above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from sitegen.load.shape.walk import is_many, keys_of, written
from sitegen.problems import Problem
from sitegen.reading.yaml import Path, YamlDocument


def too_far_left(shape: Any, fault: ErrorDetails) -> Path | None:
    """The path of a key that stands among entries and belongs into the one above it, if a fault is of such a key.

    The fault is of its value, which is no entry, or of what an entry has and the value has not.
    """
    path = tuple(fault["loc"])
    key = path[-1:] == ("[key]",)
    if key or fault["type"] == "missing":
        path = path[:-1]
    elif fault["type"] not in ("model_type", "dict_type"):
        return None
    return path if path and is_many(shape, path[:-1]) and path[-1] in keys_of(shape, path) else None


def following(shape: Any, document: YamlDocument, faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The faults that are gone when the keys are indented that stand too far left: the first of each is reported."""
    first: dict[Path, ErrorDetails] = {}
    for fault in faults:
        if (path := too_far_left(shape, fault)) is not None:
            first.setdefault(path, fault)
    emptied = {(*path[:-1], *_above(document, path)) for path in first}
    lost = {(path[:-1], path[-1]) for path in first}
    return [
        fault
        for fault in faults
        if all(fault is not each for each in first.values())
        and (
            any(fault["loc"][: len(path)] == path for path in first)
            or (fault["loc"] in emptied and fault["input"] is None)
            or (fault["type"] == "missing" and (fault["loc"][:-2], fault["loc"][-1]) in lost)
        )
    ]


def to_the_right(document: YamlDocument, path: Path) -> Problem:
    """The Problem of a key that stands too far left, with how far it is to go and into which entry."""
    name = str(path[-1])
    beside, above = _mapping(document, path[:-1]), _above(document, path)
    inside = _mapping(document, (*path[:-1], *above)) if above else {}
    at = document.key_at(*path)
    column = document.key_at(*path[:-1], *above, next(iter(inside))).column if inside else 0
    hint = "indent it like the other keys of the entry above"
    if column > at.column and isinstance(beside[name], dict | list):
        hint = f"begin it and the lines that belong to it with {column - at.column} spaces more, as a key of {above[0]}"
    return Problem(at, "unknown-key", f'the key "{name}" stands too far left', hint)


def _above(document: YamlDocument, path: Path) -> list[str]:
    """The key above another one in its mapping; none above the first."""
    names = list(_mapping(document, path[:-1]))
    return names[: names.index(str(path[-1]))][-1:]


def _mapping(document: YamlDocument, path: Path) -> Mapping[str, object]:
    """What stands at a path of a document, if it has keys."""
    found: Any = document.value
    for step in path:
        found = found[step] if isinstance(found, dict | list) else None  # type: ignore[index]
    return found if isinstance(found, dict) else {}


def owners(document: YamlDocument, faults: Sequence[ErrorDetails]) -> dict[int, Path]:
    """By the number of the fault of an unknown key, the empty key right above, in which it was to stand."""
    empty = {fault["loc"] for fault in faults if fault["input"] is None}
    unknown = {fault["loc"]: number for number, fault in enumerate(faults) if fault["type"] == "extra_forbidden"}
    found: dict[int, Path] = {}
    for parent in dict.fromkeys(path[:-1] for path in unknown):
        above: Path | None = None
        for path in ((*parent, name) for name in _mapping(document, written(document, parent))):
            if path not in unknown:
                above = path
            elif above in empty:
                found[unknown[path]] = above
    return found


def not_indented(document: YamlDocument, fault: ErrorDetails, owner: Path) -> Problem:
    """The Problem of a line that belongs into the key above it and begins in the same column."""
    name, above = fault["loc"][-1], owner[-1]
    message = f'the key "{name}" stands beside "{above}:", in which it belongs'
    return Problem(document.key_at(*fault["loc"]), "unknown-key", message, "begin the line with two more spaces")

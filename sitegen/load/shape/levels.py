"""Keys that stand on another level than they belong to: too far left, or beside the empty key above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from sitegen.load.shape.walk import is_many, keys_of, written
from sitegen.problems import Problem
from sitegen.reading.yaml import Path, YamlDocument


def too_far_left(shape: Any, fault: ErrorDetails) -> bool:
    """Whether a fault is of a key that stands among entries and belongs into the one above it."""
    path = tuple(fault["loc"])
    key = path[-1:] == ("[key]",)
    path = path[:-1] if key else path
    if not path or not (key or fault["type"] in ("model_type", "dict_type")) or not is_many(shape, path[:-1]):
        return False
    return path[-1] in keys_of(shape, path)


def following(shape: Any, faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The faults that are gone when the keys are indented that stand too far left."""
    left = {_bare(fault["loc"]) for fault in faults if too_far_left(shape, fault)}
    lost = {(path[:-1], path[-1]) for path in left}
    return [
        fault
        for fault in faults
        if not too_far_left(shape, fault)
        and (
            any(fault["loc"][: len(path)] == path for path in left)
            or (fault["type"] == "missing" and (fault["loc"][:-2], fault["loc"][-1]) in lost)
        )
    ]


def _bare(path: Path) -> Path:
    return path[:-1] if path[-1:] == ("[key]",) else path


def owner(document: YamlDocument, fault: ErrorDetails, faults: Sequence[ErrorDetails]) -> Path | None:
    """The empty key right above an unknown one, which was to stand in it."""
    path = fault["loc"]
    if fault["type"] != "extra_forbidden":
        return None
    beside = document.value
    for step in written(document, path[:-1]):
        beside = beside[step] if isinstance(beside, dict | list) else None  # type: ignore[index]
    names = list(beside) if isinstance(beside, dict) else []
    before = names[: names.index(str(path[-1]))] if path[-1] in names else []
    empty = {each["loc"] for each in faults if each["input"] is None}
    above = next((name for name in reversed(before) if (*path[:-1], name) not in _unknown(faults)), None)
    return (*path[:-1], above) if above is not None and (*path[:-1], above) in empty else None


def _unknown(faults: Sequence[ErrorDetails]) -> set[Path]:
    return {fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"}


def not_indented(document: YamlDocument, fault: ErrorDetails, owner: Path) -> Problem:
    """The Problem of a line that belongs into the key above it and begins in the same column."""
    name, above = fault["loc"][-1], owner[-1]
    message = f'the key "{name}" stands beside "{above}:", in which it belongs'
    return Problem(document.key_at(*fault["loc"]), "unknown-key", message, "begin the line with two more spaces")

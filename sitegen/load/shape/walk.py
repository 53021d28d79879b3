"""The way from the root of a file to a value: in the file as it is written, and in its shape."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from sitegen.reading.yaml import Path, YamlDocument


def written(document: YamlDocument, path: Path) -> Path:
    """The path without an index that only the shape has: one observation may stand without a list."""
    found: Path = ()
    for step in path:
        if step == 0 and (*found, 0) not in document.places:
            continue
        found = (*found, step)
    return found


def keys_of(shape: Any, path: Path) -> list[str]:
    """The keys that a shape knows at a path; of a list those of its items, one of which may stand alone."""
    for step in path:
        shape = _inner(shape, step)
    shape = _plain(shape)
    if get_origin(shape) is list:
        shape = _plain(get_args(shape)[0])
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [field.alias or name for name, field in shape.model_fields.items()]
    return []


def is_many(shape: Any, path: Path) -> bool:
    """Whether a shape has entries under ids of their own at a path."""
    for step in path:
        shape = _inner(shape, step)
    return get_origin(_plain(shape)) is dict


def is_list(shape: Any, path: Path) -> bool:
    """Whether a shape has a list at a path."""
    for step in path:
        shape = _inner(shape, step)
    return get_origin(_plain(shape)) is list


def _inner(shape: Any, step: str | int) -> Any:
    shape = _plain(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
        return None
    if get_origin(shape) is list and isinstance(step, str):  # one observation where a list may stand
        return _inner(get_args(shape)[0], step)
    return get_args(shape)[-1] if get_args(shape) else None


def _plain(shape: Any) -> Any:
    """The shape without Annotated, Optional and RootModel around it."""
    while True:
        if isinstance(shape, type) and issubclass(shape, RootModel):
            shape = shape.model_fields["root"].annotation
        elif get_origin(shape) is Annotated:
            shape = get_args(shape)[0]
        elif get_origin(shape) in (Union, UnionType):
            shape = next(arg for arg in get_args(shape) if arg is not type(None))
        else:
            return shape

"""Holds a YAML document against its shape; every fault becomes a Problem with its place."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.load.shape.hints import (
    DECLARE,
    DOCUMENTS,
    EACH,
    KEYS,
    apart,
    key_hint,
    list_hint,
    mapping_hint,
    near_key,
    split_number,
)
from sitegen.model.basics.text import Run
from sitegen.problems import Place, Problem
from sitegen.reading.slips import Cut
from sitegen.reading.yaml import Path, YamlDocument

S = TypeVar("S", bound=BaseModel)


def validate(shape: type[S], document: YamlDocument) -> tuple[S | None, list[Problem]]:
    """The document as its shape, or None and everything that does not fit."""
    try:
        return shape.model_validate(document.value), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        left = {fault["loc"][:1] for fault in faults if _too_far_left(shape, fault)}
        follows = [fault for fault in faults if fault["loc"][:1] in left and not _too_far_left(shape, fault)]
        under = {number: owner for number, fault in enumerate(faults) if (owner := _owner(document, fault, faults))}
        emptied = set(under.values())
        return None, [
            _not_indented(document, fault, under[number]) if number in under else _problem(shape, document, fault)
            for number, fault in enumerate(faults)
            if fault not in follows and not (fault["loc"] in emptied and fault["input"] is None)
        ]


def _too_far_left(shape: Any, fault: ErrorDetails) -> bool:
    """Whether a fault is of a key at the margin that belongs into the entry above it."""
    path = fault["loc"]
    key = path[1:] == ("[key]",) or (len(path) == 1 and fault["type"] in ("model_type", "dict_type"))
    return key and issubclass(shape, RootModel) and path[0] in _keys(shape, path[:1])


def _owner(document: YamlDocument, fault: ErrorDetails, faults: Sequence[ErrorDetails]) -> Path | None:
    """The empty key right above an unknown one, which was to stand in it."""
    path = fault["loc"]
    if fault["type"] != "extra_forbidden":
        return None
    beside = document.value
    for step in _written(document, path[:-1]):
        beside = beside[step] if isinstance(beside, dict | list) else None  # type: ignore[index]
    names = list(beside) if isinstance(beside, dict) else []
    before = names[: names.index(str(path[-1]))] if path[-1] in names else []
    empty = {each["loc"] for each in faults if each["input"] is None}
    above = next((name for name in reversed(before) if (*path[:-1], name) not in _unknown(faults)), None)
    return (*path[:-1], above) if above is not None and (*path[:-1], above) in empty else None


def _unknown(faults: Sequence[ErrorDetails]) -> set[Path]:
    return {fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"}


def _not_indented(document: YamlDocument, fault: ErrorDetails, owner: Path) -> Problem:
    """The Problem of a line that belongs into the key above it and begins in the same column."""
    name, above = fault["loc"][-1], owner[-1]
    message = f'the key "{name}" stands beside "{above}:", in which it belongs'
    return Problem(document.key_at(*fault["loc"]), "unknown-key", message, "begin the line with two more spaces")


def place_of(document: YamlDocument, path: Path) -> Place:
    """The place of a value; an index that only the shape has (one observation without a list) is skipped."""
    return document.at(*_written(document, path))


def start_of(document: YamlDocument, path: Path) -> Place:
    """The place of the first character of a text; an index that only the shape has is skipped."""
    written = _written(document, path)
    return document.starts.get(written) or document.at(*written)


def runs_of(document: YamlDocument, path: Path) -> tuple[Run, ...]:
    """Where the characters of a text stand; () if they stand in a row."""
    return document.runs.get(_written(document, path), ())


def _written(document: YamlDocument, path: Path) -> Path:
    written: Path = ()
    for step in path:
        if step == 0 and (*written, 0) not in document.places:
            continue
        written = (*written, step)
    return written


def _problem(shape: Any, document: YamlDocument, fault: ErrorDetails) -> Problem:
    path = _written(document, tuple(fault["loc"]))
    if path and path[-1] == "[key]":
        path = path[:-1]
        place = document.key_at(*path)
    else:
        place = document.at(*path)
    name = str(path[-1]) if path else ""
    if _too_far_left(shape, fault):
        hint = "indent it like the other keys of the entry above"
        return Problem(document.key_at(*path), "unknown-key", f'the key "{name}" stands too far left', hint)
    context = fault.get("ctx", {})
    match fault["type"]:
        case "sitegen":
            hint = context["hint"]
            if name in DOCUMENTS and isinstance(fault["input"], list):
                hint = EACH
            elif name in DOCUMENTS and context["code"] == "bad-id":
                hint = DECLARE
            return Problem(place, context["code"], _about(name, context["message"], fault), hint)
        case "extra_forbidden":
            if (whole := split_number(document, path)) is not None:
                return Problem(document.key_at(*path), "wrong-type", "a comma splits the number here", whole)
            if (meant := apart(name)) is not None:
                message = "no colon with a space after it stands here"
                return Problem(document.key_at(*path), "unknown-key", message, f"write {meant}")
            known, around = _keys(shape, path[:-1]), _keys(shape, path[:-2])
            hint = key_hint(name, known) or (f"{name}: stands beside {path[-2]}:, not in it" if name in around else "")
            hint = hint or near_key(name, known)
            return Problem(document.key_at(*path), "unknown-key", f'no key "{name}" here', hint)
        case "missing":
            return Problem(
                document.at(*path[:-1]), "missing-key", f'the key "{name}" is required here', f"add {name}: …"
            )
        case "model_type" | "dict_type" | "model_attributes_type":
            message = "nothing stands here" if fault["input"] in (None, "") else "keys with values are expected here"
            if isinstance(fault["input"], Cut) and not fault["input"]:
                message = "# begins a comment, so nothing stands here"
            hint = mapping_hint(fault["input"], path)
            if hint == KEYS and (keys := _keys(shape, path)) and path and len(keys) <= 4:
                hint = f"write {{{', '.join(f'{key}: …' for key in keys)}}}"
                if keys == ["light", "dark"]:
                    hint = f'write {path[-1]}: {{light: "#0b5a73", dark: "#77c4dc"}}, for light and for dark paper'
            return Problem(place, "wrong-type", message, hint)
        case "list_type":
            if "values" in path and isinstance(fault["input"], str):
                return Problem(place, "wrong-type", "a value comes with its source", mapping_hint(fault["input"], path))
            return Problem(place, "wrong-type", "a list is expected here", list_hint(fault["input"]))
        case _:
            return Problem(place, "wrong-type", fault["msg"])


def _about(name: str, message: str, fault: ErrorDetails) -> str:
    """The message, led by the key where that helps an editor find it."""
    inside = name and not isinstance(fault["loc"][-1], int) and fault["loc"][-1] != "[key]"
    return f"{name}: {message}" if inside else message


def _keys(shape: Any, path: Path) -> list[str]:
    """The keys that a shape knows at a path; of a list those of its items, one of which may stand alone."""
    for step in path:
        shape = _inner(shape, step)
    shape = _plain(shape)
    if get_origin(shape) is list:
        shape = _plain(get_args(shape)[0])
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [field.alias or name for name, field in shape.model_fields.items()]
    return []


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

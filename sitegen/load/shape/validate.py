"""Holds a YAML document against its shape; every fault becomes a Problem with its place."""

from __future__ import annotations

import re
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.load.shape.numbers import meant, number_hint
from sitegen.model.basics.text import Run
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.reading.slips import pasted_row
from sitegen.reading.yaml import Path, YamlDocument

_DOCUMENTS = ("source", "by", "via", "replaces")
_DECLARE = "declare the document in a file of data/sources/, and write its id here"
_KEYS = "write key: value, one a line"

S = TypeVar("S", bound=BaseModel)


def validate(shape: type[S], document: YamlDocument) -> tuple[S | None, list[Problem]]:
    """The document as its shape, or None and everything that does not fit."""
    try:
        return shape.model_validate(document.value), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        left = {fault["loc"][:1] for fault in faults if _too_far_left(shape, fault)}
        follows = [fault for fault in faults if fault["loc"][:1] in left and not _too_far_left(shape, fault)]
        return None, [_problem(shape, document, fault) for fault in faults if fault not in follows]


def _too_far_left(shape: Any, fault: ErrorDetails) -> bool:
    """Whether a fault is of a key at the margin that belongs into the entry above it."""
    path = fault["loc"]
    key = path[1:] == ("[key]",) or (len(path) == 1 and fault["type"] in ("model_type", "dict_type"))
    return key and issubclass(shape, RootModel) and path[0] in _keys(shape, path[:1])


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
            hint = _DECLARE if context["code"] == "bad-id" and name in _DOCUMENTS else context["hint"]
            return Problem(place, context["code"], _about(name, context["message"], fault), hint)
        case "extra_forbidden":
            if (whole := _split_number(document, path)) is not None:
                return Problem(document.key_at(*path), "wrong-type", "a comma splits the number here", whole)
            if (apart := _colon(name)) is not None:
                message = "no colon with a space after it stands here"
                return Problem(document.key_at(*path), "unknown-key", message, f"write {apart}")
            known, around = _keys(shape, path[:-1]), _keys(shape, path[:-2])
            hint = f"{name}: stands beside {path[-2]}:, not in it" if name in around else did_you_mean(name, known)
            if "values" in known and re.fullmatch(r"(FY)?[12]\d{3}(-[HQW\d-]+)?", name):
                hint = "indent it like the rows below values:, for it is one of them"
            hint = "an id that it had before stands in former_ids: [old-id]" if _old(name, known) else hint
            return Problem(document.key_at(*path), "unknown-key", f'no key "{name}" here', hint)
        case "missing":
            return Problem(
                document.at(*path[:-1]), "missing-key", f'the key "{name}" is required here', f"add {name}: …"
            )
        case "model_type" | "dict_type" | "model_attributes_type":
            message = "nothing stands here" if fault["input"] in (None, "") else "keys with values are expected here"
            hint = _mapping_hint(fault["input"], path)
            if hint == _KEYS and (keys := _keys(shape, path)) and path and len(keys) <= 4:
                hint = f"write {{{', '.join(f'{key}: …' for key in keys)}}}"
            return Problem(place, "wrong-type", message, hint)
        case "list_type":
            if "values" in path and isinstance(fault["input"], str):
                return Problem(
                    place, "wrong-type", "a value comes with its source", _mapping_hint(fault["input"], path)
                )
            return Problem(place, "wrong-type", "a list is expected here", _list_hint(fault["input"]))
        case _:
            return Problem(place, "wrong-type", fault["msg"])


def _old(name: str, known: list[str]) -> bool:
    """Whether an author means old ids, in the word for old addresses of documents."""
    return name in ("aliases", "alias") and "former_ids" in known


def _colon(text: str) -> str | None:
    """The key and value that `value:5` and `value：5` were meant to be."""
    match = re.fullmatch(r"([a-z_]+)[:：]\s*(\S.*)", text)
    return f"{match[1]}: {match[2]}" if match else None


def _mapping_hint(value: object, path: Path) -> str:
    """How to write what stands where keys with values are expected."""
    if isinstance(value, str):
        if "values" in path and (row := pasted_row(value)) is not None:
            return f"write each row as {row}"
        if (apart := _colon(value)) is not None:
            return f"write {apart}"
        if not path and re.match(r"\w+[,;\t]\s?\w+", value):
            return "a table is no YAML: sitegen import reads tables, and writes their values here"
        number = meant(value)
        if number is not None and path[-1] == "change":
            return f"write {{year: {number}}}, or {{previous: …}} against the period before"
        if number is not None and "values" in path:
            return f"write {{value: {number}, source: …}}"
    return _KEYS


def _list_hint(value: object) -> str:
    """How to write a text that stands where a list is expected."""
    items = [item.strip() for item in re.split("[,，、;]", value)] if isinstance(value, str) else []
    if items and all(items) and not any(sign in str(value) for sign in "[]{}:'\""):
        return f"write [{', '.join(items)}]"
    return "write [one, two], or one item a line after -"


def _split_number(document: YamlDocument, path: Path) -> str | None:
    """How to write the number that `{value: 54,552}` or `{value: 612,50}` split at its commas."""
    if not re.fullmatch(r"\d+(\.\d+)?", str(path[-1]), re.ASCII):
        return None
    mapping = document.value
    for step in path[:-1]:
        mapping = mapping[step]  # type: ignore[index]  # pydantic walked the same path
    assert isinstance(mapping, dict)  # only a mapping has a key too many
    before = list(mapping)[: list(mapping).index(str(path[-1]))]
    digits = [str(path[-1])]
    while before and re.fullmatch(r"\d{3}", before[-1], re.ASCII):
        digits.insert(0, before.pop())
    first = mapping[before[-1]] if before else None
    text = ",".join([first, *digits]) if isinstance(first, str) else ""
    return None if meant(text) is None else number_hint(text)


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

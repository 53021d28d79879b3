"""Holds a YAML document against its shape; every fault becomes a Problem with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.load.shape.hints import (
    DECLARE,
    DOCUMENTS,
    EACH,
    KEYS,
    NO_VALUE,
    absent,
    apart,
    before,
    key_hint,
    list_hint,
    mapping_hint,
    means,
    near_key,
    split_number,
    stray,
    two_ids,
)
from sitegen.load.shape.levels import following, not_indented, owners, to_the_right, too_far_left
from sitegen.load.shape.walk import is_list, keys_of, written
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
        under = owners(document, faults)
        emptied = set(under.values())
        causes = [*following(shape, document, faults), *_split_lists(document, faults), *_misnamed(faults)]
        follows = {(fault["loc"], fault["type"]) for fault in causes}
        return None, [
            not_indented(document, fault, under[number]) if number in under else _problem(shape, document, fault)
            for number, fault in enumerate(faults)
            if (fault["loc"], fault["type"]) not in follows and not (fault["loc"] in emptied and fault["input"] is None)
        ]


def _split_lists(document: YamlDocument, faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The faults of lists without brackets whose second word is reported, and those of their other words."""
    paths = [written(document, fault["loc"]) for fault in faults]
    extra = {p for p, f in zip(paths, faults, strict=True) if f["type"] == "extra_forbidden" and f["input"] is None}
    ahead = {path: (*path[:-1], before(document, path)) for path in extra}
    lists = {*ahead.values()}
    later = {path for path in extra if ahead[path] in extra}
    return [
        fault
        for path, fault in zip(paths, faults, strict=True)
        if path in later or (fault["type"] == "list_type" and path in lists)
    ]


def _misnamed(faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The faults of missing keys that stand there under another name, which is reported."""
    extra: dict[Path, list[str]] = {}
    for *above, name in (fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"):
        extra.setdefault(tuple(above), []).append(str(name))
    return [
        fault
        for fault in faults
        if fault["type"] == "missing"
        and any(means(name, str(fault["loc"][-1])) for name in extra.get(fault["loc"][:-1], ()))
    ]


def place_of(document: YamlDocument, path: Path) -> Place:
    """The place of a value; an index that only the shape has (one observation without a list) is skipped."""
    return document.at(*written(document, path))


def start_of(document: YamlDocument, path: Path) -> Place:
    """The place of the first character of a text; an index that only the shape has is skipped."""
    found = written(document, path)
    return document.starts.get(found) or document.at(*found)


def runs_of(document: YamlDocument, path: Path) -> tuple[Run, ...]:
    """Where the characters of a text stand; () if they stand in a row."""
    return document.runs.get(written(document, path), ())


def _problem(shape: Any, document: YamlDocument, fault: ErrorDetails) -> Problem:
    path = written(document, tuple(fault["loc"]))
    if path and path[-1] == "[key]":
        path = path[:-1]
        place = document.key_at(*path)
    else:
        place = document.at(*path)
    name = str(path[-1]) if path else ""
    if (left := too_far_left(shape, fault)) is not None:
        return to_the_right(document, left)
    context = fault.get("ctx", {})
    match fault["type"]:
        case "sitegen":
            hint = context["hint"]
            if name in DOCUMENTS and isinstance(fault["input"], list):
                hint = EACH
            elif name in DOCUMENTS and context["code"] == "bad-id":
                hint = EACH if name == "source" and two_ids(fault["input"]) else DECLARE
            named = context["named"]
            named = named._replace(kind="source") if named is not None and name in DOCUMENTS else named
            return Problem(place, context["code"], _about(name, context["message"], fault), hint, named)
        case "extra_forbidden":
            if (whole := split_number(document, path)) is not None:
                return Problem(document.key_at(*path), "wrong-type", "a comma splits the number here", whole)
            if (meant := apart(name)) is not None:
                message = "no colon with a space after it stands here"
                return Problem(document.key_at(*path), "unknown-key", message, f"write {meant}")
            if (second := stray(document, path, is_list(shape, (*path[:-1], before(document, path))))) is not None:
                return Problem(document.key_at(*path), "unknown-key", *second)
            known, around = keys_of(shape, path[:-1]), keys_of(shape, path[:-2])
            hint = key_hint(name, known) or (f"{name}: stands beside {path[-2]}:, not in it" if name in around else "")
            hint = hint or near_key(name, known, absent(document, path, known), fault["input"])
            return Problem(document.key_at(*path), "unknown-key", f'no key "{name}" here', hint)
        case "missing":
            return Problem(
                document.at(*path[:-1]), "missing-key", f'the key "{name}" is required here', f"add {name}: …"
            )
        case "model_type" | "dict_type" | "model_attributes_type":
            message = "nothing stands here" if fault["input"] in (None, "") else "keys with values are expected here"
            message = _nothing(fault) or message
            hint = mapping_hint(fault["input"], path)
            if hint == KEYS and (keys := keys_of(shape, path)) and path and len(keys) <= 4:
                hint = f"write {{{', '.join(f'{key}: …' for key in keys)}}}"
                if keys == ["light", "dark"]:
                    hint = f'write {path[-1]}: {{light: "#0b5a73", dark: "#77c4dc"}}, for light and for dark paper'
            return Problem(place, "wrong-type", message, hint)
        case "list_type":
            if "values" in path and not fault["input"]:
                message = _nothing(fault) or "no value stands here"
                return Problem(document.key_at(*path), "no-value", message, NO_VALUE)
            if "values" in path and isinstance(fault["input"], str):
                return Problem(place, "wrong-type", "a value comes with its source", mapping_hint(fault["input"], path))
            return Problem(
                place, "wrong-type", _nothing(fault) or "a list is expected here", list_hint(fault["input"], name)
            )
        case _:
            return Problem(place, "wrong-type", fault["msg"])


def _nothing(fault: ErrorDetails) -> str:
    """What to say of a key behind which a comment begins at once; "" of others."""
    empty = isinstance(fault["input"], Cut) and not fault["input"]
    return "# begins a comment, so nothing stands here" if empty else ""


def _about(name: str, message: str, fault: ErrorDetails) -> str:
    """The message, led by the key where that helps an editor find it."""
    inside = name and not isinstance(fault["loc"][-1], int) and fault["loc"][-1] != "[key]"
    return f"{name}: {message}" if inside else message

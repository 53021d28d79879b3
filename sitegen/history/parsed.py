"""YAML of old commits, read loosely: as plain texts, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class UnreadableError(ValueError):
    """A file of old data that is no YAML."""


def decoded(content: bytes) -> str:
    """The text of an old file. Raises UnreadableError if it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError from error


def parsed(text: str) -> Any:
    """What a YAML text holds; every scalar is text. Raises UnreadableError if it is no YAML."""
    import yaml  # it takes 60 ms to load, and most builds know every commit already

    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableError from error


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """What a table holds by its names; nothing of what is no table."""
    if isinstance(value, dict):
        yield from ((key, each) for key, each in value.items() if isinstance(key, str))

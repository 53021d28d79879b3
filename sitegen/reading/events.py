"""The events of the YAML parser: where they stand in the text that it reads, and what of YAML is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from sitegen.problems import Place

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark  # what the C parser marks with

    Mark = yaml.Mark | CMark


def marks(event: yaml.Event) -> tuple[Mark, Mark]:
    """Where an event begins and ends."""
    assert event.start_mark is not None  # the parser marks every event
    assert event.end_mark is not None
    return event.start_mark, event.end_mark


def placed(event: yaml.Event, path: str, first_line: int) -> Place:
    """The place of an event in a file whose line `first_line` is the first of the text."""
    start, end = marks(event)
    length = end.column - start.column if end.line == start.line else 1
    return Place(path, start.line + first_line, start.column + 1, max(1, length))


def written(event: yaml.Event, text: str) -> str:
    """What stands in the text for an event."""
    start, end = marks(event)
    return text[start.index : end.index]


def goes_on(event: yaml.Event, text: str) -> bool:
    """Whether anything stands behind the event in the text."""
    return bool(text[marks(event)[1].index :].strip())


def features(event: yaml.Event) -> Iterator[tuple[str, str]]:
    """The anchor, alias and tag of an event, with what to write in the place of each."""
    anchor, tag = (getattr(event, name, None) for name in ("anchor", "tag"))
    if isinstance(event, yaml.AliasEvent):
        yield f"an alias of YAML (*{anchor}) stands here", "write the value out; a text that begins with * has quotes"
    elif anchor is not None:
        yield f"an anchor of YAML (&{anchor}) stands here", "remove it and write the value out wherever it belongs"
    if tag not in (None, "!"):
        yield f"a tag of YAML ({tag}) stands here", "put a text that begins with ! in quotes, or remove it"

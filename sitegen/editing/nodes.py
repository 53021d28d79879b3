"""The nodes of a YAML text with the characters that they take, and edits at these characters."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from msgspec import Struct

Pair = tuple[yaml.Node, yaml.Node]


class Edit(Struct, frozen=True):
    """The characters from start to end are replaced by a text; start = end puts it between two."""

    start: int
    end: int
    text: str


def compose(text: str) -> yaml.Node | None:
    """The root of a text that was read as closed YAML before; None if nothing stands in it."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after some edits, none of which touch."""
    for edit in sorted(edits, key=lambda each: -each.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def pairs(node: yaml.Node | None) -> list[Pair]:
    """The keys and values of a mapping; none of anything else."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def value_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands behind a key of a mapping; None if there is no such key."""
    return next((value for name, value in pairs(node) if name.value == key), None)


def is_flow(node: yaml.Node) -> bool:
    """Whether it is a mapping or list in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing stands behind a key."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""


def start(node: yaml.Node) -> int:
    """Where its first character stands, from 0."""
    return int(node.start_mark.index)


def column(node: yaml.Node) -> int:
    """How many characters stand before it in its line."""
    return int(node.start_mark.column)


def end(text: str, node: yaml.Node) -> int:
    """Where the character behind its last one stands; comments and blank lines behind it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not is_flow(node) and node.value:
        last = node.value[-1]
        return end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: int(node.end_mark.index)].rstrip())


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def next_line(text: str, index: int) -> int:
    """Where the line behind that of a character begins; the end of the text if there is none."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1

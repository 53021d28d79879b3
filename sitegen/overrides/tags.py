"""Tags of Jinja that are opened and not closed, by the line on which they begin."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAG = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%[-+]?\s*(\w+)\s*([^%]*?)[-+]?%\}", re.DOTALL)
_PAIRED = frozenset({"block", "if", "for", "macro", "call", "filter", "with", "autoescape", "raw", "trans"})


class Opened(NamedTuple):
    """A tag and the line where it begins, counted from 1."""

    line: int
    name: str
    words: str

    def __str__(self) -> str:
        return f"{{% {self.name} {self.words}".rstrip() + " %}"


def left_open(source: str) -> Opened | None:
    """The tag of a template that no other closes."""
    stack: list[Opened] = []
    for found in _TAG.finditer(source):
        name, words = found[1] or "", (found[2] or "").strip()
        if stack and stack[-1].name == "raw" and name != "endraw":
            continue
        if name in _PAIRED or (name == "set" and "=" not in words):
            stack.append(Opened(source.count("\n", 0, found.start()) + 1, name, words))
        elif name.startswith("end") and stack:
            if name != f"end{stack[-1].name}":
                return stack[-1]
            stack.pop()
    return stack[-1] if stack else None

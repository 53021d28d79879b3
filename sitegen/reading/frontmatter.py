"""Front matter: the YAML between two lines of three hyphens at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.problems import Place, Problem

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file in its two halves. yaml_line, body_line: the 1-based lines where they begin in the file."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Splits the text of a Markdown file; without front matter its YAML is empty.

    Line ends become `\\n` and a byte order mark goes. Front matter that does not end, or that blank
    lines stand above, is Problem `front-matter`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter("", 1, text, 1), _late(path, text)
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        hint = "put a line with --- under its last key"
        problem = Problem(Place(path, length=3), "front-matter", "the front matter does not end", hint)
        return FrontMatter("", 1, "", 1), [problem]
    yaml = text[opening.end() + 1 : closing.start()]
    body_line = text.count("\n", 0, closing.end()) + 2
    return FrontMatter(yaml, 2, text[closing.end() + 1 :], body_line), []


def _late(path: str, text: str) -> list[Problem]:
    """The Problem of a first line with --- that blank lines keep from being the first."""
    blank = len(text) - len(text.lstrip())
    if not blank or not _FENCE.match(text, blank) or _FENCE.search(text, blank + 3) is None:
        return []
    line = text.count("\n", 0, blank) + 1
    message = "the front matter is not at the top of the file"
    return [Problem(Place(path, line, length=3), "front-matter", message, "remove the blank lines above ---")]

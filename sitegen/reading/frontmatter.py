"""Front matter: the YAML between two lines of three hyphens at the top of a Markdown file."""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later
from sitegen.reading.slips import merge_marks

_FENCE = later(r"^---[ \t]*$", re.MULTILINE)
_NEARLY = later(
    r"^[ \t]*(?:-{2,9}|[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*|\.{3}|\+{3}|[~`*_]{3,})"
    r"[ \t]*(?:ya?ml|toml|json)?[ \t]*$",
    re.MULTILINE,
)
_KEYS = later(r"\s*(?:[A-Za-z][\w -]*:.*\n(?:[ \t]+.*\n|- .*\n|#.*\n|\n)*)+", re.ASCII)
_NAMED = later(r"^\s*(?:title|date)\s*:", re.IGNORECASE | re.MULTILINE)
_CONFLICT = later(r"<{7} .*\n(?s:.*?)^---[ \t]*$", re.MULTILINE)
_STYLES = {"TOML": later(r"\+{3}[ \t]*\n"), "JSON": later(r"\{[ \t]*(?:\n|\".*)")}
_LINE = later(r".*")
_FENCES = "put a line of three hyphens, ---, at the left margin above the first key, and one below the last"
_SHAPE = "write it as YAML between two lines of three hyphens: ---, then title: 'A title' and the other keys, then ---"


class FrontMatter(Struct, frozen=True):
    """A Markdown file in its two halves. yaml_line, body_line: the 1-based lines where they begin in the file."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Splits the text of a Markdown file; without front matter its YAML is empty.

    Line ends become `\\n` and a byte order mark goes. Front matter that does not end, that something stands above, or
    that is written as another program wants it, is Problem `front-matter`; marks of a merge in it are `merge-mark`.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:  # to look takes a hundredth of the time
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE.match(text)
    if opening is None:
        problem = _elsewhere(path, text)
        return FrontMatter("", 1, text, 1), [] if problem is None else [problem]
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        return FrontMatter("", 1, "", 1), [_endless(path, text, opening.end() + 1)]
    yaml = text[opening.end() + 1 : closing.start()]
    if merge_marks(path, yaml.split("\n"), 2) is not None and (merged := merge_marks(path, text.split("\n"), 1)):
        return FrontMatter("", 1, "", 1), [merged]
    body_line = text.count("\n", 0, closing.end()) + 2
    return FrontMatter(yaml, 2, text[closing.end() + 1 :], body_line), []


def _endless(path: str, text: str, start: int) -> Problem:
    """The Problem of front matter without an end, at the line that was meant to be it if there is one."""
    if (merged := merge_marks(path, text.split("\n"), 1)) is not None:
        return merged
    keys = _KEYS.match(text, start)
    if keys is not None and (line := _NEARLY.match(text, keys.end())) is not None:
        message = f'"{line[0].strip()}" does not end the front matter'
        return _problem(path, text, line, message, "end it with a line of three hyphens, ---, at the left margin")
    hint = "put a line with --- under its last key"
    return Problem(Place(path, length=3), "front-matter", "the front matter does not end", hint)


def _elsewhere(path: str, text: str) -> Problem | None:
    """The Problem of a file whose front matter is there, but not where or not as it is read."""
    start = len(text) - len(text.lstrip())
    if _CONFLICT.match(text, start) is not None:
        return merge_marks(path, text.split("\n"), 1)
    for style, pattern in _STYLES.items():
        if (found := pattern.match(text, start)) is not None:
            return _problem(path, text, found, f"the front matter is written as {style}", _SHAPE)
    fence = _NEARLY.match(text, text.rfind("\n", 0, start) + 1)
    keys = _KEYS.match(text, start if fence is None else fence.end() + 1)
    if keys is None or _NAMED.search(keys[0]) is None:
        return _below(path, text, start)
    if fence is None:
        message = "keys stand at the top of the file, and no front matter around them"
        return _problem(path, text, _LINE.match(text, start), message, _FENCES)
    if _FENCE.fullmatch(fence[0]):
        message = "the front matter is not at the top of the file"
        return _problem(path, text, fence, message, "remove the blank lines above ---")
    return _problem(path, text, fence, f'"{fence[0].strip()}" does not begin front matter', _FENCES)


def _below(path: str, text: str, start: int) -> Problem | None:
    """The Problem of front matter that stands below the text that begins there."""
    for fence in _FENCE.finditer(text, start):
        keys = _KEYS.match(text, fence.end() + 1)
        if keys is not None and _NAMED.search(keys[0]) is not None and _FENCE.match(text, keys.end()) is not None:
            line = text.count("\n", 0, fence.start()) + 1
            message = f"the front matter begins on line {line}, and text stands above it"
            return _problem(
                path, text, _LINE.match(text, start), message, "move it below the second ---, or take it out"
            )
    return None


def _problem(path: str, text: str, found: re.Match[str] | None, message: str, hint: str) -> Problem:
    """A Problem at the line where something was found."""
    assert found is not None
    words = found[0].strip()
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Problem(Place(path, line, column, len(words)), "front-matter", message, hint)

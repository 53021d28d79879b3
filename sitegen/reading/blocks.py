"""The block level of Markdown: which lines are code, comments, or text that inline marks may stand in.

Follows Python-Markdown, not CommonMark: a fence begins in the first column and counts only if it ends;
indented code follows a blank line and is indented four more than the list item it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markdown.util import BLOCK_LEVEL_ELEMENTS

_FENCE = re.compile(
    r"(?P<fence>~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|(?:\.?[\w#.+-]*[ ]*)?(?:hl_lines=(?P<quote>\"|').*?(?P=quote)[ ]*)?)\n"
    r"(?:.*?\n)??(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"[ ]{0,3}<!--.*?-->", re.DOTALL)
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)*")
_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d+\.)[ ]+")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]]+\]:")
_HEADING = re.compile(r"#{1,6}[^#]")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ ]*:?-+:?[ ]*\|[-:| ]*$", re.MULTILINE)
_BLOCK_TAG = re.compile(r"[ ]{0,3}<([a-zA-Z][a-zA-Z0-9]*)")
_BLOCK_TAGS = frozenset(BLOCK_LEVEL_ELEMENTS) - {"hr"}
_TAB = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters start to end (excluded) of a body. `inline`: a span of backticks begun in it ends in it."""

    start: int
    end: int
    kind: Literal["code", "comment", "inline"]


def stretches(source: str) -> Iterator[Stretch]:
    """The stretches of a Markdown body in order; blank lines belong to none."""
    run: list[Stretch] = []
    for stretch in _lines(source):
        if run and (stretch.kind != "inline" or run[-1].end != stretch.start):
            yield from _joined(source, run)
            run = []
        if stretch.kind == "inline":
            run.append(stretch)
        else:
            yield stretch
    yield from _joined(source, run)


def _lines(source: str) -> Iterator[Stretch]:
    """Fences and comments whole, every other line that is not blank by itself."""
    at, depth, fresh = 0, 0, True  # depth: of list items around; fresh: the line may begin a block
    raw = _RawHtml()
    while at < len(source):
        first = at == 0 or source[at - 1] == "\n"
        if first and (whole := _FENCE.match(source, at) or _COMMENT.match(source, at)):
            yield Stretch(at, whole.end(), "comment" if whole.re is _COMMENT else "code")
            at, depth, fresh = whole.end(), 0, True
            continue
        match = _LINE.match(source, at)
        assert match is not None  # the pattern matches everywhere
        text = match[0][_prefix(match[0]) :]
        indent = _indent(text)
        if not text.strip():
            fresh = True
        elif raw.goes_on(match[0]):
            yield Stretch(at, match.end(), "inline")
            fresh = True
        elif fresh and indent >= _TAB * (depth + 1):
            yield Stretch(at, match.end(), "code")
        else:
            yield Stretch(at, match.end(), "inline")
            depth, fresh = _depth(text, indent, depth, fresh), bool(_HEADING.match(text))
        at = match.end()


class _RawHtml:
    """Knows, line by line, whether a block of raw HTML is open: nothing in it is code."""

    def __init__(self) -> None:
        self._tag: re.Pattern[str] | None = None
        self._open = 0

    def goes_on(self, line: str) -> bool:
        """Whether the line opens, or stands in, a block of raw HTML; its last line is in it."""
        if self._tag is None:
            opening = _BLOCK_TAG.match(line)
            if opening is None or opening[1].lower() not in _BLOCK_TAGS:
                return False
            self._tag = re.compile(rf"<(/?){opening[1]}\b", re.IGNORECASE)
        self._open += sum(-1 if closing else 1 for closing in self._tag.findall(line))
        if self._open <= 0:
            self._tag, self._open = None, 0
        return True


def _prefix(line: str) -> int:
    """How many characters of block quote marks a line begins with."""
    match = _QUOTE.match(line)
    return match.end() if match else 0


def _indent(line: str) -> int:
    expanded = line.expandtabs(_TAB)
    return len(expanded) - len(expanded.lstrip(" "))


def _depth(text: str, indent: int, depth: int, fresh: bool) -> int:
    """How many list items (or footnotes) are open after a line that is not code."""
    if _ITEM.match(text):
        return min(indent // _TAB, depth) + 1
    if _FOOTNOTE.match(text):
        return 1
    return min(indent // _TAB, depth) if fresh else depth


def _joined(source: str, run: list[Stretch]) -> Iterator[Stretch]:
    """The lines of one block as stretches that a backtick span may cross: not list items, headings or table rows."""
    if not run:
        return
    table = _TABLE_RULE.search(source[run[0].start : run[-1].end]) is not None
    start = run[0].start
    for before, line in pairwise(run):
        ends = _HEADING.match(source, before.start)
        begins = _ITEM.match(source, line.start) or _HEADING.match(source, line.start)
        if table or ends or begins:
            yield Stretch(start, line.start, "inline")
            start = line.start
    yield Stretch(start, run[-1].end, "inline")

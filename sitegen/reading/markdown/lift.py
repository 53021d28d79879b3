"""Lifts `{{ … }}` and `[[…]]` out of Markdown source, wherever they stand, and puts a mark in their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sitegen.problems import Place
from sitegen.reading.markdown.preview.marks import mark, neutral
from sitegen.reading.patterns import later
from sitegen.reading.texts import EXPRESSION

Kind = Literal["expression", "wiki", "opening", "closing"]

_NEXT = later(r"\{\{|\}\}|\[\[")
_WIKI = later(
    rf"\[\[([^\[\]|^{{}}][^\[\]|{{}}]*)(?:\|((?:{EXPRESSION.pattern}|[^\[\]{{}}])*))?\]\](?![(\[])", re.DOTALL
)
_BLANK_LINE = later(r"\n[ \t]*\n")


class Lifted(Struct, frozen=True):
    """A piece of a body that a mark stands for. source: as written, from offset `start` on.

    opening, closing: braces that begin or end no expression. words: of a wiki link, or None; at offset `words_start`.
    """

    kind: Kind
    start: int
    source: str
    target: str = ""
    words: str | None = None
    words_start: int = 0


class Source(Struct, frozen=True):
    """The body of a file, which begins on `line` of it. marked: with a mark for each of `lifted`."""

    path: str
    raw: str
    line: int
    marked: str
    lifted: tuple[Lifted, ...]
    line_starts: tuple[int, ...]
    anchors: tuple[tuple[int, int], ...]

    def place(self, start: int, length: int = 1) -> Place:
        """The place of so many characters from an offset of the raw text."""
        index = bisect_right(self.line_starts, start) - 1
        return Place(self.path, self.line + index, start - self.line_starts[index] + 1, length)

    def unmarked(self, offset: int) -> int:
        """The offset in the raw text of an offset in the marked text."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor[0]) - 1
        marked, raw = self.anchors[index]
        return raw + offset - marked


def lift(path: str, body: str, line: int) -> Source:
    """The body with everything lifted out: nothing inside another, nothing across an empty line."""
    body = body.replace("\r", "\n")
    lifted: list[Lifted] = []
    marked: list[str] = []
    anchors = [(0, 0)]
    done = length = 0
    for found in _found(body):
        pieces = neutral(body[done : found.start]), mark(len(lifted))
        marked += pieces
        lifted.append(found)
        done = found.start + len(found.source)
        length += len(pieces[0])
        anchors.append((length, found.start))
        length += len(pieces[1])
        anchors.append((length, done))
    marked.append(neutral(body[done:]))
    starts = (0, *(match.end() for match in re.finditer("\n", body)))
    return Source(path, body, line, "".join(marked), tuple(lifted), starts, tuple(anchors))


def _found(body: str) -> Iterator[Lifted]:
    at = 0
    while match := _NEXT.search(body, at):
        start, at = match.start(), match.end()
        if _escaped(body, start):
            at = start + 1
        elif match[0] == "}}":
            yield Lifted("closing", start, "}}")
        elif match[0] == "{{":
            whole = EXPRESSION.match(body, start)
            if whole is None or _BLANK_LINE.search(whole[0]):
                yield Lifted("opening", start, "{{")
                continue
            yield Lifted("expression", start, whole[0])
            at = whole.end()
        elif (wiki := _WIKI.match(body, start)) and not _BLANK_LINE.search(wiki[0]):
            target = f"[[{' '.join(wiki[1].split())}]]"
            yield Lifted("wiki", start, wiki[0], target, wiki[2], max(0, wiki.start(2)))
            at = wiki.end()


def _escaped(body: str, at: int) -> bool:
    """Whether a backslash that no other one protects stands before an offset."""
    start = at
    while start and body[start - 1] == "\\":
        start -= 1
    return (at - start) % 2 == 1

"""The one scanner of Markdown source: every character with what it is and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from sitegen.model.text import Expression
from sitegen.model.words import Body, Link
from sitegen.problems import Place, Problem
from sitegen.reading.blocks import stretches
from sitegen.reading.inline import FaultCode, Inline, Span
from sitegen.reading.markers import link_token, neutral, placeholder
from sitegen.reading.texts import EXPRESSION, expression, unclosed

__all__ = ["Token", "TokenKind", "is_safe", "placeholder", "scan", "tokens"]

TokenKind = Literal["text", "code", "comment", "expression", "html", "target", "wiki"]
SCHEMES = ("http", "https", "mailto")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]")
_FAULTS: dict[FaultCode, tuple[str, str]] = {
    "expression-in-tag": (
        "an expression cannot stand in a link target or a tag",
        "put it in the text; of a tag's attributes only alt and title take one",
    ),
    "image-alt": (
        "the image has no text alternative",
        "say in a few words what it shows: ![An AITO M9 on a street](m9.jpg)",
    ),
    "broken-link": ("the link has no target", "write the file that it leads to: [Seres](../companies/seres.md)"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Markdown source. line, column: 1-based, in characters, of its first character.

    target: where a link leads. wiki: `[[…]]`. html: a tag, without the target in it. text: all the rest,
    Markdown's own marks included.
    """

    kind: TokenKind
    text: str
    line: int
    column: int


def tokens(body: str, first_line: int = 1) -> tuple[Token, ...]:
    """The source as tokens, in order; their texts joined are the source.

    first_line: the line of the file on which the body begins.
    """
    lines = _Lines("", body, first_line)
    spans, _ = _found(body, lines)
    return tuple(
        Token(span.kind if span else "text", body[start:end], *lines.at(start))
        for start, end, span in _pieces(body, spans)
    )


def scan(path: str, body: str, first_line: int) -> tuple[Body, list[Problem]]:
    """Lifts expressions and link targets out of Markdown, and finds what is wrong with them.

    In the markdown that comes out, `placeholder(n)` stands for expression n and `link_token(n)` for
    the target of link n. Expressions in code and comments stay as they are. Problems: `expression-syntax`,
    `expression-in-tag`, `image-alt`, `unsafe-link`.
    """
    lines = _Lines(path, body, first_line)
    spans, problems = _found(body, lines)
    markdown: list[str] = []
    expressions: list[Expression] = []
    links: list[Link] = []
    for start, end, span in _pieces(body, spans):
        if span and span.kind == "expression" and (match := EXPRESSION.match(body, start)):
            markdown.append(placeholder(len(expressions)))
            expressions.append(expression(match, lines.place))
        elif span and span.kind in ("target", "wiki"):
            markdown.append(link_token(len(links)))
            place = lines.place(start, end - start)
            links.append(Link(target=span.text, text=span.words, image=span.image, place=place))
        else:
            markdown.append(neutral(body[start:end]))
    problems += [_unsafe(link) for link in links if not is_safe(link.target)]
    found = Body(
        markdown="".join(markdown),
        expressions=tuple(expressions),
        links=tuple(links),
        source=body,
        line=first_line,
    )
    return found, sorted(problems)


def is_safe(target: str) -> bool:
    """Whether a target is relative, a wiki link, or uses http, https or mailto, as a browser would read it."""
    scheme = _SCHEME.match(_IGNORED.sub("", target))
    return scheme is None or scheme[1].lower() in SCHEMES


def _unsafe(link: Link) -> Problem:
    scheme = _IGNORED.sub("", link.target).partition(":")[0]
    hint = f"links use {', '.join(SCHEMES)}, or name a file"
    return Problem(link.place, "unsafe-link", f'a link cannot use "{scheme}:"', hint)


def _found(body: str, lines: _Lines) -> tuple[list[Span], list[Problem]]:
    """Every span of a body, and the Problems of its faults."""
    spans: list[Span] = []
    problems: list[Problem] = []
    for stretch in stretches(body):
        if stretch.kind != "inline":
            spans.append(Span(stretch.start, stretch.end, stretch.kind))
            continue
        block = Inline(body[stretch.start : stretch.end])
        spans += [replace(s, start=s.start + stretch.start, end=s.end + stretch.start) for s in block.spans]
        for fault in block.faults:
            start = fault.start + stretch.start
            place = lines.place(start, fault.end - fault.start)
            if fault.code == "expression-syntax":
                problems.append(unclosed(body[start : stretch.end], place))
            else:
                problems.append(Problem(place, fault.code, *_FAULTS[fault.code]))
    return spans, problems


def _pieces(body: str, spans: list[Span]) -> Iterator[tuple[int, int, Span | None]]:
    """The whole body as start, end (excluded) and the innermost span there, or None for plain text."""
    owners: list[Span | None] = [None] * len(body)
    for span in sorted(spans, key=lambda span: span.kind != "html"):
        owners[span.start : span.end] = [span] * (span.end - span.start)
    start = 0
    for _, group in groupby(owners, key=id):
        piece = list(group)
        yield start, start + len(piece), piece[0]
        start += len(piece)


class _Lines:
    """Turns offsets of a body into places of its file."""

    def __init__(self, path: str, body: str, first_line: int) -> None:
        self._path = path
        self._first = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", body))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, 1-based."""
        index = bisect_right(self._starts, offset) - 1
        return self._first + index, offset - self._starts[index] + 1

    def place(self, offset: int, length: int) -> Place:
        """The place of so many characters from an offset."""
        return Place(self._path, *self.at(offset), length)

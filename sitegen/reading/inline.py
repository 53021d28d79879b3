"""The inline level of Markdown: code spans, comments and expressions first, then link targets, wiki links and tags.

What is found first is masked, character by character, before the next is looked for: so a bracket in
code, or a `|` or quotation mark in an expression, never counts as Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from sitegen.reading.texts import EXPRESSION

SpanKind = Literal["code", "comment", "expression", "html", "target", "wiki"]
FaultCode = Literal["expression-syntax", "expression-in-tag", "image-alt", "broken-link"]

_MASK, _ESCAPED = "\0", "\1"
_PUNCTUATION = r"[\\`*_{}\[\]()>#+\-.!]"
_ESCAPE = re.compile(rf"\\({_PUNCTUATION})")
_FIRST = re.compile(rf"\\{_PUNCTUATION}|`+|<!--|\{{\{{")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]*://|(?:javascript|vbscript|data):)[^<>]*)>", re.IGNORECASE)
_TAG = re.compile(r"<(/?[a-zA-Z][^\s\"'<>@/]*)((?:\s|/)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:[ ]*(?:\n[ ]*)?(?:<([^<>\s]*)>|(\S+))(?=[ ]*(?:$|[\"'(]))", re.MULTILINE
)
_DESTINATION = re.compile(
    r"\]\(\s*(?:<([^<>\n]*)>|((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*?))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_WIKI = re.compile(r"\[\[([^\[\]\n|^\0][^\[\]\n|\0]*)(?:\|([^\[\]\n]*))?\]\](?![(\[])")
_EMPTY_IMAGE = re.compile(r"!\[\s*\]\[")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters start to end (excluded) of a text, and what stands there.

    target, wiki: `text` is the target as written, without escapes; `words` are the link's words or the
    image's alt text; `image` tells the two apart. An autolink is a target with its angle brackets.
    """

    start: int
    end: int
    kind: SpanKind
    text: str = ""
    words: str = ""
    image: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at characters start to end (excluded) of a text."""

    start: int
    end: int
    code: FaultCode


class Inline:
    """What stands in the text of one block.

    spans: in no order; the span of a tag holds those of its targets and expressions, all others are apart.
    faults: expressions that do not end or stand where they have no place, images without alt text.
    """

    def __init__(self, text: str) -> None:
        self.spans: list[Span] = []
        self.faults: list[Fault] = []
        self._text = text
        self._mask = _ESCAPE.sub(_ESCAPED * 2, text)
        self._add(list(self._lifted()))
        self._expressions = [span for span in self.spans if span.kind == "expression"]
        for find in (self._autolinks, self._definitions, self._wikis, self._links, self._tags):
            self._add(list(find()))

    def _add(self, spans: list[Span]) -> None:
        """Keeps the spans, and hides them from what is looked for next."""
        self.spans += spans
        for span in spans:
            self._mask = self._mask[: span.start] + _MASK * (span.end - span.start) + self._mask[span.end :]

    def _fault(self, start: int, end: int, code: FaultCode) -> None:
        self.faults.append(Fault(start, end, code))

    def _lifted(self) -> Iterator[Span]:
        """Code spans, comments and expressions, whichever begins first."""
        text, at = self._text, 0
        while match := _FIRST.search(text, at):
            start, at = match.span()
            if match[0][0] == "`":
                at = _code_end(text, match) or at
                if at != match.end():
                    yield Span(start, at, "code")
            elif match[0] == "<!--" and (end := text.find("-->", at)) >= 0:
                at = end + 3
                yield Span(start, at, "comment")
            elif match[0] == "{{":
                if found := EXPRESSION.match(text, start):
                    at = found.end()
                    yield Span(start, at, "expression")
                else:
                    self._fault(start, start + 2, "expression-syntax")
                    at = max(at, text.find("}}", at) + 2)

    def _autolinks(self) -> Iterator[Span]:
        for match in _AUTOLINK.finditer(self._mask):
            yield Span(match.start(), match.end(), "target", match[1], match[1])

    def _tags(self) -> Iterator[Span]:
        for tag in _TAG.finditer(self._mask):
            yield Span(tag.start(), tag.end(), "html")
            values = dict(self._attributes(tag)) if tag[2] else {}
            told = [values[name] for name in ("alt", "title") if name in values]
            for span in self._expressions:
                if tag.start() < span.start < tag.end() and not any(a <= span.start < b for a, b in told):
                    self._fault(span.start, span.end, "expression-in-tag")
            image = tag[1].lower() == "img"
            alt = self._text[slice(*values["alt"])] if "alt" in values else ""
            if image and not alt.strip():
                self._fault(tag.start(), tag.end(), "image-alt")
            for name in ("href", "src"):
                if name in values and _MASK not in self._mask[slice(*values[name])]:
                    start, end = values[name]
                    yield Span(start, end, "target", unescape(self._text[start:end]), alt, image)

    def _attributes(self, tag: re.Match[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """The attributes of a tag that have a value, with where the value stands between its quotes."""
        for match in _ATTRIBUTE.finditer(self._mask, tag.start(2), tag.end(2)):
            if match[2]:
                quoted = match[2][0] in "\"'"
                yield match[1].lower(), (match.start(2) + quoted, match.end(2) - quoted)

    def _wikis(self) -> Iterator[Span]:
        for match in _WIKI.finditer(self._mask):
            words = self._text[match.start(2) : match.end(2)].strip() if match[2] else ""
            yield Span(match.start(), match.end(), "wiki", f"[[{match[1].strip()}]]", words)

    def _definitions(self) -> Iterator[Span]:
        for match in _DEFINITION.finditer(self._mask):
            yield from self._target(*match.span(2 if match[2] is not None else 3), match[1])

    def _links(self) -> Iterator[Span]:
        for match in _EMPTY_IMAGE.finditer(self._mask):
            self._fault(match.start(), match.end() - 1, "image-alt")
        for match in _DESTINATION.finditer(self._mask):
            opening = _opening(self._mask, match.start())
            if opening is None:
                continue
            words = self._text[opening + 1 : match.start()]
            image = self._mask[max(0, opening - 1) : opening] == "!"
            if image and not words.strip():
                self._fault(opening - 1, match.end(), "image-alt")
            yield from self._target(*match.span(1 if match[1] is not None else 2), words, image)

    def _target(self, start: int, end: int, words: str, image: bool = False) -> Iterator[Span]:
        """A link target; one that holds an expression is a fault, one that holds code is no target."""
        inside = [span for span in self._expressions if start <= span.start < end]
        for span in inside:
            self._fault(span.start, span.end, "expression-in-tag")
        written = self._text[start:end].rstrip()
        if not written:
            self._fault(start - 1, end + 1, "broken-link")
        elif _MASK not in self._mask[start:end]:
            yield Span(start, start + len(written), "target", _ESCAPE.sub(r"\1", written), words, image)


def _code_end(text: str, opening: re.Match[str]) -> int | None:
    """Where a code span that opens here ends, or None; like Python-Markdown, it settles for fewer backticks."""
    ticks = len(opening[0])
    longest = opening
    for run in _TICKS.finditer(text, opening.end()):
        if len(run[0]) == ticks:
            return run.end()
        if longest is opening or len(run[0]) > len(longest[0]):
            longest = run
    return longest.end() if len(longest[0]) < ticks else None


def _opening(mask: str, closing: int) -> int | None:
    """Where the bracket stands that the `]` at `closing` closes."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += {"]": 1, "[": -1}.get(mask[at], 0)
        if depth == 0:
            return at
    return None

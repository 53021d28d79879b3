"""Markdown between tags of HTML, which stays as it is on the page: one cause, told once at the tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

_BLOCKS = "address|article|aside|blockquote|center|details|div|dl|figure|footer|header|main|nav|ol|p|section|table|ul"
_OPEN = later(rf" {{0,3}}<(?P<name>{_BLOCKS})\b[^>]*>", re.IGNORECASE)
_FENCE = later(r" {0,3}(`{3,}|~{3,})")
_LINK = later(r"(?<![\\\]`])\[[^\[\]\n]+\]\([^()\s]+\)")
_MARKS = later(r"\\[!-/:-@\[-`{-~]| {2}$|\\$")
_CODES = ("other-in-preview", "foreign-mark")


class _Span(NamedTuple):
    """The lines from a tag to its end, by their index, and the tag."""

    first: int
    last: int
    tag: str


def enclosed(problems: Sequence[Problem], path: str, source: str, first_line: int) -> Iterator[Problem]:
    """The problems of a body, those of Markdown between two tags as one at the first of them."""
    lines = source.replace("\r", "\n").split("\n")
    spans = [*_spans(lines)]
    inside: dict[_Span, list[Problem]] = {}
    for problem in problems:
        at = problem.place.line - first_line
        span = next((each for each in spans if each.first <= at <= each.last), None)
        if problem.code in _CODES and span is not None:
            inside.setdefault(span, []).append(problem)
        else:
            yield problem
    for span in spans:
        told = inside.get(span, [])
        if not told and not _LINK.search("\n".join(lines[span.first : span.last + 1])):
            continue
        code = next((code for code in _CODES if any(each.code == code for each in told)), "foreign-mark")
        message = f"between <{span.tag}> and </{span.tag}> the page reads HTML alone, and no Markdown"
        hint = (
            "leave no empty line between them, and write HTML there (<b>bold</b>, <li>one</li>); or take the tags out"
        )
        line = lines[span.first]
        column = len(line) - len(line.lstrip()) + 1
        yield Problem(Place(path, span.first + first_line, column, len(line.strip())), code, message, hint)
    yield from _behind(lines, spans, path, first_line)


def _spans(lines: Sequence[str]) -> Iterator[_Span]:
    """The outermost blocks of HTML that begin a line, outside of code between fences."""
    at, fence = 0, ""
    while at < len(lines):
        mark, match = _FENCE.match(lines[at]), _OPEN.match(lines[at])
        if mark is not None and (not fence or lines[at].strip().startswith(fence)):
            fence = "" if fence else mark[1]
        elif match is not None and not fence:
            last = _end(lines, at, match["name"])
            if last is not None:
                yield _Span(at, last, match["name"].lower())
                at = last
        at += 1


def _end(lines: Sequence[str], first: int, name: str) -> int | None:
    """The line on which a tag that begins a line is closed; None if nothing closes it."""
    depth = 0
    for at in range(first, len(lines)):
        for match in re.finditer(rf"<(/?){name}\b[^>]*>", lines[at], re.IGNORECASE):
            depth += -1 if match[1] else 1
            if depth == 0:
                return at
    return None


def _behind(lines: Sequence[str], spans: Sequence[_Span], path: str, first_line: int) -> Iterator[Problem]:
    """Text right below the end of a tag that GitHub reads as HTML, with marks that only the page understands."""
    ends = {span.last for span in spans} | {at for at, line in enumerate(lines) if re.match(r" {0,3}<hr\s*/?>", line)}
    for end in sorted(ends):
        at = end + 1
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith("<"):
            if (match := _MARKS.search(lines[at])) and (lines[at + 1 : at + 2] != [""] or match[0].strip()):
                tag = lines[end].strip()
                message = f'GitHub takes this line for a part of "{tag}" above it, and shows its marks as they are'
                place = Place(path, at + first_line, length=len(lines[at]))
                yield Problem(place, "other-in-preview", message, f"leave an empty line below {tag}")
                break
            at += 1

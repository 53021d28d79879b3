"""The preview law: the blocks of a page are those that GitHub shows for the same text, or the difference is a Problem.

What GitHub shows is asked of its own converter.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from sitegen.problems import Problem
from sitegen.reading.markdown.dialect import safe
from sitegen.reading.markdown.lift import Source
from sitegen.reading.markdown.preview.differences import Difference, explained, of_sign
from sitegen.reading.markdown.preview.github import github_html
from sitegen.reading.markdown.preview.outline import Entry, outline, shape
from sitegen.reading.patterns import later

_MANY = 2000
_SIGNS = "*_~`"
"""The signs that mark words in running text."""
_OURS = (
    ("footnote", later(r"\s*<a class=\"footnote-backref\"[^<]*</a>"), ""),
    ("footnote", later(r'<div class="footnote">\s*<hr>'), "<div>"),
    ("footnote", later(r"<sup[^<>]*><a class=\"footnote-ref\"[^<]*</a></sup>"), ""),
    ("[", later(r"(?<=<li>)(\s*(?:<p>)?)\[[ xX]\]"), r"\1"),  # boxes to tick
)
"""Words without which a pattern finds nothing, the pattern, and what stands in place of what it finds."""
_FOOTNOTE = later(r'<li id="(fn[^"]*)">.*?</li>\s*', re.DOTALL)
_NAMES = ("{", later(r"\s*\{(?::|[ ]*[#.])[^{}\n<>]*\}"), "")  # ids and classes
_THEIRS = (
    ("footnote", later(r"\s*<a [^<>]*class=\"footnote-backref\"[^<]*(?:<sup[^<]*</sup>)?</a>"), ""),
    ("footnote", later(r"<sup class=\"footnote-ref\"><a[^<]*</a></sup>"), ""),
    ("]:", later(r"(?<![^\n>])\*\[[^\]\n]+\]:.*?(?=\n|</p>)"), ""),  # abbreviations
)


def check_preview(source: Source, html: str) -> Iterator[Problem]:
    """Every passage whose blocks or marks in running text differ. html: the sanitised HTML of the page, with marks."""
    # GitHub leaves out a footnote to which nothing points; that is reported as such.
    pointed = _FOOTNOTE.sub(lambda note: note[0] if f'href="#{note[1]}"' in html else "", html)
    page, preview = _replaced(pointed, (*_OURS, _NAMES)), _previewed(source)
    shapes = shape(page), shape(preview)
    if shapes[0] == shapes[1]:
        return
    ours, theirs = outline(page), outline(preview)
    if [entry.key for entry in ours] == [entry.key for entry in theirs]:
        yield from _signs(source, *shapes, theirs)
        return
    blocks, reported = _blocks(theirs), set[int]()
    for a, b, c, d in _parted(ours, theirs):
        at = _place(ours[a:b], theirs, c, d)
        if blocks[at] not in reported:
            reported.add(blocks[at])
            line = next((entry.first for entry in theirs[at:] if entry.first), 1)  # raw HTML has none
            yield _problem(source, line, ours[a:b], theirs[c:d])


def _signs(source: Source, page: Sequence[str], preview: Sequence[str], entries: Sequence[Entry]) -> Iterator[Problem]:
    """Texts of the same words in which one of the two shows a sign that the other takes for a mark."""
    for ours, theirs, entry in zip(page, preview, entries, strict=True):
        sign = next((sign for sign in _SIGNS if ours.count(sign) != theirs.count(sign)), None)
        if sign is not None:
            yield _at(source, entry.first, *of_sign(sign, shown=ours.count(sign) > theirs.count(sign)))


def github(source: Source) -> list[Entry]:
    """The outline of what GitHub shows, with lines of the marked source."""
    return outline(_previewed(source))


def _previewed(source: Source) -> str:
    """What GitHub shows, as sanitised HTML with lines of the marked source."""
    html = github_html(source.marked)
    if "<" in source.raw:
        html = safe(html, "data-sourcepos")
    return _replaced(html, (*_THEIRS, _NAMES))


def _replaced(html: str, patterns: Sequence[tuple[str, re.Pattern[str], str]]) -> str:
    for sign, pattern, instead in patterns:
        html = pattern.sub(instead, html) if sign in html else html
    return html


def _blocks(entries: Sequence[Entry]) -> list[int]:
    """For each entry, and for the end, the number of the outermost block that it stands in."""
    numbers = []
    depth = number = 0
    for entry in entries:
        closing = entry.name.startswith("/")
        number += depth == 0
        depth += -1 if closing else 0 if entry.name in ("text", "hr") else 1
        numbers.append(number)
    return [*numbers, number]


def _parted(ours: Sequence[Entry], theirs: Sequence[Entry]) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ, as start and end in each: first by outermost blocks, then within those that differ."""
    left, right = _grouped(ours), _grouped(theirs)
    for kind, a, b, c, d in _opcodes([keys for _, keys in left], [keys for _, keys in right]):
        if kind != "equal":
            one, other = left[a][0] if a < len(left) else len(ours), right[c][0] if c < len(right) else len(theirs)
            keys = [key for _, group in left[a:b] for key in group], [key for _, group in right[c:d] for key in group]
            yield from (
                (one + i, one + j, other + k, other + n) for what, i, j, k, n in _opcodes(*keys) if what != "equal"
            )


def _opcodes(one: Sequence[Hashable], other: Sequence[Hashable]) -> Sequence[tuple[str, int, int, int, int]]:
    """What turns one into the other; in long texts, entries that come often do not guide it."""
    return SequenceMatcher(None, one, other, autojunk=max(len(one), len(other)) > _MANY).get_opcodes()


def _grouped(entries: Sequence[Entry]) -> Sequence[tuple[int, tuple[Hashable, ...]]]:
    """The outermost blocks: where each begins, and its keys."""
    numbered = zip(_blocks(entries), enumerate(entries), strict=False)
    groups = [list(group) for _, group in groupby(numbered, key=lambda pair: pair[0])]
    return [(group[0][1][0], tuple(entry.key for _, (_, entry) in group)) for group in groups]


def _place(ours: Sequence[Entry], theirs: Sequence[Entry], start: int, end: int) -> int:
    """Which entry of GitHub's stands where the outlines part; start, end: what only GitHub has."""
    if start == end and start and all(entry.name.startswith("/") for entry in ours):
        start -= 1  # the page only ends a block later
    elif start < end and start + 1 < len(theirs) and ours and _goes_on(ours[0], theirs[start]):
        start += 1  # the page's text runs on over what GitHub shows as the next block
    return min(start, len(theirs) - 1) if theirs else 0


def _goes_on(one: Entry, other: Entry) -> bool:
    """Whether both are texts, and the first holds the second and more."""
    return one.name == other.name == "text" and one.words[: len(other.words)] == other.words


def _problem(source: Source, line: int, ours: Sequence[Entry], theirs: Sequence[Entry]) -> Problem:
    lines = source.marked.split("\n")
    number = min(max(line, 1), len(lines)) - 1
    difference = Difference(
        line=lines[number],
        above=lines[number - 1] if number else "",
        ours=tuple(entry.name.partition(" ")[0] for entry in ours),
        theirs=tuple(entry.name.partition(" ")[0] for entry in theirs),
    )
    return _at(source, line, *explained(difference))


def _at(source: Source, line: int, message: str, hint: str) -> Problem:
    """The Problem at a line of the marked source."""
    start = source.unmarked(sum(len(text) + 1 for text in source.marked.split("\n")[: max(line, 1) - 1]))
    length = max(1, len(source.raw[start:].partition("\n")[0]))
    return Problem(source.place(start, length), "other-in-preview", message, hint)

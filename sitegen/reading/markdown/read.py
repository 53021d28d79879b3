"""Reads the body of a document: converted once, sanitised, and kept as one tree with all that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from msgspec import structs

from sitegen.model.body import Body, Element, Node, Piece, walk
from sitegen.problems import Place, Problem
from sitegen.reading.markdown.bounds import HINT, check_bounds
from sitegen.reading.markdown.build import HEADINGS, Builder
from sitegen.reading.markdown.dialect import safe, to_html
from sitegen.reading.markdown.faults import Fault
from sitegen.reading.markdown.lift import Source, lift
from sitegen.reading.markdown.mistakes import Mistakes
from sitegen.reading.markdown.pasted import formatting
from sitegen.reading.markdown.preview.enclosed import enclosed
from sitegen.reading.markdown.preview.preview import check_preview
from sitegen.reading.markdown.raw import Raw

_APART = (
    "broken-link",
    "disguised-link",
    "foreign-mark",
    "heading-by-line",
    "image-alt",
    "short-row",
    "skipped-level",
    "undefined-reference",
    "unsafe-link",
    "unused-footnote",
)  # blocks are the same all the same
_WIDE = "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"  # no spaces between words
_IN_TEXT = r"</?(?:a|abbr|b|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>"
_BREAK = rf"\n(?:{_IN_TEXT})*{_WIDE}"
_WRAPPED = rf"(?s:(<pre\b.*?</pre>))|({_WIDE}(?:{_IN_TEXT})*)\n((?:{_IN_TEXT})*)(?={_WIDE})"


class Unread(NamedTuple):
    """The body of a document as text: the path of its file, and the line on which it begins there."""

    path: str
    source: str
    line: int


def read_body(path: str, source: str, line: int) -> Body:
    """The body of the file of `path`, which begins on `line` of it, as a tree with its problems."""
    if problems := tuple(check_bounds(path, source, line)):
        return _refused(problems, source, line)
    lifted = lift(path, source, line)
    try:
        html = to_html(lifted.marked)
    except RecursionError:
        problem = Problem(Place(path, line), "too-much", "the text is nested too deep to be read", HINT)
        return _refused((problem,), source, line)
    except Exception as error:  # whatever the converter trips over is a mistake of the text to its author
        hint = "look for a footnote without words or a mark that is not finished, and delete it"
        message = f"the text cannot be converted ({type(error).__name__})"
        return _refused((Problem(Place(path, line), "unreadable-file", message, hint),), source, line)
    raw = Raw(html) if "<" in source else None
    html = safe(html)
    broken = not html.isascii() and re.search(_BREAK, html)
    joined = re.sub(_WRAPPED, lambda match: match[1] or match[2] + match[3], html) if broken else html
    builder = Builder(lifted, joined)
    meaning = builder.meaning
    body = Body(
        expressions=tuple(meaning.expressions),
        links=tuple(meaning.links),
        headings=tuple(_headings(builder.tree)),
        problems=(),
        source=source,
        line=line,
        grow=partial(_grown, builder.tree),
    )
    found = [*meaning.problems, *_lost(lifted, meaning.seen, raw)]
    found += Mistakes(path, body, html, raw).problems()
    if all(problem.code in _APART for problem in found):
        found += check_preview(lifted, html)
    if raw is not None:
        found = [*enclosed([*formatting(found, path, source, line)], path, source, line)]
    return structs.replace(body, problems=tuple(sorted(set(found))))


def _refused(problems: tuple[Problem, ...], source: str, line: int) -> Body:
    grow = partial(_grown, ())
    return Body(expressions=(), links=(), headings=(), problems=problems, source=source, line=line, grow=grow)


def _headings(tree: tuple[Node, ...]) -> Iterator[tuple[Piece, ...]]:
    """The words of each heading, in order."""
    for element in walk(tree):
        if isinstance(element, Element) and element.tag in HEADINGS:
            yield tuple(node for node in walk(element.children) if not isinstance(node, Element))


def _grown(tree: tuple[Node, ...]) -> tuple[Node, ...]:
    """The tree of a body that has just been read: bodies go from one process to another."""
    return tree


def _lost(lifted: Source, seen: set[int], raw: Raw | None) -> Iterator[Problem]:
    """Expressions that reach nobody, except for those in comments."""
    hidden = seen if raw is None else seen | raw.commented
    for n, found in enumerate(lifted.lifted):
        if found.kind == "expression" and n not in hidden:
            yield Fault.lost.at(lifted.place(found.start, len(found.source)))

"""What no reader sees: attributes and classes that are left out, characters that are written as references."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from html import unescape

from markdown.extensions.attr_list import get_attrs_and_remainder

from sitegen.problems import Problem
from sitegen.reading.characters import control, control_character
from sitegen.reading.markdown.dialect import TAGS, takes
from sitegen.reading.markdown.faults import Fault
from sitegen.reading.markdown.places import Places
from sitegen.reading.markdown.preview.marks import MARK
from sitegen.reading.patterns import later

_TAG = later(r"<([a-zA-Z][a-zA-Z0-9:-]*)(\s[^<>]*)>")
_ATTRIBUTE = later(r"([^\s\"'<>/=\0]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_BRACES = later(r"(?<!\{)\{(?::|(?=[ ]*[.#]))([^{}\n]*)\}")
_REFERENCE = later(r"&(?:#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8})|[A-Za-z][A-Za-z0-9]*);?")

_NEAR = 40  # characters that hold the three before a reference, be they references too


def unseen(source: str, html: str, places: Callable[[], Places]) -> Iterator[Problem]:
    """The Problems of all that is left out. html: what the source became, sanitised."""
    if _TAG.search(source):
        yield from _attributes(places())
    if _BRACES.search(source):
        yield from _classes(places())
    if found := control(MARK.sub("-", html)):
        problems = list(_characters(source, places()))
        yield from problems or [control_character(found[0], places().at(0, 1))]


def _attributes(places: Places) -> Iterator[Problem]:
    for tag in places.hidden(_TAG):
        for match in _ATTRIBUTE.finditer(tag[2]):
            if tag[1].lower() in TAGS and not takes(tag[1].lower(), match[1].lower()):
                place = places.at(tag.start(2) + match.start(1), len(match[1]))
                yield Fault.dropped_attribute.at(place, match[1])


def _classes(places: Places) -> Iterator[Problem]:
    for match in places.hidden(_BRACES):
        for name in (name for name, _ in get_attrs_and_remainder(match[1])[0] if name != "id"):
            yield Fault.dropped_class.at(places.at(match.start(), len(match[0])), "class" if name == "." else name)


def _characters(source: str, places: Places) -> Iterator[Problem]:
    """Characters that nobody can see and that stand in the source as references, such as `&#x202E;`."""
    for match in _REFERENCE.finditer(source):
        before = unescape(source[max(0, match.start() - _NEAR) : match.start()])
        around = control(before + _decoded(match) + source[match.end() :][:1], len(before))
        if around is not None:
            yield control_character(around[0], places.at(match.start(), len(match[0])))


def _decoded(reference: re.Match[str]) -> str:
    """The character of a reference as a browser reads it."""
    if reference[1] is None:
        return unescape(reference[0])
    code = int(reference[1][1:], 16) if reference[1][0] in "xX" else int(reference[1])
    return chr(code) if code <= sys.maxunicode else ""

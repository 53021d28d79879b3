"""Tags of a template that are opened and not closed: those of Jinja by what they begin, and quotes in those of HTML."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.reading.patterns import later

TAG = later(r"\{#.*?#\}|\{\{.*?\}\}|\{%[-+]?\s*(\w+)\s*([^%]*?)[-+]?%\}", re.DOTALL)
"""What Jinja reads; of a tag its first word and the others."""
MASK = "\ufffc"
"""Stands for each character that Jinja reads."""
_PAIRED = frozenset({"block", "if", "for", "macro", "call", "filter", "with", "autoescape", "raw", "trans"})
_SIGNS = later(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSED_BY = {"{{": "}}", "{%": "%}", "{#": "#}"}
_RAW = later(r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)
_HIDDEN = later(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_COMMENT = later(r"<!--.*?-->", re.DOTALL)
_SCRIPT = later(r"(<(script|style|textarea|title)\b[^<>]*>)(.*?)(</\2>)", re.DOTALL | re.IGNORECASE)
_ELEMENT = later(r"<[A-Za-z][\w-]*\s")
_NEXT = later(r"[\"'<>]")


class Opened(NamedTuple):
    """A tag and the line where it begins, counted from 1."""

    line: int
    name: str
    words: str

    def __str__(self) -> str:
        return f"{{% {self.name} {self.words}".rstrip() + " %}"


class Torn(NamedTuple):
    """A tag of Jinja without its closing sign: where it begins in its template, and how it is to be written."""

    start: int
    sign: str
    meant: str


def left_open(source: str) -> Opened | None:
    """The tag of a template that no other closes."""
    stack: list[Opened] = []
    for found in TAG.finditer(source):
        name, words = found[1] or "", (found[2] or "").strip()
        if stack and stack[-1].name == "raw" and name != "endraw":
            continue
        if name in _PAIRED or (name == "set" and "=" not in words):
            stack.append(Opened(source.count("\n", 0, found.start()) + 1, name, words))
        elif name.startswith("end") and stack:
            if name != f"end{stack[-1].name}":
                return stack[-1]
            stack.pop()
    return stack[-1] if stack else None


def torn(source: str) -> Torn | None:
    """The first tag of a template that another begins in, or that ends with the sign of another kind or never."""
    signs = list(_SIGNS.finditer(source))
    number = 0
    while number < len(signs):
        opened = signs[number]
        if opened[0] not in _CLOSED_BY:
            number += 1
            continue
        end = _CLOSED_BY[opened[0]]
        if opened[0] == "{#":  # a comment may hold anything
            last = next((n for n in range(number + 1, len(signs)) if signs[n][0] == end), None)
        else:
            last = number + 1 if number + 1 < len(signs) and signs[number + 1][0] == end else None
        if last is None:
            words = re.split(r"[\n<]|\{[{%#]|[%#}]\}?(?:\s|$|<)", source[opened.end() :], maxsplit=1)[0].strip(" %#}")
            return Torn(opened.start(), opened[0], f"{opened[0]} {words} {end}")
        number = last + 1
    return None


def shown(source: str) -> str:
    """A template with spaces in the place of what Jinja reads, of what it leaves raw, and of scripts and comments."""
    for pattern in (_RAW, TAG, _HIDDEN):
        source = pattern.sub(_blank, source)
    return source


def masked(source: str) -> str:
    """A template with a sign in the place of what Jinja reads, and with spaces for what scripts and comments hold."""
    source = _COMMENT.sub(_blank, TAG.sub(lambda found: re.sub(r"[^\n]", MASK, found[0]), source))
    return _SCRIPT.sub(lambda found: found[1] + re.sub(r"[^\n]", " ", found[3]) + found[4], source)


def open_comment(source: str) -> int | None:
    """Where a comment of HTML begins that takes all behind it; else None."""
    found = masked(source).find("<!--")
    return found if found >= 0 else None


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def open_quote(source: str) -> int | None:
    """Where a quote begins that an attribute of HTML leaves open, so that it takes tags behind it; else None."""
    plain = shown(source)
    for element in _ELEMENT.finditer(plain):
        at = element.end()
        while (found := _NEXT.search(plain, at)) is not None and found[0] not in "<>":
            end = plain.find(found[0], found.end())
            value = plain[found.end() : end if end >= 0 else len(plain)]
            if plain[found.start() - 1] == "=" and (end < 0 or {*"<>"} <= {*value}):
                return found.start()
            at = end + 1 if end >= 0 else len(plain)
    return None

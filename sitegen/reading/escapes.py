"""Backslashes in double quotes: YAML makes another character of each and the letter behind it."""

from __future__ import annotations

import re

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later
from sitegen.reading.slips import in_quotes

ESCAPE = later(r"\\(?:x..|u.{4}|U.{8}|\r?\n[ \t]*|.)", re.DOTALL)
"""A backslash in double quotes with what belongs to it."""
_WANTED = later(r"\\(?:[\"\\/\r\n0]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})")
_MESSAGE = "a backslash in double quotes takes the letter behind it away"


def lost_letter(written: str, place: Place) -> Problem | None:
    """The Problem of the first backslash that takes a letter from a text as it is written, in double quotes.

    place: where it begins. Quotes, backslashes, line ends and the numbers of characters may stand behind one.
    """
    for escape in ESCAPE.finditer(written):
        if not _WANTED.match(escape[0]):
            lines = written[: escape.start()].split("\n")
            column = len(lines[-1]) + (1 if len(lines) > 1 else place.column)
            at = Place(place.path, place.line + len(lines) - 1, column, 2)
            return Problem(at, "yaml-syntax", f"{_MESSAGE}: {escape[0][:2]}", _unescaped(written))
    return None


def _unescaped(written: str) -> str:
    """How to write a text in double quotes so that its backslashes stay."""
    if "\n" in written:
        return "put the whole in single quotes"
    inner = re.sub(r'\\(["\\])', r"\1", written.removeprefix('"').removesuffix('"'))
    return f"put the whole in single quotes: {in_quotes(inner)}"

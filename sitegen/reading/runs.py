"""Where the characters of a YAML text stand in its file, though quotes, escapes and folded lines come between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sitegen.model.basics.text import Run
from sitegen.problems import Place
from sitegen.reading.escapes import ESCAPE
from sitegen.reading.patterns import later

_HEADER = later(r"[|>][^\n]*\n?")
_BLANK = later(r"\s*")


def runs(value: str, written: str, place: Place) -> tuple[Run, ...]:
    """The runs of a text that YAML read as `value` from `written`, which begins at `place`.

    written: with its quotes, or with the `>` or `|` above it. A run ends where the file holds something that the
    text does not: a line break with its indentation, a doubled quote, an escape.
    """
    style = written[:1] if written[:1] in ("'", '"', "|", ">") else ""
    header = _HEADER.match(written) if style in ("|", ">") else None
    at = header.end() if header else len(style)
    if header:
        at = _skipped(written, at)
    breaks = [at for at, character in enumerate(written) if character == "\n"]
    found: list[Run] = []
    expected = -1
    for offset, character in enumerate(value):
        start, end = _next(written, at, character, style)
        if start != expected:
            found.append(Run(offset, _place(breaks, start, place)))
        at = end
        expected = end if end == start + 1 else -1
    return tuple(found) or (Run(0, _place(breaks, at, place)),)


def _next(written: str, at: int, character: str, style: str) -> tuple[int, int]:
    """Where a character of the value begins and ends in what is written, looking from `at` on."""
    while style == '"' and (escape := ESCAPE.match(written, at)):
        if escape[0][1] not in "\r\n":  # an escaped line break is no character of the value
            return at, escape.end()
        at = escape.end()
    if character.isspace():
        end = _skipped(written, at)
        folded = "\n" in written[at:end]
        return at, end if folded else min(end, at + 1)
    at = _skipped(written, at)
    doubled = style == "'" and written[at : at + 2] == "''"
    return at, at + 1 + doubled


def _skipped(written: str, at: int) -> int:
    """The end of the white space that begins here."""
    match = _BLANK.match(written, at)
    return match.end() if match else at


def _place(breaks: Sequence[int], at: int, place: Place) -> Place:
    """The place of an offset in what is written. breaks: where its lines end."""
    lines = bisect_left(breaks, at)
    return Place(place.path, place.line + lines, at - breaks[lines - 1]) if lines else place.shifted(at)

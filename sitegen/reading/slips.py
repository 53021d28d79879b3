"""Slips in YAML that a parser does not report: comments that cut a text, curly quotation marks, marks of a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later

_COMMENT = later(r"[ \t]+#.*")
_IN_LINE = (  # a hundredth of a second to compile, and needed where there is a comment only
    r"""(?:[^\s'"]|'[^']*'|"(?:[^"\\]|\\.)*"|(?<=\S)['"]|\s(?!\s*\#))*?\S(\s+\#|(?<=[:-]\s[\[{])\#)"""
)
_SLASHES = later(r"\s(//+|/\*)\s")
_CURLY = later(r"[“„‟”«»]([^“”„‟«»]+)[“”‟«»]|[‘‚‛‹›]((?:[^‘’‚‛‹›]|\b’\b)+)[‘’‹›]")
_EXPRESSION = later(r"\{\{.*?\}\}", re.DOTALL)
_STRAIGHT = str.maketrans("“”„‟‘’‚‛", '""""' * 2)
_PERIOD = later(r"\d{4}(?:[-/][\w-]+)*", re.ASCII)
_DIGITS = later(r"\d[\d.,]*", re.ASCII)
_HASHTAG = later(r"#[\w-]+")
_SIGNED = later(r"""([\[,:]\s+|\[)([^,\[\]{}"':]*#[^,\[\]{}"']*?)(?=\s*[,\]}])""")
FAILED = later(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)")
"""What a cell of a spreadsheet shows that cannot be worked out."""
WORKED_OUT = "this is what a spreadsheet works out: write the number that the document says"
_MERGE = later(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")

ODD_INDENT = (
    "a space of another kind stands where YAML wants plain ones",
    "delete the spaces before the word, and type them anew",
)
"""What to say of a no-break space, or a wide one, before a word."""


def hashtags(comment: str) -> list[str]:
    """The words of a comment that are tags or ids, each behind its #; none if there is anything else in it."""
    words = comment.replace(",", " ").split()
    return [word[1:] for word in words] if all(map(_HASHTAG.fullmatch, words)) else []


def spared(line: str) -> str | None:
    """A line with brackets or braces in which # begins no comment: tags lose it, other texts are put in quotes.

    None if a comment is left then, which takes more from the line than a text between a colon or comma and the next.
    """

    def say(found: re.Match[str]) -> str:
        tags = hashtags(found[2]) if found[1][0] != ":" else []
        return found[1] + (" ".join(tags) if len(tags) == 1 else in_quotes(found[2]))

    whole = _SIGNED.sub(say, line)
    return whole.strip() if whole != line and comment_in(whole) is None else None


class Cut(str):
    """A text without quotes behind which YAML sees a comment. rest: the comment, with the space before it."""

    rest: str

    @property
    def whole(self) -> str:
        """The text with what the comment took from it, in quotes."""
        return in_quotes(str(self) + (self.rest if self else self.rest.strip()))


def cut(value: str, line: str, column: int) -> Cut | None:
    """The text as one that a comment cuts, if a comment follows it in its line from a column, counted from 0."""
    comment = _COMMENT.fullmatch(line, column)
    if comment is None:
        return None
    found = Cut(value)
    found.rest = comment[0].rstrip()
    return found


def comment_in(line: str) -> int | None:
    """Where a comment begins behind something else in a line, counted from 0."""
    found = re.match(_IN_LINE, line, re.VERBOSE)
    return None if found is None or line.lstrip().startswith("#") else found.end(1) - 1


def in_quotes(text: str) -> str:
    """A text as YAML in single quotes; in its expressions no quotation mark is curly."""
    straight = _EXPRESSION.sub(lambda found: found[0].translate(_STRAIGHT), text)
    return "'" + straight.replace("'", "''") + "'"


def curly(value: str, place: Place) -> Problem | None:
    """The Problem of a text whose only quotes are curly ones around it, which YAML takes for a part of it."""
    found = _CURLY.fullmatch(value)
    if found is None:
        return None
    inner = in_quotes(found[1] or found[2])
    hint = f"write {inner}; if readers should see the marks, write {in_quotes(value)}"
    return Problem(place, "curly-quotes", "curly quotation marks do not quote a text in YAML", hint)


def odd_space(value: str, place: Place) -> Problem | None:
    """The Problem of a space at an end of a text without quotes that YAML takes for a part of it."""
    if value == value.strip():
        return None
    if value[:1].isspace():
        return Problem(place, "yaml-syntax", *ODD_INDENT)
    message = "a space that YAML takes for a part of the text stands before or behind it"
    return Problem(place, "yaml-syntax", message, f"delete it: {value.strip()}")


def left_over(value: str, place: Place) -> Problem | None:
    """The Problem of a text without quotes that holds what ends a line elsewhere: a comma, a comment, or a quote."""
    if value.endswith(",") and value.rstrip(", "):
        message = "a comma stands at the end, which YAML takes for a part of the text"
        hint = f"take it out; if readers should see it, write {in_quotes(value)}"
        return Problem(place.shifted(place.length - 1, 1), "yaml-syntax", message, hint)
    if value.endswith("'") and "{{" in value and value.count("'") == 1:
        hint = f"write {in_quotes(value[:-1])}; if readers should see it, write {in_quotes(value)}"
        return Problem(place, "yaml-syntax", "a quote stands at the end, and none at the beginning", hint)
    if "/" in value and (comment := _SLASHES.search(value)) is not None:
        message = f"{comment[1]} begins no comment in YAML, so that readers see what follows"
        hint = f"write it behind # on a line of its own; if readers should see it, write {in_quotes(value)}"
        at = place.shifted(comment.start(1), len(comment[1])) if comment.end() < place.length else place
        return Problem(at, "yaml-syntax", message, hint)
    return None


def pasted_row(text: str) -> str | None:
    """How to write the first row that was pasted from a spreadsheet: its period, value and, if it is there, source."""
    parts = next((text.split(sign) for sign in "\t;|," if sign in text), [])
    cells = [part.split() for part in parts[:3]]
    if len(cells) < 2 or not all(cells[:2]):
        return None
    (period, *_), (number, *next_row) = cells[:2]
    if not _PERIOD.fullmatch(period) or not _DIGITS.fullmatch(number):
        return None
    source = "…" if next_row or not cells[2:] or not cells[2] else cells[2][0]
    return f"{period}: {{value: {number.replace(',', '')}, source: {source}}}"


def keep_one(key: str, first: object) -> str:
    """What to do about a key that stands there twice. first: what stands at the first."""
    if _PERIOD.fullmatch(key):
        return f"give this one its own period; two values of one period stand in one list, {key}: [{{…}}, {{…}}]"
    return "keep one, or give this one an id of its own" if isinstance(first, dict) else "keep one"


def merge_marks(path: str, lines: Sequence[str], first_line: int) -> Problem | None:
    """The one Problem of all marks that a merge left in these lines. first_line: the line of the file of the first."""
    marks = list(_marks(lines))
    if all(mark == "=======" for _, mark in marks):
        return None
    numbers = [str(number + first_line) for number, _ in marks]
    where = f"lines {', '.join(numbers[:-1])} and {numbers[-1]}" if len(numbers) > 1 else f"line {numbers[0]}"
    message = f"a merge left marks on {where}: {' '.join(dict.fromkeys(mark for _, mark in marks))}"
    place = Place(path, marks[0][0] + first_line, length=len(lines[marks[0][0]]))
    return Problem(place, "merge-mark", message, "keep the lines that are right, and delete those with marks")


def _marks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines):
        if (found := _MERGE.fullmatch(line)) is not None:
            yield number, found[1]

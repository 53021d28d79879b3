"""What the YAML parser complains of, in an editor's words, at the line where the fault is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from sitegen.problems import Place, Problem

QUOTE = "a text with {{ … }} must stand in single quotes"

_WORDS = (
    (
        "mapping values are not allowed",
        "a colon stands where none is expected",
        "put the text in quotes, or look at the indentation of this line",
    ),
    ("expected ',' or ']'", "the list that begins here is not closed", "close it with ], and part its items by commas"),
    (
        "expected ',' or '}'",
        "the braces that open here are not closed",
        "close them with }, and part the keys by commas",
    ),
    ("expected ':'", "a key without a colon stands here", "write key: value"),
    ("unexpected end of stream", "a quote is opened and not closed", "close it; a quote inside is doubled: 'it''s'"),
    ("did not find expected key", "this line does not fit those around it", "look at its indentation and quotes"),
    ("expected '-' indicator", "this line does not fit the list around it", "begin each item with - in one column"),
    ("cannot start any token", "a text cannot begin with this character", "put the text in quotes"),
)
# Complaints that the parser makes where it noticed, while the fault is where it began.
_BEGAN = ("expected ',' or", "expected ':'", "unexpected end of stream")
_KEY = re.compile(r"\s*(?:- +)?[\w.-]+")
_SIGN = re.compile(r"\bvalue: +(>(=?) ?([\d.]+))", re.ASCII)
_SINGLE = re.compile(r"(\s*(?:- +)?(?:[^\s:'\"]+: +)?)'(.*)'\s*")
_DOUBLE = re.compile(r"(\s*(?:- +)?(?:[^\s:'\"]+: +)?)\"(.*)\"\s*")


class _Fault(NamedTuple):
    """line, column: 0-based."""

    line: int
    column: int
    message: str
    hint: str


def complaint(error: yaml.YAMLError, path: str, lines: Sequence[str], first_line: int) -> Problem:
    """The Problem of a text that is no YAML. lines: the text; first_line: where in its file it begins."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        reason = getattr(error, "reason", None) or "the text holds a character that YAML does not allow"
        return Problem(Place(path, first_line), "yaml-syntax", str(reason))
    mark, problem = error.problem_mark, error.problem or ""
    line = min(mark.line, max(0, len(lines) - 1))
    if (repaired := quoted(lines, line)) is not None:
        place = Place(path, line + first_line, mark.column + 1)
        return Problem(place, "quote-the-expression", QUOTE, f"write: {repaired}")
    if error.context_mark is not None and any(words in problem for words in _BEGAN):
        mark = error.context_mark
    fault = next(_causes(lines, line, mark), None) or _in_words(mark, problem, error.context or "")
    return Problem(Place(path, fault.line + first_line, fault.column + 1), "yaml-syntax", fault.message, fault.hint)


def quoted(lines: Sequence[str], line: int) -> str | None:
    """The line with its value in single quotes, if it (or the one above) holds an unquoted expression."""
    for text in lines[line : line + 1], lines[max(0, line - 1) : line]:
        key, colon, value = "".join(text).partition(": ")
        value = value.strip()
        if colon and "{{" in value:
            inner = value.strip("\"'").replace("''", "'").replace('\\"', '"')
            return f"{key.strip()}: '{inner.replace(chr(39), chr(39) * 2)}'"
    return None


def _causes(lines: Sequence[str], noticed: int, mark: yaml.Mark) -> Iterator[_Fault]:
    """What is wrong with the line where the fault began, the one where it was noticed, or the one above that."""
    line = lines[noticed] if noticed < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield _Fault(noticed, indent.index("\t"), "a tab stands here", "indent with spaces")
    for number in dict.fromkeys((mark.line, noticed, noticed - 1)):
        if 0 <= number < len(lines):
            yield from _typing(number, lines[number])


def _typing(number: int, line: str) -> Iterator[_Fault]:
    """Slips of one line that leave no YAML: colons, spaces and quotes."""
    if sign := _SIGN.search(line):
        bound = "at-least" if sign[2] else "more-than"
        hint = f"write value: {sign[3]} with bound: {bound}"
        yield _Fault(number, sign.start(1), "a sign stands before the number", hint)
    key = _KEY.match(line)
    end = key.end() if key else 0
    after = line[end : end + 2]
    if key and after[:1] == "：":
        hint = f"write a plain colon and a space: {key[0].strip()}: {line[end + 1 :].strip()}"
        yield _Fault(number, end, "a full-width colon stands here", hint)
    elif key and after[:1] == ":" and after[1:] in ("\u00a0", "\u3000", "\u202f"):
        hint = f"type the space anew: {key[0].strip()}: {line[end + 2 :].strip()}"
        yield _Fault(number, end + 1, "a space that YAML does not take as one stands here", hint)
    elif key and after[:1] == ":" and after[1:] not in ("", " ", "/"):
        hint = f"write {key[0].strip()}: {line[end + 1 :].strip()}"
        yield _Fault(number, end, "no space stands after the colon", hint)
    elif (match := _SINGLE.fullmatch(line)) and (ending := re.search(r"(?<!')'(?!')", match[2])):
        inner = match[2].replace("''", "'").replace("'", "''")
        hint = f"double each quote inside: {match[1].strip()} '{inner}'"
        yield _Fault(number, match.end(1) + 1 + ending.start(), "a quote inside the text ends it here", hint)
    elif (match := _DOUBLE.fullmatch(line)) and (ending := re.search(r'(?<!\\)"', match[2])):
        inner = match[2].replace('\\"', '"').replace("'", "''")
        hint = f"put the whole in single quotes: {match[1].strip()} '{inner}'"
        yield _Fault(number, match.end(1) + 1 + ending.start(), "a quote inside the text ends it here", hint)


def _in_words(mark: yaml.Mark, problem: str, context: str) -> _Fault:
    """The parser's complaint as a message and a hint for an editor."""
    for words, message, hint in _WORDS:
        if words in problem:
            return _Fault(mark.line, mark.column, message, hint)
    message = f"{context}: {problem}" if context else problem or "cannot be read"
    hint = "look at the quotes, colons and indentation of this line and the one above"
    return _Fault(mark.line, mark.column, message, hint)

"""What the YAML parser complains of, in an editor's words, at the line where the fault is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from sitegen.problems import Place, Problem
from sitegen.reading.indents import odd_indent, stray_dash
from sitegen.reading.mistyped import KEY, QUOTES, Fault, mistyped
from sitegen.reading.patterns import later
from sitegen.reading.slips import FAILED, ODD_INDENT, WORKED_OUT, comment_in, in_quotes, spared

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
    ("expected alphabetic or numeric character", "a text cannot begin with & or *", "put the text in quotes"),
    ("unknown escape character", "a backslash inside double quotes needs another one", "use single quotes instead"),
    ("expected hexdecimal number", "a backslash inside double quotes needs another one", "use single quotes instead"),
    ("undefined tag handle", "a text cannot begin with !", "put the text in quotes"),
    ("expected directive name", "a text cannot begin with %", "put the text in quotes"),
    ("entries are not allowed in this context", "a list cannot begin behind its key", "begin it on a line of its own"),
    ("expected comment or line break", "a text cannot begin with | or >", "put the text in quotes"),
    ("mapping keys are not allowed", "a text cannot begin with ? and a space", "put the text in quotes"),
    ("expected node content", "nothing stands where a value is expected", "take a comma too many out, or add it"),
    ("expected <document start>", "this line does not fit those above it", "look at its indentation and quotes"),
    ("cannot start any token", "a text cannot begin with this character", "put the text in quotes"),
)
# Complaints that the parser makes where it noticed, while the fault is where it began.
_BEGAN = ("expected ',' or", "expected ':'", "unexpected end of stream")
_BRACKETS = later(r"\"[^\"\n]*\"|'[^'\n]*'|[\[\]]")
_ENTRY = later(r"\s*(?:- |[^\s:]+:(?: |$))")
_TAKEN = (
    "# begins a comment here, so the rest of the line is lost",
    "put the text around the # in single quotes; a comment belongs on a line of its own",
)
_COLON = later(r"(\s*(?:- +)?[\w-]+: +)([^'\"{\[|>&*!#].*?: .*)")
_SINGLE_QUOTED = later(r"'(?:[^']|'')*'")


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
    fault = _comment(lines, line, error) or next(_causes(lines, line, mark), None)
    fault = (
        fault
        or _indented(lines, line, problem)
        or _parted(lines, mark, problem)
        or _in_words(mark, problem, error.context or "")
    )
    return Problem(Place(path, fault.line + first_line, fault.column + 1), fault.code, fault.message, fault.hint)


def _comment(lines: Sequence[str], noticed: int, error: yaml.MarkedYAMLError) -> Fault | None:
    """Where a comment took the end of a text and what closes the braces around it, or cut a text of several lines."""
    flow = error.context_mark is not None and "flow" in (error.context or "")
    first = min(error.context_mark.line, noticed) if flow and error.context_mark is not None else noticed - 1
    first -= flow and 0 < first == noticed and _left_open(lines[noticed - 1])
    continues = noticed < len(lines) and lines[noticed].strip() and not _ENTRY.match(lines[noticed])
    if not flow and not continues:
        return None
    for number in range(max(0, first), min(noticed + 1, len(lines))):
        if (column := comment_in(lines[number])) is not None:
            if failed := FAILED.match(lines[number], column):
                return Fault(number, column, f'"{failed[0]}" is no value', WORKED_OUT)
            whole = spared(lines[number])
            return Fault(number, column, _TAKEN[0], f"write {whole}" if whole else _TAKEN[1], "cut-text")
    return None


def _left_open(line: str) -> bool:
    """Whether a bracket or brace is open where a comment begins in a line."""
    before = QUOTES.sub("", line[: comment_in(line)])
    return sum(map(before.count, "[{")) > sum(map(before.count, "]}"))


def quoted(lines: Sequence[str], line: int) -> str | None:
    """The line with its value in single quotes, if it (or the one above) holds an unquoted expression."""
    for text in lines[line : line + 1], lines[max(0, line - 1) : line]:
        key, colon, value = "".join(text).partition(": ")
        value = value.strip()
        if colon and "{{" in value and not _SINGLE_QUOTED.fullmatch(value):
            inner = value.strip("\"'").replace("''", "'").replace('\\"', '"')
            return f"{key.strip()}: {in_quotes(inner)}"
    return None


def bad_key(place: Place, lines: Sequence[str], line: int) -> Problem:
    """The Problem of a key that is no word, such as an expression without quotes. line: its line, counted from 0."""
    if (repaired := quoted(lines, line)) is not None:
        return Problem(place, "quote-the-expression", QUOTE, f"write: {repaired}")
    return Problem(place, "wrong-type", "a key must be a word", "write key: value")


def _causes(lines: Sequence[str], noticed: int, mark: yaml.Mark) -> Iterator[Fault]:
    """What is wrong with the line where the fault began, the one where it was noticed, or the one above that."""
    line = lines[noticed] if noticed < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield Fault(noticed, indent.index("\t"), "a tab stands here", "indent with spaces")
    for number in dict.fromkeys((mark.line, noticed, noticed - 1)):
        if 0 <= number < len(lines):
            text = lines[number]
            if odd := re.match(r" *([^\S \t])", text):
                yield Fault(number, odd.start(1), *ODD_INDENT)
            yield from mistyped(number, lines[number])


def _indented(lines: Sequence[str], noticed: int, problem: str) -> Fault | None:
    """The fault of a line with a space too many or too few before it; of a text with a colon, how to quote it."""
    key, above = re.match(r"(\w+):", lines[noticed]), lines[:noticed]
    if key is not None and any(line.startswith(f"- {key[1]}:") for line in above):
        return Fault(noticed, 0, "an item of the list begins here without its -", f"write - {lines[noticed].strip()}")
    if lines[noticed].startswith("- ") and any(KEY.match(line) and line[:1].isalnum() for line in above):
        hint = f"take the - out: {lines[noticed][2:].strip()}"
        return Fault(noticed, 0, "an item of a list stands among keys", hint)
    if (dashed := stray_dash(lines, noticed)) is not None:
        entry = lines[dashed].strip()
        message = "a dash stands before this entry, and none before those beside it"
        return Fault(dashed, lines[dashed].index("-"), message, f"take it out: {entry[1:].strip()}")
    odd = odd_indent(lines, noticed, problem)
    if odd is not None:
        begins = f"{odd.spaces or 'no'} space{'' if odd.spaces == 1 else 's'}"
        message = f"this line begins with {begins}, and those that it belongs to with {odd.wanted or 'none'}"
        hint = f"begin it with {odd.wanted} spaces" if odd.wanted else "begin it at the margin"
        return Fault(odd.line, 0, message, hint)
    if "mapping values" in problem and (found := _COLON.fullmatch(lines[noticed])):
        hint = f"put the text in quotes: {found[1].strip()} {in_quotes(found[2].strip())}"
        return Fault(noticed, found.end(1) + found[2].index(": "), "a colon inside the text ends it here", hint)
    return None


def _parted(lines: Sequence[str], mark: yaml.Mark, problem: str) -> Fault | None:
    """The fault of a list in brackets that is closed, and whose comparisons have commas of their own."""
    if "expected ',' or ']'" not in problem or mark.line >= len(lines):
        return None
    text = "\n".join((lines[mark.line][mark.column :], *lines[mark.line + 1 :]))
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if depth == 0:
            if "(" not in text[: match.end()]:
                return None
            hint = 'write one comparison a line: - rank("ranking-id", "entity") == 1'
            return Fault(mark.line, mark.column, "the comparisons of this list have commas of their own", hint)
    return None


def _in_words(mark: yaml.Mark, problem: str, context: str) -> Fault:
    """The parser's complaint as a message and a hint for an editor."""
    for words, message, hint in _WORDS:
        if words in problem:
            return Fault(mark.line, mark.column, message, hint)
    message = f"{context}: {problem}" if context else problem or "cannot be read"
    hint = "look at the quotes, colons and indentation of this line and the one above"
    return Fault(mark.line, mark.column, message, hint)

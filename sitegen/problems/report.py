"""Reports: problems as text for people, JSON for programs, and annotations for GitHub. Pure: nothing prints here."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from sitegen.problems import Problem
from sitegen.problems.order import ALIKE, at_most_ten, in_order

Style = Literal["text", "json", "github", "markdown"]
ReadLines = Callable[[str], Sequence[str] | None]
WIDTH = 110
NEAR = 30
MOST = 1000
"""So many problems fit into a summary."""
TAB = 4
_ERROR = re.compile(r"^(\S.*?: )(error\[[a-z-]+\])")
_WARNING = re.compile(r"^(\S.*?: )(warning\[[a-z-]+\])")
_ADVICE = re.compile(r"^(\S.*?: )(advice\[[a-z-]+\])")
_HINT = re.compile(r"^( +(?:\| +(?=\^)|= ))(.+)")
_RED, _YELLOW, _CYAN = (f"\\1\x1b[{color}m\\2\x1b[0m" for color in ("1;31", "1;33", "36"))


def format_problems(problems: Iterable[Problem], read_lines: ReadLines, style: Style, folder: str = "") -> str:
    """The report on the problems, causes first; "" for none, but `[]` in JSON, and a sentence in Markdown.

    Only JSON and Markdown list more than ten alike. read_lines: gives the lines of an input file by its path, or None
    if it has none to show. folder: of the project in its repository, before the paths of annotations.
    """
    found = in_order(problems)
    match style:
        case "json":
            return json.dumps([_as_json(problem) for problem in found], ensure_ascii=False, indent=2)
        case "github":
            return _annotations(found, read_lines, folder)
        case "markdown":
            return _as_list(found)
        case "text":
            kept, more = at_most_ten(found)
            shown = [_as_text(problem, read_lines(problem.place.path)) for problem in kept]
            return "\n".join(shown + [f"… and {count} more of {code}" for code, count in more.items()])


def _annotations(found: Sequence[Problem], read_lines: ReadLines, folder: str) -> str:
    """Ten of each severity, which is what GitHub shows of a step, and in its log a group of the others."""
    kinds = [[p for p in found if p.severity == severity] for severity in ("error", "warning", "advice")]
    lines = [_as_annotation(problem, folder) for kind in kinds for problem in kind[:ALIKE]]
    if rest := [problem for kind in kinds for problem in kind[ALIKE:]]:
        texts = (_as_text(problem, read_lines(problem.place.path)) for problem in rest)
        lines += [f"::group::{len(rest)} more problems", *texts, "::endgroup::"]
    return "\n".join(lines)


def _as_json(problem: Problem) -> dict[str, str | int]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "message": problem.message,
        "hint": problem.hint,
    }


def _as_list(found: Sequence[Problem]) -> str:
    """Every problem as an item of a list of Markdown, for a summary, as far as one can hold them."""
    lines = [_as_item(problem) for problem in found[:MOST]]
    more = [f"- … and {len(found) - MOST} more"] if len(found) > MOST else []
    if not found:
        return "No problems."
    return "\n".join([*lines, *more, "", f"More on a code: `sitegen docs {found[0].code}`"])


def _as_item(problem: Problem) -> str:
    place = problem.place
    where = f"{place.path}:{place.line}:{place.column}".replace("`", "'")
    said = [_plain(text) for text in (problem.message, *problem.hint.splitlines()) if text]
    return f"- `{clean(where)}` **{problem.severity}[{problem.code}]** {'; '.join(said)}"


def _plain(text: str) -> str:
    """A text in which no sign means anything to Markdown."""
    return re.sub(r"([\\`*_\[\]<>|~#])", r"\\\1", clean(text))


def _as_annotation(problem: Problem, folder: str) -> str:
    """A workflow command, which GitHub shows at the line in the pull request."""
    place = problem.place
    properties = {
        "file": folder + place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": f"sitegen: {problem.code}",
    }
    listed = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    command = "notice" if problem.severity == "advice" else problem.severity
    return f"::{command} {listed}::{_escaped(text)}"


def _escaped(text: str, also: str = "") -> str:
    """Percent-encodes what would end a workflow command."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + also else char for char in text)


def _as_text(problem: Problem, lines: Sequence[str] | None) -> str:
    place = problem.place
    head = f"{problem.severity}[{problem.code}]: {clean(problem.message)}"
    hints = [clean(line) for line in problem.hint.splitlines()]
    if lines is None:
        return "\n".join([f"{clean(place.path)}: {head}", *(f"    {line}" for line in hints)])
    head = f"{clean(place.path)}:{place.line}:{place.column}: {head}"
    if not 0 < place.line <= len(lines):
        return "\n".join([head, *(f"    {line}" for line in hints)])
    return "\n".join([head, *_excerpt(lines[place.line - 1], place.line, place.column, place.length, hints)])


def painted(report: str) -> str:
    """A report in text with the colours of a terminal: severities in red or yellow, carets with their hint in cyan."""
    for pattern, color in ((_ERROR, _RED), (_WARNING, _YELLOW), (_ADVICE, _CYAN), (_HINT, _CYAN)):
        report = "\n".join(pattern.sub(color, line) for line in report.split("\n"))
    return report


def _excerpt(line: str, number: int, column: int, length: int, hints: Sequence[str]) -> list[str]:
    """The source line with carets under the characters meant, and the hints beside or below them."""
    shown, start, marked = _cells(*near(line.rstrip("\r\n"), column), length)
    margin = " " * max(5, len(str(number)))
    carets = " " * start + "^" * max(1, marked)
    beside = len(hints) == 1 and len(carets) + 1 + _width(hints[0]) <= WIDTH
    rows = [f"{number:>{len(margin)}} | {shown}", f"{margin} | {carets}{' ' + hints[0] if beside else ''}"]
    return rows if beside else rows + [f"{margin} = {hint}" for hint in hints]


def counted(count: int, noun: str, nouns: str = "") -> str:
    """A number of things in words: "1 error", "2 errors". nouns: the plural where it has more than an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or noun + 's'}"


def near(line: str, column: int) -> tuple[str, int]:
    """A long line cut so that the column is in sight, and where that column is in it."""
    skip = column - NEAR if column > NEAR and _width(line[: 2 * WIDTH]) > WIDTH else 0
    return ("…" + line[skip:], column - skip + 1) if skip else (line, column)


def _cells(line: str, column: int, length: int) -> tuple[str, int, int]:
    """At most WIDTH cells of the line with its tabs spread out, the cell where the mark begins, and its cells."""
    shown = ""
    starts = [0]
    for char in line:
        added = " " * (TAB - starts[-1] % TAB) if char == "\t" else clean(char)
        shown += added
        starts.append(starts[-1] + _width(added))
        if starts[-1] >= WIDTH or len(starts) > 4 * WIDTH:  # accents take no cell
            shown += "…"
            break
    first = starts[min(column - 1, len(starts) - 1)]
    last = starts[min(column - 1 + length, len(starts) - 1)]
    return shown, first, last - first


def _width(text: str) -> int:
    """How many cells a terminal gives the text: two for a Han character, none for an accent of its own."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def clean(text: str) -> str:
    """The text without control characters, which could change what a terminal shows."""
    return "".join("�" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char for char in text)

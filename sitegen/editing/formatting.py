"""One canonical way to write data files and front matter: indentation, spaces, line ends. What they say stays."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from sitegen.editing.files import text_at, write_all
from sitegen.kinds import KINDS
from sitegen.load.files import Roles, read_files
from sitegen.problems import Place, Problem
from sitegen.project import require_project
from sitegen.reading.slips import comment_in
from sitegen.reading.yaml import read_yaml

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")
_NESTED = re.compile(r"( *(?:- )*)-   - ")
_FENCES = re.compile(r"(---[ \t]*\n)(.*?\n)(---[ \t]*(?:\n|\Z))", re.DOTALL)


def formatted(path: str, text: str) -> str | Problem:
    """A data file, or the front matter of a document, in the canonical way; or why it is left as it is.

    Two spaces for each level, lists two further in than their key, one space behind colons and commas, at most one
    blank line, lines that end in \\n and no mark before the first. Order, quotes, braces and comments stay.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not path.endswith(".md"):
        return _yaml(path, plain)
    front = _FENCES.match(plain)
    if front is None:
        return text
    inner = _yaml(path, front[2])
    return inner if isinstance(inner, Problem) else f"---\n{inner}---\n{plain[front.end() :]}"


def format_project(project: Path) -> tuple[dict[str, str], list[Problem]]:
    """The texts of a project that are not in the canonical way, by their paths; and why others are left as they are.

    Raises SitegenError if the folder is no project.
    """
    require_project(project)
    files, problems, _ = read_files(project, KINDS)
    texts = Roles(KINDS).texts
    changed: dict[str, str] = {}
    for file in files:
        if file.role not in texts:
            continue
        found = formatted(file.path, text := file.content.decode())
        if isinstance(found, Problem):
            problems.append(found)
        elif found != text:
            changed[file.path] = found
    return changed, sorted(problems)


def write_formatted(project: Path, texts: Mapping[str, str]) -> None:
    """Writes all of some texts or none; raises SitegenError if one of them may not be written."""
    for path in texts:
        text_at(project, path)
    write_all(project, {path: text.encode() for path, text in texts.items()})


def _yaml(path: str, text: str) -> str | Problem:
    """A YAML text in the canonical way; the result is held against what the text says and its comments."""
    before, problems = read_yaml(path, text)
    if before is None:
        return problems[0]
    if before.value is None:
        return _tidy(text)
    try:
        after = _tidy(_written(_tidy(text), isinstance(before.value, list)))
        again = _tidy(_written(after, isinstance(before.value, list)))
    except YAMLError:
        return _left(path)
    document, _ = read_yaml(path, after)
    same = document is not None and document.value == before.value and _comments(after) == _comments(text)
    return after if same and again == after else _left(path)


def _written(text: str, listed: bool) -> str:
    """The text as ruamel.yaml writes it back, with its comments and quotes. listed: whether its root is a list."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=2 if listed else 4, offset=0 if listed else 2)
    out = io.StringIO()
    yaml.dump(yaml.load(text), out)
    return _closer(out.getvalue())


def _closer(text: str) -> str:
    """The text with the lists that stand in a list as `- - a`: ruamel.yaml puts them as far in as those of a key."""
    lines = text.split("\n")
    for number in range(len(lines)):
        while (nested := _NESTED.match(lines[number])) is not None:
            inner = " " * (nested.end() - 2)
            lines[number] = f"{nested[1]}- {lines[number][nested.end() - 2 :]}"
            for below in range(number + 1, len(lines)):
                if lines[below].startswith(inner):
                    lines[below] = lines[below][2:]
                elif lines[below] and not lines[below].lstrip().startswith("#"):
                    break
    return "\n".join(lines)


def _tidy(text: str) -> str:
    """Without spaces at the ends of lines and second blank lines; with a line end behind the last."""
    kept = _BLANK.sub("\n\n", _TRAILING.sub("", text)).strip("\n")
    return kept + "\n" if kept else ""


def _comments(text: str) -> Counter[str]:
    """The comments of a text, however often each stands there."""
    found: Counter[str] = Counter()
    for line in text.splitlines():
        start = 0 if line.lstrip().startswith("#") else comment_in(line)
        if start is not None:
            found[line[start:].strip()] += 1
    return found


def _left(path: str) -> Problem:
    message = "this file cannot be written in the canonical way without a change of what it says, and is left as it is"
    return Problem(Place(path), "unwritable-folder", message, "write long texts and comments on lines of their own")

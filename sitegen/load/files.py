"""The files of a project: which are read, as what, and which have no business where they lie."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Place, Problem

MAX_BYTES = 10_000_000

_SINGLE = {"site.yaml": "site", "metrics.yaml": "metrics", "rankings.yaml": "rankings"}
_SINGLE |= {"capabilities.yaml": "capabilities", "events.yaml": "events", "claims.yaml": "claims"}
_FOLDERS = {
    "companies": "company",
    "sources": "sources",
    "series": "series",
    "expansion": "expansion",
    "charts": "chart",
}
_DOCUMENTS = {"companies": "company", "rankings": "ranking", "expansion": "expansion", "briefs": "brief"}


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file of the project. role: what it is read as; path: relative, with forward slashes."""

    path: str
    role: str
    stem: str
    content: bytes

    def text(self) -> str:
        """The content as UTF-8 text; raises UnicodeDecodeError."""
        return self.content.decode("utf-8-sig").replace("\r\n", "\n")


def read_files(root: Path) -> tuple[list[InputFile], list[Problem]]:
    """Every file under data/, content/ and templates/charts/, in the order of its path."""
    files: list[InputFile] = []
    problems: list[Problem] = []
    for path in sorted(_walk(root)):
        role = _role(path)
        if role is None:
            problems.append(_unexpected(path))
            continue
        try:
            size = (root / path).stat().st_size
            content = b"" if size > MAX_BYTES else (root / path).read_bytes()
        except OSError as error:
            problems.append(Problem(Place(path), "unreadable-file", f"cannot be opened: {error.strerror}"))
            continue
        if size > MAX_BYTES:
            problems.append(Problem(Place(path), "unreadable-file", "larger than 10 MB", "split or shrink the file"))
            continue
        file = InputFile(path, role, Path(path).stem, content)
        if role not in ("static", "asset") and (problem := _not_text(file)):
            problems.append(problem)
        else:
            files.append(file)
    return files, problems


def _walk(root: Path) -> Iterator[str]:
    for top in ("data", "content", "templates/charts"):
        for folder, folders, names in os.walk(root / top):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
            here = Path(folder).relative_to(root).as_posix()
            yield from (f"{here}/{name}" for name in names if _wanted(here, name))


def _wanted(folder: str, name: str) -> bool:
    """Hidden and backup files are nobody's input, but for those that content/static/ publishes."""
    if name in (".DS_Store", ".gitkeep") or name.endswith("~"):
        return False
    return folder.startswith("content/static") or not name.startswith(".")


def _role(path: str) -> str | None:
    top, *folders, name = path.split("/")
    stem, suffix = os.path.splitext(name)
    if top == "data":
        if folders[:1] == ["schemas"]:
            return "schema"
        if suffix != ".yaml":
            return None
        if not folders:
            return _SINGLE.get(name)
        return _FOLDERS.get(folders[0]) if len(folders) == 1 else None
    if top == "templates":
        return "kind" if suffix == ".py" else None
    if folders[:1] == ["static"]:
        return "static"
    if suffix != ".md":
        return "asset"
    if not folders:
        return "index" if stem == "index" else "page"
    return _DOCUMENTS.get(folders[0]) if len(folders) == 1 else None


def _unexpected(path: str) -> Problem:
    hint = "see docs/data-reference.md for the folders and their files"
    if path.endswith((".yml", ".YAML", ".YML")):
        hint = f"name it {Path(path).with_suffix('.yaml').name}"
    elif path.endswith(".md"):
        hint = "Markdown stands in content/companies, rankings, expansion or briefs, or directly in content/"
    return Problem(Place(path), "unexpected-file", "nothing reads this file here", hint)


def _not_text(file: InputFile) -> Problem | None:
    try:
        file.text()
    except UnicodeDecodeError as error:
        line = file.content[: error.start].count(b"\n") + 1
        return Problem(
            Place(file.path, line), "unreadable-file", "not UTF-8 text from here on", "save the file as UTF-8"
        )
    return None

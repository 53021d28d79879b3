"""Reads the files of a project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.disk import Known, Reader, not_utf8
from sitegen.load.files.beside import misplaced
from sitegen.load.files.names import bad_name, is_hidden, moved, not_entered, renamed, unexpected
from sitegen.load.files.roles import UNKNOWN, InputFile, Roles
from sitegen.load.publishable import not_published
from sitegen.load.shape.names import name_problem
from sitegen.problems import Place, Problem
from sitegen.reading.characters import PLAIN, control, control_character
from sitegen.register.kind import Kinds


def read_files(root: Path, kinds: Kinds, known: Known | None = None) -> tuple[list[InputFile], list[Problem], set[str]]:
    """Every file under data/, content/ and templates/charts/, in the order of its path.

    With them the problems of those that cannot be read, and their roles, of which not all is known then; UNKNOWN
    is that of a file that may be anything. known: what this process read before. To be called after `require_readable`.
    """
    files: list[InputFile] = []
    problems: list[Problem] = []
    failed: set[str] = set()
    roles, reader = Roles(kinds), Reader(root, known)
    for path, entered in sorted(_walk(root, roles)):
        if (problem := name_problem(path) or (None if entered else not_entered(root, path, roles))) is not None:
            problems.append(problem)
            failed |= _roles_below(path, roles)
        elif (role := roles.of(path)) is None:
            problems.append(unexpected(path, roles, root))
            meant = (roles.of(renamed(path)), roles.of(moved(path, roles, root)))
            failed |= {each for each in meant if each} or {UNKNOWN}
        elif isinstance(file := _open(reader, path, role, roles), Problem):
            problems.append(file)
            failed.add(role)
        else:
            files.append(file)
    named = [problem for file in files if (problem := bad_name(file, roles, files)) is not None]
    failed |= {role for problem in named if (role := roles.of(problem.place.path)) is not None}
    outside, missed = misplaced(root, roles)
    return files, [*problems, *named, *outside], failed | missed


def exchanged(files: Iterable[InputFile], instead: Mapping[str, bytes], kinds: Kinds) -> list[InputFile]:
    """The files with other contents for some of them, and with those that are not on the disk, by their paths."""
    found = {file.path: file for file in files}
    for path, content in instead.items():
        role = Roles(kinds).of(path)
        assert role is not None  # only files that are read somewhere are written
        found[path] = InputFile(path, role, Path(path).stem, content)
    return [found[path] for path in sorted(found)] if instead else list(found.values())


def _walk(root: Path, roles: Roles) -> Iterator[tuple[str, bool]]:
    """Every file, with True, and the folders that are not entered: links, and those named as files."""
    for top in ("data", "content", "templates/charts"):
        if (root / top).is_symlink():
            yield top, False
            continue
        for folder, folders, names in os.walk(root / top):
            here = Path(folder).relative_to(root).as_posix()
            folders[:] = sorted(
                name for name in folders if not is_hidden(name) or f"{here}/".startswith("content/static/")
            )
            odd = [
                name
                for name in folders
                if os.path.islink(f"{folder}/{name}") or roles.of(f"{here}/{name}") in roles.texts or is_hidden(name)
            ]
            folders[:] = [name for name in folders if name not in odd]
            yield from ((f"{here}/{name}", False) for name in odd if _wanted(here, name))
            yield from ((f"{here}/{name}", True) for name in names if _wanted(here, name))


def _roles_below(path: str, roles: Roles) -> set[str]:
    """The roles of a file that was not read, or of those in a folder that was not entered."""
    if "/" not in path:
        return roles.texts
    return {role for role in (roles.of(path), roles.of(f"{path}/x.yaml"), roles.of(f"{path}/x.md")) if role}


def _open(reader: Reader, path: str, role: str, roles: Roles) -> InputFile | Problem:
    content = reader.read(path)
    if isinstance(content, Problem):
        return content
    file = InputFile(path, role, os.path.splitext(path)[0].rpartition("/")[2], content)
    if role in ("static", "asset"):
        return not_published(path, content) or file
    return (_not_text(file) if role in roles.texts or role == "kind" else None) or file


def _wanted(folder: str, name: str) -> bool:
    """Hidden and backup files are no input, except for those that content/static/ publishes."""
    if name in (".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini") or name.endswith("~") or name.startswith("~$"):
        return False
    return folder.startswith("content/static") or not name.startswith(".")


def _not_text(file: InputFile) -> Problem | None:
    if file.content.isascii() and not file.content.translate(None, PLAIN):
        return None  # as the search below would find, in a fiftieth of its time
    if (problem := not_utf8(file.path, file.content)) is not None:
        return problem
    text = file.text()
    if (match := control(text)) is None:
        return None
    before = text[: match.start()]
    place = Place(file.path, before.count("\n") + 1, match.start() - before.rfind("\n"))
    return control_character(match[0], place)

"""The files of a project: which are read, as what, and which are not expected where they are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sitegen.disk import Encoding, Reader, guessed
from sitegen.load.publishable import not_published
from sitegen.load.shape.names import id_hint, name_problem
from sitegen.problems import Place, Problem
from sitegen.reading.characters import control, control_character
from sitegen.register.kind import Kinds

_SINGLE = {"site.yaml": "site", "units.yaml": "units", "metrics.yaml": "metrics", "places.yaml": "places"}
_SINGLE |= {"capabilities.yaml": "capabilities", "events.yaml": "events", "claims.yaml": "claims"}
_SINGLE |= {"rankings.yaml": "rankings", "words.yaml": "words"}
_SINGLE |= {"imports.yaml": "imports"}
_FOLDERS = {
    "companies": "company",
    "sources": "sources",
    "series": "series",
    "expansion": "expansion",
    "charts": "chart",
}
_STEMS = {"company", "expansion", "chart"}

_YAML = re.compile(r"\.(?:ya?ml\.txt|yml|YA?ML|txt)$", re.IGNORECASE)
_PLAIN = bytes(code for code in range(128) if not control(chr(code)))


@dataclass(frozen=True, slots=True)
class Roles:
    """What each file of a project is read as, by its path. kinds: of which some have Markdown documents."""

    kinds: Kinds

    @property
    def folders(self) -> Mapping[str, str]:
        """The kind of the documents in each folder below content/."""
        return {kind.folder: kind.document for kind in self.kinds if kind.folder and kind.document}

    @property
    def named(self) -> set[str]:
        """The roles of files whose names become ids."""
        return {*_STEMS, *(kind.document for kind in self.kinds if kind.document and kind.document != "index")}

    @property
    def texts(self) -> set[str]:
        """The roles of files that hold text."""
        return {*_SINGLE.values(), *_FOLDERS.values(), *(kind.document for kind in self.kinds if kind.document)}

    def of(self, path: str) -> str | None:
        """The role of a file, or None where no file is expected."""
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
        return self.folders.get(folders[0]) if len(folders) == 1 else None


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


def read_files(root: Path, kinds: Kinds) -> tuple[list[InputFile], list[Problem], set[str]]:
    """Every file under data/, content/ and templates/charts/, in the order of its path.

    With them the problems of those that cannot be read, and their roles, of which not all is known then.
    """
    files: list[InputFile] = []
    problems: list[Problem] = []
    failed: set[str] = set()
    roles, reader = Roles(kinds), Reader(root)
    for path in sorted(_walk(root, roles)):
        if (problem := name_problem(path) or _folder(root, path, roles)) is not None:
            problems.append(problem)
            failed |= _roles_below(path, roles)
        elif (role := roles.of(path)) is None:
            problems.append(_unexpected(path, roles))
            failed |= {meant for meant in (roles.of(_renamed(path)), roles.of(_moved(path))) if meant}
        elif isinstance(file := _open(reader, path, role, roles), Problem):
            problems.append(file)
            failed.add(role)
        else:
            files.append(file)
            if named := _bad_name(file, roles):
                problems += named
                failed.add(role)
    return files, problems, failed


def exchanged(files: Iterable[InputFile], instead: Mapping[str, bytes], kinds: Kinds) -> list[InputFile]:
    """The files with other contents for some of them, and with those that are not on the disk, by their paths."""
    found = {file.path: file for file in files}
    for path, content in instead.items():
        role = Roles(kinds).of(path)
        assert role is not None  # only files that are read somewhere are written
        found[path] = InputFile(path, role, Path(path).stem, content)
    return [found[path] for path in sorted(found)] if instead else list(found.values())


def _walk(root: Path, roles: Roles) -> Iterator[str]:
    """Every file, and of the folders those that are not entered: links, unreadable ones, and those named as files."""
    closed: list[OSError] = []
    for top in ("data", "content", "templates/charts"):
        if (root / top).is_symlink():
            yield top
            continue
        for folder, folders, names in os.walk(root / top, onerror=closed.append):
            here = Path(folder).relative_to(root).as_posix()
            folders[:] = sorted(
                name for name in folders if not _is_hidden(name) or f"{here}/".startswith("content/static/")
            )
            odd = [
                name
                for name in folders
                if os.path.islink(f"{folder}/{name}") or roles.of(f"{here}/{name}") in roles.texts or _is_hidden(name)
            ]
            folders[:] = [name for name in folders if name not in odd]
            yield from (f"{here}/{name}" for name in [*odd, *names] if _wanted(here, name))
    yield from (
        Path(error.filename).relative_to(root).as_posix() for error in closed if (root / error.filename).exists()
    )


def _is_hidden(folder: str) -> bool:
    """Whether a folder is some program's own: no input, and in content/static/ an error."""
    return folder.startswith((".", "__")) and folder != ".well-known"


def _folder(root: Path, path: str, roles: Roles) -> Problem | None:
    """The Problem of a folder that is not entered."""
    if not os.path.isdir(os.path.join(root, path)):
        return None
    found = root / path
    if found.is_symlink():
        message, hint = "a link to a folder is not followed", "put the files themselves into this folder"
    elif roles.of(path) in roles.texts:
        message, hint = "a folder stands where a file is expected", "rename it, or put the file in its place"
    elif _is_hidden(Path(path).name):
        message, hint = "a hidden folder is not published", "take it out of content/static/, or give it another name"
    else:
        return Problem(Place(path), "unreadable-file", "the folder cannot be opened", "allow its files to be read")
    return Problem(Place(path), "unexpected-file", message, hint)


def _roles_below(path: str, roles: Roles) -> set[str]:
    """The roles of a file that was not read, or of those in a folder that was not entered."""
    if "/" not in path:
        return roles.texts
    return {role for role in (roles.of(path), roles.of(f"{path}/x.yaml"), roles.of(f"{path}/x.md")) if role}


def _open(reader: Reader, path: str, role: str, roles: Roles) -> InputFile | Problem:
    content = reader.read(path)
    if isinstance(content, Problem):
        return content
    file = InputFile(path, role, Path(path).stem, content)
    if role in ("static", "asset"):
        return not_published(path, content) or file
    return (_not_text(file) if role in roles.texts or role == "kind" else None) or file


def _bad_name(file: InputFile, roles: Roles) -> list[Problem]:
    """The problem of a file whose name becomes an id, and is none."""
    if file.role not in roles.named or (hint := id_hint(file.stem)) is None:
        return []
    suffix = Path(file.path).suffix
    hint = f"name the file {hint}{suffix}" if hint else "name it in small letters, digits and hyphens"
    return [Problem(Place(file.path), "bad-id", f'"{file.stem}", the name of this file, is not an id', hint)]


def _wanted(folder: str, name: str) -> bool:
    """Hidden and backup files are no input, but for those that content/static/ publishes."""
    if name in (".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini") or name.endswith("~") or name.startswith("~$"):
        return False
    return folder.startswith("content/static") or not name.startswith(".")


def _renamed(path: str) -> str:
    """The path of a file with an ending that was probably meant to be .yaml, or the same path."""
    return _YAML.sub(".yaml", path) if path.startswith("data/") else path


def _moved(path: str) -> str:
    """The path of a data file in the folder whose name its own misspells, or the same path."""
    top, *folders, name = path.split("/")
    near = get_close_matches(folders[0], _FOLDERS, 1, 0.6) if top == "data" and len(folders) == 1 else []
    return f"data/{near[0]}/{name}" if near else path


def _unexpected(path: str, roles: Roles) -> Problem:
    hint = "see docs/data-reference.md for the folders and their files"
    name = path.rpartition("/")[2]
    if (renamed := _renamed(path)) != path and roles.of(renamed):
        hint = f"name it {renamed.rpartition('/')[2]}"
    elif path.endswith((".xlsx", ".xls", ".ods", ".csv", ".tsv")):
        hint = f"keep it elsewhere, and let sitegen import {name} write its values into data/series/"
    elif (moved := _moved(path)) != path:
        hint = f"move it to {moved.rpartition('/')[0]}/"
    elif path.endswith(".md"):
        hint = f"Markdown stands directly in content/, or in its folders {', '.join(roles.folders)}"
    return Problem(Place(path), "unexpected-file", "nothing reads this file here", hint)


def _not_text(file: InputFile) -> Problem | None:
    if file.content.isascii() and not file.content.translate(None, _PLAIN):
        return None  # as the search below would find, in a fiftieth of its time
    if (encoding := guessed(file.content)) is not None:
        return _encoded(file, encoding)
    try:
        text = file.text()
    except UnicodeDecodeError as error:
        line = file.content[: error.start].count(b"\n") + 1
        return Problem(Place(file.path, line), "unreadable-file", "not text from here on", "save the file as UTF-8")
    if (match := control(text)) is None:
        return None
    before = text[: match.start()]
    place = Place(file.path, before.count("\n") + 1, match.start() - before.rfind("\n"))
    return control_character(match[0], place)


def _encoded(file: InputFile, encoding: Encoding) -> Problem:
    """The Problem of a text in another encoding, at the first line that UTF-8 would write in other bytes."""
    text = file.content.decode(encoding.codec).removeprefix("\ufeff")
    lines = text.splitlines()
    number, line = next(((n, line) for n, line in enumerate(lines, 1) if not line.isascii()), (1, lines[0]))
    column = next((at for at, char in enumerate(line, 1) if not char.isascii()), 1)
    message = f"the file is not UTF-8: it looks like {encoding.name}"
    hint = "open it in that encoding, look whether this line is right, and save it as UTF-8"
    return Problem(Place(file.path, number, column), "unreadable-file", message, hint)

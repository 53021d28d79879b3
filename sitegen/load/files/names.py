"""What is wrong with the name or the folder of a file, and where it was meant to stand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from sitegen.load.files.roles import FOLDERS, SINGLE, InputFile, Roles
from sitegen.load.shape.names import id_hint
from sitegen.modeline import role_said
from sitegen.problems import Place, Problem

_YAML = re.compile(r"\.(?:ya?ml\.txt|yml|YA?ML|txt)$", re.IGNORECASE)


def is_hidden(folder: str) -> bool:
    """Whether a folder is some program's own: no input, and in content/static/ an error."""
    return folder.startswith((".", "__")) and folder != ".well-known"


def not_entered(root: Path, path: str, roles: Roles) -> Problem | None:
    """The Problem of a folder that is not entered, or of what stands where one is expected."""
    if not os.path.isdir(os.path.join(root, path)):
        hint = "put a folder in its place"
        return None if "/" in path else Problem(Place(path), "unexpected-file", "this is not a folder", hint)
    found = root / path
    if found.is_symlink():
        message, hint = "a link to a folder is not followed", "put the files themselves into this folder"
    elif roles.of(path) in roles.texts:
        message, hint = "a folder stands where a file is expected", "rename it, or put the file in its place"
    else:
        message, hint = "a hidden folder is not published", "take it out of content/static/, or give it another name"
    return Problem(Place(path), "unexpected-file", message, hint)


def bad_name(file: InputFile, roles: Roles, files: Iterable[InputFile]) -> Problem | None:
    """The problem of a file whose name becomes an id, and is none. files: of which it may be a copy."""
    if file.role not in roles.named or (hint := id_hint(file.stem)) is None:
        return None
    suffix = Path(file.path).suffix
    hint = f"name the file {hint}{suffix}" if hint else "name it in small letters, digits and hyphens"
    same = (each.path for each in files if each.role == file.role and each.content == file.content)
    if (twin := next((path for path in same if path != file.path), None)) is not None:
        hint = f"delete it, for it says what {twin} says; or {hint}, and change what it says"
    return Problem(Place(file.path), "bad-id", f'"{file.stem}", the name of this file, is not an id', hint)


def renamed(path: str) -> str:
    """The path of a file as its name was meant: in .yaml, in data/ as one that is read; or the same path."""
    if not path.startswith("data/"):
        return path
    folder, _, name = _YAML.sub(".yaml", path).rpartition("/")
    name = name if "." in name else f"{name}.yaml"
    if folder != "data":
        return f"{folder}/{name}"
    near = get_close_matches(name.casefold(), SINGLE, 1, 0.85) or [name.casefold()]
    return f"{folder}/{near[0]}"


def moved(path: str, roles: Roles, root: Path) -> str:
    """The path of a file in the folder whose name its own misspells, or that its first line names; or the same path."""
    top, *folders, name = path.split("/")
    if (other := _elsewhere(top, folders, name, roles)) is not None:
        return other
    known = {"data": FOLDERS, "content": roles.folders}.get(top, {}) if len(folders) == 1 else {}
    near = get_close_matches(folders[0], known, 1, 0.6) if known else []
    if (
        not near
        and top == "data"
        and name.endswith(".yaml")
        and os.access(root / path, os.R_OK)
        and (root / path).is_file()
    ):
        with (root / path).open("rb") as file:
            role = role_said(file.readline(1000).decode(errors="replace"))
        near = [folder for folder, read in FOLDERS.items() if read == role]
    return f"{top}/{near[0]}/{name}" if near else path


def _elsewhere(top: str, folders: list[str], name: str, roles: Roles) -> str | None:
    """The path of a document among the data, of data among the documents, or of data whose name says the folder."""
    folder = folders[0] if len(folders) == 1 else None
    if top == "data" and name.endswith(".md") and (not folders or folder in roles.folders):
        return "/".join(("content", *folders, name))
    if top == "content" and name.endswith((".yaml", ".yml")) and (folder is None or folder in FOLDERS):
        return None if folder is None else f"data/{folder}/{name}"
    if top == "data" and len(folders) > 1 and folders[0] in FOLDERS and name.endswith(".yaml"):
        return f"data/{folders[0]}/{name}"
    if top == "data" and not folders and name.endswith(".yaml"):
        words = re.split(r"[^a-z]+", name.casefold())
        return next((f"data/{known}/{name}" for known in FOLDERS if known in words), None)
    return None


def unexpected(path: str, roles: Roles, root: Path) -> Problem:
    """The Problem of a file that nothing reads."""
    hint = "see docs/data-reference.md for the folders and their files"
    name, named, there = path.rpartition("/")[2], renamed(path), moved(path, roles, root)
    if named != path and roles.of(named):
        hint = f"name it {named.rpartition('/')[2]}"
    elif path.endswith((".xlsx", ".xls", ".ods", ".csv", ".tsv")):
        hint = f"keep it elsewhere, and let sitegen import {name} write its values into data/series/"
    elif there != path:
        hint = f"move it to {there.rpartition('/')[0]}/"
    elif path.endswith(".md"):
        hint = f"Markdown stands directly in content/, or in its folders {', '.join(roles.folders)}"
    return Problem(Place(path), "unexpected-file", "nothing reads this file here", hint)

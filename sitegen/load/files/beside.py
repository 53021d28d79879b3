"""Files that lie beside the folders of a project and were meant to lie in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.disk.beside import beside, meant
from sitegen.load.files.roles import FOLDERS, TEXT, Roles
from sitegen.problems import Place, Problem

_ELSE = "if it is none of this site, give it another name"


def misplaced(root: Path, roles: Roles) -> tuple[list[Problem], set[str]]:
    """The problems of folders and files beside those that are read, each told once, and the roles of what they hold."""
    told: dict[str, Problem] = {}
    failed: set[str] = set()
    for path in beside(root):
        top, _, rest = path.partition("/")
        for there, problem in _meant(root, roles, top, rest):
            role = None if there.endswith("README.md") else roles.of(there)
            if role in roles.texts or there.startswith("templates/"):
                told.setdefault(top, problem)
                failed |= {TEXT} if there.endswith(".md") else {role} if role else set()
    return [*told.values()], failed


def _meant(root: Path, roles: Roles, top: str, rest: str) -> Iterator[tuple[str, Problem]]:
    """Where a file was meant to lie, with the Problem of what is beside."""
    if not rest:
        message, hint = "nothing reads this file here", "move it into data/; " + _ELSE
        yield f"data/{top}", Problem(Place(top), "unexpected-file", message, hint)
    elif (folder := meant(root, top)) is not None:
        message = f'this folder is named "{top}", and what is read is "{folder}"'
        yield f"{folder}/{rest}", Problem(Place(top), "unexpected-file", message, f"name it {folder}; {_ELSE}")
    else:
        inner: Mapping[str, Mapping[str, str]] = {"content": roles.folders, "data": FOLDERS}
        for parent in inner:
            if top.casefold() in inner[parent] and rest.endswith(".md" if parent == "content" else ".yaml"):
                message = f"this folder lies beside {parent}/, and nothing reads it there"
                hint = f"make it {parent}/{top.casefold()}; {_ELSE}"
                there = posixpath.join(parent, top.casefold(), rest)
                yield there, Problem(Place(top), "unexpected-file", message, hint)

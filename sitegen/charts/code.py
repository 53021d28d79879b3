"""The code that draws: the files of charts and of everything in this package that they import, and the libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sitegen.cache import digest

PACKAGE = Path(__file__).parents[1]
START, WORDS = "charts", "words/*.po"
LIBRARIES = ("altair", "babel", "fonttools", "pillow", "vl-convert-python")
_IMPORT = re.compile(
    rf"^[ \t]*(?:from {PACKAGE.name}\.?([\w.]*) import (\([^)]*\)|[^\n]*)|import {PACKAGE.name}\.([\w.]+))", re.M
)


@cache  # a process runs one code
def own_digest() -> str:
    """The hash of the code that draws in this process, and of the libraries that it draws with."""
    return digest((code_digest().encode(), versions().encode()))


def versions() -> str:
    """The versions of the libraries that a drawing depends on, read without importing one."""
    from importlib.metadata import version  # it loads half of the standard library

    return ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def code_digest(package: Path = PACKAGE) -> str:
    """A hash of the code that draws, its data included: a drawing made by other code is another drawing."""
    files = drawing_files(package)
    return digest(part for name, content in files.items() for part in (name.encode(), content))


def drawing_files(package: Path = PACKAGE) -> dict[str, bytes]:
    """The files of the package that take part in drawing, by their names in order."""
    found: dict[str, bytes] = {}
    first = [*(package / START).rglob("*"), *package.glob(WORDS)]
    waiting = [path.relative_to(package).as_posix() for path in first]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        path = package / name
        if path.suffix in (".py", ".json", ".po") and path.is_file():
            found[name] = path.read_bytes()
            waiting += _imported(found[name].decode()) if path.suffix == ".py" else []
    return dict(sorted(found.items()))


def _imported(text: str) -> Iterator[str]:
    """The files that a module's imports may name: modules, and the packages that they lie in."""
    for module, names, whole in _IMPORT.findall(text):
        inner = [f"{module}.{name}" for name in re.findall(r"(\w+)(?: as \w+)?", names)]
        for target in (module, whole, *inner):
            parts = [part for part in target.split(".") if part]
            yield "/".join(parts) + ".py"
            yield from ("/".join((*parts[:depth], "__init__.py")) for depth in range(len(parts) + 1))

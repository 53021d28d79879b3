"""What a project has in its `templates/`: does each file take the place of one of ours, or is it asked for anywhere?"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from sitegen.cache import Memory
from sitegen.overrides.assets import asset_fault
from sitegen.overrides.blocks import template_faults
from sitegen.overrides.names import unknown_names
from sitegen.overrides.stylesheets import faults
from sitegen.pages.view import fields
from sitegen.problems import Place, Problem
from sitegen.reading.slips import merge_marks
from sitegen.theme import BUILD_ONLY, EXTENDED, FOLDER, Theme, ours, own_theme
from sitegen.words.catalogue import SOURCE, catalogue

ASSETS = "assets/"


def odd_overrides(project: Path, theme: Theme, memory: Memory) -> tuple[Problem, ...]:
    """The files of a project's theme that nothing uses or that have slips, and stylesheets not read as a whole.

    memory: of what was found before, and of the words of the interface, which templates may ask for.
    """
    own = own_theme(project)
    paths = () if own == ours() else sorted(theme_files(own))
    if not paths:
        return ()
    fonts = theme.letters if any(path.endswith(BUILD_ONLY) for path in paths) else ""
    key = memory.key("overrides", theme.print, fonts, *paths)
    return memory.remember(key, lambda: tuple(_odd(paths, theme, memory)))


def _odd(paths: Sequence[str], theme: Theme, memory: Memory) -> Iterator[Problem]:
    catalogue(SOURCE, memory)
    there = theme_files(ours())
    for path in paths:
        if path not in there and not _used(path, theme):
            yield _unused(path, there, theme)
        name = path.removeprefix(ASSETS)
        text = theme.styles.get(name, "") if path.startswith(ASSETS) else theme.templates.get(path, "")
        if (merged := merge_marks(FOLDER + path, text.split("\n"), 1)) is not None:
            yield merged
        elif (fault := asset_fault(FOLDER + path, _bytes(path, theme))) is not None:
            yield fault
        elif path.startswith(ASSETS):
            yield from faults(FOLDER + path, text, theme.assets)
            yield from unknown_names(FOLDER + path, text, theme.styles)
        else:
            yield from template_faults(FOLDER + path, text, theme.templates, fields())


def _bytes(path: str, theme: Theme) -> bytes:
    """What an asset that is no stylesheet holds; nothing of any other file."""
    name = path.removeprefix(ASSETS)
    if name.endswith(BUILD_ONLY) and name.startswith("fonts/"):
        return (theme.fonts / name.removeprefix("fonts/")).read_bytes()
    return theme.assets.get(name, b"")


def theme_files(folder: Path) -> set[str]:
    """The paths in a theme: hidden files, and kinds of charts, which are read as code, are none of them."""
    found = set()
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        here = Path(top).relative_to(folder)
        found |= {(here / name).as_posix() for name in names if not name.startswith(".") and not name.endswith("~")}
    return {path for path in found if not path.startswith("charts/")}


def _used(path: str, theme: Theme) -> bool:
    """Whether a file that takes the place of none is used."""
    name = PurePosixPath(path)
    if path.startswith(ASSETS):
        inner = path.removeprefix(ASSETS)
        if name.suffix == ".css":
            return inner in theme.styles  # those in folders are not put into the stylesheet
        if name.suffix in BUILD_ONLY:
            return inner == f"fonts/{name.name}"
        return any(inner in text for text in (*theme.templates.values(), *theme.styles.values()))
    named = (f'"{path}"', f"'{path}'")
    return path in theme.templates and any(word in text for text in theme.templates.values() for word in named)


def _unused(path: str, there: set[str], theme: Theme) -> Problem:
    *folders, name = path.split("/")
    place = Place(FOLDER + path)
    top = ASSETS if path.startswith(ASSETS) else ""
    if len(folders) > bool(top) and name.endswith((".html", ".css")):
        message = f"only files in {FOLDER}{top} itself are read as templates or stylesheets"
        return Problem(place, "unused-override", message, f"move it to {FOLDER}{top}{name}")
    message = "no file of the theme has this name, and no template " + ("or stylesheet names it" if top else "uses it")
    extended = re.search(rf"""{{%-?\s*extends\s+["']{EXTENDED}([\w.-]+)""", theme.templates.get(path, ""))
    if extended is not None and extended[1] in there and not top:
        message = f"this template extends {EXTENDED}{extended[1]} and takes the place of none, so nothing shows it"
        hint = f"name it {extended[1]}, whose place it is to take"
    elif near := get_close_matches(path, there, n=1, cutoff=0.85):
        hint = f'did you mean "{near[0]}"?'
    elif not top and not name.endswith((".html", ".svg")):
        hint = f"move it to {FOLDER}{ASSETS}{name}"
    elif top:
        hint = "name it in a template or a stylesheet, or delete it"
    else:
        extends = f'{{% extends "{EXTENDED}…" %}}'
        hint = f"name it as the template whose place it takes, and begin it with {extends} to keep parts"
    return Problem(place, "unused-override", message, hint)

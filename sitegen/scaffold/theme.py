"""The files of the theme: which there are, and a copy of one for a project to change."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.disk import write_together
from sitegen.overrides import theme_files
from sitegen.problems.problem import did_you_mean
from sitegen.templates import blocks
from sitegen.theme import EXTENDED, FOLDER, ours, own_theme


def listed() -> str:
    """The files of the theme, one a line, templates with their blocks."""
    return "\n".join(" ".join([path, *_blocks(path)]) for path in sorted(theme_files(ours())))


def _blocks(path: str) -> list[str]:
    """The blocks of a template; none for any other file."""
    if path.startswith("assets/") or not path.endswith((".html", ".svg")):
        return []
    return blocks((ours() / path).read_text(encoding="utf-8"))


def copied(project: Path, file: str) -> str:
    """Copies a file of the theme into a project and says so; raises click.ClickException where it cannot."""
    path = file.replace("\\", "/").removeprefix("./").removeprefix(FOLDER)
    if path not in (there := theme_files(ours())):
        hint = did_you_mean(path, there) or "sitegen theme lists all"
        raise click.UsageError(f'the theme has no file "{path}": {hint}')
    target = own_theme(project) / path
    if target.exists() or target.is_symlink():
        raise click.ClickException(f"{FOLDER}{path} is there already; nothing was written")
    try:
        write_together({target: (ours() / path).read_bytes()})
    except OSError as error:
        raise click.ClickException(f"{FOLDER}{path} cannot be written: {error.strerror}") from error
    whole = f"wrote {FOLDER}{path}: it takes the place of the theme's, and does not follow new releases"
    part = f'to change one block alone, begin a file of this name with {{% extends "{EXTENDED}{path}" %}} instead'
    return f"{whole}\n{part}" if path.endswith(".html") else whole

"""`sitegen check`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click
from msgspec import structs

from sitegen.cli import options
from sitegen.cli.console import Progress, run_build, say, show
from sitegen.disk import FOLDERS
from sitegen.problems import SitegenError
from sitegen.store import Summary


@click.command("check", short_help="Check all that build checks, and write nothing.")
@options.making
@options.lenient
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--stale",
    type=click.Choice(("error", "warn", "off")),
    default="off",
    show_default=True,
    help="What a series is whose next value is overdue today, or on the day of --as-of.",
)
def command(
    project: Path,
    style: str,
    quiet: bool,
    files: tuple[Path, ...],
    stale: Literal["error", "warn", "off"],
    **given: Any,
) -> None:
    """Do all that build does, but write nothing.

    With FILEs, only their problems are reported and count; how many there are elsewhere is said.
    """
    paths = frozenset(_within(project, file) for file in files)
    settings = options.settings(project, given)
    if stale != "off":
        settings = structs.replace(settings, stale=(settings.as_of or date.today(), stale))
    from sitegen.build import make  # here, so that help and version load no more than click
    from sitegen.observer import Observer

    def run() -> Summary:
        shown = Progress(quiet)
        return make(settings, shown, observer=Observer(making=shown.making)).summary

    elsewhere = partial(_elsewhere, project, style, quiet)
    run_build(settings, style, quiet, partial(_of, paths, run, elsewhere) if files else run)


def _within(project: Path, file: Path) -> str:
    """The path of a file in the project, named from here or from there; ends with a usage error if it is none of it."""
    found = next((each for each in (file, project / file) if each.exists()), None)
    if found is None:
        raise click.BadParameter(f'there is no file "{file}"', param_hint="FILE")
    if found.is_dir():
        raise click.BadParameter(f'"{file}" is a folder: name its files, or none for all', param_hint="FILE")
    try:
        path = found.absolute().resolve().relative_to(project.absolute().resolve()).as_posix()
    except ValueError as error:
        raise click.BadParameter(f'"{file}" is not in the project', param_hint="FILE") from error
    if path.partition("/")[0] not in FOLDERS:
        raise click.BadParameter(f'"{file}" is no file that a build reads', param_hint="FILE")
    return path


def _of(
    paths: Collection[str], run: Callable[[], Summary], elsewhere: Callable[[Collection[str], int], None]
) -> Summary:
    """What a check finds in some files alone; raises SitegenError with their problems if it fails because of them.

    elsewhere: what is told of these files when it fails because of others, and how many problems those have.
    """
    try:
        summary = run()
    except SitegenError as error:
        if kept := tuple(problem for problem in error.problems if problem.place.path in paths):
            raise SitegenError(kept) from error
        elsewhere(paths, len(error.problems))
        sys.exit(0)
    return structs.replace(summary, warnings=tuple(each for each in summary.warnings if each.place.path in paths))


def _elsewhere(project: Path, style: str, quiet: bool, paths: Collection[str], problems: int) -> None:
    show((), project, style)
    if not quiet:
        say(f"nothing is wrong in {', '.join(sorted(paths))}; other files have problems: {problems}")

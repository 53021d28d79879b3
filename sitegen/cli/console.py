"""What commands print, and how they end."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import cast

import click

from sitegen.disk import read_lines
from sitegen.problems import Problem, SitegenError
from sitegen.problems.order import in_order
from sitegen.problems.report import Style, counted, format_problems, painted
from sitegen.settings import Settings
from sitegen.store import Summary


def say(text: str) -> None:
    """Prints a line for the person at the terminal, to standard error."""
    click.echo(text, err=True)


def show(
    problems: Sequence[Problem], project: Path, style: str, texts: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Prints problems with the lines they stand in: text to standard error, machine formats to standard output.

    texts: of files that are not on the disk as they are shown, by their paths.
    """

    def lines(path: str) -> list[str] | None:
        return texts[path].splitlines() if path in texts else read_lines(project, path)

    if problems or style in ("json", "markdown"):
        folder = folder_in_repository(project) if style == "github" else ""
        report = format_problems(tuple(problems), lines, cast(Style, style), folder).rstrip("\n")
        if problems and style == "text":
            report += f"\nMore on a code: sitegen docs {in_order(problems)[0].code}"
        click.echo(painted(report) if style == "text" and _has_colour() else report, err=style == "text")


def fault() -> None:
    """Prints the exception that is handled now, one that no file of a project should raise."""
    click.echo(traceback.format_exc(), err=True)
    say("This is a fault of sitegen. Please report it with the lines above and the file that was changed last.")


def folder_in_repository(project: Path) -> str:
    """Where a project stands in the repository around it, with a slash behind it; "" where it is the whole of it."""
    folder = project.resolve()
    root = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    return "" if root == folder else f"{folder.relative_to(root).as_posix()}/"


def _has_colour() -> bool:
    """Whether reports are coloured: on a terminal, unless NO_COLOR (no-color.org) is set."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def guard(
    project: Path,
    style: str,
    run: Callable[[], object],
    close: Callable[[Sequence[Problem]], None] = lambda problems: None,
) -> None:
    """Runs a command; the problems it raises are printed and end it with exit code 1, Ctrl-C ends it with 130.

    close: what is done last when there were problems.
    """
    try:
        run()
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except SitegenError as error:
        show(error.problems, project, style)
        close(error.problems)
        sys.exit(1)


def run_build(settings: Settings, style: str, quiet: bool, run: Callable[[], Summary], after: str = "") -> None:
    """Runs a build; prints its warnings and counts, or its problems, and then exits with code 1.

    after: what the last line of a failure says behind the counts.
    """

    def close(problems: Sequence[Problem]) -> None:
        count(problems, style, quiet, after)

    def timed() -> None:
        start = time.monotonic()
        finished(run(), start, settings, style, quiet)

    guard(settings.project, style, timed, close)


def finished(summary: Summary, start: float, settings: Settings, style: str, quiet: bool) -> None:
    """Prints the warnings of a build that began at `start` of the monotonic clock, its counts and its time."""
    show(summary.warnings, settings.project, style)
    if not quiet and style == "text":
        say(_counts(summary, time.monotonic() - start))


def count(problems: Sequence[Problem], style: str, quiet: bool, after: str = "") -> None:
    """Prints how many errors and warnings a failure has; only people read it, so only as text."""
    if quiet or style != "text":
        return
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    counts = [counted(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    way = "" if errors else " (--lenient lets warnings pass)"
    say(f"{', '.join(counts)}{way}{after}")


class Progress:
    """Shows on a terminal what a build does: the stage, and how much of it is made, on one line that is overwritten."""

    def __init__(self, quiet: bool) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._stage, self._made, self._shown = "", 0, 0.0

    def __call__(self, stage: str) -> None:
        """Begins a stage."""
        self._stage, self._made = stage, 0
        self._show(f"{stage} …")

    @contextmanager
    def making(self, what: str, name: str, why: str) -> Iterator[None]:
        """Counts a page, file or drawing that is made; the line follows at most ten times a second."""
        yield
        self._made += what != "drawing"
        if (now := time.monotonic()) > self._shown + 0.1:
            self._shown = now
            self._show(f"{self._stage} … {counted(self._made, 'page or file', 'pages and files')}")

    def _show(self, words: str) -> None:
        if self._shows:
            click.echo(f"\r\x1b[K{words}\r", err=True, nl=False)


def _counts(summary: Summary, seconds: float) -> str:
    counts = [
        counted(summary.pages, "page"),
        counted(summary.figures, "figure"),
        counted(summary.claims, "claim"),
        counted(sum(problem.severity == "warning" for problem in summary.warnings), "warning"),
    ]
    return f"{', '.join(counts)} in {seconds:.1f} s"

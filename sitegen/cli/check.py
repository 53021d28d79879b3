"""`sitegen check`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from sitegen.cli import options
from sitegen.cli.console import progress, run_build


@click.command("check")
@options.making
@options.lenient
@click.option(
    "--stale",
    type=click.Choice(("error", "warn", "off")),
    default="off",
    show_default=True,
    help="What a series is whose next value is overdue today, or on the day of --as-of.",
)
def command(project: Path, style: str, quiet: bool, stale: Literal["error", "warn", "off"], **given: Any) -> None:
    """Do all that build does, but write nothing."""
    settings = options.settings(project, given)
    if stale != "off":
        settings = replace(settings, stale=(settings.as_of or date.today(), stale))
    from sitegen.build import make  # here, so that help and version load no more than click

    run_build(settings, style, quiet, lambda: make(settings, progress(quiet)).summary)

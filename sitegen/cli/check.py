"""`sitegen check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.cli import options
from sitegen.cli.console import progress, run_build


@click.command("check")
@options.making
@options.lenient
def command(project: Path, style: str, quiet: bool, **given: Any) -> None:
    """Do all that build does, but write nothing."""
    settings = options.settings(project, given)
    from sitegen.build import make  # here, so that help and version load no more than click

    run_build(settings, style, quiet, lambda: make(settings, progress(quiet)).summary)

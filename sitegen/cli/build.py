"""`sitegen build`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.cli import options
from sitegen.cli.console import progress, run_build


@click.command("build")
@options.making
@options.lenient
@click.option("-o", "--output", type=options.folder, help="Where the site is written.  [default: site in the project]")
def command(project: Path, output: Path | None, style: str, quiet: bool, **given: Any) -> None:
    """Make the site and write it; nothing is written if anything is wrong."""
    settings = options.settings(project, given)
    from sitegen.build import build  # here, so that help and version load no more than click

    folder = output or project / "site"
    run_build(settings, style, quiet, lambda: build(settings, folder, progress(quiet)), "; nothing was written")

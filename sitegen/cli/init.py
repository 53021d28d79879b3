"""`sitegen init`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.console import guard


@click.command("init", short_help="Start a small tracker that builds at once.")
@click.argument("folder", metavar="DIR", type=options.folder)
def command(folder: Path) -> None:
    """Start a small tracker in DIR that builds at once."""
    from sitegen.scaffold import init_project  # here, so that help and version load no more than click

    guard(Path(), "text", lambda: click.echo(init_project(folder)))

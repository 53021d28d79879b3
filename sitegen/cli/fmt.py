"""`sitegen fmt`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.asking import alone
from sitegen.cli.console import guard, show


@click.command("fmt", short_help="Write data files and front matter in one way.")
@options.project
@click.option("--check", "checks", is_flag=True, default=False, help="Change nothing; fail if a file would change.")
def command(project: Path, checks: bool) -> None:
    """Write all data files and front matter in one way: indentation, spaces, line ends. What they say stays."""
    from sitegen.editing.formatting import (
        format_project,  # here, so that help and version load no more than click
        write_formatted,
    )

    def run() -> None:
        with alone(project):
            texts, problems = format_project(project)
            if not checks:
                write_formatted(project, texts)
        for path in texts:
            click.echo(f"{'would change' if checks else 'formatted'} {path}")
        show(problems, project, "text")
        if problems or (checks and texts):
            sys.exit(1)

    guard(project, "text", run)

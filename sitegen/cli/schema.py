"""`sitegen schema`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.console import guard


@click.command("schema", short_help="Write the schemas that editors complete with.")
@options.project
def command(project: Path) -> None:
    """Write the JSON Schemas by which editors complete, explain and check the data files.

    They hold the ids of the project: run it again when you have added some by hand.
    """
    from sitegen.schema import write_schemas  # here, so that help and version load no more than click

    guard(project, "text", lambda: click.echo(write_schemas(project)))

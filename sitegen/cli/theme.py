"""`sitegen theme`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options


@click.command("theme", short_help="List the files of the theme, or copy one out.")
@click.argument("file", required=False)
@options.project
def command(file: str | None, project: Path) -> None:
    """Copy FILE of the theme into the project's templates/, to change it there; without FILE, list all files.

    Behind each template stand its blocks. To change one of them and keep the rest, write a template of the same name
    that begins with {% extends "theme/home.html" %} and holds that block alone.
    """
    from sitegen.scaffold.theme import copied, listed  # here, so that help and version load no more than click

    click.echo(listed() if file is None else copied(project, file))

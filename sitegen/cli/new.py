"""`sitegen new`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.asking import alone
from sitegen.cli.console import guard
from sitegen.scaffold import KINDS, new_document


@click.command("new", short_help="Start a brief, company, source, series or the like.")
@options.project
@click.argument("kind", type=options.Word(KINDS))
@click.argument("title", nargs=-1, required=True)
def command(project: Path, kind: str, title: tuple[str, ...]) -> None:
    """Start a thing called TITLE: its file, or its entry in one, with the keys that it takes.

    Of a series TITLE is entity.metric. Texts are drafts, and entries stand in their file as comments, until you finish
    them. A chart draws the first series at once, and a company of which nothing is said yet is a warning.
    """

    def run() -> None:
        with alone(project):
            click.echo(new_document(project, kind, " ".join(title), date.today()))

    guard(project, "text", run)

"""`sitegen find`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.console import guard, say


@click.command("find", short_help="List addresses with their values.")
@options.project
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How the addresses are printed.",
)
def command(project: Path, words: tuple[str, ...], style: str) -> None:
    """List the addresses that WORDS mean, with their values: names, aliases, what is counted, periods."""
    from sitegen.explain.find import MOST, find  # here, so that help and version load no more than click
    from sitegen.exports.forms import to_json
    from sitegen.exports.rows import figure_record
    from sitegen.figures import Figures
    from sitegen.kinds import KINDS
    from sitegen.load import load
    from sitegen.project import require_project

    def run() -> None:
        require_project(project)
        figures = Figures(load(project, KINDS))
        try:
            hits = find(figures, words)
        except ValueError as error:
            say(str(error))
            sys.exit(1)
        if style == "json":
            rows = [{"address": h.address, "label": h.label, "value": figure_record(figures, h.answer)} for h in hits]
            return click.echo(to_json({"found": rows}).decode().rstrip("\n"))
        shown = [(hit.address, str(figure_record(figures, hit.answer)["words"]), hit.label) for hit in hits[:MOST]]
        wide = [max(len(row[column]) for row in shown) for column in (0, 1)]
        for address, value, label in shown:
            click.echo(f"{address:<{wide[0]}}  {value:<{wide[1]}}  {label}")
        if len(hits) > MOST:
            say(f"and {len(hits) - MOST} more: add a word or a period")

    guard(project, "text", run)

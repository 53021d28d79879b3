"""`sitegen explain`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.console import guard
from sitegen.problems import SitegenError


@click.command("explain", short_help="Show where a number comes from, or why a verdict.")
@options.project
@click.argument("target", metavar="ADDRESS|CLAIM|ENTITY|SERIES")
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How the answer is printed.",
)
def command(project: Path, target: str, style: str) -> None:
    """Show where a value comes from, or how a claim was tested: sources, rivals, parts, readings, who uses it.

    Of an entity it shows its names and series, of a series its values and their sources.
    """
    from sitegen.check import examine  # here, so that help and version load no more than click
    from sitegen.explain import as_text, explain
    from sitegen.exports.forms import to_json
    from sitegen.kinds import KINDS
    from sitegen.load import load
    from sitegen.render import pages_that_use

    def run() -> None:
        tracker = load(project, KINDS)
        for drafts in (True, False):  # an error in a draft stops no explanation of the rest
            edition = examine(tracker, KINDS, as_of=None, base_url=None, drafts=drafts)
            if not any(p.severity == "error" and p.code != "claim-fails" for p in edition.warnings):
                break
        else:
            raise SitegenError(edition.warnings)
        try:
            record = explain(edition, target, lambda address: pages_that_use(edition, address))
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="ADDRESS|CLAIM|ENTITY|SERIES") from error
        click.echo(to_json(record).decode().rstrip("\n") if style == "json" else as_text(record))

    guard(project, style, run)

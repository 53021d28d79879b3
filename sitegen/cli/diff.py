"""`sitegen diff`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.console import guard


@click.command("diff", short_help="Show which figures and verdicts changed, and where.")
@options.project
@click.argument("before", metavar="REV")
@click.argument("after", metavar="[REV]", required=False)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="How the difference is printed.",
)
def command(project: Path, before: str, after: str | None, style: str) -> None:
    """Show which figures changed since the commit REV, and what they change: sentences, charts, rankings, verdicts.

    Without a second REV the files are taken as they are now, committed or not.
    """
    from sitegen.explain.difference import difference  # here, so that help and version load no more than click
    from sitegen.explain.different import as_markdown, as_record, as_text
    from sitegen.exports.forms import to_json
    from sitegen.history.trees import commit_of
    from sitegen.project import require_project

    def run() -> None:
        require_project(project)
        commits = {each: commit_of(project, each) for each in (before, after) if each is not None}
        for revision, commit in commits.items():
            if commit is None:
                raise click.BadParameter(_unknown(project, revision), param_hint="REV")
        found = difference(project, str(commits[before]), None if after is None else str(commits[after]))
        if style == "json":
            return click.echo(to_json(as_record(found)).decode().rstrip("\n"))
        click.echo(as_markdown(found) if style == "markdown" else as_text(found))

    guard(project, "text", run)


def _unknown(project: Path, revision: str) -> str:
    """Why there is no commit of this name, and what to do."""
    from sitegen.history.ask import state
    from sitegen.history.repository import gap_of

    match gap_of(state(project)):
        case "no-git":
            return "the git command is not installed, and what changed is read through it"
        case "no-repository":
            return "the project lies in no git repository with a commit, so that there is nothing to compare with"
        case "shallow":
            return f'this clone holds only the last commits, not "{revision[:80]}": git fetch --unshallow brings all'
    return f'git knows no commit "{revision[:80]}" here: git log lists those that there are'

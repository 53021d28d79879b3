"""`sitegen add`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options
from sitegen.cli.asking import SOURCE_KINDS, alone, decided, declared_source, prepared, source_for, write
from sitegen.cli.console import guard, say

if TYPE_CHECKING:
    from sitegen.editing.row import Row
    from sitegen.editing.trial import Desk

BOUNDS = ("approximate", "at-least", "more-than", "at-most", "less-than")
USES = ("preferred", "normal", "deprecated")
STATUSES = ("reported", "provisional", "revised", "estimated", "target")
DOCUMENT = ("publisher", "kind", "title", "published", "seen", "archived", "language")


@click.command(
    "add", short_help="Write one more number into the data.", context_settings={"ignore_unknown_options": True}
)
@options.project
@click.argument("address")
@click.argument("value")
@click.option("--source", required=True, metavar="ID|URL", help="The document that gives it: its id or web address.")
@click.option("--bound", type=click.Choice(BOUNDS), help="What the document says of the value.")
@click.option("--approximate", is_flag=True, default=False, help="Short for --bound approximate.")
@click.option("--within", type=options.Number(), help="Of an approximate value: it lies within plus or minus this.")
@click.option("--at", help="Where in the document it stands: page, table, row.")
@click.option("--use", type=click.Choice(USES), help="Whether it is printed where documents do not agree.")
@click.option("--reason", help="Why it is preferred, or not used; readers see it.")
@click.option("--status", type=click.Choice(STATUSES), default="reported", show_default=True, help="What it is.")
@click.option("--replaces", metavar="ID", help="The source whose value of the same period it restates.")
@click.option("--note", help="What readers should know of it.")
@click.option("--accept", type=(str, str), multiple=True, metavar="CODE REASON", help="Answers a warning that is true.")
@click.option("--publisher", help="Of a new document: who publishes it.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), help="Of a new document: what it is.")
@click.option("--title", help="Of a new document.")
@click.option("--published", help="Of a new document: the day, month or year, as in 2025-04-10.")
@click.option("--seen", type=options.Past(), help="Of a new document: the day on which you read it.")
@click.option("--archived", metavar="URL", help="Of a new document: the web address of a lasting copy.")
@click.option("--language", help="Of a new document: its language, as in en.")
def command(project: Path, **given: Any) -> None:
    """Write VALUE into the data as that of ADDRESS, and its source if that is new.

    ADDRESS is entity.metric@period, as in acme.sales@2025-Q1. VALUE is a number, or a range as in 8000..9000. All is
    checked first, and nothing is written if the files that it touches would have a new problem.
    """
    from sitegen.editing.row import standing  # here, so that help and version load no more than click
    from sitegen.editing.trial import Desk

    def run() -> None:
        with alone(project):
            added()

    def added() -> None:
        desk = Desk(project)
        _sound(desk, given)  # what is wrong is said, all at once, before a document is asked for
        details = {key: given[key] for key in DOCUMENT}
        source, declared = source_for(desk, given["source"], details, "--source")
        row = _row(desk, given, source.id)
        found = standing(row, source, desk.edition.figures)
        if found.kind == "equal":
            return say(f"{row.address} says this already, from {source.id}; nothing was written")
        write(prepared(desk, [decided(row, source, found)], declared, project), declared)

    guard(project, "text", run)


def _sound(desk: Desk, given: dict[str, Any]) -> None:
    """Ends with a usage error that says all that is wrong with the address, the value and the source."""
    wrong = []
    for test in (partial(_row, desk, given, ""), partial(declared_source, desk, given["source"], "--source")):
        try:
            test()
        except click.UsageError as error:
            wrong.append(error)
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise click.UsageError("\n".join(error.format_message() for error in wrong))


def _row(desk: Desk, given: dict[str, Any], source: str) -> Row:
    """The row that the arguments describe; ends with a usage error if they describe none."""
    from sitegen.editing.wish import row_of

    if given["approximate"] and given["bound"] not in (None, "approximate"):
        raise click.UsageError("--approximate and --bound say two things: keep one")
    said = {
        key: given[key] and " ".join(given[key].split())
        for key in ("use", "reason", "status", "replaces", "note", "at")
    }
    bound = "approximate" if given["approximate"] else given["bound"]
    if given["within"] is not None and bound != "approximate":
        raise click.UsageError("--within says how near an approximate value is: add --approximate")
    accepted = dict(given["accept"]) or None
    try:
        return row_of(
            desk.edition.tracker,
            given["address"],
            given["value"],
            source,
            {**said, "bound": bound, "within": given["within"], "accepted": accepted},
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error

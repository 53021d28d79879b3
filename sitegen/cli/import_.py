"""`sitegen import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import structs

from sitegen.cli import options
from sitegen.cli.asking import SOURCE_KINDS, alone, at_terminal, decided, prepared, source_for, write
from sitegen.cli.console import guard, say

if TYPE_CHECKING:
    from sitegen.editing.row import Row, Standing
    from sitegen.editing.sources import Declared
    from sitegen.editing.table.choices import Chosen
    from sitegen.editing.table.grid import Grid
    from sitegen.editing.table.read import Found, Reading
    from sitegen.editing.trial import Desk
    from sitegen.model.source import Source

DOCUMENT = ("publisher", "kind", "title", "published", "language")
Judged = tuple["Row", "Source", "Standing"]


@click.command("import", short_help="Write the numbers of a table into the data.")
@options.project
@click.argument("file", metavar="FILE|-")
@click.option("--sheet", metavar="NAME", help="Of a spreadsheet: the sheet that is read.  [default: the first]")
@click.option("--source", metavar="ID|URL", help="The document of all values that name none.")
@click.option("--entity", metavar="NAME", help="Of whom all values are, where the table does not say.")
@click.option("--metric", metavar="NAME", help="What all values count, where the table does not say.")
@click.option("--name", "named", multiple=True, metavar="NAME=ID", help="What a name means; kept for the next table.")
@click.option("--skip", multiple=True, metavar="NAME", help="A row or column that is left out, such as a sum.")
@click.option(
    "--decimal", type=click.Choice((".", ",")), help="The mark before decimals.  [default: that of the site's language]"
)
@click.option("--use", type=click.Choice(("preferred", "deprecated")), help="What all values that have rivals are.")
@click.option("--reason", help="Why they are preferred, or not used; readers see it.")
@click.option("--replaces", metavar="ID", help="The source whose values of the same periods are restated.")
@click.option("--publisher", help="Of a new document: who publishes it.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), help="Of a new document: what it is.")
@click.option("--title", help="Of a new document.")
@click.option("--published", help="Of a new document: the day, month or year, as in 2025-04-10.")
@click.option("--language", help="Of a new document: its language, as in en.")
@click.option("-y", "--yes", is_flag=True, default=False, help="Write without asking.")
def command(project: Path, file: str, **given: Any) -> None:
    """Write the values of a table into the data: a CSV file, a spreadsheet, or text pasted into the terminal (-).

    The table holds a value a row, with columns for entity, metric, period, value and source, or periods by series. All
    is shown before anything is written, and all is written or nothing.
    """

    def run() -> None:
        from sitegen.editing.table.grid import read_table, read_text
        from sitegen.editing.trial import Desk

        pasted = file == "-"
        if pasted and at_terminal():
            say("Paste the table, then press Ctrl-D on a line of its own (on Windows Ctrl-Z and Enter).")
        sheet = given["sheet"]
        grid = read_text("pasted table", sys.stdin.read()) if pasted else read_table(Path(file), sheet)
        if grid.note:
            say(grid.note)
        with alone(project):
            _import(Desk(project), grid, project, given)

    guard(project, "text", run)


def _import(desk: Desk, grid: Grid, project: Path, given: dict[str, Any]) -> None:
    """Reads the table, asks what is open, shows what it holds and writes it."""
    from sitegen.editing.table.choices import Chosen

    chosen = Chosen(desk, given["named"])
    found = _found(desk, grid, chosen, given)
    judged, declared = _judged(desk, found, given)
    new = [each for each in judged if each[2].kind != "equal"]
    _show(judged, found)
    if not new:
        return say("nothing to write")
    used = {row.source for row, _, _ in new}
    sources = [each for each in declared if each.id in used]
    ready = prepared(desk, [row for row, _, _ in new], sources, project, chosen.new)
    if not given["yes"] and not at_terminal():
        return say("nothing was written: say --yes to write it")
    if not given["yes"] and not click.confirm("Write this?", default=True, err=True):
        return say("nothing was written")
    write(ready, sources)


def _found(desk: Desk, grid: Grid, chosen: Chosen, given: dict[str, Any]) -> Found:
    """What the table holds once every name in it means something; raises SitegenError with all that is wrong."""
    from sitegen.editing.table.names import Names
    from sitegen.editing.table.read import not_known, read
    from sitegen.problems import SitegenError

    tracker = desk.edition.tracker
    reading = _reading(desk, given)
    while True:
        found = read(grid, tracker, Names(tracker, chosen.all), reading)
        if not found.unknown or not at_terminal():
            break
        reading = _asked(found, chosen, reading)
    problems = [*found.problems, *(not_known(grid, unknown, cell) for unknown, cell in found.unknown.items())]
    if problems:
        raise SitegenError(tuple(sorted({*problems})))
    return found


def _reading(desk: Desk, given: dict[str, Any]) -> Reading:
    """How the table is to be read, by the options and the language of the site."""
    from babel.numbers import get_decimal_symbol

    from sitegen.editing.table.read import Reading

    usual = "," if get_decimal_symbol(desk.edition.tracker.site.locale.babel) == "," else "."
    return Reading(
        entity=given["entity"],
        metric=given["metric"],
        source=given["source"],
        decimal=given["decimal"] or usual,
        skip=frozenset(name.casefold() for name in given["skip"]),
    )


def _asked(found: Found, chosen: Chosen, reading: Reading) -> Reading:
    """Asks what each unknown name means, and keeps it; a name that is answered with nothing is left out."""
    skip = set(reading.skip)
    for unknown in found.unknown:
        say(unknown.message + (f": {unknown.hint}" if unknown.hint else ""))
        id = click.prompt("Its id (empty to leave it out)", default="", show_default=False, err=True).strip()
        if id:
            chosen.add(unknown.kind, unknown.name, id)
        else:
            skip.add(unknown.name.casefold())
    return structs.replace(reading, skip=frozenset(skip))


def _judged(desk: Desk, found: Found, given: dict[str, Any]) -> tuple[list[Judged], list[Declared]]:
    """Each row with its source and how it stands to what is there; and the documents that are to be declared."""
    from sitegen.editing.row import standing

    details = {key: given[key] for key in DOCUMENT}
    sources = {row.source: source_for(desk, row.source, details, "--source") for row, _ in found.rows}
    judged = []
    for row, cell in found.rows:
        source, _ = sources[row.source]
        row = structs.replace(row, source=source.id, replaces=row.replaces or None)
        try:
            stands = standing(row, source, desk.edition.figures)
            if stands.kind == "rival" and given["replaces"] in {other.source for other in stands.others}:
                row = structs.replace(row, replaces=given["replaces"])
            elif stands.open and given["use"]:
                row = structs.replace(row, use=row.use or given["use"], reason=row.reason or given["reason"])
            row = decided(row, source, stands)
            judged.append((row, source, standing(row, source, desk.edition.figures)))
        except ValueError as error:
            raise click.UsageError(f"row {cell.row}: {error}") from error
    declared = {each.id: each for _, new in sources.values() for each in new}
    return judged, list(declared.values())


def _show(judged: list[Judged], found: Found) -> None:
    """What the table holds, a value a line, and how many there are of each kind."""
    from sitegen.editing.words import told

    names = {"new": "new", "equal": "there already", "rival": "rival", "restated": "restates"}
    width = max((len(row.address) for row, _, _ in judged), default=0)
    wide = max((len(told(row)) for row, _, _ in judged), default=0)
    for row, source, stands in judged:
        others = " and ".join(f"{told(other)} from {other.source}" for other in stands.others)
        against = f" of {others}" if stands.kind == "rival" else f" {others}" if stands.kind == "restated" else ""
        say(f"{row.address:<{width}}  {told(row):>{wide}}  {source.id}  {names[stands.kind]}{against}")
    counts = [f"{sum(stands.kind == kind for _, _, stands in judged)} {name}" for kind, name in names.items()]
    empty = f", {found.empty} cells without a value" if found.empty else ""
    noun = "value" if len(judged) == 1 else "values"
    say(f"{len(judged)} {noun}: {', '.join(counts)}{empty}")

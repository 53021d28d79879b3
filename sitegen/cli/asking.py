"""What the commands that write values ask at a terminal, and what they need as options where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import structs

from sitegen.cli.console import say, show

if TYPE_CHECKING:
    from sitegen.editing.add import Ready
    from sitegen.editing.row import Row, Standing
    from sitegen.editing.sources import Declared
    from sitegen.editing.trial import Desk
    from sitegen.model.series import Observation
    from sitegen.model.source import Source

SOURCE_KINDS = ("filing", "company", "data-firm", "press", "aggregator")


@contextmanager
def alone(project: Path) -> Iterator[None]:
    """Runs the block while no other command changes the data of the project, so that none of two changes is lost."""
    from sitegen.project import require_project
    from sitegen.settings import CACHE
    from sitegen.write.lock import locked

    require_project(project)
    with ExitStack() as stack:
        with suppress(OSError):  # where no lock can be made
            (project / CACHE).mkdir(exist_ok=True)
            waiting = partial(say, "another command changes these data; this one waits for it")
            stack.enter_context(locked(project / CACHE / "editing.lock", waiting))
        yield


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()


def declared_source(desk: Desk, given: str, option: str) -> Source | None:
    """The source of an id or a web address, None for a new document; ends with a usage error for what is neither."""
    from sitegen.editing.sources import known_source
    from sitegen.reading.web import AddressError

    try:
        return known_source(given, desk.edition.tracker.sources)
    except AddressError as error:
        raise click.BadParameter(f"{error.message}; {error.hint}", param_hint=option) from error
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from error


def source_for(desk: Desk, given: str, details: Mapping[str, str | None], option: str) -> tuple[Source, list[Declared]]:
    """The source of an id or a web address, and what is to be declared if it is new; asks for what is not given."""
    from sitegen.editing.sources import new_source

    sources = desk.edition.tracker.sources
    found = declared_source(desk, given, option)
    if found is not None:
        if given not in (found.id, found.url):
            say(f'{given} is declared as "{found.id}" with the address {found.url}')
        if idle := [f"--{key}" for key, value in details.items() if value]:
            where = f"{found.place.path}:{found.place.line}"
            say(f'"{found.id}" stands in {where} already: {", ".join(idle)} change nothing')
        return found, []
    try:
        new = new_source(given, _details(given, details), sources.keys())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from error
    return new.source, [new]


def _details(url: str, given: Mapping[str, str | None]) -> dict[str, str | None]:
    """What is said of a new document: publisher and kind at least."""
    said = {key: None if value is None else " ".join(value.split()) for key, value in given.items()}
    if said["publisher"] and said["kind"]:
        return said
    if not at_terminal():
        message = f"{url} is a new document: say its --publisher and its --kind ({', '.join(SOURCE_KINDS)})"
        raise click.UsageError(message)
    say(f"{url} is a new document.")
    ask: Callable[..., str] = click.prompt
    said["publisher"] = said["publisher"] or ask("Publisher", err=True)
    said["kind"] = said["kind"] or ask("Kind", type=click.Choice(SOURCE_KINDS), err=True)
    for key in ("title", "published"):
        said[key] = (
            said[key] or ask(f"{key.title()} (empty for none)", default="", show_default=False, err=True) or None
        )
    return said


def decided(row: Row, source: Source, found: Standing) -> Row:
    """A row whose rivals are answered: by what it says itself, or by the person at the terminal.

    A document that says something else already is a slip, there or here: the line to change is named.
    """
    if slip := next((other for other in found.others if other.source == source.id), None):
        raise click.UsageError(_slipped(row, slip))
    if not found.open or row.use is not None or row.replaces is not None:
        return row
    message = f"{rivals(row, found)}."
    if not at_terminal():
        own = "" if found.own is None else f"; --replaces {found.own.source} if {source.publisher} corrects itself"
        ways = "--use preferred --reason … to print the new one, --use deprecated --reason … to keep what is printed"
        raise click.UsageError(f"{message} Say which of them is printed: {ways}{own}")
    say(message)
    if found.own is not None and click.confirm(f"Does {source.publisher} correct itself?", err=True):
        return structs.replace(row, replaces=found.own.source)
    new = click.confirm("Is the new value to be printed?", err=True)
    why = "preferred" if new else "not used"
    reason = click.prompt(f"Why is it {why}? Readers see this", err=True)
    return structs.replace(row, use="preferred" if new else "deprecated", reason=" ".join(reason.split()))


def _slipped(row: Row, there: Observation) -> str:
    from sitegen.editing.words import told

    where = f"{there.place.path}:{there.place.line}"
    said = f"{row.address}: {row.source} gives {told(there)} already, in {where}, and one document gives one value."
    return f"{said} Correct that line if it is wrong, and say why in the commit; or name the document that corrects it"


def rivals(row: Row, found: Standing) -> str:
    """What other sources say, in a sentence."""
    from sitegen.editing.words import told

    said = " and ".join(f"{told(each)} from {each.source}" for each in found.others)
    return f"{row.address}: {told(row)} does not agree with {said}"


def prepared(
    desk: Desk,
    rows: Sequence[Row],
    sources: Sequence[Declared],
    project: Path,
    chosen: Sequence[tuple[str, str, str]] = (),
) -> Ready:
    """What is to be written, with what it turns elsewhere shown; ends if the files would have a new problem."""
    from sitegen.editing.add import add
    from sitegen.editing.trial import Refused

    try:
        ready = add(desk, rows, sources, chosen)
    except Refused as error:
        show(error.problems, project, "text", error.texts)
        say("nothing was written")
        sys.exit(1)
    for id, (before, after) in ready.verdicts.items():
        say(f"the claim {id} turns from {before} to {after}")
    if ready.turned:
        show(ready.turned, project, "text")
        say("this is wrong elsewhere once it is written: mend it then, and run sitegen check")
    return ready


def write(ready: Ready, sources: Sequence[Declared]) -> None:
    """Writes what was checked, and says where it stands."""
    added = ready.write()
    for each in sources:
        click.echo(f"declared the source {each.id}")
    for row, place in zip(ready.rows, added.places, strict=True):
        click.echo(f"{row.address} stands in {place.path}:{place.line}")

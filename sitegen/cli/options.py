"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from sitegen.problems import did_you_mean
from sitegen.project import project_above
from sitegen.reading.web import AddressError, site_address
from sitegen.settings import Settings

FORMATS = ("text", "json", "github", "markdown")


class Day(click.ParamType[date]):
    """A day on the command line, `2025-03-20`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Reads the day or ends with a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is not a day: write it as 2025-03-20', param, ctx)


class Past(Day):
    """A day on the command line that is not after today, as text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Reads the day or ends with a usage error."""
        day = super().convert(value, param, ctx)
        if day > date.today():
            self.fail(f"{day} is still to come", param, ctx)
        return day.isoformat()


class Word(click.Choice[str]):
    """One of some words; of another one is said which it may misspell."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Reads the word or ends with a usage error."""
        if value not in self.choices:
            choices = [str(choice) for choice in self.choices]
            self.fail(f'there is no "{value}": {did_you_mean(str(value).casefold(), choices)}', param, ctx)
        return str(value)


class Folder(click.Path):
    """A folder on the command line, whether it is there or not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Reads the path or ends with a usage error."""
        if not str(value).strip():
            self.fail("nothing stands here: name a folder", param, ctx)
        return super().convert(value, param, ctx)


class Number(click.ParamType[Decimal]):
    """A number on the command line, `0.5`."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Reads the number or ends with a usage error."""
        if isinstance(value, Decimal):
            return value
        if re.fullmatch(r"\d+(?:\.\d+)?", value, re.ASCII) is None:
            self.fail(f'"{value}" is not a number: write digits, with a point before decimals', param, ctx)
        return Decimal(value)


class Whole(click.IntRange):
    """A whole number on the command line, within bounds."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Reads the number or ends with a usage error."""
        try:
            number = int(value)
        except ValueError:
            self.fail(f'"{value}" is not a whole number: write it in digits', param, ctx)
        if number < (self.min or 0) or (self.max is not None and number > self.max):
            most = "" if self.max is None else f" to {self.max}"
            self.fail(f'"{value}" is out of bounds: write a number from {self.min}{most}', param, ctx)
        return number


def _options(*options: Callable[..., Any]) -> Callable[..., Any]:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        return functools.reduce(lambda inner, option: option(inner), reversed(options), command)

    return decorate


folder = Folder(file_okay=False, path_type=Path)


def _around(ctx: click.Context, _: click.Parameter, given: Path | None) -> Path:
    """The folder that was named, else the project in which the command runs, be it in a folder below."""
    if given is not None:
        return given
    above = project_above(Path.cwd())
    if above is None:
        return Path()
    found = Path(os.path.relpath(above))
    if not ctx.params.get("quiet"):
        click.echo(f"the project is in {found.as_posix()}, above this folder", err=True)
    return found


project = click.option(
    "--project",
    type=folder,
    callback=_around,
    show_default="here, or the one above",
    help="The folder of the project.",
)
_report = _options(
    click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How problems are printed.",
    ),
    click.option("-q", "--quiet", is_flag=True, default=False, help="Print nothing but problems."),
)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


making = _options(
    project,
    click.option(
        "--base-url", metavar="URL", help="Where the site is published.  [default: base_url in data/site.yaml]"
    ),
    click.option("--drafts", is_flag=True, default=False, help="Show drafts."),
    click.option(
        "--as-of", type=Day(), help="The day that freshness is judged at.  [default: as_of in data/site.yaml]"
    ),
    click.option("--no-cache", is_flag=True, default=False, help="Make everything anew, and remember nothing."),
    click.option(
        "--jobs",
        type=Whole(1),
        default=processors,
        show_default="one for each processor",
        help="How many processes work at once.",
    ),
    _report,
)


lenient = click.option("--lenient", is_flag=True, default=False, help="Let warnings pass: only errors fail.")


def _base_url(text: str) -> str:
    try:
        return site_address(text)
    except AddressError as error:
        raise click.BadParameter(f"{error.message}; {error.hint}", param_hint="--base-url") from error


def settings(project: Path, options: dict[str, Any]) -> Settings:
    """The settings of a build from the options of `making`; ends with a usage error if they make none."""
    if not project.is_dir():
        raise click.BadParameter(f'there is no folder "{project}"', param_hint="--project")
    return Settings(
        project=project,
        base_url=None if options["base_url"] is None else _base_url(options["base_url"]),
        as_of=options["as_of"],
        drafts=options["drafts"],
        lenient=options["lenient"],
        cache=not options["no_cache"],
        jobs=options["jobs"],
    )

"""The command line: the only module that prints, exits or reads the clock."""

from __future__ import annotations

import errno
import functools
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from sitegen import __version__
from sitegen.build import Result, Settings, build, make
from sitegen.check import examine
from sitegen.explain import explain as trail
from sitegen.explain import tell
from sitegen.exports.forms import to_json
from sitegen.load import load
from sitegen.problems import Problem, SitegenError
from sitegen.project import require_project
from sitegen.report import Style, format_problems
from sitegen.scaffold import KINDS, init_project, new_document
from sitegen.schema import write_schemas
from sitegen.serve import serve as run_server

FORMATS = ("text", "json", "github")


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


def _options(*options: Callable[..., Any]) -> Callable[..., Any]:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        return functools.reduce(lambda inner, option: option(inner), reversed(options), command)

    return decorate


_folder = click.Path(file_okay=False, path_type=Path)
_project = click.option(
    "--project", type=_folder, default=Path(), show_default="here", help="The folder of the project."
)
_report = _options(
    click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How problems are told.",
    ),
    click.option("-q", "--quiet", is_flag=True, default=False, help="Say nothing but problems."),
)
_making = _options(
    _project,
    click.option(
        "--base-url", metavar="URL", help="Where the site is published.  [default: base_url in data/site.yaml]"
    ),
    click.option("--drafts", is_flag=True, default=False, help="Show drafts."),
    click.option("--strict", is_flag=True, default=False, help="Warnings fail."),
    click.option(
        "--as-of", type=Day(), help="The day that freshness is judged at.  [default: as_of in data/site.yaml]"
    ),
    click.option("--no-cache", is_flag=True, default=False, help="Draw every chart anew."),
    _report,
)


def _settings(project: Path, options: dict[str, Any]) -> Settings:
    base_url = options["base_url"]
    if base_url is not None:
        if not base_url.startswith(("https://", "http://")):
            raise click.BadParameter(f'"{base_url}" is not a web address: write https://…', param_hint="--base-url")
        base_url = base_url.rstrip("/") + "/"
    if not project.is_dir():
        raise click.BadParameter(f'there is no folder "{project}"', param_hint="--project")
    return Settings(
        project=project,
        base_url=base_url,
        as_of=options["as_of"],
        drafts=options["drafts"],
        strict=options["strict"],
        cache=not options["no_cache"],
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Makes a market-tracker site from YAML and Markdown: every number is traced to its source."""


@main.command("build")
@_making
@click.option("-o", "--output", type=_folder, help="Where the site is written.  [default: site in the project]")
def build_command(project: Path, output: Path | None, style: str, quiet: bool, **options: Any) -> None:
    """Make the site and write it; nothing is written if anything is wrong."""
    settings = _settings(project, options)
    folder = output or project / "site"
    _told(settings, style, quiet, lambda: build(settings, folder, _progress(quiet)), "; nothing was written")


@main.command()
@_making
def check(project: Path, style: str, quiet: bool, **options: Any) -> None:
    """Do all that build does, but write nothing."""
    settings = _settings(project, options)
    _told(settings, style, quiet, lambda: make(settings, _progress(quiet)))


@main.command()
@_making
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes a free one."
)
def serve(project: Path, style: str, quiet: bool, host: str, port: int, **options: Any) -> None:
    """Serve the site here, rebuild it on every change, and reload the browser."""
    settings = _settings(project, options)
    settings = replace(settings, base_url=settings.base_url or f"http://{host}:{port}/")

    def rebuild() -> Result | None:
        try:
            return _run(settings, style, quiet, lambda: make(settings, _progress(True)))
        except SitegenError as error:
            _tell(error.problems, project, style)
            _close(error.problems, settings, style, quiet)
            return None

    def run() -> None:
        require_project(project)
        run_server(project, rebuild, host, port, _say)

    try:
        _guard(project, style, run)
    except OSError as error:
        option = "--port" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "--host"
        raise click.UsageError(f"cannot serve at {host}:{port}: {error.strerror}; choose another {option}") from error


@main.command()
@click.argument("folder", metavar="DIR", type=_folder)
def init(folder: Path) -> None:
    """Start a small tracker in DIR that builds at once."""
    _guard(Path(), "text", lambda: click.echo(init_project(folder)))


@main.command()
@_project
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("title")
def new(project: Path, kind: str, title: str) -> None:
    """Start a brief, company, ranking or expansion plan called TITLE."""
    _guard(project, "text", lambda: click.echo(new_document(project, kind, title, date.today())))


@main.command()
@_project
def schema(project: Path) -> None:
    """Write the JSON Schemas that let editors complete and check the data files."""
    _guard(project, "text", lambda: click.echo(write_schemas(project)))


@main.command()
@_project
@click.argument("target", metavar="ADDRESS|CLAIM")
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True, help="How it is told."
)
def explain(project: Path, target: str, style: str) -> None:
    """Tell where a value comes from, or how a claim was tested: sources, rivals, parts, readings, who uses it."""

    def run() -> None:
        edition = examine(load(project), as_of=None, base_url=None, drafts=True)
        if any(p.severity == "error" and p.code != "claim-fails" for p in edition.warnings):
            raise SitegenError(edition.warnings)
        try:
            record = trail(edition, target)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="ADDRESS|CLAIM") from error
        click.echo(to_json(record).decode().rstrip("\n") if style == "json" else tell(record))

    _guard(project, style, run)


def _told(settings: Settings, style: str, quiet: bool, run: Callable[[], Result], after: str = "") -> None:
    """Runs a build, tells its warnings and counts, or its problems with exit code 1.

    after: what a failure's last line says behind the counts.
    """

    def close(problems: Sequence[Problem]) -> None:
        _close(problems, settings, style, quiet, after)

    _guard(settings.project, style, lambda: _run(settings, style, quiet, run), close)


def _close(problems: Sequence[Problem], settings: Settings, style: str, quiet: bool, after: str = "") -> None:
    """Says how many errors and warnings a failure has; only people read it, so only as text."""
    if quiet or style != "text":
        return
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [_counted(count, noun) for count, noun in ((errors, "error"), (warnings, "warning")) if count]
    strict = " (--strict: warnings fail)" if warnings and settings.strict else ""
    _say(f"{', '.join(counts)}{strict}{after}")


def _run(settings: Settings, style: str, quiet: bool, run: Callable[[], Result]) -> Result:
    start = time.monotonic()
    result = run()
    _tell(result.warnings, settings.project, style)
    if not quiet and style == "text":
        _say(_counts(result, time.monotonic() - start))
    return result


def _counts(result: Result, seconds: float) -> str:
    counts = [
        _counted(result.pages, "page"),
        _counted(len(result.edition.uses), "figure"),
        _counted(len(result.edition.verdicts), "claim"),
        _counted(len(result.warnings), "warning"),
    ]
    return f"{', '.join(counts)} in {seconds:.1f} s"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _guard(
    project: Path,
    style: str,
    run: Callable[[], object],
    close: Callable[[Sequence[Problem]], None] = lambda problems: None,
) -> None:
    """Runs a command; the problems it raises are told and end it with exit code 1, Ctrl-C ends it with 130.

    close: what is done last when there were problems.
    """
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(130)
    except SitegenError as error:
        _tell(error.problems, project, style)
        close(error.problems)
        sys.exit(1)


def _tell(problems: tuple[Problem, ...], project: Path, style: str) -> None:
    def lines(path: str) -> list[str] | None:
        try:
            return (project / path).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return None

    if problems or style == "json":
        click.echo(format_problems(problems, lines, cast(Style, style)).rstrip("\n"), err=style == "text")


def _progress(quiet: bool) -> Callable[[str], None]:
    """Shows the stage on a terminal, on one line that the next stage overwrites."""
    if quiet or not sys.stderr.isatty():
        return lambda stage: None
    return lambda stage: click.echo(f"\r\x1b[K{stage} …\r", err=True, nl=False)


def _say(text: str) -> None:
    click.echo(text, err=True)

"""`sitegen build`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click
from msgspec import structs

from sitegen.cli import options
from sitegen.cli.console import Progress, run_build, say
from sitegen.cli.record import Record
from sitegen.settings import Settings


@click.command("build", short_help="Make the site and write it into site/.")
@options.making
@options.lenient
@click.option("-o", "--output", type=options.folder, help="Where the site is written.  [default: site in the project]")
@click.option(
    "--profile",
    is_flag=True,
    default=False,
    help="Print the time of each stage and of the slowest pages and drawings; one process works.",
)
@click.option("--explain", is_flag=True, default=False, help="Print why each page was made again; one process works.")
def command(
    project: Path, output: Path | None, style: str, quiet: bool, profile: bool, explain: bool, **given: Any
) -> None:
    """Make the site and write it; nothing is written if anything is wrong."""
    settings, folder = options.settings(project, given), output or project / "site"
    from sitegen.build import build  # here, so that help and version load no more than click

    if not (profile or explain):
        from sitegen.observer import Observer

        shown = Progress(quiet)
        made = Observer(making=shown.making)
        return run_build(settings, style, quiet, lambda: build(settings, folder, shown, made), "; nothing was written")
    _recorded(structs.replace(settings, jobs=1), folder, style, quiet, profile, explain)


def _recorded(settings: Settings, folder: Path, style: str, quiet: bool, profile: bool, explain: bool) -> None:
    """Builds, and prints what was recorded of it, also where the build fails."""
    from sitegen.build import build
    from sitegen.observer import Observer

    record = Record(time.perf_counter)
    observer = Observer(making=record.making)
    try:
        run_build(
            settings, style, quiet, lambda: build(settings, folder, record.stage, observer), "; nothing was written"
        )
    finally:
        for asked, text in ((explain, record.reasons), (profile, record.times)):
            if asked:
                say(text())

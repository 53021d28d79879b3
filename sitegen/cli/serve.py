"""`sitegen serve`."""

from __future__ import annotations

import errno
import time
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import structs

from sitegen.cli import options
from sitegen.cli.console import count, fault, finished, guard, say, show
from sitegen.problems import SitegenError
from sitegen.project import require_project

if TYPE_CHECKING:
    from sitegen.observer import Observer
    from sitegen.serve import Built


@click.command("serve", short_help="Show the site in a browser, and again on every change.")
@options.making
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port", type=options.Whole(0, 65535), default=8000, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--open", "opened", is_flag=True, default=False, help="Open the site in the browser once it is built.")
def command(project: Path, style: str, quiet: bool, host: str, port: int, opened: bool, **given: Any) -> None:
    """Serve the site here, rebuild it on every change, and reload the browser.

    Problems are shown at the terminal and in the browser. While there are some, the last good site stays.
    """
    settings = options.settings(project, {**given, "lenient": True})  # a warning is shown, and the site goes on
    settings = structs.replace(settings, base_url=settings.base_url or f"http://{host}:{port}/")
    from sitegen.build import make  # here, so that help and version load no more than click
    from sitegen.kinds import KINDS
    from sitegen.serve import Built, Places, serve
    from sitegen.store.session import Session

    session = Session(settings)

    def rebuild(observer: Observer) -> Built:
        start = time.monotonic()
        try:
            result = make(settings, lambda stage: None, session=session, observer=observer)
        except SitegenError as error:
            show(error.problems, project, style)
            count(error.problems, style, quiet)
            return Built(None, error.problems)
        except Exception:  # the site stays and the next change is built, whatever went wrong
            fault()
            return Built(None, ())
        finished(result.summary, start, settings, style, quiet)
        return Built(result.outputs, result.summary.warnings, Places(result.tracker, KINDS).of)

    def timed(line: str) -> None:
        say(f"{time.strftime('%H:%M:%S')} {line}")

    def run() -> None:
        require_project(project)
        serve(project, rebuild, host, port, timed, session.save, webbrowser.open if opened else lambda url: None)

    try:
        guard(project, style, run)
    except OSError as error:
        option = "--port" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "--host"
        raise click.UsageError(f"cannot serve at {host}:{port}: {error.strerror}; choose another {option}") from error

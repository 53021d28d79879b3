"""`sitegen docs`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("docs", short_help="Open the documents in a browser.")
@click.argument("page", metavar="[PAGE|CODE]", required=False)
@click.option("--list", "listed", is_flag=True, help="List the documents, and open none.")
def command(page: str | None, listed: bool) -> None:
    """Open the documents in the browser.

    PAGE is one of them, such as charts; CODE is the code of a problem, such as unbound-number: what causes it, and how
    it is fixed.
    """
    import webbrowser

    from sitegen import manual  # here, so that help and version load no more than click
    from sitegen.problems.codes import CODES
    from sitegen.problems.problem import did_you_mean

    if listed:
        click.echo("\n".join(manual.names()))
        return
    if (address := manual.address(page or manual.FIRST)) is None:
        hint = did_you_mean(page or "", [*manual.names(), *CODES]) or "sitegen docs --list shows all"
        raise click.UsageError(f'no document and no code of a problem is called "{page}": {hint}')
    folder = _folder()
    manual.write_manual(folder)
    name, hash, fragment = address.partition("#")
    url = (folder / name).as_uri() + hash + fragment
    click.echo(f"the documents are at {url}")
    if not webbrowser.open(url):
        click.echo("no browser could be opened here: open that address in one", err=True)


def _folder() -> Path:
    """The folder that the pages are written to, the same at each call; a new one where it cannot be written."""
    import os
    import tempfile

    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sitegen" / "docs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="sitegen-docs-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="sitegen-docs-"))

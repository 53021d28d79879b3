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
    import tempfile
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
    folder = Path(tempfile.mkdtemp(prefix="sitegen-docs-"))
    manual.write_manual(folder)
    name, hash, fragment = address.partition("#")
    url = (folder / name).as_uri() + hash + fragment
    click.echo(f"the documents are at {url}")
    if not webbrowser.open(url):
        click.echo("no browser could be opened here: open that address in one", err=True)

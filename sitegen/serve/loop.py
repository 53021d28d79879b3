"""Serving: the site from memory, made again when an input changes, the pages in the browser first."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from sitegen.pages.output import Kept, Output
from sitegen.pages.record.observer import Observer
from sitegen.serve.server import Server
from sitegen.serve.watch import changes


class Built(Protocol):
    """What a build gives to be served."""

    @property
    def outputs(self) -> Mapping[str, bytes]:
        """Content by path relative to the site's root."""


def serve(
    project: Path,
    build: Callable[[Observer], Built | None],
    host: str,
    port: int,
    say: Callable[[str], None],
    rest: Callable[[], None],
) -> None:
    """Builds, serves at host and port (0: any that is free), and builds anew on every change, until interrupted.

    build: makes the site from the files as they are now, the pages in browsers first, and reports its problems; None
    if it has errors, and then the last good site stays. say: shows a line to the person at the terminal.
    rest: is called while nothing changes.
    Raises OSError if the address is taken or not allowed, and KeyboardInterrupt when the person stops it.
    """
    with Server((host, port)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Serving at {server.url} (stop with Ctrl-C)")
        # Watching begins before the first build, so that a change made while it runs is not lost.
        for number, changed in enumerate(changes(project)):
            if number and not changed:
                rest()
                continue
            for path in changed:
                say(f"Changed: {os.path.relpath(path, project)}")
            good = server.shelf.outputs
            built = build(_observer(server, good))
            server.show(good if built is None else dict(built.outputs))
            if built is None and good:
                say("The browser still shows the last good site.")


def _observer(server: Server, good: Mapping[str, bytes]) -> Observer:
    """Has the pages that browsers show made first, and shows them at once, among the others of the last good site."""

    def show(outputs: tuple[Output | Kept, ...]) -> None:
        server.show({**server.shelf.outputs, **{output.path: output.content for output in outputs}})

    return Observer(tuple("/" + page.removesuffix("index.html") for page in server.open) if good else (), show)

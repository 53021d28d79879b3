"""Serving: the site from memory, made again when an input changes, the pages in the browser first."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sitegen.disk import read_lines
from sitegen.observer import Observer, Shown
from sitegen.problems import Place, Problem
from sitegen.serve.panel import Panel
from sitegen.serve.server import Server
from sitegen.serve.watch import changes

SWITCH = 0.0005
"""Seconds after which a build lets a request go on; Python's own 0.005 would make a page that is ready wait."""


class Built(NamedTuple):
    """What a build gives to be served.

    outputs: content by path relative to the site's root; None if the build has errors. problems: all that it reports.
    place: where something of a page is written, as `Shelf` takes it.
    """

    outputs: Mapping[str, bytes] | None
    problems: Sequence[Problem]
    place: Callable[[str, str, str], Place | None] | None = None


def serve(
    project: Path,
    build: Callable[[Observer], Built],
    host: str,
    port: int,
    say: Callable[[str], None],
    rest: Callable[[], None],
    open: Callable[[str], object] = lambda url: None,
) -> None:
    """Builds, serves at host and port (0: any that is free), and builds anew on every change, until interrupted.

    build: makes the site from the files as they are now, the pages in browsers first, and prints its problems. Where it
    has errors or fails, the last good site stays. say: shows a line to the person at the terminal. rest: is called
    while nothing changes. open: shows an address in a browser, once, after the first build.
    Raises OSError if the address is taken or not allowed, and KeyboardInterrupt when the person stops it.
    """
    sys.setswitchinterval(SWITCH)
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
            good, failed = server.shelf.outputs, server.shelf.panel.stale
            outputs, problems, place = build(_observer(server, good))
            panel = Panel.of(
                problems, partial(read_lines, project), stale=outputs is None, folder=project.absolute().as_posix()
            )
            server.show(good if outputs is None else dict(outputs), panel, place)
            if outputs is None:
                shown = ("the last good site" if good else "", "what is to fix" if problems else "")
                say(f"The browser shows {' and '.join(filter(None, shown)) or 'nothing yet'}.")
            elif failed:
                say("The browser shows the new site." if problems else "All is well again.")
            if not number:
                open(server.url)


def _observer(server: Server, good: Mapping[str, bytes]) -> Observer:
    """Has the pages that browsers show made first, and shows them at once, among the others of the last good site."""

    def show(outputs: Sequence[Shown]) -> None:
        server.show({**server.shelf.outputs, **{output.path: output.content for output in outputs}})

    return Observer(tuple("/" + page.removesuffix("index.html") for page in server.open) if good else (), show)

"""Serving: the site from memory, rebuilt when an input changes, the browser reloaded."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Protocol

from watchfiles import watch

from sitegen.disk import FOLDERS
from sitegen.serve.responses import Reply, Shelf, reply

FOREIGN = Reply(
    HTTPStatus.FORBIDDEN,
    "text/plain; charset=utf-8",
    b"This is not the address at which sitegen serves: see the terminal.",
)
"""The answer to a request for another host, which shows nothing of the site."""


class Built(Protocol):
    """What a build gives to be served."""

    @property
    def outputs(self) -> Mapping[str, bytes]:
        """Content by path relative to the site's root."""


class Server(ThreadingHTTPServer):
    """Serves the shelf of the moment, which is replaced whole: a request sees one build or the other."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int]) -> None:
        """Raises OSError if the address is taken or not allowed."""
        super().__init__(address, _Handler)
        self.shelf = Shelf.of({})
        self._host = address[0]

    @property
    def url(self) -> str:
        """Where the site is seen."""
        host, port = self.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"

    def answers(self, asked: str) -> bool:
        """Whether a request for this host and port is for us; a page elsewhere can lead its own name to this machine.

        Where we listen at every address of the machine, that may be any number, but no other name.
        """
        name, _, port = asked.lower().rpartition(":")
        if not port.isdecimal():
            name, port = asked.lower(), "80"
        number = self._host in ("", "0.0.0.0", "::") and _is_number(name.strip("[]"))
        known = name.strip("[]") in ("localhost", "127.0.0.1", "::1", self._host.lower())
        return port == str(self.server_address[1]) and (known or number)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Sends the reply."""
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        """Sends the reply's headers."""
        self._send(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for problems."""

    def _send(self, *, with_body: bool) -> None:
        asked = self.headers.get_all("Host") or []
        known = len(asked) == 1 and self.server.answers(asked[0].strip())
        answer = reply(self.server.shelf, self.path) if known else FOREIGN
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        if answer.location is not None:
            self.send_header("Location", answer.location)
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)


def serve(project: Path, build: Callable[[], Built | None], host: str, port: int, say: Callable[[str], None]) -> None:
    """Builds, serves at host and port (0: any that is free), and builds anew on every change, until interrupted.

    build: makes the site from the files as they are now and reports its problems; None if it has errors, and then the
    last good site stays. say: shows a line to the person at the terminal.
    Raises OSError if the address is taken or not allowed, and KeyboardInterrupt when the person stops it.
    """
    with Server((host, port)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Serving at {server.url} (stop with Ctrl-C)")
        # Watching begins before the first build, so that a change made while it runs is not lost.
        for number, changed in enumerate(_rounds(project)):
            if number and not changed:
                continue
            for path in changed:
                say(f"Changed: {os.path.relpath(path, project)}")
            built = build()
            if built is not None:
                server.shelf = Shelf.of(built.outputs)
            elif server.shelf.outputs:
                say("The browser still shows the last good site.")


def _rounds(project: Path) -> Iterator[list[str]]:
    """What changed since the last round, twice a second; a folder that comes or goes is a change of its own."""
    folders = _folders(project)
    yield from _watched(project, folders)
    while True:
        came = set(map(str, _folders(project))) ^ set(map(str, folders))
        folders = _folders(project)
        yield sorted(came)
        yield from _watched(project, folders)


def _watched(project: Path, folders: list[Path]) -> Iterator[list[str]]:
    """The rounds for as long as the project has these folders."""
    for changes in watch(*folders or [project], rust_timeout=500, yield_on_timeout=True, raise_interrupt=True):
        yield sorted({path for _, path in changes})
        if _folders(project) != folders:
            return


def _folders(project: Path) -> list[Path]:
    return [folder for name in FOLDERS if (folder := project / name).is_dir()]

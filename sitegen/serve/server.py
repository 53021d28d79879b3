"""The server: answers requests from the latest build, and reloads a browser when its page has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from sitegen.problems import Place
from sitegen.serve.panel import Panel
from sitegen.serve.responses import TYPES, Reply, Shelf, Wait, reply, wait

FOREIGN = Reply(
    HTTPStatus.FORBIDDEN,
    "text/plain; charset=utf-8",
    b"This is not the address at which sitegen serves: see the terminal.",
)
"""The answer to a request for another host, which shows nothing of the site."""


PATIENCE = 10.0
"""Seconds after which a browser is told that its page is still the same, and asks again."""
OPEN = 4
"""How many pages are kept as open: those that browsers asked for last."""


class Server(ThreadingHTTPServer):
    """Serves the shelf of the moment, which is replaced whole: a request sees one build or the other.

    open: the paths of the pages that browsers show, the one that was asked for last first.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int]) -> None:
        """Raises OSError if the address is taken or not allowed."""
        super().__init__(address, _Handler)
        self.shelf = Shelf({})
        self.open: tuple[str, ...] = ()
        self._host = address[0]
        self._changed = threading.Condition()

    @property
    def url(self) -> str:
        """Where the site is seen."""
        host, port = self.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"

    def show(
        self,
        outputs: Mapping[str, bytes],
        panel: Panel | None = None,
        place: Callable[[str, str, str], Place | None] | None = None,
    ) -> None:
        """Serves these outputs from now on; a browser whose page they change reloads it.

        panel: what the last build reported; place: where things of its pages are written. None for what stays.
        """
        with self._changed:
            now = self.shelf
            self.shelf = Shelf(outputs, now.panel if panel is None else panel, now.place if place is None else place)
            self._changed.notify_all()

    def answer(self, target: str) -> Reply:
        """The reply to a request target; one for another version of a page waits until there is one."""
        waiting = wait(target)
        if waiting is not None:
            self._note(waiting.page)
            return Reply(HTTPStatus.OK, TYPES[".txt"], self._version(waiting).encode())
        found = reply(self.shelf, target)
        self._note(found.page)
        return found

    def _note(self, page: str) -> None:
        if page:
            self.open = (page, *(other for other in self.open if other != page))[:OPEN]

    def _version(self, waiting: Wait) -> str:
        with self._changed:
            self._changed.wait_for(lambda: self.shelf.version(waiting.page) != waiting.shown, PATIENCE)
            return self.shelf.version(waiting.page)

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

    def handle(self) -> None:
        """Answers what one connection asks. A browser that leaves a page ends the connection, which is no fault."""
        with suppress(ConnectionError):
            super().handle()

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
        answer = self.server.answer(self.path) if known else FOREIGN
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        if answer.location is not None:
            self.send_header("Location", answer.location)
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

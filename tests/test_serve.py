"""Serving: what is sent, what is kept when a build fails, and how it stops."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serve import Server
from sitegen.shelf import RELOAD_JS, Shelf, reply

HOME = b"<html><body><p>home</p></body></html>"
SHELF = Shelf.of(
    {"index.html": HOME, "a/index.html": "<p>\u95ee\u754c</p>", "404.html": "<body>none</body>", "x.csv": "1"}
)
SCRIPT = b'<script src="/_sitegen/reload.js" defer></script>'

# A project whose page is one file, and whose build fails while that file says "broken".
PROGRAM = """
import sys
from pathlib import Path
from types import SimpleNamespace
from sitegen.serve import serve

project = Path(sys.argv[1])

def say(line):
    print(line, flush=True)

def build():
    text = (project / "content" / "page.md").read_text()
    say("it is broken" if text == "broken" else "built")
    return None if text == "broken" else SimpleNamespace(outputs={"index.html": text.encode()})

try:
    serve(project, build, "127.0.0.1", 0, say)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize(
    ("target", "status", "body"),
    [
        ("/", 200, HOME.replace(b"</body>", SCRIPT + b"</body>")),
        ("/index.html?x=1#y", 200, HOME.replace(b"</body>", SCRIPT + b"</body>")),
        ("/a/", 200, "<p>\u95ee\u754c</p>".encode() + SCRIPT),
        ("/x.csv", 200, b"1"),
        ("/nothing/", 404, b"<body>none" + SCRIPT + b"</body>"),
        ("/../../etc/passwd", 404, b"<body>none" + SCRIPT + b"</body>"),
        ("/_sitegen/reload.js", 200, RELOAD_JS.encode()),
        ("/_sitegen/version", 200, SHELF.version.encode()),
    ],
)
def test_replies(target: str, status: int, body: bytes) -> None:
    """Pages carry the reload script, other files do not, and what is not there is the site's 404 page."""
    answer = reply(SHELF, target)
    assert (answer.status, answer.body) == (status, body)


def test_a_folder_without_its_slash_is_redirected() -> None:
    """Relative links work only below the slash."""
    answer = reply(SHELF, "/a?x=1")
    assert (answer.status, answer.location) == (301, "/a/")


def test_version_is_of_the_content() -> None:
    """The order of outputs is not their content; moving bytes from one to another is another version."""
    assert Shelf.of({"a": "1", "b": "2"}).version == Shelf.of({"b": b"2", "a": b"1"}).version
    assert Shelf.of({"a": "12", "b": ""}).version != Shelf.of({"a": "1", "b": "2"}).version


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server."""
    with Server(("127.0.0.1", 0)) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def test_before_the_first_build(server: Server) -> None:
    """Without any good build the page says where to look, and reloads when there is one."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(server.url, timeout=5)
    with caught.value as answer:
        assert answer.code == 503
        assert SCRIPT in answer.read()


def test_headers_and_head(server: Server) -> None:
    """Text is UTF-8, nothing is kept by the browser, and HEAD sends no body."""
    server.shelf = SHELF
    with urllib.request.urlopen(urllib.request.Request(server.url, method="HEAD"), timeout=5) as answer:
        assert answer.read() == b""
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"


def until(condition: Callable[[], bool]) -> None:
    """Waits for something that happens soon, at most ten seconds."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_rebuilds_keeps_the_last_good_page_and_stops(tmp_path: Path) -> None:
    """A change is seen, a broken one leaves the page as it was and is told, Ctrl-C ends it with 130."""
    page = tmp_path / "content" / "page.md"
    page.parent.mkdir()
    page.write_text("first")
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[2]
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(process.stdout or ()))
        reader.start()

        def shown() -> str:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())

        def told(word: str) -> bool:
            return any(word in line for line in lines)

        until(lambda: told("built"))
        assert shown().startswith("first")
        page.write_text("second")
        until(lambda: shown().startswith("second"))
        page.write_text("broken")
        until(lambda: told("it is broken") and told("last good site"))
        assert shown().startswith("second")
        page.write_text("third")
        until(lambda: shown().startswith("third"))
        assert told("Changed: content/page.md")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130
        reader.join()

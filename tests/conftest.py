"""The site of this repository, built once for all workers of a test run and served where pages may stand."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, wraps
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from firefox import Firefox, running
from hypothesis import settings
from jinja2 import Environment
from playwright.sync_api import Browser, sync_playwright
from small import SHARED

from sitegen.__main__ import ROUND
from sitegen.charts import engine

ROOT = Path(__file__).parent.parent

# No test is timed; in continuous integration the same examples are tried each time.
settings.register_profile("sitegen", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("sitegen")
PATH = "/some/path/"
BASE = f"https://example.org{PATH}"
"""The address that the built site is made for."""
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
SLOW = {"site_folder", "browser", "firefox", "wheel"}
"""Fixtures that take long: the whole built site, Chromium, Firefox, the built wheel."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow every test that uses a slow fixture, directly or through another; `make quick` leaves them out.

    Of two workers the first begins with the tests of the built site, the second with the other slow ones, and both
    have quick tests left for whoever is done sooner: none waits while the other builds the site.
    """
    built: list[pytest.Item] = []
    slow: list[pytest.Item] = []
    quick: list[pytest.Item] = []
    for item in items:
        if SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
            built.append(item)
        else:
            (slow if item.get_closest_marker("slow") else quick).append(item)
    half = max(0, len(items) // 2 - len(built))
    items[:] = [*built, *quick[:half], *slow, *quick[half:]]


def pytest_collection_finish() -> None:
    """Circles are looked for as seldom as in the command line, and not among the thousands of tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(ROUND)


@pytest.fixture(scope="session", autouse=True)
def _libraries_asked_once() -> Iterator[None]:
    """A worker compiles a template and draws a specification once, though it builds hundreds of sites.

    Both depend on their arguments alone: test_charts_svg.py draws in processes of their own, and laws build there.
    """
    with pytest.MonkeyPatch.context() as patch:
        compiled, drawn = Environment.compile, engine.to_svg
        codes: dict[object, Any] = {}
        drawings: dict[object, str] = {}

        @wraps(compiled)
        def compile_once(env: Environment, source: Any, *names: Any, **how: Any) -> Any:
            key = source, names, repr(how)
            if key not in codes:
                codes[key] = compiled(env, source, *names, **how)
            return codes[key]

        @wraps(drawn)
        def draw_once(spec: Mapping[str, Any], fonts: Path, locale: str) -> str:
            key = repr(spec), fonts.resolve(), locale
            if key not in drawings:
                drawings[key] = drawn(spec, fonts, locale)
            return drawings[key]

        patch.setattr(Environment, "compile", compile_once)
        patch.setattr(engine, "to_svg", draw_once)
        yield


def _leads_on(path: Path) -> bool:
    return path.stat().st_size < 2000 and 'http-equiv="refresh"' in path.read_text()


@cache
def _pages(folder: Path) -> tuple[str, ...]:
    files = (p for p in folder.rglob("*.html") if p.parent.name not in ("notes", "embed") and not _leads_on(p))
    found = (path.relative_to(folder).as_posix() for path in files)
    return tuple(sorted(name.removesuffix("index.html") for name in found))


class Built(NamedTuple):
    """folder: the built site. root, below: its address when it is served at `/` and at `/some/path/`."""

    folder: Path
    root: str
    below: str

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page's path relative to the site, `briefs/x/` for a folder with an index.html.

        None that leads on, no file of notes, which a script reads, and no frame for pages of other sites.
        """
        return _pages(self.folder)


class Handler(SimpleHTTPRequestHandler):
    """Answers as a static host does, below its server's prefix; an unknown address gets 404.html."""

    protocol_version = "HTTP/1.1"
    server: Server

    def translate_path(self, path: str) -> str:
        """The file of an address, or one that does not exist."""
        prefix = self.server.prefix
        return super().translate_path(path.removeprefix(prefix.rstrip("/")) if path.startswith(prefix) else "/no/such")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Sends the site's own page for what is not there."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Adds the headers of the server."""
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    """Serves a folder below a prefix, each answer with these headers."""

    daemon_threads = True

    def __init__(self, folder: Path, prefix: str, headers: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.prefix = prefix
        self.headers = headers or {}
        super().__init__(("127.0.0.1", 0), Handler)

    def finish_request(self, request: object, client_address: object) -> None:
        """Hands the folder to the handler."""
        Handler(request, client_address, self, directory=str(self.folder))  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address of the site's home page."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"


@pytest.fixture(scope="session", autouse=True)
def _shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """Names the folder in which the workers of a run share what one of them made: see small.py."""
    if worker_id != "master":
        os.environ[SHARED] = str(tmp_path_factory.getbasetemp().parent)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site; the first worker that asks for it builds it, and draws every chart itself."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            command = [
                sys.executable,
                "-m",
                "sitegen",
                "build",
                "--no-cache",
                "--project",
                str(ROOT),
                "-o",
                str(folder),
            ]
            command += ["--base-url", BASE]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    with Server(folder, "/") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[Built]:
    """The built site, served at two addresses."""
    with Server(site_folder, "/") as root, Server(site_folder, PATH) as below:
        for server in (root, below):
            threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Built(site_folder, root.url, below.url)
        root.shutdown()
        below.shutdown()


def chromium() -> str:
    """The path of the system's Chromium; fails the test if there is none."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("Chromium is missing: run .ci/tools, or name one in the variable CHROMIUM")
    return path


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """The system's Firefox, one for each worker."""
    with running(tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one for each worker."""
    with sync_playwright() as playwright:
        args = ["--no-sandbox", "--font-render-hinting=none"]  # letters as wide as in a window
        running = playwright.chromium.launch(executable_path=chromium(), args=args)
        yield running
        running.close()

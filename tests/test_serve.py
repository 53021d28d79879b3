"""Serving: what is sent, what is kept when a build fails, and how it stops."""

from __future__ import annotations

import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect
from small import SITES, made

from sitegen.build import Result
from sitegen.cli import main
from sitegen.kinds import KINDS
from sitegen.model import Address
from sitegen.problems import Place, Problem
from sitegen.scaffold import init_project
from sitegen.serve import Places, Server
from sitegen.serve.panel import Panel
from sitegen.serve.responses import RELOAD_JS, Shelf, reply
from sitegen.urls import address_url

HOME = b"<html><body><p>home</p></body></html>"
OUTPUTS = {
    "index.html": HOME,
    "a/index.html": "<p>\u95ee\u754c</p><img src='x.png'><a href=\"../feed.xml\">feed</a>".encode(),
    "404.html": b"<body>none</body>",
    "feed.xml": b"1",
    "x.csv": b"1",
    "assets/site.css": b"p {}",
    "p/index.html": b'<img src="one.png">',
    "p/one.png": b"one",
}
SHELF = Shelf(OUTPUTS)


def script(page: str) -> bytes:
    """What is put into a page as it is sent."""
    data = f'data-page="{page}" data-shown="{SHELF.version(page)}"'
    places = '<script src="/_sitegen/places.js" defer></script>'
    return f'<script src="/_sitegen/reload.js" {data} defer></script>{places}'.encode()


@pytest.mark.parametrize(
    ("target", "status", "body"),
    [
        ("/", 200, HOME.replace(b"</body>", script("index.html") + b"</body>")),
        ("/index.html?x=1#y", 200, HOME.replace(b"</body>", script("index.html") + b"</body>")),
        ("/a/", 200, OUTPUTS["a/index.html"] + script("a/index.html")),
        ("/x.csv", 200, b"1"),
        ("/nothing/", 404, b"<body>none" + script("nothing/index.html") + b"</body>"),
        ("/../../etc/passwd", 404, b"<body>none" + script("../../etc/passwd") + b"</body>"),
        ('/"><b>/', 404, b"<body>none" + script("&quot;&gt;&lt;b&gt;/index.html") + b"</body>"),
        ("/_sitegen/reload.js", 200, RELOAD_JS.encode()),
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


@pytest.mark.parametrize(
    ("page", "changed", "other"),
    [
        ("a/index.html", "a/index.html", True),
        ("a/index.html", "assets/site.css", True),
        ("p/index.html", "p/one.png", True),
        ("nothing/index.html", "404.html", True),
        ("a/index.html", "feed.xml", False),
        ("a/index.html", "index.html", False),
        ("a/index.html", "p/one.png", False),
    ],
)
def test_the_version_of_a_page_is_of_what_it_shows(page: str, changed: str, other: bool) -> None:
    """A page is another one if its content, an asset or a picture of it is; what it only links to is not shown."""
    assert (Shelf({**OUTPUTS, changed: b"new"}).version(page) != SHELF.version(page)) is other


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server."""
    with Server(("127.0.0.1", 0)) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def test_before_the_first_build(server: Server) -> None:
    """Before the first build is done the page says so, and reloads when there is one."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(server.url, timeout=5)
    with caught.value as answer:
        assert answer.code == 503
        assert b"/_sitegen/reload.js" in answer.read()


def test_headers_and_head(server: Server) -> None:
    """Text is UTF-8, nothing is kept by the browser, and HEAD sends no body."""
    server.show(OUTPUTS)
    with urllib.request.urlopen(urllib.request.Request(server.url, method="HEAD"), timeout=5) as answer:
        assert answer.read() == b""
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"


def _wait(server: Server, page: str, shown: str) -> str:
    """The answer to a browser that asks for another version of its page."""
    target = f"{server.url}_sitegen/version?page={quote(page)}&shown={shown}"
    with urllib.request.urlopen(target, timeout=30) as answer:
        return str(answer.read().decode())


def test_a_browser_is_answered_when_its_page_is_another_one(server: Server) -> None:
    """It waits through changes of other pages, and is answered at the first that it shows."""
    server.show(OUTPUTS)
    answers: list[str] = []
    shown = SHELF.version("a/index.html")
    asking = threading.Thread(target=lambda: answers.append(_wait(server, "a/index.html", shown)))
    asking.start()
    until(lambda: server.open == ("a/index.html",))
    server.show({**OUTPUTS, "index.html": b"other", "feed.xml": b"2"})
    asking.join(0.3)
    assert answers == []
    changed = {**OUTPUTS, "a/index.html": b"other"}
    server.show(changed)
    asking.join(10)
    assert answers == [Shelf(changed).version("a/index.html")]
    assert _wait(server, "a/index.html", shown) == answers[0]


def test_a_browser_reloads_its_page_when_it_changes_and_only_then(server: Server, browser: Browser) -> None:
    """The page follows at once, also one that is not there yet; a change of another page leaves it as it is."""
    server.show(OUTPUTS)
    page = browser.new_page()
    page.goto(f"{server.url}a/")
    page.evaluate("window.loaded = 'once'")
    server.show({**OUTPUTS, "index.html": b"other", "feed.xml": b"2"})
    page.wait_for_timeout(200)
    assert page.evaluate("window.loaded") == "once"
    server.show({**OUTPUTS, "a/index.html": b"<p>second</p>"})
    page.get_by_text("second").wait_for()
    assert page.evaluate("window.loaded") is None
    page.goto(f"{server.url}new/")
    server.show({**OUTPUTS, "new/index.html": b"<p>third</p>"})
    page.get_by_text("third").wait_for()
    page.close()


def test_a_browser_that_leaves_is_no_fault(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks for another version and goes away leaves no trace in the terminal."""
    server.show(OUTPUTS)
    port = server.server_address[1]
    asking = socket.create_connection(("127.0.0.1", port))
    asking.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closed at once
    target = f"/_sitegen/version?page=x/index.html&shown={SHELF.version('x/index.html')}"
    asking.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    until(lambda: server.open == ("x/index.html",))
    asking.close()
    before = threading.active_count()
    server.show({**OUTPUTS, "404.html": b"other"})
    until(lambda: threading.active_count() < before)
    assert capsys.readouterr().err == ""


def test_the_server_knows_which_pages_are_open(server: Server) -> None:
    """The last ones that were asked for, the latest first; a file, and a page of another host, is none."""
    server.show(OUTPUTS)
    for path in ("", "a/", "x.csv", "p/", "a/"):
        urllib.request.urlopen(server.url + path, timeout=5).close()
    assert _asked(server, ["evil.example"]) == 403
    assert server.open == ("a/index.html", "p/index.html", "index.html")


def _asked(server: Server, hosts: list[str]) -> int:
    """The status of the answer to a request with these Host headers."""
    connection = HTTPConnection(*server.server_address[:2], timeout=5)  # type: ignore[arg-type]
    with closing(connection):
        connection.putrequest("GET", "/", skip_host=True)
        for host in hosts:
            connection.putheader("Host", host.replace("PORT", str(server.server_address[1])))
        connection.endheaders()
        return connection.getresponse().status


@pytest.mark.parametrize(
    ("listening", "host", "status"),
    [
        *(("127.0.0.1", host, 200) for host in ("127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT")),
        *(("127.0.0.1", host, 403) for host in ("evil.example:PORT", "evil.example", "localhost", "127.0.0.1:1")),
        *(("127.0.0.1", host, 403) for host in ("", "10.0.0.1:PORT", "localhost:PORT.evil.example", "localhost.:PORT")),
        *(("localhost", host, 200) for host in ("127.0.0.1:PORT", "localhost:PORT")),
        *(("0.0.0.0", host, 200) for host in ("10.0.0.1:PORT", "localhost:PORT", "[fe80::1]:PORT")),
        *(("0.0.0.0", host, 403) for host in ("evil.example:PORT", "10.0.0.1:1")),
    ],
)
def test_only_its_own_address_is_answered(listening: str, host: str, status: int) -> None:
    """A page elsewhere that leads its own name to this machine reads nothing of a site that is not published yet."""
    with Server((listening, 0)) as server:
        server.show(OUTPUTS)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert _asked(server, [host]) == status
        server.shutdown()


def test_a_request_without_a_host_or_with_two_is_refused(server: Server) -> None:
    """Which of two a browser meant cannot be known."""
    server.show(OUTPUTS)
    assert _asked(server, []) == _asked(server, ["127.0.0.1:PORT", "evil.example"]) == 403


WRONG = Problem(Place("content/a.md", 2, 5, 4), "broken-link", 'no page <"here">', "write another\nor none")
LINES = {"content/a.md": ["---", "see [her\x00e] <b>", ""]}


def reported(*problems: Problem, stale: bool) -> Panel:
    """A panel of problems."""
    return Panel.of(problems, LINES.get, stale=stale, folder="/home/ada/tracker")


@pytest.mark.slow
def test_the_browser_shows_what_is_to_fix_until_it_is_fixed(server: Server, browser: Browser) -> None:
    """A failed build covers the page with its problems; folded, the page before is seen; a good build removes it."""
    server.show(OUTPUTS)
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.url)
    assert page.locator("#sitegen-panel").count() == 0
    server.show(OUTPUTS, reported(WRONG, stale=True))
    panel = page.locator("#sitegen-panel details")
    panel.wait_for()
    assert panel.locator("summary").inner_text().startswith("This page is older than your files: 1 problem")
    assert panel.get_by_role("heading").inner_text() == 'error no page <"here">'
    assert panel.locator("mark").inner_text() == "[her"
    assert panel.get_by_role("link").get_attribute("href") == "vscode://file/home/ada/tracker/content/a.md:2:5"
    assert panel.get_by_text("or none").is_visible()
    assert panel.bounding_box() == {"x": 0, "y": 0, **(page.viewport_size or {})}
    page.keyboard.press("Escape")
    assert page.get_by_text("home").is_visible()
    page.reload()
    expect(panel.get_by_role("heading")).to_be_hidden()  # it stays folded for what it reports
    server.show(OUTPUTS, reported(WRONG, Problem(Place("content/b.md"), "broken-link", "another"), stale=True))
    panel.get_by_role("heading").first.wait_for()
    server.show(OUTPUTS, Panel())
    until(lambda: page.locator("#sitegen-panel").count() == 0)
    assert faults == []


@pytest.mark.slow
def test_warnings_stand_at_the_foot_of_the_page(server: Server, browser: Browser) -> None:
    """A site that is built with warnings is seen as it is, with a line that opens into their list."""
    warning = Problem(Place("content/a.md", 2), "unbound-number", "45 is no figure")
    server.show(OUTPUTS, reported(warning, stale=False))
    page = browser.new_page()
    page.goto(server.url)
    assert page.get_by_text("home").is_visible()
    panel = page.locator("#sitegen-panel details")
    assert not panel.get_by_role("heading").is_visible()
    panel.locator("summary").click()
    assert panel.get_by_role("heading").is_visible()


@pytest.fixture(scope="module")
def lives() -> tuple[Result, Path]:
    """A built site with its project."""
    return made("pages"), SITES / "pages"


def test_a_number_and_a_paragraph_know_their_lines(lives: tuple[Result, Path]) -> None:
    """Each link to a value's period has the line of that value, and each text of a brief's page its line there."""
    result, project = lives
    places = Places(result.tracker, KINDS)
    checked = 0
    for series in result.tracker.series.values():
        for value in series.observations:
            place = places.of("/", address_url(Address(series.entity, series.metric, value.period)))
            assert place is not None
            lines = (project / place.path).read_text(encoding="utf-8").splitlines()[: place.line]
            assert str(value.period) in " ".join(lines[-4:])  # several of one period are a list below it
            checked += 1
    assert checked > 10
    for path in sorted((project / "content" / "briefs").glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if len(line) > 60 and line[0].isalpha() and "{{" not in line and ":" not in line[:12]:
                found = places.of(f"/briefs/{path.stem}/", text=line)
                assert found is not None
                assert (found.path, found.line) == (f"content/briefs/{path.name}", number)
    assert places.of("/nothing/", "/elsewhere/", "some text") is None


@pytest.mark.slow
def test_the_browser_names_the_line_of_what_is_pointed_at(
    server: Server, browser: Browser, lives: tuple[Result, Path]
) -> None:
    """Pointing at a number shows its file and line as a link that an editor opens; nothing of it is an output."""
    result, _ = lives
    assert not any(b"_sitegen" in content for content in result.outputs.values())
    panel = Panel(folder="/home/ada/my tracker")
    server.show(dict(result.outputs), panel, Places(result.tracker, KINDS).of)
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(server.url + "briefs/one/")
    page.locator("main a.figure").first.hover()
    chip = page.locator("#sitegen-place a")
    chip.wait_for()
    assert chip.inner_text().startswith("data/series/")
    assert (chip.get_attribute("href") or "").startswith("vscode://file/home/ada/my%20tracker/data/series/")
    page.locator("main .prose p").last.hover()
    until(lambda: chip.inner_text().startswith("content/briefs/one.md:"))
    assert faults == []


@pytest.mark.slow
def test_a_broken_project_shows_its_problems_from_the_start(tmp_path: Path, browser: Browser) -> None:
    """Without any good build the page holds the problems alone, and becomes the site once they are fixed."""
    project = tmp_path / "tracker"
    init_project(project)
    about = project / "content" / "about.md"
    good = about.read_text(encoding="utf-8")
    about.write_text("---\ntitle: About\n---\n\n[nothing](nothing.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "sitegen", "serve", "--project", str(project), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process, ExitStack() as stack:
        assert process.stderr is not None
        stack.callback(process.kill)
        page = browser.new_page()
        page.goto(process.stderr.readline().split()[3])
        panel = page.locator("#sitegen-panel details")
        panel.wait_for()
        assert panel.locator("summary").inner_text().startswith("There is no site yet: 1 problem")
        assert "content/about.md:5:1" in panel.inner_text()
        about.write_text(good, encoding="utf-8")
        page.locator("header.masthead").wait_for()
        assert page.locator("#sitegen-panel").count() == 0


def until(condition: Callable[[], bool]) -> None:
    """Waits for something that happens soon, at most half a minute."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.slow
def test_rebuilds_keeps_the_last_good_page_and_stops(tmp_path: Path) -> None:
    """A change is seen, also a folder that is new; a broken one leaves the page as it was; Ctrl-C ends it with 130."""
    project = tmp_path / "tracker"
    init_project(project)
    page = project / "content" / "about.md"
    command = [sys.executable, "-m", "sitegen", "serve", "--project", str(project), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process, ExitStack() as stack:
        assert process.stderr is not None
        url = process.stderr.readline().split()[3]
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(process.stderr or ()))
        reader.start()
        stack.callback(process.kill)  # before its end is waited for, should anything here fail

        def shown(path: str) -> str:
            with urllib.request.urlopen(url + path, timeout=5) as answer:
                return str(answer.read().decode())

        def told(word: str) -> bool:
            return any(word in line for line in lines)

        def failures() -> int:
            return sum("last good site" in line for line in lines)

        def is_there() -> bool:
            try:
                return "the starter of sitegen" in shown("about/")
            except urllib.error.HTTPError:  # the pages are told a moment before they are shown
                return False

        until(lambda: told("pages"))
        until(is_there)
        page.write_text("---\ntitle: About\n---\n\nThe second text.\n")
        until(lambda: "The second text." in shown("about/"))
        page.write_text("---\ntitle: About\n---\n\nA third text and [nothing](nothing.md).\n")
        until(lambda: told("error[broken-link]") and told("last good site"))
        assert "The second text." in shown("about/")
        until(lambda: "content/about.md:5:28" in shown("about/"))
        page.write_text("---\ntitle: About\n---\n\nThe fourth text.\n")
        until(lambda: "The fourth text." in shown("about/"))
        until(lambda: "sitegen-panel" not in shown("about/"))
        assert told("Changed: content/about.md")
        until(lambda: told("All is well again."))
        (project / "templates").mkdir()
        (project / "templates" / "page.html").write_text("<p>A template of our own.")
        until(lambda: "A template of our own." in shown("about/"))
        (tmp_path / "shared.html").write_text("<p>A template of all sites.")
        (project / "templates" / "page.html").unlink()
        (project / "templates" / "page.html").symlink_to(tmp_path / "shared.html")
        until(lambda: "A template of all sites." in shown("about/"))
        (tmp_path / "shared.html").write_text("<p>A template that changed elsewhere.")
        until(lambda: "changed elsewhere" in shown("about/"))
        (tmp_path / "new.html").write_text("<p>A template that was moved there.")
        (tmp_path / "new.html").replace(tmp_path / "shared.html")
        until(lambda: "was moved there" in shown("about/"))
        (project / "templates" / "404.html").write_text("{{ missing }}")
        until(lambda: failures() == 2)
        (tmp_path / "shared.html").write_text("<p>A template beside one that fails.")
        until(lambda: failures() == 3)
        assert "was moved there" in shown("about/")
        shutil.rmtree(project / "templates")
        until(lambda: "The fourth text." in shown("about/"))
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        reader.join()
    assert not (project / "site").exists()


FAILING = """
import sys
from pathlib import Path
import sitegen.build
from sitegen.__main__ import run

made = sitegen.build.make

def fails(*args, **kwargs):
    if "fault" in Path("content/about.md").read_text():
        raise RuntimeError("not foreseen")
    return made(*args, **kwargs)

sitegen.build.make = fails
sys.argv = ["sitegen", *sys.argv[1:]]
run()
"""


@pytest.mark.slow
def test_a_fault_of_ours_leaves_the_last_good_site(tmp_path: Path) -> None:
    """It is said to be one, the site stays, and the next change is built; a build that fails so ends with 1."""
    init_project(tmp_path)
    page = tmp_path / "content" / "about.md"
    command = [sys.executable, "-c", FAILING]
    with (
        subprocess.Popen(
            [*command, "serve", "--port", "0"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
        ) as process,
        ExitStack() as stack,
    ):
        assert process.stderr is not None
        url = process.stderr.readline().split()[3]
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(process.stderr or ()))
        reader.start()
        stack.callback(process.kill)

        def shown() -> str:
            with urllib.request.urlopen(url + "about/", timeout=5) as answer:
                return str(answer.read().decode())

        until(lambda: any("pages" in line for line in lines))
        page.write_text("---\ntitle: About\n---\n\nA fault.\n")
        until(lambda: any("The browser shows the last good site." in line for line in lines))
        assert any("RuntimeError: not foreseen" in line for line in lines)
        assert any("This is a fault of sitegen." in line for line in lines)
        assert "the starter of sitegen" in shown()
        page.write_text("---\ntitle: About\n---\n\nA good text.\n")
        until(lambda: "A good text." in shown())
    page.write_text("---\ntitle: About\n---\n\nA fault.\n")
    done = subprocess.run([*command, "build"], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("This is a fault of sitegen.")


def test_a_taken_port_is_a_wrong_command(server: Server, tmp_path: Path) -> None:
    """The message names the port and the fix, and the exit code is that of wrong usage."""
    init_project(tmp_path / "tracker")
    port = str(server.server_address[1])
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path / "tracker"), "--port", port])
    assert result.exit_code == 2
    assert f"127.0.0.1:{port}" in result.stderr
    assert "--port" in result.stderr


def test_a_folder_without_a_project_is_not_served(tmp_path: Path) -> None:
    """There is nothing to serve, so the command ends with the problem."""
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path)])
    assert result.exit_code == 1
    assert "missing-file" in result.stderr


def test_an_unknown_host_is_a_wrong_command(tmp_path: Path) -> None:
    """The message names the option that is wrong."""
    init_project(tmp_path / "tracker")
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path / "tracker"), "--host", "nope.invalid"])
    assert result.exit_code == 2
    assert "--host" in result.stderr


def test_nothing_of_the_reloader_is_in_the_site(site_folder: Path) -> None:
    """The script stands in pages as they are served, and only there."""
    pages = [path for path in site_folder.rglob("*") if path.is_file() and path.suffix in (".html", ".js")]
    assert [path for path in pages if b"_sitegen" in path.read_bytes()] == []

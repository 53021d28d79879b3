"""Files of a project: what is opened, what is refused, and what one bad file does not bring with it."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from small import PIXEL

from sitegen.cli import main
from sitegen.disk import Known, Reader
from sitegen.disk.beside import INNER
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.load.files.roles import FOLDERS, Roles
from sitegen.problems import Problem, SitegenError
from sitegen.store.fingerprint import of_inputs

SITE = "name: Site\ntagline: 'A site'\nbase_url: https://example.org/\n"
UNITS = "vehicles: {one: vehicle, other: vehicles}\n"
METRICS = "deliveries: {label: Deliveries, unit: vehicles, kind: flow}\n"
SERIES = "acme.deliveries: {definition: Cars, region: cn, cadence: quarter}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project without a fault."""
    for path, text in (
        ("data/site.yaml", SITE),
        ("data/units.yaml", UNITS),
        ("data/metrics.yaml", METRICS),
        ("data/companies/acme.yaml", "name: Acme\n"),
        ("data/series/acme.yaml", SERIES),
    ):
        file = tmp_path / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    load(tmp_path / "project", KINDS)
    return tmp_path / "project"


def _told(project: Path) -> list[tuple[str, str]]:
    with pytest.raises(SitegenError) as error:
        load(project, KINDS)
    return [(problem.place.path, problem.code) for problem in error.value.problems]


@pytest.mark.parametrize("path", ["data/companies/acme.yaml", "content/static/list.txt", "content/about.md"])
@pytest.mark.parametrize(
    "target", ["/etc/passwd", "../../../secret.yaml", "../../.env", "/dev/zero", "/proc/kcore", "nowhere/at/all"]
)
def test_a_link_out_of_its_folder_is_not_read(project: Path, path: str, target: str) -> None:
    """A link is refused unless it leads to where authors' files lie, and no message says what is at its end."""
    for secret in (project.parent / "secret.yaml", project / ".env"):
        secret.write_text("name: Secret\n", encoding="utf-8")
    link = project / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    result = CliRunner().invoke(main, ["build", "--project", str(project)])
    code = "unreadable-file" if target.startswith("nowhere") else "unexpected-file"
    assert f"{path}: error[{code}]" in result.stderr
    assert result.stderr.count("error[") == 1
    assert "Secret" not in result.stderr
    assert "root:" not in result.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/briefs/a.md", "unexpected-file"),
        ("content/static/a.png", "unexpected-file"),
        ("data/companies/a.yaml", "unexpected-file"),
        ("data/site.yaml", "unexpected-file"),
        ("content", "unexpected-file"),
        ("templates/charts/a.py", "unexpected-file"),
        ("templates/brief.html", "unreadable-file"),
        ("templates/assets/own.css", "unreadable-file"),
        ("briefs/a.md", ""),
        ("other.yaml", ""),
    ],
)
@pytest.mark.parametrize("cached", [[], ["--no-cache"]])
def test_a_link_to_itself_is_told_of_and_read_nowhere(project: Path, path: str, code: str, cached: list[str]) -> None:
    """Be it alone or one of a circle of two, with a cache or without, in a folder of a build or beside it."""
    link = project / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    for name, target in ((link.name, f"two-{link.name}"), (f"two-{link.name}", link.name), (f"self-{link.name}",) * 2):
        link.with_name(name).symlink_to(target)
    result = CliRunner().invoke(main, ["build", *cached, "--project", str(project)])
    assert isinstance(result.exception, SystemExit if code else type(None)), result.exception
    assert not code or f"{path}: error[{code}]" in result.stderr


def test_a_link_within_its_folder_is_read(project: Path) -> None:
    """A link to another file below data/ is as good as that file; one from data/ to content/ is refused."""
    company = project / "data/companies/acme.yaml"
    company.rename(project / "data/companies/.first")
    company.symlink_to(".first")
    assert load(project, KINDS).entities["acme"].name == "Acme"
    (project / "content").mkdir()
    (project / "data/companies/.first").rename(project / "content/first.txt")
    company.unlink()
    company.symlink_to("../../content/first.txt")
    assert ("data/companies/acme.yaml", "unexpected-file") in _told(project)


@pytest.mark.parametrize("kind", ["pipe", "socket", "large", "folder"])
def test_only_files_of_bounded_size_are_read(project: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would make a build wait for ever or fill the memory is refused, wherever authors put it."""
    path = project / "content/static/list.csv"
    path.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        monkeypatch.chdir(path.parent)  # the name of a socket is short
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    elif kind == "large":
        path.touch()
        os.truncate(path, 10_000_001)
    else:
        path.symlink_to("/")
    assert [p for p, _ in _told(project)] == ["content/static/list.csv"]


@pytest.mark.parametrize(
    "name",
    [
        b"a\\b.txt",
        b"aux.png",
        b"Con",
        b"a:b.txt",
        b"what?.txt",
        b"end.",
        b"end ",
        "cafe\u0301.txt".encode(),
        b"\xff.txt",
    ]
    + [f"a{mark}b.txt".encode() for mark in ("\n", "\u202e", "\u200b", "\u2066", "\ufeff")],
)
def test_names_that_some_computers_cannot_hold_are_refused(project: Path, name: bytes) -> None:
    """The check says so as the build does, in any report, and never with the odd characters themselves."""
    folder = os.fsencode(project / "content/static")
    os.makedirs(folder)
    with open(folder + b"/" + name, "w") as file:
        file.write("x")
    for style in ("text", "json", "github"):
        result = CliRunner().invoke(main, ["check", "--project", str(project), "--format", style])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "file-name" in result.output
        assert result.exit_code == 1


@pytest.mark.parametrize("name", ["北京.txt", "café.pdf", "a b.csv", "Übersicht-2025.xlsx.png", "favicon.ico", "CNAME"])
def test_usual_names_are_taken(project: Path, name: str) -> None:
    """Names in any script pass, with spaces and points in them."""
    (project / "content/static").mkdir(parents=True)
    (project / "content/static" / name).write_bytes(PIXEL if Path(name).suffix in (".png", ".ico") else b"x")
    assert [file.url for file in load(project, KINDS).files] == [name]


def test_a_linked_folder_is_told(project: Path) -> None:
    """A folder that is a link is not passed over in silence, be it inside the project or at its top."""
    (project / "data/companies").rename(project / "makers")
    (project / "data/companies").symlink_to(project / "makers")
    assert _told(project) == [("data/companies", "unexpected-file")]
    (project / "data").rename(project.parent / "elsewhere")
    (project / "data").symlink_to(project.parent / "elsewhere")
    assert ("data", "unexpected-file") in _told(project)


@pytest.mark.parametrize("folder", [".git", "a/.git", ".env.d", "__pycache__", ".well-known/.git"])
def test_a_hidden_folder_among_files_to_publish_is_told(project: Path, folder: str) -> None:
    """It is neither published nor passed over in silence; elsewhere it is some program's own."""
    for top in ("content/static", "content", "data"):
        (project / top / folder).mkdir(parents=True)
        (project / top / folder / "config").write_text("secret")
    assert _told(project) == [(f"content/static/{folder}", "unexpected-file")]


def test_a_pipe_is_not_opened(project: Path) -> None:
    """A named pipe, which would wait for ever, is a problem, and so is a folder with the name of a file."""
    os.mkfifo(project / "data/companies/pipe.yaml")
    (project / "data/series/folder.yaml").mkdir()
    assert _told(project) == [
        ("data/companies/pipe.yaml", "unexpected-file"),
        ("data/series/folder.yaml", "unexpected-file"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_that_is_not_utf8_is_told_once(project: Path, encoding: str) -> None:
    """What an unreadable file would have named is not told as unknown elsewhere."""
    (project / "data/companies/acme.yaml").write_bytes("name: Acmé\n".encode(encoding))
    assert _told(project) == [("data/companies/acme.yaml", "unreadable-file")]


@pytest.mark.parametrize("content", [b"", b"\n", "é".encode("utf-16-le")])
@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("path", ["data/companies/acme.yaml", "content/briefs/a.md", "templates/home.html"])
def test_a_file_that_holds_hardly_more_than_a_mark_of_its_order_is_told(
    project: Path, path: str, mark: bytes, content: bytes
) -> None:
    """Whatever stands behind the mark, even nothing, is a problem at the file and no fault of ours."""
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_bytes(mark + content)
    result = CliRunner().invoke(main, ["check", "--project", str(project), "--lenient"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert path in result.stderr or mark == b"\xef\xbb\xbf"


def test_a_character_that_is_nothing_is_told_as_such(project: Path) -> None:
    """One NUL in a text of UTF-8 makes it no UTF-16."""
    (project / "data/companies/acme.yaml").write_bytes(b"name: Acme\0\n")
    assert _told(project) == [("data/companies/acme.yaml", "control-character")]


def test_the_name_of_a_file_is_an_id(project: Path) -> None:
    """A file whose name becomes an id is held to the rule of ids."""
    (project / "data/companies/Acme Two.yaml").write_text("name: Acme Two\n", encoding="utf-8")
    with pytest.raises(SitegenError) as error:
        load(project, KINDS)
    assert [(p.code, p.hint) for p in error.value.problems] == [("bad-id", "name the file acme-two.yaml")]


@pytest.mark.parametrize(
    "url",
    [
        *("https://[::1.2/", "https://user:secret@example.org/", "https://example.org/?key=secret"),
        *("https://example.org/bread/index.html", "https://example.org/home.php/"),
        *(f"https://example.org/a/{step}/b/" for step in ("..", "%2e%2e", ".%2E", "%2e", "x%2f..%2fy", "x%5c..%5Cy")),
    ],
)
def test_the_command_line_takes_the_addresses_that_the_file_takes(project: Path, url: str) -> None:
    """--base-url and base_url are one rule, and what the command line refuses is not printed on."""
    result = CliRunner().invoke(main, ["check", "--project", str(project), "--base-url", url])
    assert result.exit_code == 2
    assert "--base-url" in result.stderr
    (project / "data/site.yaml").write_text(SITE.replace("https://example.org/", f"'{url}'"), encoding="utf-8")
    assert _told(project) == [("data/site.yaml", "wrong-type")]


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("security.txt", "Contact: mailto:a@example.org", True),
        ("webfinger.json", "{}", True),
        ("apple-app-site-association", "{}", True),
        ("pki/validation.txt", "x", True),
        ("page", " <html>", False),
        ("page.html", "<p>", False),
        (".htaccess", "x", False),
        ("run.js", "x", False),
    ],
)
def test_well_known_files_pass_as_they_are(project: Path, name: str, content: str, taken: bool) -> None:
    """Text, JSON and names without an ending are published in `.well-known/`; what a browser would run is not."""
    path = project / "content/static/.well-known" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    if taken:
        assert [file.url for file in load(project, KINDS).files] == [f".well-known/{name}"]
    else:
        assert [code for _, code in _told(project)] == ["file-kind"]


@pytest.mark.parametrize(
    "name", ["briefs/note.md", "contents/index.md", "Data/site.yaml", "rankings.yaml", "series/a.yaml"]
)
def test_what_lies_beside_the_folders_is_told_also_when_a_build_knows_them(project: Path, name: str) -> None:
    """The files that are read did not change, and the next build reads the project anew."""
    before = of_inputs(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("---\ntitle: A note\n---\n", encoding="utf-8")
    assert of_inputs(project) != before
    assert _told(project) == [(name.partition("/")[0], "unexpected-file")]


@pytest.mark.parametrize(
    "name", ["briefs/README.md", "companies/list.xlsx", "docker-compose.yaml", "docs/briefs/x.md", "database/x.yaml"]
)
def test_what_is_none_of_the_site_is_left_alone(project: Path, name: str) -> None:
    """Folders and files beside those that are read are everybody's own."""
    (project / name).parent.mkdir(exist_ok=True, parents=True)
    (project / name).write_text("---\ntitle: A note\n---\n", encoding="utf-8")
    load(project, KINDS)


def test_the_names_of_our_folders_are_known_where_nothing_else_is_loaded() -> None:
    """What looks beside the folders knows by name each of those in them."""
    assert {*Roles(KINDS).folders, *FOLDERS} == INNER


def test_a_file_is_read_again_when_it_was_written_since(tmp_path: Path) -> None:
    """A reader remembers what another one read; neither the same size nor an old date hides a change."""
    known: Known = {}
    file = tmp_path / "data" / "site.yaml"
    file.parent.mkdir()
    file.write_text("one")
    assert Reader(tmp_path, known).read("data/site.yaml") == b"one"
    file.write_text("two")  # within the grain of some clocks
    assert Reader(tmp_path, known).read("data/site.yaml") == b"two"
    time.sleep(2.1)  # from now on the clock is trusted
    assert Reader(tmp_path, known).read("data/site.yaml") == b"two"
    before = file.stat()
    file.write_text("six")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Reader(tmp_path, known).read("data/site.yaml") == b"six"
    file.unlink()
    file.symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_text("six")
    assert isinstance(Reader(tmp_path, known).read("data/site.yaml"), Problem)


@pytest.mark.parametrize("name", ["content/static/a.txt", "data/series/a.yaml"])
def test_a_link_to_nothing_is_named_as_one(project: Path, name: str) -> None:
    """Its report says what it is, and what to do."""
    link = project / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to("nowhere")
    result = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert f"{name}: error[unreadable-file]: this is a link, and no file is where it leads" in result.stderr
    assert "take the link away" in result.stderr

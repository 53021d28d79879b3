"""The record of the last build: where nothing changed nothing is loaded or written, and every change counts."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.cache import Cache
from sitegen.observer import Observer
from sitegen.settings import Settings
from sitegen.store import Summary
from sitegen.store.trim import trim
from sitegen.write import write
from sitegen.write.listing import MARKER

pytestmark = pytest.mark.slow

SITE = Path(__file__).parent / "sites" / "pages"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a small site."""
    return Path(shutil.copytree(SITE, tmp_path / "project"))


def run(project: Path, stages: list[str] | None = None) -> Summary:
    """Builds into the project's site folder; the stages that ran are added to `stages`."""
    return build(Settings(project=project), project / "site", (stages if stages is not None else []).append)


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of every file of a folder, by name."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns) for p in found}


def test_a_second_build_does_nothing_and_reports_the_same(project: Path) -> None:
    """All is compared, nothing made or written, and the summary with its warnings is that of the first build."""
    first = run(project)
    before = files(project / "site")
    stages: list[str] = []
    assert run(project, stages) == first
    assert (stages, files(project / "site")) == (["comparing"], before)


def test_a_second_build_loads_no_library_of_the_stages(project: Path) -> None:
    """Neither pydantic nor Babel nor any other library of a stage, nor the model, is imported when nothing changed."""
    run(project)
    code = f"""
import sys
from sitegen.cli import main
main(["build", "--project", {str(project)!r}], standalone_mode=False)
heavy = ("altair", "babel", "jinja2", "markdown", "pydantic", "sitegen.model", "vl_convert", "yaml")
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _edit(project: Path) -> None:
    path = project / "content/about.md"
    clock = path.stat()
    path.write_bytes(path.read_bytes()[:-2] + b"!\n")
    os.utime(path, ns=(clock.st_atime_ns, clock.st_mtime_ns))  # content counts, not the clock


def _template(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates/404.html").write_text("<p>gone</p>{{ view.title }}")


def _lose(project: Path) -> None:
    (project / "site/feed.xml").unlink()


def _shorten(project: Path) -> None:
    (project / "site/feed.xml").write_text("x")


def _add(project: Path) -> None:
    (project / "site/other.txt").write_text("x")


def _unmark(project: Path) -> None:
    (project / "site/.sitegen").unlink()
    shutil.rmtree(project / "site")


def _damage(project: Path) -> None:
    for record in (project / ".sitegen-cache").glob("last-*"):
        record.write_bytes(record.read_bytes()[:-9])


@pytest.mark.parametrize("change", [_edit, _template, _lose, _shorten, _add, _unmark, _damage])
def test_every_change_is_seen(project: Path, tmp_path: Path, change: Callable[[Path], None]) -> None:
    """After a change of an input, of the site or of the record, the site is that of a clean build again."""
    run(project)
    change(project)
    stages: list[str] = []
    run(project, stages)
    assert "writing" in stages
    build(Settings(project=project, cache=False), tmp_path / "clean", lambda stage: None)
    built, clean = files(project / "site"), files(tmp_path / "clean")
    assert {name: content for name, (content, _) in built.items()} == {n: c for n, (c, _) in clean.items()}


def test_pages_that_stay_are_not_read(project: Path, tmp_path: Path) -> None:
    """Without their contents in the cache an edit remakes no page but its own; another folder gets a whole site."""
    for word in ("one", "two"):  # the second build leaves a site aside, which the third brings up to date
        run(project)
        with (project / "content/about.md").open("a") as file:
            file.write(f"\nNo {word}.\n")
    made: list[str] = []

    def making(what: str, name: str, why: str) -> AbstractContextManager[None]:
        made.append(name)
        return nullcontext()

    for path in (project / "site").rglob("*.html"):
        (project / ".sitegen-cache" / hashlib.sha256(path.read_bytes()).hexdigest()).unlink(missing_ok=True)
    build(Settings(project=project), project / "site", lambda stage: None, Observer(making=making))
    assert made == ["/about/"]
    build(Settings(project=project), tmp_path / "other", lambda stage: None)
    build(Settings(project=project, cache=False), tmp_path / "clean", lambda stage: None)
    built, other, clean = (files(folder) for folder in (project / "site", tmp_path / "other", tmp_path / "clean"))
    wanted = {name: content for name, (content, _) in clean.items()}
    assert {n: c for n, (c, _) in built.items()} == {n: c for n, (c, _) in other.items()} == wanted


@pytest.mark.parametrize("linked", ["templates", "templates/assets"])
def test_a_change_behind_a_link_of_the_theme_is_seen(project: Path, tmp_path: Path, linked: str) -> None:
    """The theme may lie elsewhere, shared by several sites; a link that leads in a circle is no end of it."""
    shared = tmp_path / "shared" / linked.removeprefix("templates").strip("/")
    assets = tmp_path / "shared" / "assets"
    assets.mkdir(parents=True)
    (assets / "own.css").write_text("p { color: red }")
    (assets / "circle").symlink_to(assets)
    (project / linked).parent.mkdir(exist_ok=True)
    (project / linked).symlink_to(shared)
    run(project)
    (assets / "own.css").write_text("p { color: tan }")
    stages: list[str] = []
    run(project, stages)
    assert "writing" in stages
    assert "tan" in (project / "site/assets/site.css").read_text()


def test_other_options_are_another_build(project: Path) -> None:
    """A build with drafts, or for another address, is made though the files are the same."""
    run(project)
    for settings in (Settings(project=project, drafts=True), Settings(project=project, base_url="https://b.example/")):
        stages: list[str] = []
        build(settings, project / "site", stages.append)
        assert "writing" in stages


def test_a_folder_that_another_build_wrote_meanwhile_is_built_anew(project: Path) -> None:
    """Two builds at once with other options may end in any order; neither record answers for the other's site."""
    site = project / "site"
    run(project)
    other = {name: content[::-1] for name, (content, _) in files(site).items() if name != MARKER}  # of the same sizes
    write(other, site, project)
    stages: list[str] = []
    run(project, stages)
    assert "writing" in stages


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    """The folder is kept within its limit; a file that was used lately stays, whenever it was made."""
    cache = Cache(tmp_path)
    for number, name in enumerate(("oldest", "old", "new")):
        cache.write(name, b"x" * 100)
        os.utime(tmp_path / name, ns=(number, number))
    assert cache.read("oldest") == b"x" * 100
    trim(tmp_path, limit=400)
    assert {path.name for path in tmp_path.iterdir()} == {"oldest", "new"}
    trim(tmp_path, {"new"}, limit=0)
    assert {path.name for path in tmp_path.iterdir()} == {"new"}
    trim(tmp_path / "missing", limit=0)


def test_what_the_last_build_rests_on_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However large a site is, its cache holds all that the next build asks for: no text is read again."""
    monkeypatch.setattr("sitegen.store.trim.trim", partial(trim, limit=0))
    run(project)
    monkeypatch.setattr("sitegen.load.bodies.read_body", None)
    series = project / "data/series/red.yaml"
    series.write_text(series.read_text().replace("value: 130", "value: 140"))
    run(project)


@pytest.mark.parametrize("spoil", ["cut", "other", "deep", "swap", "bytes"])
def test_a_cache_that_someone_spoiled_is_a_miss(project: Path, tmp_path: Path, spoil: str) -> None:
    """Entries that are cut, changed, nested without end, in each other's place or no text: the site is a clean one."""
    run(project)
    entries = sorted(path for path in (project / ".sitegen-cache").iterdir() if path.is_file())
    contents = [path.read_bytes() for path in entries]
    for number, (path, content) in enumerate(zip(entries, contents, strict=True)):
        changed = {
            "cut": content[: len(content) // 2],
            "other": content.replace(b"2025", b"2031").replace(b"a", b"e"),
            "deep": content.partition(b"\n")[0] + b"\n" + b"[" * 100_000,
            "swap": contents[number - 1],
            "bytes": b"\xff\xfe" + content,
        }
        path.write_bytes(changed[spoil])
    shutil.rmtree(project / "site")
    run(project)
    build(Settings(project=project, cache=False), tmp_path / "clean", lambda stage: None)
    built, clean = files(project / "site"), files(tmp_path / "clean")
    assert {name: content for name, (content, _) in built.items()} == {n: c for n, (c, _) in clean.items()}

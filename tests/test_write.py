"""Writing: the folder is replaced whole, ours alone is touched, and a crash is repaired."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.problems import SitegenError
from sitegen.write import write
from sitegen.write.listing import KEEP, MARKER, listing

SITE: dict[str, bytes | str] = {"index.html": "<p>é</p>", "a/b/index.html": b"b", "a/x.css": ""}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project."""
    root = tmp_path / "project"
    for name in ("content", "data", "templates"):
        (root / name).mkdir(parents=True)
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Every file beneath the folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def refused(outputs: dict[str, bytes | str], folder: Path, project: Path) -> str:
    """The code of the one problem that writing raises."""
    with pytest.raises(SitegenError) as caught:
        write(outputs, folder, project)
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.code


def test_the_root_of_the_system_is_refused(project: Path) -> None:
    """A folder without a name holds the project, and is no place to write to."""
    assert refused(SITE, Path("/"), project) == "foreign-folder"


def test_holds_exactly_the_outputs(project: Path) -> None:
    """After a second build nothing of the first is left; beside it lies the site that it replaced, and nothing else."""
    site = project / "site"
    write({"old.html": "old", **SITE}, site, project)
    write(SITE, site, project)
    written = tree(site)
    assert written.pop(MARKER)
    assert written == {"index.html": "<p>é</p>".encode(), "a/b/index.html": b"b", "a/x.css": b""}
    assert {child.name for child in project.iterdir()} == {"content", "data", "templates", "site", ".site.old"}
    assert "old.html" in tree(project / ".site.old")


def test_permissions_do_not_follow_the_mask(project: Path) -> None:
    """A web server may read everything, whatever the user's mask is."""
    before = os.umask(0o077)
    try:
        write(SITE, project / "site", project)
    finally:
        os.umask(before)
    modes = {p.is_dir(): stat.S_IMODE(p.stat().st_mode) for p in (project / "site").rglob("*")}
    assert modes == {True: 0o755, False: 0o644}
    assert stat.S_IMODE((project / "site").stat().st_mode) == 0o755


def test_gitkeep_stays(project: Path) -> None:
    """A `.gitkeep` that was there is there afterwards, as it was."""
    site = project / "site"
    site.mkdir()
    (site / KEEP).write_text("kept")
    write(SITE, site, project)
    write(SITE, site, project)
    assert (site / KEEP).read_text() == "kept"


def test_a_foreign_folder_is_left_alone(project: Path) -> None:
    """A folder with files of someone else is refused and stays as it was."""
    site = project / "site"
    site.mkdir()
    (site / "thesis.doc").write_text("ten years")
    assert refused(SITE, site, project) == "foreign-folder"
    assert tree(site) == {"thesis.doc": b"ten years"}
    assert not (project / ".site.lock").exists()


def test_a_file_with_the_name_of_the_lock_is_left_alone(project: Path) -> None:
    """A file that is not empty is no lock of ours: it is neither overwritten nor deleted."""
    (project / ".site.lock").write_text("ten years")
    assert refused(SITE, project / "site", project) == "unwritable-folder"
    assert (project / ".site.lock").read_text() == "ten years"


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
def test_foreign_siblings_are_left_alone(project: Path, name: str) -> None:
    """The names that building needs beside the folder may be someone else's too."""
    (project / name).mkdir()
    (project / name / "thesis.doc").write_text("ten years")
    assert refused(SITE, project / "site", project) == "foreign-folder"
    assert tree(project / name) == {"thesis.doc": b"ten years"}


@pytest.mark.parametrize("name", [".", "..", "content", "data/site", "templates/assets", "content/../data"])
def test_inputs_are_never_written_over(project: Path, name: str) -> None:
    """The project itself, a folder around it, and its inputs are refused even if they are empty."""
    assert refused(SITE, project / name, project) == "foreign-folder"


@pytest.mark.parametrize("name", ["../x", "/x", "a/../x", "a//b", "./a", "", "a\\b", "a\0b", MARKER])
def test_no_output_leaves_the_folder(project: Path, name: str) -> None:
    """An output's path that leads elsewhere is an error of the program, found before anything is written."""
    with pytest.raises(ValueError, match="output"):
        write({name: "x"}, project / "site", project)
    assert not (project / "site").exists()


def test_a_file_does_not_stand_in_a_folders_place(project: Path) -> None:
    """One output cannot be both a file and the folder of another."""
    with pytest.raises(ValueError, match="in the way"):
        write({"a": "x", "a/b": "y"}, project / "site", project)


def test_a_file_in_the_folders_place_is_refused(project: Path) -> None:
    """A file, or a folder below a file, is reported as a problem and not as a traceback."""
    (project / "file").write_text("mine")
    (project / "loop").symlink_to("loop")
    assert refused(SITE, project / "file", project) == "unwritable-folder"
    assert refused(SITE, project / "loop", project) == "unwritable-folder"
    assert refused(SITE, project / "file" / "site", project) == "unwritable-folder"
    assert (project / "file").read_text() == "mine"


def test_a_crash_between_the_moves_is_repaired(project: Path) -> None:
    """With the old site moved aside and the new not yet in place, the next run begins by putting it back."""
    site, old, new = project / "site", project / ".site.old", project / ".site.new"
    write({"first.html": "1", "x/y.html": "2"}, site, project)
    (site / KEEP).touch()
    site.rename(old)
    new.mkdir()
    (new / MARKER).touch()
    (new / "half.html").touch()
    write(SITE, site, project)
    assert {"index.html", KEEP} <= set(tree(site))
    assert "first.html" in tree(old)
    assert not new.exists()


def test_a_crash_while_deleting_is_repaired(project: Path) -> None:
    """An old site of which half is deleted is still known as ours and goes."""
    site, old = project / "site", project / ".site.old"
    write(SITE, site, project)
    write(SITE, old, project)
    (old / "index.html").unlink()
    write({"other.html": ""}, site, project)
    assert tree(old).keys() == {MARKER, *SITE}


def test_only_what_differs_is_written(project: Path) -> None:
    """A build brings the site of two builds before up to date: a file that it has already is not touched."""
    site = project / "site"
    write(SITE, site, project)
    first = (site / "a/x.css").stat().st_ino
    write({**SITE, "index.html": "second", "gone/x.html": ""}, site, project)
    write({**SITE, "index.html": "third"}, site, project)
    assert tree(site) == {**tree(site), "index.html": b"third", "a/b/index.html": b"b", "a/x.css": b""}
    assert set(tree(site)) == {MARKER, *SITE}
    assert not (site / "gone").exists()
    assert (site / "a/x.css").stat().st_ino == first


class Asked(dict[str, str]):
    """A site that notes which files are asked for."""

    def __init__(self, files: dict[str, str]) -> None:
        super().__init__(files)
        self.names: list[str] = []

    def __getitem__(self, name: str) -> str:
        self.names.append(name)
        return super().__getitem__(name)


def test_only_what_differs_is_asked_for(project: Path) -> None:
    """Where the list of the outputs is known, what stands in the site of two builds before is not read."""
    site = project / "site"
    write(SITE, site, project)
    write({**SITE, "index.html": "second"}, site, project)
    third = {name: text if isinstance(text, str) else text.decode() for name, text in SITE.items()}
    third = Asked({**third, "index.html": "third"})
    write(third, site, project, files=listing({name: text.encode() for name, text in third.items()}))
    assert third.names == ["index.html"]
    assert tree(site)["index.html"] == b"third"


def test_the_same_site_is_not_written_again(project: Path) -> None:
    """Where all files stand as they should, nothing moves; a file that was changed by hand is put right."""
    site = project / "site"
    write(SITE, site, project)
    before = site.stat().st_ino
    write(SITE, site, project)
    assert site.stat().st_ino == before
    (site / "index.html").write_text("by hand")
    (site / "empty").mkdir()
    write(SITE, site, project)
    assert tree(site)["index.html"] == "<p>é</p>".encode()
    assert not (site / "empty").exists()


@pytest.mark.parametrize(
    "spoil", [lambda old: (old / "index.html").write_text("<p>ee</p>"), lambda old: (old / "x").mkdir()]
)
def test_an_old_site_that_someone_changed_is_not_used(project: Path, spoil: Callable[[Path], object]) -> None:
    """The new site is written whole where the one aside is not what its list says."""
    site = project / "site"
    write(SITE, site, project)
    write({"index.html": "second"}, site, project)
    spoil(project / ".site.old")
    write(SITE, site, project)
    assert {name: content for name, content in tree(site).items() if name != MARKER} == {
        "index.html": "<p>é</p>".encode(),
        "a/b/index.html": b"b",
        "a/x.css": b"",
    }


def test_a_file_that_kept_its_size_and_time_is_not_read(project: Path) -> None:
    """The time of a file says what it holds: where it was put back, we trust it; where it moved, the file is read."""
    site, old = project / "site", project / ".site.old"
    write(SITE, site, project)
    write({"index.html": "second"}, site, project)
    index, style = old / "index.html", old / "a/x.css"
    before, node = index.stat(), style.stat().st_ino
    index.write_text("<p>ee</p>")
    os.utime(index, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(style)
    write(SITE, site, project)
    assert tree(site)["index.html"] == b"<p>ee</p>"
    assert (site / "a/x.css").stat().st_ino == node


def test_symlinks_are_not_followed_out_of_the_site(project: Path, tmp_path: Path) -> None:
    """A link inside the old site goes; what it pointed to stays. A linked output folder is written through."""
    real, link = tmp_path / "real", project / "site"
    real.mkdir()
    link.symlink_to(real)
    write(SITE, link, project)
    assert link.is_symlink()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.txt").touch()
    (real / "a" / "link").symlink_to(tmp_path / "elsewhere")
    (real / "direct").symlink_to(tmp_path / "elsewhere")
    write(SITE, link, project)
    assert set(tree(real)) == {MARKER, *SITE}
    assert (tmp_path / "elsewhere" / "mine.txt").exists()

"""Files and folders that the user may not read: told alone, and no build goes past them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.disk import require_readable
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
_AS_ANYONE = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
_LISTS = (
    "from pathlib import Path; from sitegen.disk import require_readable; from sitegen.problems import SitegenError\n"
    "try: require_readable(Path({!r}))\n"
    "except SitegenError as error: print(*(f'{{p.code}} {{p.place.path}}' for p in error.problems), sep='\\n')\n"
)


def anyone(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a command says to a user to whom rights apply: to root they do not."""
    prefix = _AS_ANYONE if os.geteuid() == 0 else ()
    if prefix and shutil.which(prefix[0]) is None:
        pytest.skip("root cannot give up its rights here")
    command = (*prefix, sys.executable, *command)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project with a theme, a published file and a folder that is hidden."""
    init_project(folder := tmp_path / "p")
    for path in ("templates/home.html", "templates/assets/fonts/x.css", "content/static/a/b.txt", "data/.git/x.yaml"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x")
    return folder


def barred(project: Path, *paths: str, mode: int = 0) -> list[str]:
    """What is told of a project named from beside it, of which some paths have those rights."""
    for path in paths:
        (project / path).chmod(mode)
    found = anyone("-c", _LISTS.format(project.name), folder=project.parent)
    for path in paths:
        (project / path).chmod(0o755)
    assert not found.stderr
    return found.stdout.split("\n")[:-1]


def test_what_may_not_be_read_is_told_at_its_path(project: Path) -> None:
    """A folder that cannot be listed, one that cannot be entered, and a file; inner ones are not told with outer."""
    paths = ("content/briefs", "data/series", "templates/assets", "content/static/a/b.txt", "data/site.yaml")
    assert barred(project, *paths) == [f"unreadable-file {path}" for path in sorted(paths)]
    assert barred(project, "content", "templates", mode=0o444) == [
        f"unreadable-file {p}" for p in ("content", "templates")
    ]
    assert barred(project, "data", mode=0o111) == ["unreadable-file data"]
    assert barred(project, ".", mode=0o600) == ["unreadable-file ."]


def test_what_no_build_reads_may_be_closed(project: Path) -> None:
    """Hidden folders, backups and what links lead to outside of the project stop nothing."""
    (outside := project.parent / "outside").mkdir()
    (project / "content/away").symlink_to(outside)
    (project / "content/index.md~").write_text("x")
    outside.chmod(0)
    assert barred(project, "data/.git", "content/index.md~") == []
    outside.chmod(0o755)


def test_a_theme_behind_a_link_is_looked_through(project: Path) -> None:
    """A link to a folder is followed in the theme, once."""
    (project / "templates").rename(project.parent / "theme")
    (project / "templates").symlink_to("../theme")
    (project / "templates/assets/again").symlink_to("..")
    require_readable(project)
    assert barred(project, "templates/home.html") == ["unreadable-file templates/home.html"]


def test_a_build_goes_past_nothing_that_is_closed(project: Path) -> None:
    """The one cause is told and no consequence, and the site before it stays as it is."""
    shutil.rmtree(project / "templates")
    shutil.rmtree(project / "content/static/a")
    build = ("-m", "sitegen", "build", "--project", project.name, "-o", "site")
    assert anyone(*build, folder=project.parent).returncode == 0
    before = sorted((project.parent / "site").rglob("*"))
    (project / "content/briefs").chmod(0)
    (project / "data/companies").chmod(0o444)
    found = anyone(*build, folder=project.parent)
    (project / "content/briefs").chmod(0o755)
    (project / "data/companies").chmod(0o755)
    assert found.returncode == 1
    lines = [line for line in found.stderr.split("\n") if "error[" in line]
    told = "error[unreadable-file]: this folder may not be read"
    assert sorted(lines) == [f"{path}: {told}" for path in ("content/briefs", "data/companies")]
    assert sorted((project.parent / "site").rglob("*")) == before


def test_a_closed_folder_beside_ours_ends_no_run_with_a_traceback(project: Path) -> None:
    """A folder named as one of ours that lies beside them and may not be read."""
    (project / "series").mkdir()
    code = f"from pathlib import Path; from sitegen.disk.beside import beside; print(*beside(Path({project.name!r})))"
    (project / "series").chmod(0)
    found = anyone("-c", code, folder=project.parent)
    assert (found.stdout, found.stderr) == ("\n", "")


def test_the_error_is_one_that_commands_show(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system says that a file may not be read, SitegenError is raised with what to do."""
    monkeypatch.setattr(os, "access", lambda path, _: not os.fspath(path).endswith("site.yaml"))
    with pytest.raises(SitegenError) as caught:
        require_readable(project)
    assert [each.hint for each in caught.value.problems] == ["let your user read it"]

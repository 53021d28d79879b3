"""Commands that write leave what they found where they fail: no half of a file, no empty one, no folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest

from sitegen.disk import write_together
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project, new_document
from sitegen.scaffold.theme import copied
from sitegen.schema import write_schemas
from sitegen.write import write

DAY = date(2026, 1, 2)


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder beneath a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


def full_after(renames: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets so many files be put in their places, and then none: the disk is full."""
    left, replace = [renames], os.replace

    def scarce(source: str, target: Path) -> None:
        if left[0] == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        left[0] -= 1
        replace(source, target)

    monkeypatch.setattr(os, "replace", scarce)


def test_all_files_are_written_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second file that cannot be written takes the first one with it, and the folders that were made."""
    (tmp_path / "old").write_text("old")
    before = tree(tmp_path)
    full_after(2, monkeypatch)
    with pytest.raises(OSError, match="No space"):
        write_together({tmp_path / "old": b"new", tmp_path / "a/b/c": b"1", tmp_path / "a/d": b"2"})
    assert tree(tmp_path) == before


Run = Callable[[Path], object]
COMMANDS: dict[str, Run] = {
    "theme": lambda project: copied(project, "base.html"),
    "new": lambda project: new_document(project, "company", "Fjord", DAY),
    "entry": lambda project: new_document(project, "source", "A report", DAY),
    "schema": write_schemas,
}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("renames", [0, 1])
def test_a_full_disk_leaves_a_project_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, renames: int
) -> None:
    """Whatever a command had written until then is gone."""
    init_project(project := tmp_path / "p")
    for path in (project / "data/schemas/site.json", project / "data/schemas/series.json"):
        path.write_text("{}")
    before = tree(project)
    if name in ("theme", "entry"):
        renames = 0
    full_after(renames, monkeypatch)
    with pytest.raises((SitegenError, click.ClickException)):
        COMMANDS[name](project)
    assert tree(project) == before


@pytest.mark.parametrize("renames", [0, 3, 20])
@pytest.mark.parametrize("there", [True, False])
def test_init_takes_away_what_it_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int, there: bool
) -> None:
    """A starter that was not finished is none: the next run begins anew."""
    folder = tmp_path / "q"
    if there:
        folder.mkdir()
    with monkeypatch.context() as broken:
        full_after(renames, broken)
        with pytest.raises(SitegenError):
            init_project(folder)
    assert [path.name for path in tmp_path.rglob("*")] == (["q"] if there else [])
    init_project(folder)


@pytest.mark.parametrize("sites", [0, 1, 2])
def test_a_site_that_does_not_fit_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sites: int) -> None:
    """What was written of it does not keep the disk full; the site that was there stays."""
    for number in range(sites):
        write({"index.html": str(number)}, tmp_path / "site", tmp_path)
    put = Path.write_bytes

    def scarce(path: Path, content: bytes) -> int:
        if path.name == "big.html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return put(path, content)

    monkeypatch.setattr(Path, "write_bytes", scarce)
    with pytest.raises(SitegenError, match="No space"):
        write({"a/small.html": "x", "big.html": "y"}, tmp_path / "site", tmp_path)
    assert not (tmp_path / ".site.new").exists()
    assert (tmp_path / "site").exists() == (sites > 0)
    if sites:
        assert (tmp_path / "site/index.html").read_text() == str(sites - 1)

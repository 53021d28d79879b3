"""Files of a project: what is opened, what is refused, and what one bad file does not bring with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.load import load
from sitegen.problems import SitegenError

SITE = "name: Site\ntagline: 'A site'\nbase_url: https://example.org/\n"
METRICS = "deliveries: {label: Deliveries, unit: vehicles}\n"
SERIES = "acme.deliveries: {definition: Cars, region: cn, cadence: quarter}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project without a fault."""
    for path, text in (
        ("data/site.yaml", SITE),
        ("data/metrics.yaml", METRICS),
        ("data/companies/acme.yaml", "name: Acme\n"),
        ("data/series/acme.yaml", SERIES),
    ):
        file = tmp_path / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    load(tmp_path / "project")
    return tmp_path / "project"


def _told(project: Path) -> list[tuple[str, str]]:
    with pytest.raises(SitegenError) as error:
        load(project)
    return [(problem.place.path, problem.code) for problem in error.value.problems]


def test_a_link_out_of_the_project_is_not_read(project: Path) -> None:
    """A file that is a link to something outside is refused, and what it would have named is not told as unknown."""
    outside = project.parent / "secret.yaml"
    outside.write_text("name: Secret\n", encoding="utf-8")
    company = project / "data/companies/acme.yaml"
    company.unlink()
    company.symlink_to(outside)
    assert _told(project) == [("data/companies/acme.yaml", "unexpected-file")]


def test_a_link_within_the_project_is_read(project: Path) -> None:
    """A link to another file of the project is as good as that file."""
    (project / "acme.txt").write_text("name: Acme\n", encoding="utf-8")
    company = project / "data/companies/acme.yaml"
    company.unlink()
    company.symlink_to("../../acme.txt")
    assert load(project).entities["acme"].name == "Acme"


def test_a_linked_folder_is_told(project: Path) -> None:
    """A folder that is a link is not passed over in silence, be it inside the project or at its top."""
    (project / "data/companies").rename(project / "makers")
    (project / "data/companies").symlink_to(project / "makers")
    assert _told(project) == [("data/companies", "unexpected-file")]
    (project / "data").rename(project.parent / "elsewhere")
    (project / "data").symlink_to(project.parent / "elsewhere")
    assert ("data", "unexpected-file") in _told(project)


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


def test_the_name_of_a_file_is_an_id(project: Path) -> None:
    """A file whose name becomes an id is held to the rule of ids."""
    (project / "data/companies/Acme Two.yaml").write_text("name: Acme Two\n", encoding="utf-8")
    with pytest.raises(SitegenError) as error:
        load(project)
    assert [(p.code, p.hint) for p in error.value.problems] == [("bad-id", "name the file acme-two.yaml")]

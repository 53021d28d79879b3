"""Scaffolding: a starter that builds at once, and new files that never replace old ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import make
from sitegen.cli import main
from sitegen.problems import SitegenError
from sitegen.scaffold import KINDS, init_project, new_document
from sitegen.scaffold.new import title_id
from sitegen.settings import Settings

DAY = date(2025, 3, 20)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def codes(project: Path, drafts: bool = True) -> list[str]:
    """The codes of every error and warning that a build of the project finds."""
    try:
        result = make(Settings(project=project, drafts=drafts, cache=False), lambda stage: None)
    except SitegenError as error:
        return [problem.code for problem in error.problems]
    return [problem.code for problem in result.summary.warnings]


def refused(project: Path, kind: str, title: str) -> str:
    """The code of the problem that making a new thing raises."""
    with pytest.raises(SitegenError) as caught:
        new_document(project, kind, title, DAY)
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.code


def test_the_starter_builds_without_a_word(project: Path) -> None:
    """A new project has no error and no warning, and its hidden files are in place."""
    assert codes(project) == []
    assert (project / ".gitignore").is_file()
    assert (project / ".github" / "workflows" / "pages.yml").is_file()
    assert not list(project.rglob("dot_*"))


def test_init_leaves_a_folder_that_is_in_use_alone(tmp_path: Path) -> None:
    """A folder with anything in it, and a file, are refused; an empty folder is taken."""
    (tmp_path / "mine.txt").write_text("mine")
    for folder in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(SitegenError, match="foreign-folder"):
            init_project(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert "sitegen serve" in init_project(tmp_path / "empty")


@pytest.mark.parametrize(
    ("kind", "title", "written"),
    [
        ("brief", "Rye: it's “up” a few %", ["content/briefs/rye-it-s-up-a-few.md"]),
        (
            "company",
            "Bäckerei",
            ["data/companies/backerei.yaml", "data/series/backerei.yaml", "content/companies/backerei.md"],
        ),
        ("ranking", "Rye 2025", ["data/rankings.yaml"]),
        ("source", "The Gazette, May", ["data/sources/example.yaml"]),
        ("metric", "Rye share", ["data/metrics.yaml"]),
        ("series", "harbour.members", ["data/series/harbour.yaml"]),
        ("series", "new-one.members", ["data/series/new-one.yaml"]),
        ("claim", "Harbour sold more", ["data/claims.yaml"]),
        ("chart", "Loaves by quarter", ["data/charts/loaves-by-quarter.yaml"]),
        ("expansion", "Northfield", ["data/expansion/northfield.yaml", "content/expansion/northfield.md"]),
    ],
)
def test_new_things_build_at_once(project: Path, kind: str, title: str, written: list[str]) -> None:
    """Each kind's files are there, build without a word, and are named to the person."""
    said = new_document(project, kind, title, DAY)
    assert all(path in said and (project / path).is_file() for path in written)
    assert codes(project) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_written_over(project: Path, kind: str) -> None:
    """The same thing again is refused, and every file stays as it was."""
    title = {"expansion": "Northfield", "series": "harbour.members"}.get(kind, "Again")
    new_document(project, kind, title, DAY)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert refused(project, kind, title) == "repeated-id"
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_series_of_nobody_says_that_nobody_is_called_so(project: Path) -> None:
    """Its entity is declared in a file of companies, as a company or a brand; else it is said how."""
    assert 'data/companies/ is called "nobody"' in new_document(project, "series", "nobody.loaves", DAY)
    assert "is called" not in new_document(project, "series", "harbour.members", DAY)
    assert "is called" not in new_document(project, "series", "harbour-rye.members", DAY)


def test_the_first_series_of_a_new_company_can_be_started(project: Path) -> None:
    """What its file of series says by itself takes no name; an entry that is still comments is named as that."""
    new_document(project, "company", "Rye & Co", DAY)
    said = new_document(project, "series", "rye-co.loaves", DAY)
    assert said.startswith("added to data/series/rye-co.yaml")
    with pytest.raises(SitegenError) as caught:
        new_document(project, "series", "rye-co.loaves", DAY)
    (problem,) = caught.value.problems
    assert (problem.place.line, "as comments" in problem.message) == (3, True)
    assert 'delete the "# "' in (problem.hint or "")


def test_refusals_say_the_way_out(project: Path, tmp_path: Path) -> None:
    """A title without a letter, a plan without its company, and a folder that is no project."""
    assert refused(project, "brief", "…") == "bad-id"
    assert refused(project, "expansion", "Nobody") == "unknown-entity"
    assert refused(project, "brief", "a\x00b") == "control-character"
    assert refused(project, "metric", "a\u202eb") == "control-character"
    assert refused(project, "brief", "CON") == "file-name"
    assert refused(tmp_path, "brief", "A") == "missing-file"


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("source", "The Gazette: May", "data/sources/example.yaml"),
        ("metric", "Rye share", "data/metrics.yaml"),
        ("series", "harbour.members", "data/series/harbour.yaml"),
        ("ranking", "Rye", "data/rankings.yaml"),
    ],
)
def test_entries_are_whole_once_they_are_no_comments(project: Path, kind: str, title: str, path: str) -> None:
    """Without the signs in front of its lines an entry has all keys that it needs, each with a value that fits."""
    before = (project / path).read_text("utf-8")
    new_document(project, kind, title, DAY)
    after = (project / path).read_text("utf-8")
    assert after.startswith(before)
    lines = (line.removeprefix("# ") for line in after[len(before) :].splitlines(keepends=True))
    (project / path).write_text(before + "".join(lines), encoding="utf-8")
    assert set(codes(project)) <= {"unused-source"}


def test_a_series_is_named_by_entity_and_metric(project: Path) -> None:
    """Another title is refused, with the way to write it."""
    assert refused(project, "series", "Harbour members") == "bad-id"


@pytest.mark.parametrize("link", ["content/briefs", "content/briefs/a-title.md", "data/rankings.yaml", "data/schemas"])
def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path, link: str) -> None:
    """A link to somewhere outside is neither read nor written to by the commands that write files."""
    path = project / link
    outside = tmp_path / "outside"
    if path.is_dir():
        path.rename(outside)
    elif "rankings" in link:
        outside.write_text("# secret", encoding="utf-8")
        path.unlink(missing_ok=True)
    path.symlink_to(outside)
    before = {file: file.read_bytes() for file in outside.rglob("*")} if outside.exists() else None
    command = ["schema"] if "schemas" in link else ["new", "ranking" if "rankings" in link else "brief", "A title"]
    result = CliRunner().invoke(main, [*command, "--project", str(project)])
    assert result.exit_code == 1
    assert "error[" in result.stderr
    assert "secret" not in result.output
    assert before == ({file: file.read_bytes() for file in outside.rglob("*")} if outside.exists() else None)


def test_a_brief_holds_title_and_day(project: Path) -> None:
    """The title comes back as it was given, whatever quotes it has."""
    new_document(project, "brief", "It's “so”: 'yes'", DAY)
    text = (project / "content/briefs/it-s-so-yes.md").read_text()
    assert "title: 'It''s “so”: ''yes'''\n" in text
    assert "date: 2025-03-20\n" in text


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("A  B", "a-b"),
        ("Škoda & Co.", "skoda-co"),
        ("2025", "2025"),
        ("问界 M9", "wenjie-m9"),
        ("重庆 Straße", "zhongqing-strasse"),
        ("Söhne Łódź", "sohne-lodz"),
        ("São Paulo", "sao-paulo"),
        ("Ελλάδα", "ellada"),
        ("ﬁne Ⅳ", "fine-iv"),
        ("…", ""),
    ],
)
def test_slugs(title: str, id: str) -> None:
    """An id has small letters, digits and hyphens only."""
    assert title_id(title) == id


def test_a_long_title_gives_an_id_that_a_file_can_have() -> None:
    """An id is cut after a word, and within one only if the word fills it."""
    assert title_id("word " * 200) == "-".join(["word"] * 16)
    assert title_id("w" * 600) == "w" * 80


def test_what_cannot_be_written_is_told(project: Path) -> None:
    """A folder that the system refuses is a problem with the fix: where a file stands nothing can be made."""
    with pytest.raises(SitegenError, match="unwritable-folder"):
        init_project(project / "data" / "site.yaml" / "below")
    (project / "data" / "expansion" / "northfield.yaml").unlink(missing_ok=True)
    briefs = project / "content" / "briefs"
    briefs.rename(project / "content" / "elsewhere")
    briefs.touch()
    assert refused(project, "brief", "A") == "unwritable-folder"


@pytest.mark.parametrize(("title", "year"), [("Rye in 2023", "2023"), ("Rye", "2025"), ("Absatz 2024", "2024")])
def test_a_ranking_begins_with_the_year_of_its_title(project: Path, title: str, year: str) -> None:
    """The period of a new ranking is the year in its title, else that of the day."""
    new_document(project, "ranking", title, DAY)
    assert f"#   period: {year}\n" in (project / "data/rankings.yaml").read_text()


def test_a_placeholder_is_not_published(project: Path) -> None:
    """What stands in for the text of a company or for a ranking shows only when somebody wants it to."""
    new_document(project, "company", "Rye Hall", DAY)
    new_document(project, "ranking", "Rye 2025", DAY)
    with pytest.raises(SitegenError, match="left-out: nothing of “Rye Hall” but its name is shown"):
        make(Settings(project=project, cache=False), lambda stage: None)
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    assert b"Say in a paragraph" not in outputs["companies/rye-hall/index.html"]
    assert not [name for name in outputs if "rye-2025" in name]


@pytest.mark.parametrize("title", ["../../x", "/etc/x", "./x", "~/x"])
def test_a_path_is_no_title(project: Path, title: str) -> None:
    """Who names a file is told that a title is asked for."""
    assert refused(project, "company", title) == "bad-id"


def test_a_web_address_is_that_of_the_source(project: Path) -> None:
    """It stands as `url`, and the title is left open."""
    new_document(project, "source", "https://example.org/report", DAY)
    text = (project / "data/sources/example.yaml").read_text()
    assert "#   title: null\n#   url: 'https://example.org/report'\n" in text

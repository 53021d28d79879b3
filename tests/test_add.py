"""`sitegen add` at the command line, on copies of the starter: what it writes, asks for and refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sitegen.build import make
from sitegen.cli import main
from sitegen.editing.add import add as prepare
from sitegen.editing.files import write_all
from sitegen.editing.trial import Desk
from sitegen.editing.wish import row_of
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project
from sitegen.settings import Settings

HARBOUR = "data/series/harbour.yaml"
NORTHFIELD = "data/series/northfield.yaml"
SOURCES = "data/sources/example.yaml"
NEW = ("--source", "https://example.org/new", "--publisher", "The Gazette", "--kind", "press", "--published", "2026-05")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def add(project: Path, *arguments: str) -> Result:
    """What the command says and does."""
    return CliRunner().invoke(main, ["add", "--project", str(project), *arguments])


def texts(project: Path) -> dict[str, str]:
    """Every data file."""
    return {str(path.relative_to(project)): path.read_bytes().decode() for path in project.glob("data/**/*.yaml")}


def new_lines(project: Path, before: dict[str, str]) -> list[str]:
    """The lines that the data have and had not, where nothing is gone."""
    after = texts(project)
    old = [line for path in sorted(after) for line in before.get(path, "").splitlines()]
    new = [line for path in sorted(after) for line in after[path].splitlines()]
    for line in old:
        new.remove(line)
    return new


def test_a_number_and_its_new_source_are_all_that_is_written(project: Path) -> None:
    """The value stands among its periods, the source at the end of the file that has the others of the series."""
    before = texts(project)
    result = add(project, "harbour.loaves@2026-Q1", "30100", "--approximate", *NEW, "--title", "Bread: a count")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"declared the source the-gazette-2026-05\nharbour.loaves@2026-Q1 stands in {HARBOUR}:17\n"
    )
    assert new_lines(project, before) == [
        "    2026-Q1: {value: 30100, bound: approximate, source: the-gazette-2026-05}",
        "the-gazette-2026-05:",
        "  publisher: The Gazette",
        "  title: 'Bread: a count'",
        "  url: https://example.org/new",
        "  published: 2026-05",
        "  kind: press",
    ]
    assert CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project)]).exit_code == 0


SITE = "data/site.yaml"


def test_where_and_when_it_was_read_stands_with_it(project: Path) -> None:
    """`--at`, `--within`, `--seen` and `--archived` are written, and pages and files show them."""
    before = texts(project)
    seen = ("--seen", "2026-05-20", "--archived", "https://archive.example.org/new")
    where = ("--at", "page 12, table 3", "--approximate", "--within", "150")
    assert add(project, "harbour.loaves@2026-Q1", "30100", *where, *NEW, *seen).exit_code == 0
    row = "value: 30100, bound: approximate, within: 150, source: the-gazette-2026-05"
    assert new_lines(project, before) == [
        f"    2026-Q1: {{{row}, at: 'page 12, table 3'}}",
        "the-gazette-2026-05:",
        "  publisher: The Gazette",
        "  url: https://example.org/new",
        "  published: 2026-05",
        "  seen: 2026-05-20",
        "  archived: https://archive.example.org/new",
        "  kind: press",
    ]
    outputs = make(Settings(project=project, lenient=True, cache=False), lambda step: None).outputs
    source = outputs["sources/the-gazette-2026-05/index.html"].decode()
    assert '<time datetime="2026-05-20">20 May 2026</time>' in source
    assert 'href="https://archive.example.org/new"' in source
    assert "In the document: page 12, table 3" in outputs["data/harbour/loaves/index.html"].decode()
    assert "page 12, table 3" in outputs["data/harbour/loaves/notes/2026.html"].decode()
    assert "page 12, table 3" in outputs["data/harbour/loaves/harbour.loaves.csv"].decode()
    assert '"seen": "2026-05-20"' in outputs["data/harbour/loaves/harbour.loaves.json"].decode()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--seen", "2999-01-01"), "2999-01-01 is still to come"),
        (("--seen", "May"), '"May" is not a day'),
        (("--within", "150"), "add --approximate"),
        (("--approximate", "--within", "1,5"), '"1,5" is not a number'),
    ],
)
def test_what_cannot_be_so_is_refused(project: Path, options: tuple[str, ...], said: str) -> None:
    """A day to come, and a width of a value that is exact, are wrong usage, and nothing is written."""
    before = texts(project)
    result = add(project, "harbour.loaves@2026-Q1", "30100", *NEW, *options)
    assert (result.exit_code, texts(project) == before) == (2, True)
    assert said in result.stderr


def test_a_day_after_that_of_the_site_is_reported(project: Path) -> None:
    """A source that was read after the day of the site is a problem at its place."""
    site, sources = project / SITE, project / SOURCES
    site.write_text(site.read_text() + "as_of: 2026-05-01\n")
    sources.write_text(sources.read_text().replace("  publisher:", "  seen: 2026-06-01\n  publisher:", 1))
    result = CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project)])
    assert "warning[future-date]: seen: 2026-06-01 is after 2026-05-01" in result.stderr


def test_a_rival_asks_which_is_printed(project: Path) -> None:
    """Without a terminal the options are named; with them the value stands beside the other, for its reason."""
    before = texts(project)
    result = add(project, "harbour.loaves@2025-Q4", "51000", *NEW)
    assert result.exit_code == 2
    assert "51000 does not agree with 49400 from harbour-report-2025" in result.stderr
    assert "--use preferred --reason" in result.stderr
    assert texts(project) == before
    said = ("--use", "preferred", "--reason", "counted, not rounded")
    assert add(project, "harbour.loaves@2025-Q4", "51000", *NEW, *said).exit_code == 0
    assert "      - {value: 49400, source: harbour-report-2025}\n      - {value: 51000" in texts(project)[HARBOUR]


def test_a_publisher_who_corrects_itself_replaces_its_value(project: Path) -> None:
    """The same publisher is offered `replaces`; the restated value decides nothing from then on."""
    document = ("--source", "https://example.org/later", "--publisher", "Harbour Bread", "--kind", "company")
    dated = (*document, "--published", "2026-05-01")
    refused = add(project, "harbour.loaves@2025-Q4", "51000", *dated)
    assert "--replaces harbour-report-2025 if Harbour Bread corrects itself" in refused.stderr
    assert add(project, "harbour.loaves@2025-Q4", "51000", *dated, "--replaces", "harbour-report-2025").exit_code == 0
    told = CliRunner().invoke(main, ["explain", "--project", str(project), "harbour.loaves@2025-Q4"]).stdout
    assert "51,000 loaves" in told
    assert "restated" in told or "not used" in told


def test_a_spelling_of_a_known_address_is_that_source(project: Path) -> None:
    """The address of a declared document under another spelling declares nothing, and says so."""
    before = texts(project)
    url = next(line.split()[1] for line in before[SOURCES].splitlines() if "bread-weekly/2026/02" in line)
    other = url.replace("https://", "http://www.") + "/?utm_source=x"
    result = add(project, "northfield.loaves@2025-Q3", "43050", "--source", other)
    assert result.exit_code == 0
    assert 'is declared as "bread-weekly-2026-02"' in result.stderr
    assert "      - {value: 43050, source: bread-weekly-2026-02}\n" in texts(project)[NORTHFIELD]
    assert texts(project)[SOURCES] == before[SOURCES]
    again = add(project, "northfield.loaves@2025-Q3", "43050", "--source", other, "--title", "Another")
    assert "already: --title change nothing" in again.stderr
    assert "says this already" in again.stderr


@pytest.mark.parametrize(
    ("address", "value", "said"),
    [
        ("harbour.loaves", "1", "is not an address"),
        ("harbuor.loaves@2026-Q1", "1", 'did you mean "harbour"?'),
        ("harbour.loafs@2026-Q1", "1", 'did you mean "loaves"?'),
        ("harbour.members@2026", "1", 'sitegen new series "harbour.members"'),
        ("harbour.loaves@2026-13", "1", "is not in the calendar"),
        ("harbour.loaves@Q1 2026", "1", "is not an address"),
        ("harbour.loaves@FY2026", "1", "no calendar says when it begins"),
        ("harbour.loaves@latest", "1", "name the period itself"),
        ("harbour.loaves@2026-Q1~x", "1", "--source x"),
        ("harbour.loaves@2026-Q1", "30,100", "write 30100"),
        ("harbour.loaves@2026-Q1", "30 100 loaves", "write 30100"),
        ("harbour.loaves@2026-Q1", "30.1k", "write 30100 --bound approximate"),
        ("harbour.loaves@2026-Q1", ">30,000", "write 30000 --bound more-than"),
        ("harbour.loaves@2026-Q1", "30,100 tonnes", "the metric is in loaves"),
        ("harbour.loaves@2026-Q1", "8,000–9,000", "write 8000..9000"),
        ("harbour.loaves@2026-Q1", "9000..8000", "exchange the two"),
        ("harbour.loaves@2026-Q1", "many", "write digits"),
        ("harbour.loaves@2026-Q1", "-5", "never negative"),
    ],
)
def test_a_slip_is_said_before_anything_is_asked(project: Path, address: str, value: str, said: str) -> None:
    """An address, a name, a period or a value that cannot be is a usage error that says how to write it."""
    before = texts(project)
    result = add(project, address, value, *NEW)
    assert result.exit_code == 2, result.output
    assert said in " ".join(result.stderr.split())
    assert texts(project) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--source", "northfeld-report-2025"), 'write "northfield-report-2025"'),
        (("--source", "https://"), "is not a web address"),
        (("--source", "https://example.org/new"), "say its --publisher and its --kind"),
        ((*NEW, "--published", "May"), "is not a period"),
        ((*NEW, "--published", "2026-Q1"), "is not a date"),
        ((*NEW, "--approximate", "--bound", "at-least"), "keep one"),
    ],
)
def test_a_source_that_cannot_be_is_said(project: Path, options: tuple[str, ...], said: str) -> None:
    """An unknown id, half an address, a new document without a publisher, a date that is none."""
    before = texts(project)
    result = add(project, "harbour.loaves@2026-Q1", "30100", *options)
    assert (result.exit_code, texts(project)) == (2, before)
    assert said in " ".join(result.stderr.split())


def test_a_new_problem_in_the_data_writes_nothing(project: Path) -> None:
    """The report shows the line as it would stand, with what is wrong in it; an accepted warning lets it pass."""
    before = texts(project)
    result = add(project, "harbour.loaves@2026-01", "10100", *NEW)
    assert result.exit_code == 1
    assert "error[period-cadence]" in result.stderr
    assert "| " in result.stderr
    assert result.stderr.endswith("nothing was written\n")
    assert texts(project) == before
    jump = ("harbour.loaves@2024-Q2", "300000", *NEW, "--use", "preferred", "--reason", "a festival")
    assert "warning[sudden-jump]" in add(project, *jump).stderr
    assert texts(project) == before
    assert add(project, *jump, "--accept", "sudden-jump", "a festival of bread").exit_code == 0


def test_what_turns_elsewhere_is_written_and_shown(project: Path) -> None:
    """A true value that turns a sentence is written, and the sentence is shown as what to mend next."""
    brief = project / "content" / "briefs" / "harbour.md"
    brief.write_text(
        "---\ntitle: Harbour\nsummary: 'Bread'\ndate: 2026-02-10\nentities: [harbour]\n---\n\n"
        'Harbour sold {{ fig("harbour.loaves@latest") | change("previous") | rise }} more.\n',
        encoding="utf-8",
    )
    result = add(project, "harbour.loaves@2026-Q1", "30100", *NEW)
    assert result.exit_code == 0
    assert "wrong-direction" in result.stderr
    assert "content/briefs/harbour.md" in result.stderr


@pytest.mark.parametrize(("mark", "newline"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n")])
def test_line_ends_and_marks_of_a_file_stay(project: Path, mark: bytes, newline: bytes) -> None:
    """CRLF and a byte order mark are kept, and the new line ends like the others."""
    path = project / HARBOUR
    before = mark + path.read_bytes().replace(b"\n", newline)
    path.write_bytes(before)
    assert add(project, "harbour.loaves@2026-Q1", "30100", *NEW).exit_code == 0
    line = b"    2026-Q1: {value: 30100, source: the-gazette-2026-05}" + newline
    assert path.read_bytes() == before + line


def test_files_that_cannot_be_changed_are_said(project: Path) -> None:
    """A read-only file, one in another encoding, a folder that is no project; nothing is half written."""
    path = project / HARBOUR
    path.chmod(0o444)
    before = texts(project)
    result = add(project, "harbour.loaves@2026-Q1", "30100", *NEW)
    assert (result.exit_code, texts(project)) == (1, before)
    assert "marked as read-only" in result.stderr
    path.chmod(0o644)
    path.write_bytes("# Bäcker\n".encode("latin-1") + path.read_bytes())
    assert "save it as UTF-8" in add(project, "harbour.loaves@2026-Q1", "30100", *NEW).stderr
    assert "not a project" in add(project / "content", "harbour.loaves@2026-Q1", "30100", *NEW).stderr


def test_rights_of_a_file_stay_and_nothing_is_left_beside_it(project: Path) -> None:
    """The file keeps its mode, and no other file is made."""
    path = project / HARBOUR
    path.chmod(0o640)
    names = sorted(os.listdir(path.parent))
    assert add(project, "harbour.loaves@2026-Q1", "30100", *NEW).exit_code == 0
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(path.parent)) == names


def test_a_new_series_takes_its_first_values(project: Path) -> None:
    """What `new series` writes is filled in, and then each value stands on a line of its own, the earlier one first."""
    CliRunner().invoke(main, ["new", "series", "harbour.members", "--project", str(project)])
    head, entry = texts(project)[HARBOUR].split("# harbour.members:")
    lines = entry.replace("\n# ", "\n")
    (project / HARBOUR).write_text(f"{head}harbour.members:{lines}", encoding="utf-8")
    for period, value in (("2025-12", "300"), ("2025-11", "290")):
        assert add(project, f"harbour.members@{period}", value, "--source", "harbour-report-2025").exit_code == 0
    assert texts(project)[HARBOUR].endswith(
        "  values:\n"
        "    2025-11: {value: 290, source: harbour-report-2025}\n"
        "    2025-12: {value: 300, source: harbour-report-2025}\n"
    )


def test_another_value_of_the_same_document_is_a_slip_and_its_line_is_named(project: Path) -> None:
    """No option is offered that would be refused afterwards: the line that is there is to be corrected."""
    before = texts(project)
    for more in ([], ["--use", "preferred", "--reason", "It was misread"]):
        result = add(project, "harbour.loaves@2025-Q3", "38510", "--source", "harbour-report-2025", *more)
        assert result.exit_code == 2
        assert f"harbour-report-2025 gives 38150 already, in {HARBOUR}:15" in result.stderr
        assert "--replaces" not in result.stderr
    assert texts(project) == before


def test_zero_is_written_without_a_sign(project: Path) -> None:
    """There is no zero below zero."""
    before = texts(project)
    assert add(project, "harbour.loaves@2023-Q4", "-0", "--source", "harbour-report-2025").exit_code == 0
    assert new_lines(project, before) == ["    2023-Q4: {value: 0, source: harbour-report-2025}"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1e5", "it counts zeros behind an e"),
        ("12 km", 'it is in "km"'),
        ("nan", "write digits"),
        ("23,1 %", "write 23.1, for decimals stand behind a point"),
        ("x: y", "write digits"),
    ],
)
def test_what_is_no_number_is_answered_with_a_sentence(project: Path, value: str, said: str) -> None:
    """The reason has a subject, and what is no number at all is answered with how to write one."""
    result = add(project, "harbour.loaves@2023-Q4", value, "--source", "harbour-report-2025")
    assert result.exit_code == 2
    assert f'"{value}" is not a number here: {said}' in result.stderr


def test_all_that_is_wrong_with_the_words_is_said_at_once(project: Path) -> None:
    """A misspelt company, a comma in the number and a source that nobody declared are one answer, in three lines."""
    before = texts(project)
    result = add(project, "harbor.loaves@2026-Q1", "30,100", "--source", "nobody-2026")
    assert result.exit_code == 2
    lines = result.stderr.partition("Error: ")[2].splitlines()
    assert ['did you mean "harbour"?' in lines[0], "write 30100" in lines[1], "nobody-2026" in lines[2]] == [True] * 3
    assert texts(project) == before


def test_what_nobody_can_see_is_named_and_not_the_file_blamed(project: Path) -> None:
    """A sign that turns text around, in what is said of a document, is a problem with its place."""
    before = texts(project)
    arguments = ["Daily\u202eNews" if each == "The Gazette" else each for each in NEW]
    result = add(project, "harbour.loaves@2026-Q1", "30100", *arguments)
    assert (result.exit_code, "control-character" in result.stderr) == (1, True)
    assert texts(project) == before


def test_a_file_that_changed_meanwhile_is_not_written_over(project: Path) -> None:
    """What an editor saved while the command ran stays, and nothing of the rest is written."""
    desk = Desk(project)
    row = row_of(desk.edition.tracker, "harbour.loaves@2023-Q4", "9000", "harbour-report-2025", {})
    ready = prepare(desk, [row])
    (project / HARBOUR).write_text((project / HARBOUR).read_text("utf-8") + "# mine\n", encoding="utf-8")
    before = texts(project)
    with pytest.raises(SitegenError, match="changed while the command ran"):
        ready.write()
    assert texts(project) == before


class _Stopped(dict[str, bytes]):
    """Files whose writer is stopped before the last."""

    def items(self) -> Any:
        """All but the last, then Ctrl-C."""

        def some() -> Iterator[tuple[str, bytes]]:
            yield from [*super(_Stopped, self).items()][:-1]
            raise KeyboardInterrupt

        return some()


def test_ctrl_c_midway_leaves_every_file_and_nothing_beside_them(project: Path) -> None:
    """Not one of several files is written, and no half-written one stays."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    with pytest.raises(KeyboardInterrupt):
        write_all(project, _Stopped({HARBOUR: b"a", NORTHFIELD: b"b"}))
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_two_commands_at_the_same_time_both_write(project: Path) -> None:
    """Neither loses the number of the other: one waits."""
    words = [sys.executable, "-m", "sitegen", "add", "--project", str(project), "--source", "harbour-report-2025"]
    running = [subprocess.Popen([*words, f"harbour.loaves@2023-Q{quarter}", f"1000{quarter}"]) for quarter in (1, 2)]
    assert [each.wait() for each in running] == [0, 0]
    text = (project / HARBOUR).read_text("utf-8")
    assert ("2023-Q1: {value: 10001" in text, "2023-Q2: {value: 10002" in text) == (True, True)

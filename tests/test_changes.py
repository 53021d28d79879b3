"""What changed in the data, as git has it: each class of change, what is one change, and what the pages say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
import yaml
from markupsafe import escape
from msgspec import structs
from repository import FILES, Repository, series_text

from sitegen.build import _passed, make
from sitegen.cache import Cache, Memory
from sitegen.history.changes import changes, renames
from sitegen.history.former import Names
from sitegen.history.loose import Blocks, values
from sitegen.history.parsed import UnreadableError
from sitegen.history.read import history
from sitegen.history.verdicts import Verdicts
from sitegen.kinds import KINDS
from sitegen.model.history import ChangesShown, History
from sitegen.problems import Place, Problem
from sitegen.problems.report import format_problems
from sitegen.settings import Settings

SERIES = ("red.trips", "red.rides", "blue.trips", "blue.rides")
A, B = "value: 100, source: gazette", "value: 100, source: herald"
CLASSES: tuple[tuple[str | None, list[str], list[str]], ...] = (
    ("added", [], [A]),
    ("withdrawn", [A], []),
    ("withdrawn", [A], [f"{A}, use: deprecated, reason: a slip"]),
    ("corrected", [A], ["value: 110, source: gazette"]),
    ("corrected", [A], [f"{A}, bound: approximate"]),
    ("corrected", ["value: {low: 90, high: 110}, source: gazette"], ["value: {low: 90, high: 120}, source: gazette"]),
    ("revised", [A], ["value: 110, source: gazette, status: revised"]),
    ("revised", [A], [A, "value: 110, source: herald, status: revised"]),
    ("revised", [f"{A}, status: provisional"], ["value: 110, source: gazette"]),
    ("restated", [A], [A, "value: 110, source: herald, replaces: gazette"]),
    ("restated", [A], [A, "value: 110, source: herald, replaces: gazette, status: revised"]),
    ("re-sourced", [A], [B]),
    ("re-sourced", [A, B], [A, f"{B}, use: preferred, reason: nearer"]),
    ("re-sourced", [f"{A}, bound: approximate"], [f"{A}, bound: approximate", "value: 103, source: herald"]),
    (None, [A], [A, B]),
    (None, [A], [f"{A}, note: counted by hand"]),
    (None, [A], [A, "value: 500, source: herald, status: target"]),
    (None, [A], [A, "value: 500, source: herald, use: deprecated, reason: a copy"]),
    (None, [A], ["value: 100, source: gazette, status: revised"]),
    (None, ["value: 100, source: gazette, status: estimated"], []),
)


def _read(rows: list[str], series: str = "red.trips") -> bytes:
    listed = "".join(f"\n      - {{{row}}}" for row in rows)
    return series_text([f"2025-01:{listed}"] if rows else [], series).encode()


@pytest.mark.parametrize(("kind", "before", "after"), CLASSES)
def test_each_class_of_change_is_told_from_the_others(kind: str | None, before: list[str], after: list[str]) -> None:
    """The table of docs/changes.md, a row each, and what is no change at all."""
    found = changes(values(_read(before)), values(_read(after)))
    assert [step.kind for step in found] == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", 0),
        (b"just a text", 0),
        (b"- a list", 0),
        (b"red.trips: [1, 2]", 0),
        (b"red.trips: {values: {2025: 7}}", 0),
        (b"red.trips: {values: {2025: {value: 7}}}", 0),
        (b"red.trips: {values: {2025: {value: 7, source: a, colour: red}}, what: is this}", 1),
        (b"\xef\xbb\xbfred.trips: {values: {2025: [{value: 7, source: a}, 8, {value: 9, source: b}]}}", 1),
        (b"Red Line: {values: {2025: {value: 7, source: a}}}", 0),
        (b"red.trips: {values: {FY2025: {value: 7, source: a}, someday: {value: 7, source: a}}}", 2),
    ],
)
def test_old_data_are_read_loosely(content: bytes, found: int) -> None:
    """What has not the shape of a value is passed over, whatever it is; the rest is read."""
    assert len(values(content)) == found


@pytest.mark.parametrize("content", [b"a: [", b"a: b: c", b"\xff\xfe", b"\t- a", b"a: 'b"])
def test_what_is_no_yaml_says_so(content: bytes) -> None:
    """A broken file is told from an empty one."""
    with pytest.raises(UnreadableError):
        values(content)


WHOLE = (
    "red.trips:\n  values:\n    2025: {value: 7, source: a}\nred.rides:\n  values:\n    2025: {value: 8, source: a}\n",
    "red.trips: &one {values: {2025: {value: 7, source: a}}}\nred.rides: *one\n",
    "red.trips: {values: {\n2025: {value: 7, source: a}}}\nred.rides: {values: {2025: {value: 7, source: a}}}\n",
    "{red.trips: {values: {2025: {value: 7, source: a}}},\nred.rides: {values: {2025: {value: 7, source: a}}}}\n",
    "---\nred.trips: {values: {2025: {value: 7, source: a}}}\nred.rides: {values: {2025: {value: 7, source: a}}}\n",
)


@pytest.mark.parametrize("text", WHOLE)
def test_a_file_read_part_by_part_holds_what_it_holds_as_a_whole(text: str) -> None:
    """Parts are read by themselves where they can be; one that needs another is read with it; both series are there."""
    blocks: Blocks = {}
    assert sorted(values(text.encode(), blocks)) == [(("red", "rides"), "2025"), (("red", "trips"), "2025")]
    assert values(text.encode(), blocks) == values(text.encode())


def test_one_period_by_two_names_is_one_period() -> None:
    """A quarter written as its three months is no change."""
    one, other = (values(series_text([f"{when}: {{{A}}}"]).encode()) for when in ("2025-Q1", "2025-01/2025-03"))
    assert changes(one, other) == ()


def test_a_series_with_all_its_values_under_another_id_is_renamed() -> None:
    """Only all values at once make a rename, and the nearest id is chosen."""
    before, after = values(_read([A])), values(_read([A], "red.rides"))
    other = values(_read([A], "blue.cars"))
    assert [*renames(before, {**other, **after})] == [(("red", "trips"), ("red", "rides"))]
    assert [*renames(before, values(_read([A, B], "red.rides")))] == []
    assert [*renames(before, {**before, **after})] == []


def told(repository: Repository, shown: ChangesShown | None = None) -> History:
    """The history of a repository."""
    shown = shown or ChangesShown()
    turned, untested = Verdicts(repository.folder, KINDS).turned(shown)
    return structs.replace(history(repository.folder, shown), turned=turned, untested=untested)


def said(found: History) -> list[tuple[str, str, str, str | None, str | None]]:
    """Changes in short, the oldest day first."""
    return [
        (c.day[5:], c.kind, c.address, None if c.old is None else c.old.value, None if c.new is None else c.new.value)
        for c in reversed(found.changes)
    ]


def _claim(id: str, month: str, least: int) -> str:
    """A claim of the Herald on the trips of one month."""
    text = f"Red Line made more than {least} trips in {'February' if month == '02' else 'March'} 2025"
    return f'{id}:\n  text: {text}\n  by: herald\n  about: [red]\n  check: fig("red.trips@2025-{month}") > {least}\n'


JAN, FEB, MAR = (f"2025-0{month}: {{value: {month}00, source: gazette}}" for month in (1, 2, 3))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Fifteen commits on the main line, of every kind."""
    repository = Repository(tmp_path_factory.mktemp("prepared") / "site")
    add = repository.values
    repository.write("data/claims.yaml", _claim("busy", "02", 205))
    add("2026-01-01", "The first numbers", JAN)
    add("2026-01-02", "February", JAN, FEB)
    repository.write("README.md", "nothing about data")
    repository.commit("2026-01-03", "A text")
    revised = "2025-02: {value: 210, source: gazette, status: revised}"
    add("2026-01-04", "The Gazette revised February", JAN, revised)
    fixed = "2025-01: {value: 101, source: gazette}"
    add("2026-01-05", "January had a slip", fixed, revised)
    report = "{value: 300, source: report-1}"
    repository.write("data/claims.yaml", _claim("busy", "02", 205) + _claim("march", "03", 305))
    add("2026-01-06", "March", fixed, revised, f"2025-03: {report}")
    restated = f"2025-03: [{report}, {{value: 310, source: report-2, replaces: report-1}}]"
    add("2026-01-07", "Red Line restates March", fixed, revised, restated)
    switched = "2025-01: [{value: 101, source: gazette}, {value: 105, source: herald, use: preferred, reason: nearer}]"
    add("2026-01-08", "The Herald counted January itself", switched, revised, restated)
    repository.write("data/series/red.yaml", "red.trips: [")
    repository.commit("2026-01-09", "A broken file")
    april = "2025-04: {value: 400, source: gazette}"
    add("2026-01-10", "The file is whole again, with April", switched, revised, restated, april)
    repository.git("switch", "-q", "-c", "branch")
    may = "2025-05: {value: 500, source: gazette}"
    add("2026-01-11", "May, first try", switched, revised, restated, april, "2025-05: {value: 5, source: gazette}")
    add("2026-01-12", "May, second try", switched, revised, restated, april, may)
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "May", "branch", day="2026-01-13")
    repository.git("switch", "-q", "-c", "other")
    june = "2025-06: {value: 6, source: gazette}"
    add("2026-01-14", "June, one", switched, revised, restated, april, may, june)
    add("2026-01-14", "June, two", switched, revised, restated, april, may, june.replace("6,", "600,"))
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--squash", "other")
    repository.commit("2026-01-15", "June")
    rows = (switched, revised, restated, april, may, june.replace("6,", "600,"))
    (repository.folder / "data/series/red.yaml").unlink()
    both = _claim("busy", "02", 205) + _claim("march", "03", 305)
    repository.write("data/claims.yaml", both.replace("red.trips", "crimson.trips"))
    add("2026-01-16", "Red Line is called Crimson Line", *rows, series="crimson.trips", file="crimson")
    repository.write("data/claims.yaml", _claim("february", "02", 205).replace("red.trips", "crimson.trips"))
    add("2026-01-17", "April was a guess", *rows[:3], *rows[4:], series="crimson.trips", file="crimson")
    return repository


EXPECTED = [
    ("01-02", "added", "crimson.trips@2025-02", None, "200"),
    ("01-04", "revised", "crimson.trips@2025-02", "200", "210"),
    ("01-05", "corrected", "crimson.trips@2025-01", "100", "101"),
    ("01-06", "added", "crimson.trips@2025-03", None, "300"),
    ("01-07", "restated", "crimson.trips@2025-03", "300", "310"),
    ("01-08", "re-sourced", "crimson.trips@2025-01", "101", "105"),
    ("01-10", "added", "crimson.trips@2025-04", None, "400"),
    ("01-13", "added", "crimson.trips@2025-05", None, "500"),
    ("01-15", "added", "crimson.trips@2025-06", None, "600"),
    ("01-17", "withdrawn", "crimson.trips@2025-04", "400", None),
]


TURNED = [
    ("01-02", "february", "unverified", "contradicted"),
    ("01-04", "february", "contradicted", "supported"),
    ("01-06", "march", "", "contradicted"),
    ("01-07", "march", "contradicted", "supported"),
    ("01-17", "march", "supported", ""),
]
"""The claim on February has another id since the 17th, and its turns go with it."""


def turns(found: History) -> list[tuple[str, str, str, str]]:
    """The verdicts that turned, in short, the oldest day first."""
    return [(turned.day[5:], turned.claim, turned.old, turned.new) for turned in reversed(found.turned)]


def test_every_change_of_a_prepared_repository_is_classified(prepared: Repository) -> None:
    """Revision, correction, restatement, switch, merge, squash, rename and a broken file, each by its day."""
    found = told(prepared)
    assert said(found) == EXPECTED
    assert [(u.day, u.path, u.reason) for u in found.unread] == [
        ("2026-01-09", "data/series/red.yaml", "A broken file")
    ]
    assert [(r.day, r.old, r.new) for r in found.renamed] == [("2026-01-16", ("red", "trips"), ("crimson", "trips"))]


def test_a_history_that_is_remembered_is_the_one_that_is_read(prepared: Repository, tmp_path: Path) -> None:
    """From any cache, also one of another commit, comes the same history."""
    memory = Memory(Cache(tmp_path), "code")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(prepared.folder), str(clone)], check=True)
    for back in (9, 6, 5, 0):
        subprocess.run(["git", "checkout", "-q", f"main~{back}"], cwd=clone, check=True)
        with memory:
            found = history(clone, ChangesShown(), memory)
        assert found == history(clone, ChangesShown())
    assert said(found) == EXPECTED


def test_what_happens_on_one_day_is_one_change(tmp_path: Path) -> None:
    """From the first value to the last; what is undone the same day is none."""
    repository = Repository(tmp_path / "site")
    repository.values("2026-01-01", "Begin", JAN)
    repository.values("2026-01-02", "One", JAN.replace("100", "101"), FEB, MAR)
    repository.values("2026-01-02", "Two", JAN, FEB.replace("200", "250"))
    repository.values("2026-01-02", "Three", JAN.replace("100", "102"), FEB.replace("200", "250"))
    assert said(told(repository)) == [
        ("01-02", "added", "red.trips@2025-02", None, "250"),
        ("01-02", "corrected", "red.trips@2025-01", "100", "102"),
    ]


def test_old_ids_make_a_rename_of_what_else_is_withdrawn_and_new(tmp_path: Path) -> None:
    """A series that gets another id and other values in one commit, and a claim that gets other words too."""
    repository = Repository(tmp_path / "site")
    repository.write("data/claims.yaml", _claim("busy", "01", 105))
    repository.values("2026-01-01", "Begin", JAN, FEB)
    repository.values("2026-01-02", "A slip", JAN.replace("100", "110"), FEB)
    (repository.folder / "data/series/red.yaml").unlink()
    claim = _claim("january", "01", 105).replace("red.", "crimson.").replace("made", "ran")
    repository.write("data/claims.yaml", claim)
    rows = (JAN.replace("100", "110"), FEB.replace("200", "90"), MAR)
    repository.values("2026-01-03", "Another name", *rows, series="crimson.trips", file="crimson")
    named = Names({("entity", "red"): "crimson", ("claim", "busy"): "january"})
    found = history(repository.folder, ChangesShown(), names=named)
    assert said(found) == [
        ("01-02", "corrected", "crimson.trips@2025-01", "100", "110"),
        ("01-03", "added", "crimson.trips@2025-03", None, "300"),
        ("01-03", "corrected", "crimson.trips@2025-02", "200", "90"),
    ]
    assert [(r.day, r.old, r.new) for r in found.renamed] == [("2026-01-03", ("red", "trips"), ("crimson", "trips"))]
    turned, _ = Verdicts(repository.folder, KINDS).turned(ChangesShown(), named)
    assert [(each.day, each.claim, each.old, each.new) for each in turned] == [
        ("2026-01-02", "january", "contradicted", "supported")
    ]
    assert "withdrawn" in [step[1] for step in said(history(repository.folder, ChangesShown()))]


MOVES = [
    # what left, what came, and what is told of it
    (("red.trips", "2025-01"), ("red.trips", "2025-01-20"), "moved"),
    (("red.trips", "2025-01"), ("red.rides", "2025-01"), "moved"),
    (("red.trips", "2025-01"), ("blue.trips", "2025-01"), "moved"),
    (("red.trips", "2025-01"), ("red.rides", "2025-02"), "apart"),
    (("red.trips", "2025-01"), ("blue.rides", "2025-01"), "apart"),
]


@pytest.mark.parametrize(("left", "came", "kind"), MOVES)
def test_a_number_with_another_date_or_name_is_one_line(
    tmp_path: Path, left: tuple[str, str], came: tuple[str, str], kind: str
) -> None:
    """The same value of the same document elsewhere, that shares its series or its period, has moved; else not."""
    repository = Repository(tmp_path / "site")
    stays = {name: f"2024-0{number}: {{value: {number}, source: gazette}}" for number, name in enumerate(SERIES, 1)}
    for day, (series, period) in (("2026-01-01", left), ("2026-01-02", came)):
        for name, row in stays.items():
            rows = [row, *([f"{period}: {{value: 700, source: gazette}}"] if name == series else [])]
            repository.write(f"data/series/{name}.yaml", series_text(rows, name))
        repository.commit(day, "Numbers")
    found = told(repository).changes
    ours = sorted((change.kind, change.address, change.former) for change in found)
    old, new = (f"{series}@{period}" for series, period in (left, came))
    assert ours == ([("moved", new, old)] if kind == "moved" else [("added", new, ""), ("withdrawn", old, "")])


def test_of_two_numbers_that_may_have_moved_the_nearer_has(tmp_path: Path) -> None:
    """Another value, bound or document is another number; of several in question the one of the same series moved."""
    repository = Repository(tmp_path / "site")
    value = "{value: 700, source: gazette}"
    repository.values("2026-01-01", "Begin", JAN)
    repository.values("2026-01-02", "More", JAN, f"2025-02: {value}", "2025-03: {value: 800, source: gazette}")
    about = "2025-04: {value: 800, source: gazette, bound: approximate}"
    repository.values("2026-01-03", "Moves", JAN, f"2025-05: {value}", f"2025-06: {value}", about)
    assert sorted(said(told(repository))[2:], key=lambda each: each[1:3]) == [
        ("01-03", "added", "red.trips@2025-04", None, "800"),
        ("01-03", "added", "red.trips@2025-06", None, "700"),
        ("01-03", "moved", "red.trips@2025-05", "700", "700"),
        ("01-03", "withdrawn", "red.trips@2025-03", "800", None),
    ]
    page = re.sub("<.*?>", "", repository.outputs()["changes/index.html"].decode())
    assert "Red Line trips, May 2025: 700 trips, which stood under Feb 2025" in page


def test_days_and_addresses_stay_out(prepared: Repository) -> None:
    """`since` and `hide` keep changes out, and of a day the messages of unread files too."""
    hide = ("2026-01-09", "2026-01-13", "crimson.trips@2025-01")
    found = told(prepared, ChangesShown("2026-01-06", hide))
    assert said(found) == [row for row in EXPECTED[3:] if row[0] != "01-13" and row[2] != "crimson.trips@2025-01"]
    assert found.unread == ()


def test_a_project_below_the_repository_has_its_own_history(tmp_path: Path) -> None:
    """Paths are those of the project, wherever it lies."""
    repository = Repository(tmp_path / "site")
    for number, day in ((1, "01"), (2, "02")):
        row = f"2025-01: {{value: {number}, source: gazette}}"
        repository.write("sub/tracker/data/series/red.yaml", series_text([row]))
        repository.values(f"2026-01-{day}", "Numbers", row.replace(str(number), str(number + 5), 1))
    assert said(history(repository.folder / "sub/tracker", ChangesShown())) == [
        ("01-02", "corrected", "red.trips@2025-01", "1", "2")
    ]


def test_the_pages_and_feeds_say_what_changed(prepared: Repository) -> None:
    """The page by day with the reason, the news, what a series had before; entries are named by address and day."""
    outputs = {path: content.decode(errors="replace") for path, content in prepared.outputs().items()}
    words = {path: re.sub("<.*?>", "", text) for path, text in outputs.items() if path.endswith(".html")}
    page = words["changes/index.html"]
    assert "\nCrimson Line trips, Feb 2025: 210 trips, revised by its source from 200 trips\n" in page
    assert "\nReason: Red Line restates March\n" in page
    assert "red.trips is now crimson.trips" in page
    assert "data/series/red.yaml could not be read in this change (A broken file)" in page
    assert "Crimson Line trips, Apr 2025: 400 trips, withdrawn" in words["index.html"]
    claim = "Red Line made more than 205 trips in February 2025"
    assert f"{claim}: now supported, until then contradicted" in page
    assert "Red Line made more than 305 trips in March 2025: a new claim, contradicted" in page
    assert "the claims as they stood then cannot be tested by today’s rules (A broken file)" in page
    own = words["claims/february/index.html"]
    assert "It was contradicted until 4 January 2026: The Gazette revised February" in own
    assert "It was unverified until 2 January 2026: February" in own
    withdrawn = "Red Line made more than 305 trips in March 2025: the claim was withdrawn; it was supported"
    assert f"{withdrawn} 17 January 2026" in words["index.html"]
    note = words["data/crimson/trips/notes/2025.html"]
    assert "Before101 trips until 8 January 2026 and 100 trips until 5 January 2026" in note
    series = words["data/crimson/trips/index.html"]
    assert "was 101 trips until" in series
    assert "then 105 trips from another source" in series
    link = '<a class="of-press" href="../data/crimson/trips/#2025-02" data-note="notes/2025.html" title="Source: press"'
    printed = f'{link}><data value="210">210</data></a> trips, revised by its source from <data value="200">200</data>'
    assert (
        f'Crimson Line trips, <time datetime="2025-02">Feb 2025</time></a>: {printed}' in outputs["changes/index.html"]
    )
    entries = xml.fromstring(outputs["changes/feed.xml"]).findall("{http://www.w3.org/2005/Atom}entry")
    items = json.loads(outputs["changes/feed.json"])["items"]
    ids = [entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries]
    assert len({*ids}) == len(EXPECTED) + len(TURNED)
    assert ids == [item["id"] for item in items]
    revised = "Crimson Line trips, Feb 2025: 210 trips, revised by its source from 200 trips"
    titles = {item["title"]: item["url"] for item in items}
    assert revised in titles
    assert titles[f"{claim}: now supported, until then contradicted"].endswith("/claims/february/")
    assert len(json.loads(outputs["changes/changes.json"])["claims"]) == len(TURNED)
    assert len(outputs["changes/changes.csv"].splitlines()) == len(EXPECTED) + 1


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("Tom & <b>Jerry</b> “fix” 45,300", "Tom & <b>Jerry</b> “fix” 45,300"),
        ("bell \x07 and escape \x1b[31m", "bell   and escape  [31m"),
        ("turned \u202e around", "turned   around"),
        ("{{ fig('x.y@2025') }} :100644 \x01", "{{ fig('x.y@2025') }} :100644"),
        ("first line\n\nsecond", "first line"),
    ],
)
def test_any_message_is_a_reason(tmp_path: Path, message: str, read: str) -> None:
    """A message is text: no markup, no expression, and nothing in it that a page or a feed may not hold."""
    repository = Repository(tmp_path / "site")
    repository.values("2026-01-01", "Begin", JAN)
    repository.values("2026-01-02", message, JAN.replace("100", "110"))
    assert [change.reason for change in told(repository).changes] == [read]
    outputs = repository.outputs()
    xml.fromstring(outputs["changes/feed.xml"])
    assert f'<span class="quoted">{escape(read)}</span>' in outputs["changes/index.html"].decode()


def test_a_build_after_a_commit_gives_the_bytes_of_a_clean_build(tmp_path: Path) -> None:
    """New commits, a hidden day and a message that was changed reach every page that shows them."""
    repository = Repository(tmp_path / "site")
    repository.write(".gitignore", ".sitegen-cache/\n")
    repository.values("2026-01-01", "Begin", JAN, FEB)
    first = repository.outputs(cache=True)
    assert first == repository.outputs()
    repository.values("2026-01-02", "A slip", JAN.replace("100", "110"), FEB)
    second = repository.outputs(cache=True)
    assert second == repository.outputs()
    assert second["changes/index.html"] != first["changes/index.html"]
    repository.git("commit", "-q", "--amend", "-m", "A slip of the pen", day="2026-01-02")
    assert repository.outputs(cache=True) == repository.outputs()
    repository.write("data/site.yaml", FILES["data/site.yaml"] + "changes: {hide: [2026-01-02]}\n")
    assert "has changed since the first" in repository.outputs(cache=True)["changes/index.html"].decode()
    assert repository.outputs(cache=True) == repository.outputs()


def test_the_data_are_compiled_no_earlier_than_their_newest_change(tmp_path: Path) -> None:
    """Pages print the day of the data, or that of a later change that they show."""
    repository = Repository(tmp_path / "site")
    site = repository.folder / "data/site.yaml"
    site.write_text(site.read_text() + "as_of: 2026-01-03\n")
    repository.values("2026-01-02", "The first numbers", JAN)
    assert "Data compiled 3 January 2026" in re.sub("<.*?>", "", repository.outputs()["index.html"].decode())
    repository.values("2026-01-04", "February", JAN, FEB)
    assert "Data compiled 4 January 2026" in re.sub("<.*?>", "", repository.outputs()["index.html"].decode())


def test_reasons_for_readers_stand_in_the_place_of_messages(tmp_path: Path) -> None:
    """Where `reasons` stands, no message of a commit reaches a page, a file or a feed; a day may have none."""
    repository = Repository(tmp_path / "site")
    repository.write(".gitignore", ".sitegen-cache/\n")
    repository.values("2026-01-01", "Begin", JAN, FEB)
    repository.values("2026-01-02", "refactor: rows", JAN.replace("100", "110"), FEB)
    repository.values("2026-01-03", "refactor: again", JAN.replace("100", "120"), FEB)
    page = repository.outputs(cache=True)["changes/index.html"].decode()
    assert "Reason: refactor: rows" in re.sub("<.*?>", "", page)
    reasons = "changes: {reasons: {2026-01-02: The Red Line counted again}}\n"
    repository.write("data/site.yaml", FILES["data/site.yaml"] + reasons)
    outputs = repository.outputs(cache=True)
    assert not [path for path, content in outputs.items() if b"refactor" in content]
    page = re.sub("<.*?>", "", outputs["changes/index.html"].decode())
    assert page.count("Reason: ") == page.count("Reason: The Red Line counted again") == 1
    assert json.loads(outputs["changes/feed.json"])["items"][0]["content_text"].startswith("Red Line trips")
    assert outputs == repository.outputs()


def test_a_branch_that_is_squashed_changes_no_page(tmp_path: Path) -> None:
    """The same values on the same days give the same site, whether they came in one commit or in three."""
    sites = []
    for name, steps in (("one", ["110"]), ("three", ["105", "90", "110"])):
        repository = Repository(tmp_path / name)
        repository.values("2026-01-01", "Begin", JAN)
        for value in steps:
            repository.values("2026-01-02", "A slip", JAN.replace("100", value))
        sites.append(repository.outputs())
    assert sites[0] == sites[1]


def test_without_a_history_the_page_says_why(
    prepared: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside a repository, in a shallow clone and without git one sentence says what is missing."""
    plain, shallow = tmp_path / "plain", tmp_path / "shallow"
    shutil.copytree(prepared.folder, plain, ignore=shutil.ignore_patterns(".git"))
    subprocess.run(["git", "clone", "-q", "--depth", "2", prepared.folder.as_uri(), str(shallow)], check=True)
    assert history(plain, ChangesShown()) == History(gap="no-repository")
    assert history(shallow, ChangesShown()) == History(gap="shallow")
    there = Repository(tmp_path / "there")
    there.folder = shallow
    assert "holds only the last commits" in there.outputs()["changes/index.html"].decode()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(prepared.folder, ChangesShown()) == History(gap="no-git")


def test_workflows_fetch_the_whole_history() -> None:
    """A workflow that builds a site checks out every commit."""
    root = Path(__file__).parent.parent
    for path in (".github/workflows/pages.yml", "sitegen/scaffold/starter/dot_github/workflows/pages.yml"):
        steps = yaml.safe_load((root / path).read_text())["jobs"]["build"]["steps"]
        assert [step["with"]["fetch-depth"] for step in steps if "checkout" in step.get("uses", "")] == [0]


def test_the_verdicts_that_turned_stand_among_the_changes(prepared: Repository) -> None:
    """Each with its day and reason: a claim that came, turned, could not be tested for a while, and went."""
    found = told(prepared)
    assert turns(found) == TURNED
    (broken,) = found.untested
    assert (broken.day, broken.reason, broken.problem[:21]) == ("2026-01-09", "A broken file", "data/series/red.yaml:")
    hidden = told(prepared, ChangesShown("2026-01-04", ("claims/march", "2026-01-09")))
    assert (turns(hidden), hidden.untested) == ([row for row in TURNED[1:] if row[1] != "march"], ())


BRIEF = """\
---
title: Trips
summary: How many trips
date: 2026-01-01
checked: {checked}
claims:
  many:
    text: Red Line made more than 50 trips in January 2025
    about: [red]
    check: 'fig("red.trips@2025-01") > 50'
---

Red Line made {{{{ fig("red.trips@2025-02") }}}} trips in February.
"""


def test_a_text_says_what_changed_after_it_was_checked(tmp_path: Path) -> None:
    """Editors get advice that stops no strict build, readers the old and the new value; a new day answers both."""
    repository = Repository(tmp_path / "site")
    repository.write("content/briefs/trips.md", BRIEF.format(checked="2026-01-02"))
    repository.values("2026-01-01", "Begin", JAN, FEB, MAR)
    repository.values("2026-01-02", "On the day itself", JAN, FEB.replace("200", "201"), MAR)
    repository.values("2026-01-03", "First", JAN, FEB.replace("200", "202"), MAR)
    repository.values("2026-01-04", "Second", JAN.replace("100", "110"), FEB.replace("200", "203"), MAR)
    repository.values("2026-01-05", "Of no text", JAN.replace("100", "110"), FEB.replace("200", "203"))
    settings = Settings(project=repository.folder, lenient=True, cache=False)
    made = make(settings, lambda stage: None)
    (advice,) = (each for each in made.summary.warnings if each.severity == "advice")
    assert (advice.code, advice.place.path, advice.place.line) == ("changed-since", "content/briefs/trips.md", 5)
    assert "red.trips@2025-02: 201 → 203; red.trips@2025-01: 100 → 110" in advice.message
    page = re.sub("<.*?>", "", made.outputs["briefs/trips/index.html"].decode())
    assert "Numbers that changed after this text was checked:" in page
    assert "Red Line trips, Feb 2025: 203 trips, corrected from 201 trips 4 January 2026" in page
    assert "Mar 2025" not in page.partition("All changes")[0]
    repository.write("content/briefs/trips.md", BRIEF.format(checked="2026-01-04"))
    made = make(settings, lambda stage: None)
    assert [each for each in made.summary.warnings if each.severity == "advice"] == []
    assert "Numbers that changed" not in made.outputs["briefs/trips/index.html"].decode()


def test_advice_stops_no_strict_build() -> None:
    """Errors and warnings stop one, advice does not; GitHub shows it as a notice."""
    advice = Problem(Place("content/briefs/trips.md", 4), "changed-since", "a figure changed")
    assert _passed((advice,), lenient=False) == (advice,)
    assert format_problems([advice], lambda path: None, "github").startswith("::notice file=content/briefs/trips.md")

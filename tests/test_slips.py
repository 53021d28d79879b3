"""Slips of authors: each kind in literal cases beside those of tests/broken/, and what looks like one and is none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner
from factory import seen, series, tracker

from sitegen.check.data import data_findings
from sitegen.cli import main
from sitegen.figures import Figures
from sitegen.load.shape.numbers import meant
from sitegen.load.shape.shapes import FILES
from sitegen.load.shape.validate import validate
from sitegen.model.basics.amount import BOUNDS, Bound
from sitegen.problems import undeclared_source
from sitegen.reading.frontmatter import split_front_matter
from sitegen.reading.slips import pasted_row
from sitegen.reading.yaml import read_yaml
from sitegen.scaffold import init_project, new_document

BROKEN = Path(__file__).parent / "broken"
SOURCES = """\
daily-2025-04: {publisher: The Daily, url: https://example.org/daily, kind: press}
weekly-2025-04: {publisher: The Weekly, url: https://example.org/weekly, kind: press}
"""


def codes(yaml: str) -> list[tuple[int, str]]:
    """The line and the code of each problem of a YAML text."""
    return [(problem.place.line, problem.code) for problem in read_yaml("f.yaml", yaml)[1]]


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        ("a: “Acme”\n", [(1, "curly-quotes")]),
        ("a: ”Acme”\n", [(1, "curly-quotes")]),
        ("“a”: Acme\n", [(1, "curly-quotes")]),
        ("- ‘The firm’s own’\n", [(1, "curly-quotes")]),
        ("a: “Acme: two”\n", [(1, "curly-quotes")]),
        ("a: 2025-05-01\u00a0\n", [(1, "yaml-syntax")]),
        ("- \u3000one\n", [(1, "yaml-syntax")]),
        ("a: 'one\u00a0'\nb: one\u00a0two\n", []),
        ("a: “Acme” and “Beta”\n", []),
        ("a: The “Acme”\n", []),
        ("a: '“Acme”'\n", []),
        ("a: «Acme» (its old name)\n", []),
        ("<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n", [(1, "merge-mark")]),
        ("a: 1\n||||||| base\n", [(2, "merge-mark")]),
        ("a: 1\n>>>>>>> feature/x\n", [(2, "merge-mark")]),
        ("a: |\n  <<<<<<< shown\n  =======\n", []),
        ("a: '======='\n", []),
        ("a: {b: one #2, c: d}\n", [(1, "cut-text")]),
        ("a: [one,\n  two #2, three]\nb: c\n", [(2, "cut-text")]),
        ("a: one\n  two #2\n  three\n", [(2, "cut-text")]),
        ("a: one # a comment\nb: c: d\n", [(2, "yaml-syntax")]),
        ("# 1 comment\na: one#2\nb: '#3'\nc: d # note\n", []),
    ],
)
def test_slips_of_yaml(yaml: str, found: list[tuple[int, str]]) -> None:
    """Curly quotes, marks of a merge and comments that swallow a brace are named; what is meant so is read."""
    assert codes(yaml) == found


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("2025-Q1", "two values of one period stand in one list, 2025-Q1: [{…}, {…}]"),
        ("acme", "give this one an id of its own"),
    ],
)
def test_a_key_that_stands_twice(key: str, hint: str) -> None:
    """Two sources of one period stand in one list; two things have two ids."""
    [problem] = read_yaml("f.yaml", f"{key}: {{value: 1}}\n{key}: {{value: 2}}\n")[1]
    assert hint in (problem.hint or "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+++\ntitle: A\n+++\n", ["front-matter"]),
        ('{"title": "A"}\n', ["front-matter"]),
        ("title: A\nsummary: B\n\nText.\n", ["front-matter"]),
        ("--\ntitle: A\n--\n", ["front-matter"]),
        ("———\ntitle: A\n———\n", ["front-matter"]),
        ("```yaml\ntitle: A\n```\n", ["front-matter"]),
        ("---yaml\ntitle: A\n---\n", ["front-matter"]),
        ("---\ntitle: A\n-----\nText.\n", ["front-matter"]),
        ("---\ntitle: A\n+++\nText.\n", ["front-matter"]),
        ("\n\n---\ntitle: A\n---\n", ["front-matter"]),
        ("<<<<<<< a\n---\ntitle: A\n=======\n---\ntitle: B\n>>>>>>> c\n---\n", ["merge-mark"]),
        ("---\ntitle: A\n||||||| base\n---\nText.\n", ["merge-mark"]),
        ("----\n\nA rule above a text.\n\n----\n", []),
        ("Note: a text that begins with a word and a colon.\n", []),
        ('{{ fig("a.b@2025") }} begins a text.\n', []),
        ("```\ncode\n```\n", []),
        ("---\ntitle: A\ntags:\n- one\n---\n\n----\n", []),
        ("", []),
    ],
)
def test_front_matter_of_other_programs(text: str, found: list[str]) -> None:
    """Front matter that another program would read gets one problem; text that only resembles it gets none."""
    assert [problem.code for problem in split_front_matter("f.md", text)[1]] == found


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("612,50", "612.50"), ("1.234,5", "1234.5"), ("12 345,6", "12345.6"), ("-0,5", "-0.5"), ("+4,5 %", "4.5"),
        ("54,552", "54552"), ("1,234,567", "1234567"), ("54,552.5", "54552.5"), ("1.234.567", "1234567"),
        ("0,612", "0.612"), ("1.2,3.4", None), ("12,", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_the_number_that_is_meant(written: str, number: str | None) -> None:
    """A comma before three digits separates thousands, and before others decimals; what is neither has no meaning."""
    assert meant(written) == number


@pytest.mark.parametrize(
    ("id", "near"),
    [
        ("dayly-2025-04", "daily-2025-04"),
        ("daily-2025-4", "daily-2025-04"),
        ("daily-2025-05", None),
        ("weekly-2025-04", None),
        ("harbour-report", "harbor-report"),
        ("hansard", None),
    ],
)
def test_another_source_is_named_only_for_a_misspelling(id: str, near: str | None) -> None:
    """The hint says first where to declare a source; an id with other numbers is no misspelling of one."""
    hint = undeclared_source(id, ["daily-2025-04", "harbor-report"])
    assert hint.startswith("declare it in a file of data/sources/")
    assert hint.endswith("data/sources/" if near is None else f'or write "{near}" if you mean that one')


def jumps(*values: str, metric: str = "sales") -> list[tuple[str, int]]:
    """The slips in the quarters of a series: their codes, and the number of their quarter, from 0 on."""
    row = []
    for number, value in enumerate(values):
        period, (low, _, high) = f"{2020 + number // 4}-Q{number % 4 + 1}", value.partition(" to ")
        if high:
            row.append(seen(period, low=low, high=high, line=number))
        elif value:
            bound: Bound = next((each for each in BOUNDS if value.startswith(each)), "exact")
            row.append(seen(period, value.split()[-1], bound=bound, line=number))
    found = data_findings(Figures(tracker(series(f"a.{metric}", *row, cadence="quarter"))))
    return [(finding.problem.code, finding.problem.place.line) for finding in found]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("34300", "381500", "49400"), [("sudden-jump", 1)]),
        (("34300", "4120", "49400"), [("sudden-jump", 1)]),
        (("34300", "381000 to 382000", "49400"), [("sudden-jump", 1)]),
        (("34300", "41200", "451000"), [("sudden-jump", 2)]),
        (("34300", "41200", "3900"), [("sudden-jump", 2)]),
        (("34300", "", "412000", "49400"), [("sudden-jump", 2)]),
        (("34300", "at-least 400000", "49400"), [("sudden-jump", 1)]),
        (("at-most 90000", "4000", "at-least 70000"), []),
        (("34300", "at-most 400000", "49400"), []),
        (("34300", "61000", "49400"), []),
        (("34300", "210000", "49400"), []),
        (("34300", "8000", "49400"), []),
        (("100", "500", "2500", "9000"), []),
        (("300", "41200", "49400"), []),
        (("34300", "0", "49400"), [("sudden-jump", 1)]),
        (("34300", "381500"), []),
        (("1000", "9000", "81000", "85000"), []),
        (("34300", "41.25", "49400"), [("count-decimals", 1), ("sudden-jump", 1)]),
        (("34300", "41200.0", "49400"), [("count-decimals", 1)]),
        (("34300", "41.2 to 41.3", "49400"), [("count-decimals", 1), ("sudden-jump", 1)]),
    ],
)
def test_slips_of_the_hand(values: tuple[str, ...], found: list[tuple[str, int]]) -> None:
    """A digit too many or too few stands out from its neighbours, and so does a zero; growth and launches do not."""
    assert jumps(*values) == found


USUAL = ("41200", "43850", "39900", "52300", "44100", "46720")
"""Six quarters."""


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((*USUAL, "133870"), [("running-total", 6)]),
        ((*USUAL, "133870", "57900"), [("running-total", 6)]),
        ((*USUAL, "43050", "191770"), [("running-total", 7)]),
        ((*USUAL, "133000 to 134000"), [("running-total", 6)]),
        ((*USUAL[:5], "90820"), [("running-total", 5)]),
        ((*USUAL[:5], "90820", "133870", "191770"), [("running-total", 5), ("running-total", 6), ("running-total", 7)]),
        (("44100", "46720", "133870"), [("running-total", 2)]),
        (("44100", "46720", "133870", "57900"), [("running-total", 2)]),
        (("44100", "90820"), []),
        (("44100", "46720", "133870", "140000"), []),
        (("44100", "46720", "80000"), []),
        ((*USUAL, "300000"), [("sudden-jump", 6)]),
        ((*USUAL, "43050", "110000", "44000", "46000", "45000", "112000"), []),
        (("100", "220", "480", "1050", "2300", "5000", "11000"), []),
        ((*USUAL, "352000"), [("sudden-jump", 6)]),
        ((*USUAL, "4310"), [("sudden-jump", 6)]),
        ((*USUAL, "22000"), []),
        (("40000", "8000", "40000", "8000", "41000", "8100", "42000", "8000"), []),
        (("14302", "2590", "34105000000", "35842", "145176"), [("sudden-jump", 1), ("sudden-jump", 2)]),
        (("44100", "46720", "at-least 133870"), []),
        ((*USUAL, "43", "57"), [("sudden-jump", 6), ("sudden-jump", 7)]),
        ((*USUAL, "430500", "579000"), [("sudden-jump", 6), ("sudden-jump", 7)]),
        ((*USUAL, "43", "57", "44100"), [("sudden-jump", 6), ("sudden-jump", 7)]),
        (("34300", "41", "39", "44100", "45000"), [("sudden-jump", 1), ("sudden-jump", 2)]),
        (("34300", "410000", "3900", "44100"), [("sudden-jump", 1), ("sudden-jump", 2)]),
        (("300", "320", "310", "330", "9000", "9500"), []),
        (("300", "320", "310", "330", "1300", "1500"), []),
        (("4000", "20000", "22000", "4100", "4000", "21000"), []),
        (("30", "45", "41000", "43000", "42000"), []),
    ],
)
def test_the_newest_value_and_what_came_before(values: tuple[str, ...], found: list[tuple[str, int]]) -> None:
    """A running total and a slip in the newest value stand out from what the series did; seasons and growth do not."""
    assert sorted(jumps(*values), key=lambda each: each[1]) == found


@pytest.mark.parametrize(
    ("metric", "values", "found"),
    [
        ("price", ("4.20", "450"), [1]),
        ("price", ("450", "4.20", "4.30"), [0]),
        ("price", ("4.20", "4.50", "450"), [2]),
        ("bev-share", ("7.2", "580"), [1]),
        ("bev-share", ("7.2", "0.058"), [1]),
        ("price", ("4.20", "32.50"), []),
        ("price", ("450", "4.20"), [1]),
        ("price", ("450",), []),
        ("bev-share", ("0.4", "7.2", "9.1"), [0]),
        ("bev-share", ("2.4", "7.2", "9.1"), []),
        ("bev-share", ("0.4", "12"), []),
        ("sales", ("4", "450"), []),
        ("staff", ("4", "450", "460"), []),
        ("price", ("0", "0", "12"), []),
        ("price", ("12", "0", "15"), [1]),
        ("price", ("0", "12", "0", "1300"), [2, 0, 3]),
        ("sales", ("0", "0", "12"), []),
        ("sales", ("12", "0", "0"), []),
        ("sales", ("3", "0", "5"), []),
        ("sales", ("3000", "0", "5000"), [1]),
        ("sales", ("0", "5", "0", "1300"), [2]),
        ("sales", ("38150", "49400", "0"), [2]),
        ("bev-share", ("0", "40", "0"), []),
        ("bev-share", ("1", "0", "40"), []),
    ],
)
def test_prices_and_rates_do_not_begin_small(metric: str, values: tuple[str, ...], found: list[int]) -> None:
    """The first value of a price or a rate is judged too, and the second of two; sales and members begin small.

    A zero is as a one to others, and no other is judged by it.
    """
    assert jumps(*values, metric=metric) == [("sudden-jump", line) for line in found]


@pytest.mark.parametrize(
    ("keys", "site", "options", "found"),
    [
        ("date: 2025-05-01", "as_of: 2025-05-01", (), ""),
        ("date: 2025-05-02", "as_of: 2025-05", (), ""),
        ("date: 2025-06-01", "as_of: 2025-05", (), "4:7: warning[future-date]"),
        ("date: 2025-06-01", "as_of: 2025-05", ("--as-of", "2025-06-01"), ""),
        ("date: 2025-05-01", "as_of: 2025-05", ("--as-of", "2025-04-30"), "2025-04-30, the day given by --as-of"),
        ("date: 2025-05-01\nchecked: 2025-06-01", "as_of: 2025-05", (), "5:10: warning[future-date]: checked"),
        ("date: 2026-05-01", "", (), ""),
        ("date: 2052-05-01", "", (), "4:7: warning[future-date]"),
        ("date: 2205-05-01", "", (), "4:7: error[wrong-type]"),
        ("date: 0225-05-01", "", (), "4:7: error[wrong-type]"),
        ("date: 2025-05-01\nupdated: 2024-05-02", "", (), "5:10: error[date-order]: updated"),
        ("date: 2025-05-01\nupdated: 2025-05-01", "", (), ""),
    ],
)
def test_dates_of_briefs(tmp_path: Path, keys: str, site: str, options: tuple[str, ...], found: str) -> None:
    """Dates stand in their order and not after the day of the site; a month of the site goes to its end."""
    project = tmp_path / "project"
    shutil.copytree(BROKEN / "far-dates", project)
    (project / "content/briefs/far.md").unlink()
    brief = f"---\ntitle: A brief\nsummary: What it says.\n{keys}\n---\n\nWords.\n"
    (project / "content/briefs/near.md").write_text(brief, encoding="utf-8")
    with (project / "data/site.yaml").open("a", encoding="utf-8") as file:
        file.write(site)
    (project / "data/sources/press.yaml").write_text(SOURCES, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project), *options])
    assert (found or "0 warnings") in result.stderr


@pytest.mark.parametrize("kind", ["brief", "company", "expansion"])
def test_what_new_writes_is_not_published(tmp_path: Path, kind: str) -> None:
    """Where the draft mark of a new file is deleted and nothing else is done, every text that stands in is named."""
    project = tmp_path / "project"
    init_project(project)
    if kind == "expansion":
        new_document(project, "company", "Rye Hall", date(2025, 5, 1))
    new_document(project, kind, "Rye Hall", date(2025, 5, 1))
    drafts = CliRunner().invoke(main, ["check", "--no-cache", "--drafts", "--project", str(project)])
    assert "placeholder" not in drafts.stderr
    for document in project.glob("content/*/rye-hall.md"):
        document.write_text(document.read_text(encoding="utf-8").replace("draft: yes\n", ""), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project)])
    assert result.exit_code == 1
    assert result.stderr.count("error[placeholder]") == 2 - (kind == "company")
    assert result.stderr.count("]: ") == result.stderr.count("error[placeholder]")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("    2025-Q2\t34,300\tdaily-2025-04", "2025-Q2: {value: 34300, source: daily-2025-04}"),
        ("2025-03;34300", "2025-03: {value: 34300, source: …}"),
        ("2025 | 34.5 | daily", "2025: {value: 34.5, source: daily}"),
        ("2025-01/2025-03, 34300, daily 2025-Q2, 41200, daily", "2025-01/2025-03: {value: 34300, source: daily}"),
        ("2025-01, 34300 2025-02, 41200", "2025-01: {value: 34300, source: …}"),
        ("in 2025, 34300 cars", None),
        ("2025-Q2 34300", None),
        ("2025-Q2, none", None),
        ("2025,", None),
    ],
)
def test_rows_of_a_spreadsheet(line: str, written: str | None) -> None:
    """A row that was pasted from a spreadsheet is written out as YAML; other lines with commas are none."""
    assert pasted_row(line) == written


@pytest.mark.parametrize(
    ("path", "yaml", "found"),
    [
        (
            "series/a.yaml",
            "acme.sold:\n  definition: x\n  region: cn\nvalues:\n  2025:\n    value: 1\n",
            ["missing-key", "unknown-key"],
        ),
        ("metrics.yaml", "deliveries:\n  label: Sold\nunit: cars\nkind: flow\n", ["unknown-key", "unknown-key"]),
        (
            "metrics.yaml",
            "deliveries: {label: Sold, unit: cars, kind: flow}\nunit: {label: Units, unit: cars, kind: flow}\n",
            [],
        ),
        (
            "sources/a.yaml",
            "daily:\n  publisher: The Daily\n  kind: press\nurl: https://example.org/\n",
            ["unknown-key"],
        ),
        (
            "company/a.yaml",
            "name: A\nbrands:\n  b:\n    name: B\n  models:\n    m: {name: M}\n    n: {name: N}\n",
            ["unknown-key"],
        ),
        (
            "company/a.yaml",
            "name: A\nbrands:\n  b:\n    name: B\n  color: {light: '#000', dark: '#fff'}\n",
            ["unknown-key"],
        ),
        ("company/a.yaml", "name: A\nmodels:\n  kind: {name: Kind, sort: x}\n", ["unknown-key"]),
    ],
)
def test_keys_too_far_left(path: str, yaml: str, found: list[str]) -> None:
    """A key at the margin that belongs to the entry above is one problem, and what stands below it none."""
    document, _ = read_yaml(f"data/{path}", yaml)
    assert document is not None
    _, problems = validate(FILES[path.partition("/")[0].partition(".")[0]], document)
    assert sorted(problem.code for problem in problems) == found


def test_twenty_thousand_keys_out_of_place_take_seconds() -> None:
    """What a file with many wrong entries takes grows with its length alone."""
    document, _ = read_yaml("data/units.yaml", "".join(f"k{number}: {{x: 1}}\n" for number in range(20_000)))
    assert document is not None
    before = process_time()
    _, problems = validate(FILES["units"], document)
    assert process_time() - before < 15
    assert len(problems) == 40_000

"""Reports: what people, programs and GitHub are reported about problems."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems import Place, Problem
from sitegen.problems.report import format_problems, painted

LINE = "    2025-Q1: {value: 45300, source: sochow-2025-04}"
PROBLEM = Problem(
    Place("data/series/seres.yaml", 14, 37, 14),
    "unknown-source",
    'no source "sochow-2025-04"',
    'did you mean "soochow-2025-04"?',
)


def _text(line: str, column: int, length: int = 1, hint: str = "the way out") -> list[str]:
    problem = Problem(Place("a.yaml", 1, column, length), "yaml-syntax", "what is wrong", hint)
    return format_problems([problem], lambda path: [line], "text").splitlines()


def test_text_shows_line_caret_and_hint() -> None:
    """The report looks as the design draws it."""
    report = format_problems([PROBLEM], lambda path: [""] * 13 + [LINE], "text")
    assert report.splitlines() == [
        'data/series/seres.yaml:14:37: error[unknown-source]: no source "sochow-2025-04"',
        "   14 |     2025-Q1: {value: 45300, source: sochow-2025-04}",
        '      |                                     ^^^^^^^^^^^^^^ did you mean "soochow-2025-04"?',
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("\tvalue: x", 9, 1, "    value: x", "           ^"),
        ("a\tb", 3, 1, "a   b", "    ^"),
        ("问界: x", 5, 1, "问界: x", "      ^"),
        ("name: 问界", 7, 2, "name: 问界", "      ^^^^"),
        ("e\u0301: x", 5, 1, "e\u0301: x", "   ^"),
        ("short", 6, 1, "short", "     ^"),
        ("short", 99, 1, "short", "     ^"),
        ("\x1b[31mred", 6, 3, "�[31mred", "     ^^^"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, length: int, shown: str, carets: str) -> None:
    """Tabs, Chinese, accents and control characters do not move the caret away."""
    assert _text(line, column, length)[1:] == [f"    1 | {shown}", f"      | {carets} the way out"]


def test_a_long_line_is_cut_around_the_mark() -> None:
    """Of a line of many thousand characters only the part with the mark is shown."""
    _, source, carets = _text("x" * 5000 + "Y" + "x" * 100_000, 5001)
    assert len(source) < 130
    assert source[carets.index("^")] == "Y"


def test_accents_without_end_are_cut() -> None:
    """Accents take no cell of a terminal; a line of them is cut all the same."""
    assert len(_text("a" + "\u0301" * 50_000, 5)[1]) < 600


def test_a_long_or_second_hint_goes_below() -> None:
    """A hint that does not fit beside the carets stands on a line of its own."""
    assert _text("key", 1, 3, "write\nthis")[2:] == ["      | ^^^", "      = write", "      = this"]
    assert _text("key", 1, 3, "long " * 30)[3].startswith("      = long")


def test_a_file_that_cannot_be_shown() -> None:
    """Without lines to show, path, message and hint are reported all the same."""
    problem = Problem(Place("site"), "foreign-folder", "not ours", "name another")
    assert format_problems([problem], lambda path: None, "text") == (
        "site: error[foreign-folder]: not ours\n    name another"
    )
    beyond = format_problems([problem], lambda path: [], "text")
    assert beyond.startswith("site:1:1: error[foreign-folder]: not ours")


def test_json_carries_every_part() -> None:
    """Programs get each part of a problem under its name; none is an empty list."""
    assert json.loads(format_problems([PROBLEM], lambda path: None, "json")) == [
        {
            "code": "unknown-source",
            "severity": "error",
            "path": "data/series/seres.yaml",
            "line": 14,
            "column": 37,
            "length": 14,
            "message": 'no source "sochow-2025-04"',
            "hint": 'did you mean "soochow-2025-04"?',
        }
    ]
    assert json.loads(format_problems([], lambda path: None, "json")) == []


def test_github_annotation_is_escaped() -> None:
    """A workflow command is one line, and no text of the input can end it or start another."""
    problem = Problem(Place("a,b:c.yaml", 2, 3, 4), "unused-source", "50%\n::error::x", "do: this, then")
    assert format_problems([problem], lambda path: None, "github") == (
        "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=7,title=sitegen%3A unused-source"
        "::50%25%0A::error::x (do: this, then)"
    )


@given(st.text(max_size=300), st.integers(1, 320), st.integers(1, 50), st.text(max_size=40))
def test_no_line_breaks_the_report(line: str, column: int, length: int, hint: str) -> None:
    """Whatever a file holds, the report has its caret and no control characters."""
    report = _text(line, column, length, hint)
    assert any("^" in row for row in report[1:])
    assert all(char == "\n" or char.isprintable() or not char.isascii() for row in report for char in row)


def _many(code: str, count: int, path: str = "content/a.md") -> list[Problem]:
    return [Problem(Place(path, number + 1), code, f"{code} {number}") for number in range(count)]


def test_at_most_ten_alike_are_shown_and_the_rest_is_counted() -> None:
    """Text shows ten of a code in their order and how many more there are; JSON lists all."""
    problems = _many("unbound-number", 244) + _many("unknown-source", 3, "data/series/a.yaml")
    lines = format_problems(reversed(problems), lambda path: None, "text").splitlines()
    assert [line.split(": ")[0] for line in lines[:4]] == ["data/series/a.yaml"] * 3 + ["content/a.md"]
    assert len(lines) == 3 + 10 + 1
    assert lines[-1] == "… and 234 more of unbound-number"
    assert len(json.loads(format_problems(problems, lambda path: None, "json"))) == 247


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("data/series/loaves.yaml", "content/briefs/a.md"),
        ("data/metrics.yaml", "data/companies/a.yaml"),
        ("data/sources/z.yaml", "data/charts/a.yaml"),
        ("data/series/z.yaml", "data/claims.yaml"),
        ("content/z.md", "templates/a.html"),
    ],
)
def test_causes_stand_before_what_hangs_on_them(first: str, second: str) -> None:
    """Data comes before the charts, claims and texts that use it, whatever the names of the files."""
    problems = _many("yaml-syntax", 1, second) + _many("yaml-syntax", 1, first)
    found = json.loads(format_problems(problems, lambda path: None, "json"))
    assert [problem["path"] for problem in found] == [first, second]


def test_github_shows_ten_of_a_severity_and_the_log_has_the_rest() -> None:
    """Ten errors and ten warnings are annotations, which is GitHub's limit; a group of the log has the others."""
    problems = _many("unbound-number", 12) + _many("unknown-source", 11)
    lines = format_problems(problems, lambda path: None, "github").splitlines()
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "::group::3 more problems" in lines
    assert lines[-1] == "::endgroup::"


def test_colours_change_no_letter() -> None:
    """A painted report reads as the plain one, and its severity is in colour."""
    report = format_problems([PROBLEM], lambda path: [""] * 13 + [LINE], "text")
    assert "\x1b[1;31merror[unknown-source]\x1b[0m" in painted(report)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted(report)) == report

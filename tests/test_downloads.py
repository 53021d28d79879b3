"""CSV and JSON for download: one set of names, nothing lost, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import made

from sitegen.exports.changes import COLUMNS as CHANGED
from sitegen.exports.charts import STEPS
from sitegen.exports.forms import to_csv, to_json
from sitegen.exports.rankings import COLUMNS as RANKED
from sitegen.exports.rows import FIGURE
from sitegen.exports.series import COLUMNS as OBSERVED

ROOT = Path(__file__).parent.parent
COLUMNS = {*STEPS, *RANKED, *FIGURE, *OBSERVED, *CHANGED}


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The small site, in memory."""
    return made("pages").outputs


def read(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def tables(outputs: Mapping[str, bytes]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Every CSV file with its rows."""
    return ((name, read(content)) for name, content in outputs.items() if name.endswith(".csv"))


def cell(value: object) -> str:
    """The cell that a value becomes."""
    [row] = read(to_csv(["a", "b"], [{"a": value, "b": "x"}]))
    return row["a"]


RUNS = (
    "=1+1",
    " =1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1",
    "+1",
    "-1",
    "－1",
    "﹣1",
    "@a",
    "＠a",
)
CONTROLS = ("\ta", "\ra", "\x01=1", "- and so on")


@pytest.mark.parametrize("text", [*RUNS, *CONTROLS])
def test_what_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    """A text that begins as a formula does, behind spaces and invisible characters or in wide letters, is quoted."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        *((None, ""), ("", ""), (" ", " "), ([], ""), (["a", "b"], "a b")),
        *((Decimal("-12.50"), "-12.50"), (Decimal("-1E+3"), "-1000"), (-3, "-3")),
        *((text, text) for text in ("2025-Q1", "问界 M9", 'say "x", y', "a=b", "−47%", "12 - 3")),
    ],
)
def test_numbers_names_and_empty_cells_stay_as_they_are(value: object, written: str) -> None:
    """No apostrophe where nothing can run: not before a negative number, and not in a cell that holds nothing."""
    assert cell(value) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Harbour;=1+1", "Harbour;'=1+1"),
        ("Harbour; \u3000=1+1", "Harbour; \u3000'=1+1"),
        ("Harbour\t@a;-2", "Harbour\t'@a;'-2"),
        ("Harbour\n＝1+1", "Harbour\n'＝1+1"),
        ("+1;＋1", "'+1;'＋1"),
        *((f"{end}=1", f"'{end}'=1") for end in ("\t", "\r", "\n")),
        ("a; b=1, c-d", "a; b=1, c-d"),
    ],
)
def test_what_begins_a_cell_for_another_program_is_made_harmless(text: str, written: str) -> None:
    """Excel in German takes a semicolon for the end of a cell, others a tab or a line's end."""
    assert cell(text) == written


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.decimals(-9, 9)))
def test_no_cell_can_run(value: object) -> None:
    """Whatever the value, a cell is a number, or its first visible character starts no formula."""
    written = cell(value)
    assert isinstance(value, Decimal) or written.replace("'", "") == str(value).replace("'", "")
    assert isinstance(value, Decimal) or not re.search(r"(^[\s\u200b\ufeff]*|[;\t\r\n]\s*)[=+\-@＝＋－＠]", written)


def test_a_spreadsheet_knows_the_letters(outputs: Mapping[str, bytes]) -> None:
    """Every CSV file begins with a byte order mark, once: without it Excel misreads names in Chinese."""
    for name, content in outputs.items():
        if name.endswith(".csv"):
            assert content.count(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf") == 1, name


def test_no_cell_holds_an_apostrophe_alone(outputs: Mapping[str, bytes]) -> None:
    """An empty cell is empty."""
    assert [name for name, lines in tables(outputs) for line in lines if "'" in line.values()] == []


def test_the_columns_are_those_of_the_docs(outputs: Mapping[str, bytes]) -> None:
    """docs/downloads.md has a line for each column and for no other, and files have no other column or key."""
    text = (ROOT / "docs" / "downloads.md").read_text(encoding="utf-8")
    told = [name for line in re.findall(r"^\| (`.*?) \|", text, re.M) for name in re.findall(r"`([a-z_]+)`", line)]
    assert sorted(told) == sorted(COLUMNS)
    for name, lines in tables(outputs):
        stem = name.removesuffix(".csv")
        keys = {key for row in json.loads(outputs[f"{stem}.json"])["rows"] for key in row}
        assert keys | {key for line in lines for key in line} <= COLUMNS, name


def test_csv_and_json_say_the_same(outputs: Mapping[str, bytes]) -> None:
    """Row by row, what a JSON file has under a name stands in the CSV under the same name."""
    for name, lines in tables(outputs):
        record = json.loads(outputs[name.removesuffix(".csv") + ".json"], parse_float=Decimal, parse_int=Decimal)
        assert len(record["rows"]) == len(lines)
        for row, line in zip(record["rows"], lines, strict=True):
            assert {key: line[key] for key in row} == {key: cell(value) for key, value in row.items()}, name


def test_every_number_has_all_that_belongs_to_it(outputs: Mapping[str, bytes]) -> None:
    """A row with a number says what it is of, in which unit and period, its bound, its ends and where it is from."""
    found = 0
    for name, lines in tables(outputs):
        for line in lines:
            if line.get("bound"):
                found += 1
                wanted = ("label", "unit", "period", "first_day", "last_day", "sources", "publishers", "urls")
                assert all(line[key] for key in wanted), (name, line)
                assert line["value"] or (line["low"] and line["high"]), (name, line)
                assert line["low"] or line["high"], (name, line)
    assert found == 32


def test_the_file_of_a_company_is_the_files_of_its_series(outputs: Mapping[str, bytes]) -> None:
    """Row for row what stands in the files of its own series and of those of its brands and models, and no more."""
    files = dict(tables(outputs))
    whole = [name for name in files if name.startswith("companies/")]
    assert whole
    for name in whole:
        shown = {line["entity"] for line in files[name]}
        parts = [
            line
            for part, lines in files.items()
            for line in lines
            if part.split("/")[1] in shown and part.startswith("data/")
        ]
        assert sorted(map(str, files[name])) == sorted(map(str, parts)), name
        assert outputs[name.rpartition("/")[0] + "/index.html"].decode().count(name.rpartition("/")[2]) == 1


def test_a_chart_keeps_bounds_and_ranges(outputs: Mapping[str, bytes]) -> None:
    """What is about right or a range in the data is so in the file of a chart; a hole has its reason."""
    rows = read(outputs["charts/trips/trips.csv"])
    about = next(row for row in rows if row["period"] == "2025-03")
    assert [about[key] for key in ("entity", "name", "metric", "unit")] == ["red", "Red Line", "trips", "trips"]
    assert [about[key] for key in ("value", "bound", "low", "high")] == ["130", "approximate", "125", "135"]
    assert [about[key] for key in ("status", "sources")] == ["provisional", "gazette"]
    assert all(row["missing"] for row in rows if not row["bound"])


def test_a_map_has_its_steps(outputs: Mapping[str, bytes]) -> None:
    """A step into a market names the entity, the place, the stage, the day and the source."""
    for row in read(outputs["charts/abroad/abroad.csv"]):
        assert all(row[key] for key in ("entity", "name", "place", "stage", "period", "sources", "urls"))


def lists(value: Any) -> Iterator[list[Any]]:
    """Every list of texts in a JSON value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from lists(item)
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield value
        for item in value:
            yield from lists(item)


def test_no_list_names_a_thing_twice(outputs: Mapping[str, bytes]) -> None:
    """Pages, sources and addresses stand once in each list of a JSON file; rows are for scripts."""
    for name, content in outputs.items():
        if name.endswith(".json") and not name.startswith(("explore/", "search/")):
            assert [found for found in lists(json.loads(content)) if len(found) > len(set(found))] == [], name


def test_json_numbers_are_those_of_the_data() -> None:
    """Digit for digit, trailing zeros too."""
    assert to_json({"a": Decimal("7.20"), "b": Decimal("54552"), "c": Decimal("0.1")}) == (
        b'{\n  "a": 7.20,\n  "b": 54552,\n  "c": 0.1\n}\n'
    )


@pytest.mark.parametrize("chart", ["abroad", "red-steps"])
def test_a_step_says_whose_it_is_and_what_was_said(outputs: Mapping[str, bytes], chart: str) -> None:
    """Both files name the brand that takes a step, and have the words of it."""
    stem = f"charts/{chart}/{chart}"
    for rows in (read(outputs[f"{stem}.csv"]), json.loads(outputs[f"{stem}.json"])["rows"]):
        found = [(row["entity"], row["name"], row["text"]) for row in rows if row["stage"] == "entered"]
        assert found == [("fast-red", "Fast Red", "First boat")]

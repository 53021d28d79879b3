"""New lines in data files: they are all that a difference shows, in our files and however one is written."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.entries import with_entry, with_value
from sitegen.editing.scalars import scalar
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Period
from sitegen.reading.yaml import read_yaml

ROOT = Path(__file__).parent.parent
FOLDERS = [ROOT / "data", *sorted((ROOT / "tests" / "sites").glob("*/data")), ROOT / "sitegen/scaffold/starter/data"]
SERIES = [path for folder in FOLDERS for path in sorted(folder.glob("series/*.yaml"))]
SOURCES = [path for folder in FOLDERS for path in sorted(folder.glob("sources/*.yaml"))]
NAMED = [path for folder in FOLDERS for path in sorted(folder.glob("metrics.yaml"))]
NEW = {"value": "12345", "source": "a-new-source", "reason": "a reason, with a comma"}
ANY = Calendar(starts=10)


def value_of(text: str) -> Any:
    """What a YAML text says; it has no problem."""
    document, problems = read_yaml("f.yaml", text.replace("\r\n", "\n"))
    assert document is not None, problems
    return document.value


def with_new(values: Any, period: str) -> Any:
    """What stands under `values` once a value is added."""
    values = deepcopy(values) or {}
    same = next((key for key in values if Period.parse(key, ANY) == Period.parse(period, ANY)), None)
    there = [] if same is None else values[same] if isinstance(values[same], list) else [values[same]]
    values[same or period] = [*there, NEW] if there else NEW
    return values


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new, where all others stay."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def periods(values: Any) -> Iterator[str]:
    """Some periods that are there, and some that are not: before all, behind all, between."""
    there = list(values or {})
    yield from (*there[:2], *there[-1:], "1999-Q4", "2077", "2024-05-17", "FY2060-Q2")


@pytest.mark.parametrize("path", SERIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_value_is_all_that_a_difference_shows(path: Path) -> None:
    """In every file of series a new value adds its lines; beside a single value that one becomes a list."""
    before = path.read_bytes().decode()
    said = value_of(before)
    for series, body in [*said.items()][:: max(1, len(said) // 3)]:
        for period in periods(body.get("values")):
            after = with_value(before, series, Period.parse(period, ANY), period, NEW)
            expected = deepcopy(said)
            expected[series]["values"] = with_new(body.get("values"), period)
            assert value_of(after) == expected
            gone, new = changed(before, after)
            listed = isinstance(body.get("values", {}).get(period), dict)
            assert bool(gone) == listed or "definition: " in "".join(gone)
            kept = "".join(new)
            assert all(
                line.strip().removeprefix(f"{period}:").strip() in kept for line in gone if "definition: " not in line
            )
            assert len(new) - len(gone) <= 4


@pytest.mark.parametrize("path", [*SOURCES, *NAMED], ids=lambda path: str(path.relative_to(ROOT)))
def test_an_entry_is_all_that_a_difference_shows(path: Path) -> None:
    """In every file of sources and metrics a new entry stands at the end, written as those before it."""
    before = path.read_bytes().decode()
    fields = {"publisher": "The Paper", "title": "A: b", "url": "https://example.org/?a=1&b=2", "kind": "press"}
    after = with_entry(before, "a-new-one", fields)
    assert value_of(after) == {**value_of(before), "a-new-one": fields}
    gone, new = changed(before, after)
    assert gone == []
    assert after.startswith(before.rstrip("\n"))
    lines = [line for line in before.splitlines() if line]
    assert (len([line for line in new if line.strip()]) == 1) == lines[-1].endswith("}")


HEAD = "a.b:\n  definition: D\n"
VALUES = HEAD + "  values:\n"
NEXT = "c.d:\n  definition: D\n"


@pytest.mark.parametrize(
    ("before", "period", "after"),
    [
        (HEAD, "2025", VALUES + "    2025: NEW\n"),
        (VALUES + "", "2025", VALUES + "    2025: NEW\n"),
        (
            HEAD + "  values:  # none yet\n  note: N\n",
            "2025",
            HEAD + "  values:  # none yet\n    2025: NEW\n  note: N\n",
        ),
        (HEAD + "  values: {}", "2025", VALUES + "    2025: NEW"),
        (HEAD + "  values: {}  # none\n", "2025", VALUES + "    2025: NEW  # none\n"),
        (HEAD + "  values: {2024: {value: 1}}\n", "2025", HEAD + "  values: {2024: {value: 1}, 2025: NEW}\n"),
        (HEAD + "  values: {2024: {value: 1}}\n", "2023", HEAD + "  values: {2023: NEW, 2024: {value: 1}}\n"),
        (HEAD + "  values: {2024: {value: 1}}\n", "2024", HEAD + "  values: {2024: [{value: 1}, NEW]}\n"),
        (HEAD + "  values: {2024: [{value: 1}]}\n", "2024", HEAD + "  values: {2024: [{value: 1}, NEW]}\n"),
        (
            VALUES + "    2024:\n      value: 1\n\n    # the end\n" + NEXT,
            "2025",
            VALUES + "    2024:\n      value: 1\n    2025:\n      value: 7\n      source: s\n\n    # the end\n" + NEXT,
        ),
        (
            VALUES + "    2024:\n      value: 1\n      note: n\n",
            "2024",
            VALUES + "    2024:\n      - value: 1\n        note: n\n      - value: 7\n        source: s\n",
        ),
        ("a.b: {definition: D}\n", "2025", "a.b: {definition: D, values: {2025: NEW}}\n"),
        ("a.b: {values: {}, note: N}  # c\n", "2025", "a.b: {values: {2025: NEW}, note: N}  # c\n"),
        ("a.b: {values: , note: N}\n", "2025", "a.b: {values: {2025: NEW} , note: N}\n"),
        (
            VALUES + "    2024: {value: 1}",
            "2025",
            VALUES + "    2024: {value: 1}\n    2025: NEW\n",
        ),
        (
            VALUES + "    2026: {value: 1}  # new\n    2024: {value: 2}\n",
            "2025",
            VALUES + "    2026: {value: 1}  # new\n    2025: NEW\n    2024: {value: 2}\n",
        ),
        (
            VALUES + "    2024: {value: 1}  # checked\n    # the end\n" + NEXT,
            "2024",
            VALUES + "    2024:\n      - {value: 1}  # checked\n      - NEW\n    # the end\n" + NEXT,
        ),
        (
            VALUES + "        2024-Q1:\n                value: 1\n                note: >-\n                  two\n\n"
            "                  lines\n",
            "2024-01/2024-03",
            VALUES + "        2024-Q1:\n              - value: 1\n                note: >-\n                  two\n\n"
            "                  lines\n              - value: 7\n                source: s\n",
        ),
        (
            VALUES + "    2024:\n    - value: 1\n      note: n\n    2025:\n    - {value: 1}\n",
            "2024",
            VALUES + "    2024:\n    - value: 1\n      note: n\n    - value: 7\n      source: s\n"
            "    2025:\n    - {value: 1}\n",
        ),
        (
            VALUES + "    2024: {value: 1,\n      source: s}\n",
            "2024",
            VALUES + "    2024:\n      - {value: 1,\n      source: s}\n      - NEW\n",
        ),
        (
            "\n# only a comment\na.b: {values: {2024: {value: 1}}}",
            "2025",
            "\n# only a comment\na.b: {values: {2024: {value: 1}, 2025: NEW}}",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_value_finds_its_place_however_a_file_is_written(before: str, period: str, after: str, newline: str) -> None:
    """Brackets, empty keys, comments, other indentation, other line ends and a last line without one."""
    fields = {"value": "7", "source": "s"}
    found = with_value(before.replace("\n", newline), "a.b", Period.parse(period), period, fields)
    assert found == after.replace("NEW", "{value: 7, source: s}").replace("\n", newline)
    assert value_of(found)


@given(st.text(st.characters(exclude_categories=["C"], include_characters="'\"#:{}[],&*!|>%@`- "), min_size=1))
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    """Whatever a text holds, it comes back from a line of its own, from braces and from a list."""
    line = " ".join(text.split())
    for yaml, path in ((f"a: {scalar(text)}\n", ["a"]), (f"a: {{b: {scalar(text)}, c: d}}\n", ["a", "b"])):
        document, _ = read_yaml("f.yaml", yaml)
        if document is None:  # what no data file may hold, however it is written
            assert read_yaml("f.yaml", f"a: '{line.replace(chr(39), chr(39) * 2)}'\n")[0] is None
            continue
        value: Any = document.value
        for key in path:
            value = value[key]
        assert value == line if line else value in ("", None)

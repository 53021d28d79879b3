"""`sitegen fmt`: one way to write YAML, in which nothing is lost, and which stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cli import main
from sitegen.editing.formatting import format_project, formatted
from sitegen.problems import Problem
from sitegen.reading.yaml import read_yaml
from sitegen.scaffold import init_project

ROOT = Path(__file__).parent.parent
FILES = [*ROOT.glob("data/**/*.yaml"), *ROOT.glob("tests/sites/*/data/**/*.yaml"), *ROOT.glob("content/**/*.md")]


def fmt(project: Path, *options: str) -> Result:
    """What the command says and does."""
    return CliRunner().invoke(main, ["fmt", "--project", str(project), *options])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_no_file_of_ours_loses_anything(part: int) -> None:
    """Every data file and front matter says the same afterwards, and stays as it is the second time."""
    for path in sorted(FILES)[part::4]:
        text = path.read_bytes().decode()
        once = formatted(path.name, text)
        assert isinstance(once, str), (path, once)
        if once == text:
            continue
        assert formatted(path.name, once) == once
        if path.suffix == ".yaml":
            before, after = read_yaml("f", text)[0], read_yaml("f", once)[0]
            assert before is not None
            assert after is not None
            assert before.value == after.value


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:   1\n", "a: 1\n"),
        ("a: {b: 1,c: 2 ,  d: [x,y]}  # why\n", "a: {b: 1, c: 2, d: [x, y]}  # why\n"),
        ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"),
        ("a:\n    b:\n        c: 'it''s'\n", "a:\n  b:\n    c: 'it''s'\n"),
        ("\ufeff# top\r\na: 1  \r\n\r\n\r\n\r\nb: 2", "# top\na: 1\n\nb: 2\n"),
        ("- {a: 1}\n-   b: 2\n    c: 3\n", "- {a: 1}\n- b: 2\n  c: 3\n"),
        (
            "a: 010\nb: no\nc: 2025-03-01\nd: 1.10\ne: 12:30:00\n",
            "a: 010\nb: no\nc: 2025-03-01\nd: 1.10\ne: 12:30:00\n",
        ),
        ("# only a comment  \n\n\n", "# only a comment\n"),
        ("a: >-\n    one\n    two\n", "a: >-\n  one\n  two\n"),
        ("", ""),
        (
            "a:\n  - - x\n    - y\n\n    # z\n    - z\n  - - - b: 1\n        c: 2\n    - |\n      text\n       more\n",
            None,
        ),
        ("a:\n-   -   - x\n        - y\n    - z\nb: 1\n", "a:\n  - - - x\n      - y\n    - z\nb: 1\n"),
    ],
)
def test_one_way_to_write(before: str, after: str | None) -> None:
    """Indentation, spaces, line ends, marks and blank lines; numbers and words that look like others stay texts."""
    assert formatted("f.yaml", before) == (before.replace(":  ", ": ") if after is None else after)


def test_our_own_sources_are_written_so() -> None:
    """`sitegen fmt` changes nothing in the data and texts of this repository."""
    assert format_project(ROOT) == ({}, [])


def test_what_cannot_be_kept_is_left_as_it_is(tmp_path: Path) -> None:
    """A text whose spaces at the ends of lines are part of it is not touched, and is named."""
    found = formatted("f.yaml", "a: |\n  one  \n  two\n")
    assert isinstance(found, Problem)
    assert "left as it is" in found.message


def test_the_command_writes_or_only_looks(tmp_path: Path) -> None:
    """`--check` changes nothing and fails; without it files are written, and then all is well."""
    project = tmp_path / "tracker"
    init_project(project)
    assert fmt(project, "--check").exit_code == 0
    path = project / "data" / "series" / "harbour.yaml"
    kept = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + kept.replace(b"{value", b"{ value").replace(b"\n", b"\r\n"))
    page = project / "content" / "companies" / "harbour.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle:    'A page'\n---\n\nText  \nmore\n", encoding="utf-8")
    before = path.read_bytes()
    looked = fmt(project, "--check")
    assert (looked.exit_code, path.read_bytes()) == (1, before)
    assert looked.stdout.splitlines() == [
        "would change content/companies/harbour.md",
        "would change data/series/harbour.yaml",
    ]
    assert fmt(project).exit_code == 0
    assert path.read_bytes() == kept
    assert page.read_text("utf-8") == "---\ntitle: 'A page'\n---\n\nText  \nmore\n"
    assert fmt(project, "--check").exit_code == 0


_KEYS = st.text("abcdef-", min_size=1, max_size=6).filter(lambda key: key[0] != "-" and key[-1] != "-")
_SCALARS = st.sampled_from(["x", "'a: b'", '"q"', "2025-Q1", "010", "no", "1.50", "~"])
_FLOW = st.lists(st.tuples(_KEYS, _SCALARS), min_size=1, max_size=4, unique_by=lambda pair: pair[0]).map(
    lambda pairs: "{" + " , ".join(f"{key}:  {value}" for key, value in pairs) + "}"
)
_ENTRY = st.tuples(_KEYS, st.one_of(_SCALARS, _FLOW), st.sampled_from(["", "  # c", " # d"]), st.integers(1, 4))


@given(st.lists(_ENTRY, min_size=1, max_size=6, unique_by=lambda entry: entry[0]))
def test_it_says_the_same_and_stays(entries: list[tuple[str, str, str, int]]) -> None:
    """Whatever is written, its values and comments are there afterwards, and a second time changes nothing."""
    text = "".join(f"{key}:{' ' * gap}{value}{note}\n" for key, value, note, gap in entries)
    once = formatted("f.yaml", text)
    before = read_yaml("f.yaml", text)[0]
    if before is None or isinstance(once, Problem):
        assert isinstance(once, Problem)
        return
    after = read_yaml("f.yaml", once)[0]
    assert after is not None
    assert after.value == before.value
    assert once.count("# c") == text.count("# c")
    assert formatted("f.yaml", once) == once

"""Closed YAML: what is read, where it stands, and what is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reading.characters import control
from sitegen.reading.yaml import Value, read_yaml

CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Cf", "Zl", "Zp"))
SCALARS = st.text(CHARACTERS, max_size=12).filter(lambda text: control(text) is None)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=12,
)


def _codes(text: str) -> list[tuple[int, int, str]]:
    _, problems = read_yaml("f.yaml", text)
    return [(problem.place.line, problem.place.column, problem.code) for problem in problems]


@given(st.dictionaries(SCALARS, VALUES, max_size=4))
def test_what_a_yaml_writer_writes_is_read_back_as_text(value: dict[str, Value]) -> None:
    """Quoted YAML of texts, lists and mappings is read as exactly these."""
    document, problems = read_yaml("f.yaml", yaml.safe_dump(value, default_style="'", allow_unicode=True))
    assert problems == []
    assert document is not None
    assert document.value == value


def test_every_scalar_is_text() -> None:
    """Nothing is guessed: no is not False, a number is not a number, and an empty value is None."""
    document, _ = read_yaml("f.yaml", "a: no\nb: 010\nc: 12:30:00\nd: 2025-03-20\ne: 1e3\nf:\ng: ''\n")
    assert document is not None
    assert document.value == {
        "a": "no",
        "b": "010",
        "c": "12:30:00",
        "d": "2025-03-20",
        "e": "1e3",
        "f": None,
        "g": "",
    }


def test_places_of_values_keys_and_texts() -> None:
    """Every value, key and list item knows its line and column; a text begins behind its quote."""
    document, _ = read_yaml("f.yaml", "a:\n  - {b: 'x', c: y}\n  - >-\n    folded\n", first_line=3)
    assert document is not None
    assert (document.at("a", 0, "c").line, document.at("a", 0, "c").column) == (4, 17)
    assert (document.key_at("a", 0, "b").line, document.key_at("a", 0, "b").column) == (4, 6)
    assert document.starts["a", 0, "b"].column == 10
    assert (document.starts["a", 1].line, document.starts["a", 1].column) == (6, 5)
    assert document.at("a", 7, "no") == document.at("a")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2\n", [(2, 1, "repeated-key")]),
        ("a: &x 1\nb: *x\n", [(1, 4, "yaml-feature"), (2, 4, "yaml-feature")]),
        ("a: !!str 1\n", [(1, 4, "yaml-feature")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "yaml-feature")]),
        ("a: b: c\n", [(1, 5, "yaml-syntax")]),
        ("a:\n\t- b\n", [(2, 1, "yaml-syntax")]),
        ("[" * 60 + "]" * 60, [(1, 51, "too-deep")]),
        ('a: {{ fig("x") }}\n', [(1, 5, "quote-the-expression")]),
        ('a: "{{ fig("x") }}"\n', [(1, 13, "quote-the-expression")]),
        ("? [a]\n: b\n", [(1, 3, "wrong-type")]),
        ("a: \x07\n", [(1, 1, "yaml-syntax")]),
        ('a: b\nc: "x\\0y"\n', [(2, 4, "control-character")]),
        ('"\\u0001": b\n', [(1, 1, "control-character")]),
    ],
)
def test_what_is_refused_and_where(text: str, found: list[tuple[int, int, str]]) -> None:
    """Each YAML feature that loses or guesses something is a problem at its place."""
    assert _codes(text) == found


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("name: Acme\ncountry CN\nkind: company\n", 2, 1, "write key: value"),
        ("name: Acme\ncountry：CN\nkind: company\n", 2, 8, "write a plain colon and a space: country: CN"),
        ("name:\u00a0Acme\nkind: company\n", 1, 6, "type the space anew: name: Acme"),
        ("a: 1\nb:c\nd: e\n", 2, 2, "write b: c"),
        ("x:\n  - {a: 1, b: 2\n  - {a: 2}\ny: 2\n", 2, 5, "close them with }, and part the keys by commas"),
        ("a: [b, c\nz: 3\n", 1, 4, "close it with ], and part its items by commas"),
        (
            'c: [rank("a", "b") == 1,\n  rank("c", "d") == 1]\nz: 3\n',
            1,
            4,
            'write one comparison a line: - rank("ranking-id", "entity") == 1',
        ),
        ("t: 'Harbour's end'\nz: 1\n", 1, 12, "double each quote inside: t: 'Harbour''s end'"),
        ('t: "say "hi" now"\n', 1, 9, "put the whole in single quotes: t: 'say \"hi\" now'"),
        ("t: 'never closed\nz: 1\n", 1, 4, "close it; a quote inside is doubled: 'it''s'"),
        ("q: {value: >49400}\n", 1, 12, "write value: 49400 with bound: more-than"),
        ("a:\n  b: {c: 1}, \n", 2, 12, "take the comma out"),
        ("a:\n  b: {c: 1} // seen\n", 2, 13, "write # and a space in its place"),
        ("2025: value: 1, source: x\n", 1, 7, "write 2025: {value: 1, source: x}"),
        ('a: {b: "x”}\n', 1, 10, 'write "x"'),
        ("a: {value: 12 [1], b: x}\n", 1, 12, "write value: 12"),
        ('a: "C:\\rides"\n', 1, 7, "put the whole in single quotes: 'C:\\rides'"),
        ('a: {b: "x \\"C:\\bar\\""}\n', 1, 15, "put the whole in single quotes: 'x \"C:\\bar\"'"),
        ('a: "C:\\users"\n', 1, 7, "put the whole in single quotes: 'C:\\users'"),
        ('a: "one\n  two\\n"\n', 2, 6, "put the whole in single quotes"),
        ("v:\n   a: {b: 1}\n    c: {b: 1}\n    d: {b: 1}\n    e: {b: 1}\n", 2, 1, "begin it with 4 spaces"),
        ("v:\n     a:\n       b: 1\n    c: {b: 1}\n    d: {b: 1}\n", 2, 1, "begin it with 4 spaces"),
        ("v:\n    a: {b: 1}\n    c: {b: 1}\n     d: {b: 1}\n    e: {b: 1}\n", 4, 1, "begin it with 4 spaces"),
        ("v:\n    - a: {b: 1}\n    c: {b: 1}\n    d: {b: 1}\n", 2, 5, "take it out: a: {b: 1}"),
        ("v:\n    2024:\n      b: 1\n    - 2025:\n        b: 1\n", 4, 5, "take it out: 2025:"),
        ("v:\n  definition = rides\n  unit: x\n", 2, 13, "write definition: rides"),
        ("d: 'rides' as counted\ne: f\n", 1, 4, "put all of the text in quotes: d: '''rides'' as counted'"),
        ("- {d: [rides] as, e: f}\n", 1, 7, "put all of the text in quotes: - {d: '[rides] as', e: f}"),
        ("a: b\n...\nc: d\n", 2, 1, 'remove the line "..."'),
        ("a:\n  <<: *x\n  b: c\n", 2, 3, "write the keys out that it stands for"),
        ("a: {value: %8.8, b: c}\n", 1, 12, "write value: 8.8"),
    ],
)
def test_a_slip_is_told_where_it_is(text: str, line: int, column: int, hint: str) -> None:
    """A slip of typing is reported where it stands, not where the parser noticed it, with what to write instead."""
    _, problems = read_yaml("f.yaml", text)
    assert [(p.place.line, p.place.column, p.hint) for p in problems] == [(line, column, hint)]


def test_backslashes_in_double_quotes_that_lose_nothing_are_read() -> None:
    """A quote, a backslash, a line end and the number of a character may stand behind a backslash."""
    text = '"\\"C:\\\\rides\\" \\u00e9\\x41 \\\n  end"'
    document, problems = read_yaml("f.yaml", f"a: {text}\nb: end\n...\n")
    assert problems == []
    assert document is not None
    assert document.value == {"a": '"C:\\rides" éA end', "b": "end"}


@given(st.text(max_size=60))
def test_no_text_is_a_traceback(text: str) -> None:
    """Whatever an author types is read or refused."""
    document, problems = read_yaml("f.yaml", text)
    assert (document is None) == bool(problems)

"""Patterns that are compiled when they are first used."""

import re

import pytest

from sitegen.reading.patterns import later


def test_a_pattern_is_compiled_when_it_is_used_and_does_what_a_compiled_one_does() -> None:
    """Nothing is compiled before, and what is asked of it afterwards is asked of the compiled one."""
    wrong, word = later("("), later(r"(?P<first>b)(c)?", re.IGNORECASE)
    with pytest.raises(re.error):
        wrong.search("x")
    assert [match.span() for match in word.finditer("aBcb")] == [(1, 3), (3, 4)]
    assert (word.sub("-", "abc"), word.split("aBc"), word.pattern) == ("a-", ["a", "B", "c", ""], r"(?P<first>b)(c)?")
    with pytest.raises(AttributeError):
        assert word.unknown  # type: ignore[attr-defined]

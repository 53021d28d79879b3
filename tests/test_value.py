"""Frozen values of which some fields say nothing."""

import pickle

import pytest

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.chart import Reference
from sitegen.packing import print_of
from sitegen.problems import Place

HERE, THERE = Place("a.md", 1), Place("b.md", 2)


def test_where_a_value_stands_is_not_part_of_what_it_is() -> None:
    """Two of one text at two places are equal, in a set too, and print alike; their places are part of the print."""
    one, other = Expression("x", HERE), Expression("x", THERE)
    assert one == other
    assert not one != other  # noqa: SIM202  # asked by itself
    assert len({one, other}) == 1
    assert repr(one) == repr(other) == "Expression(source='x')"
    assert print_of(one) != print_of(other)


def test_what_a_value_says_is_compared() -> None:
    """Another text, or another class with the same text, is another value."""
    assert Expression("x", HERE) != Expression("y", HERE)
    assert Expression("x", HERE) != "x"


def test_values_are_ordered_by_their_fields() -> None:
    """Years come one after the other, whatever calendar names them."""
    years = [Period.parse(year) for year in ("2025", "2024", "2024-H1")]
    assert [str(year) for year in sorted(years)] == ["2024-H1", "2024", "2025"]
    assert years[1] <= years[1] < years[0] > years[2] >= years[2]


def test_a_value_stays_as_it_is() -> None:
    """It is frozen, and comes back from bytes as it was, places too."""
    with pytest.raises(AttributeError):
        Expression("x", HERE).source = "y"  # type: ignore[misc]
    again = pickle.loads(pickle.dumps(Expression("x", THERE)))
    assert (again, again.place) == (Expression("x", HERE), THERE)
    assert Reference.ASIDE == ("place",)

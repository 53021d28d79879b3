"""Periods: names, equality, order, containment, tiling and arithmetic."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.basics.period import CADENCES, Cadence, Period

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NAMED = st.builds(Period.of, st.sampled_from(CADENCES), DAYS)


@st.composite
def spans(draw: st.DrawFn) -> Period:
    """Any period: a named one, or a span between two days or two named periods."""
    first, last = draw(NAMED), draw(NAMED)
    return Period(min(first.first, last.first), max(first.last, last.last))


PERIODS = NAMED | spans()


@pytest.mark.parametrize(
    ("text", "first", "last", "cadence"),
    [
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("2025-H1", "2025-01-01", "2025-06-30", "half"),
        ("2025-H2", "2025-07-01", "2025-12-31", "half"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-03-20", "2025-03-20", "2025-03-20", "day"),
        ("2025-01/2025-08", "2025-01-01", "2025-08-31", None),
        ("2024-11/2025-Q1", "2024-11-01", "2025-03-31", None),
        ("2025-03-02/2025-03-07", "2025-03-02", "2025-03-07", None),
    ],
)
def test_a_name_is_read_as_its_days(text: str, first: str, last: str, cadence: Cadence | None) -> None:
    """Every form of a period's name stands for a first and a last day."""
    period = Period.parse(text)
    assert (period.first.isoformat(), period.last.isoformat(), period.cadence) == (first, last, cadence)


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("2025-01/2025-03", "2025-Q1"),
        ("2025-Q1/2025-Q2", "2025-H1"),
        ("2025-H1/2025-H2", "2025"),
        ("2025-01-01/2025-01-31", "2025-01"),
        ("2025-03-20/2025-03-20", "2025-03-20"),
        ("2023-01/2024-12", "2023/2024"),
        ("2025-Q1/2025-08", "2025-01/2025-08"),
        ("2025-01/2025-03-20", "2025-01/2025-03-20"),
    ],
)
def test_equal_intervals_print_as_the_shortest_name(text: str, shortest: str) -> None:
    """Two names of the same days are one period, which prints as its shortest name."""
    assert str(Period.parse(text)) == shortest
    assert Period.parse(text) == Period.parse(shortest)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-Q5", "is not in the calendar: quarters go from Q1 to Q4"),
        ("Q1 2025", "is not a period"),
        ("25-03", "is not a period"),
        ("0999", "is not a period"),
        ("٢٠٢٥", "is not a period"),
        ("2025-02-30", '"2025-02-30" is not in the calendar'),
        ("2025-13", '"2025-13" is not in the calendar'),
        ("2025-03/2025-01", "a period ends before it begins"),
        ("2025/2026/2027", "is not a period"),
        ("", "is not a period"),
    ],
)
def test_what_is_no_period_is_refused_in_words(text: str, said: str) -> None:
    """Any other text is refused with a sentence that an editor understands."""
    with pytest.raises(ValueError, match=said):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "year_before", "previous"),
    [
        ("2025", "2024", "2024"),
        ("2025-H1", "2024-H1", "2024-H2"),
        ("2025-Q1", "2024-Q1", "2024-Q4"),
        ("2025-03", "2024-03", "2025-02"),
        ("2025-02", "2024-02", "2025-01"),
        ("2024-02", "2023-02", "2024-01"),
        ("2025-02-28", "2024-02-28", "2025-02-27"),
        ("2024-02-29", "2023-02-28", "2024-02-28"),
        ("2025-01/2025-02", "2024-01/2024-02", "2024-11/2024-12"),
        ("2025-01/2025-08", "2024-01/2024-08", "2024-05/2024-12"),
        ("2025-03-08/2025-03-14", "2024-03-08/2024-03-14", "2025-03/2025-03-07"),
    ],
)
def test_earlier_periods(text: str, year_before: str, previous: str) -> None:
    """The year before has the same months, the previous period the same length."""
    assert str(Period.parse(text).year_before()) == year_before
    assert str(Period.parse(text).previous()) == previous


@given(PERIODS)
def test_a_name_reads_back_as_the_period(period: Period) -> None:
    """Printing and reading a period gives the same period."""
    assert Period.parse(str(period)) == period


@given(PERIODS, PERIODS)
def test_names_are_equal_only_for_equal_periods(a: Period, b: Period) -> None:
    """Two periods have one name exactly if they are the same days."""
    assert (str(a) == str(b)) == (a == b)


@given(PERIODS, PERIODS, PERIODS)
def test_containment_is_a_partial_order(a: Period, b: Period, c: Period) -> None:
    """A period contains itself; mutual containment is equality; containment passes on."""
    assert a.contains(a)
    assert (a.contains(b) and b.contains(a)) == (a == b)
    if a.contains(b) and b.contains(c):
        assert a.contains(c)


@given(PERIODS, PERIODS)
def test_order_is_by_the_first_then_the_last_day(a: Period, b: Period) -> None:
    """Of two periods the one that begins earlier comes first, and of those the one that ends earlier."""
    assert (a < b) == ((a.first, a.last) < (b.first, b.last))


@given(st.sampled_from(CADENCES), DAYS)
def test_the_period_of_a_day_holds_it(cadence: Cadence, day: date) -> None:
    """The period of a cadence in which a day lies contains the day and is named by that cadence."""
    period = Period.of(cadence, day)
    assert period.contains(Period(day, day))
    assert period.cadence == cadence


@given(PERIODS, st.sampled_from(("month", "quarter", "half", "year")))
def test_a_split_tiles_the_period(period: Period, cadence: Cadence) -> None:
    """The parts of a split follow one another without gap or overlap, or there are none."""
    parts = period.split(cadence)
    if parts:
        assert (parts[0].first, parts[-1].last) == (period.first, period.last)
        assert all(part.cadence == cadence for part in parts)
        assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(parts))


@given(NAMED)
def test_the_previous_period_ends_the_day_before(period: Period) -> None:
    """The previous period of a named one has its cadence and touches it."""
    previous = period.previous()
    assert previous.cadence == period.cadence
    assert period.first - previous.last == timedelta(days=1)


@given(NAMED)
def test_the_year_before_keeps_the_cadence(period: Period) -> None:
    """The same month, quarter, half or year a year earlier is of the same cadence; a day stays a day, a week a week."""
    before = period.year_before()
    if period.cadence == "week":
        year, week, _ = period.first.isocalendar()
        assert (before and before.first.isocalendar()[:2]) == ((year - 1, week) if before or week < 53 else None)
        return
    assert before is not None
    assert before.cadence == period.cadence
    assert before.last.year == period.last.year - 1

"""Calendars: financial years, weeks and years of weeks as periods: names, containment, order, round trips, changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.figures.periods import period_label, say_period, short_period
from sitegen.model.basics.address import Address
from sitegen.model.basics.calendar import CADENCES, MONTHS, Cadence, Calendar
from sitegen.model.basics.period import FinancialPeriod, Period, read_when
from sitegen.words import Locale

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CALENDARS = st.builds(Calendar, st.integers(1, 12), st.sampled_from(("end", "start")))
YEARS: tuple[Cadence, ...] = ("quarter", "half", "year")
OCTOBER, APRIL = Calendar(10, "end"), Calendar(4, "start")


@pytest.mark.parametrize(
    ("text", "calendar", "days", "said", "short"),
    [
        ("FY2025", OCTOBER, "2024-10-01/2025-09-30", "financial year 2024/25", "2024/25"),
        ("FY2024", APRIL, "2024-04-01/2025-03-31", "financial year 2024/25", "2024/25"),
        ("FY2024-H1", APRIL, "2024-04-01/2024-09-30", "first half of financial year 2024/25", "H1 2024/25"),
        ("FY2025-H2", OCTOBER, "2025-04-01/2025-09-30", "second half of financial year 2024/25", "H2 2024/25"),
        ("FY2025-Q1", OCTOBER, "2024-10-01/2024-12-31", "first quarter of financial year 2024/25", "Q1 2024/25"),
        ("FY2000", OCTOBER, "1999-10-01/2000-09-30", "financial year 1999/2000", "1999/2000"),
        ("FY2023/FY2025", OCTOBER, "2022-10-01/2025-09-30", "2022/23 to 2024/25", "2022/23–2024/25"),
        ("2025", OCTOBER, "2025-01-01/2025-12-31", "2025", "2025"),
        ("2025-W36", None, "2025-09-01/2025-09-07", "week 36 of 2025", "W36 2025"),
        ("2026-W53", None, "2026-12-28/2027-01-03", "week 53 of 2026", "W53 2026"),
        ("2025-W01", None, "2024-12-30/2025-01-05", "week 1 of 2025", "W1 2025"),
    ],
)
def test_a_period_is_named_by_its_calendar(
    text: str, calendar: Calendar | None, days: str, said: str, short: str
) -> None:
    """A name is read as its days, and the days have that name, for editors and for readers."""
    period = Period.parse(text, calendar)
    assert f"{period.first}/{period.last}" == days
    assert str(period) == text
    assert (say_period(period, Locale()), short_period(period, Locale())) == (said, short)


@given(CALENDARS, st.sampled_from(CADENCES), DAYS)
def test_names_are_read_back(calendar: Calendar, cadence: Cadence, day: date) -> None:
    """Whatever the calendar, the name of a period is read back as its days, and no other period has the name."""
    period = Period.of(cadence, day, calendar)
    assert Period.parse(str(period), calendar) == period
    assert str(period.following()) != str(period)
    assert Address.parse(f"a.b@{period}").on(calendar) == Address("a", "b", period)


@given(CALENDARS, DAYS, DAYS)
def test_spans_are_read_back(calendar: Calendar, one: date, other: date) -> None:
    """A span of any days has a name that is read back with the same calendar."""
    span = Period(min(one, other), max(one, other), calendar)
    assert Period.parse(str(span), calendar) == span


@given(CALENDARS, st.sampled_from(CADENCES), DAYS)
def test_a_day_lies_in_one_period_of_a_cadence(calendar: Calendar, cadence: Cadence, day: date) -> None:
    """Periods of one cadence follow each other without a gap, each as long as its cadence, and hold their days."""
    period = Period.of(cadence, day, calendar)
    assert period.contains(Period(day, day))
    assert period.cadence == cadence
    assert Period.of(cadence, period.last + timedelta(days=1), calendar) == period.following()
    assert period.following().previous() == period


@given(CALENDARS, DAYS)
def test_years_hold_their_halves_and_quarters(calendar: Calendar, day: date) -> None:
    """A financial year is two halves and four quarters, in order, by their names too."""
    year = Period.of("year", day, calendar)
    halves: tuple[tuple[Cadence, str], ...] = (("half", "H"), ("quarter", "Q"))
    for cadence, letter in halves:
        parts = year.split(cadence)
        assert len(parts) == 12 // MONTHS[cadence]
        assert (parts[0].first, parts[-1].last) == (year.first, year.last)
        assert all(one < other for one, other in pairwise(parts))
        if year.financial:
            assert [str(part) for part in parts] == [f"{year}-{letter}{n + 1}" for n in range(len(parts))]


@given(CALENDARS, CALENDARS, st.sampled_from(YEARS), DAYS)
def test_equal_days_are_equal_on_any_calendar(one: Calendar, other: Calendar, cadence: Cadence, day: date) -> None:
    """A calendar gives names and no days: the same interval is the same period on another."""
    period = Period.of(cadence, day, one)
    assert period.on(other) == period
    assert hash(period.on(other)) == hash(period)
    assert period.on(other).on(one) == period
    assert str(period.on(other).on(one)) == str(period)
    assert period.on(other).cadence == cadence


@given(CALENDARS, st.sampled_from(YEARS), DAYS)
def test_the_year_before_is_the_same_part_of_its_year(calendar: Calendar, cadence: Cadence, day: date) -> None:
    """A financial quarter is compared with the same quarter of the year before."""
    period = Period.of(cadence, day, calendar)
    before = period.year_before()
    assert before is not None
    assert (before.cadence, str(before)[6:]) == (cadence, str(period)[6:])
    assert Period.of(cadence, before.first, calendar) == before


@given(CALENDARS, DAYS)
def test_one_year_of_each_calendar_ends_in_a_calendar_year(calendar: Calendar, day: date) -> None:
    """So a chart of several calendars has one place for each of them; a year named by its end has that number."""
    slot = Period.of("year", day)
    own = Period.of("year", slot.first, calendar)
    assert slot.first <= own.last <= slot.last
    if calendar.named == "end":
        assert int(str(own).removeprefix("FY")) == slot.last.year


@given(DAYS)
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    """A week runs from Monday to Sunday and has the number of the standard; the one of the year before has it too."""
    week = Period.of("week", day)
    year, number, _ = day.isocalendar()
    assert str(week) == f"{year}-W{number:02}"
    before = week.year_before()
    if before is None:
        assert number == 53
    else:
        assert before.first.isocalendar()[:2] == (year - 1, number)
    assert week.previous().last == week.first - timedelta(days=1)


@given(DAYS, st.sampled_from([(52, "year"), (53, "year"), (26, "half"), (13, "quarter"), (14, "quarter"), (1, "week")]))
def test_whole_weeks_last_as_long_as_a_cadence(day: date, weeks: tuple[int, Cadence]) -> None:
    """A year of 52 or 53 weeks counts as a year, and is no period of the calendar; it keeps its name as a span."""
    number, cadence = weeks
    period = Period(day, day + timedelta(weeks=number, days=-1))
    assume(period.length[0] == 0)
    assert period.cadence == cadence
    assert period.named in ((None, "week") if number == 1 else (None,))
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("days", "label"),
    [
        ("2024-09-29/2025-09-27", ("", "2024/25")),
        ("2024-12-29/2025-12-27", ("", "2025")),
        ("2025-01-04/2026-01-02", ("", "2025")),
        ("2025-02-02/2026-01-31", ("", "2025/26")),
        ("2025-06-29/2025-09-27", ("27 Sep", "2025")),
    ],
)
def test_a_span_of_weeks_is_named_on_an_axis_by_its_years(days: str, label: tuple[str, str]) -> None:
    """A year of weeks has the year, or the two, in which it lies; a shorter span the day on which it ends."""
    assert period_label(Period.parse(days), Locale()) == label


@pytest.mark.parametrize(
    ("text", "calendar", "said"),
    [
        ("FY2025", None, "no calendar says when it begins"),
        ("FY2025-H3", OCTOBER, "is not in the calendar: halves go from H1 to H2"),
        ("FY2025-03", OCTOBER, "is not a period"),
        ("FY25", OCTOBER, "is not a period"),
        ("2025-W54", None, "is not in the calendar"),
        ("2025-W53", None, "is not in the calendar: 2025 has 52 weeks"),
        ("2026-W54", None, "is not in the calendar: 2026 has 53 weeks"),
        ("2025-W00", None, "is not in the calendar"),
        ("2025-W1", None, "is not a period"),
    ],
)
def test_names_of_no_period_say_why(text: str, calendar: Calendar | None, said: str) -> None:
    """A name without a calendar, a week that a year does not have, and forms that nobody reads."""
    with pytest.raises(ValueError, match=said):
        Period.parse(text, calendar)


def test_a_name_without_a_calendar_waits_for_one() -> None:
    """Each series turns it into days by its own calendar; in order it stands as the calendar year of its number."""
    when = read_when("FY2025")
    assert isinstance(when, FinancialPeriod)
    assert [str(when.on(each).first) for each in (OCTOBER, APRIL)] == ["2024-10-01", "2025-04-01"]
    assert (when.last, when.cadence) == (date(2025, 12, 31), "year")
    assert (say_period(when, Locale()), short_period(when, Locale())) == ("financial year 2025", "FY2025")
    assert read_when("2025-W36") == Period.parse("2025-W36")

"""Answers, changes, freshness and comparisons on financial calendars, in weeks, and in years of weeks."""

from __future__ import annotations

from datetime import date

import pytest
from factory import seen, series, tracker

from sitegen.figures import Figure, Figures, Missing, change, freshness, mixing
from sitegen.figures.slots import answers_in
from sitegen.model import Address, Period
from sitegen.model.basics.calendar import Calendar

OCTOBER, APRIL = Calendar(10), Calendar(4, "start")
FIGURES = Figures(
    tracker(
        series(
            "a.sales",
            *(seen(p, v) for p, v in (("2023-10/2024-03", 40), ("2024-04/2024-09", 44), ("2024-10/2025-03", 50))),
            cadence="half",
            calendar=OCTOBER,
        ),
        series("b.sales", seen("2023-04/2024-03", 70), seen("2024-04/2025-03", 80), cadence="year", calendar=APRIL),
        series(
            "c.sales",
            *(seen(p, v) for p, v in (("2022-09-25/2023-09-30", 106), ("2023-10-01/2024-09-28", 104))),
            seen("2023-10-01/2023-12-30", 20),
            seen("2022-09-25/2022-12-31", 25),
            cadence="year",
            calendar=OCTOBER,
        ),
        series(
            "d.sales", *(seen(p, v) for p, v in (("2023", 10), ("2024", 20), ("2024-07/2025-06", 30))), cadence="year"
        ),
        series(
            "e.sales",
            *(seen(f"{y}", v) for y, v in (("2025-W52", 7), ("2026-W52", 8), ("2026-W53", 9))),
            cadence="week",
        ),
        series("f.sales", *(seen(p, v) for p, v in (("2021-04/2022-03", 5), ("2023", 6), ("2024", 7))), cadence="year"),
        series("g.sales", *(seen(f"2025-W{n:02}", n) for n in range(1, 10)), cadence="week"),
    )
)


def answer(text: str) -> Figure | Missing:
    """What an address answers."""
    return FIGURES.answer(Address.parse(text))


@pytest.mark.parametrize(
    ("address", "value", "resolved"),
    [
        ("a.sales@FY2024", 84, "a.sales@FY2024"),
        ("a.sales@latest", 50, "a.sales@FY2025-H1"),
        ("a.sales@latest-year", 84, "a.sales@FY2024"),
        ("b.sales@latest", 80, "b.sales@FY2024"),
        ("c.sales@latest", 104, "c.sales@2023-10/2024-09-28"),
        ("c.sales@FY2024", 104, "c.sales@2023-10/2024-09-28"),
        ("c.sales@FY2024-Q1", 20, "c.sales@2023-10/2023-12-30"),
        ("d.sales@latest", 30, "d.sales@2024-07/2025-06"),
        ("e.sales@latest-week", 9, "e.sales@2026-W53"),
        ("g.sales@2025-W01/2025-W02", 3, "g.sales@2024-12-30/2025-01-12"),
    ],
)
def test_names_find_their_values(address: str, value: int, resolved: str) -> None:
    """A financial year is observed, or the sum of its halves; of weeks it is the span that ends near it."""
    found = answer(address)
    assert isinstance(found, Figure)
    assert found.amount.value == value
    assert str(found.address) == resolved


@pytest.mark.parametrize("address", ["d.sales@FY2024", "g.sales@2025-02", "a.sales@2024", "g.sales@latest-month"])
def test_what_no_value_fits_is_missing(address: str) -> None:
    """No calendar, weeks that do not tile a month, halves that do not tile a calendar year."""
    assert isinstance(answer(address), Missing)


def test_a_missing_year_names_the_one_that_ends_in_it() -> None:
    """Whoever asks for the calendar year of a company with another calendar is told that there is a year."""
    found = answer("b.sales@2025")
    assert isinstance(found, Missing)
    assert found.reason.endswith("gives a value for 2025, but one for the financial year 2024/25")


@pytest.mark.parametrize(
    ("address", "kind", "said"),
    [
        ("a.sales@FY2025-H1", "year", 25),
        ("a.sales@FY2024-H2", "previous", 10),
        ("c.sales@FY2024", "year", "104 after 106"),
        ("c.sales@FY2024-Q1", "year", -20),
        ("e.sales@2026-W52", "year", "8 after 7"),
        ("e.sales@2026-W53", "previous", "9 after 8"),
        ("e.sales@2026-W53", "year", "2025 has no week 53"),
        ("c.sales@2022-09-25/2023-09-30", "year", "none of our documents gives the year before"),
        ("c.sales@2022-09-25/2022-12-31", "year", "none of our documents gives the quarter of the year before"),
        ("c.sales@2022-09-25/2022-12-31", "previous", "none of our documents gives the quarter before"),
    ],
)
def test_changes_are_from_the_period_before(address: str, kind: str, said: int | str) -> None:
    """Of a week the same week of the year before; of a year of weeks the one that was observed before it."""
    found = change(FIGURES, answer(address), "year" if kind == "year" else "previous")
    if isinstance(found, Missing):
        assert isinstance(said, str)
        assert said in found.reason
    elif isinstance(said, str):
        assert " after ".join(str(end.amount.value) for end in found.inputs) == said
    else:
        assert found.amount.value == said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("a.sales@FY2024", "b.sales@FY2024", "calendar (years from April, years from October)"),
        ("a.sales@FY2025-H1", "a.sales@FY2024-H1", ""),
        ("a.sales@FY2025-H1", "b.sales@FY2024", "the length of their periods (6 months, 12 months)"),
        ("b.sales@FY2024", "d.sales@2024", "calendar (years from April, years from January)"),
        ("c.sales@FY2024", "c.sales@FY2023", ""),
        ("c.sales@FY2024", "d.sales@2024", "calendar (years from January, years of weeks to September)"),
        ("e.sales@2026-W52", "g.sales@2025-W01", ""),
        ("e.sales@2026-W52", "d.sales@2024", "the length of their periods (7 days, 12 months)"),
    ],
)
def test_calendars_that_differ_need_a_reason(one: str, other: str, said: str) -> None:
    """Periods of one length that begin in other months are of other calendars; those of one calendar never are."""
    assert mixing(FIGURES, answer(one), answer(other)) == said


@pytest.mark.parametrize(
    ("id", "due"),
    [
        ("a.sales", "2025-10-10"),
        ("b.sales", "2026-04-10"),
        ("c.sales", "2025-10-07"),
        ("e.sales", "2027-01-20"),
    ],
)
def test_the_next_value_is_due_after_the_next_period(id: str, due: str) -> None:
    """Freshness follows the calendar: the next half, year, year of weeks or week, and ten days."""
    entity, metric = id.split(".")
    found = freshness(FIGURES, FIGURES.tracker.series[(entity, metric)], date(2027, 6, 1))
    assert str(found.due) == due
    assert found.late_days == (date(2027, 6, 1) - date.fromisoformat(due)).days


@pytest.mark.parametrize(
    ("entity", "values"),
    [
        ("a", [None, 84, None]),
        ("b", [None, 70, 80]),
        ("c", [106, 104, None]),
        ("d", [10, 20, None]),
        ("f", [6, 7, None]),
    ],
)
def test_a_calendar_year_shows_the_year_that_ends_in_it(entity: str, values: list[int | None]) -> None:
    """Each series answers for its own year; the last twelve months stand beside a year and take the place of none."""
    found = answers_in(FIGURES, (entity, "sales"), [Period.parse(f"{year}") for year in (2023, 2024, 2025)])
    assert [figure.amount.value if isinstance(figure, Figure) else None for figure in found] == values


def test_a_year_of_before_a_change_of_calendar_is_shown() -> None:
    """Years that ended in March until the company changed to calendar years are not dropped."""
    [found] = answers_in(FIGURES, ("f", "sales"), [Period.parse("2022")])
    assert isinstance(found, Figure)
    assert str(found.address) == "f.sales@2021-04/2022-03"

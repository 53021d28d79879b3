"""Rankings and freshness: places, ties, who is not reported, shares, and how late a series is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from factory import PLACE, ranking, seen, series, text, tracker
from hypothesis import given
from hypothesis import strategies as st

from sitegen.figures import Figure, Figures, Missing, Standing, freshness, say, standings
from sitegen.model.amount import make_amount
from sitegen.model.words import LeagueRow, LeagueTable, Ranking, Series


def ranked() -> tuple[Standing, ...]:
    """Four makers and one without a value, against the market."""
    of = Figures(
        tracker(
            series("a.sales", seen("2025", 300), seen("2024", 100)),
            series("b.sales", seen("2025", 200), seen("2024", 200)),
            series("c.sales", seen("2025", 200)),
            series("d.sales", seen("2025", low="100", high="140"), seen("2024", 400)),
            series("e.sales", seen("2025", 999, status="target")),
            series("m.sales", seen("2025", 1000)),
        )
    )
    return standings(of, ranking("e.sales", "d.sales", "c.sales", "b.sales", "a.sales", of="m.sales"))


def test_places_ties_and_who_has_none() -> None:
    """Equal values share a place, the next one is skipped, and who has no value comes last with the reason."""
    lines = ranked()
    assert [(line.entity, line.rank, line.tie) for line in lines] == [
        ("a", 1, False),
        ("b", 2, True),
        ("c", 2, True),
        ("d", 4, False),
        ("e", None, False),
    ]
    assert isinstance(lines[-1].figure, Missing)
    assert "only an estimate or a target" in lines[-1].figure.reason


def test_the_rank_a_year_before_needs_all_of_them() -> None:
    """Who has no value now does not hinder it; who has a rank now and had none then leaves it open for all."""
    a = series("a.sales", seen("2025", 300), seen("2024", 100))
    b = series("b.sales", seen("2025", 200), seen("2024", 200))
    gone, new = series("c.sales", seen("2024", 150)), series("c.sales", seen("2025", 1))

    def before(*three: Series) -> list[int | None]:
        lines = standings(Figures(tracker(*three)), ranking("a.sales", "b.sales", "c.sales"))
        return [line.previous for line in lines]

    assert before(a, b, gone) == [3, 1, 2]
    assert before(a, b, new) == [None, None, None]


def test_changes_and_shares() -> None:
    """Each line has its change on the year and its share of the whole, where they can be known."""
    a, _, c, d, e = ranked()
    assert isinstance(a.change, Figure)
    assert isinstance(d.share, Figure)
    assert say(a.change, "en") == "+200.0%"
    assert isinstance(c.change, Missing)
    assert say(d.share, "en") == "between 10% and 14%"
    assert e.share is None


def test_a_ranking_by_change() -> None:
    """Members by their change on the year: computed or reported, and who has neither says so."""
    of = Figures(
        tracker(
            series("a.sales", seen("2025", 90), seen("2024", 100), seen("2023", 50)),
            series("b.sales", seen("2025", 3), seen("2024", 1)),
            series("c.sales", seen("2025", change={"year": "-50"})),
            series("d.sales", seen("2025", 1000)),
        )
    )
    lines = standings(of, ranking("a.sales", "b.sales", "c.sales", "d.sales", by="change"))
    assert [(line.entity, line.rank) for line in lines] == [("b", 1), ("a", 2), ("c", 3), ("d", None)]
    c, d = lines[2:]
    assert isinstance(c.figure, Missing)
    assert c.reason is None
    assert d.reason is not None
    assert "no change is reported" in d.reason


def test_a_published_table_keeps_its_places() -> None:
    """The rows of a source's own table keep its ranks and its digits."""
    rows = (
        LeagueRow(rank=1, entity="a", name="a", amount=make_amount(Decimal("17.25")), place=PLACE),
        LeagueRow(rank=7, entity=None, name="Range Rover", amount=None, place=PLACE),
    )
    table = LeagueTable(source="press-1", definition="Insured cars", unit="thousand vehicles", rows=rows)
    published = Ranking(
        id="table",
        title=text("Published"),
        subtitle=None,
        period=ranking().period,
        members=(),
        by="value",
        table=table,
        of=None,
        mixed=None,
        note=None,
        accepted={},
        place=PLACE,
    )
    first, second = standings(Figures(tracker(series("a.sales"))), published)
    assert (first.rank, first.name, second.rank, second.name, second.figure) == (1, "A", 7, "Range Rover", None)
    assert isinstance(first.figure, Figure)
    assert say(first.figure, "en") == "17.25"


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_a_place_is_one_more_than_those_above(values: list[int]) -> None:
    """Whatever the values, a rank counts the greater ones, and lines are in order of rank."""
    all_series = [series(f"e{n}.sales", seen("2025", value)) for n, value in enumerate(values)]
    lines = standings(Figures(tracker(*all_series)), ranking(*(f"e{n}.sales" for n in range(len(values)))))
    ranks = [line.rank for line in lines]
    assert ranks == sorted(1 + sum(other > value for other in values) for value in values)
    assert all(line.tie == (ranks.count(line.rank) > 1) for line in lines)


@pytest.mark.parametrize(
    ("as_of", "latest", "due", "late"),
    [("2025-07-09", "2025-05", "2025-07-10", 0), ("2025-07-31", "2025-05", "2025-07-10", 21)],
)
def test_freshness(as_of: str, latest: str, due: str, late: int) -> None:
    """The next value is due so many days after its period ends; targets do not make a series fresh."""
    one = series("a.sales", seen("2025-05", 1), seen("2025-12", 1, status="target"), lag=10)
    found = freshness(Figures(tracker(one)), one, date.fromisoformat(as_of))
    assert (str(found.latest), str(found.due), found.late_days) == (latest, due, late)


def test_what_promises_nothing_is_never_late() -> None:
    """A series without values, and counts at a day, have no day on which something is due."""
    none, day = series("a.sales"), series("b.sales", seen("2025-05-31", 1), cadence="day")
    of = Figures(tracker(none, day))
    assert freshness(of, none, date(2030, 1, 1)).late_days == 0
    assert freshness(of, day, date(2030, 1, 1)).due is None

"""Rankings and freshness: places and how sure they are, ties, who is not reported, shares, how late a series is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from factory import PLACE, ranking, seen, series, text, tracker, unit
from hypothesis import given
from hypothesis import strategies as st

from sitegen.figures import Figure, Figures, Missing, Standing, freshness, rank, say, standings
from sitegen.figures.columns import Column
from sitegen.model.basics.amount import make_amount
from sitegen.model.ranking import LeagueRow, LeagueTable, Ranking
from sitegen.model.series import Observation, Series
from sitegen.words import Locale

BOUNDS = ("exact", "approximate", "at-least", "more-than", "at-most", "less-than")


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
    """Equal values share a place, the next one is skipped, and who has no value comes last and may be anywhere."""
    lines = ranked()
    assert [(line.entity, line.rank and line.rank.mark, line.rank and line.rank.span) for line in lines] == [
        ("a", "1", "1 or 2"),
        ("b", "=2", "2 or 3"),
        ("c", "=2", "2 or 3"),
        ("d", "4", "4 or 5"),
        ("e", None, None),
    ]
    assert isinstance(lines[-1].figure, Missing)
    assert "only an estimate or a target" in lines[-1].figure.reason


def test_a_move_is_said_where_both_places_are_settled() -> None:
    """The place a year before is said if no value leaves either open, whoever has gone or come since."""
    a = series("a.sales", seen("2025", 300), seen("2024", 100))
    b = series("b.sales", seen("2025", 200), seen("2024", 200))
    gone, new = series("c.sales", seen("2024", 150)), series("c.sales", seen("2025", 1))

    def before(*several: Series) -> list[int | None]:
        lines = standings(Figures(tracker(*several)), ranking(*(f"{each.entity}.sales" for each in several)))
        return [line.moved_from for line in lines]

    assert before(a, b) == [2, 1]
    assert before(a, b, gone) == [None, None, None]
    assert before(a, b, new) == [None, None, None]


def test_changes_and_shares() -> None:
    """Each line has its change on the year and its share of the whole, where they can be known."""
    a, _, c, d, e = ranked()
    assert isinstance(a.change, Figure)
    assert isinstance(d.share, Figure)
    assert say(a.change, Locale()) == "+200.0%"
    assert isinstance(c.change, Missing)
    assert say(d.share, Locale()) == "between 10% and 14%"
    assert e.share is None


def test_a_count_of_more_places_is_no_share() -> None:
    """What a maker sold in all the world is none of the market of one country, whatever may be compared."""
    wide = series("a.sales", seen("2025", 300), region="world")
    near, market = (
        series(f"{of}.sales", seen("2025", number), region="cn") for of, number in (("b", 200), ("m", 1000))
    )
    of = Figures(tracker(wide, near, market))
    lines = standings(of, ranking("a.sales", "b.sales", of="m.sales", mixed="as the test says"))
    assert [line.share is None for line in lines] == [True, False]


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
    places = [(line.entity, line.rank and (line.rank.position, line.rank.span)) for line in lines]
    assert places == [("b", (1, "1 or 2")), ("a", (2, "2 or 3")), ("c", (3, "3 or 4")), ("d", None)]
    c, d = lines[2:]
    assert isinstance(c.figure, Missing)
    assert c.missing is None
    assert d.missing is not None
    assert "none gives the change" in d.missing.reason


def test_a_published_table_keeps_its_places() -> None:
    """The rows of a source's own table keep its ranks and its digits."""
    rows = (
        LeagueRow(rank=1, entity="a", name="a", amount=make_amount(Decimal("17.25")), place=PLACE),
        LeagueRow(rank=7, entity=None, name="Range Rover", amount=None, place=PLACE),
    )
    table = LeagueTable(source="press-1", definition="Insured cars", unit=unit("thousand vehicles"), rows=rows)
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
    assert (first.rank and first.rank.span, second.rank and second.rank.span) == ("1", "7")
    assert (first.name, second.name, second.figure) == ("A", "Range Rover", None)
    assert isinstance(first.figure, Figure)
    assert (Column(table.unit).say(first.figure, Locale()), say(first.figure, Locale())) == ("17.25", "17,250")


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_a_place_is_one_more_than_those_above(values: list[int]) -> None:
    """Whatever exact values, a place counts the greater ones and is settled, and lines are in order."""
    all_series = [series(f"e{n}.sales", seen("2025", value)) for n, value in enumerate(values)]
    lines = standings(Figures(tracker(*all_series)), ranking(*(f"e{n}.sales" for n in range(len(values)))))
    places = [line.rank.position for line in lines if line.rank is not None]
    assert places == sorted(1 + sum(other > value for other in values) for value in values)
    assert all(line.rank and line.rank.span == str(line.rank.position) for line in lines)
    assert all(line.rank and line.rank.shared == (places.count(line.rank.position) > 1) for line in lines)


VALUES = st.one_of(
    st.builds(lambda value, bound: {"value": value, "bound": bound}, st.integers(1, 9), st.sampled_from(BOUNDS)),
    st.builds(lambda low, more: {"low": str(low), "high": str(low + more)}, st.integers(0, 8), st.integers(1, 4)),
)


@given(st.lists(st.lists(VALUES, max_size=3), min_size=1, max_size=5), st.data())
def test_no_values_allow_a_place_outside_the_span(members: list[list[dict[str, str]]], data: st.DataObject) -> None:
    """The place listed lies in the span, and so does that of any number which the sources of each member allow."""
    all_series = [series(f"e{n}.sales", *map(_seen, range(len(some)), some)) for n, some in enumerate(members)]
    of, ranked = Figures(tracker(*all_series)), ranking(*(f"e{n}.sales" for n in range(len(members))))
    numbers = {each.entity: data.draw(_allowed(each)) for each in all_series}
    for entity, number in numbers.items():
        found = rank(of, ranked, entity)
        if found is not None:
            place = 1 + sum(other > number for other in numbers.values())
            assert found.first <= found.position <= found.last
            assert found.first <= place <= found.last


def _seen(number: int, value: dict[str, str]) -> Observation:
    return seen("2025", source=f"press-{number}", use="preferred" if number == 0 else "normal", **value)  # type: ignore[arg-type]


def _allowed(one: Series) -> st.SearchStrategy[Decimal]:
    """A number in the interval of one of a series' values that lies in all the values agreeing with it there."""
    intervals = [o.amount.interval for o in one.observations if o.amount is not None]
    numbers = [Decimal(n) / 2 for n in range(41)]
    held = {n: sum(interval.contains(n) for interval in intervals) for n in numbers}
    sets = {n: frozenset(i for i, interval in enumerate(intervals) if interval.contains(n)) for n in numbers}
    most = [n for n in numbers if held[n] and not any(sets[n] < other for other in sets.values())]
    return st.sampled_from(most if intervals else numbers)


LEADS = (
    series("a.sales", seen("2025", 50, "press-1", use="preferred"), seen("2025", 20, "press-2")),
    series("b.sales", seen("2025", 40)),
    series("c.sales"),
    series("d.sales", seen("2025", 30, "press-1", use="preferred"), seen("2025", 45, "press-2")),
    series("f.sales", seen("2025", 40, "press-1", use="preferred"), seen("2025", 10, "press-2", bound="more-than")),
    series("g.sales", seen("2025", 60, status="estimated")),
    series("h.sales", seen("2025", 40, bound="more-than")),
)


@pytest.mark.parametrize(
    ("members", "entity", "span", "open", "absent"),
    [
        ("bc", "b", "1 or 2", "", "c"),  # a member without a value may lead
        ("bg", "b", "1 or 2", "", "g"),  # and an estimate is no value
        ("ab", "a", "1 or 2", "a", ""),  # its own values differ
        ("ab", "b", "1 or 2", "a", ""),  # another's do
        ("ad", "d", "1 or 2", "a", ""),  # whichever is right for d, it lies between those of a
        ("bf", "f", "1", "", ""),  # a vague echo of an exact value opens nothing
        ("bh", "b", "2", "", ""),  # "more than 40" is more than 40
        ("bch", "b", "2 or 3", "", "c"),
        ("abcd", "b", "1 to 4", "ad", "c"),  # all of it at once
    ],
)
def test_who_leaves_a_place_open(members: str, entity: str, span: str, open: str, absent: str) -> None:
    """A place is open by a member without a value, and by values that differ, one's own like another's."""
    found = rank(Figures(tracker(*LEADS)), ranking(*(f"{member}.sales" for member in members)), entity)
    assert found is not None
    assert (found.span, "".join(sorted(e for e, _ in found.open)), "".join(e for e, _ in found.absent)) == (
        span,
        open,
        absent,
    )


def test_many_values_are_taken_together() -> None:
    """Twelve members of six values each are more ways to choose than anyone can try; their hulls are not."""
    several = [series(f"e{n}.sales", *(_seen(k, {"value": str(n + k)}) for k in range(6))) for n in range(12)]
    found = rank(Figures(tracker(*several)), ranking(*(f"e{n}.sales" for n in range(12))), "e6")
    assert found is not None
    assert (found.first, found.last) == (1, 10)


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


def test_the_least_comes_first_where_less_is_better() -> None:
    """One rule for places, spans and changes: the cheapest is first, and a bound points the other way."""
    of = tracker(
        series("a.price", seen("2025", 300)),
        series("b.price", seen("2025", 200)),
        series("c.price", seen("2025", 100)),
        series("d.price", seen("2025", 250, bound="less-than")),
    )
    lines = standings(Figures(of), ranking("a.price", "b.price", "c.price", "d.price"))
    places = [(line.entity, line.rank and (line.rank.position, line.rank.span)) for line in lines]
    assert places == [("c", (1, "1 or 2")), ("b", (2, "2 or 3")), ("d", (3, "1 to 3")), ("a", (4, "4"))]


def test_a_fall_comes_first_where_less_is_better() -> None:
    """By change, what fell most is first."""
    of = tracker(
        series("a.price", seen("2024", 100), seen("2025", 90)),
        series("b.price", seen("2024", 100), seen("2025", 70)),
    )
    lines = standings(Figures(of), ranking("a.price", "b.price", by="change"))
    assert [line.entity for line in lines] == ["b", "a"]


def test_a_bound_from_another_series_closes_places_and_changes() -> None:
    """A value that is "more than" so much stands below whoever sold more than its maker did in all."""
    bounded = seen("2025", 110, bound="more-than", at_most={"a.shipments": "all that is sold was shipped"})
    of = Figures(
        tracker(
            series("a.sales", bounded, seen("2024", 100)),
            series("a.shipments", seen("2025", 120, "x", use="preferred"), seen("2025", 130, "y")),
            series("b.sales", seen("2025", 131), seen("2024", 100)),
            series("c.sales", seen("2025", 125), seen("2024", 100)),
        )
    )
    for by in ("value", "change"):
        lines = standings(of, ranking("a.sales", "b.sales", "c.sales", by=by))
        found = {line.entity: line.rank and line.rank.span for line in lines}
        assert found == {"b": "1", "a": "2 or 3", "c": "2 or 3"}

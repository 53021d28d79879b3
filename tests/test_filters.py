"""Filters: changes, shares, ratios, sums, rounding; their uncertainty, their inputs and their errors."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from factory import fig, figures, seen, series, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.figures import (
    Figure,
    FigureError,
    Figures,
    Missing,
    add,
    change,
    plain,
    points,
    rival_figures,
    rounded,
    say,
    share,
    subtract,
    times,
)
from sitegen.figures.values.rivals import same_and_other
from sitegen.model.basics.address import Address
from sitegen.model.series import Observation
from sitegen.words import Locale

D = Decimal


def changed(*observations: Observation, id: str = "a.sales", at: str = "2025-Q1") -> Figure | Missing:
    """The change on the year before of a series' address, there or missing."""
    of = figures(series(id, *observations))
    return change(of, of.answer(Address.parse(f"{id}@{at}")), "year")


@pytest.mark.parametrize(
    ("observations", "kind", "said"),
    [
        ([seen("2025-Q1", 45300, bound="approximate"), seen("2024-Q1", 85800)], "computed", "−47%"),
        ([seen("2025-Q1", 45300), seen("2024-Q1", 85800)], "computed", "−47.2%"),
        ([seen("2025-Q1", 80000, bound="more-than"), seen("2024-Q1", 40000)], "computed", "up more than 100%"),
        ([seen("2025-Q1", 40000), seen("2024-Q1", 80000, bound="more-than")], "computed", "down more than 50%"),
        ([seen("2025-Q1", low="8000", high="9000"), seen("2024-Q1", 4000)], "computed", "between +100% and +125%"),
        (
            [seen("2025-Q1", 700, bound="approximate"), seen("2024-Q1", 800, bound="approximate")],
            "computed",
            "between −24% and 0%",
        ),
        ([seen("2025-Q1", change={"year": "-12"})], "change", "−12%"),
        ([seen("2025-Q1", change={"year": "10.0"})], "change", "+10.0%"),
        ([seen("2025-Q1", change={"year": "20"}, bound="more-than")], "change", "up more than 20%"),
        ([seen("2025-Q1", 45300, change={"year": "-12.5"})], "change", "−12.5%"),
        ([seen("2025-Q1", 5), seen("2024-Q1", 0, change={"year": "7"})], "missing", "zero or below"),
        (
            [seen("2025-Q1", 5)],
            "missing",
            "none of our documents gives a value for the first quarter of 2024, and none gives the change",
        ),
        (
            [seen("2025-Q1", change={"year": "7"}, use="deprecated")],
            "missing",
            "none of our documents gives a value for the first quarter of 2025,"
            " and every change for the first quarter of 2025 is deprecated",
        ),
        (
            [
                seen("2025-Q1", 5, change={"year": "7"}, use="deprecated"),
                seen("2025-Q1", change={"year": "8"}, status="target"),
            ],
            "missing",
            "every value for the first quarter of 2025 is deprecated,"
            " and there is only an estimate or a target for the first quarter of 2025",
        ),
        (
            [seen("2025-Q1", change={"previous": "7"}, use="deprecated")],
            "missing",
            "none of our documents gives a value for the first quarter of 2025, and none gives the change",
        ),
    ],
)
def test_changes(observations: list[Observation], kind: str, said: str) -> None:
    """A change is computed where both ends answer, else as reported, and printed as its ends bear."""
    result = changed(*observations)
    if isinstance(result, Missing):
        assert kind == "missing"
        assert said in result.reason
    else:
        assert (result.kind, say(result, Locale())) == (kind, said)


def test_a_change_of_percent_is_in_points() -> None:
    """For a metric in percent the change is a difference in points, reported ones too."""
    values = [seen("2025", "31.5"), seen("2024", "29.0")]
    result = changed(*values, id="a.margin", at="2025")
    assert isinstance(result, Figure)
    assert (say(result, Locale()), str(result.unit)) == ("about +2.5", "points")
    reported = changed(seen("2025", change={"year": "2.1"}), id="a.margin", at="2025")
    assert isinstance(reported, Figure)
    assert (say(reported, Locale()), str(reported.unit)) == ("+2.1", "points")


def test_a_reported_change_that_disagrees_is_a_rival() -> None:
    """The computed change wins; what a source reports otherwise stands beside it and can be said."""
    of = figures(
        series(
            "a.sales",
            seen("2025-Q1", 45300, change={"year": "-12"}),
            seen("2025-Q1", change={"year": "-47"}, source="press-2"),
            seen("2024-Q1", 85800),
        )
    )
    result = change(of, fig(of, "a.sales@2025-Q1"), "year")
    assert isinstance(result, Figure)
    assert result.disagree
    assert [say(rival, Locale()) for rival in rival_figures(of, result)] == ["−12%"]
    assert [str(a) for a in result.addresses] == ["a.sales@2025-Q1", "a.sales@2024-Q1"]


def test_a_rival_with_the_same_value_is_no_other_value() -> None:
    """What reads as the figure does agrees with it; what is written otherwise stands beside it, even if it fits."""
    of = figures(
        series(
            "a.sales",
            seen("2025-Q1", 45300),
            seen("2025-Q1", 45300, "press-2"),
            seen("2025-Q1", 45000, "press-3", bound="approximate"),
        )
    )
    figure = fig(of, "a.sales@2025-Q1")
    same, other = same_and_other(figure, rival_figures(of, figure), Locale())
    assert [rival.observations[0].source for rival in same] == ["press-2"]
    assert [say(rival, Locale()) for rival in other] == ["about 45,000"]


def test_a_change_of_one_source_compares_with_that_source() -> None:
    """~source holds for both ends where it can; where the source has no earlier value, the answering one serves."""
    of = figures(
        series("a.sales", *(seen(p, v, s) for p in ("2025", "2024") for v, s in ((20, "filing-1"), (30, "press-1")))),
        series("b.sales", seen("2026", 50, status="target"), seen("2025", 40, "filing-1")),
    )
    assert say(_change(of, "a.sales@2025~press-1", "year"), Locale()) == "0.0%"
    target = _change(of, "b.sales@2026~press-1", "year")
    assert (say(target, Locale()), target.status) == ("+25.0%", "target")


def test_the_previous_period() -> None:
    """`previous` compares with the period of equal length just before."""
    of = figures(series("a.sales", seen("2025-Q1", 110), seen("2024-Q4", 100)))
    assert say(_change(of, "a.sales@2025-Q1", "previous"), Locale()) == "+10.0%"


def _change(of: Figures, address: str, kind: str) -> Figure:
    result = change(of, fig(of, address), "year" if kind == "year" else "previous")
    assert isinstance(result, Figure), result
    return result


@pytest.fixture
def two() -> Figures:
    """Two makers, a profit that is a loss, a margin, and a series of another region."""
    return figures(
        series("a.sales", seen("2025", 45300, bound="approximate")),
        series("b.sales", seen("2025", 100000)),
        series("c.sales", seen("2025", 500), region="world"),
        series("d.sales", seen("2025", 9, bound="at-most")),
        series("a.profit", seen("2025", -5, negative=True)),
        series("a.margin", seen("2025", "12.5"), seen("2024", "10.2")),
    )


@pytest.mark.parametrize(
    ("make", "said", "unit"),
    [
        (lambda of: share(of, fig(of, "a.sales@2025"), fig(of, "b.sales@2025")), "45.3%", "percent"),
        (lambda of: share(of, fig(of, "d.sales@2025"), fig(of, "b.sales@2025")), "0.0%", "percent"),
        (lambda of: share(of, fig(of, "b.sales@2025"), fig(of, "d.sales@2025")), "at least 1,111,111.1%", "percent"),
        (lambda of: times(of, fig(of, "b.sales@2025"), fig(of, "a.sales@2025")), "2.2", "times"),
        (lambda of: add(fig(of, "a.sales@2025"), fig(of, "b.sales@2025")), "about 145,300", "vehicles"),
        (lambda of: add(D(5), fig(of, "b.sales@2025")), "100,005", "vehicles"),
        (lambda of: add(fig(of, "d.sales@2025"), fig(of, "d.sales@2025")), "at most 18", "vehicles"),
        (
            lambda of: subtract(fig(of, "b.sales@2025"), fig(of, "d.sales@2025")),
            "between 99,991 and 100,000",
            "vehicles",
        ),
        (lambda of: subtract(D(100), fig(of, "a.margin@2025")), "87.5%", "percent"),
        (lambda of: subtract(fig(of, "a.margin@2025"), fig(of, "a.margin@2024")), "about 2.3", "points"),
        (lambda of: points(subtract(fig(of, "a.margin@2025"), fig(of, "a.margin@2024"))), "about +2.3", "points"),
        (lambda of: rounded(fig(of, "a.sales@2025"), -3), "about 45,000", "vehicles"),
        (lambda of: rounded(fig(of, "b.sales@2025"), -3), "100,000", "vehicles"),
        (lambda of: rounded(fig(of, "d.sales@2025"), -1), "at most 10", "vehicles"),
        (lambda of: rounded(fig(of, "a.margin@2025"), 0), "13%", "percent"),
        (lambda of: rounded(share(of, fig(of, "a.sales@2025"), fig(of, "b.sales@2025")), -1), "about 50%", "percent"),
        (lambda of: plain(of, fig(of, "b.sales@2025")), "100000", "vehicles"),
        (lambda of: plain(of, fig(of, "a.profit@2025")), "-5", "million CNY"),
        (lambda of: plain(of, subtract(fig(of, "a.margin@2025"), fig(of, "a.margin@2025"))), "0.0", "points"),
    ],
)
def test_filters(two: Figures, make: Callable[[Figures], Figure], said: str, unit: str) -> None:
    """Each filter's result in words and its unit."""
    assert (say(make(two), Locale()), str(make(two).unit)) == (said, unit)


@pytest.mark.parametrize(
    ("make", "said", "code"),
    [
        (
            lambda of: share(of, fig(of, "a.sales@2025"), fig(of, "c.sales@2025")),
            r"region \(China, Worldwide\)",
            "mixed-bases",
        ),
        (
            lambda of: times(of, fig(of, "a.sales@2025"), fig(of, "a.profit@2025")),
            "is in vehicles and",
            "expression-value",
        ),
        (lambda of: times(of, fig(of, "a.profit@2025"), fig(of, "a.profit@2025")), "zero or below", "expression-value"),
        (lambda of: add(fig(of, "a.sales@2025"), fig(of, "a.margin@2025")), "in percent", "expression-value"),
        (lambda of: add(fig(of, "a.sales@2025"), D("1e40")), "too many digits", "expression-value"),
        (lambda of: points(fig(of, "a.sales@2025")), "difference of two rates", "expression-value"),
        (lambda of: rounded(fig(of, "a.sales@2025"), -99), "leaves nothing", "expression-value"),
        (lambda of: change(of, rounded(fig(of, "a.sales@2025"), -3), "year"), "not of a computed", "expression-value"),
    ],
)
def test_misuse_is_told_in_words(two: Figures, make: Callable[[Figures], Figure], said: str, code: str) -> None:
    """What cannot be computed raises FigureError with a sentence and the problem's code."""
    with pytest.raises(FigureError, match=said) as raised:
        make(two)
    assert raised.value.code == code


def test_a_market_is_a_part_of_the_market_around_it() -> None:
    """A market's share of one that its region lies in needs no reason; the other way round, and of another, it does."""
    of = tracker(
        *(
            series(f"{region}.sales", seen("2025", number), region=region)
            for region, number in (("de", 20), ("eu", 100), ("no", 10))
        )
    )
    of = structs.replace(of, entities={id: replace(one, kind="market") for id, one in of.entities.items()})
    markets = Figures(of)
    assert say(share(markets, fig(markets, "de.sales@2025"), fig(markets, "eu.sales@2025")), Locale()) == "20.0%"
    for one, other, said in (
        ("no", "eu", r"region \(European Union, Norway\)"),
        ("eu", "de", r"region \(European Union, Germany as a part of European Union\)"),
    ):
        with pytest.raises(FigureError, match=said):
            share(markets, fig(markets, f"{one}.sales@2025"), fig(markets, f"{other}.sales@2025"))


def test_a_reason_allows_what_is_mixed(two: Figures) -> None:
    """`mixed` says why regions may be compared, and the result carries it to be printed."""
    result = share(two, fig(two, "a.sales@2025"), fig(two, "c.sales@2025"), mixed="both are small")
    assert result.mixed == "both are small"
    assert [str(a) for a in result.addresses] == ["a.sales@2025", "c.sales@2025"]


VALUES = st.integers(1, 10**6)


@given(VALUES, VALUES, st.booleans(), st.booleans())
def test_a_result_holds_whatever_the_inputs_allow(a: int, b: int, about_a: bool, about_b: bool) -> None:
    """Change, share and sum computed from true values lie inside the interval computed from what was reported."""
    of = figures(
        series(
            "a.sales",
            seen("2025", a, bound="approximate" if about_a else "exact"),
            seen("2024", b, bound="approximate" if about_b else "exact"),
        )
    )
    now, before = fig(of, "a.sales@2025"), fig(of, "a.sales@2024")
    true_a, true_b = now.amount.interval.high, before.amount.interval.low
    assert true_a is not None
    if not true_b:
        return
    assert _holds(share(of, now, before), true_a * 100 / true_b)
    assert _holds(_change(of, "a.sales@2025", "year"), true_a * 100 / true_b - 100)
    assert _holds(subtract(now, before), true_a - true_b)
    if a + b >= 50:  # less is nothing in hundreds, which is refused
        assert _holds(rounded(add(now, before), -2), true_a + true_b)


def _holds(figure: Figure, number: Decimal) -> bool:
    """True if the number lies in the figure's interval, but for the last digit of a division."""
    near = Decimal("1e-12")
    low, high = figure.amount.interval.low, figure.amount.interval.high
    return (low is None or low <= number + near) and (high is None or number - near <= high)

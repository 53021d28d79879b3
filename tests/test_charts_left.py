"""Nothing is left out in silence: what a chart names and does not show is a warning with its reason."""

from __future__ import annotations

import pytest
from chart_samples import chart, entry, own, planned, sample
from factory import seen, series, tracker, unit
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.kinds import KINDS
from sitegen.charts.planning import plan
from sitegen.figures import Figures
from sitegen.model.basics.unit import Conversion
from sitegen.model.chart import Chart
from sitegen.problems import Place

LATE = tracker(
    series("a.sales", seen("2024-Q1", 1), seen("2024-Q2", 2), cadence="quarter"),
    series("b.sales", seen("2019-Q1", 3), seen("2024", 9), cadence="quarter"),
    series("c.sales", seen("2024-Q1", 5, status="target"), cadence="quarter"),
    series("d.sales", seen("2024-Q1", 5, use="deprecated"), cadence="quarter"),
)
BOTH = ["a.sales", "b.sales"]
DRAWS = "import altair as alt\ndef chart(rows, size):\n    return alt.Chart({'values': rows}).mark_bar()\n"


@pytest.mark.parametrize("kind", [k for k in KINDS if KINDS[k].needs == ("series",) and k != "stacked"])
def test_every_kind_of_series_says_which_it_does_not_show(kind: str) -> None:
    """A series without a value in the range is named, whatever draws it; `stacked` then has nothing to draw."""
    (left,) = planned(chart(kind, series=BOTH, first="2024-Q1", last="2024-Q2"), LATE).left
    assert (left.code, left.message) == (
        "left-out",
        'nothing of "b.sales" is shown: its values are for the first quarter of 2019 to 2024, '
        "outside the chart's range",
    )


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("b.sales", "its values there are for 2024, and the chart shows quarters"),
        ("c.sales", "it has only estimates and targets"),
        ("d.sales", "it has no value that counts"),
    ],
)
def test_the_reason_is_that_of_the_series(other: str, said: str) -> None:
    """Another length of time, plans that nobody asked for, and values that do not count are different reasons."""
    (left,) = planned(chart("line", series=["a.sales", other], first="2024-Q1", last="2024-Q4"), LATE).left
    assert left.message == f'nothing of "{other}" is shown: {said}'


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (chart("line", series=["bmw.deliveries"], events=("listing",), first="2024-Q1", last="2024-Q1"), "May 2024"),
        (chart("timeline", companies=("aito", "bmw")), '"bmw" is shown: it has no market entry'),
        (chart("timeline", companies=("aito",), events=("listing",), first="2023", last="2023"), "May 2024"),
        (chart("map", companies=("aito", "bmw")), '"bmw" is shown: it has no market entry'),
        (chart("range", figures=["bmw.deliveries@2024-Q1", "bmw.deliveries@2019-Q1"]), "for the first quarter of 2019"),
        (chart("mine", series=["bmw.deliveries"], companies=("bmw", "aito")), "no market entry"),
        (chart("mine", series=["bmw.deliveries"], options={"order": "up"}), "mine.py never asks for it"),
        (chart("grouped", series=["bmw.deliveries"], mixed="why not"), "needs a reason"),
    ],
)
def test_whatever_is_named_is_shown_or_reported(asked: Chart, said: str) -> None:
    """Events, companies, addresses and keys are held against what is drawn in the same way."""
    assert any(said in left.message and left.hint for left in planned(asked, own(DRAWS)).left)


def test_lines_need_two_values() -> None:
    """A single value is a point, and bars may show it."""
    of = tracker(series("a.sales", seen("2024", 1), cadence="year"))
    assert [left.code for left in planned(chart("line", series=["a.sales"]), of).left] == ["lone-point"]
    assert [left.code for left in planned(chart("multiples", series=["a.sales"]), of).left] == ["lone-point"]
    assert planned(chart("bar", series=["a.sales"]), of).left == ()


def test_nothing_is_reported_of_what_is_shown() -> None:
    """A chart that shows all that it names has no warning."""
    of = structs.replace(sample(), entries=(entry("no", "on sale", "2024"),))
    asked = chart("line", series=["aito.deliveries", "bmw.deliveries"], events=("listing",))
    assert planned(asked, of).left == ()
    assert planned(chart("map", companies=("aito",)), of).left == ()


def test_a_warning_stands_at_the_name() -> None:
    """The place is that of the item of the list where it is known."""
    places = {"series/1": Place("data/charts/c.yaml", 3, 20)}
    asked = replace(chart("bar", series=BOTH, first="2024-Q1", last="2024-Q1"), places=places)
    assert [left.place.line for left in planned(asked, LATE).left] == [3]


RATES = tracker(
    series("a.revenue-eur", seen("2024", "1000"), cadence="year"),
    series("b.revenue-usd", seen("2024", "1100"), cadence="year"),
    series("fx.eur-per-usd", seen("2024", "0.9"), cadence="year"),
)
CONVERT = Conversion(unit("EUR"), (("fx", "eur-per-usd"),))


def test_a_converted_value_is_no_sum_of_periods() -> None:
    """The key of a chart does not call a value added up that is only in another currency."""
    both = chart("bar", series=["a.revenue-eur", "b.revenue-usd"], convert=CONVERT)
    assert "added up from shorter periods" not in [key.words for key in planned(both, RATES).key]


def test_what_cannot_be_converted_says_so() -> None:
    """A series that a rate does not bring into the currency of the chart is left out for that reason."""
    gone = {("fx", "eur-per-usd"): series("fx.eur-per-usd", seen("2023", "0.9"), cadence="year")}
    of = structs.replace(RATES, series={**RATES.series, **gone})
    (left,) = planned(chart("bar", series=["a.revenue-eur", "b.revenue-usd"], convert=CONVERT), of).left
    assert "b.revenue-usd" in left.message
    assert "cannot be converted" in left.message


def test_a_range_that_begins_before_all_values_says_so() -> None:
    """A chart is cut to its values, so that an earlier beginning changes nothing; its end may wait for values."""
    (left,) = planned(chart("line", series=["a.sales"], first="2023-Q1", last="2025-Q4"), LATE).left
    said = '"from: 2023-Q1" has no effect: no series has a value before the first quarter of 2024'
    assert (left.code, left.message, left.hint) == ("no-effect", said, "write from: 2024-Q1")
    assert planned(chart("line", series=["a.sales"], first="2024-Q1", last="2025-Q4"), LATE).left == ()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (chart("line", series=["b.sales", "c.sales"], first="2030", last="2031"), ["outside the", "only estimates"]),
        (chart("heatmap", series=["d.sales"]), ["no value that counts"]),
        (chart("map", companies=("bmw",)), ["no market entry"]),
        (chart("range", figures=["a.sales@2019"]), ["for 2019"]),
    ],
)
def test_a_chart_with_nothing_to_draw_says_why_of_each_thing(asked: Chart, said: list[str]) -> None:
    """The error is followed by the reason for each thing that the chart names."""
    found = plan(asked, Figures(LATE))
    assert isinstance(found, list)
    empty, *lefts = found
    assert (empty.code, len(lefts)) == ("chart-empty", len(said))
    assert [words for words, left in zip(said, lefts, strict=True) if words not in left.message] == []

"""Nothing is left out in silence: what a chart names and does not show is a warning with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_samples import chart, entry, own, planned, sample
from factory import seen, series, tracker

from sitegen.charts import KINDS
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


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].needs == ("series",)])
def test_every_kind_of_series_says_which_it_does_not_show(kind: str) -> None:
    """A series without a value in the range is named, whatever draws it."""
    (left,) = planned(chart(kind, series=BOTH, first="2024-Q1", last="2024-Q2"), LATE).left
    assert (left.code, left.message) == (
        "left-out",
        'nothing of "b.sales" is shown: its values are for first quarter of 2019 to 2024, outside the chart\'s range',
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
    of = replace(sample(), entries=(entry("no", "on sale", "2024"),))
    asked = chart("line", series=["aito.deliveries", "bmw.deliveries"], events=("listing",))
    assert planned(asked, of).left == ()
    assert planned(chart("map", companies=("aito",)), of).left == ()


def test_a_warning_stands_at_the_name() -> None:
    """The place is that of the item of the list where it is known."""
    places = {"series/1": Place("data/charts/c.yaml", 3, 20)}
    asked = replace(chart("bar", series=BOTH, first="2024-Q1", last="2024-Q1"), places=places)
    assert [left.place.line for left in planned(asked, LATE).left] == [3]

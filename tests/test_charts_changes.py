"""Charts of changes: bars left and right of zero, each with its sign."""

from __future__ import annotations

import pytest
from chart_samples import chart, drawn, planned, problem
from drawing import labels
from factory import seen, series, tracker

OF = tracker(
    series("a.sales", seen("2023", 100), seen("2024", 150), seen("2025", 120), cadence="year"),
    series("b.sales", seen("2024", 200), seen("2025", 150), cadence="year"),
    series("a.margin", seen("2024", 10), seen("2025", 13), cadence="year"),
)


def test_changes_stand_left_and_right_of_zero_with_their_sign() -> None:
    """A rise is right of the zero line, a fall left of it, and the table says that they are changes."""
    asked = chart("bar", series=["a.sales", "b.sales"], change="year", first="2024", last="2024")
    plot = planned(chart("bar", series=["a.sales"], change="year"), OF)
    assert [row["text"] for row in plot.rows] == ["+50.0%", "−20.0%"]
    assert [row["value"] for row in plot.rows] == [50.0, -20.0]
    assert [str(row["period"]) for row in plot.rows] == ["2024", "2025"]
    assert plot.columns[1].endswith(", change on the year before")
    assert {"+50.0%", "−20.0%"} <= {
        label.words for label in labels(drawn(chart("bar", series=["a.sales"], change="year"), OF).wide)
    }
    both = planned(asked, OF)
    assert [row["text"] for row in both.rows] == ["+50.0%", ""]


def test_where_all_fell_the_names_stand_beside_zero() -> None:
    """Each name is next to its bar, behind all values; where one rose, the names stand before all bars."""
    for year, beside in (("2025", True), ("2024", False)):
        asked = chart("bar", series=["a.sales", "b.sales"], change="year", first=year, last=year)
        svg = drawn(asked, OF)
        for said in (labels(svg.wide), labels(svg.narrow)):
            names = [label.x for label in said if label.words in ("A", "B")]
            values = [label.x for label in said if "%" in label.words]
            assert len(names) == 2
            assert (min(names) > max(values)) == beside


def test_a_change_goes_with_no_other_way_to_show_a_value() -> None:
    """Plans are no changes, and no other kind draws changes."""
    asked = chart("bar", series=["a.sales"], change="year", show=("targets",))
    assert problem(asked, OF).message == '"change" does not go with "show"'
    assert problem(chart("line", series=["a.sales"], change="year"), OF).message.endswith('does not take "change"')


@pytest.mark.parametrize("kind", ["year", "previous"])
def test_a_change_of_a_rate_is_in_its_points(kind: str) -> None:
    """What is no flow changes as its metric says."""
    (row,) = planned(chart("bar", series=["a.margin"], change=kind, first="2025"), OF).rows
    assert row["value"] == 3.0

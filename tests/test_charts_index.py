"""Lines that are 100 in one period: what they are, what stands together so, and what has no index."""

from __future__ import annotations

import pytest
from chart_samples import chart, drawn, planned, problem
from drawing import labels
from factory import seen, series, tracker

from sitegen.model import Period, Tracker

BASE = Period.parse("2023")


def two() -> Tracker:
    """A large and a small maker over three years."""
    return tracker(
        series("a.sales", seen("2022", 50), seen("2023", 200), seen("2024", 300), cadence="year"),
        series("b.sales", seen("2022", 10), seen("2023", 40, bound="approximate"), seen("2024", 30), cadence="year"),
    )


@pytest.mark.parametrize("kind", ["line", "multiples"])
def test_every_line_is_100_at_the_base(kind: str) -> None:
    """Also one that is only about so much there; what stands beside it keeps its doubt."""
    asked = chart(kind, series=["a.sales", "b.sales"], index=BASE)
    plot = planned(asked, two())
    found = {(row["entity"], row["period"]): (row["value"], row["approximate"]) for row in plot.rows}
    assert found["a", "2023"] == found["b", "2023"] == (100.0, False)
    assert found["a", "2024"] == (150.0, False)
    assert found["b", "2024"] == (75.0, True)
    assert str(plot.unit) == "index 2023 = 100"
    said = [label.words for label in labels(drawn(asked, two()).wide)]
    assert kind == "multiples" or "2023 = 100" in said


def test_lines_of_other_units_stand_together() -> None:
    """An index has no unit of theirs, so cars and money can be compared."""
    of = tracker(
        series("a.sales", seen("2023", 200), seen("2024", 300), cadence="year"),
        series("a.profit", seen("2023", 4), seen("2024", 5), cadence="year"),
    )
    given = {"series": ["a.sales", "a.profit"]}
    assert problem(chart("line", **given), of).code == "chart-option"
    assert planned(chart("line", **given, index=BASE), of).table[1][1:] != ()


def test_a_loss_has_no_index() -> None:
    """As a base it is refused; elsewhere it is a gap with its reason."""
    of = tracker(series("a.profit", seen("2022", -1, negative=True), seen("2023", 4), seen("2024", 6), cadence="year"))
    found = problem(chart("line", series=["a.profit"], index=Period.parse("2022")), of)
    assert "only what is above zero can be 100" in found.message
    rows = planned(chart("line", series=["a.profit"], index=BASE), of).rows
    assert [row["value"] for row in rows if row["what"] == "value"] == [100.0, 150.0]

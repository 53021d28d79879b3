"""Kind `scatter`: two metrics, named axes, one period or the latest of each entity."""

from __future__ import annotations

import pytest
from chart_samples import chart, drawn, planned, problem
from drawing import labels, tips
from factory import seen, series, tracker

from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker


def two() -> Tracker:
    """Two entities with a price and a margin in some years, exact or not."""
    return tracker(
        series("a.price", seen("2024", 300), seen("2025", 320, bound="approximate", within="10"), cadence="year"),
        series("a.margin", seen("2024", 5), seen("2025", 6, bound="more-than"), cadence="year"),
        series("b.price", seen("2025", low="400", high="440"), cadence="year"),
        series("b.margin", seen("2025", -2, negative=True), cadence="year"),
        series("c.price", seen("2023", 500), cadence="year"),
        series("c.margin", seen("2024", 9), cadence="year"),
        series("d.price", seen("2025", low="1", high="2"), cadence="year"),
        series("d.margin", seen("2025", low="3", high="4"), cadence="year"),
    )


def scatter(*entities: str, **keys: str) -> Chart:
    """A chart of margin by price."""
    return chart("scatter", x="price", y="margin", entities=entities, **keys)


def test_each_entity_stands_in_the_latest_period_of_both() -> None:
    """The latest period in which both metrics have a value is taken, and named once where all share it."""
    plot = planned(scatter("a", "b"), two())
    assert [(row["label"], row["period"], row["when"]) for row in plot.rows] == [("A", "2025", ""), ("B", "2025", "")]
    words = [label.words for label in labels(drawn(scatter("a", "b"), two()).wide)]
    assert {"2025", "A", "B", "↑ Margin, percent", "Price, Chinese yuan →"} <= set(words)


def test_one_period_is_asked_for_with_from_and_to() -> None:
    """An entity that lacks a value there is left out with the reason."""
    plot = planned(scatter("a", "b", first="2024", last="2024"), two())
    assert [row["label"] for row in plot.rows] == ["A"]
    assert [left.code for left in plot.left] == ["left-out"]
    assert 'nothing of "b" is shown' in plot.left[0].message


def test_other_periods_are_named_at_the_points() -> None:
    """Values of two periods need a reason, and the name says which they are."""
    found = problem(scatter("a", "c"), two())
    assert (found.code, found.message) == ("mixed-bases", "the two values of C are of two periods: 2023 and 2024")
    mixed = drawn(scatter("a", "c", mixed="prices last"), two()).wide
    assert {"A (2025)", "C (2023 and 2024)"} <= {label.words for label in labels(mixed)}


def test_periods_of_unequal_length_need_a_reason() -> None:
    """A month beside a year is mixed, whatever the metrics are."""
    of = tracker(
        series("a.price", seen("2025", 3), cadence="year"),
        series("a.margin", seen("2025", 3), cadence="year"),
        series("b.price", seen("2025-03", 3)),
        series("b.margin", seen("2025-03", 3)),
    )
    assert "the length of their periods" in _first(of)
    assert planned(scatter("a", "b", mixed="why"), of).mixed == "why"


def _first(of: Tracker) -> str:
    from sitegen.charts.planning import plan
    from sitegen.figures import Figures

    found = plan(scatter("a", "b"), Figures(of))
    assert isinstance(found, list)
    return found[0].message


def test_a_range_is_no_point() -> None:
    """A range along one axis is a whisker, along both a box; a bound is a hollow point with an arrow."""
    rows = {row["label"]: row for row in planned(scatter("a", "b", "d"), two()).rows}
    assert (rows["B"]["x"], rows["B"]["x_low"], rows["B"]["x_high"]) == (None, 400.0, 440.0)
    assert (rows["A"]["x_low"], rows["A"]["x_high"], rows["A"]["y_bound"]) == (310.0, 330.0, "at-least")
    svg = drawn(scatter("a", "b", "d"), two()).wide
    assert svg.count('stroke-width="2"') == 2  # the point of A and the head of its arrow
    assert svg.count('stroke-dasharray="4,3"') == 1
    keys = [key.sign for key in planned(scatter("a", "b", "d"), two()).key]
    assert keys == ["spread", "hollow", "more", "outline"]


@pytest.mark.parametrize("narrow", [False, True])
def test_names_do_not_cover_each_other(narrow: bool) -> None:
    """Points near each other have their names on different sides."""
    near = [(f"e{n}", 100 + n, 10 + n) for n in range(4)]
    of = tracker(
        *(series(f"{id}.price", seen("2025", x), cadence="year") for id, x, _ in near),
        *(series(f"{id}.margin", seen("2025", y), cadence="year") for id, _, y in near),
    )
    drawing = drawn(scatter(*(id for id, _, _ in near)), of)
    names = [label for label in labels((drawing.narrow) if narrow else drawing.wide) if label.words[0] == "E"]
    assert len({(name.x, name.y) for name in names}) == 4
    assert all(abs(a.y - b.y) >= 13 or abs(a.x - b.x) > 15 for a in names for b in names if a is not b)


def test_a_pointer_finds_both_values() -> None:
    """The box of a point says the period and the values with their metrics."""
    said = tips(drawn(scatter("a"), two()).wide)
    assert said == ["A, 2025\nPrice, Chinese yuan: about 320\nMargin, percent: more than 6%"]


def test_x_y_and_entities_are_all_needed() -> None:
    """A chart that lacks one of them is told what to write."""
    found = problem(chart("scatter", x="price", entities=("a",)), two())
    assert (found.code, found.message) == ("chart-option", 'a chart of kind "scatter" needs x, y and entities')

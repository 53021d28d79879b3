"""What charts look like: words that do not touch, numbers that are there, room that is used."""

from __future__ import annotations

import re
from itertools import pairwise

from chart_samples import ALL, FONTS, chart, drawn
from drawing import labels, tips
from factory import seen, series, tracker

from sitegen.charts.fonts import Fonts

TYPE = Fonts.read(FONTS)


def test_small_charts_name_periods_below_each_column() -> None:
    """Four charts in three columns: the first and the last period stand below the lowest chart of each column."""
    four = [series(f"{id}.sales", seen("2023", 1), seen("2024", 61), cadence="year") for id in "abcd"]
    svg = drawn(chart("multiples", series=[f"{id}.sales" for id in "abcd"]), tracker(*four)).wide
    assert svg.count(">2023<") == svg.count(">2024<") == 3
    assert [svg.count(f">{tick}<") for tick in (0, 20, 40, 60, 80)] == [2, 2, 2, 2, 0]


def test_small_charts_mark_what_stands_alone() -> None:
    """Where periods are near each other, a long line is a line; short runs and lonely values are dots too."""
    months = [f"20{year}-{month:02}" for year in (23, 24, 25) for month in range(1, 13)]
    known = [*months[:2], months[5], *months[10:]]
    asked = chart("multiples", series=["a.sales", "b.sales"])
    of = tracker(*(series(f"{id}.sales", *(seen(m, n + 1) for n, m in enumerate(known))) for id in "ab"))
    svg = drawn(asked, of).narrow or ""
    assert len(re.findall(r'<path transform="translate\([^"]*" d="M[^"]*A', svg)) == 2 * 4


def test_names_on_the_axis_of_a_range_never_touch() -> None:
    """Wide and narrow, long numbers on the axis have room between them; the axis has nearly the whole of a phone."""
    quarters = [f"{year}-Q{n}" for year in (2023, 2024) for n in (1, 2, 3, 4)]
    for unit in (1, 1_000, 1_000_000):
        of = tracker(series("a.sales", *(seen(q, (83 + 9 * n) * unit) for n, q in enumerate(quarters))))
        drawing = drawn(chart("range", figures=[f"a.sales@{q}" for q in quarters]), of)
        for svg in (drawing.wide, drawing.narrow or ""):
            lowest = max(label.y for label in labels(svg))
            names = [(label.x, label.words) for label in labels(svg) if label.y == lowest]
            assert len(names) >= 2
            for (x, one), (x2, other) in pairwise(names):
                assert x2 - x > (TYPE.width(one) + TYPE.width(other)) / 2 + 6
        assert names[-1][0] - names[0][0] > 180


def test_the_grid_of_a_range_stops_at_headings() -> None:
    """Lines of the grid run behind the points of a group and not through the words above it."""
    for svg in (drawn(ALL["range"]).wide, drawn(ALL["range"]).narrow or ""):
        headings = [label.y for label in labels(svg) if label.bold]
        upright = re.findall(r'translate\([-0-9.]+,([-0-9.]+)\)" x2="0" y2="([-0-9.]+)" stroke="var\(--grid\)"', svg)
        assert len(headings) == 2
        assert upright
        assert not [
            1 for y in headings for top, tall in upright if float(top) < y + 5 and float(top) + float(tall) > y - 5
        ]


def test_cells_have_their_numbers_on_phones_too() -> None:
    """Twelve quarters that are too many beside each other stand in two rows of six, each with its numbers."""
    quarters = [f"{year}-Q{n}" for year in (2023, 2024, 2025) for n in (1, 2, 3, 4)]
    of = tracker(
        series("mercedes-benz.sales", *(seen(q, 110_000 + 1000 * n) for n, q in enumerate(quarters)), cadence="quarter")
    )
    narrow = labels(drawn(chart("heatmap", series=["mercedes-benz.sales"]), of).narrow or "")
    at = {label.words: label for label in narrow}
    assert {str(110 + n) for n in range(12)} <= set(at)
    assert at["110"].y == at["115"].y < at["116"].y == at["121"].y
    assert at["110"].x == at["116"].x
    assert [label.words for label in narrow].count("2024") == 2


def test_cells_of_many_years_have_no_numbers() -> None:
    """Where four rows would not hold the numbers, one row of colours is left."""
    months = [f"{year}-{month:02}" for year in range(2018, 2026) for month in range(1, 13)]
    of = tracker(series("a.sales", *(seen(m, 50_000 + n) for n, m in enumerate(months))))
    narrow = drawn(chart("heatmap", series=["a.sales"]), of).narrow or ""
    assert "50" not in [label.words for label in labels(narrow)]
    assert [label.words for label in labels(narrow)].count("A") == 1
    assert len(tips(narrow)) == 96

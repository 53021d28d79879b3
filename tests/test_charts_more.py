"""Grids, groups, small charts and places; what a drawing says where a reader points at it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pytest
from chart_samples import ALL, FONTS, chart, drawn, planned, problem, sample
from factory import seen, series, tracker

from sitegen.charts.fonts import Fonts
from sitegen.charts.heatmap import STEPS
from sitegen.charts.plot import num

TYPE = Fonts.read(FONTS)


def tips(svg: str) -> list[str]:
    """What a drawing says, mark by mark."""
    return [html.unescape(found) for found in re.findall(r' data-t="([^"]*)"', svg)]


class Label(NamedTuple):
    """A line of text of a drawing, and where it stands in its frame."""

    x: float
    y: float
    bold: bool
    words: str


def labels(svg: str) -> list[Label]:
    """All text of a drawing."""
    found = re.findall(r'<text[^>]*translate\(([-0-9.]+),([-0-9.]+)\)"([^>]*)>([^<]*)<', svg)
    return [Label(float(x), float(y), "font-weight" in style, html.unescape(words)) for x, y, style, words in found]


def test_a_grid_has_round_steps_and_empty_cells() -> None:
    """Five equal steps hold all values, larger values never have a lower step, and a hole has none."""
    plot = planned(ALL["heatmap"])
    known = sorted((num(row, "value"), num(row, "step")) for row in plot.rows if row["value"] is not None)
    assert all(one[1] <= other[1] for one, other in pairwise(known))
    assert {row["step"] for row in plot.rows if row["value"] is None} == {0.0}
    fills = [key.words for key in plot.key if key.sign == "fill"]
    assert fills == ["0 to 50,000", "50,000 to 100,000", "150,000 to 200,000"]
    assert "no number found" in [key.words for key in plot.key]


def test_cells_say_thousands_and_doubt() -> None:
    """Large numbers stand in thousands, approximate ones with a sign that the key explains."""
    plot = planned(ALL["heatmap"])
    assert [row["cell"] for row in plot.rows][:2] == ["~86", "90"]
    assert {"event-1,000", "event-~"} <= {key.sign for key in plot.key}
    assert ">~86<" in drawn(ALL["heatmap"]).wide


@pytest.mark.parametrize("values", [(1, 2), (7, 7), (0, 3), (12345678, 1), (1, 100)])
def test_steps_hold_any_values(values: tuple[int, int]) -> None:
    """No value lies outside the steps."""
    of = tracker(series("a.sales", seen("2024", values[0]), seen("2025", values[1]), cadence="year"))
    rows = planned(chart("heatmap", series=["a.sales"]), of).rows
    assert all(1 <= num(row, "step") <= STEPS for row in rows)


def test_places_are_those_of_the_rankings() -> None:
    """The places in the order of the periods; open where another member has no value."""
    plot = planned(ALL["bump"])
    assert [(row["entity"], row["period"], row["place"]) for row in plot.rows] == [
        ("bmw", "2024-Q1", 1.0),
        ("bmw", "2024-Q2", 1.0),
        ("aito", "2024-Q1", 2.0),
        ("aito", "2024-Q2", 2.0),
    ]
    assert plot.key == ()
    late = replace(sample().rankings["q2"], id="late", period=sample().rankings["q2"].period.previous().year_before())
    of = replace(sample(), rankings={"q1": sample().rankings["q1"], "late": late})
    assert problem(chart("bump", rankings=("late",)), of).code == "chart-empty"


def test_a_place_that_may_be_lower_has_a_dashed_ring() -> None:
    """The second quarter of the next year has no value of one member: the other's place is not certain."""
    of = sample()
    third = replace(of.rankings["q2"], id="q3", period=of.rankings["q2"].period.year_before())
    lonely = replace(of, rankings={**of.rankings, "q3": third})
    assert planned(chart("bump", rankings=("q1", "q2")), lonely).key == ()
    gap = tracker(
        series("aito.deliveries", seen("2024", 1), seen("2025", 2)),
        series("bmw.deliveries", seen("2024", 3)),
    )
    years = {
        id: replace(of.rankings["q1"], id=id, period=of.rankings["q1"].period.parse(id)) for id in ("2024", "2025")
    }
    plot = planned(chart("bump", rankings=("2024", "2025")), replace(gap, rankings=years))
    assert [row["open"] for row in plot.rows] == [False, True, False]
    assert [key.sign for key in plot.key] == ["dashed"]
    assert "A place in 2025 may be lower" in plot.summary
    svg = drawn(chart("bump", rankings=("2024", "2025")), replace(gap, rankings=years)).wide
    assert svg.count('stroke-dasharray="4,3.09"') == 1
    assert re.findall(r">(\d)</text>", svg) == ["2", "1", "1"]
    assert [said.splitlines()[1] for said in tips(svg)] == ["AITO: place 2", "AITO: place 1 or lower", "BMW: place 1"]


def test_groups_begin_at_zero_and_say_their_values() -> None:
    """Every known value has a bar from the zero line; where there is room its number stands above."""
    of = tracker(
        series("a.sales", seen("2024", 100), seen("2025", 50), cadence="year"),
        series("b.sales", seen("2024", 25), seen("2025", 75), cadence="year"),
    )
    svg = drawn(chart("grouped", series=["a.sales", "b.sales"]), of).wide
    assert all(f">{value}<" in svg for value in (100, 50, 25, 75))
    assert tips(svg) == ["A, 2024\n100", "A, 2025\n50", "B, 2024\n25", "B, 2025\n75"]


def test_small_charts_share_their_scales() -> None:
    """Each series has its panel with its name and last value; a value lies at the same height in all of them."""
    of = tracker(
        series("a.sales", seen("2023", 10), seen("2024", 100), cadence="year"),
        series("b.sales", seen("2023", 100), seen("2024", 10), cadence="year"),
    )
    svg = drawn(chart("multiples", series=["a.sales", "b.sales"]), of).wide
    assert "100 in 2024" in svg
    assert "10 in 2024" in svg
    paths = re.findall(r'<path d="M[-0-9.]+,([-0-9.]+)L[-0-9.]+,([-0-9.]+)"', svg)
    assert paths[0] == paths[1][::-1]


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


def test_lines_say_what_a_point_means() -> None:
    """One strip a period, with every known value there, the largest first, and whether sources differ."""
    said = tips(drawn(ALL["line"]).wide)
    assert said[0] == "Q1 2024\nBMW: 187,000\nAITO: about 85,800"
    assert said[-1] == "Q1 2025\nAITO: 45,300, sources differ"


def test_maps_and_timelines_say_places() -> None:
    """A country says the stage of each company there; a step says when."""
    assert "Norway\nAITO: on sale" in tips(drawn(ALL["map"]).wide)
    assert any(said.startswith("Singapore\n") for said in tips(drawn(ALL["map"]).wide))
    steps = tips(drawn(ALL["timeline"]).wide)
    assert "Norway\nannounced May 2023" in steps
    assert "Norway\npromised for Q1 2024" in steps

"""Grids, groups, small charts and places; what a drawing says where a reader points at it."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from chart_samples import ALL, chart, drawn, planned, problem, sample
from drawing import labels, tips
from factory import PLACE, seen, series, tracker, unit
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.draw import shown_key
from sitegen.charts.kinds.steps import SHADES
from sitegen.charts.plot import Row, num
from sitegen.model import Period, Tracker, parse_series
from sitegen.model.basics.amount import make_amount
from sitegen.model.ranking import LeagueRow, LeagueTable


def test_a_grid_has_round_steps_and_empty_cells() -> None:
    """Five equal steps hold all values, none needless; larger values never have a lower step, a hole has none."""
    plot = planned(ALL["heatmap"])
    known = sorted((num(row, "value"), num(row, "step")) for row in plot.rows if row["value"] is not None)
    assert all(one[1] <= other[1] for one, other in pairwise(known))
    assert {row["step"] for row in plot.rows if row["value"] is None} == {0.0}
    fills = [key.words for key in plot.key if key.sign == "fill"]
    assert fills == ["40,000 to 80,000", "80,000 to 120,000", "160,000 to 200,000"]
    assert ("hatch", "no number found") in [(key.sign, key.words) for key in plot.key]


def test_holes_of_a_grid_are_hatched() -> None:
    """Cells without a number that stand side by side are hatched as one, with words where these fit, in one mark."""
    of = tracker(series("a.sales", seen("2015", 7), seen("2020", 8), seen("2022", 9), cadence="year"))
    svg = drawn(chart("heatmap", series=["a.sales"]), of).wide
    assert [label.words for label in labels(svg)].count("no number") == 2
    hatched = re.findall(r'<path[^>]* d="((?:M[-0-9.,]+L[-0-9.,]+){20,})"', svg)
    assert len(hatched) == 1
    full = drawn(chart("heatmap", series=["a.sales"], first="2022", last="2022"), of)
    assert "no number" not in full.wide + full.narrow


def test_cells_say_thousands_and_doubt() -> None:
    """Large numbers stand in thousands, approximate ones with a sign that the key explains."""
    plot = planned(ALL["heatmap"])
    assert [row["cell"] for row in plot.rows][:2] == ["~86", "90"]
    assert "text-~" in {key.sign for key in plot.key}
    assert "numbers in thousands" in [key.words for key in plot.key]
    assert ">~86<" in drawn(ALL["heatmap"]).wide


def test_numbers_of_groups_fit_or_the_key_is_silent() -> None:
    """Groups stand in as many rows as let their numbers fit; where even those are too few, the key has no signs of
    numbers."""
    many = [seen(str(year), 123456, bound="approximate") for year in range(2000, 2026)]
    for values, fits in ((many[:4], True), (many, False)):
        of = tracker(*(series(f"{id}.sales", *values, cadence="year") for id in "abcd"))
        asked = chart("grouped", series=[f"{id}.sales" for id in "abcd"])
        drawing = drawn(asked, of)
        assert all((">~123,456<" in svg) == fits for svg in (drawing.wide, drawing.narrow))
        signs = {key.sign for key in shown_key(planned(asked, of), drawing)}
        assert ("text-~" in signs) == fits
        assert signs | {"text-~"} == {key.sign for key in planned(asked, of).key}


def test_cells_and_bars_keep_bounds_and_decimals() -> None:
    """A number has its metric's decimals and a sign for its bound, which the key explains; none is beyond its bound."""
    small = series("a.price", seen("2024", "7.25"), seen("2025", "8.5", bound="more-than"), cadence="year")
    of = tracker(small)
    of = structs.replace(of, metrics={"price": replace(of.metrics["price"], decimals=2)})
    for kind, name in (("heatmap", "cell"), ("grouped", "brief")):
        plot = planned(chart(kind, series=["a.price"]), of)
        assert [row[name] for row in plot.rows] == ["7.25", ">8.5"]
        assert ("text->", "more than this value") in [(key.sign, key.words) for key in plot.key]
        assert "&gt;8.5<" in drawn(chart(kind, series=["a.price"]), of).wide
    values = (seen("2023", 40900, bound="more-than"), seen("2024", 40100, bound="at-most"), seen("2025", 3250))
    large = tracker(series("a.sales", *values, cadence="year"))
    assert [row["cell"] for row in planned(chart("heatmap", series=["a.sales"]), large).rows] == [">40", "≤41", "3.3"]


@pytest.mark.parametrize("values", [(1, 2), (7, 7), (0, 3), (12345678, 1), (1, 100)])
def test_steps_hold_any_values(values: tuple[int, int]) -> None:
    """No value lies outside the steps."""
    of = tracker(series("a.sales", seen("2024", values[0]), seen("2025", values[1]), cadence="year"))
    rows = planned(chart("heatmap", series=["a.sales"]), of).rows
    assert all(1 <= num(row, "step") <= SHADES for row in rows)


def test_places_are_those_of_the_rankings() -> None:
    """The places in the order of the periods; open where another member has no value."""
    plot = planned(ALL["bump"])
    assert [(row["entity"], row["period"], row["place"]) for row in plot.rows] == [
        ("bmw", "2024-Q1", 1.0),
        ("bmw", "2024-Q2", 1.0),
        ("aito", "2024-Q1", 2.0),
        ("aito", "2024-Q2", 2.0),
    ]
    leads = "first in the second quarter of 2024, of those with a number: BMW"
    assert [key.words for key in plot.key] == [leads]
    drawing = drawn(ALL["bump"])
    for svg in (drawing.wide, drawing.narrow):  # at both ends
        assert [label.words for label in labels(svg)].count("AITO") == 2
    late = replace(sample().rankings["q2"], id="late", period=Period.parse("2023-Q1"))
    of = structs.replace(sample(), rankings={"q1": sample().rankings["q1"], "late": late})
    assert problem(chart("bump", rankings=("late",)), of).code == "chart-empty"


def test_a_published_table_has_places_too() -> None:
    """Its rows are of no series, and stand among the places of rankings that are worked out."""
    of, amount = sample(), make_amount(Decimal(9), whole=True)
    rows = tuple(
        LeagueRow(rank=rank, entity=id, name=id, amount=amount, place=PLACE) for rank, id in ((1, "aito"), (2, "bmw"))
    )
    table = LeagueTable(source="press-1", definition="x", unit=unit("vehicles"), rows=rows)
    late = replace(of.rankings["q2"], id="q3", period=Period.parse("2024-Q3"), members=(), table=table)
    plot = planned(chart("bump", rankings=("q1", "q3")), structs.replace(of, rankings={**of.rankings, "q3": late}))
    assert [(row["entity"], row["place"]) for row in plot.rows if row["period"] == "2024-Q3"] == [
        ("aito", 1.0),
        ("bmw", 2.0),
    ]


def test_an_open_place_has_a_dashed_ring() -> None:
    """A number that may be any higher one opens two places; who has none is not counted, who may be any not drawn."""
    of = sample()
    third = replace(of.rankings["q2"], id="q3", period=Period.parse("2023-Q2"))
    lonely = structs.replace(of, rankings={**of.rankings, "q3": third})
    assert planned(chart("bump", rankings=("q1", "q2")), lonely).key[1:] == ()
    gap = tracker(
        series("aito.deliveries", seen("2024", 1), seen("2025", 2)),
        series("bmw.deliveries", seen("2024", 3)),
        series("a.deliveries", seen("2024", 0), seen("2025", 1, bound="more-than")),
    )
    two = {id: replace(of.rankings["q1"], id=id, period=Period.parse(id)) for id in ("2024", "2025")}
    three = (*of.rankings["q1"].members, parse_series("a.deliveries"))
    years = {id: replace(each, members=three) for id, each in two.items()}
    vague = tracker(
        series("aito.deliveries", seen("2024", 1), seen("2025", 2, bound="more-than")),
        series("bmw.deliveries", seen("2024", 3), seen("2025", 4)),
        series("a.deliveries", seen("2024", 2), seen("2025", 6)),
    )
    nearly = planned(chart("bump", rankings=("2024", "2025")), structs.replace(vague, rankings=years))
    assert ("AITO", "2025") not in [(row["label"], row["period"]) for row in nearly.rows]
    assert "place unknown in 2025: AITO" in [key.words for key in nearly.key]
    plot = planned(chart("bump", rankings=("2024", "2025")), structs.replace(gap, rankings=years))
    assert [row["open"] for row in plot.rows if row["label"] != "A"] == [False, True, False]
    assert [key.sign for key in plot.key] == ["ring", "dotted", "", ""]
    assert plot.key[2].words == "first in 2025, of those with a number: AITO or A"
    assert plot.key[-1].words == "no number found for 2025: BMW"
    assert "AITO 2 in 2024, 1 or 2 in 2025" in plot.summary
    svg = drawn(chart("bump", rankings=("2024", "2025")), structs.replace(gap, rankings=years)).wide
    assert svg.count('stroke-dasharray="4,3.09"') == 2
    assert svg.count('stroke-dasharray="1.5,4"') == 2
    assert re.findall(r">(\d(?:–\d)?)</text>", svg) == ["2", "1–2", "3", "1–2", "1"]
    said = [said.splitlines()[1] for said in tips(svg) if "\nA: " not in said]
    assert said == ["AITO: place 2", "AITO: place 1 or 2", "BMW: place 1"]


def yearly(of: Tracker, **members: str) -> list[Row]:
    """The places of a chart of years; members: of the ranking of each year, y2024="abc"."""
    rankings = {
        year: replace(
            sample().rankings["q1"],
            id=year,
            period=Period.parse(year.removeprefix("y")),
            members=tuple(parse_series(f"{member}.sales") for member in some),
        )
        for year, some in members.items()
    }
    return list(planned(chart("bump", rankings=tuple(rankings)), structs.replace(of, rankings=rankings)).rows)


def test_a_line_is_whole_only_where_the_move_is_certain() -> None:
    """Where one passed another, or all stayed; not where a place is open, or one rises because another is missing."""
    of = tracker(
        series("a.sales", seen("2023", 5), seen("2024", 9), seen("2025", 9), cadence="year"),
        series("b.sales", seen("2023", 7), seen("2024", 7), seen("2025", 5), cadence="year"),
        series("c.sales", seen("2023", 3), seen("2024", 3), seen("2025", 7), cadence="year"),
    )
    rows = yearly(of, y2023="abc", y2024="abc", y2025="abc")
    assert [row["moved"] for row in rows if row["index"]] == [True] * 6
    without = yearly(of, y2023="abc", y2024="abc", y2025="bc")
    assert [(row["label"], row["brief"], row["moved"]) for row in without if row["period"] == "2025"] == [
        ("C", "1", True),
        ("B", "2", False),
    ]
    rising = yearly(of, y2024="abc", y2025="b")
    assert [(row["brief"], row["moved"]) for row in rising if row["period"] == "2025"] == [("1", False)]


def test_an_open_order_is_that_beside_it() -> None:
    """Of two whose order is open in one year, the one that is first in the next stands above: no line crosses. In the
    last year they stand as the list has them."""

    def heights(settled: str, open_: str) -> list[tuple[object, object, object]]:
        of = tracker(
            series("a.sales", seen(settled, 9), seen(open_, 8, bound="approximate"), cadence="year"),
            series("b.sales", seen(settled, 7), seen(open_, "8.1", bound="approximate"), cadence="year"),
            series("c.sales", seen(settled, 5), seen(open_, 100), cadence="year"),
        )
        rows = [row for row in yearly(of, y2023="abc", y2024="abc") if row["period"] == open_]
        return sorted((row["height"], row["label"], row["brief"]) for row in rows)

    assert heights("2024", "2023") == [(1.0, "C", "1"), (2.0, "A", "2–3"), (3.0, "B", "2–3")]
    assert heights("2023", "2024") == [(1.0, "C", "1"), (2.0, "B", "2–3"), (3.0, "A", "2–3")]


def test_groups_begin_at_zero_and_say_their_values() -> None:
    """Every known value has a bar from the zero line; where there is room its number stands above."""
    of = tracker(
        series("a.sales", seen("2024", 100), seen("2025", 50), cadence="year"),
        series("b.sales", seen("2024", 25), seen("2025", 75), cadence="year"),
    )
    svg = drawn(chart("grouped", series=["a.sales", "b.sales"]), of).wide
    assert all(f">{value}<" in svg for value in (100, 50, 25, 75))
    assert tips(svg) == ["A, 2024\n100", "A, 2025\n50", "B, 2024\n25", "B, 2025\n75"]


@pytest.mark.parametrize("kind", ["bar", "grouped"])
def test_a_bar_that_is_missing_is_said(kind: str) -> None:
    """Where there is room the words stand in its place, else a dash does, which the key explains."""
    missing = series("a.sales", seen("2023", 100), seen("2025", 50), cadence="year")
    asked = chart(kind, series=["a.sales", "b.sales"][: 1 if kind == "bar" else 2])
    of = tracker(missing, series("b.sales", *(seen(year, 75) for year in ("2023", "2024", "2025")), cadence="year"))
    key = [line.words for line in planned(asked, of).key]
    said = [label.words for label in labels(drawn(asked, of).wide)]
    assert ("no number" in said, "–" in said, "no number found" in key) == (kind == "bar", *[kind == "grouped"] * 2)


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


def test_lines_say_what_a_point_means() -> None:
    """One strip a period, with every known value there, the largest first, and whether sources differ."""
    said = tips(drawn(ALL["line"]).wide)
    assert said[0] == "Q1 2024\nBMW: 187,000\nAITO: about 85,800"
    assert said[-1] == "Q1 2025\nAITO: 45,300, sources differ"


def test_maps_and_timelines_say_places() -> None:
    """A country says the stage of each company there, and of which year; a step says when."""
    assert "Norway\nAITO: on sale (reported\u00a02024)" in tips(drawn(ALL["map"]).wide)
    assert any(said.startswith("Singapore\n") for said in tips(drawn(ALL["map"]).wide))
    assert {row["color"] for row in planned(ALL["timeline"]).rows} == {"var(--e-aito,var(--c-1))"}
    steps = tips(drawn(ALL["timeline"]).wide)
    assert "Norway: announced for Q1 2024\nMay 2023" in steps
    assert "Norway: on sale\nMar 2024" in steps


@pytest.mark.parametrize("kind", ["line", "grouped", "stacked", "multiples", "heatmap"])
def test_entities_of_one_name_stay_apart(kind: str) -> None:
    """Two entities that are called the same have a row, a bar or a line each."""
    of = tracker(
        series("a.sales", seen("2024", 1), seen("2025", 2), cadence="year"),
        series("b.sales", seen("2024", 31), seen("2025", 42), cadence="year"),
    )
    same = structs.replace(of, entities={id: replace(entity, name="Twin") for id, entity in of.entities.items()})
    drawing = drawn(chart(kind, series=["a.sales", "b.sales"]), same)
    assert sum(label.words == "Twin" for label in labels(drawing.wide)) == 2

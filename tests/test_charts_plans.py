"""Targets and estimates that a chart asks for, indices with a base line, and own kinds with two metrics."""

from __future__ import annotations

import re

import pytest
from chart_samples import FONTS, chart, drawn, own, planned, problem
from drawing import labels
from factory import seen, series, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.draw import Tools, draw
from sitegen.charts.kinds import KINDS
from sitegen.figures.figure import Figure
from sitegen.model import Period
from sitegen.model.basics.unit import INDEX
from sitegen.model.tracker import Tracker

BOTH = ("targets", "estimates")
DRAWING = [kind for kind in KINDS if "show" in KINDS[kind].takes]
HOLLOW = re.compile(r'fill="var\(--paper\)" stroke="var\(--e-a')


def ahead() -> Tracker:
    """A series with what was reported, a target for a reported year and one for later, and an estimate."""
    return tracker(
        series(
            "a.sales",
            seen("2024", 100),
            seen("2025", 120),
            seen("2025", 150, "press-2", status="target"),
            seen("2027", 300, "press-2", status="target"),
            seen("2026", 180, "press-3", status="estimated"),
            cadence="year",
        ),
        series("b.sales", seen("2024", 90), seen("2025", 95), cadence="year"),
    )


@pytest.mark.parametrize("kind", DRAWING)
def test_plans_are_drawn_where_they_are_asked_for(kind: str) -> None:
    """Each target and estimate has a row that says what it is, a cell of the table, and a sign in the key."""
    plain = planned(chart(kind, series=["a.sales"]), ahead())
    assert not any(row["estimate"] for row in plain.rows)
    plot = planned(chart(kind, series=["a.sales"], show=BOTH), ahead())
    plans = [(row["period"], row["status"], row["value"]) for row in plot.rows if row["estimate"]]
    assert plans == [("2025", "target", 150.0), ("2027", "target", 300.0), ("2026", "estimated", 180.0)]
    assert plot.columns[-2:] == ("A, target", "A, estimate")
    assert {figure.status for row in plot.table for figure in row if isinstance(figure, Figure)} >= {"target"}
    assert "a target or an estimate" in [key.words for key in plot.key]
    assert "A, target" in plot.summary
    assert plot.left == ()
    assert draw(plot, Tools(FONTS)).narrow


def test_plans_on_a_line_are_hollow_and_named() -> None:
    """Three hollow points; the line of what was reported does not reach them; the last of each has name and number."""
    svg = drawn(chart("line", series=["a.sales"], show=BOTH), ahead()).wide
    assert len(HOLLOW.findall(svg)) == 3
    assert {"A", "A, target: 300", "A, estimate: 180"} <= {label.words for label in labels(svg)}
    solid = re.findall(r'<path d="([^"]+)"[^>]* stroke-width="2.25"', svg)
    assert [len(line.split("L")) for line in solid] == [2]


def test_a_target_stands_around_its_bar() -> None:
    """Upright bars: an empty dashed one around what was reported, with the word and the number."""
    svg = drawn(chart("bar", series=["a.sales"], show=("targets",)), ahead()).wide
    assert svg.count('stroke-dasharray="4,3"') == 2
    words = [label.words for label in labels(svg)]
    assert (words.count("target"), words.count("150"), words.count("120")) == (2, 1, 1)


def test_bars_of_one_period_set_targets_behind_their_series() -> None:
    """A series with a target alone has no line that says that its number was not found."""
    plot = planned(chart("bar", series=["a.sales", "b.sales"], show=BOTH, first="2027", last="2027"), ahead())
    assert [row["label"] for row in plot.rows] == ["A, target", "B"]
    plot = planned(chart("bar", series=["b.sales", "a.sales"], show=BOTH, first="2025", last="2025"), ahead())
    assert [row["label"] for row in plot.rows] == ["A", "A, target", "B"]


def test_small_charts_never_join_plans_over_a_hole() -> None:
    """The targets of 2025 and 2027 have no line between them."""
    svg = drawn(chart("multiples", series=["a.sales"], show=("targets",)), ahead()).wide
    dotted = re.findall(r'<path d="([^"]*)"[^>]*stroke-dasharray="1,4"', svg)
    assert all("L" not in path for path in dotted)


def test_sources_of_plans_are_told_apart() -> None:
    """Two sources that estimate the same series have a line each, called by their publishers."""
    of = tracker(
        series(
            "a.sales",
            seen("2025", 1),
            seen("2026", 2, "press-2", status="estimated"),
            seen("2026", 3, "press-3", status="estimated"),
            cadence="year",
        )
    )
    plot = planned(chart("line", series=["a.sales"], show=("estimates",)), of)
    assert plot.columns == ("Period", "A", "A, press-2 estimate", "A, press-3 estimate")


def test_plans_that_a_chart_cannot_show_are_reported() -> None:
    """A target for a year in a chart of quarters, a wish for what nobody gives, and a kind that draws no plans."""
    quarters = tracker(
        series(
            "a.sales",
            seen("2025-Q1", 1),
            seen("2025-Q2", 2),
            seen("2030", 9, "press-2", status="target"),
            cadence="quarter",
        )
    )
    (left,) = planned(chart("line", series=["a.sales"], show=("targets",)), quarters).left
    assert left.message == (
        'nothing of the targets of "a.sales" for 2030 is shown: its periods are other ones than those of the chart'
    )
    (idle,) = planned(chart("line", series=["b.sales"], show=("targets",)), ahead()).left
    assert (idle.code, idle.message) == ("no-effect", '"show: targets" has no effect: none of the series has any')
    assert 'does not take "show"' in problem(chart("heatmap", series=["a.sales"], show=BOTH), ahead()).message


@pytest.mark.parametrize("kind", ["line", "multiples"])
def test_an_index_has_its_base_line(kind: str) -> None:
    """The axis holds 100 even where no value is near it, and a line says which period that is."""
    of = tracker(series("a.heat", seen("2024", 140), seen("2025", 150), cadence="year"))
    metric = replace(of.metrics["heat"], unit=structs.replace(INDEX, base=Period.parse("2020")), negative=False)
    words = [
        label.words
        for label in labels(drawn(chart(kind, series=["a.heat"]), structs.replace(of, metrics={"heat": metric})).wide)
    ]
    assert "100" in words
    assert "0" not in words
    assert ("2020 = 100" in words) == (kind == "line")


OWN = """import altair as alt

KEYS = {
    "what", "series", "line", "entity", "label", "metric", "unit", "period", "when", "tick", "date", "column", "index",
    "color", "value", "low", "high", "bound", "text", "brief", "absent", "approximate", "derived", "worked", "estimate",
    "least", "most", "speck", "status", "dash",
}


def chart(rows, size):
    assert all(set(row) == KEYS for row in rows), set(rows[0]) ^ KEYS
    assert [(row["metric"], row["unit"]) for row in rows[:1]] == [("Deliveries", "vehicles")]
    points = {}
    for row in rows:
        points.setdefault((row["entity"], row["period"]), {})[row["metric"]] = row["value"]
    values = [point for point in points.values() if len(point) == 2]
    return alt.Chart({"values": values}).mark_point().encode(x="Deliveries:Q", y="Margin:Q")
"""


def test_own_kinds_draw_two_metrics() -> None:
    """A kind of the project's own gets series of several units; its rows have the columns that the docs list."""
    of = own(OWN)
    asked = chart("mine", series=["bmw.deliveries", "bmw.margin"], mixed="the margin is of the group")
    assert drawn(asked, of, kinds=of.kinds).wide.startswith("<svg")
    assert {row["metric"] for row in planned(asked, of).rows} == {"Deliveries", "Margin"}

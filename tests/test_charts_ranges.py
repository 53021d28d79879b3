"""Ranges and values below zero: no kind invents a middle, and zero parts two hues."""

from __future__ import annotations

import re

import pytest
from chart_samples import FONTS, chart, drawn, planned
from drawing import labels
from factory import seen, series, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.draw import Tools, draw
from sitegen.charts.kinds import KINDS
from sitegen.charts.kinds.steps import step_of, steps_for
from sitegen.model.tracker import Tracker

SPAN = seen("2024-Q2", low="100", high="140")
DOT = re.compile(r'<path [^>]*d="M[^"]*A[^"]*"')
OF_SERIES = [kind for kind in KINDS if KINDS[kind].needs == ("series",)]


def one_range() -> Tracker:
    """A series of a value, a range and a value."""
    return tracker(series("a.sales", seen("2024-Q1", 80), SPAN, seen("2024-Q3", 90), cadence="quarter"))


@pytest.mark.parametrize("kind", OF_SERIES)
def test_a_range_has_no_value_of_its_own(kind: str) -> None:
    """Its row has the two ends and no middle, and the number in its middle stands nowhere in the drawing."""
    plot = planned(chart(kind, series=["a.sales"]), one_range())
    row = next(row for row in plot.rows if row.get("period") == "2024-Q2")
    assert (row["value"], row["low"], row["high"]) == (None, 100.0, 140.0)
    drawing = draw(plot, Tools(FONTS))
    assert "120" not in re.findall(r">([^<]*)</text>", drawing.wide)
    assert "no source says where in it" in " ".join(key.words for key in plot.key) or kind == "heatmap"


@pytest.mark.parametrize("kind", ["line", "multiples"])
def test_a_range_breaks_a_line(kind: str) -> None:
    """Two points and no line between them; the range is a whisker."""
    svg = drawn(chart(kind, series=["a.sales"]), one_range()).wide
    assert len(DOT.findall(svg)) == 2
    assert 'stroke-width="1.75"' in svg


@pytest.mark.parametrize("kind", ["bar", "grouped", "stacked"])
def test_a_bar_of_a_range_has_a_pale_end(kind: str) -> None:
    """Full up to the lower end, pale from there to the upper one; no dashes, which are those of a target."""
    svg = drawn(chart(kind, series=["a.sales"]), one_range()).wide
    assert svg.count('fill-opacity="0.3"') == 1
    assert 'stroke-dasharray="4,3"' not in svg


def test_a_bar_of_a_range_over_zero_begins_nowhere() -> None:
    """From below to above zero the bar is pale from end to end."""
    over = tracker(series("a.profit", seen("2024", low="-5", high="5", negative=True), seen("2025", 9), cadence="year"))
    svg = drawn(chart("bar", series=["a.profit"]), over).wide
    assert svg.count('fill-opacity="0.3"') == 1


def test_published_ranges_have_no_point() -> None:
    """In the kind `range` a range is a line with caps, and its band reaches from end to end."""
    plot = planned(chart("range", figures=["a.sales@2024-Q2", "a.sales@2024-Q1"]), one_range())
    assert len(DOT.findall(draw(plot, Tools(FONTS)).wide)) == 1
    assert [key.words for key in plot.key][-1] == "from the lowest to the highest published value"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (["a.sales@2024-Q1", "b.sales@2024-Q1"], ["A", "B"]),
        (["a.sales@2024-Q1", "b.sales@2024-Q3"], ["A, Q1 2024", "B, Q3 2024"]),
        (["a.sales@2024-Q1", "a.sales@2024-Q3"], ["Q1 2024", "Q3 2024"]),
        (["a.sales@2024-Q1"], ["A sales, Q1 2024"]),
    ],
)
def test_addresses_are_named_by_what_they_do_not_share(asked: list[str], names: list[str]) -> None:
    """A metric or a period of all of them stands in the title of the chart, not over each row."""
    values = (seen("2024-Q1", 80), seen("2024-Q3", 90))
    of = tracker(*(series(f"{id}.sales", *values, cadence="quarter") for id in "ab"))
    plot = planned(chart("range", figures=asked), of)
    assert [row["label"] for row in plot.rows] == names
    written = [label.words for label in labels(draw(plot, Tools(FONTS)).wide)]
    assert set(names) <= set(written)
    assert (str(plot.rows[0]["publisher"]) in written) is (len(asked) == 1)


@pytest.mark.parametrize(
    ("values", "hues"),
    [
        ((-12.0, 14.0), "low-5 low-3 low-2 seq-2 seq-3 seq-5"),
        ((-100.0, -20.0), "low-5 low-4 low-3 low-2 low-1"),
        ((-1.0, 50.0), "low-1 seq-1 seq-2 seq-3 seq-4 seq-5"),
        ((3.0, 9.0), "seq-1 seq-2 seq-3 seq-4 seq-5"),
    ],
)
def test_zero_parts_two_hues(values: tuple[float, float], hues: str) -> None:
    """Steps below zero have one hue and those above another, as strong as they are far from it."""
    steps = steps_for(values)
    assert " ".join(step.fill.removeprefix("var(--").removesuffix(")") for step in steps) == hues
    assert all(step.low >= 0 or step.high <= 0 for step in steps)
    for value in values:
        step = step_of(steps, value, value)
        assert step is not None
        assert step.low <= value <= step.high


def test_where_less_is_better_the_least_is_strongest() -> None:
    """A grid of prices, of which less is better, has its strongest colour where the price is least, and says so."""
    of = tracker(series("a.price", seen("2024", 10), seen("2025", 90), cadence="year"))
    cheap, of = (
        structs.replace(of, metrics={"price": replace(of.metrics["price"], better=way)}) for way in ("less", "more")
    )
    asked = chart("heatmap", series=["a.price"])
    dear, best = (planned(asked, each) for each in (of, cheap))
    assert [row["fill"] for row in dear.rows] == ["var(--seq-1)", "var(--seq-5)"]
    assert [row["fill"] for row in best.rows] == ["var(--seq-5)", "var(--seq-1)"]
    assert "less is better" in best.key[0].words


def test_a_range_over_several_steps_has_no_colour() -> None:
    """Its cell is open, and the key says why; a range within a step has the colour of the step."""
    of = tracker(
        series("a.sales", seen("2024", 100), seen("2025", low="5", high="95"), cadence="year"),
        series("b.sales", seen("2024", 60), seen("2025", low="21", high="39"), cadence="year"),
    )
    plot = planned(chart("heatmap", series=["a.sales", "b.sales"]), of)
    cells = {(row["label"], row["period"]): (row["fill"], row["cell"]) for row in plot.rows}
    assert cells["A", "2025"] == ("var(--paper)", "5–95")
    assert cells["B", "2025"] == ("var(--seq-2)", "21–39")
    assert "a range over several of these steps" in [key.words for key in plot.key]


def test_bars_on_both_sides_of_zero_keep_their_room() -> None:
    """On a phone long words beside them are broken, and gains stand right of losses, in the order of their size."""
    of = tracker(
        series(
            "a.profit",
            *(seen(f"2024-Q{n}", value, negative=True) for n, value in ((1, "8"), (2, "-2"), (4, "-12"))),
            seen("2025-Q1", low="-4", high="2", negative=True),
            cadence="quarter",
        )
    )
    svg = drawn(chart("bar", series=["a.profit"]), of).narrow
    at = {label.words: label.x for label in labels(svg)}
    assert at["−12 million"] < at["−2 million"] < at["8 million"] - 40
    assert "between −4 and 2" in at

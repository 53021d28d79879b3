"""Reference lines and bands, and the entity that a chart is about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from chart_samples import FONTS, chart, drawn, planned, problem
from drawing import labels
from factory import PLACE, seen, series, text, tracker

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame
from sitegen.charts.look.beside import Box, along
from sitegen.charts.marks.drawing import Heads, across, down
from sitegen.charts.marks.focus import brought, rest_of
from sitegen.model import Address
from sitegen.model.chart import Reference

CLAIM = Reference(place=PLACE, ends=(Decimal(80000),), label=text("the claim"), because="a round number")
BEFORE = Reference(place=PLACE, ends=(Address.parse("aito.deliveries@2024-Q1"),), label=text("a year before"))
BAND = Reference(place=PLACE, ends=(Decimal(190000), Decimal(250000)), label=text("the plan"), source="press-1")
KINDS = {
    "line": chart("line", series=["aito.deliveries", "bmw.deliveries"], lines=(CLAIM, BEFORE), bands=(BAND,)),
    "bar": chart("bar", series=["bmw.deliveries"], lines=(CLAIM, BEFORE), bands=(BAND,)),
    "range": chart("range", figures=["bmw.deliveries@2024-Q1"], lines=(CLAIM, BEFORE), bands=(BAND,)),
    "lying": chart("bar", series=["aito.deliveries", "bmw.deliveries"], last="2024-Q1", lines=(CLAIM,), bands=(BAND,)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("narrow", [False, True])
def test_lines_and_bands_stand_with_their_words(kind: str, narrow: bool) -> None:
    """Each has its label and its value in words inside the drawing, wide and narrow, and the axis reaches to it."""
    drawing = drawn(KINDS[kind])
    svg = (drawing.narrow or "") if narrow else drawing.wide
    said = " ".join(label.words for label in labels(svg))
    wanted = {"the claim: 80,000", "the plan: 190,000–250,000"}
    wanted |= set() if kind == "lying" else {"a year before: about 85,800"}
    assert [words for words in wanted if words not in said] == []
    assert svg.count('stroke-dasharray="5,3"') >= len(wanted)


@pytest.mark.parametrize("at", [20.0, 90.0, 160.0])
def test_no_stroke_runs_through_the_words_of_a_line(at: float) -> None:
    """Wherever a steep stroke crosses a reference line, on a phone too, its words stand beside the stroke."""
    frame = Frame.within(340, 250, (30.0, 50.0, 30.0, 50.0))
    taken = [*along((at, 250.0), (at + 30, 0.0)), *along((at + 60, 250.0), (at + 60, 0.0))]
    boxes = across(planned(KINDS["line"]).marks, (0.0, 300000.0), frame, Fonts.read(FONTS), taken).boxes
    assert len(boxes) == 3
    assert [box for box in boxes if any(box.covers(other) for other in taken)] == []


def test_a_line_across_bars_is_interrupted_where_a_value_stands() -> None:
    """A line from top to bottom runs through no words of a value, and goes on below them."""
    frame = Frame.within(340, 250, (30.0, 50.0, 30.0, 50.0))
    mark = planned(KINDS["bar"]).marks[0]
    ends = (0.0, 2 * mark.low)
    x = frame.width / 2
    words = [Box(x - 20, 40.0, x + 20, 56.0), Box(x + 60, 80.0, x + 90, 96.0)]
    drawn = " ".join(str(layer.to_dict()) for layer in down([mark], ends, frame, Heads(((x, 0),), 1), taken=words).over)
    assert '"y2": 40.0' in drawn
    assert '"y": 56.0' in drawn
    assert "80.0" not in drawn


def test_what_a_number_is_stands_in_the_key_and_its_source_among_the_sources() -> None:
    """A reason is printed, a source named; the text alternative says the lines too."""
    plot = planned(KINDS["bar"])
    assert "the claim: a round number" in [line.words for line in plot.key]
    assert "press-1" in plot.sources
    assert "the claim: 80,000." in plot.summary


def test_a_number_is_in_the_unit_of_the_chart() -> None:
    """Where the axis leaves zeros out, the number of a line does so too."""
    of = tracker(series("a.revenue", seen("2024", 3_000_000_000), seen("2025", 4_000_000_000), cadence="year"))
    mark = Reference(place=PLACE, ends=(Decimal(3_500_000_000),), label=text("the goal"), because="as said")
    (one,) = planned(chart("line", series=["a.revenue"], lines=(mark,)), of).marks
    axis = planned(chart("line", series=["a.revenue"]), of)
    first = next(row["value"] for row in axis.rows)
    assert one.low == pytest.approx(float(first or 0) * 3.5 / 3)


def test_an_address_without_an_answer_is_named() -> None:
    """The line is left out with a warning, the chart is drawn."""
    missing = Reference(place=PLACE, ends=(Address.parse("aito.deliveries@2019-Q1"),), label=text("long ago"))
    plot = planned(chart("line", series=["aito.deliveries"], lines=(missing, CLAIM)))
    assert [mark.words for mark in plot.marks] == ["the claim: 80,000"]
    assert [(left.code, "aito.deliveries@2019-Q1" in left.message) for left in plot.left] == [("left-out", True)]


def test_what_differs_needs_a_reason() -> None:
    """A line from a year in a chart of quarters, or of another region, is mixed."""
    other = Reference(place=PLACE, ends=(Address.parse("bmw.margin@2024-Q1"),), label=text("margin"))
    assert problem(chart("line", series=["aito.deliveries"], lines=(other,))).code in ("chart-option", "mixed-bases")
    of = tracker(series("a.sales", seen("2024-Q1", 1), seen("2024-Q2", 2), seen("2023", 9), cadence="quarter"))
    year = Reference(place=PLACE, ends=(Address.parse("a.sales@2023"),), label=text("the year"))
    asked = chart("line", series=["a.sales"], lines=(year,), first="2024-Q1")
    assert problem(asked, of).code == "mixed-bases"


@pytest.mark.parametrize("kind", ["line", "bar", "grouped", "multiples", "range"])
def test_the_focus_is_in_colour_and_the_rest_grey(kind: str) -> None:
    """One entity keeps its colour, whatever draws it."""
    names = {"range": {"figures": ["aito.deliveries@2025-Q1", "bmw.deliveries@2024-Q1"]}}
    given = names.get(kind, {"series": ["aito.deliveries", "bmw.deliveries"]})
    rows = planned(chart(kind, **given, focus=("aito",), first=None if kind == "range" else "2024-Q1")).rows
    colours = {str(row["entity"]): str(row["color"]) for row in rows}
    assert colours["aito"].startswith("var(--e-aito")
    assert colours["bmw"] == rest_of("bmw")


def test_grey_lines_are_told_apart() -> None:
    """Lines that cross or have gaps are of one grey, so that each has another dash; the one in colour keeps its own."""
    of = tracker(*(series(f"{id}.sales", seen("2024", 1), seen("2025", 2), cadence="year") for id in "abc"))
    rows = planned(chart("line", series=["a.sales", "b.sales", "c.sales"], focus=("a",)), of).rows
    dashes = {row["entity"]: row["dash"] for row in rows if row["what"] == "value"}
    assert dashes == {"a": 0, "b": 0, "c": 1}


def test_a_focus_that_is_not_drawn_is_named() -> None:
    """The chart says that it draws nothing of it."""
    (left,) = planned(chart("line", series=["bmw.deliveries"], focus=("aito",))).left
    assert left.message == 'nothing of "aito" is shown: the chart draws other entities'


def test_a_company_is_never_grey_on_its_own_page() -> None:
    """A page brings what it is about into colour in the drawing of a chart about another, and nothing else."""
    svg = drawn(chart("line", series=["aito.deliveries", "bmw.deliveries"], focus=("aito",))).wide
    assert "var(--e-bmw" not in svg
    page = brought(svg, {"bmw"})
    assert "var(--e-bmw)" in page
    assert "var(--rest-bmw" not in page
    assert brought(svg, {"audi"}) == svg

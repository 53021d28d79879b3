"""Charts: what they draw, what they refuse, and kinds of the project's own."""

from __future__ import annotations

import re

import altair as alt
import pytest
from chart_samples import ALL, FONTS, PLACE, chart, drawn, entry, own, planned, problem, sample
from factory import seen, series, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts import engine
from sitegen.charts.draw import Tools, draw
from sitegen.charts.kinds import KINDS
from sitegen.charts.plot import Size
from sitegen.charts.svg import finish
from sitegen.figures.figure import Figure, Missing
from sitegen.model.chart import Chart
from sitegen.model.entity import Tie
from sitegen.problems import SitegenError
from sitegen.tokens import FAMILIES

MARK = "import altair as alt\ndef chart(rows, size):\n    return alt.Chart({{'values': {}}}).mark_bar(){}\n"


def test_every_kind_has_an_example_here() -> None:
    """A kind that is added to the table is tested too."""
    assert set(ALL) == set(KINDS)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("narrow", [False, True])
def test_every_kind_is_right_by_the_schema_of_vega_lite(kind: str, narrow: bool) -> None:
    """A build does not hold the kinds of the package against the schema, so this does."""
    plot = planned(ALL[kind])
    size = Size(340 if narrow else 720, narrow, plot.options)
    alt.LayerChart.from_dict(KINDS[plot.kind].draw(plot, size, Tools(FONTS).type), validate=True)


@pytest.mark.parametrize("kind", ALL)
def test_no_place_in_a_chart_depends_on_how_wide_the_engine_takes_a_text_to_be(kind: str) -> None:
    """The engine measures texts in no font of the theme, which is slow; measured in those of the page, all stays."""
    plot = planned(ALL[kind])
    spec = KINDS[plot.kind].draw(plot, Size(340, True, plot.options), Tools(FONTS).type)
    fonts = ("sans-serif", "Inter", "Noto Sans CJK SC")
    drawn = (engine.to_svg({**spec, "config": {"font": font}}, FONTS, "en") for font in fonts)
    assert len({finish(svg, "x", FAMILIES, name=None) for svg in drawn}) == 1


def test_a_missing_period_is_a_gap() -> None:
    """The line ends before a period without a value and begins anew after it; the table says why it is missing."""
    plot = planned(chart("line", series=["aito.deliveries"]))
    assert [row["value"] for row in plot.rows] == [85800.0, 90123.0, None, 80000.0, 45300.0]
    wide = draw(plot, Tools(FONTS)).wide
    lines = [re.findall(rf'<path d="([^"]+)"[^>]* stroke-width="{width}"', wide) for width in ("2.25", "1.25")]
    assert [[len(line.split("L")) for line in some] for some in lines] == [[2], [2]]  # the second leads from a limit
    assert isinstance(plot.table[2][1], Missing)
    assert isinstance(plot.table[3][1], Figure)


def test_rows_say_how_sure_a_value_is() -> None:
    """Approximate values, bounds and rivals are flags and ends of the row."""
    about, _, _, more, rivals = planned(chart("line", series=["aito.deliveries"])).rows
    assert about["approximate"]
    assert more["bound"] == "at-least"
    assert (rivals["low"], rivals["high"]) == (45300.0, 68000.0)
    key = planned(ALL["line"]).key
    assert [line.sign for line in key] == ["point", "hollow", "more", "spread", "dashes", ""]
    assert key[-1].words == "a gap in a line: no number found"


def test_derived_values_are_marked() -> None:
    """A year that is the sum of its quarters is drawn as derived."""
    (row,) = planned(chart("bar", series=["bmw.deliveries"], by="half")).rows
    assert (row["value"], row["derived"]) == (375700.0, True)


def test_bars_of_several_series_stand_by_value() -> None:
    """The largest comes first, and every bar says its value."""
    plot = planned(ALL["bar"])
    assert [row["entity"] for row in plot.rows] == ["bmw", "aito"]
    wide = draw(plot, Tools(FONTS)).wide
    assert "about 85,800" in wide
    assert "187,000" in wide


def test_bars_choose_the_latest_period_that_all_answer() -> None:
    """Without from and to, several series are compared where all of them have a value."""
    plot = planned(chart("bar", series=["aito.deliveries", "bmw.deliveries"]))
    assert {row["period"] for row in plot.rows} == {"2024-Q2"}


def test_bars_of_a_period_longer_than_the_cadence() -> None:
    """Two series that come by the month are compared in a quarter that only sources give as a whole."""
    monthly = tracker(series("a.sales", seen("2025-Q3", 2)), series("b.sales", seen("2025-Q3", 1)))
    plot = planned(chart("bar", series=["a.sales", "b.sales"], first="2025-Q3", last="2025-Q3"), monthly)
    assert [row["text"] for row in plot.rows] == ["2", "1"]


def test_range_shows_every_source() -> None:
    """The preferred value comes first, each with its publisher and its figure."""
    plot = planned(ALL["range"])
    assert [(row["publisher"], row["value"]) for row in plot.rows][:2] == [("press-1", 45300.0), ("press-2", 68000.0)]
    assert plot.sources == ("press-1", "press-2")
    assert [key.words for key in plot.key] == ["from the lowest to the highest published value"]
    assert planned(chart("range", figures=["bmw.deliveries@2024-Q1"])).key == ()


def test_a_step_told_afterwards_stands_where_it_was_taken() -> None:
    """Entered since an earlier period: a full point there and no promise; a promise keeps both its dates."""
    told = structs.replace(
        sample(), entries=(entry("no", "entered", "2025", "2021-09"), entry("de", "planned", "2024", "2025"))
    )
    rows = {row["place"]: (row["sign"], row["date"], row["target"]) for row in planned(ALL["timeline"], told).rows}
    assert rows["no"] == ("done", "2021-09-15", None)
    assert rows["de"] == ("promise", "2024-07-01", "2025-12-31")


def test_map_shows_the_stage_now() -> None:
    """The latest step counts; a region is only named; a country too small to see is a dot."""
    plot = planned(ALL["map"])
    assert {row["place"]: row["stage"] for row in plot.rows} == {
        "no": "on sale",
        "sg": "planned",
        "europe": "announced",
    }
    assert [key.words for key in plot.key] == ["on sale", "planned", "not on the map: Europe (announced)"]
    assert "On sale: Norway." in plot.summary


def test_map_shows_the_furthest_brand_and_what_was_left() -> None:
    """A later plan of one brand hides no sale of another; leaving a region ends what was before in its countries."""
    of = sample()
    of = structs.replace(
        of, entities={**of.entities, "m9": replace(of.entities["bmw"], id="m9", parents=(Tie("aito"),))}
    )
    rows = (
        entry("no", "on sale", "2024"),
        replace(entry("no", "planned", "2025"), entity="m9"),
        entry("ae", "planned", "2024"),
    )
    plot = planned(ALL["map"], structs.replace(of, entries=rows))
    assert {row["place"]: row["stage"] for row in plot.rows} == {"no": "on sale", "ae": "planned"}
    assert plot.summary.startswith("Map. On sale: Norway. Planned: United Arab Emirates.")
    plot = planned(ALL["map"], structs.replace(of, entries=(*rows, entry("europe", "withdrawn", "2026"))))
    assert {row["place"]: row["stage"] for row in plot.rows} == {
        "no": "withdrawn",
        "ae": "planned",
        "europe": "withdrawn",
    }


def test_summary_has_the_numbers() -> None:
    """The text alternative says where lines begin and end, the highest value and the gaps."""
    summary = planned(chart("line", series=["aito.deliveries"])).summary
    assert (
        "about 85,800 in Q1 2024, 45,300 in Q1 2025. Highest: 90,123 in Q2 2024. No number found for 1 of 5" in summary
    )


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (chart("pie", series=["aito.deliveries"]), "chart-kind", 'no chart kind "pie"'),
        (chart("line"), "chart-option", 'needs "series"'),
        (chart("map", companies=("aito",), by="year"), "chart-option", 'does not take "by"'),
        (chart("line", series=["aito.deliveries"], first="2030", last="2031"), "chart-empty", "nothing to draw"),
        (chart("bar", series=["aito.deliveries"], first="2030", last="2030"), "chart-empty", "nothing to draw"),
        (chart("bar", series=["aito.deliveries"], first="2025", last="2024"), "chart-option", 'is after "to"'),
        (chart("range", figures=["aito.deliveries@2019"]), "chart-empty", "nothing to draw"),
        (chart("timeline", companies=("bmw",)), "chart-empty", "nothing to draw"),
        (chart("map", companies=("bmw",)), "chart-empty", "nothing to draw"),
        (chart("line", series=["aito.deliveries", "bmw.margin"]), "chart-option", "different units"),
        (chart("mine", series=["aito.deliveries"]), "chart-kind", 'no chart kind "mine"'),
    ],
)
def test_problems(asked: Chart, code: str, said: str) -> None:
    """What a chart file gets wrong is reported with its code and a fix."""
    found = problem(asked)
    assert (found.code, found.place) == (code, PLACE)
    assert said in found.message


def test_mixed_bases_need_a_reason() -> None:
    """Series of another region or basis stand in one chart only with a reason, which the plot keeps."""
    of = tracker(
        series("aito.deliveries", seen("2024", 1000), cadence="year"),
        series("bmw.deliveries", seen("2024", 2000), cadence="year", region="world", basis="wholesale"),
    )
    both = ["aito.deliveries", "bmw.deliveries"]
    found = problem(chart("bar", series=both), of)
    assert found.code == "mixed-bases"
    assert "region (China, Worldwide) and basis (deliveries, wholesale)" in found.message
    assert planned(chart("bar", series=both, mixed="they are close"), of).mixed == "they are close"


def test_own_kind_draws() -> None:
    """A file of the project with `def chart(rows, size)` is a kind; it gets the options."""
    source = (
        "import altair as alt\n"
        "def chart(rows, size):\n"
        "    assert size.options == {'mark': 'area'}\n"
        "    return alt.Chart({'values': rows}).mark_area().encode(x='utcyearmonth(date):T', y='value:Q')\n"
    )
    asked = chart("mine", series=["aito.deliveries"], options={"mark": "area"})
    drawing = drawn(asked, of := own(source), kinds=of.kinds)
    assert 'viewBox="0 0 720 340"' in drawing.wide


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("x = 1\n", 1, "no function chart"),
        ("def chart(rows, size):\n    return 1 / 0\n", 2, "division by zero"),
        ("def chart(rows, size)\n", 1, "SyntaxError"),
        ("def chart(rows, size):\n    return 3\n", 1, "gives int, not an Altair chart"),
        (MARK.format("rows", ".encode(x='valeu:Q')"),
         1, 'no row has "valeu" (did you mean "value"?)'),
        (MARK.format("[]", ""), 1, "no marks"),
    ],
)  # fmt: skip
def test_own_kind_fails_with_its_line(source: str, line: int, said: str) -> None:
    """An error in the project's Python is a problem at its line, never a traceback."""
    of = own(source)
    with pytest.raises(SitegenError) as caught:
        drawn(chart("mine", series=["aito.deliveries"]), of, kinds=of.kinds)
    (found,) = caught.value.problems
    assert (found.code, found.place.path, found.place.line) == ("chart-code", "templates/charts/mine.py", line)
    assert said in found.message


def test_bars_of_what_is_better_less_begin_with_the_least() -> None:
    """The shortest bar stands first, and the key says why."""
    of = tracker(*(series(f"{name}.price", seen("2025", value)) for name, value in (("a", 3), ("b", 1), ("c", 2))))
    plot = planned(chart("bar", series=["a.price", "b.price", "c.price"], first="2025", last="2025"), of)
    assert [str(row["label"]) for row in plot.rows] == ["B", "C", "A"]
    assert [key.words for key in plot.key] == ["less is better: the smallest value stands first"]

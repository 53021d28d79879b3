"""Stacked parts of a whole: what is added up, what is left out, what is refused, and what can be read."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from chart_samples import FONTS, chart, drawn, planned, problem
from drawing import labels, tips
from factory import seen, series, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.fonts import Fonts
from sitegen.charts.look.colours import READABLE, palette, words_on
from sitegen.charts.planning import plan
from sitegen.figures import Figures
from sitegen.figures.figure import Figure, Missing
from sitegen.model.chart import Chart
from sitegen.model.entity import Tie
from sitegen.model.tracker import Tracker
from sitegen.tokens import COLOURS, PALETTE, contrast

TYPE = Fonts.read(FONTS)
PARTS = ["a.sales", "b.sales", "c.sales"]
ASKED = chart("stacked", series=PARTS)


def whole() -> Tracker:
    """Two years with all three parts, one of them only about; between them one without `c`, and one without any."""
    return tracker(
        series("a.sales", seen("2021", 100), seen("2022", 80), seen("2024", 50), cadence="year"),
        series("b.sales", seen("2021", 60), seen("2022", 70), seen("2024", 40), cadence="year"),
        series("c.sales", seen("2021", 40), seen("2024", 110, bound="approximate"), cadence="year"),
    )


def test_parts_are_added_up() -> None:
    """The sum is a figure made of the parts, as exact as the least exact of them."""
    plot = planned(ASKED, whole())
    assert plot.columns == ("Period", "A", "B", "C", "Total")
    sums = [row[-1] for row in plot.table]
    assert [sum.amount.value if isinstance(sum, Figure) else sum for sum in sums] == [200, "no total", "no total", 200]
    assert isinstance(sums[0], Figure)
    assert [str(address) for address in sums[0].addresses] == [f"{id}@2021" for id in PARTS]
    heads = {row["period"]: row["text"] for row in plot.rows if row["what"] == "whole"}
    assert heads == {"2021": "200", "2022": "", "2023": "", "2024": "about 200"}


def test_a_period_without_all_parts_has_no_bar() -> None:
    """A shorter bar would look like a smaller whole: a dash stands there, a pointer and a warning say why."""
    plot = planned(ASKED, whole())
    assert isinstance(plot.table[1][3], Missing)
    assert "2022: A 80, B 70; no number found for C, so no bar." in plot.summary
    assert "2023: no number found." in plot.summary
    assert "2024: A 50, B 40, C about 110; added up about 200." in plot.summary
    drawing = drawn(ASKED, whole())
    for svg in (drawing.wide, drawing.narrow):
        said = " ".join(label.words for label in labels(svg))
        assert [said.count(words) for words in ("–", "150", "80")] == [2, 0, 0]
        assert "2022\nno bar: no number for C" in tips(svg)
    (left,) = plot.left
    assert left.message == "nothing of 2022 is shown: a bar needs all its parts, and c.sales has no number"


def test_a_series_without_any_value_is_never_added() -> None:
    """No period has all parts, so there is nothing to draw; the periods that have some are named with the reason."""
    of = with_empty(whole())
    found = plan(chart("stacked", series=["a.sales", "d.sales"]), Figures(of))
    assert isinstance(found, list)
    assert [problem.code for problem in found] == ["chart-empty", "left-out"]
    assert "2021, 2022, 2024" in found[1].message


def with_empty(of: Tracker) -> Tracker:
    """The tracker with a series that has no value."""
    more = tracker(series("d.sales", cadence="year"))
    return structs.replace(of, series={**of.series, **more.series}, entities={**of.entities, **more.entities})


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of what a reader can point at, in the order of the drawing."""
    found = re.findall(r'data-t="[^"]*"[^>]* d="M([-0-9.]+),([-0-9.]+)h([-0-9.]+)v([-0-9.]+)', svg)
    return [(float(x), float(y), float(x) + float(w), float(y) + float(h)) for x, y, w, h in found]


def test_parts_stand_upon_each_other_as_tall_as_they_are() -> None:
    """From the bottom in the order of the chart, each from where the one below ends, to scale."""
    svg = drawn(ASKED, whole()).wide
    assert [said.splitlines()[0] for said in tips(svg)][:3] == ["A, 2021", "B, 2021", "C, 2021"]
    first, second, third = boxes(svg)[:3]
    assert (first[3], second[3], third[3]) == (250, first[1], second[1])
    heights = [bottom - top for _, top, _, bottom in (first, second, third)]
    assert [height / heights[2] for height in heights] == pytest.approx([2.5, 1.5, 1], abs=0.01)
    turned = drawn(chart("stacked", series=PARTS[::-1]), whole()).wide
    assert [said.splitlines()[0] for said in tips(turned)][:3] == ["C, 2021", "B, 2021", "A, 2021"]


def test_a_part_says_its_number_and_the_whole() -> None:
    """A pointer finds the part, its value, and what the parts come to."""
    said = tips(drawn(ASKED, whole()).wide)
    assert said[0] == "A, 2021\n100\nall parts: 200, added up"
    assert "C, 2024\nabout 110\nall parts: about 200, added up" in said


def test_the_key_tells_the_signs() -> None:
    """What a total is and what a dash is; colours only where no names stand beside the last bar."""
    key = [(line.sign, line.words) for line in planned(ASKED, whole()).key]
    assert key == [
        ("text-~", "about this value"),
        ("text-~200", "the total of a bar: its parts, added up here"),
        ("text-–", "no bar: not all parts have a number"),
    ]
    asked = chart("stacked", series=PARTS, last="2022")
    fills = [(line.words, line.color[:8]) for line in planned(asked, whole()).key if line.sign == "fill"]
    assert fills == [("C", "var(--e-"), ("B", "var(--e-"), ("A", "var(--e-")]
    assert not [label for label in labels(drawn(asked, whole()).wide) if label.words in "ABC"]


def test_names_stand_beside_their_parts() -> None:
    """Beside the last bar, from the bottom in the order of the parts, a line apart even where parts are thin."""
    sizes = {"a": 97, "b": 1, "c": 2}
    thin = tracker(*(series(f"{id}.sales", seen("2024", n), cadence="year") for id, n in sizes.items()))
    for of in (whole(), thin):
        drawing = drawn(ASKED, of)
        for svg in (drawing.wide, drawing.narrow):
            names = [label for label in labels(svg) if label.words in ("A", "B", "C")]
            assert [label.words for label in names] == ["A", "B", "C"]
            assert all(lower.y - upper.y >= 14 for lower, upper in pairwise(names))


def test_words_fit_on_phones() -> None:
    """Names lose what all begin with; numbers stand in bars that hold them; nothing is smaller than 11 or outside."""
    names = {"a": "AITO M9", "b": "AITO M8", "c": "AITO M5"}
    years = {"a": "01234", "b": "01234", "c": "0234"}
    values = {id: [seen(f"202{n}", 40_000 + int(n)) for n in some] for id, some in years.items()}
    of = tracker(*(series(f"{id}.sales", *some, cadence="year") for id, some in values.items()))
    of = structs.replace(of, entities={id: replace(e, name=names[id]) for id, e in of.entities.items()})
    drawing = drawn(ASKED, of)
    narrow = drawing.narrow
    assert {"M9", "M8", "M5"} <= {label.words for label in labels(narrow) if label.bold}
    assert {"AITO M9", "AITO M8", "AITO M5"} <= {label.words for label in labels(drawing.wide) if label.bold}
    assert [label.words for label in labels(narrow)].count("40,004") == 3
    assert min(map(int, re.findall(r'font-size="(\d+)px"', drawing.wide + narrow))) >= 11
    left = float(re.findall(r'<g fill="none" transform="translate\(([0-9.]+),', narrow)[0])
    heads = [label for label in labels(narrow) if label.words == "120,012"]
    assert heads
    assert all(left + label.x - TYPE.width(label.words, bold=True) / 2 >= 0 for label in heads)
    assert max(left + right for _, _, right, _ in boxes(narrow)) < 340


def test_many_thin_bars_have_an_axis() -> None:
    """Where numbers do not fit into the bars the axis says how much, and paper keeps its lines off the words."""
    quarters = [f"{year}-Q{n}" for year in (2022, 2023, 2024) for n in (1, 2, 3, 4)]
    of = tracker(*(series(f"{id}.sales", *(seen(q, 20_000) for q in quarters), cadence="quarter") for id in "abc"))
    drawing = drawn(ASKED, of)
    assert "40,000" in [label.words for label in labels(drawing.narrow)]
    assert "20,000" not in [label.words for label in labels(drawing.narrow) if label.x > 0]
    assert "40,000" not in [label.words for label in labels(drawing.wide)]
    assert [label.words for label in labels(drawing.wide)].count("20,000") == 36
    thin = tracker(series("a.sales", seen("2024", 97), cadence="year"), series("b.sales", seen("2024", 1)))
    svg = drawn(chart("stacked", series=PARTS[:2], by="year"), thin).wide
    assert len(re.findall(r'<path d="[^"]*" fill="var\(--paper\)"/>', svg)) == 2 + 1


def test_rivals_are_a_whisker_at_the_end_of_their_part() -> None:
    """From the lowest to the highest published value, upon the parts below; the number stands beside it."""
    of = tracker(
        series("a.sales", seen("2024", 222), cadence="year"),
        series("b.sales", seen("2024", 111, use="preferred"), seen("2024", 222, "press-2"), cadence="year"),
    )
    asked = chart("stacked", series=PARTS[:2])
    svg = drawn(asked, of).wide
    (upright,) = re.findall(r'translate\([0-9.]+,([0-9.]+)\)" x2="0" y2="([-0-9.]+)"[^>]*stroke="var\(--ink\)"', svg)
    top, bottom = sorted((float(upright[0]), float(upright[0]) + float(upright[1])))
    assert top >= 0
    scale = boxes(svg)[0][3] - boxes(svg)[0][1]
    assert (250 - bottom, 250 - top) == pytest.approx((scale * 1.5, scale * 2), abs=0.1)
    assert "B, 2024\n111, sources differ\nall parts: 333, added up" in tips(svg)
    assert "from the lowest to the highest published value" in [key.words for key in planned(asked, of).key]


def below_zero() -> Tracker:
    """A part that is a loss."""
    return tracker(
        series("a.profit", seen("2024", 5), cadence="year"),
        series("b.profit", seen("2024", -3, negative=True), cadence="year"),
    )


def brand_and_model() -> Tracker:
    """A part that belongs to another one."""
    of = whole()
    return structs.replace(of, entities={**of.entities, "b": replace(of.entities["b"], parents=(Tie("a"),))})


@pytest.mark.parametrize(
    ("asked", "of", "said"),
    [
        (
            chart("stacked", series=["a.profit", "b.profit"]),
            below_zero(),
            "cannot be below zero: B profit is −3 million in 2024",
        ),
        (ASKED, brand_and_model(), "B is a part of A, and both are added up"),
    ],
)
def test_what_is_no_part_of_a_whole_is_refused(asked: Chart, of: Tracker, said: str) -> None:
    """A negative value, and a part of a part whatever reason is given, are an author's mistakes."""
    found = problem(asked, of)
    assert found.code == ("counted-twice" if "added up" in said else "chart-option")
    assert said in found.message
    if "added up" in said:
        assert problem(replace(asked, mixed="they are close"), of) == found


def test_other_bases_need_a_reason() -> None:
    """Parts that are counted otherwise are stacked only with a reason, as in a line."""
    of = tracker(
        series("a.sales", seen("2024", 1), cadence="year"),
        series("b.sales", seen("2024", 2), cadence="year", basis="wholesale"),
    )
    assert problem(chart("stacked", series=PARTS[:2]), of).code == "mixed-bases"
    assert planned(chart("stacked", series=PARTS[:2], mixed="they are close"), of).mixed == "they are close"


@pytest.mark.parametrize("pair", PALETTE)
def test_words_on_light_parts_can_be_read(pair: tuple[str, str]) -> None:
    """On every colour of the palette, where it is light, words have their contrast in both themes."""
    words = words_on(pair, 0.4)
    assert words is not None
    assert all(contrast(seen_as(pair[n], n, 0.4), COLOURS[words[6:-1]][n]) >= READABLE for n in (0, 1))


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF), st.sampled_from([0.4, 0.7, 1.0]))
def test_no_words_where_none_can_be_read(light: int, dark: int, inside: float) -> None:
    """Whatever colours an entity has, words on them can be read in both themes, or there are none."""
    pair = (f"#{light:06x}", f"#{dark:06x}")
    words = words_on(pair, inside)
    if words is not None:
        assert all(contrast(seen_as(pair[n], n, inside), COLOURS[words[6:-1]][n]) >= READABLE for n in (0, 1))


def seen_as(colour: str, theme: int, share: float) -> str:
    """The colour that covers a share of the theme's paper."""
    over, paper = (bytes.fromhex(hex[1:]) for hex in (colour, COLOURS["paper"][theme]))
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in zip(over, paper, strict=True)).hex()


def test_parts_have_the_colours_of_their_words() -> None:
    """A number is left to the pointer and the table where its part has a colour on which no words can be read."""
    of = whole()
    grey = structs.replace(of, entities={**of.entities, "a": replace(of.entities["a"], color=("#7b7b7b", "#7b7b7b"))})
    assert words_on(palette(grey)["a"], 1.0) is None
    said = [label.words for label in labels(drawn(ASKED, grey).wide) if label.x > 0]
    assert "100" not in said
    assert {"60", "40"} <= set(said)

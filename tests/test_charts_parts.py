"""What charts are made of: colours, fonts, axes, labels, sparklines."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from chart_samples import FONTS, PLACE, chart
from factory import seen, series, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.fonts import Fonts
from sitegen.charts.look.around import around
from sitegen.charts.look.axes import axis_texts, span, spread
from sitegen.charts.look.colours import palette
from sitegen.charts.sparkline import sparkline
from sitegen.model import Period
from sitegen.model.site import Pair
from sitegen.tokens import PALETTE
from sitegen.words import Locale


def test_palette_keeps_a_chart_apart() -> None:
    """Entities of one chart get different colours, and one's own colour stays."""
    of = tracker(*(series(f"e{n}.deliveries", seen("2024", 1)) for n in range(20)))
    ids = ["e0.deliveries", "e8.deliveries", "e16.deliveries", "e19.deliveries"]
    entities = {**of.entities, "e19": replace(of.entities["e19"], color=PALETTE[0])}
    colours = palette(structs.replace(of, charts={"c": chart("line", series=ids)}, entities=entities))
    assert list(colours) == list(of.entities)
    assert colours["e19"] == PALETTE[0]
    assert len({colours[id.split(".")[0]] for id in ids}) == 4


def test_those_that_are_compared_have_different_colours() -> None:
    """The ninth entity has the colour of the first again, unless a page compares the two."""
    ids = [f"e{n}" for n in range(9)]
    of = tracker(*(series(f"{id}.deliveries", seen("2024", 1)) for id in ids))
    entities = {id: replace(each, color=None) for id, each in of.entities.items()}
    for compare, same in (((), True), ((Pair(one="e0", other="e8", place=PLACE),), False)):
        colours = palette(structs.replace(of, entities=entities, site=replace(of.site, compare=compare)))
        assert (colours["e0"] == colours["e8"]) is same


def test_fonts_have_the_names_of_the_makers() -> None:
    """Native names, figures and signs are in the theme's fonts, and a width is what the font says."""
    fonts = Fonts.read(FONTS)
    assert (
        fonts.missing(
            "Škoda Łódź −47% “about” 赛力斯 问界 理想 蔚来 小米 极氪 华为 鸿蒙智行 尊界 享界 智界 尚界 奔驰 宝马"
        )
        == ()
    )
    assert fonts.missing("奥迪 保时捷 特斯拉 腾势 仰望 雷克萨斯") == ()
    assert fonts.width("赛力", 10) == 20
    assert fonts.width("AITO", bold=True) > fonts.width("AITO")


def test_fonts_fit_the_budget() -> None:
    """What a page loads of fonts is at most 90 KB, without those that few readers need.

    The extended serif comes only where a headline needs it, the titles where a computer has no Chinese font.
    """
    files = [p for p in FONTS.glob("*.woff2") if not p.stem.endswith(("-ext", "-titles"))]
    assert sum(p.stat().st_size for p in files) <= 90_000


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=8), st.integers(3, 8))
def test_scales_hold_the_values(values: list[float], most: int) -> None:
    """A scale holds its values and two ticks at least; it ends at a tick, or less than half a step past the last."""
    (low, high), marks = span(values, most)
    slack = max(abs(v) for v in values) * 1e-6 + 1e-6
    assert low <= min(values) + slack
    assert high >= max(values) - slack
    assert list(marks) == sorted(set(marks))
    assert 2 <= len(marks) <= most + 2
    step = marks[1] - marks[0]
    assert low <= marks[0] <= low + step / 2 + slack
    assert high - step / 2 - slack <= marks[-1] <= high


def test_scales_leave_no_room_empty() -> None:
    """An axis ends near the highest value, not at the next round number far above it."""
    assert span([61_000.0, 2.0], 4) == ((0, 61_000), (0, 20_000, 40_000, 60_000))
    assert span([99_000.0, 0.0], 4) == ((0, 100_000), (0, 50_000, 100_000))
    assert span([-4_000.0, 145_000.0], 4) == ((-4_000, 150_000), (0, 50_000, 100_000, 150_000))
    assert span([70.0, 74.0], 4) == ((68, 74), (68, 70, 72, 74))


@given(st.floats(1, 1e9), st.floats(0.81, 0.999), st.integers(3, 8), st.sampled_from([1, -1]))
def test_a_cut_axis_begins_at_a_tick_before_its_values(high: float, share: float, most: int, sign: int) -> None:
    """No value stands before the first number that is named, nor on the sign of the cut, whatever their sign."""
    for scale in (span([high * sign, high * share * sign], most), around([high * sign, high * share * sign], most)):
        near, first = min(map(abs, scale.ends)), min(map(abs, scale.ticks))
        reach = max(map(abs, scale.ends)) - near
        assert near == first
        assert high * share - first >= 0.03 * reach


@given(st.lists(st.floats(-50, 350), max_size=8))
def test_labels_never_collide(wanted: list[float]) -> None:
    """Labels stand at least a line apart, in the order of their lines, inside the frame."""
    placed = spread(wanted, 15, 0, 300)
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    ranks = [placed[i] for i in order]
    assert all(b - a >= 15 - 1e-6 for a, b in pairwise(ranks))
    assert all(-1e-6 <= y <= 300 + 1e-6 for y in placed)


def test_labels_that_fit_stay_where_they_are() -> None:
    """Labels that do not collide are not moved."""
    assert spread([200.0, 10.0, 100.0], 15, 0, 300) == [200.0, 10.0, 100.0]


def test_axis_names_quarters_and_years() -> None:
    """A year stands below its first quarter; where there is little room, years stand alone."""
    quarters = Period.parse("2024/2025").split("quarter")
    assert axis_texts(quarters, Locale(), 8)[0] == ("Q1", "2024")
    assert axis_texts(quarters, Locale(), 8)[5] == ("Q2",)
    assert axis_texts(quarters, Locale(), 3) == {0: ("2024",), 4: ("2025",)}


def test_sparkline() -> None:
    """The lowest value lies at the bottom; a gap breaks the line; a lonely value is a dot; nothing gives nothing."""
    values = [Decimal(1), Decimal(3), None, Decimal(2), None]
    assert sparkline(values) == "M2 22L25 2M71 12h0"
    assert sparkline([None]) == ""
    assert sparkline([Decimal(5), Decimal(5)]) == "M2 12L94 12"


def test_words_above_a_chart_leave_no_word_alone() -> None:
    """As few lines as fit, and these about equally long."""
    fonts = Fonts.read(FONTS)
    for words, width in (
        ("Launch of the AITO M8", 124),
        ("First cars handed to customers in the north", 130),
        ("One word and another here", 100),
    ):
        few, even = fonts.wrap(words, width), fonts.balanced(words, width)
        assert len(even) == len(few) > 1
        assert " ".join(even) == words
        assert fonts.widest(even) <= fonts.widest(few)
    assert fonts.balanced("Launch of the AITO M8", 124) == ("Launch of", "the AITO M8")
    assert fonts.balanced("Alone", 124) == ("Alone",)

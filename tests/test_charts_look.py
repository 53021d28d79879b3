"""What charts look like: words that do not touch, numbers that are there, room that is used."""

from __future__ import annotations

import re
from itertools import pairwise

from chart_samples import ALL, FONTS, chart, drawn, entry, planned, sample
from drawing import grid, labels, tips
from factory import seen, series, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.files.thumbnail import thumbnail
from sitegen.charts.fonts import Fonts
from sitegen.charts.look.stages import COLOURS
from sitegen.charts.plot import Drawing
from sitegen.model import Period, Tracker
from sitegen.model.entry import MarketEntry, Stage

TYPE = Fonts.read(FONTS)


def test_small_charts_name_periods_below_each_column() -> None:
    """Five charts in three columns: the first and the last period stand below the lowest chart of each column."""
    five = [series(f"{id}.sales", seen("2023", 1), seen("2024", 61), cadence="year") for id in "abcde"]
    svg = drawn(chart("multiples", series=[f"{id}.sales" for id in "abcde"]), tracker(*five)).wide
    assert svg.count(">2023<") == svg.count(">2024<") == 3
    assert [svg.count(f">{tick}<") for tick in (0, 20, 40, 60, 80)] == [2, 2, 2, 2, 0]
    svg = drawn(chart("multiples", series=[f"{id}.sales" for id in "abcd"]), tracker(*five)).wide
    assert [len({label.x for label in labels(svg) if label.bold}), svg.count(">2023<")] == [2, 2]


def test_small_charts_mark_what_stands_alone() -> None:
    """Where periods are near each other, a line is a line; a lonely value and the last one are dots."""
    months = [f"20{year}-{month:02}" for year in (23, 24, 25) for month in range(1, 13)]
    known = [*months[:2], months[5], *months[10:]]
    asked = chart("multiples", series=["a.sales", "b.sales"])
    of = tracker(*(series(f"{id}.sales", *(seen(m, n + 1) for n, m in enumerate(known))) for id in "ab"))
    svg = drawn(asked, of).narrow
    assert len(re.findall(r'<path transform="translate\([^"]*" d="M[^"]*A', svg)) == 2 * 2


def test_names_on_the_axis_of_a_range_never_touch() -> None:
    """Wide and narrow, long numbers on the axis have room between them; the axis has nearly the whole of a phone."""
    quarters = [f"{year}-Q{n}" for year in (2023, 2024) for n in (1, 2, 3, 4)]
    for unit in (1, 1_000, 1_000_000):
        of = tracker(series("a.sales", *(seen(q, (83 + 9 * n) * unit) for n, q in enumerate(quarters))))
        drawing = drawn(chart("range", figures=[f"a.sales@{q}" for q in quarters]), of)
        for svg in (drawing.wide, drawing.narrow):
            lowest = max(label.y for label in labels(svg))
            names = [(label.x, label.words) for label in labels(svg) if label.y == lowest]
            assert len(names) >= 2
            for (x, one), (x2, other) in pairwise(names):
                assert x2 - x > (TYPE.width(one) + TYPE.width(other)) / 2 + 6
        assert names[-1][0] - names[0][0] > 180


def test_the_grid_of_a_range_stops_at_headings() -> None:
    """Lines of the grid run behind the points of a group and not through the words above it."""
    for svg in (drawn(ALL["range"]).wide, drawn(ALL["range"]).narrow):
        headings = [label.y for label in labels(svg) if label.bold]
        upright = [(line.y, line.high) for line in grid(svg) if not line.wide]
        assert len(headings) == 2
        assert upright
        assert not [1 for y in headings for top, tall in upright if top < y + 5 and top + tall > y - 5]


def test_cells_have_their_numbers_on_phones_too() -> None:
    """Twelve quarters that are too many beside each other stand in two rows of six, each with its numbers."""
    quarters = [f"{year}-Q{n}" for year in (2023, 2024, 2025) for n in (1, 2, 3, 4)]
    of = tracker(
        series("mercedes-benz.sales", *(seen(q, 110_000 + 1000 * n) for n, q in enumerate(quarters)), cadence="quarter")
    )
    narrow = labels(drawn(chart("heatmap", series=["mercedes-benz.sales"]), of).narrow)
    at = {label.words: label for label in narrow}
    assert {str(110 + n) for n in range(12)} <= set(at)
    assert at["110"].y == at["115"].y < at["116"].y == at["121"].y
    assert at["110"].x == at["116"].x
    assert [label.words for label in narrow].count("2024") == 2


def test_cells_of_many_years_have_no_numbers() -> None:
    """Where four rows would not hold the numbers, one row of colours is left."""
    months = [f"{year}-{month:02}" for year in range(2018, 2026) for month in range(1, 13)]
    of = tracker(series("a.sales", *(seen(m, 50_000 + n) for n, m in enumerate(months))))
    narrow = drawn(chart("heatmap", series=["a.sales"]), of).narrow
    assert "50" not in [label.words for label in labels(narrow)]
    assert [label.words for label in labels(narrow)].count("A") == 1
    assert len(tips(narrow)) == 96


def test_bars_are_as_long_as_their_values_leave_room_for() -> None:
    """A short bar with long words takes nothing from a long bar; no value is cut off at the edge."""
    of = tracker(
        series("a.sales", seen("2024", 900_000), cadence="year"),
        series("b.sales", seen("2024", 600_000, bound="more-than"), cadence="year"),
        series("c.sales", seen("2024", 0), cadence="year"),
    )
    narrow = drawn(chart("bar", series=["a.sales", "b.sales", "c.sales"]), of).narrow
    left = float(re.findall(r'<g fill="none" transform="translate\(([0-9.]+),', narrow)[0])
    ends = {label.words: left + label.x + TYPE.width(label.words) for label in labels(narrow)}
    assert 330 < ends["900,000"] <= 340
    assert ends["more than 600,000"] <= 340
    nothing = tracker(series("a.sales", seen("2024", 0), cadence="year"))
    assert "0" in [label.words for label in labels(drawn(chart("bar", series=["a.sales"]), nothing).wide)]


def test_names_of_bars_have_room() -> None:
    """A name of three lines makes its bar's row taller."""
    of = tracker(*(series(f"{id}.sales", seen("2024", 5), cadence="year") for id in "ab"))
    named = {id: replace(e, name=f"Passenger cars of all kinds of the maker {id}") for id, e in of.entities.items()}
    asked = chart("bar", series=["a.sales", "b.sales"])
    narrow = labels(drawn(asked, structs.replace(of, entities=named)).narrow)
    rows = sorted({label.y for label in narrow if label.x < 0})
    assert len(rows) >= 6
    assert all(below - above >= 14 for above, below in pairwise(rows))


def test_near_values_are_seen() -> None:
    """Where sources differ a little, the whisker has caps, with paper around them; where it were a speck, it is not."""
    for other in (1100, 1003):
        of = tracker(
            series("a.sales", seen("2024", 1001, use="preferred"), seen("2024", other, "press-2"), cadence="year"),
            series("b.sales", seen("2024", 10), cadence="year"),
        )
        for kind, colour, ends in (
            ("bar", "ink", 2),
            ("grouped", "ink", 2),
            ("line", "e-a,", 1),
            ("multiples", "e-a,", 1),
        ):
            caps = ends if other == 1100 else 0
            asked = chart(kind, series=["a.sales", "b.sales"])
            svg = drawn(asked, of).wide
            assert len(re.findall(rf'[xy]2="10"[^>]* stroke="var\(--{colour}', svg)) == caps, kind
            assert len(re.findall(r'[xy]2="10"[^>]* stroke="var\(--paper\)"', svg)) == caps, kind
            assert ("spread" in {key.sign for key in planned(asked, of).key}) == bool(caps), kind


def test_groups_say_their_values_on_phones_in_smaller_letters() -> None:
    """Numbers of six digits fit above three bars a group, two groups a row; then there is no axis."""
    makers = [
        series(f"{id}.sales", *(seen(y, 824_932) for y in ("2023", "2024", "2025")), cadence="year") for id in "ab"
    ]
    narrow = drawn(chart("grouped", series=["a.sales", "b.sales"]), tracker(*makers)).narrow
    assert [label.words for label in labels(narrow)].count("824,932") == 6
    assert set(re.findall(r'font-size="(\d+)px"', narrow)) == {"11", "12"}
    assert "800,000" not in narrow


def test_groups_of_many_periods_do_not_crowd() -> None:
    """Where the names of the periods would touch with two groups a row, each group has a row of its own."""
    years = [str(year) for year in range(2016, 2026)]
    makers = [series(f"{id}.sales", *(seen(y, 5_000_000) for y in years), cadence="year") for id in "ab"]
    narrow = labels(drawn(chart("grouped", series=["a.sales", "b.sales"]), tracker(*makers)).narrow)
    rows = {label.y for label in narrow if label.words == "2016"}
    assert len(rows) == 2


def busy() -> Tracker:
    """Few places with many steps each, no two alike one after the other, which stand on an axis of time."""
    ends: dict[str, tuple[Stage, Stage]] = {
        "no": ("entered", "on sale"),
        "sg": ("announced", "planned"),
        "europe": ("planned", "announced"),
    }
    steps = (
        entry(place, stages[n % 2 == 0], f"{2018 + n}-0{m + 1}")
        for m, (place, stages) in enumerate(ends.items())
        for n in range(7)
    )
    return structs.replace(sample(), entries=tuple(steps))


def test_the_stage_stands_behind_the_last_point() -> None:
    """The last stage of each place stands behind its last point, within the drawing, and no line runs through it."""
    drawing = drawn(ALL["timeline"], busy())
    for svg, width in ((drawing.wide, 720), (drawing.narrow, 340)):
        left = float(re.findall(r'<g fill="none" transform="translate\(([0-9.]+),', svg)[0])
        points = [
            (float(x), float(y)) for x, y in re.findall(r'<path transform="translate\(([-0-9.]+),([-0-9.]+)\)"', svg)
        ]
        upright = [line for line in grid(svg) if not line.wide]
        stages = [label for label in labels(svg) if label.words in ("on sale", "planned", "announced")]
        assert len(stages) == 3
        assert upright
        for stage in stages:
            end = stage.x + TYPE.width(stage.words)
            assert stage.x > max(x for x, y in points if abs(y - stage.y) < 6)
            assert left + end <= width
            assert not [line for line in upright if stage.x < line.x < end and 0 < stage.y - line.y < line.high]


def test_events_have_the_whole_width_of_a_phone() -> None:
    """On an axis the words of an event stand above its point on a phone, beside it on a wide drawing."""
    drawing = drawn(ALL["timeline"], busy())
    for svg, above in ((drawing.wide, False), (drawing.narrow, True)):
        (words,) = (label for label in labels(svg) if label.words.startswith("Shares"))
        point = max(float(y) for y in re.findall(r'<path transform="translate\([-0-9.]+,([-0-9.]+)\)"', svg))
        assert (point > words.y + 10) == above


def test_a_timeline_is_a_list_where_that_is_shorter() -> None:
    """Dates with what happened in order, in both sizes; places of which the same was said at one date share a line."""
    told = structs.replace(
        sample(),
        entries=(
            *(entry(place, "announced", "2023-05", "2024-Q1") for place in ("no", "se", "dk")),
            entry("no", "on sale", "2024-03"),
        ),
    )
    plot, drawing = planned(ALL["timeline"], told), drawn(ALL["timeline"], told)
    assert "diamond" not in {key.sign for key in plot.key}
    for svg in (drawing.wide, drawing.narrow):
        said = " ".join(label.words for label in sorted(labels(svg), key=lambda label: (label.y, label.x)))
        first = "May 2023 Denmark, Norway and Sweden: announced for Q1 2024"
        assert said == f"{first} Mar 2024 Norway: on sale 5 May 2024 Shares <b>&\"' begin"
    assert "diamond" in {key.sign for key in planned(ALL["timeline"], structs.replace(busy(), entries=_promised())).key}


def test_a_long_list_has_two_columns_where_there_is_room() -> None:
    """The second half of it stands beside the first; on a phone, and of few lines, all stand below each other."""
    for places, columns in (("no se dk de fr es it pl at be nl pt", 2), ("no se dk de fr es it pl", 1)):
        some = tuple(entry(place, "announced", f"2023-{n:02}") for n, place in enumerate(places.split(), 1))
        drawing = drawn(chart("timeline", companies=("aito",)), structs.replace(sample(), entries=some))
        found = [
            {label.x for label in labels(svg) if "announced" in label.words} for svg in (drawing.wide, drawing.narrow)
        ]
        assert [len(each) for each in found] == [columns, 1]


def test_a_picture_in_the_gallery_is_drawn_for_its_size() -> None:
    """It is the drawing for phones in its size, whose words are drawn for that; a tall one shows its top, and fades."""
    low, high = ('<svg width="340" height="300"></svg>', '<svg width="340" height="700"></svg>')
    wide = '<svg width="720" height="300"></svg>'
    assert thumbnail(Drawing(wide=wide, narrow=low)) == low
    cut = thumbnail(Drawing(wide=wide, narrow=high))
    assert cut.startswith('<svg width="340" height="374" preserveAspectRatio="xMinYMin slice">')
    assert 'stop-color="var(--paper)"' in cut


def test_a_step_that_is_reported_again_has_one_line() -> None:
    """A list names the brand or model where there are several, and the days on which the same was said again."""
    steps = (
        entry("no", "planned", "2023-05", "2024"),
        *(replace(entry("no", "planned", said, "2024"), entity="m9") for said in ("2023-06", "2023-07-09", "2023-08")),
        replace(entry("no", "planned", "2023-09", "2025"), entity="m9"),
        replace(entry("no", "planned", "2023-10", "2024"), entity="m9"),
        *(replace(entry("no", "on sale", said), entity="m9") for said in ("2024-01", "2024-04")),
    )
    tracker = sample()
    model = replace(tracker.entities["aito"], id="m9", name="AITO M9", kind="model")
    told = structs.replace(tracker, entities={**tracker.entities, "m9": model}, entries=steps)
    said = [label.words for label in labels(drawn(ALL["timeline"], told).wide) if "Norway" in label.words]
    assert said == [
        "AITO, Norway: planned for 2024",
        "AITO M9, Norway: planned for 2024; said again 9 Jul 2023 and Aug 2023",
        "AITO M9, Norway: planned for 2025",
        "AITO M9, Norway: planned for 2024",
        "AITO M9, Norway: on sale; said again Apr 2024",
    ]


def test_a_list_of_events_says_nothing_twice() -> None:
    """Where all of a timeline happened there is one sign and no key, and the table has no column that is empty."""
    told = structs.replace(sample(), entries=())
    alone = planned(chart("timeline", events=tuple(told.events)), told)
    assert alone.key == ()
    assert len(alone.columns) == len(planned(ALL["timeline"]).columns) - 2
    assert all(any(row[n] for row in alone.table) for n in range(len(alone.columns)))


def _promised() -> tuple[MarketEntry, ...]:
    return tuple(replace(step, target=Period.parse("2026")) for step in busy().entries)


def test_a_point_does_not_look_like_a_cap() -> None:
    """A whisker that begins at its point has a cap at its other end only."""
    of = tracker(series("a.sales", seen("2024", 1000, use="preferred"), seen("2024", 3000, "press-2"), cadence="year"))
    for kind in ("line", "multiples"):
        svg = drawn(chart(kind, series=["a.sales"]), of).wide
        assert len(re.findall(r'x2="10"[^>]* stroke="var\(--e-a,', svg)) == 1


def test_no_small_chart_is_empty() -> None:
    """A series without a value in the chart's periods has no panel, but its column in the table."""
    of = tracker(
        series("a.sales", seen("2024", 1), seen("2025", 2), cadence="year"),
        series("b.sales", seen("2020", 1), cadence="year"),
        series("c.sales", seen("2024", 3), seen("2025", 4), cadence="year"),
    )
    asked = chart("multiples", series=["a.sales", "b.sales", "c.sales"], first="2024", last="2025")
    assert [label.words for label in labels(drawn(asked, of).wide) if label.bold] == ["A", "C"]
    plot = planned(asked, of)
    assert plot.columns == ("Period", "A", "B", "C")
    assert "B: no number found." in plot.summary


def test_a_map_colours_a_country_and_not_what_lies_far_from_it() -> None:
    """Cars on sale in France are not on sale in French Guiana, nor those in Norway on Svalbard."""
    of = structs.replace(sample(), entries=(entry("fr", "on sale", "2025"), entry("us", "rumoured", "2025")))
    (outline,) = re.findall(r'data-t="France[^"]*" d="([^"]*)"', drawn(ALL["map"], of).wide)
    starts = [float(x) for x in re.findall(r"M([0-9.]+),", outline)]
    assert len(starts) == 2
    assert min(starts) > 330


def test_a_map_parts_words_from_deeds() -> None:
    """What is on sale or entered has one hue, what is only said another."""
    colours = {stage: colour.rstrip("12345)") for stage, colour in COLOURS.items()}
    assert colours["on sale"] == colours["entered"] != colours["planned"] == colours["announced"] == colours["rumoured"]

"""What stands on a line: its numbers, the words of events, dashes to what is worked out, the sign of a cut axis."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from chart_samples import FONTS, chart, drawn, planned, sample
from drawing import grid, labels
from factory import seen, series, text, tracker, worked
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.lines.said import values_said
from sitegen.charts.layers import Frame
from sitegen.charts.look.beside import along
from sitegen.charts.marks.events import flags
from sitegen.charts.plot import Row, num

TYPE = Fonts.read(FONTS)
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]


def test_the_first_the_last_and_the_highest_value_are_written() -> None:
    """On one line they stand with the points, wide and narrow; on three only on that which the chart is about."""
    values = [50, 40, 30, 90, 60, 20, 10, 15, 35, 45, 55, 70]
    lines = {"a": values, "b": [200 - value for value in values], "c": [400 - value for value in values]}
    of = tracker(*(series(f"{id}.sales", *map(seen, MONTHS, some)) for id, some in lines.items()))
    drawing = drawn(chart("line", series=["a.sales"]), of)
    for svg in (drawing.wide, drawing.narrow or ""):
        assert {"50", "90", "70"} <= {label.words for label in labels(svg)}
    several = chart("line", series=["a.sales", "b.sales", "c.sales"])
    assert "90" not in {label.words for label in labels(drawn(several, of).wide)}
    assert "90" in {label.words for label in labels(drawn(replace(several, focus=("a",)), of).wide)}


@given(*[st.lists(st.integers(1_020_000, 1_100_000), min_size=8, max_size=8)] * 2)
@settings(deadline=None, max_examples=80)
def test_a_number_lies_on_no_other_line(first: list[int], second: list[int]) -> None:
    """Neither on its stroke nor on a point of it, nor beyond it; and no other point of its own line is nearer."""
    found = zip("ab", (first, second), strict=True)
    of = tracker(*(series(f"{id}.sales", *map(seen, MONTHS[:8], values)) for id, values in found))
    rows = [row for row in planned(chart("line", series=["a.sales", "b.sales"]), of).rows if row["what"] == "value"]
    at = [(row, (26.0 * num(row, "index"), (1_120_000 - num(row, "value")) / 1000)) for row in rows]
    frame = Frame.within(390, 250, (20, 80, 30, 40))
    plot = planned(chart("line", series=["a.sales", "b.sales"]), of)
    said = values_said(plot, at, (), frame, 2, TYPE)
    assert len(said.boxes) == len(said.texts)
    for box, words in zip(said.boxes, said.texts, strict=True):
        own = {row["line"] for row, _ in at if row["text"] == words["text"]}
        for line in {row["line"] for row, _ in at} - own:
            points = [point for row, point in at if row["line"] == line]
            strokes = [part for pair in pairwise(points) for part in along(*pair, half=1.0)]
            assert not any(box.covers(part) for part in strokes), (words, line)
        far = {
            (math.hypot(max(box.x - x, 0, x - box.x2), max(box.y - y, 0, y - box.y2)), row["text"], row["line"])
            for row, (x, y) in at
        }
        nearest = [min(each for each in far if each[2] == line)[1] for line in own]  # both may have the number
        assert words["text"] in nearest


def test_a_worked_out_value_is_hollow_on_a_thin_dashed_line() -> None:
    """The line to it and from it is thin and dashed, the rest is a whole line."""
    given = [seen(f"2025-Q{n}", 10 * n) for n in (1, 2, 4)]
    half = seen("2025-01/2025-09", 60)
    part = worked("2025-Q3", "a.sales@2025-01/2025-09", "-a.sales@2025-Q1", "-a.sales@2025-Q2")
    asked = chart("line", series=["a.sales"], first="2025-Q1", last="2025-Q4", by="quarter")
    whole = drawn(asked, tracker(series("a.sales", *given, half, part, cadence="quarter")))
    assert whole.wide.count('stroke-dasharray="4,3"') == 1
    assert 'stroke-dasharray="4,3"' not in drawn(asked, tracker(series("a.sales", *given, cadence="quarter"))).wide


def test_a_limit_is_an_arrow_to_which_no_full_line_leads() -> None:
    """A point at its value has a thin arrow, its number is there on every width, and its dashes are in the key."""
    above, more = seen("2025-Q4", 40, bound="more-than"), [seen(f"2025-Q{n}", 10 * n) for n in (1, 2, 3)]
    of = tracker(
        series("a.sales", *more, above, cadence="quarter"),
        series("b.sales", *[seen(f"2025-Q{n}", 41) for n in (1, 2, 3, 4)], cadence="quarter"),
    )
    for kind, dashes in (("line", 1), ("multiples", 1)):
        asked = chart(kind, series=["a.sales", "b.sales"], by="quarter")
        drawing = drawn(asked, of)
        for svg in (drawing.wide, drawing.narrow or ""):
            assert svg.count('stroke-dasharray="4,3"') == dashes
            assert len(re.findall(r"M0,-[0-9.]+L0,-[0-9.]+M", svg)) == 1
            (number, *_) = [label for label in labels(svg) if "more than 40" in label.words]
            if kind == "line" and svg is drawing.narrow:  # beside the end of the line, and not on the way to it
                assert number.x >= max(line.wide for line in grid(svg)) - 6
        assert {"more", "dashes"} <= {key.sign for key in planned(asked, of).key}
    flat = drawn(chart("range", figures=["a.sales@2025-Q4", "a.sales@2025-Q3"]), of).wide
    assert re.search(r"M[0-9.]+,0L[0-9.]+,0M", flat)


def test_words_of_events_stand_at_their_marks() -> None:
    """The label, or the text, stands above the chart; the text alternative has text and date."""
    of = sample()
    short = structs.replace(of, events={"listing": replace(of.events["listing"], label=text("Listed"))})
    asked = chart("line", series=["aito.deliveries"], events=("listing",))
    assert "Listed" in {label.words for label in labels(drawn(asked, short).wide)}
    assert "Shares <b>&\"' begin" in " ".join(label.words for label in labels(drawn(asked, of).wide))
    assert planned(asked, short).summary.endswith("Marked: Shares <b>&\"' begin (5 May 2024).")


@given(st.lists(st.floats(0, 11), max_size=9), st.sampled_from([84.0, 124.0]))
@settings(deadline=None, max_examples=60)
def test_words_of_events_never_overlap(days: list[float], most: float) -> None:
    """However many events there are and however near each other, no words lie over others, and all are inside."""
    rows: list[Row] = [{"index": day, "label": "Launch of a new car in the market"} for day in sorted(days)]
    found = flags(rows, (0.0, 11.0), 300.0, (-40.0, 400.0), TYPE, most).flags
    boxes = [(f.x, f.y, f.x + TYPE.widest(f.words), f.y + 14 * len(f.words)) for f in found]
    assert all(x >= -40 and x2 <= 400.5 for x, _, x2, _ in boxes)
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_an_axis_without_zero_says_so() -> None:
    """Values that lie close together far from zero have a cut axis, with its sign and a word; others have none."""
    near = tracker(series("a.price", seen("2025-01", 9000), seen("2025-02", 9100)))
    far = tracker(series("a.price", seen("2025-01", 1000), seen("2025-02", 9100)))
    asked = chart("line", series=["a.price"])
    assert ">axis cut<" in drawn(asked, near).wide
    assert ">axis cut<" not in drawn(asked, far).wide
    points = chart("range", figures=["a.price@2025-01", "a.price@2025-02"])
    assert ">axis cut<" in (drawn(points, near).narrow or "")
    assert ">axis cut<" not in drawn(chart("bar", series=["a.price"]), near).wide


def test_the_axis_of_sales_has_zero() -> None:
    """A fall of a sixth is no fall to the floor: a line of flows is on no cut axis, however near its values lie."""
    near = tracker(*(series(id, seen("2024", 729_000), seen("2025", 617_000)) for id in ("a.sales", "b.sales")))
    for kind in ("line", "multiples"):
        svg = drawn(chart(kind, series=["a.sales", "b.sales"], by="year"), near).wide
        assert "axis cut" not in svg, kind
        assert ">0<" in svg, kind

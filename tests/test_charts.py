"""Charts: what they draw, what they refuse, and that they are the same bytes everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from factory import seen, series, text, tracker
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cache import Cache
from sitegen.charts import KINDS, PALETTE, TOKENS, Drawing, Plot, Studio, draw, palette, plan, sparkline, standalone
from sitegen.charts.axes import axis_texts, span, spread
from sitegen.charts.fields import check_fields
from sitegen.charts.fonts import Fonts
from sitegen.charts.svg import Undrawable, check, finish, words
from sitegen.figures import Figures
from sitegen.figures.figure import Figure, Missing
from sitegen.model import Address, Period, Tracker, parse_series
from sitegen.model.words import Chart, Event, File, MarketEntry, Stage
from sitegen.problems import Place, Problem, SitegenError

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "templates" / "assets" / "fonts"
PLACE = Place("data/charts/c.yaml")


def chart(kind: str, **keys: Any) -> Chart:
    """A chart with the id `c`; series and figures are written as in YAML."""
    given: dict[str, Any] = dict.fromkeys(("subtitle", "caption", "alt", "note", "first", "last", "by", "mixed"))
    given |= {"series": (), "figures": (), "companies": (), "events": (), "options": {}, "accepted": {}, **keys}
    given["series"] = tuple(map(parse_series, given["series"]))
    given["figures"] = tuple(map(Address.parse, given["figures"]))
    for key in ("first", "last"):
        given[key] = given[key] and Period.parse(given[key])
    return Chart(id="c", kind=kind, title=text("A chart"), place=PLACE, **given)


def entry(where: str, stage: Stage, said: str, target: str | None = None) -> MarketEntry:
    """A step of the company `aito`."""
    return MarketEntry(
        entity="aito",
        company="aito",
        where=where,
        stage=stage,
        said=Period.parse(said),
        target=None if target is None else Period.parse(target),
        text=None,
        source="press-1",
        use="normal",
        reason=None,
        place=PLACE,
    )


def sample() -> Tracker:
    """Two makers with a gap, an approximate value, rivals and a bound; market entries; an event."""
    base = tracker(
        series(
            "aito.deliveries",
            seen("2024-Q1", 85800, bound="approximate"),
            seen("2024-Q2", 90123),
            seen("2024-Q4", 80000, bound="more-than"),
            seen("2025-Q1", 45300, use="preferred"),
            seen("2025-Q1", 68000, "press-2"),
            cadence="quarter",
        ),
        series("bmw.deliveries", seen("2024-Q1", 187000), seen("2024-Q2", 188700), cadence="quarter"),
        series("bmw.margin", seen("2024-Q1", 7), region="world", basis="accounts", cadence="quarter"),
    )
    event = Event(
        id="listing",
        date=Period.parse("2024-05-05"),
        entities=("aito",),
        text=text("Shares <b>&\"' begin"),
        source="press-1",
        use="normal",
        reason=None,
        place=PLACE,
    )
    entries = (
        entry("NO", "announced", "2023-05", "2024-Q1"),
        entry("NO", "on sale", "2024-03"),
        entry("SG", "planned", "2024"),
        entry("europe", "announced", "2023"),
    )
    return replace(base, events={"listing": event}, entries=entries)


ALL = {
    "line": chart("line", series=["aito.deliveries", "bmw.deliveries"], events=("listing",)),
    "bar": chart("bar", series=["aito.deliveries", "bmw.deliveries"], first="2024-Q1", last="2024-Q1"),
    "range": chart("range", figures=["aito.deliveries@2025-Q1", "bmw.deliveries@2024-Q1"]),
    "timeline": chart("timeline", companies=("aito",), events=("listing",)),
    "map": chart("map", companies=("aito",)),
}


def planned(asked: Chart, of: Tracker | None = None) -> Plot:
    """The plot of a chart that has no problems."""
    of = of or sample()
    plot = plan(asked, of, Figures(of))
    assert isinstance(plot, Plot), plot
    return plot


def problem(asked: Chart, of: Tracker | None = None) -> Problem:
    """The one problem of a chart."""
    of = of or sample()
    found = plan(asked, of, Figures(of))
    assert isinstance(found, list), found
    (only,) = found
    assert only.hint
    return only


def drawn(asked: Chart, of: Tracker | None = None, **studio: Any) -> Drawing:
    """The drawing of a chart with the theme's fonts."""
    return draw(planned(asked, of), Studio(FONTS, **studio))


def own(source: str) -> Tracker:
    """The sample with a kind `mine` of the project's own."""
    return replace(sample(), kinds={"mine": File("templates/charts/mine.py", "", source.encode())})


MARK = "import altair as alt\ndef chart(rows, size):\n    return alt.Chart({{'values': {}}}).mark_bar(){}\n"


def test_every_kind_has_an_example_here() -> None:
    """A kind that is added to the table is tested too."""
    assert set(ALL) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_svg_is_themed_and_closed(kind: str) -> None:
    """Colours are variables, ids are the chart's own and unique, nothing is fetched, roles and classes are gone."""
    drawing = drawn(ALL[kind])
    both = drawing.wide + (drawing.narrow or "")
    assert "rgb(0, 0, 0)" not in both
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', both)) <= {"none", "transparent"} | set(
        re.findall(r'"(var\(--[a-z0-9-]+(?:,var\(--c-\d\))?\))"', both)
    )
    assert set(re.findall(r"https?://[^\"' ]+", both)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"(?:role|aria-\w+|href)=|<title|<style|<script", both)
    ids = re.findall(r'\bid="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"c-[wn]-\d+", id) for id in ids)


@pytest.mark.parametrize("kind", KINDS)
def test_sizes(kind: str) -> None:
    """A chart is exactly 720 and 340 wide; a map is drawn once."""
    drawing = drawn(ALL[kind])
    assert drawing.wide.startswith("<svg ")
    assert 'viewBox="0 0 720 ' in drawing.wide
    assert (drawing.narrow is None) == KINDS[kind].once
    assert drawing.narrow is None or 'viewBox="0 0 340 ' in drawing.narrow


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_escaped(kind: str) -> None:
    """No name of the data becomes markup."""
    evil = '<script>&"\' id="x" role="y" d="M0.12345"'
    of = sample()
    entities = {id: replace(e, name=evil) for id, e in of.entities.items()}
    sources = {id: replace(s, publisher=evil) for id, s in of.sources.items()}
    drawing = drawn(ALL[kind], replace(of, entities=entities, sources=sources))
    assert "<script" not in drawing.wide + (drawing.narrow or "")
    assert KINDS[kind].once or kind == "timeline" or "&lt;script&gt;" in drawing.wide
    assert KINDS[kind].once or kind == "timeline" or evil.split()[-1] in words(drawing.wide)


def test_a_missing_period_is_a_gap() -> None:
    """The line ends before a period without a value and begins anew after it; the table says why it is missing."""
    plot = planned(chart("line", series=["aito.deliveries"]))
    assert [row["value"] for row in plot.rows] == [85800.0, 90123.0, None, 80000.0, 45300.0]
    lines = re.findall(r'<path d="([^"]+)"[^>]* stroke-width="2.25"', draw(plot, Studio(FONTS)).wide)
    assert [len(line.split("L")) for line in lines] == [2, 2]
    assert isinstance(plot.table[2][1], Missing)
    assert isinstance(plot.table[3][1], Figure)


def test_rows_say_how_sure_a_value_is() -> None:
    """Approximate values, bounds and rivals are flags and ends of the row."""
    about, _, _, more, rivals = planned(chart("line", series=["aito.deliveries"])).rows
    assert about["approximate"]
    assert more["bound"] == "at-least"
    assert (rivals["low"], rivals["high"]) == (45300.0, 68000.0)
    assert [key.sign for key in planned(ALL["line"]).key] == ["hollow", "more", "spread", "event-1"]


def test_derived_values_are_marked() -> None:
    """A year that is the sum of its quarters is drawn as derived."""
    (row,) = planned(chart("bar", series=["bmw.deliveries"], by="half")).rows
    assert (row["value"], row["derived"]) == (375700.0, True)


def test_bars_of_several_series_stand_by_value() -> None:
    """The largest comes first, and every bar says its value."""
    plot = planned(ALL["bar"])
    assert [row["entity"] for row in plot.rows] == ["bmw", "aito"]
    wide = draw(plot, Studio(FONTS)).wide
    assert "about 85,800" in wide
    assert "187,000" in wide


def test_bars_choose_the_latest_period_that_all_answer() -> None:
    """Without from and to, several series are compared where all of them have a value."""
    plot = planned(chart("bar", series=["aito.deliveries", "bmw.deliveries"]))
    assert {row["period"] for row in plot.rows} == {"2024-Q2"}


def test_range_shows_every_source() -> None:
    """The preferred value comes first, each with its publisher and its figure."""
    plot = planned(ALL["range"])
    assert [(row["publisher"], row["value"]) for row in plot.rows][:2] == [("press-1", 45300.0), ("press-2", 68000.0)]
    assert plot.sources == ("press-1", "press-2")


def test_map_shows_the_stage_now() -> None:
    """The latest step counts; a region is only outlined; a country too small to see is a dot."""
    plot = planned(ALL["map"])
    assert {row["place"]: row["stage"] for row in plot.rows} == {
        "NO": "on sale",
        "SG": "planned",
        "europe": "announced",
    }
    assert [key.words for key in plot.key] == ["on sale", "planned", "named only as part of a region"]
    assert "On sale: Norway." in plot.summary


def test_summary_has_the_numbers() -> None:
    """The text alternative says where lines begin and end, the highest value and the gaps."""
    summary = planned(chart("line", series=["aito.deliveries"])).summary
    assert "about 85,800 in Q1 2024, 45,300 in Q1 2025; highest 90,123 in Q2 2024; no value for 1 of 5" in summary


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (chart("pie", series=["aito.deliveries"]), "chart-kind", 'no chart kind "pie"'),
        (chart("line"), "chart-option", 'needs "series"'),
        (chart("map", companies=("aito",), by="year"), "chart-option", 'does not take "by"'),
        (chart("line", series=["aito.deliveries"], first="2030", last="2031"), "chart-empty", "nothing to draw"),
        (chart("bar", series=["aito.deliveries"], first="2030", last="2030"), "chart-empty", "nothing to draw"),
        (chart("range", figures=["aito.deliveries@2019"]), "chart-empty", "nothing to draw"),
        (chart("timeline", companies=("bmw",)), "chart-empty", "nothing to draw"),
        (chart("map", companies=("bmw",)), "chart-empty", "nothing to draw"),
        (chart("line", series=["aito.deliveries", "bmw.margin"]), "chart-option", "different units"),
        (chart("mine", series=["aito.deliveries"]), "chart-kind", 'no chart kind "mine"'),
    ],
)
def test_problems(asked: Chart, code: str, said: str) -> None:
    """What a chart file gets wrong is told with its code and a way out."""
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
    assert "region (cn, world) and basis (deliveries, wholesale)" in found.message
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


def test_missing_glyph_is_a_warning() -> None:
    """A character that no font has is told with its number."""
    of = sample()
    named = replace(of, entities={id: replace(e, name="龘 Motor") for id, e in of.entities.items()})
    (found,) = drawn(ALL["bar"], named).problems
    assert (found.code, found.severity) == ("missing-glyph", "warning")
    assert "龘 (U+9F98)" in found.message
    assert drawn(ALL["bar"]).problems == ()


def test_mixed_colours_and_blank_charts_are_refused() -> None:
    """What no theme can colour, and what shows nothing, is an error."""
    marks = '<svg><g class="mark-line role-mark"><path{}/></g></svg>'
    for bad in (marks.format(' fill="rgb(0, 0, 0)"'), "<svg><linearGradient/></svg>", "<svg></svg>"):
        with pytest.raises(Undrawable):
            check(bad)
    check(marks.format(' fill="var(--ink)"'))


def test_ids_are_renamed_where_they_are_used() -> None:
    """Ids from Vega's counter become the chart's own, in references too."""
    path = '<clipPath id="clip7"><path d="M0.123456,0"/></clipPath>'
    svg = f'<svg><g class="mark-line role-mark" clip-path="url(#clip7)"/>{path}</svg>'
    out = finish(svg, "c-w", "Inter", geo=False, name="w")
    assert 'id="c-w-1"' in out
    assert "clip7" not in out
    assert 'd="M0.12,0"' in out


def test_fields_are_checked_in_every_layer() -> None:
    """A field that no row has is found; one that a transform makes, and a row's own, are not."""
    rows = {"data": {"values": [{"a": 1}]}}
    check_fields(
        {**rows, "transform": [{"calculate": "1", "as": "b"}], "encoding": {"x": {"field": "b"}, "y": {"field": "a"}}}
    )
    with pytest.raises(Undrawable, match="no row has"):
        check_fields({"layer": [{**rows, "encoding": {"x": {"field": "c"}}}]})


SCRIPT = """
import sys, hashlib, pathlib
sys.path.insert(0, "tests")
import test_charts as t
from sitegen.cache import Cache
cache = Cache(pathlib.Path(sys.argv[1])) if len(sys.argv) > 1 else None
for kind in sorted(t.ALL):
    drawing = t.drawn(t.ALL[kind], cache=cache)
    print(kind, hashlib.sha256((drawing.wide + (drawing.narrow or "")).encode()).hexdigest())
print("altair" in sys.modules, "vl_convert" in sys.modules)
"""


def run(*arguments: str, **environment: str) -> str:
    """What the script prints in a process of its own."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """Another process, time zone, locale and hash seed draw the same; from the cache, nothing is imported to draw."""
    first = run(TZ="America/New_York", PYTHONHASHSEED="1", LC_ALL="C")
    second = run(str(tmp_path), TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert first == second
    assert first.endswith("True True\n")
    cached = run(str(tmp_path))
    assert cached.splitlines()[:-1] == first.splitlines()[:-1]
    assert cached.endswith("False False\n")


def test_cache_knows_the_rows(tmp_path: Path) -> None:
    """A changed value is drawn anew; what is drawn afresh and from the cache is the same."""
    cache = Cache(tmp_path)
    plot = planned(ALL["bar"])
    changed = replace(plot, rows=tuple({**row, "text": "changed"} for row in plot.rows))
    fresh = draw(plot, Studio(FONTS))
    assert draw(plot, Studio(FONTS, cache)) == fresh == draw(plot, Studio(FONTS, cache))
    assert "changed" in draw(changed, Studio(FONTS, cache)).wide


def test_drawing_leaves_the_environment_alone() -> None:
    """The variable that names the fonts is put back."""
    before = os.environ.get("FONTCONFIG_FILE")
    drawn(ALL["bar"])
    assert os.environ.get("FONTCONFIG_FILE") == before


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_are_readable(theme: int) -> None:
    """Marks have 3:1 against the paper, text 4.5:1, in both themes."""

    def contrast(colour: str) -> float:
        high, low = sorted((luminance(colour), luminance(TOKENS["paper"][theme])), reverse=True)
        return (high + 0.05) / (low + 0.05)

    assert all(contrast(pair[theme]) >= 3 for pair in PALETTE)
    assert all(contrast(TOKENS[name][theme]) >= 4.5 for name in ("ink", "muted"))
    assert contrast(TOKENS["axis"][theme]) >= 3


def test_palette_keeps_a_chart_apart() -> None:
    """Entities of one chart get different colours, and one's own colour stays."""
    of = tracker(*(series(f"e{n}.deliveries", seen("2024", 1)) for n in range(20)))
    ids = ["e0.deliveries", "e8.deliveries", "e16.deliveries", "e19.deliveries"]
    entities = {**of.entities, "e19": replace(of.entities["e19"], color=PALETTE[0])}
    colours = palette(replace(of, charts={"c": chart("line", series=ids)}, entities=entities))
    assert list(colours) == list(of.entities)
    assert colours["e19"] == PALETTE[0]
    assert len({colours[id.split(".")[0]] for id in ids}) == 4


def test_standalone_carries_its_colours() -> None:
    """A downloaded SVG defines every variable that it uses, for light and dark."""
    svg = standalone(drawn(ALL["line"]).wide, palette(sample()))
    used = set(re.findall(r"var\(--([a-z0-9-]+)", svg))
    assert used
    assert all(svg.count(f"--{name}:") == 2 for name in used)


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
    """What a page loads of fonts is at most 90 KB; the extended serif comes only where a headline needs it."""
    files = [p for p in FONTS.glob("*.woff2") if not p.stem.endswith("-ext")]
    assert sum(p.stat().st_size for p in files) <= 90_000


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=8), st.integers(2, 8))
def test_ticks_hold_the_values(values: list[float], count: int) -> None:
    """Ticks rise evenly and reach from at most the lowest to at least the highest value."""
    marks = span(values, count)
    slack = max(abs(v) for v in values) * 1e-6 + 1e-6
    assert marks[0] <= min(values) + slack
    assert marks[-1] >= max(values) - slack
    assert list(marks) == sorted(set(marks))
    assert len(marks) <= 2 * count + 3


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
    assert axis_texts(quarters, "en", 8)[0] == ("Q1", "2024")
    assert axis_texts(quarters, "en", 8)[5] == ("Q2",)
    assert axis_texts(quarters, "en", 3) == {0: ("2024",), 4: ("2025",)}


def test_sparkline() -> None:
    """The lowest value lies at the bottom; a gap breaks the line; a lonely value is a dot; nothing gives nothing."""
    values = [Decimal(1), Decimal(3), None, Decimal(2), None]
    assert sparkline(values) == "M2 22L25 2M71 12h0"
    assert sparkline([None]) == ""
    assert sparkline([Decimal(5), Decimal(5)]) == "M2 12L94 12"

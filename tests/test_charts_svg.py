"""Drawn charts: themed, closed, small, and the same bytes everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import pytest
from chart_samples import ALL, FONTS, PAIRS, ROOT, drawn, entry, planned, sample
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.fields import check_fields
from sitegen.charts.files.letters import Letters
from sitegen.charts.files.saved import Saved, saved
from sitegen.charts.files.standalone import standalone
from sitegen.charts.kinds import KINDS
from sitegen.charts.svg import Undrawable, check, finish, words


@pytest.mark.parametrize("kind", KINDS)
def test_svg_is_themed_and_closed(kind: str) -> None:
    """Colours are variables, ids are the chart's own and unique, nothing is fetched, roles and classes are gone."""
    drawing = drawn(ALL[kind])
    both = drawing.wide + drawing.narrow
    assert "rgb(0, 0, 0)" not in both
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', both)) <= {"none", "transparent"} | set(
        re.findall(r'"(var\(--[a-z0-9-]+(?:,var\(--c-\d\))?\))"', both)
    ) | set(re.findall(r'"(color-mix\(in srgb,var\(--e-[a-z]+,var\(--c-\d\)\) 60%,var\(--ink\)\))"', both))
    assert set(re.findall(r"https?://[^\"' ]+", both)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"(?:role|aria-\w+|href)=|<title|<style|<script", both)
    ids = re.findall(r'\bid="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"c-[wn]-\d+", id) for id in ids)


@pytest.mark.parametrize("kind", KINDS)
def test_sizes(kind: str) -> None:
    """A chart is exactly 720 and 340 wide."""
    drawing = drawn(ALL[kind])
    assert drawing.wide.startswith("<svg ")
    assert 'viewBox="0 0 720 ' in drawing.wide
    assert 'viewBox="0 0 340 ' in drawing.narrow


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_escaped(kind: str) -> None:
    """No name of the data becomes markup."""
    evil = '<script>&"\' id="x" role="y" d="M0.12345"'
    of = sample()
    entities = {id: replace(e, name=evil) for id, e in of.entities.items()}
    sources = {id: replace(s, publisher=evil) for id, s in of.sources.items()}
    drawing = drawn(ALL[kind], structs.replace(of, entities=entities, sources=sources))
    assert "<script" not in drawing.wide + drawing.narrow
    assert kind in ("map", "timeline") or "&lt;script&gt;" in drawing.wide
    assert kind in ("map", "timeline") or evil.split()[-1] in words(drawing.wide)


def test_missing_glyph_is_a_warning() -> None:
    """A character that no font has is reported with its number."""
    of = sample()
    named = structs.replace(of, entities={id: replace(e, name="龘 Motor") for id, e in of.entities.items()})
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


def test_lines_that_look_alike_are_one_path() -> None:
    """A grid costs a page one element; a mark, and a line with words of its own, stays as it is."""
    lines = (
        '<line transform="translate(0,10)" x2="50" y2="0" stroke="var(--grid)"/>',
        '<line x2="0" y2="5" stroke="var(--grid)"/>',
        '<line transform="translate(3,4.5)" x2="2" y2="-6" stroke="var(--grid)"/>',
        '<line x2="9" y2="0" stroke="var(--axis)"/>',
        '<line aria-label="about 5" x2="9" y2="0" stroke="var(--grid)"/>',
        '<line aria-label="about 6" x2="9" y2="0" stroke="var(--grid)"/>',
        '<line x2="9" y2="0" stroke="var(--ink)"/>',
        '<line x2="8" y2="0" stroke="var(--ink)"/>',
    )
    svg = f'<svg><g class="mark-rule role-mark">{"".join(lines)}</g></svg>'
    drawn = finish(svg, "c", "Inter", name=None)
    assert (
        '<path d="M0,10h50M0,0v5M3,4.5l2,-6" stroke="var(--grid)"/><line x2="9" y2="0" stroke="var(--axis)"/>' in drawn
    )
    assert drawn.count("<path") == 1
    assert drawn.count("<line") == 5


def test_an_outline_of_one_point_is_left_out() -> None:
    """An island smaller than the grid of a map encloses nothing; what has a second point stays, as steps."""
    outlines = "M10,10L10.2,10.1L10.1,10.2ZM20,20L22,20L22,21ZM30,30L30.1,30Z"
    svg = f'<svg><g class="mark-geoshape role-mark"><path d="{outlines}" fill="var(--land)"/></g></svg>'
    assert 'd="M20,20l2,0l0,1Z"' in finish(svg, "c", "Inter", name=None, grid=10)


def test_ids_are_renamed_where_they_are_used() -> None:
    """Ids from Vega's counter become the chart's own, in references too."""
    path = '<clipPath id="clip7"><path d="M0.123456,0"/></clipPath>'
    svg = f'<svg><g class="mark-line role-mark" clip-path="url(#clip7)"/>{path}</svg>'
    out = finish(svg, "c-w", "Inter", name="w")
    assert 'id="c-w-1"' in out
    assert "clip7" not in out
    assert 'd="M0.12,0"' in out


def test_layers_that_are_cut_alike_share_one_frame() -> None:
    """A map has a layer for each look of a country, all within one frame or, of two maps, within two."""
    europe = "at be bg cz dk fr de gr hu nl no pl"
    for places, most in (("no es", 1), (f"{europe} au th sg np", 2)):
        entries = tuple(entry(place, "planned", "2025") for place in places.split())
        drawing = drawn(ALL["map"], structs.replace(sample(), entries=entries))
        for svg in (drawing.wide, drawing.narrow):
            frames = set(re.findall(r'<clipPath id="([^"]+)"', svg))
            assert 1 <= len(frames) <= most
            assert set(re.findall(r"url\(#([^)]+)\)", svg)) == frames


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
import chart_samples as t
from sitegen.cache import Cache
cache = Cache(pathlib.Path(sys.argv[1])) if len(sys.argv) > 1 else None
for kind in sorted(t.ALL):
    drawing = t.drawn(t.ALL[kind], cache=cache)
    print(kind, hashlib.sha256((drawing.wide + drawing.narrow).encode()).hexdigest())
print("altair" in sys.modules, "vl_convert" in sys.modules)
"""


def run(*arguments: str, **environment: str) -> str:
    """What the script prints in a process of its own."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.slow
def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """Another process, time zone, locale and hash seed draw the same; from the cache, nothing is imported to draw."""
    first = run(TZ="America/New_York", PYTHONHASHSEED="1", LC_ALL="C")
    second = run(str(tmp_path), TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert first == second
    assert first.endswith("True True\n")
    cached = run(str(tmp_path))
    assert cached.splitlines()[:-1] == first.splitlines()[:-1]
    assert cached.endswith("False False\n")


def test_drawing_leaves_the_environment_alone() -> None:
    """The variable that names the fonts is put back."""
    before = os.environ.get("FONTCONFIG_FILE")
    drawn(ALL["bar"])
    assert os.environ.get("FONTCONFIG_FILE") == before


def test_standalone_carries_its_colours() -> None:
    """A downloaded SVG defines every variable that it uses, for light and dark."""
    svg = standalone(drawn(ALL["line"]).wide, PAIRS, Letters(FONTS))
    used = set(re.findall(r"var\(--([a-z0-9-]+)", svg))
    assert used
    assert all(svg.count(f"--{name}:") == 2 for name in used)


def test_a_saved_chart_says_all_by_itself() -> None:
    """Title, subtitle, key, sources and the drawing stand in one file, none over another, in the colours of a theme."""
    plot = planned(ALL["line"])
    around = Saved("A <title> " * 12, "Vehicles by quarter", plot.key, ("Sources: press-1, press-2", "A tracker"))
    svg = saved(drawn(ALL["line"]).wide, around, PAIRS, Letters(FONTS))
    whole = xml.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    lines = [(float(text.attrib["y"]), text.text or "") for text in whole.findall(f"{space}text")]
    said = " ".join(words for _, words in lines)
    assert "A <title> A <title>" in said
    assert all(key.words in said for key in plot.key)
    assert lines[-1][1] == "A tracker"
    ((top, tall),) = [(float(each.attrib["y"]), float(each.attrib["height"])) for each in whole.findall(f"{space}svg")]
    assert all(y < top or y > top + tall for y, _ in lines)
    assert max(y for y, _ in lines) < float(whole.attrib["height"])
    assert len(whole.findall(f"{space}g")) == sum(
        key.sign != "" and not key.sign.startswith("text") for key in plot.key
    )
    assert all(svg.count(f"--{name}:") == 2 for name in set(re.findall(r"var\(--([a-z0-9-]+)", svg)))

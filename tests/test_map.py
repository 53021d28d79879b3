"""Maps: the part of the world that one shows, and what it cannot draw."""

from __future__ import annotations

import re
from math import ceil, hypot

import pytest
from chart_samples import ALL, FONTS, drawn, entry, planned, sample
from drawing import labels, tips
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.maps.land import around, land
from sitegen.charts.kinds.maps.marks import SIGN
from sitegen.charts.kinds.maps.names import list_below, named
from sitegen.charts.kinds.maps.panels import lettered, panels
from sitegen.charts.kinds.maps.signs import marks_of
from sitegen.charts.kinds.maps.view import View, view_of, view_on
from sitegen.charts.look.beside import Box, along
from sitegen.charts.plot import Row, num
from sitegen.model import Tracker
from sitegen.model.entry import Stage
from sitegen.model.places import OwnPlace
from sitegen.problems import Place
from sitegen.words import Locale

OWN = {
    id: OwnPlace(id=id, name=name, members=members, place=Place("data/places.yaml"))
    for id, name, members in (
        ("us-ca", "California", ()),
        ("us-or", "Oregon", ()),
        ("coast", "West coast", ("us-ca", "us-or")),
        ("dach", "DACH", ("de", "at", "ch")),
    )
}
TYPE = Fonts.read(FONTS)
CODES = st.sampled_from(sorted(land().outlines))


def going(*places: str) -> Tracker:
    """A tracker with a sale in each of these places."""
    return structs.replace(sample(), own_places=OWN, entries=tuple(entry(place, "on sale", "2025") for place in places))


def seen(view: View, country: str) -> bool:
    """Whether the middle of a country lies in the frame of a map."""
    left, top, right, bottom = view.box(land().extent(country))
    return 0 < (left + right) / 2 < view.width and 0 < (top + bottom) / 2 < view.height


@pytest.mark.parametrize(
    ("countries", "near", "far"),
    [
        ("de fr it", "be pl es", "no eg us ru"),
        ("de fr no is ru", "tr by es", "kz cn eg us"),
        ("lu", "de fr nl it", "no eg tr"),
        ("sg", "my kh bn", "au jp sa"),
        ("fr", "de es gb", "gf ru"),
        ("nl es pt", "fr de gb", "us br tr"),
        ("us ca", "mx", "br gb ru"),
        ("nz fj", "vu nc", "id us cl"),
        ("no ru sa au nz", "in cn za jp", "us br ca"),
    ],
)
def test_a_map_is_cut_to_its_data(countries: str, near: str, far: str) -> None:
    """A map of Europe shows Europe: what is far from most of a country, and Russia's east, do not widen it."""
    codes = countries.split()
    view = view_of([land().extent(code) for code in codes], 720)
    assert [code for code in near.split() if not seen(view, code)] == []
    assert [code for code in far.split() if code in land().outlines and seen(view, code)] == []


@pytest.mark.parametrize("countries", ["de us cn", "jp us", "za us au", "no nz ca"])
def test_a_map_of_the_world_shows_the_world(countries: str) -> None:
    """Data on both sides of an ocean are shown as everybody knows the world."""
    view = view_of([land().extent(code) for code in countries.split()], 720)
    assert view.middle == 0


@given(st.sets(CODES, min_size=1, max_size=6))
def test_every_country_of_a_map_is_in_its_frame(codes: set[str]) -> None:
    """Whatever countries are named, each lies on the map; of the far north and of what is huge at least a part."""
    extents = [land().extent(code) for code in sorted(codes)]
    view = view_of(extents, 720)
    assert 0.4 * 720 < view.height < 0.71 * 720
    for extent in extents:
        left, top, right, bottom = view.box(extent)
        assert max(0, left) <= min(720, right)
        assert max(0, top) <= min(view.height, bottom)
        if extent.east - extent.west < 90 and extent.north < 72:
            assert -1 <= left <= right <= 721
            assert -1 <= top <= bottom <= view.height + 1


@pytest.mark.parametrize(("countries", "shown"), [("ru fj", "fi tr cn"), ("ru no", "fi tr"), ("ru", "fi cn jp")])
def test_the_west_of_a_huge_country_is_not_cut_off(countries: str, shown: str) -> None:
    """Beside a place in its far east, a country that is cut in the west elsewhere keeps its capital."""
    view = view_on(land(), countries.split(), 720)
    assert [code for code in shown.split() if not seen(view, code)] == []
    x, y = view.spot(37.6, 55.8)
    assert 0 < x < 720
    assert 0 < y < view.height


@pytest.mark.parametrize(("island", "near"), [("mu", 8), ("mv", 9), ("fj", 9), ("bm", 11)])
def test_a_lonely_island_is_brought_near(island: str, near: float) -> None:
    """Around a speck in a wide sea no more is shown than reaches to the nearest land; others keep their neighbours."""
    view, usual = (view_on(land(), countries, 720) for countries in (island.split(), ["sg"]))
    assert view.scale > 1.5 * usual.scale
    assert view_on(land(), ["mt"], 720).scale < 1.1 * usual.scale
    assert 720 / view.scale / 0.0175 < 2.6 * near


def rows(*codes: str) -> dict[str, Row]:
    """A planned step in each country."""
    return {
        code: {
            "label": f"Name of {code}",
            "who": "Acme, Harbour",
            "stage": "planned",
            "said": "planned",
            "color": "var(--said)",
            "tip": code,
        }
        for code in codes
    }


@given(st.sets(CODES, min_size=1, max_size=40), st.sampled_from((720, 340)))
@settings(max_examples=25, deadline=None)
def test_names_on_a_map_hide_neither_a_sign_nor_each_other(codes: set[str], width: int) -> None:
    """Of as many places as there may be each is named on the map, or in the list below."""
    view = view_on(land(), codes, width)
    marks = marks_of(land(), rows(*codes), view)
    words = named(marks, view.width, view.height, TYPE)
    boxes = [
        Box(num(row, "x"), num(row, "y") - 6, num(row, "x") + TYPE.width(str(row["text"])), num(row, "y") + 6)
        for row in words.tags
    ]
    signs = [Box(mark.x - SIGN, mark.y - SIGN, mark.x + SIGN, mark.y + SIGN) for mark in marks]
    assert all(not one.covers(other) for n, one in enumerate(boxes) for other in (*boxes[:n], *signs))
    assert all(box.x >= 0 and box.x2 <= width and box.y >= 0 and box.y2 <= view.height for box in boxes)
    below = list_below(words.listed, view, TYPE, sample().site.locale)
    said = " ".join(str(row["text"]) for row in (*words.tags, *below))
    assert all(f"Name of {code}" in said for code in codes)


def test_a_crowded_map_has_a_list() -> None:
    """On a phone names that find no room stand in a list below, with the stage, and none is a number."""
    crowd = "at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se no ch gb ua"
    drawing = drawn(ALL["map"], going(*crowd.split()))
    narrow = [label.words for label in labels(drawing.narrow)]
    start = next(n for n, words in enumerate(narrow) if words.startswith("Also on sale: "))
    listed = " ".join(narrow[start:]).removeprefix("Also on sale: ").split(", ")
    assert 5 < len(listed) < 16
    assert not {*listed} & {*narrow[:start]}
    assert not [words for words in narrow if words.isdigit()]
    assert "Norway" in narrow[:start]


def test_every_company_in_a_country_is_read_there() -> None:
    """Whoever has entered a country stands beside it with who sells there, on any width, or in the list below; who has
    a plan for it does not, and such a country is an outline."""
    codes = "at be cz dk fr de hu nl no pl lu ch"
    sales, entered = [entry(code, "on sale", "2025") for code in codes.split()], [entry("no", "entered", "2025")]
    others = (replace(each, company="bmw", entity="bmw") for each in (*entered, entry("de", "planned", "2025")))
    of = structs.replace(sample(), entries=(*sales, *others, entry("fi", "planned", "2025")))
    drawing = drawn(replace(ALL["map"], companies=("aito", "bmw")), of)
    for svg in (drawing.wide, drawing.narrow):
        written = " ".join(dict.fromkeys(label.words for label in labels(svg)))
        assert "AITO, BMW" in written
        assert re.search(r'fill="var\(--land\)"[^>]*stroke="var\(--said\)"', svg)
        assert 'fill="var(--said)' not in svg


@given(st.lists(st.floats(-180, 179.9), min_size=1, max_size=8))
def test_the_shortest_way_around_has_every_point(points: list[float]) -> None:
    """Longitudes are joined over the date line where that is shorter."""
    west, east = around((point, point) for point in points)
    assert all(any(west - 1e-9 <= point + turn <= east + 1e-9 for turn in (0, 360)) for point in points)
    assert east - west <= 360 * (1 - 1 / max(len(set(points)), 1)) + 1e-6


@pytest.mark.parametrize(
    ("places", "key"),
    [
        (("no",), ["on sale"]),
        (("dach",), ["outlined: DACH (on sale), named as a whole"]),
        (("no", "dach"), ["on sale", "not on the map: DACH (on sale)"]),
        (("us-ca",), ["outlined: California (on sale), named as a whole"]),
        (("us", "us-ca"), ["on sale", "not on the map: California (on sale)"]),
        (("us", "coast"), ["on sale", "not on the map: West coast (on sale)"]),
        (("re", "world"), ["not on the map: Réunion (on sale), Worldwide (on sale)"]),
    ],
)
def test_what_a_map_cannot_draw_stands_beneath_it(places: tuple[str, ...], key: list[str]) -> None:
    """A part of a country, a place without an outline and the world are named in words."""
    assert [each.words for each in planned(ALL["map"], going(*places)).key] == key


def test_a_map_of_several_companies_says_who() -> None:
    """Beside a place stands who has come as far as it shows; a map of one company need not say so."""
    steps = (entry("no", "on sale", "2025"), entry("no", "planned", "2025"), entry("europe", "planned", "2025"))
    both = structs.replace(
        sample(), entries=(steps[0], *(replace(step, company="bmw", entity="bmw") for step in steps[1:]))
    )
    alone = {label.words for label in labels(drawn(ALL["map"], going("no")).wide)}
    assert "Norway" in alone
    assert "AITO" not in alone
    asked = replace(ALL["map"], companies=("aito", "bmw"))
    assert {"Norway", "AITO"} <= {label.words for label in labels(drawn(asked, both).wide)}
    assert "BMW" not in {label.words for label in labels(drawn(asked, both).wide)}
    assert [each.words for each in planned(asked, both).key] == ["on sale", "not on the map: Europe (planned: BMW)"]


def test_an_old_report_is_pale_and_has_its_year() -> None:
    """A sale of which nobody wrote for years is not painted as one of today; a map of one age paints all alike."""
    old, new = entry("fr", "on sale", "2021"), entry("no", "on sale", "2025-11")
    plot = planned(ALL["map"], structs.replace(sample(), entries=(old, new)))
    assert {row["label"]: row["old"] for row in plot.rows} == {"France, 2021": True, "Norway": False}
    assert [each.words for each in plot.key] == ["on sale", "faded, with the year: last reported before 2023"]
    svg = drawn(ALL["map"], structs.replace(sample(), entries=(old, new))).wide
    assert "France, 2021" in {label.words for label in labels(svg)}
    assert len(re.findall(r'<path[^>]*fill-opacity="0.45"', svg)) == 1
    assert {"France\nAITO: on sale (reported 2021)", "Norway\nAITO: on sale (reported 2025)"} <= {
        tip.replace("\xa0", " ") for tip in tips(svg)
    }
    assert "fill-opacity" not in drawn(ALL["map"], structs.replace(sample(), entries=(old,))).wide


def test_what_was_said_lately_comes_before_an_older_step_that_is_further() -> None:
    """A sale of 2021 is not painted over a step that somebody reported since, of another company or of a brand."""
    old, new = entry("fr", "on sale", "2021"), entry("no", "on sale", "2025-11")
    other = replace(entry("fr", "entered", "2024"), entity="bmw", company="bmw")
    brand = replace(entry("fr", "announced", "2025"), entity="bmw")
    chart = replace(ALL["map"], companies=("aito", "bmw"))
    for since, shown in ((other, "entered"), (brand, "announced")):
        plot = planned(chart, structs.replace(sample(), entries=(old, new, since)))
        assert {row["label"]: (row["stage"], row["old"]) for row in plot.rows} == {
            "France": (shown, False),
            "Norway": ("on sale", False),
        }


@pytest.mark.parametrize(
    ("stage", "target", "words"),
    [
        ("entered", None, "entered (reported 2025)"),
        ("entered", "2021-09", "entered since 2021 (reported 2025)"),
        ("on sale", "2025-03", "on sale since 2025"),
        ("planned", "2026", "planned (reported 2025)"),
        ("announced", None, "announced, 2025"),
    ],
)
def test_the_year_beside_a_stage_says_what_it_is_of(stage: Stage, target: str | None, words: str) -> None:
    """The year of a report is not read as that of the step; since when a step holds is what its report says."""
    of = structs.replace(sample(), entries=(entry("no", stage, "2025-11", target),))
    assert f"Norway\nAITO: {words}" in {str(row["tip"]).replace("\xa0", " ") for row in planned(ALL["map"], of).rows}


def test_a_small_country_is_a_dot() -> None:
    """What would be too small to see is a dot, on a map that shows little as on one that shows much."""
    svg = drawn(ALL["map"], going("lu", "sg", "no")).wide
    assert {tip.partition("\n")[0] for tip in tips(svg)} == {"Luxembourg", "Singapore", "Norway"}
    assert len(re.findall(r'<path[^>]*translate\([^>]*fill="var\(--seq-5', svg)) == 2


def test_a_crowd_has_a_map_of_its_own() -> None:
    """A dozen countries of Europe are drawn large, above the rest of the world, where their names find no room."""
    europe, rest = (
        ["at", "be", "bg", "cz", "dk", "fr", "de", "gr", "hu", "nl", "no", "pl"],
        ["au", "th", "sg", "np", "my", "qa", "bh", "ae"],
    )
    whole = view_on(land(), [*europe, *rest], 340)
    near, far = panels(land(), rows(*europe, *rest), [], TYPE, (340, True))
    assert (near.countries, far.countries) == (frozenset(europe), frozenset(rest))
    assert near.view.scale > 2 * whole.scale
    assert far.view.top > near.view.height
    assert len(panels(land(), rows(*europe), [], TYPE, (340, True))) == 1
    drawing = drawn(ALL["map"], going(*europe, *rest))
    below = " ".join(words for words in (label.words for label in labels(drawing.narrow)) if words.startswith("Also"))
    assert len(below.split(", ")) < 12


def test_what_the_near_map_shows_the_other_does_not_repeat() -> None:
    """A neighbour of the crowd has its sign once, and the map of the rest begins behind it."""
    europe = ["at", "be", "bg", "cz", "dk", "fr", "de", "gr", "hu", "nl", "no", "pl", "ru"]
    near, far = panels(land(), rows(*europe, "kz", "th", "au"), [], TYPE, (340, True))
    assert "kz" in near.countries
    assert far.countries == {"th", "au"}


@pytest.mark.parametrize(
    "codes",
    [
        "ba bg ch dk es fi hr hu it lv nl pt ro se si ua",
        "at be de ee es fi gb hr hu ie it nl no pl se sk",
        "at be cz fr gr hu lt lv nl pl pt ro se si sk ua",
    ],
)
def test_no_line_of_a_name_runs_through_another_sign(codes: str) -> None:
    """A reader would take that sign for the one that is named."""
    filled = {code: {**row, "label": f"{code.upper()}land", "who": ""} for code, row in rows(*codes.split()).items()}
    crossed = []
    for each in lettered(panels(land(), filled, [], TYPE, (340, True)), land(), filled, TYPE, Locale()):
        for line in each.leaders:
            start, end = (num(line, "x"), num(line, "y")), (num(line, "x2"), num(line, "y2"))
            own = min(each.marks, key=lambda mark: hypot(mark.x - start[0], mark.y - start[1]))
            others = {m.name: Box(m.x - 4, m.y - 4, m.x + 4, m.y + 4) for m in each.marks if m != own}
            parts = [*along(start, end, 1.0)]
            crossed += [(own.name, name) for name, box in others.items() if any(part.covers(box) for part in parts)]
    assert crossed == []


@pytest.mark.parametrize(
    ("crowd", "far"),
    [
        ("at be bg cz dk fr de gr hu nl no pl lu ch si hr", "sg"),
        ("bj tg gh ci lr sl gn gw sn gm ml bf ng", "br"),
        ("gt bz sv hn ni cr pa jm ht do cu", "nz"),
    ],
)
def test_a_crowd_on_any_continent_is_brought_near(crowd: str, far: str) -> None:
    """On wide drawings too, whatever the continent; what stands alone there lies beside it, and both are in sight."""
    codes = crowd.split()
    near, other = panels(land(), rows(*codes, far), [], TYPE, (720, False))
    assert (near.countries, other.countries) == (frozenset(codes), frozenset({far}))
    assert near.view.top == other.view.top == 0 or near.view.left == other.view.left == 0
    assert other.view.width < 0.7 * near.view.width  # one country alone
    width = ceil(max(panel.view.left + panel.view.width for panel in (near, other)))
    assert width <= 720
    drawing = drawn(ALL["map"], going(*codes, far))
    assert f' width="{width}" ' in drawing.wide  # nothing is empty beside two maps of which one is below the other
    assert all(-1 <= label.x <= width for label in labels(drawing.wide))


def test_names_that_find_room_need_no_second_map() -> None:
    """Few countries far from each other stand on one map."""
    assert len(panels(land(), rows("no", "de", "es", "id", "au"), [], TYPE, (720, False))) == 1

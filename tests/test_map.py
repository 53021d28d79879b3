"""Maps: the part of the world that one shows, and what it cannot draw."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from chart_samples import ALL, drawn, entry, planned, sample
from drawing import tips
from hypothesis import given
from hypothesis import strategies as st

from sitegen.charts.kinds.land import around, land
from sitegen.charts.kinds.view import View, view_of
from sitegen.model import Tracker
from sitegen.model.places import OwnPlace
from sitegen.problems import Place

OWN = {
    id: OwnPlace(id=id, name=name, members=members, place=Place("data/places.yaml"))
    for id, name, members in (
        ("us-ca", "California", ()),
        ("us-or", "Oregon", ()),
        ("coast", "West coast", ("us-ca", "us-or")),
        ("dach", "DACH", ("de", "at", "ch")),
    )
}
CODES = st.sampled_from(sorted(land().outlines))


def going(*places: str) -> Tracker:
    """A tracker with a sale in each of these places."""
    return replace(sample(), own_places=OWN, entries=tuple(entry(place, "on sale", "2025") for place in places))


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
        (("no", "dach"), ["on sale", "named only as part of a region"]),
        (
            ("no", "us-ca"),
            ["on sale", "named only in part, or as part of a region", "not on the map: California (on sale)"],
        ),
        (("us", "us-ca"), ["on sale", "not on the map: California (on sale)"]),
        (("us", "coast"), ["on sale"]),
        (("re", "world"), ["not on the map: Réunion (on sale), Worldwide (on sale)"]),
    ],
)
def test_what_a_map_cannot_draw_stands_beneath_it(places: tuple[str, ...], key: list[str]) -> None:
    """A part of a country, a place without an outline and the world are named in words."""
    assert [each.words for each in planned(ALL["map"], going(*places)).key] == key


def test_a_small_country_is_a_dot() -> None:
    """What would be too small to see is a dot, on a map that shows little as on one that shows much."""
    svg = drawn(ALL["map"], going("lu", "sg", "no")).wide
    assert {tip.partition("\n")[0] for tip in tips(svg)} == {"Luxembourg", "Singapore", "Norway"}
    assert len(re.findall(r"<path[^>]*translate\(", svg)) == 2

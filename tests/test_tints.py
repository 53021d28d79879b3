"""Models have the hue of their maker: tints that every reader tells apart, and that can be seen on the paper."""

from __future__ import annotations

from itertools import combinations

import pytest
from chart_samples import chart
from factory import seen, series, tracker
from msgspec import structs
from msgspec.structs import replace

from sitegen.charts.look.colours import palette
from sitegen.charts.look.tints import tints
from sitegen.charts.look.vision import APART, apart, lightness
from sitegen.tokens import COLOURS, PALETTE, contrast


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("colour", PALETTE)
def test_tints_differ_and_can_be_seen(colour: tuple[str, str], count: int) -> None:
    """Up to five of one hue are apart for colour-blind eyes too, from dark to light, on light and on dark paper."""
    for theme, paper in enumerate(COLOURS["paper"]):
        found = [pair[theme] for pair in tints(colour, count)]
        assert [lightness(one) for one in found] == sorted(lightness(one) for one in found)
        assert all(apart(one, other) >= APART for one, other in combinations(found, 2))
        assert all(contrast(one, paper) >= 3 for one in found)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("colour", PALETTE)
def test_few_tints_are_neither_nearly_black_nor_nearly_white(colour: tuple[str, str], count: int) -> None:
    """On dark paper the lightest of few models still has the hue of its maker, on light paper the darkest has."""
    assert all(lightness(light) >= 31 and lightness(dark) <= 85 for light, dark in tints(colour, count))


def test_a_single_model_has_the_colour_of_its_maker() -> None:
    """There is nothing to tell it from."""
    assert tints(PALETTE[0], 1) == (PALETTE[0],)


def test_the_model_that_most_charts_draw_is_neither_the_palest_nor_the_darkest() -> None:
    """The ends of many tints go to the models that are drawn least."""
    ids = [f"m{n}" for n in range(5)]
    of = tracker(*(series(f"{id}.sales", seen("2024", 1)) for id in ("maker", *ids)))
    models = {id: replace(of.entities[id], kind="model", above="maker") for id in ids}
    charts = {str(n): chart("line", series=[f"m{k}.sales" for k in range(n, 5)]) for n in range(5)}
    found = palette(structs.replace(of, charts=charts, entities={**of.entities, **models}))
    for theme in (0, 1):
        lights = sorted(lightness(found[id][theme]) for id in ids)
        assert lightness(found["m4"][theme]) == lights[2]
        assert {lightness(found[id][theme]) for id in ("m0", "m1")} == {lights[0], lights[4]}


def test_what_is_no_model_has_a_colour_of_its_own() -> None:
    """Companies take their turn in the palette."""
    found = palette(tracker(series("a.sales", seen("2024", 1)), series("b.sales", seen("2024", 2))))
    assert found["a"] != found["b"]


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("colour", PALETTE)
def test_tints_that_stand_beside_their_maker_differ_from_it_too(colour: tuple[str, str], count: int) -> None:
    """A chart of a maker and its models has as many colours as lines, for colour-blind eyes too."""
    for theme in (0, 1):
        found = [colour[theme], *(pair[theme] for pair in tints(colour, count, beside=True))]
        assert all(apart(one, other) >= APART for one, other in combinations(found, 2))

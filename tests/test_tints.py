"""Models have the hue of their maker: tints that every reader tells apart, and that can be seen on the paper."""

from __future__ import annotations

from itertools import combinations

import pytest
from factory import seen, series, tracker

from sitegen.charts import palette
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


def test_a_single_model_has_the_colour_of_its_maker() -> None:
    """There is nothing to tell it from."""
    assert tints(PALETTE[0], 1) == (PALETTE[0],)


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

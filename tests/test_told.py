"""Periods that a text names: whatever the interface writes of one is understood."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.text.beside.stretched import _percent
from sitegen.check.text.when import told
from sitegen.figures.periods import say_period, short_period, within
from sitegen.model.basics.period import Period
from sitegen.words import Locale

PERCENT = {"de": "Prozent", "nl": "procent", "sv": "procent", "nb": "prosent"}
_LOCALES = st.sampled_from([Locale(name=name, language=name) for name in ("en", "de", "fr", "nb", "es", "zh", "ja")])
_PARTS = st.one_of(
    st.just(""),
    st.integers(1, 2).map("-H{}".format),
    st.integers(1, 4).map("-Q{}".format),
    st.integers(1, 12).map("-{:02}".format),
    st.integers(1, 52).map("-W{:02}".format),
)


@given(_LOCALES, st.integers(1990, 2060), _PARTS)
def test_a_period_as_the_interface_writes_it_is_that_period(locale: Locale, year: int, part: str) -> None:
    """In a sentence, in a table and as the time of something, in any language and cadence."""
    period = Period.parse(f"{year}{part}")
    for say in (say_period, short_period, within):
        assert [each.named for each in told(say(period, locale), locale)] == [period]


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "Prozentpunkte"), ("nl", "procentpunten"), ("sv", "procentenheter"), ("nb", "prosentpoeng")],
)
def test_percentage_points_are_no_percent(language: str, word: str) -> None:
    """The word for percent begins them, and does not end there."""
    pattern = _percent(Locale(name=language, language=language))
    assert re.match(pattern, f" {word}") is None
    assert re.match(pattern, f" {PERCENT[language]}.")

"""The words of units in the locale's language: "1 loaf", "1,500 loaves", "euros per kWh", "billion euros"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_currency_name
from babel.units import format_unit

from sitegen.figures.arithmetic.printing import round_to, shown, shown_ends
from sitegen.figures.figure import Figure
from sitegen.figures.periods import short_period
from sitegen.figures.scales import scale_word
from sitegen.model.basics.catalogue import NAMED, is_currency
from sitegen.model.basics.unit import DURATIONS, RATIOS, Unit
from sitegen.words import Locale

_MANY = Decimal(1000000)
"""A number whose noun is the one for many, or for a number that is not known."""


def noun(unit: Unit, locale: Locale, number: Decimal | None = None) -> str:
    """What stands behind a number, without the word for its zeros: "loaf" of 1, "loaves" of 1,500 and of None.

    number: as it is printed, with its digits after the point, for "1.0" may be plural where "1" is not.
    """
    return _noun(unit, locale, str(_MANY if number is None else abs(number)))


def heading(unit: Unit, locale: Locale) -> str:
    """A unit over a column or beside an axis: "loaves", "billion euros", "index, 2020 = 100"."""
    return " ".join(filter(None, (scale_word(unit.scale, locale), noun(unit, locale))))


def noun_of(figure: Figure, locale: Locale) -> str:
    """The noun that stands beside a figure: "loaf" or "loaves"; "" where its own words say the unit already.

    Beside an index stands its base: "(2020 = 100)".
    """
    if figure.unit in RATIOS:
        return ""
    if figure.unit.base is not None:
        return f"({short_period(figure.unit.base, locale)} = 100)"
    seen = shown(figure, locale)
    last = round_to(shown_ends(seen.amount)[-1], seen.decimals)
    return noun(figure.unit, locale, None if seen.zeros else last)


@lru_cache(maxsize=4096)  # pure, and asked for on every page
def _noun(unit: Unit, locale: Locale, number: str) -> str:
    words = _own(unit, locale, number) if unit.words else _known(unit.id, locale, number)
    if unit.per is not None:
        words = locale.say("unit.per", unit=words, each=_noun(unit.per, locale, "1"))
    return words if unit.base is None else f"{words}, {short_period(unit.base, locale)} = 100"


def _own(unit: Unit, locale: Locale, number: str) -> str:
    words: Mapping[str, str] = dict(unit.words)
    return words.get(locale.babel.plural_form(Decimal(number)), words["other"])


def _known(id: str, locale: Locale, number: str) -> str:
    """The words of a unit of the catalogue; a sign is the same in every language."""
    count = Decimal(number)
    if id in NAMED:
        return locale.count(f"unit.name.{id}", count)
    if is_currency(id):
        return get_currency_name(id, count=count, locale=locale.babel)
    if id in DURATIONS:
        return re.sub(r"[\d\s.,]+", "", format_unit(count, DURATIONS[id], "long", locale=locale.babel))
    return id

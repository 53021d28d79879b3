"""The catalogue of units that every project has: percentages, the usual measures, and every currency."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sitegen.model.basics.unit import DURATIONS, INDEX, PERCENT, POINTS, SIGNS, TIMES, Unit
from sitegen.words.locales import locale_of

NAMED: Mapping[str, Unit] = {unit.id: unit for unit in (PERCENT, POINTS, TIMES, INDEX)}
"""Units that the program knows by what they are, so that they have no other words."""


@lru_cache(maxsize=256)
def is_currency(id: str) -> bool:
    """Whether it is the code of a currency by ISO 4217, as in "EUR"."""
    return len(id) == 3 and id in locale_of("en").currencies


def built_in(id: str) -> Unit | None:
    """The unit of that id in the catalogue that every project has, or None."""
    if id in NAMED:
        return NAMED[id]
    return Unit(id) if id in SIGNS or id in DURATIONS or is_currency(id) else None


def catalogue() -> tuple[str, ...]:
    """Every id that `built_in` knows."""
    return (*NAMED, *DURATIONS, *sorted(SIGNS), *locale_of("en").currencies)

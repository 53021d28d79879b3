"""Units: what is counted or measured, and the catalogue of those that every project has."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period
from sitegen.words import Plural

SCALES: Mapping[str, int] = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""How many zeros a word before a unit stands for: 5 of "million EUR" are 5,000,000."""


class Unit(Struct, frozen=True):
    """What a number counts or measures.

    id: in the catalogue, as in "loaves", "EUR", "km". scale: how many zeros the numbers leave out, 6 for millions.
    per: of what there is one each, as in "EUR per kWh". base: of an index, the period in which it is 100.
    divides: whether there are parts of one, as of money and none of a loaf. words: its noun by plural form;
    () where they are those of the locale.
    """

    id: str
    scale: int = 0
    per: Unit | None = None
    base: Period | None = None
    divides: bool = True
    words: tuple[tuple[Plural, str], ...] = ()

    def __str__(self) -> str:
        """As an author writes it: "million EUR", "EUR per kWh"; of an index with its base, "index 2020 = 100"."""
        scale = next((f"{word} " for word, zeros in SCALES.items() if zeros == self.scale), "")
        per = "" if self.per is None else f" per {self.per.each}"
        base = "" if self.base is None else f" {self.base} = 100"
        return f"{scale}{self.id}{per}{base}"

    @property
    def each(self) -> str:
        """What it is called behind "per": "share", "day", "kWh"."""
        return self.id[:-1] if self.id in DURATIONS else dict(self.words).get("one", self.id)


PERCENT = Unit("percent")
POINTS = Unit("points")
TIMES = Unit("times")
INDEX = Unit("index")
RATIOS = frozenset({PERCENT, POINTS, TIMES})
"""What a figure is in that says how two others stand to each other, so that its words say the unit."""


class Conversion(Struct, frozen=True):
    """Into which currency a ranking or chart brings its values, and the series of the rates by which it does."""

    to: Unit
    rates: tuple[SeriesId, ...]


SIGNS = frozenset(
    (
        *("mm", "cm", "m", "km", "mi", "ft", "in", "m²", "km²", "ha", "m³", "l", "bbl", "g", "kg", "t", "lb"),
        *("W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh", "Ah", "V", "A", "Hz", "J", "bar"),
        *("°C", "°F", "K", "MB", "GB", "TB", "km/h"),
    )
)
"""The usual measures, by signs that are the same in every language."""

DURATIONS: Mapping[str, str] = {
    f"{name}s": f"duration-{name}" for name in ("second", "minute", "hour", "day", "week", "month", "year")
}
"""Lengths of time, and what the CLDR calls each."""

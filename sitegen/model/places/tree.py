"""The tree of places: what lies in what, for the places of the package and those of the project."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.basics.spelling import sort_key
from sitegen.model.places.regions import CONTINENTS, COUNTRIES, REGIONS
from sitegen.problems import Place
from sitegen.value import Value
from sitegen.words import Locale

_SUBDIVISION = re.compile(r"([a-z]{2})-[a-z0-9]{1,3}")


class OwnPlace(Value, frozen=True, eq=False, kw_only=True):
    """A place of `data/places.yaml`. members: the places that a region holds; none for a subdivision of a country."""

    ASIDE = ("place",)
    id: str
    name: str
    members: tuple[str, ...]
    place: Place


def country_of(id: str) -> str | None:
    """The country of a subdivision, by its ISO 3166-2 code in small letters; None for what is no such code."""
    match = _SUBDIVISION.fullmatch(id)
    return match[1] if match and match[1] in COUNTRIES else None


class Places(Struct, frozen=True):
    """Every place that a tracker may name. own: those of the project, by id. locale: the language of the names.

    A method raises KeyError for an id that is no place.
    """

    own: Mapping[str, OwnPlace]
    locale: Locale

    def is_region(self, place: str) -> bool:
        """Whether it has members: it is neither a country nor a subdivision of one."""
        return place in REGIONS or (place not in COUNTRIES and bool(self.own[place].members))

    def parts(self, place: str) -> frozenset[str]:
        """The countries and subdivisions that a region is made of; any other place is its own part."""
        if place in REGIONS:
            return REGIONS[place].countries
        if not self.is_region(place):
            return frozenset({place})
        return frozenset().union(*map(self.parts, self.own[place].members))

    def within(self, inner: str, outer: str) -> bool:
        """Whether all of the one place lies in the other: also for a place and itself."""
        parts = self.parts(outer)
        return all(part in parts or country_of(part) in parts for part in self.parts(inner))

    def name(self, place: str) -> str:
        """The name for readers: that of the project, else in the language of the site where Babel knows it."""
        if place not in COUNTRIES and place not in REGIONS:
            return self.own[place].name
        language = self.locale.babel
        if place in COUNTRIES:
            return str(language.territories.get(place.upper(), place.upper()))
        region = REGIONS[place]
        return region.name if language.language == "en" else str(language.territories.get(region.code, region.name))

    def order(self, place: str) -> tuple[int, int, tuple[str, str], bool, tuple[str, str]]:
        """Sorts places as pages list them: the world, then by continent, wide regions first, then each country with its
        subdivisions.

        A country of two continents stands with the later of the two: Egypt with Africa, Mexico with Latin America.
        """
        at = next(n for n, id in reversed(tuple(enumerate(CONTINENTS))) if self.within(place, id))
        homes = {country_of(part) or part for part in self.parts(place)}
        first = self.name(homes.pop() if len(homes) == 1 else place)
        return at, -max(1, len(homes)), sort_key(first), place not in COUNTRIES, sort_key(self.name(place))

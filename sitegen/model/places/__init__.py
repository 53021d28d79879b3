"""Places: one tree of countries, their subdivisions and regions. Entries, series, claims, maps and pages ask it."""

from sitegen.model.places.regions import COUNTRIES, REGIONS
from sitegen.model.places.tree import OwnPlace, Places, country_of
from sitegen.model.places.written import PLACES, place_hint, place_id

__all__ = ["COUNTRIES", "PLACES", "REGIONS", "OwnPlace", "Places", "country_of", "place_hint", "place_id"]

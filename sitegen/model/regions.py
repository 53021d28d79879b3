"""Places that a market entry can name: ISO 3166 countries and a few named regions."""

from __future__ import annotations

from babel import Locale

from sitegen.model.locales import locale_of

REGIONS: dict[str, str] = {
    "world": "Worldwide",
    "europe": "Europe",
    "eu": "European Union",
    "middle-east": "Middle East",
    "gulf": "Gulf states",
    "southeast-asia": "Southeast Asia",
    "central-asia": "Central Asia",
    "asia": "Asia",
    "africa": "Africa",
    "latin-america": "Latin America",
    "north-america": "North America",
    "oceania": "Oceania",
}
"""Named regions, wider than a country: id and name."""

_NOT_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}


def is_territory(code: str) -> bool:
    """True for an ISO 3166 code of two letters that names a country or territory."""
    return len(code) == 2 and code not in _NOT_COUNTRIES and code in Locale("en").territories


def place_name(where: str, locale: str) -> str:
    """The name of a country in the locale's language, or of a region."""
    return REGIONS.get(where) or locale_of(locale).territories.get(where, where)

"""Words that make a count of a number that reads like a year: measures, money, and what is counted by its label."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from sitegen.model.basics.unit import SIGNS
from sitegen.model.tracker import Tracker

CURRENCIES = (
    "AED|AUD|BRL|CAD|CHF|CLP|CNY|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|JPY|KRW|MXN|MYR|NGN|NOK|NZD|PHP|PKR|PLN|RMB|RON"
    "|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR"
)
"""The codes of currencies that are looked for in texts."""
_MEASURES = (
    *(f"length-{name}" for name in ("millimeter", "centimeter", "meter", "kilometer", "inch", "foot", "yard", "mile")),
    *(f"mass-{name}" for name in ("gram", "kilogram", "tonne", "ton", "pound", "ounce")),
    *(f"volume-{name}" for name in ("liter", "hectoliter", "gallon", "barrel", "cubic-meter")),
    *(f"area-{name}" for name in ("hectare", "acre", "square-meter", "square-kilometer")),
    *(f"power-{name}" for name in ("watt", "kilowatt", "megawatt", "gigawatt", "horsepower")),
    *("energy-joule", "energy-kilowatt-hour", "energy-calorie", "electric-volt", "electric-ampere"),
    *("temperature-celsius", "duration-second", "duration-minute", "duration-week"),
)
"""The measures that are looked for by their words in the languages of a tracker, as the CLDR calls them."""
_PEOPLE = {
    "en": "members shops stores outlets dealers customers users subscribers workers staff visitors households",
    "de": "Mitglieder Läden Filialen Händler Kunden Nutzer Mitarbeiter Menschen Besucher Haushalte Stellen Stück",
}
"""By language: who and what is counted, of which no catalogue of units knows."""
_NOUN_FIRST = ("ca", "es", "fr", "it", "pt", "ro")
"""Languages that say "couronnes norvégiennes"."""
_IN_SIGNS = ("A", "bar", "in", "l")
"""Signs that are words too."""
_IN_WORDS = ("metric", "won")
"""Words of measures and money that mean something else more often."""


def measures(tracker: Tracker) -> set[str]:
    """What stands behind a number and makes a count of it, as it is written; a name of an entity never does."""
    codes = {*CURRENCIES.split("|")} - {word for entity in tracker.entities.values() for word in entity.names}
    found = {*SIGNS} - {*_IN_SIGNS} | codes | {*_labels(tracker)}
    for babel in tracker.site.locale.read:
        found |= {*_words(babel)} - {*_IN_WORDS}
    return found


def _words(babel: Locale) -> Iterator[str]:
    """The words of measures, money and people in a language; none of measures if it writes them without a space."""
    yield from (get_currency_name(code, count=2, locale=babel).split()[_at(babel)] for code in CURRENCIES.split("|"))
    for spelling in (babel, *([Locale.parse("en_GB")] if babel.language == "en" else [])):
        for measure in _MEASURES:
            yield from format_unit(2, measure, "long", locale=spelling).split()[1:2]
    yield from _PEOPLE.get(babel.language, "").split()


def _at(babel: Locale) -> int:
    return 0 if babel.language in _NOUN_FIRST else -1


def _labels(tracker: Tracker) -> Iterator[str]:
    """The labels of what is there at a time, as "Members": of what comes in a year, "2025 sales" are those of 2025."""
    english = tracker.site.locale.babel.language == "en"
    for metric in tracker.metrics.values():
        if metric.kind == "stock":
            words = metric.label.split()
            if len(words) == 1 and (words[0].endswith("s") or not english):
                yield from {words[0], words[0].lower()} if english else words

"""Words that make a count of a number that reads like a year: measures, money, and what is counted by its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_currency_name
from babel.units import format_unit

from sitegen.check.text.lists.people import ALIKE_COUNTED, ANYBODY, PEOPLE, PERSONS, TOTALS
from sitegen.figures.nouns import heading, noun
from sitegen.model.basics.catalogue import NAMED, is_currency
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import SIGNS, Unit
from sitegen.model.series import Series
from sitegen.model.tracker import Tracker
from sitegen.words import Locale
from sitegen.words.locales import locale_of

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
_ALSO = {"CNY": ("RMB", "renminbi")}
"""What a currency is called besides."""
_NOUN_FIRST = ("ca", "es", "fr", "it", "pt", "ro")
"""Languages that say "couronnes norvégiennes"."""
_IN_SIGNS = ("A", "bar", "in", "l")
"""Signs that are words too."""
_HAS = ("ca", "es", "it")
"""Languages in which the sign of the hectare is a verb: "nel 2025 ha venduto"."""
_IN_WORDS = ("metric", "won")
"""Words of measures and money that mean something else more often."""
_HUNDREDTHS = ("cent", "cents", "pence", "Cent", "centimes", "centavos", "øre", "öre")
"""Words for a hundredth of money: no figure is in them whose unit is a currency."""
_WORD = r"\s(?P<word>[^\W\d_][\w-]*|°\w|[€$£¥₩₹](?!\d))"
_CURRENCY = rf"(?P<word>[€$£¥₩₹]|(?<!\w)(?:{CURRENCIES})(?=\s))\s*[*_\"“”]*\Z"
_EACH = {"en": "an?|per|each|every", "de": "pro|je", "fr": "par"}
"""By language: what stands between a count and the time in which there are so many."""
_EVERY = {
    "en": {"week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"},
    "de": {"week": "wöchentlich", "month": "monatlich", "quarter": "vierteljährlich", "year": "jährlich"},
    "fr": {
        "week": "hebdomadaires?",
        "month": "mensuel(?:le)?s?",
        "quarter": "trimestriel(?:le)?s?",
        "year": "annuel(?:le)?s?",
    },
}
"""By language: an adverb for each of several times."""
_TIMES = ("day", "week", "month", "quarter", "year")
_TIMED = (
    r"(?:\s(?!(?:for|in|of|by|at|on|to|from|with|within|and|or|but|than|after|before|once)\s)[\w-]+){{0,2}}"
    r"\s(?P<word>(?:{})\s(?P<time>{}))(?!\w|\s(?:in\swhich|before|earlier|later|ago|after|prior|on|since|that|when|of|from|to"
    r"|behind|ahead|long|old)(?!\w))"
)
"""A count with its noun, each time; not "{{ … }} loaves a year earlier"."""


def measures(tracker: Tracker) -> set[str]:
    """What stands behind a number and makes a count of it, as it is written; a name of an entity never does."""
    locale = tracker.site.locale
    codes = {*CURRENCIES.split("|")} - {word for entity in tracker.entities.values() for word in entity.names}
    verbs = {"ha"} if any(known.language in _HAS for known in locale.read) else set()
    signs = {*SIGNS} - {*_IN_SIGNS} - verbs
    return signs | codes | {*_labels(tracker)} | _people(locale) | _money(locale) | _measures(locale)


@lru_cache(maxsize=16)
def _people(locale: Locale) -> frozenset[str]:
    """Who and what is counted, in the languages that are read."""
    return frozenset(word for known in locale.read for word in PEOPLE.get(known.language, "").split())


def others(words: str, series: Series, tracker: Tracker) -> re.Match[str] | None:
    """A word right behind a number of a series that counts others than it does: "employees" of members."""
    match, locale = re.match(_WORD, words), tracker.site.locale
    if match is None or match["word"] not in _people(locale):
        return None
    metric = tracker.metrics[series.id[1]]
    own = " ".join((metric.label, metric.in_text, *metric.aliases, series.definition, heading(metric.unit, locale)))
    word = match["word"].lower()
    same = [word, *(each for words in ALIKE_COUNTED if word in words.split() for each in words.split())]
    alike = any(each in own.lower() for each in same) or _is_anybody(match["word"], metric.unit, locale)
    return None if alike else match


def _is_anybody(word: str, unit: Unit, locale: Locale) -> bool:
    """Whether a word is one for all whom a number counts: "people" of passengers."""
    return word in ANYBODY and heading(unit, locale) in {*ANYBODY, *PERSONS.split(), *_people(locale)}


def headings(tracker: Tracker) -> set[str]:
    """What stands before or above a count, in small letters: "Members", "Total", the nouns of units and labels."""
    locale = tracker.site.locale
    every = {metric.label for metric in tracker.metrics.values()} | {*_nouns(tracker)}
    for known in locale.read:
        every.update(f"{PEOPLE.get(known.language, '')} {TOTALS.get(known.language, '')}".split())
    return {word.lower() for word in every}


def foreign(words: str, unit: Unit, tracker: Tracker) -> re.Match[str] | None:
    """The first word behind a number, or behind names ("US dollars"), if it is of money, a measure or what is counted,
    and the unit of the number is another: "loaves" are no euros, and euros no dollars."""
    at = 0
    while match := re.compile(_WORD).match(words, at):
        word, at = match["word"], match.end()
        if _foreign(word, unit, tracker):
            return match
        if not word.istitle() and not word.isupper():
            break
    return None


def foreign_sign(words: str, unit: Unit, locale: Locale) -> re.Match[str] | None:
    """A sign or code of money right before a number whose unit is another."""
    match = re.search(_CURRENCY, words)
    if match is None or not is_currency(unit.id):
        return match
    symbol = locale_of("en").currency_symbols.get(unit.id, "")
    return None if symbol.endswith(match["word"]) or match["word"] in money_words(unit.id, locale) else match


def each_time(words: str, period: Period, locale: Locale) -> re.Match[str] | None:
    """Words behind a number that say of another time than its own that there were so many in it: "loaves a month"."""
    each = _EACH.get(locale.babel.language)
    names = {} if each is None else _times(locale)
    match = re.match(_TIMED.format(each, "|".join(names)), words) if names else None
    return None if match is None or names[match["time"]] == period.cadence else match


def paced(words: str, locale: Locale) -> Iterator[tuple[re.Match[str], str]]:
    """Words that say of how long a time each of several values is, "per month" or "monthly", each with its cadence."""
    language = locale.babel.language
    each = _EACH.get(language, "").removeprefix("an?|")
    for time, cadence in _times(locale).items() if each else ():
        adverb = _EVERY.get(language, {}).get(cadence, "(?!)")
        for match in re.finditer(rf"(?i)(?<![\w-])(?:(?:{each})\s{time}|{adverb})(?!\w)", words):
            yield match, cadence


def _foreign(word: str, unit: Unit, tracker: Tracker) -> bool:
    locale = tracker.site.locale
    if word in f"{heading(unit, locale)} {noun(unit, locale, Decimal(1))} {unit}".split():
        return False
    if not word[0].isalpha() and word[0] != "°":
        return not locale_of("en").currency_symbols.get(unit.id, "").endswith(word)
    if word in {*CURRENCIES.split("|")} | _money(locale):
        return not (is_currency(unit.id) and word in money_words(unit.id, locale))
    if word in _HUNDREDTHS:
        return is_currency(unit.id)
    other = _labels(tracker).get(word) or _nouns(tracker).get(word)
    if other is not None and other.id != unit.id:
        return not _is_anybody(word, unit, locale)
    signs = {sign for sign in {*SIGNS} - {*_IN_SIGNS} if len(sign) > 1}
    counted = (bool(unit.words) and unit.per is None) or unit.id in NAMED
    return counted and word in signs | _measures(locale)


@lru_cache(maxsize=16)
def _money(locale: Locale) -> frozenset[str]:
    """The words of money in the languages that are read."""
    words = (word for code in CURRENCIES.split("|") for word in money_words(code, locale))
    return frozenset(words) - {*_IN_WORDS}


@lru_cache(maxsize=128)
def money_words(currency: str, locale: Locale) -> frozenset[str]:
    """The words of one currency, and its codes."""
    found = (
        get_currency_name(currency, count=count, locale=known).split()[0 if known.language in _NOUN_FIRST else -1]
        for known in locale.read
        for count in (1, 2)
    )
    every = {word for each in found for word in (each, each.rpartition("-")[2])}  # "US-Dollar"
    return frozenset({currency, *every, *_ALSO.get(currency, ())})


@lru_cache(maxsize=16)
def _measures(locale: Locale) -> frozenset[str]:
    """The words of measures in the languages that are read; none of one that writes them without a space."""
    spellings = [*locale.read, *(locale_of("en_GB") for known in locale.read if known.language == "en")]
    words = (format_unit(2, name, "long", locale=known).split()[1:2] for known in spellings for name in _MEASURES)
    return frozenset(word for found in words for word in found) - {*_IN_WORDS}


@lru_cache(maxsize=16)
def _times(locale: Locale) -> Mapping[str, str]:
    """The cadences by their nouns: "month", "Monat"."""
    return {format_unit(1, f"duration-{each}", "long", locale=locale.babel).split()[-1]: each for each in _TIMES}


def _labels(tracker: Tracker) -> dict[str, Unit]:
    """The labels of what is there at a time, as "Members": of what comes in a year, "2025 sales" are those of 2025."""
    english = tracker.site.locale.babel.language == "en"
    found: dict[str, Unit] = {}
    for metric in tracker.metrics.values():
        words = metric.label.split() if metric.kind == "stock" else []
        if len(words) == 1 and (words[0].endswith("s") or not english):
            found |= dict.fromkeys((words[0], words[0].lower() if english else words[0]), metric.unit)
    return found


def _nouns(tracker: Tracker) -> dict[str, Unit]:
    """The nouns of the units of the tracker that are one word, as "loaves"."""
    locale = tracker.site.locale
    units = {metric.unit.id: metric.unit for metric in tracker.metrics.values()}
    found = {noun(unit, locale, Decimal(2)): unit for unit in units.values() if unit.words and unit.per is None}
    return {word: unit for word, unit in found.items() if word.isalpha()}

"""Which periods a text names, in the language of the site, and which of them say when something was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.check.text.lists.vocabulary import YEAR
from sitegen.figures.periods import say_period, short_period, within
from sitegen.model.basics.period import Period
from sitegen.words import Locale

_PARTS = ("", "-H1", "-H2", *(f"-Q{n}" for n in range(1, 5)), *(f"-{n:02}" for n in range(1, 13)))
_COUNTS = (
    *("sales", "deliveries", "figure", "figures", "total", "result", "results", "numbers", "volume", "revenue"),
    *("profit", "output"),
)
"""What a year stands before to say when that was."""
_NTH = {
    "de": ("ersten", "zweiten", "dritten", "vierten"),
    "fr": ("premier", "deuxième", "troisième", "quatrième"),
}


def _nth(n: int) -> str:
    """A French ordinal in digits."""
    return f"{n}{'er' if n == 1 else 'e'}"


_DE_SALES = tuple(f"{each} {{}}" for each in ("Absatz", "Umsatz", "Verkäufe", "Auslieferungen", "Ergebnis", "Gewinn"))
_FR_SALES = tuple(f"{each} {of}{{}}" for each in ("ventes", "livraisons", "résultat", "bénéfice") for of in ("de ", ""))
_LAST = {
    "en": {
        "": (
            *("in the year {}", "in calendar year {}", "for the year {}", "in all of {}", "for all of {}"),
            *("in the whole of {}", "for {}", "by {}", *(f"{{}} {count}" for count in _COUNTS)),
            *(f"{whole}{count} of {{}}" for whole in ("full-year ", "annual ", "") for count in _COUNTS),
            *(f"FY{each}{{}} {count}" for each in ("", " ") for count in _COUNTS),
        ),
        **{f"-Q{n}": (f"in the {n}{end} quarter of {{}}",) for n, end in enumerate(("st", "nd", "rd"), 1)},
        "-Q1": ("in the 1st quarter of {}", "in the first three months of {}"),
        "-Q4": (
            *("in the last quarter of {}", "in the final quarter of {}", "in the 4th quarter of {}"),
            *("in the last three months of {}", "in the final three months of {}"),
        ),
        "-H1": ("in the 1st half of {}", "in the first six months of {}"),
        "-H2": ("in the last half of {}", "in the 2nd half of {}", "in the last six months of {}"),
    },
    "de": {
        "": ("in {}", "im Jahr {}", "im Jahre {}", "im Kalenderjahr {}", "im Gesamtjahr {}", *_DE_SALES),
        **{
            f"-Q{n}": (f"im {word} Quartal {{}}", f"im {n}. Quartal {{}}", f"in Q{n} {{}}", f"im Q{n} {{}}")
            for n, word in enumerate(_NTH["de"], 1)
        },
        "-H1": ("im ersten Halbjahr {}", "im 1. Halbjahr {}"),
        "-H2": ("im zweiten Halbjahr {}", "im 2. Halbjahr {}"),
    },
    "fr": {
        "": ("en {}", "en l’an {}", "sur l’année {}", *_FR_SALES),
        **{
            f"-Q{n}": (
                f"au T{n} {{}}",
                *(f"au {each} trimestre {of}{{}}" for each in (word, _nth(n)) for of in ("", "de ")),
            )
            for n, word in enumerate(_NTH["fr"], 1)
        },
        "-H1": ("au premier semestre {}", "au premier semestre de {}"),
        "-H2": ("au second semestre {}", "au second semestre de {}", "au deuxième semestre {}"),
    },
}
_MONTHLY = {"de": "im {} {}", "fr": "en {} {}"}
"""By language: how a month of a year is said, of which the words of the site are not known."""
_CODED = {"en": ("in {}", "during {}")}
"""By language: other words for a part of a year, and those before the period as the data write it."""
_SOMEWHERE = {
    "en": (
        "in early {}", "in mid-{}", "in late {}", "early in {}", "late in {}", "during {}", "throughout {}",
        *(f"in the {part} of {{}}" for part in ("spring", "summer", "autumn", "fall", "winter", "course", "middle")),
        *(f"at the {part} of {{}}" for part in ("beginning", "start", "end")),
    ),
}  # fmt: skip
"""By language: words for a time in a year of which the days are not known."""


_BEGINS = re.compile(r"(?:^|[.!?]\s)\Z")
"""A period with which a sentence begins says when: "2024 sold Harbour", as German has it, or "May 2024 brought"."""


class Told(NamedTuple):
    """A period as it stands in a text, from an offset on; period: if it says when something was.

    named: the period itself. whole: False for a time somewhere in the period.
    """

    start: int
    text: str
    period: Period | None
    named: Period
    whole: bool = True

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


def told(words: str, locale: Locale) -> Iterator[Told]:
    """Every period that a text names by its year."""
    for match in re.finditer(_spans(locale), words) if YEAR.search(words) else ():
        first, last = (months(locale)[match[name].lower()] for name in ("first", "last"))
        period = Period.parse(f"{match['year']}-{first:02}/{match['year']}-{last:02}") if first < last else None
        if period is not None:
            yield Told(match.start(), match[0], period, period)
            words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
    for year in dict.fromkeys(map(int, YEAR.findall(words))):
        pattern, every, when, somewhere = _periods(year, locale)
        for match in pattern.finditer(words):
            text = match[0].lower()
            period = every[text] if _BEGINS.search(words, 0, match.start()) else when.get(text)
            yield Told(match.start(), match[0], period, every[text], text not in somewhere)


@lru_cache(maxsize=16)
def months(locale: Locale) -> Mapping[str, int]:
    """The number of each month by its names in small letters."""
    widths = [
        locale.babel.months[form][width] for form in ("format", "stand-alone") for width in ("wide", "abbreviated")
    ]
    return {name.lower().rstrip("."): number for names in widths for number, name in names.items()}


@lru_cache(maxsize=16)
def _spans(locale: Locale) -> str:
    """A pattern of several months of a year: "Jan–Mar 2025", "from January to March 2025"."""
    month = "|".join(sorted(map(re.escape, months(locale)), key=len, reverse=True))
    dash = r"\s?[–-]\s?|\s(?:to|and|until|through|bis)\s"
    first, last = (rf"(?P<{name}>{month})\b\.?" for name in ("first", "last"))
    return rf"(?i)(?<![\w–/-])(?:(?:from|between)\s)?{first}(?:{dash}){last}\s(?P<year>(?:19|20)\d\d)(?![\w–/-])"


@lru_cache(maxsize=64)
def _periods(year: int, locale: Locale) -> tuple[re.Pattern[str], Mapping[str, Period], Mapping[str, Period], set[str]]:
    """A pattern of every period of a year as the language says it, those that say when something was, and how near."""
    when: dict[str, Period] = {}
    names: dict[str, Period] = {}
    language = locale.babel.language
    for part in _PARTS:
        period = Period.parse(f"{year}{part}")
        short, long = short_period(period, locale), say_period(period, locale)
        ways = (within(period, locale), locale.say("period.date.other", period=short))
        last = [way.format(year) for way in _LAST.get(language, {}).get(part, ())]
        if language in _MONTHLY and period.cadence == "month":
            month = locale.babel.months["format"]["wide"][period.first.month]
            last.append(_MONTHLY[language].format(month, year))
        coded = (way.format(period) for way in (_CODED.get(language, ()) if part else ()))
        when |= {way.lower(): period for way in (*ways, *last, *coded)}
        names |= {short.lower(): period, long.lower(): period}
    somewhere = {way.format(year) for way in _SOMEWHERE.get(language, ())}
    when |= dict.fromkeys(somewhere, Period.parse(str(year)))
    every = names | when
    ordered = sorted(every, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w–/-])(?:{'|'.join(map(re.escape, ordered))})(?![\w–/-])", re.IGNORECASE)
    return pattern, every, when, somewhere

"""Large numbers as people say them: "145.2 billion", by the steps that the locale's language has words for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from sitegen.words import Locale

if TYPE_CHECKING:
    import babel

_LEAST = 4
"""The fewest zeros that a word replaces beside a number: thousands are written out."""


@lru_cache(maxsize=64)
def steps(locale: Locale) -> tuple[int, ...]:
    """The numbers of zeros for which the language has a word, the largest first: 12, 9, 6; of Japanese 12, 8, 4."""
    return tuple(sorted((zeros for zeros in _patterns(locale, "other") if zeros >= _LEAST), reverse=True))


def scaled(text: str, zeros: int, locale: Locale, number: Decimal) -> str:
    """A number in digits with the word for the zeros that it leaves out: "145.2 billion". number: that in the text."""
    if zeros == 0:
        return text
    known = _patterns(locale, locale.babel.plural_form(abs(number)))
    return known[zeros].replace("0", text) if zeros in known else f"{text} × {_written(zeros, locale)}"


def scale_word(zeros: int, locale: Locale) -> str:
    """The word for so many zeros alone: "billion" for 9; "" for none."""
    if zeros == 0:
        return ""
    known = _patterns(locale, "other")
    return known[zeros].replace("0", "").strip() if zeros in known else _written(zeros, locale)


@lru_cache(maxsize=16)
def scale_words(known: babel.Locale) -> Mapping[str, int]:
    """Every word of a language for zeros, in each of its forms, with how many they are."""
    forms = known.compact_decimal_formats
    patterns = (found.items() for found in forms["long" if "long" in forms else "short"].values())
    every = ((size, format.pattern.replace("'", "")) for found in patterns for size, format in found)
    return {pattern.strip("0. \u00a0"): len(size) - pattern.count("0") for size, pattern in every if pattern.strip("0")}


def _written(zeros: int, locale: Locale) -> str:
    return format_decimal(Decimal(10) ** zeros, locale=locale.babel)


@lru_cache(maxsize=64)
def _patterns(locale: Locale, plural: str) -> dict[int, str]:
    """By the number of zeros that a word stands for, the word with 0 for the number: "0 billion" by 9."""
    formats = locale.babel.compact_decimal_formats
    forms = formats["long"] if "long" in formats else formats["short"]
    found: dict[int, str] = {}
    for size, format in (forms[plural] if plural in forms else forms["other"]).items():
        pattern = format.pattern.replace("'", "")
        if pattern.strip("0"):  # without a word the number is written out
            zeros = len(size) - pattern.count("0")
            found.setdefault(zeros, re.sub("0+", "0", pattern))
    return found

"""Numerals: numbers written in digits, with what they may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from sitegen.model.basics.amount import DIGITS_BEFORE, unit_of

_SEPARATOR = "[,.'’ \u00a0\u2009\u202f]"
_SCALES: Mapping[str, int] = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
    "万": 4, "亿": 8,
}  # fmt: skip
_ALONE = "¼½¾⅐-⅞①-⒛⓪-⓿❶-➓㉑-㉟㊱-㊿Ⅰ-ⅿ"
_ONES = "一二三四五六七八九两兩"
_WRITTEN = (  # in characters that are words themselves, except for ordinals and dates
    rf"百分之[{_ONES}十百〇零]+|[{_ONES}十]+倍"
    rf"|(?<![第初{_ONES}十百千万萬亿億])[{_ONES}][十百千万萬亿億][{_ONES}十百千万萬亿億〇零]*(?![年月日号號季周週])"
)
_RAISED = "⁰¹²³⁴-⁹₀-₉"
_NUMERAL = re.compile(
    rf"""\d*[{_ALONE}]|{_WRITTEN}|(?P<digits>\d{{1,3}}(?:(?P<by>{_SEPARATOR})\d{{3}}(?:(?P=by)\d{{3}})*)(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)
    (?:[ \u00a0-]?(?P<word>thousand|million|billion|trillion|mn|bn|tn)\b|(?P<letter>[kKmM]\b|[ ]?[万亿]))?
    (?P<sign>[ \u00a0]?%)?(?=(?P<percent>[ ](?:per[ ]?cent|(?:percentage[ ])?points?)\b)?)""",
    re.VERBOSE,
)
_SIGN = re.compile(rf"[\d{_ALONE}{_RAISED}{_ONES}十百]")  # in most texts there is none
_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_SMALL_DIGITS = re.compile(rf"(?<![^\W\d_])[{_RAISED}]+")  # behind a letter they belong to a unit or a formula: m², CO₂
_GROUPED = re.compile(rf"\d{{1,3}}(?:{_SEPARATOR}\d{{3}})+")


class Numeral(Struct, frozen=True):
    """A number in digits from start to end (excluded) of a text, with its scale ("million") and percent sign.

    readings: the values it may have: "80.000" is eighty thousand or eighty; () if its digits are no one number.
    """

    start: int
    end: int
    text: str
    readings: tuple[Decimal, ...]
    percent: bool

    def equals(self, value: Decimal) -> bool:
        """True if a value rounds to the numeral; one with a single digit except for zeros must be met exactly."""
        return any(
            abs(value) == reading or (_significant(reading) > 1 and abs(abs(value) - reading) * 2 <= unit_of(reading))
            for reading in self.readings
        )


def numerals(words: str) -> Iterator[Numeral]:
    """Every numeral of a text, in order."""
    if not _SIGN.search(words):
        return
    given, words = words, _SMALL_DIGITS.sub(lambda match: match[0].translate(_SMALL), words)
    for match in _NUMERAL.finditer(words):
        scale = _SCALES.get((match["word"] or match["letter"] or "").strip().lower(), 0)
        values = (value.scaleb(scale) for value in _readings(match["digits"] or ""))
        yield Numeral(
            start=match.start(),
            end=match.end(),
            text=given[match.start() : match.end()],
            readings=tuple(value for value in values if value.adjusted() < DIGITS_BEFORE),
            percent=(match["sign"] or match["percent"]) is not None,
        )


def _readings(digits: str) -> Iterator[Decimal]:
    grouped = _GROUPED.match(digits)
    if grouped and digits[grouped.end() :].count(".") + digits[grouped.end() :].count(",") <= 1:
        yield Decimal(re.sub(r"\D", "", grouped[0]) + digits[grouped.end() :].replace(",", "."))
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        yield Decimal(digits)
    elif re.fullmatch(r"\d+,\d+", digits) and not grouped:
        yield Decimal(digits.replace(",", "."))


def _significant(number: Decimal) -> int:
    """How many digits a number has except for zeros at its ends."""
    return len(number.normalize().as_tuple().digits)

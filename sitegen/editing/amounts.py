"""Amounts as people write them in tables: 45,300 · 4.53万 · about 45,300 · >80,000 · 8,000–9,000 · (500) · 38.6%."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from msgspec import Struct

from sitegen.model.basics.amount import Bound
from sitegen.model.basics.said import NOTHING, hedged, zeros
from sitegen.model.basics.unit import PERCENT, Unit


class Said(Struct, frozen=True):
    """What a text says: a number or the two ends of a range, and how sure it is."""

    value: Decimal | tuple[Decimal, Decimal]
    bound: Bound = "exact"


_DIGITS = r"[-+−]?(?:\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_NUMBER = re.compile(rf"({_DIGITS})\s*(.*)")
_BRACKETS = re.compile(r"\A\(\s*(\d[^()]*)\)\Z")
"""Around a number below zero, as accounts have it."""
_RANGE = re.compile(rf"({_DIGITS}\s*[^\d\s–—~-]*)\s*(?:–|—|~|-|to|bis|至|到)\s*({_DIGITS}.*)", re.IGNORECASE)


def read_amount(text: str, unit: Unit, decimal: str = ".", *, whole: bool = False) -> Said | None:
    """What a text says, in the unit of a metric; None for an empty cell and what stands for one.

    decimal: the mark before decimals, `.` or `,`. whole: it stands in a table, and counts what does not divide.
    Raises ValueError, with a sentence for an editor, for what is no amount, or one in another unit.
    """
    if any(unicodedata.decomposition(char).startswith("<super>") for char in text):
        raise ValueError(f'"{text}" has a raised sign, perhaps the mark of a footnote: take it out')
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.casefold() in NOTHING:
        return None
    plain = _BRACKETS.sub(r"-\1", plain)
    if (mark := re.search(r"(?<=\d)\s*([*†‡§]+|\[\w{1,3}\])\Z", plain)) is not None:
        raise ValueError(f'"{text}" has {mark[1]} behind it, perhaps the mark of a footnote: take it out')
    if re.search(r"\de[-+]?\d", plain, re.IGNORECASE):
        raise ValueError(f'"{text}" counts zeros behind an e: write all digits of the number')
    bound, rest = hedged(plain)
    if whole and decimal == "." and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", rest):
        hint = "if the point separates thousands in this table, say --decimal ,"
        raise ValueError(f'"{text}" has decimals, and whole {unit} are counted: {hint}')
    if (two := _RANGE.fullmatch(rest)) is not None and bound == "exact":
        low, high = _ends(text, two[1], two[2], unit, decimal)
        return Said((low, high))
    value, scaled = _number(text, rest, unit, decimal)
    rounded = scaled and bound == "exact"
    return Said(value, "approximate" if rounded else bound)


def _ends(text: str, low: str, high: str, unit: Unit, decimal: str) -> tuple[Decimal, Decimal]:
    """The two ends of a range, of which only the second may say its scale."""
    top = _NUMBER.fullmatch(high.strip())
    first = _NUMBER.fullmatch(low.strip())
    if top is None or first is None:
        raise ValueError(_none(text))
    ends = [_number(text, f"{first[1]} {first[2] or top[2]}", unit, decimal)[0], _number(text, high, unit, decimal)[0]]
    if not ends[0] < ends[1]:
        raise ValueError(f'"{text}" is no range from a lower to a higher number')
    return ends[0], ends[1]


def _number(text: str, rest: str, unit: Unit, decimal: str) -> tuple[Decimal, bool]:
    """The number, and whether a word for its zeros rounds it."""
    found = _NUMBER.fullmatch(rest.strip())
    if found is None:
        raise ValueError(_none(text))
    value, behind = _digits(text, found[1], decimal), found[2].strip()
    places, behind = zeros(behind)
    _same_unit(text, behind, unit)
    shift = (places or unit.scale) - unit.scale
    return (value.scaleb(shift) if shift else value), shift > 0


def _digits(text: str, digits: str, decimal: str) -> Decimal:
    """The number of some digits with marks between them."""
    group = "," if decimal == "." else "."
    bare = digits.replace("−", "-").removeprefix("+")
    if decimal in bare and group in bare[bare.index(decimal) :]:
        raise ValueError(
            f'"{text}" has {group} behind {decimal}: if {group} stands before decimals, say --decimal {group}'
        )
    if bare.count(decimal) > 1:
        how = f"write {bare.replace(decimal, '')}, or say --decimal {group}"
        raise ValueError(f'"{text}" has {decimal} twice: if it parts thousands, {how}')
    whole, mark, after = bare.partition(decimal)
    parts = re.split(r"[,.'’ \u00a0\u202f]", whole)
    if len(parts) > 1 and any(len(part) != 3 for part in parts[1:]):
        raise ValueError(f'"{text}" is not a number with {decimal} before its decimals')
    return Decimal("".join(parts) + (f".{after}" if mark else ""))


def _same_unit(text: str, behind: str, unit: Unit) -> None:
    """Raises ValueError if a number says another unit than that of its metric."""
    own = {unit.id, unit.each, str(unit), *(word for _, word in unit.words)}
    if unit == PERCENT:
        own |= {"%", "％"}
    if behind and behind.casefold() not in {word.casefold() for word in own}:
        raise ValueError(f'"{text}" is in "{behind}", and the metric is in {unit}: give the number in that unit')


def _none(text: str) -> str:
    return f'"{text}" is not a number'

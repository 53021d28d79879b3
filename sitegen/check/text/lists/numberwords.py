"""Numbers written as words, by language: "eighty-five thousand", "a dozen", "doubled", "two thirds"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
_TIMES: Mapping[str, Decimal | int] = {
    "twice": 2, "thrice": 3, "doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": Decimal("0.5"),
}  # fmt: skip

_N = f"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_S = f"(?:{'|'.join(_SCALES)})s?"
_PLACES = "third|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
_END = r"(?=$|[.,;:!?)]|[ ](?:of|in|by|more|less|fewer|as|to|on|from|within)\b)"
_HALF = "|".join(f"(?<={word}[ ])half" for word in ("by", "than", "about", "almost", "nearly", "over", "in"))
_COUNT = rf"(?:half[ ]an?|an?|{_N})(?:[ -](?:and[ ])?(?:{_N}|{_S}))*?[ -]{_S}(?:[ -](?:and[ ])?(?:{_N}|{_S}))*"
_MANY = "dozens|hundreds|thousands|millions|billions"
_ENGLISH = rf"""(?x)(?<![\w-])(?:
      (?P<percent>{_N}(?:[ -]{_N})?[ ]per[ ]?cent)
    | (?P<of>{_N}[ ](?:in|of|out[ ]of)(?:[ ]every)?[ ]{_N})
    | (?P<halves>{_N}[ ]and[ ]a[ ]half[ ]{_S})
    | (?P<count>{_COUNT})
    | (?P<some>(?:tens|{_MANY})[ ]of(?:[ ](?:{_MANY}))?)
    | (?P<fold>{_N}[- ]?fold|{_N}[ ]times)
    | (?P<times>twice|thrice|(?:doubl|tripl|trebl|quadrupl|quintupl)(?:es?|ed|ing)|halv(?:es?|ed|ing))
    | (?P<many>{_N}[ -](?:{_PLACES}|quarter|fourth)s)
    | (?P<part>(?:an?|one)[ -](?:{_PLACES}){_END}
        |(?:an?|one)[ -]quarter(?=[ ](?:of|more|less|fewer|as)\b)|(?<=by[ ])a[ ]quarter
        |half(?=[ ](?:of|its|their|the|all|as)\b)|{_HALF})
    )(?!\w)"""
_PATTERNS: Mapping[str, str] = {"en": _ENGLISH}
"""The patterns of each language, by the first part of its code."""


class NumberWord(NamedTuple):
    """A number in words, from an offset of a text on; values: the numbers that a check may have for it."""

    start: int
    text: str
    values: tuple[Decimal, ...]


def number_words(words: str, language: str) -> Iterator[NumberWord]:
    """Every number that stands in words in a text of small letters."""
    pattern = _PATTERNS.get(language)
    for match in re.finditer(pattern, words) if pattern else ():
        kind, text = match.lastgroup, match[0]
        parts = re.findall(r"[a-z]+", text)
        yield NumberWord(match.start(), text, tuple(dict.fromkeys(_values(kind or "", parts))))


def _values(kind: str, parts: list[str]) -> Iterator[Decimal]:
    match kind:
        case "percent":
            yield _count(part for part in parts if part in _SMALL)
        case "of":
            first, second = (Decimal(_SMALL[part]) for part in parts if part in _SMALL)
            yield from _parts(first, second) if second else ()
        case "halves":
            yield (_SMALL[parts[0]] + Decimal("0.5")) * _SCALES[parts[-1].removesuffix("s")]
        case "count":
            yield _count(parts)
        case "some":
            yield Decimal(math.prod(10 if part == "tens" else _SCALES.get(part.removesuffix("s"), 1) for part in parts))
        case "fold":
            yield from _times(Decimal(next(n for word, n in _SMALL.items() if parts[0] in (word, f"{word}fold"))))
        case "times":
            yield from _times(Decimal(next(n for stem, n in _TIMES.items() if parts[0].startswith(stem))))
        case _:
            size = Decimal(next(n for word, n in _PARTS.items() if parts[-1] in (word, f"{word}s")))
            yield from _parts(Decimal(_SMALL.get(parts[0], 1)), size)


def _count(parts: Iterator[str] | list[str]) -> Decimal:
    """What a count comes to: "a hundred and twenty thousand" is 120,000."""
    whole, part, half = 0, 0, False
    for word in parts:
        scale = _SCALES.get(word.removesuffix("s"))
        if word == "half":
            half = True
        elif scale is not None and scale < 1000:
            part = (part or 1) * scale
        elif scale is not None:
            whole, part = whole + (part or 1) * scale, 0
        elif word in _SMALL:
            part += _SMALL[word]
    return Decimal(whole + part) / (2 if half else 1)


def _times(times: Decimal) -> Iterator[Decimal]:
    """So many times, as a ratio, as a percentage of what was, and as a change in percent."""
    yield from (times, times * 100, abs(times - 1) * 100)


def _parts(some: Decimal, of: Decimal) -> Iterator[Decimal]:
    """A part as a ratio and in percent; one that does not end is rounded down or up to some place."""
    for digits, size in ((3, 1), (2, 1), (0, 100), (1, 100), (2, 100)):
        for way in (ROUND_FLOOR, ROUND_CEILING):
            rounded = (some * size / of).quantize(Decimal(1).scaleb(-digits), way)
            if digits or rounded * of == some * size or of in (3, 6, 7, 9):
                yield rounded.normalize()

"""Names that would excuse a number: one that is only a number, or a number and what it counts, is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.load.gather import Gather, Parsed, S

_HEDGES = r"(?:(?:more|less|fewer|at|than|least|most|about|over|nearly|almost|some)\s)*"
_SIGN = r"[-+~<>≈≤≥\N{MINUS SIGN}€$£¥]?\s?"
_NUMBER = r"(?!0\d)\d+(?:[.,'’]\d+)*"
_UNIT = r"\s?[%‰€$£¥千万億亿].*|(?:k|m|bn|mn)\w*|\s+[^\W\d_A-Z].*"
_GROUPED = r"\d{1,3}(?:[.,'’\s]\d{3})+(?:\s.*)?"
_INSIDE = re.compile(r"(?<![\w.,'’])\d{1,3}(?:[.,'’]\d{3})+(?![\w.,'’]?\d|\s[A-Z])|\d\s?[%‰]")
_COUNT = re.compile(rf"{_HEDGES}{_SIGN}(?:{_NUMBER}(?:{_UNIT})?|{_GROUPED})")


def counts(name: str) -> bool:
    """Whether a text is a number, or one and a common noun: "99,000", "5%", "77,000 loaves"; "7 Series" is a name."""
    return _COUNT.fullmatch(name.strip()) is not None


def refuse_counts(parsed: Parsed[S], names: Iterable[str], gather: Gather, *path: str | int) -> None:
    """Reports each of a list of names that is a count, or has one in it: "sold 77,000 loaves"."""
    for index, name in enumerate(names):
        if counts(name) or _INSIDE.search(name):
            is_count = "is a number and" if counts(name) else "has a number in it and is"
            message = f'"{name}" {is_count} no name, so every text could say it without a source'
            hint = "write the whole name, such as Acme 500; a number in a text is a figure or stands in lit"
            gather.add(parsed.at(*path, index), "wrong-type", message, hint)

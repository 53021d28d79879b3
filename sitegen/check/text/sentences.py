"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FORMS = ("vs", "ca", "approx", "Mr", "Mrs", "Dr", "St", "Nr", "Mio", "Mrd", "bzw")
_WHOLE = "".join(rf"(?<!\b{form})" for form in (*_FORMS, r"\d", r"\d\d"))
"""Not behind a short form or the number of "3. Quartal": the full stop there ends no sentence, whatever follows."""
_NEXT = r"(?=\s*\Z|\s+[^\sa-zß-öø-ÿ])"
"""No sentence begins with a small letter."""
_CLOSING = r"[”\"'’)]*"
_STOP = re.compile(rf"(?:{_WHOLE}\.{_CLOSING}{_NEXT}|[!?…;]{_CLOSING}(?=\s|\Z)|[。！？；]{_CLOSING}|\n\s*\n)\s*")


def sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of what stands from start to end begins and ends."""
    begin = max((match.end() for match in _STOP.finditer(words, 0, start)), default=0)
    stop = _STOP.search(words, end)
    return begin, len(words) if stop is None else stop.end()


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends."""
    begin = 0
    for stop in _STOP.finditer(words):
        yield begin, stop.end()
        begin = stop.end()
    if begin < len(words):
        yield begin, len(words)

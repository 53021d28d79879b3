"""Patterns of the words of a list: one form, several, or all of them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sitegen.check.text.lists.beginnings import LETTERS, beginnings

NOTHING = "(?!)"
"""A pattern that nothing fits."""
_HEAD = re.compile(rf"(?<![\w-])\w{{1,{LETTERS}}}")
_HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@cache
def pattern(*forms: str) -> re.Pattern[str]:
    """A pattern of whole words in small letters, which is five times as fast as one that reads both."""
    spaced = [form for form in forms if not _HAN.search(form)]  # words that no space parts from others have no ends
    words = ("|".join(spaced) or NOTHING).replace(" ?", r"\s*").replace(" ", r"\s+")
    whole = rf"(?<![\w-])(?:{words})(?!\w)"
    return re.compile("|".join([whole, *(form for form in forms if _HAN.search(form))]))


class Forms:
    """Forms of a list, all of which a text is searched for at once: at words with which one of them can begin."""

    def __init__(self, forms: Sequence[str]) -> None:
        begun = {form: beginnings(form) for form in forms}
        self._begun = frozenset(head for found in begun.values() for head in found or ())
        self._of_begun = pattern(*(form for form, found in begun.items() if found is not None))
        self._others = pattern(*(form for form, found in begun.items() if found is None))

    def stands_in(self, small: str) -> bool:
        """Whether one of them stands in a text in small letters."""
        if not self._begun.isdisjoint(_HEAD.findall(small)):
            starts = (word.start() for word in _HEAD.finditer(small) if word[0] in self._begun)
            if any(self._of_begun.match(small, start) for start in starts):
                return True
        return self._others.search(small) is not None

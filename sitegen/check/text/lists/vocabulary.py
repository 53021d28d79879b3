"""Parts that the patterns of words and of phrases share: numbers in words, periods, what is ranked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.words import Locale

TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER = f"(?:one|two|three|four|five|six|seven|eight|nine|{TEENS}|{TENS})"
SCALES = "hundred|thousand|million|billion|trillion"
PARTS = "third|fifth|sixth|seventh|eighth|ninth|tenth"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
PERIOD = (
    "(?:calendar |full |business )?(?:years?|half|halves|quarters?|months?|weeks?|days?|hours?|decades?"
    f"|spring|summer|autumn|winter|{MONTHS})"
)
COUNT = rf"(?:{NUMBER}|few|couple of|\d+)"
FIELDS, IS = ("market", "ranking", "list", "segment", "class", "table"), ("is", "are", "was", "were")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
UNSPACED = ("ja", "ko", "th", "zh")
"""Languages in which words stand beside each other without a space, or are written together with others."""
CAME_TO = (
    r"\s(?:of|was|were|is|are|at|came to|reached|stood at|amounted to|von|war|lag bei|betrug|de|était de|fue de"
    r"|fueron de|di|era|van|på|var)"
)
"""Between what is counted and how much it was, in the languages with spaces."""
TO_FIGURE = r"[\s*_\"“(]+\Z"
"""Between a word and the figure right behind it."""


def languages(locale: Locale) -> tuple[str, ...]:
    """English and the languages that are read, each once."""
    return tuple(dict.fromkeys(("en", *(each.language for each in locale.read))))


def read_in(words: Mapping[str, str], locale: Locale) -> str:
    """A pattern of the words of the languages that are read; of no language it fits nothing."""
    return "|".join(words[each] for each in languages(locale) if each in words) or "(?!)"

"""What an author means who writes a unit as newspapers and spreadsheets do: "Mio. €", "RMB mn", "€/kg", "%"."""

from __future__ import annotations

import re
from collections.abc import Callable

_SCALES = {"k": "thousand", "thousand": "thousand", "tsd": "thousand", "m": "million", "mn": "million"}
_SCALES |= {"mio": "million", "mln": "million", "mill": "million", "million": "million", "millions": "million"}
_SCALES |= {"bn": "billion", "billion": "billion", "billions": "billion", "mrd": "billion", "tn": "trillion"}
_SCALES |= {"trn": "trillion", "trillion": "trillion"}
_NOUNS = {"%": "percent", "pct": "percent", "pp": "points", "€": "EUR", "$": "USD", "us$": "USD", "£": "GBP"}
_NOUNS |= {"rmb": "CNY", "元": "CNY", "prozent": "percent", "x": "times"}
_WORD = re.compile(r"us\$|[%€$£元]|[^\W\d_]+", re.IGNORECASE)


def meant_unit(text: str, known: Callable[[str], bool], currency: Callable[[str], str]) -> str:
    """The unit as it is to be written; "" if nobody knows.

    known: whether a noun is the id of a unit. currency: the code of a currency by its name, or "".
    """
    whole, _, each = re.sub(r"\s+(?:per|pro)\s+", "/", text).partition("/")
    scales, nouns = [], []
    for word in _WORD.findall(whole):
        scale = _SCALES.get(word.casefold())
        if scale is not None and not known(word):
            scales.append(scale)
        else:
            nouns.append(_noun(word, known) or currency(word))
    of = [_noun(word, known) for word in _WORD.findall(each)]
    if len(scales) > 1 or len(nouns) != 1 or len(of) != bool(each) or not all((*nouns, *of)):
        return ""
    return " ".join([*scales, *nouns, *(("per", *of) if of else ())])


def _noun(word: str, known: Callable[[str], bool]) -> str:
    spellings = (word, _NOUNS.get(word.casefold(), ""), word.upper(), word.casefold())
    return next((each for each in spellings if each and known(each)), "")

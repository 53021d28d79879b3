"""Words for a profit beside a result below zero, and for a loss beside one above: "a profit of {{ −45 million }}"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from sitegen.check.text.lists.claimed import DENIALS
from sitegen.check.text.lists.results import RESULTS, Results
from sitegen.check.text.lists.vocabulary import CAME_TO, TO_FIGURE, UNSPACED, languages
from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.metric import Metric
from sitegen.words import Locale

_ELSE = re.compile(
    r"\b(?:that|which|who|whose|where|when|before|but|yet|although|though|despite|made|earned|lost|loss(?:es)?|profits?"
    r"|once|hop(?:es|ed)|most|much|part\w*|half|seeks?"
    r"|die|der|das|aber|nach\w*|obwohl|verdiente|verlor|qui|dont|mais|malgré|après|gagné|perdu|que|pero|tras)\b"
    r"|目指|目標|目标|計画|计划|予想|予定|見込|预|力争|前年|前期|去年|一年前|上年|从|轉|から|전년|작년|노리|목표|예상|계획",
    re.IGNORECASE,
)
"""With such words a sentence says more than one thing of a result, or of somebody else, or what is to come."""
_OF_A_THING = re.compile(r"\s(?!again|with|since|after|until|even|this|last)[a-zäöüßà-ÿ]{4,}")
"""Behind one word for a result: it describes a thing, as in "its loss-making branch"."""
_OF = re.compile(r"\s(?:of|von|de|di|van|på)\b|[\s*_\"“(]*\Z", re.IGNORECASE)
"""Behind a word for what a result was: "a profit of {{ … }}"."""
_NO = re.compile(
    rf"\b(?:{DENIALS['en']}|kein\w*|nicht|pas|sans|sin|non|geen|inte|ikke)\b|不|没|未|无|ない|なし|않", re.IGNORECASE
)
Sign = Literal["gain", "loss"]
_ABOVE = {"gain": "above zero", "loss": "below zero"}


def may_be_loss(metric: Metric) -> bool:
    """Whether a metric is a result: money of which there may be less than none."""
    return metric.negative and is_currency(metric.unit.id)


def says_result(word: str, locale: Locale) -> bool:
    """Whether a word is one for a profit or a loss."""
    return any(re.fullmatch(f"{each.gain}|{each.loss}", word, re.IGNORECASE) for each in _read(locale).values())


def resulting(parsed: Parsed) -> Iterator[Remark]:
    """Every word beside a result that puts it on the other side of zero."""
    for spot in parsed.spots:
        sign = _sign(spot)
        if sign is None or _NO.search(spot.sentence.words):
            continue
        match = re.search(_beside(parsed.locale), spot.before)
        other: Sign = "loss" if sign == "gain" else "gain"
        if match is not None and match[other] and not _is_label(spot, match):
            yield spot.remark(match, "before", *_said(match["word"], spot, sign))
        elif match is None and len(spot.sentence.figures) == 1:
            words = spot.sentence.words
            found = {said.lastgroup: said for said in re.finditer(_around(parsed.locale), words)}
            said = found.get(other)
            if said is None or len(found) > 1 or _is_elsewhen(spot, words.replace(said[0], "")):
                continue
            if " " in said[0] or not _OF_A_THING.match(words, said.end()):
                yield Remark(spot.sentence.begin + said.start(), said[0], *_said(said[0], spot, sign))


def _is_label(spot: Spot, match: re.Match[str]) -> bool:
    """Whether a word is the name of what is counted, and not what it was: "net profit was {{ … }}", "net profit: "."""
    names = (spot.metric.label, spot.metric.in_text) if spot.metric is not None else ()
    before, behind = spot.before[: match.end("word")].lower(), spot.before[match.end("word") :]
    return _OF.match(behind) is None and any(before.endswith(each.lower()) for each in names)


def _is_elsewhen(spot: Spot, rest: str) -> bool:
    """Whether a sentence speaks of another time or of somebody else too."""
    own, said = spot.period, [each.named for each in spot.sentence.periods]
    apart = own is not None and not all(each.contains(own) or own.contains(each) for each in said)
    address = spot.figure.address
    others = {each.id for each in spot.sentence.names} - {address.entity if address is not None else ""}
    return bool(others) or apart or _ELSE.search(rest) is not None or ELSEWHEN.search(rest) is not None


def _said(word: str, spot: Spot, sign: Sign) -> tuple[str, str]:
    return f'"{word}" stands beside {spot.said}, which is {_ABOVE[sign]}', "say what it was, or ask for another figure"


def _sign(spot: Spot) -> Sign | None:
    """On which side of zero a result is; None of any other figure, and where nobody knows."""
    if spot.metric is None or not may_be_loss(spot.metric):
        return None
    low, high = spot.figure.amount.interval.low, spot.figure.amount.interval.high
    return "gain" if low is not None and low > 0 else "loss" if high is not None and high < 0 else None


@lru_cache(maxsize=16)
def _beside(locale: Locale) -> str:
    """A pattern of the words right before a result, in the languages that are read."""
    every = _read(locale).values()
    gain, loss = "|".join(each.gain for each in every), "|".join(each.loss for each in every)
    return rf"(?i)(?<![\w-])(?P<word>(?P<gain>{gain})|(?P<loss>{loss}))(?:{CAME_TO})?{TO_FIGURE}"


@lru_cache(maxsize=16)
def _around(locale: Locale) -> str:
    """A pattern of the words for it anywhere in a sentence."""

    def ended(language: str, words: str) -> str:
        return words if language in UNSPACED else rf"(?<![\w-])(?:{words})(?!\w)"

    every = _read(locale)
    gain = "|".join(ended(language, each.gained) for language, each in every.items())
    loss = "|".join(ended(language, each.lost) for language, each in every.items())
    return rf"(?i)(?P<gain>{gain})|(?P<loss>{loss})"


def _read(locale: Locale) -> Mapping[str, Results]:
    """The words of the languages that are read, and of English."""
    return {each: RESULTS[each] for each in languages(locale) if each in RESULTS}

"""Periods that a sentence names in passing: "the ferry line, founded in 2009, carried {{ … }}"."""

from __future__ import annotations

import re

from sitegen.check.text.when import Told
from sitegen.reading.markdown import BLANK

_EDGE = re.compile(r"[,;:()–—、，；：（）]|\s-\s")
_DONE = (
    r"[^\W\d_]+(?:ed|ée?s?|ad[oa]s?|id[oa]s?|[aiu]t[oaie])|(?:re)?built|bought|sold|made|won|begun|born|taken|lost|left|held|drawn"
    r"|set\sup|signé\w*|gegründet|eröffnet"
)
_AIDED = re.compile(r"\b(?:has|have|had|ont|avait|ha|han|hanno|hat|haben)\s(?:[^\W\d_]+\s)?\Z|[^\W\d_]\sa\s\Z")
_BEGAN = re.compile(
    r"(?:\b(?:(?:co-)?founded|launched|introduced|established|created|born|set\sup|fondée?s?|lancée?s?|créée?s?"
    r"|fundad[oa]s?|fondat[oaie]|gegründet|opgericht|stiftet|grundat)\s|(?:成立|创立|创办|设立)[于於])\Z",
    re.IGNORECASE,
)
"""Right before the time at which something began."""
_BEGUN = re.compile(
    r"\A[年년]?(?:\d{1,2}[月월])?(?:[に에]?\s?(?:設立|創業|創立|発足|始ま|開業|開始|就航|成立|创立|创办|设立|推出|开业|설립|창립|출범|시작)"
    r"|まで|以前|까지)"
)
"""Right behind such a time, and behind one until which something was, in languages that say it so."""
_PARTICIPLE = re.compile(rf"\b(?:{_DONE})\s\Z", re.IGNORECASE)
_WHO = re.compile(
    rf"\b(?:that|which|who|whom|whose|where|der|die|das|qui|que|dont|où|che|cui|die|dat|som)\s(?:[^\s{BLANK}]+\s)+\Z",
    re.IGNORECASE,
)
"""From the word with which a relative clause begins to its time."""
_ATTRIBUTE = re.compile(
    r"\b(?:der|die|das|den|dem|des|eine[rnms]?|ein|ihre[rnms]?|seine[rnms]?|de|het|een|det)\s\Z", re.IGNORECASE
)
"""Right before a time that stands between an article and its noun."""
_TIME = re.compile("[a-zà]|Ende|Anfang|Mitte|\\d")
"""Begins such a time, and not "Absatz 2024"."""
_CAUSE = re.compile(
    r"\b(?:because of|owing to|due to|thanks to|despite|in spite of|wegen|dank|trotz|aufgrund|infolge|malgré"
    r"|grâce (?:à|aux?)|à cause d[eu]s?|debido al?|gracias al?|a causa del?|grazie al?|door"
    r"|dankzij|ondanks|trods|trots|på grund af)\b",
    re.IGNORECASE,
)
"""Before what happened then: "because of a strike in March 2024"."""
_PLUPERFECT = re.compile(r"\b(?:had(?:den)?|hatten?|avai(?:t|ent)|habían?|aveva(?:no)?|hade|havde)\b")


def in_passing(words: str, each: Told) -> bool:
    """Whether a period of a sentence is not that of its figures: it stands in a clause or an attribute without any."""
    before, behind = words[: each.start], words[each.end :]
    if BLANK not in behind or behind.startswith(f" {BLANK}"):
        return False
    begins = max((match.end() for match in _EDGE.finditer(before)), default=0)
    ends = _EDGE.search(behind)
    clause, rest = before[begins:], behind[: ends.start()] if ends is not None else behind
    if BLANK in clause:
        return False
    apart = ends is not None and BLANK not in rest
    attribute = _ATTRIBUTE.search(clause) is not None and _TIME.match(each.text) is not None
    if (
        attribute
        or _BEGAN.search(clause)
        or _BEGUN.match(behind)
        or _CAUSE.search(clause)
        or (apart and _PLUPERFECT.search(clause))
    ):
        return True
    if _WHO.search(clause) or (_PARTICIPLE.search(clause) and not _is_aided(clause)):
        return True
    return apart and begins > 0 and (clause + rest).strip() != ""


def _is_aided(clause: str) -> bool:
    """Whether the participle at the end of a clause is a part of its verb."""
    match = _PARTICIPLE.search(clause)
    return match is not None and _AIDED.search(clause[: match.start()]) is not None

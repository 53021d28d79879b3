"""What is there on a day, beside a sentence that names another one: "at the end of June {{ … }}" of December."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed, Sentence, Spot
from sitegen.check.text.texts import Remark
from sitegen.check.text.when import Told
from sitegen.figures.periods import with_article
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK

_END = re.compile(
    r"(?:\b(?:(?:end|close) of|ende|ultimo|fin(?: de)?|à la fin (?:de|du)|fine(?: di)?|finales de|final de|eind"
    r"|slutet av|slutningen av|utgangen av)(?: (?:the|la|des|de))?)\s\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:closed|closes|ended|ends|finished|finishes)\s\Z", re.IGNORECASE)
_WITH = re.compile(r"\s(?:with|on|at)\b")
_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er)?\s\Z")
_YEAR = 4
"""How many digits a year has."""
_ON = r"(?:(?:on|at|by|as of|am|zum|le|à|el|a|il|op|per|the|den)\s)*\Z"
"""Right before a day."""
_BEGINS = re.compile(
    r"(?:\A[\s*_]*|\b(?:had|has|counted|employed|with|hatten?|zählten?|avaient|avait|comptait|tenía|contaba|aveva|contava"
    rf"|telde|havde|tinha)\s){_ON}",
    re.IGNORECASE,
)
"""Before the day of a sentence."""
_BESIDE = re.compile(
    rf"{BLANK}(?:\s(?!\w+ed\b|(?:built|bought|sold|made|taken|won)\b|and\b|or\b)[^\W\d_][\w-]*){{0,3}}\s?\(?{_ON}",
    re.IGNORECASE,
)
"""Between how many there were and the day."""
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|now|today|gegründet\w*|eröffnet\w*|eingeführt\w*|qui|que|dont|che|die|der|das)\b"
    r"|\A\s(?:ge\w+t|\w+iert)\b"
)
"""Behind the day: something began on it that is there now."""
_NEAR = 45
"""So many days behind a day a count may be the latest that there was."""


def dated(parsed: Parsed) -> Iterator[Remark]:
    """The only figure of a sentence, a count on a day, where the sentence names the end of another period, or a day."""
    for spot in parsed.spots:
        said, period = spot.sentence, spot.period
        if spot.metric is None or spot.metric.kind != "stock" or period is None:
            continue
        if len(said.values) == 1 and len(said.periods) == 1 and not ELSEWHEN.search(said.words):
            yield from _other(parsed, spot, period, said.periods[0])


def _other(parsed: Parsed, spot: Spot, own: Period, named: Told) -> Iterator[Remark]:
    day = _day(spot.sentence, named)
    if day is not None and (own.last != named.named.last if day == named.named.last else _far(own.last, day)):
        message = f'"{named.text}" stands beside {spot.said}, which is of the end of {with_article(own, parsed.locale)}'
        yield Remark(spot.offset, BLANK, message, "ask for what the sentence says, or say in it what the figure is of")


def _day(said: Sentence, named: Told) -> date | None:
    """The day of which a sentence speaks: the last of the period that it names, or one of the month."""
    begin = named.start if named.whole else named.end - _YEAR  # "the end of 2025" is told as one
    before, behind = said.words[:begin], said.words[named.end :]
    end = _END.search(before)
    if end is not None:
        return named.named.last if _of_all(before[: end.start()], behind) else None
    if _CLOSED.search(before) and _WITH.match(behind):
        return named.named.last
    match = _DAY.search(before)
    if match is None or named.named.cadence != "month" or not _of_all(before[: match.start()], behind):
        return None
    try:
        return named.named.first.replace(day=int(match["day"]))
    except ValueError:
        return None


def _of_all(before: str, behind: str) -> bool:
    """Whether a day is that of a whole sentence: it begins it, or stands beside what was there.

    Else it may be that on which something was founded, or began.
    """
    if BLANK in before:
        return _BESIDE.search(before) is not None
    return _BEGINS.search(before) is not None and _CLAUSE.search(behind.split(BLANK)[0]) is None


def _far(one: date, other: date) -> bool:
    return abs((one - other).days) > _NEAR

"""Comparatives between two names that the figures of their sentence bear out, or turn around: "beat Harbour: 5 against
8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.claimed import more_or_less
from sitegen.check.text.named import places
from sitegen.check.text.texts import Passage, Remark
from sitegen.check.text.when import told
from sitegen.check.text.wording import Word, sentence
from sitegen.expressions import Value
from sitegen.figures import Figure, say
from sitegen.figures.figure import ANSWERS
from sitegen.model.basics.text import Expression
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_AHEAD = re.compile(
    r"(?<![\w-])(?:(?P<more>ahead of|beats?|outsold|topped|overtook|surpassed|outpaced|led)"
    r"|behind|trail(?:s|ed)|lags|lagged)(?!\w|\sby\b)"
)
_HAS = rf"{BLANK}(?:\s[^\W\d_]+){{0,2}}"
_MEASURED = rf"[,:]?\s(?:with\s)?{_HAS}(?:,?\s(?:against|to|and|versus)\s{_HAS})?[\s.!]*"
"""Behind the second name: what both had, and nothing that says in what else one was ahead."""


def borne_out(passage: Passage, word: Word, values: Mapping[Expression, Value], tracker: Tracker) -> bool:
    """Whether a comparative stands between two names, and the two figures of its sentence are theirs and say so."""
    says = more_or_less(word.text)
    pair = None if says is None else _pair(passage, word.start, word.end, values, tracker)
    return pair is not None and went(pair[1], pair[0]) == ("rise" if says == "more" else "fall")


def outdone(passage: Passage, values: Mapping[Expression, Value], tracker: Tracker) -> Iterator[Remark]:
    """ "Harbour beat Northfield: {{ 5 }} against {{ 8 }}", and "Harbour, with {{ 5 }}, was ahead of" one with more."""
    words, locale = passage.words, tracker.site.locale
    for match in _AHEAD.finditer(words) if len(passage.expressions) > 1 else ():
        alone = _is_alone(words, match, tracker)
        pair = _pair(passage, match.start(), match.end(), values, tracker) if alone else None
        if pair is None:
            continue
        one, other = pair
        metric = tracker.metrics[one.address.metric] if one.address is not None else None
        way = "rise" if match["more"] else "fall"
        if metric is not None and metric.better != "less" and went(other, one) not in (None, way):
            says = f'"{match[0]}" stands between who has {say(one, locale)} and who has {say(other, locale)}'
            yield Remark(match.start(), match[0], says, "turn the two around, or ask for the figures that you mean")


def _is_alone(words: str, match: re.Match[str], tracker: Tracker) -> bool:
    """Whether a sentence says no more than who was ahead of whom, when, and with how many."""
    begin, end = sentence(words, match.start(), match.end())
    before, behind = words[begin : match.start()], words[match.end() : end]
    for each in told(words[begin:end], tracker.site.locale):
        before, behind = (side.replace(each.text, "") for side in (before, behind))
    name = "|".join(re.escape(name) for _, _, name in places(tracker, words[begin:end])) or "(?!)"
    return (
        re.fullmatch(rf"[\s,]*(?:{name})(?:,\swith\s{_HAS},)?\s(?:(?:is|was)\s)?", before) is not None
        and re.fullmatch(rf"\s(?:{name})(?:\sagain)?\s?{_MEASURED}", behind) is not None
    )


def _pair(
    passage: Passage, start: int, end: int, values: Mapping[Expression, Value], tracker: Tracker
) -> tuple[Figure, Figure] | None:
    """The two figures of a sentence, those of the names before and behind a word of it; None of any other sentence."""
    words = passage.words
    if len(passage.expressions) < 2:
        return None
    first, last = sentence(words, start, end)
    found = [values.get(each) for at, each in passage.expressions.items() if first <= at < last]
    figures = {
        each.address.entity: each
        for each in found
        if isinstance(each, Figure) and each.kind in ANSWERS and each.address is not None
    }
    named = [(id, at) for id, at, _ in places(tracker, words) if first <= at < last]
    named += [(id, at) for at, id in passage.names.items() if first <= at < last and id in tracker.entities]
    before, behind = ({id for id, at in named if (at < start) == early} for early in (True, False))
    if len(found) != 2 or len(before) != 1 or len(behind) != 1 or before | behind != figures.keys():
        return None
    one, other = (figures[next(iter(ids))] for ids in (before, behind))
    return (one, other) if _counted(one) == _counted(other) else None


def _counted(figure: Figure) -> tuple[object, ...]:
    assert figure.address is not None
    return figure.address.metric, figure.address.period

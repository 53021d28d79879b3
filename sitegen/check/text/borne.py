"""Comparatives between two names that the figures of their sentence bear out, or turn around: "beat Harbour: 5 against
8"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.beside.reached import DOWN, UP, went
from sitegen.check.text.lists.claimed import more_or_less
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.texts import Remark
from sitegen.check.text.wording import Word
from sitegen.figures import Figure, say
from sitegen.figures.figure import ANSWERS
from sitegen.reading.markdown import BLANK

_AHEAD = re.compile(
    r"(?<![\w-])(?:(?P<more>ahead of|beats?|outsold|topped|overtook|surpassed|outpaced|led)"
    r"|behind|trail(?:s|ed)|lags|lagged)(?!\w|\sby\b)"
)
_THAN = re.compile(
    rf"(?<!\w)(?!(?:{UP}|{DOWN})\s)(?:(?:is|was|are|were)\s(?!more\s|less\s)|(?!(?:is|was|are|were)\s)[^\W\d_]+\s)"
    r"(?:(?:much|far|slightly|even|many)\s)?"
    r"(?:(?P<more>more|higher|larger|bigger|dearer)|fewer|less|lower|smaller|cheaper)\s(?:[^\W\d_][\w-]*\s){0,3}?than(?!\w)"
)
"""A verb, and a word that compares counts themselves, whatever is better of them; not how much they grew, nor of whom
one is "more careful"."""
_HAS = rf"{BLANK}(?:\s[^\W\d_]+){{0,2}}"
_MEASURED = rf"[,:]?\s(?:with\s)?{_HAS}(?:,?\s(?:against|to|and|versus)\s{_HAS})?[\s.!]*"
"""Behind the second name: what both had, and nothing that says in what else one was ahead."""


def borne_out(parsed: Parsed, word: Word) -> bool:
    """Whether a comparative stands between two names, and the two figures of its sentence are theirs and say so."""
    says = more_or_less(word.text)
    pair = None if says is None else _pair(parsed, word.start, word.end)
    return pair is not None and went(pair[1], pair[0]) == ("rise" if says == "more" else "fall")


def outdone(parsed: Parsed) -> Iterator[Remark]:
    """ "Harbour beat Northfield: {{ 5 }} against {{ 8 }}", and "Harbour, with {{ 5 }}, was ahead of" one with more."""
    locale, words = parsed.locale, parsed.words if len(parsed.figures) > 1 else ""
    for match in (*_AHEAD.finditer(words), *_THAN.finditer(words)):
        pair = _pair(parsed, *match.span()) if _is_alone(parsed, match) else None
        if pair is None:
            continue
        one, other = pair
        metric = parsed.tracker.metrics[one.address.metric] if one.address is not None else None
        way = "rise" if match["more"] else "fall"
        counted = match.re is _THAN or (metric is not None and metric.better == "more")
        if counted and went(other, one) not in (None, way):
            says = f'"{match[0]}" stands between who has {say(one, locale)} and who has {say(other, locale)}'
            yield Remark(match.start(), match[0], says, "turn the two around, or ask for the figures that you mean")


def _is_alone(parsed: Parsed, match: re.Match[str]) -> bool:
    """Whether a sentence says no more than who was ahead of whom, when, and with how many."""
    said = parsed.sentence(*match.span())
    before, behind = parsed.words[said.begin : match.start()], parsed.words[match.end() : said.end]
    for each in said.periods:
        before, behind = (side.replace(each.text, "") for side in (before, behind))
    name = "|".join(re.escape(each.text) for each in said.names) or "(?!)"
    return (
        re.fullmatch(rf"[\s,]*(?:{name})(?:,\swith\s{_HAS},)?\s(?:(?:is|was|has|had|have)\s)?", before) is not None
        and re.fullmatch(rf"\s(?:{name})(?:\sagain)?\s?{_MEASURED}", behind) is not None
    )


def _pair(parsed: Parsed, start: int, end: int) -> tuple[Figure, Figure] | None:
    """The two figures of a sentence, those of the names before and behind a word of it; None of any other sentence."""
    said = parsed.sentence(start, end)
    if len(said.figures) != 2 or len(said.values) != 2:
        return None
    figures = {
        each.address.entity: each for each in said.figures.values() if each.kind in ANSWERS and each.address is not None
    }
    before, behind = ({each.id for each in said.names if (each.start < start) == early} for early in (True, False))
    if len(before) != 1 or len(behind) != 1 or before | behind != figures.keys():
        return None
    one, other = (figures[next(iter(ids))] for ids in (before, behind))
    return (one, other) if _counted(one) == _counted(other) else None


def _counted(figure: Figure) -> tuple[object, ...]:
    assert figure.address is not None
    return figure.address.metric, figure.address.period

"""The second of a pair: "Harbour sold {{ … }}, and Northfield {{ … }}", where both figures are of Harbour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.named import places, tied
from sitegen.check.text.texts import Passage, Remark
from sitegen.check.text.when import told
from sitegen.expressions import Value
from sitegen.figures import Figure, Figures
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.reading.markdown import BLANK

_JOINED = re.compile(r"(?:[,;:]|(?:[,;]\s)?\b(?:and|while|whereas|but|und|et))\s(?:(?:and|while|whereas|but)\s)?\Z")
"""Right before the second: a comma, or a word that sets it beside the first."""
_BEHIND = rf"['’]?s?,?\s(?:(?!{BLANK})[^\s.,;:!?]+\s){{0,4}}{BLANK}"
"""From the second to its figure: nothing but a few words."""
_REACH = 60


def paired(passage: Passage, values: Mapping[Expression, Value], figures: Figures) -> Iterator[Remark]:
    """The figure right behind the second company or period of a sentence, where it is of the first again."""
    words = passage.words
    found = {at: value for at, each in passage.expressions.items() if isinstance(value := values.get(each), Figure)}
    if len(found) < 2:
        return
    tracker = figures.tracker
    names = ((id, at, len(name)) for id, at, name in places(tracker, words))
    linked = ((id, at, 1) for at, id in passage.names.items() if id in tracker.entities)
    for id, start, length in (*names, *linked):
        pair = _pair(words, start, start + length, found)
        if pair is None or {each.entity for each in pair} & {id} or pair[0].entity != pair[1].entity:
            continue
        own, named = tracker.entities[pair[1].entity], tracker.entities[id]
        if own.kind == named.kind and not tied(tracker, own.id, id):
            at = _figure_behind(words, start + length)
            message = f"{named.name} stands right before a figure of {own.name}"
            yield Remark(at, BLANK, message, "ask for what the sentence says, or say what the figure is of")
    for each in told(words, tracker.site.locale):
        pair = _pair(words, each.start, each.end, found)
        if pair is None or each.period is None or pair[0] != pair[1] or not isinstance(pair[1].period, Period):
            continue
        if each.whole and each.period.cadence == pair[1].period.cadence and each.period != pair[1].period:
            at = _figure_behind(words, each.end)
            own_period = with_article(pair[1].period, tracker.site.locale)
            message = f'"{each.text}" stands right before the figure of {own_period}, which stands before it already'
            yield Remark(at, BLANK, message, "ask for what the sentence says")


def _pair(words: str, start: int, end: int, found: Mapping[int, Figure]) -> tuple[Address, Address] | None:
    """The addresses of the figures before and behind a name or a period that is the second of two; None of another."""
    behind, before = _figure_behind(words, end), words.rfind(BLANK, max(0, start - _REACH), start)
    between = words[before + 1 : start]
    if behind < 0 or before not in found or behind not in found or re.search(r"[.!?]\s", between):
        return None
    one, other = found[before].address, found[behind].address
    if one is None or other is None or _JOINED.search(between) is None:
        return None
    return one, other


def _figure_behind(words: str, end: int) -> int:
    """Where the figure right behind a name stands; -1 without one."""
    match = re.compile(_BEHIND).match(words, end)
    return -1 if match is None else match.end() - 1

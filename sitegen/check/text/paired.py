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
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_JOINED = re.compile(r"(?:[,;:]|(?:[,;]\s)?\b(?:and|while|whereas|but|und|et))\s(?:(?:and|while|whereas|but)\s)?\Z")
"""Right before the second: a comma, or a word that sets it beside the first."""
_BEHIND = rf"['’]?s?,?\s(?:(?!{BLANK})[^\s.,;:!?]+\s){{0,4}}{BLANK}"
"""From the second to its figure: nothing but a few words."""
_AGO = re.compile(r"\b(?:a|one|the) year (?:earlier|before|ago)\b")
_RIGHT_BEHIND = re.compile(r"(?:\s(?!than\b|from\b|since\b|after\b|before\b|and\b|or\b|but\b)[^\W\d_][\w-]*){0,2}\s")
_THAN = re.compile(r"\s(?:times\s)?(?:(?:as\s(?:many|much)|more|fewer|less)\s)(?:[^\W\d_][\w-]*\s){0,3}(?:than|as)\s")
_TWO = ("difference", "ratio")
"""How figures are made that set two others against each other."""
_REACH = 60


def paired(passage: Passage, values: Mapping[Expression, Value], figures: Figures) -> Iterator[Remark]:
    """The figure right behind the second company or period of a sentence, where it is of the first again; and figures
    with a name or a period right behind them that is none of theirs."""
    words, tracker = passage.words, figures.tracker
    found = {at: value for at, each in passage.expressions.items() if isinstance(value := values.get(each), Figure)}
    if any(figure.operation in _TWO for figure in found.values()):
        yield from _compared(words, found, tracker)
    if len(found) > 1:
        yield from _second_name(passage, found, tracker)
        yield from _second_period(words, found, tracker)
        yield from _dated(words, found, tracker)


def _second_name(passage: Passage, found: Mapping[int, Figure], tracker: Tracker) -> Iterator[Remark]:
    """ "Harbour sold {{ … }}, and Northfield {{ … }}" of two figures of Harbour."""
    words = passage.words
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


def _second_period(words: str, found: Mapping[int, Figure], tracker: Tracker) -> Iterator[Remark]:
    """ "In 2024 {{ … }}, in 2025 {{ … }}", or "a year earlier {{ … }}", of one figure twice."""
    for each in told(words, tracker.site.locale):
        pair = _pair(words, each.start, each.end, found)
        if pair is None or each.period is None or pair[0] != pair[1] or not isinstance(pair[1].period, Period):
            continue
        if each.whole and each.period.cadence == pair[1].period.cadence and each.period != pair[1].period:
            own = with_article(pair[1].period, tracker.site.locale)
            message = f'"{each.text}" stands right before the figure of {own}, which stands before it already'
            yield Remark(_figure_behind(words, each.end), BLANK, message, "ask for what the sentence says")
    for match in _AGO.finditer(words):
        pair = _pair(words, match.start(), match.end(), found)
        if pair is not None and pair[0] == pair[1]:
            message = f'"{match[0]}" stands right before the figure that stands before it already'
            yield Remark(_figure_behind(words, match.end()), BLANK, message, "ask for what the sentence says")


def _compared(words: str, found: Mapping[int, Figure], tracker: Tracker) -> Iterator[Remark]:
    """Differences and multiples with a name behind "than" of whom no figure is in them."""
    for id, start, name in places(tracker, words):
        at = words.rfind(BLANK, 0, start)
        figure = found.get(at)
        if figure is None or figure.operation not in _TWO or not figure.nearest:
            continue
        others = {each.entity for each in figure.nearest}
        kinds = {tracker.entities[each].kind for each in others}
        strange = tracker.entities[id].kind in kinds and not any(id == e or tied(tracker, id, e) for e in others)
        if strange and _THAN.fullmatch(words, at + 1, start):
            message = f'"{name}" is compared, and the figure before it is worked out without one of {name}'
            yield Remark(at, BLANK, message, "work it out from the figures of both, or name what it compares")


def _dated(words: str, found: Mapping[int, Figure], tracker: Tracker) -> Iterator[Remark]:
    """Figures with another period right behind them: "{{ … }} in 2024" of 2025, whatever else the sentence says."""
    for each in told(words, tracker.site.locale):
        at = words.rfind(BLANK, 0, each.start)
        address = found[at].address if at in found else None
        if each.period is None or not each.whole or address is None or not isinstance(address.period, Period):
            continue
        beside = _RIGHT_BEHIND.fullmatch(words, at + 1, each.start) is not None
        own = address.period
        if beside and own.cadence == each.period.cadence is not None and own.on(None) != each.period:
            message = f'"{each.text}" stands right behind the figure of {with_article(own, tracker.site.locale)}'
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

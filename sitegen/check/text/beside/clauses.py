"""Clauses that share their words, with a figure of another: "{{ … }} at Harbour, {{ … }} at Northfield" exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Name, Parsed, Sentence
from sitegen.check.text.parts import ORDINALS, shorter, turns
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure
from sitegen.figures.periods import with_article
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK

_COMPARES = (
    r"than|as|of|against|to|for|with|by|from|behind|before|ahead|after|like|unlike|beside|besides|neben|nach|vor"
)
_BEHIND = re.compile(
    rf"(?:['’]s?)?[,:]?\s(?:(?!(?:{_COMPARES})\s)[^\s.,;:!?{BLANK}]+\s){{0,4}}\(?{BLANK}", re.IGNORECASE
)
"""From a name to its figure: a few words, none of which compares."""
_COMPARED = re.compile(rf"(?:{_COMPARES})", re.IGNORECASE)
_AT = re.compile(
    r"(?:\s(?!in\b|und\b|and\b|et\b|than\b)[^\W\d_][\w-]*){0,2}\s(?:\(|(?:at|for|by|with|in|bei|für|von|chez|pour|par)\s(?:the\s)?)",
    re.IGNORECASE,
)
"""From a figure to the name of whom it is: "{{ … }} rides at Harbour", "{{ … }} (Harbour)"."""
_NEAR = re.compile(rf"{BLANK}(?:\s[^\W\d_][\w-]*)?\s\Z")
"""A figure right before the time of which it is."""
_IN_TURN = re.compile(
    r"\b(?:respectively|in (?:this|that) order|in dieser Reihenfolge|respectivement|dans cet ordre)\b", re.IGNORECASE
)
_JOINED = re.compile(r"(?:[,;]\s|,?\s)(?:(?:and|while|whereas|but|und|et)\s)?\Z")
"""Right before the name of a second clause."""
_ALSO = frozenset({"only", "just", "about", "nearly", "almost", "had", "nur", "rund", "etwa", "seulement", "environ"})
"""Words of a second clause that are not in the first."""


def exchanged(parsed: Parsed) -> Iterator[Remark]:
    """Every figure that belongs to another clause of its sentence than to that in which it stands."""
    if len(parsed.figures) < 2:
        return
    for said in parsed.sentences:
        if len(said.figures) < 2 or len(said.values) != len(said.figures):
            continue
        yield from _swapped(parsed, said)
        yield from _carried(parsed, said)
        yield from _in_turn(parsed, said)


def _swapped(parsed: Parsed, said: Sentence) -> Iterator[Remark]:
    """Names that stand each beside the figure of another of them, behind it, before it or in the same order."""
    owners = {at: _owner(figure) for at, figure in said.figures.items()}
    for pairs in (_before(parsed, said), _after(parsed, said), _ordered(said)):
        named = {each.id for each in pairs.values()}
        if pairs.keys() != owners.keys() or len(named) != len(pairs) or named != {*owners.values()}:
            continue
        entities = parsed.tracker.entities
        for at, name in pairs.items():
            if (owner := owners[at]) not in (None, name.id):
                message = f"{entities[name.id].name} stands right beside a figure of {entities[owner].name}"
                yield Remark(at, BLANK, message, "turn the figures around")
        return


def _owner(figure: Figure) -> str | None:
    entities = {each.entity for each in figure.nearest}
    return entities.pop() if len(entities) == 1 else None


def _before(parsed: Parsed, said: Sentence) -> Mapping[int, Name]:
    """The names that have a figure right behind them."""
    found: dict[int, Name] = {}
    for name in said.names:
        match = _BEHIND.match(parsed.words, name.end)
        if match is not None and not any(map(_COMPARED.fullmatch, parsed.words[: name.start].split()[-1:])):
            found[match.end() - 1] = name
    return found


def _after(parsed: Parsed, said: Sentence) -> Mapping[int, Name]:
    """The names that have a figure right before them."""
    words = parsed.words
    pairs = ((words.rfind(BLANK, 0, name.start), name) for name in said.names)
    return {at: name for at, name in pairs if at in said.figures and _AT.fullmatch(words, at + 1, name.start)}


def _ordered(said: Sentence) -> Mapping[int, Name]:
    """The names and the figures of a sentence that says that they are in the same order."""
    names, figures = sorted(said.names, key=lambda each: each.start), sorted(said.figures)
    apart = bool(names) and names[-1].end <= figures[0] and _IN_TURN.search(said.words)
    return dict(zip(figures, names, strict=True)) if apart and len(names) == len(figures) else {}


def _carried(parsed: Parsed, said: Sentence) -> Iterator[Remark]:
    """ "Harbour sold {{ … }} in May 2025, Northfield {{ … }}" where the second is of another month."""
    period = said.periods[0].period if len(said.periods) == 1 and said.periods[0].whole else None
    rest = said.words.replace(said.periods[0].text, "") if said.periods else ""
    if period is None or ELSEWHEN.search(rest) or ORDINALS.search(rest) or shorter(rest, parsed.locale):
        return
    own = {at: _period(figure) for at, figure in said.figures.items()}
    first = min(own)
    for at, name in _before(parsed, said).items():
        if at not in own or at == first or own[first] != period or own[at] in (None, period):
            continue
        known = {*parsed.words[said.begin : first].lower().split(), *_ALSO}
        shares = known.issuperset(parsed.words[name.end : at].lower().split())
        alike = said.figures[at].nearest[0].metric == said.figures[first].nearest[0].metric
        joined = _JOINED.search(parsed.words[first + 1 : name.start])
        if (other := own[at]) is not None and other.cadence == period.cadence and alike and shares and joined:
            own_name = with_article(other, parsed.locale)
            message = f'the sentence says "{said.periods[0].text}", and the figure is of {own_name}'
            yield Remark(at, BLANK, message, "ask for what the sentence says, or say in it what the figure is of")


def _in_turn(parsed: Parsed, said: Sentence) -> Iterator[Remark]:
    """ "In the first half of 2025 {{ … }}, in the second {{ … }}" where the second is of the first again."""
    period = said.periods[0].named if len(said.periods) == 1 else None
    rest = said.words.replace(said.periods[0].text, "x" * len(said.periods[0].text)) if period is not None else ""
    for start, end, other in turns(rest, period, parsed.locale) if period is not None else ():
        if start < said.periods[0].end or other == period:
            continue  # of another year
        begin, stop = said.begin + start, said.begin + end
        if any(map(_COMPARED.fullmatch, parsed.words[said.begin : begin].split()[-1:])):
            continue  # "more than in the first"
        behind = _BEHIND.match(parsed.words, stop)
        before = _NEAR.search(parsed.words, said.begin, begin)
        ends = (-1 if behind is None else behind.end() - 1, -1 if before is None else before.start())
        beside = {at: _period(said.figures[at]) for at in ends if at in said.figures}
        at, own = next(iter(beside.items()), (-1, None)) if other not in beside.values() else (-1, None)
        if own is not None and own.cadence == other.cadence and own.calendar is None and own != other:
            text = parsed.words[begin:stop]
            message = f'"{text}" stands beside the figure of {with_article(own, parsed.locale)}'
            yield Remark(at, BLANK, message, "ask for what the sentence says")


def _period(figure: Figure) -> Period | None:
    """The time of a level; of a change and a difference the later one."""
    periods = [each.period for each in figure.nearest if isinstance(each.period, Period)]
    return max(periods, key=lambda each: each.last, default=None)

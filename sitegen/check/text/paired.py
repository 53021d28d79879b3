"""The second of a pair: "Harbour sold {{ … }}, and Northfield {{ … }}", where both figures are of Harbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.beside.reached import went
from sitegen.check.text.named import tied
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_JOINED = re.compile(r"(?:[,;:]|(?:[,;]\s)?\b(?:and|while|whereas|but|und|et))\s(?:(?:and|while|whereas|but)\s)?\Z")
"""Right before the second: a comma, or a word that sets it beside the first."""
_BEHIND = rf"['’]?s?,?\s(?:(?!{BLANK})[^\s.,;:!?]+\s){{0,4}}{BLANK}"
"""From the second to its figure: nothing but a few words."""
_AGO = re.compile(r"\b(?:a|one|the) year (?:earlier|before|ago)\b")
_RIGHT_BEHIND = re.compile(r"(?:\s(?!than\b|from\b|since\b|after\b|before\b|and\b|or\b|but\b)[^\W\d_][\w-]*){0,2}\s\(?")
_HEADS = re.compile(rf"\s?[:：,]?\s?{BLANK}")
"""Behind a period in brackets that is of the next figure: "{{ … }} (2024: {{ … }})"."""
_LISTED = re.compile(r",?\s(?:and|und|et|y|en|och|og|e)\s(?:[^\W\d_]+\s){0,4}(?:19|20)\d\d(?!\d)")
"""Behind the first of several periods, of which there is a figure each: "{{ … }} and {{ … }} in 2024 and 2025"."""
_VERB_BEFORE = re.compile(r"\b[a-zäöüß]+\s\Z")
"""Before a bare year it belongs to what follows: "aus {{ … }} wurde 2025 {{ … }}"."""
_THAN = re.compile(
    r"\s(?:times\s)?(?:as\s(?:many|much)|(?P<more>more)|(?P<less>fewer|less))\s(?:[^\W\d_][\w-]*\s){0,3}(?:than|as)\s"
)
_OF_MARKET = re.compile(r"\sof\sthe\s(?:whole\s|entire\s|total\s)?market(?:\s(?:in|last|this)\b|\s*(?:[.,;:!?)]|\Z))")
_OF_WHOLE = re.compile(r"\sof\s(?:the\s)?")
_WHOLE_ENDS = re.compile(r"(?:['’]s?(?:\s(?!home|own)[^\W\d_]+){1,2}?)?(?:\s(?:in|last|this)\b|\s*(?:[.,;:!?)]|\Z))")
"""Around the name of whom a share is: nothing but what is counted, and when."""
_TWO = ("difference", "ratio")
_WRAPPED = ("rise", "fall", "rounded")
"""How figures are made that set two others against each other."""
_REACH = 60


def paired(parsed: Parsed) -> Iterator[Remark]:
    """The figure right behind the second company or period of a sentence, where it is of the first again; and figures
    with a name or a period right behind them that is none of theirs."""
    if parsed.figures and parsed.names:
        yield from _compared(parsed)
        yield from _of_whole(parsed)
    if len(parsed.figures) > 1:
        yield from _second_name(parsed)
        yield from _second_period(parsed)
        yield from _dated(parsed)


def _second_name(parsed: Parsed) -> Iterator[Remark]:
    """ "Harbour sold {{ … }}, and Northfield {{ … }}" of two figures of Harbour."""
    entities = parsed.tracker.entities
    for each in parsed.names:
        pair = _pair(parsed, each.start, each.end)
        if pair is None or pair[0].entity != pair[1].entity or pair[0].entity == each.id:
            continue
        own, named = entities[pair[1].entity], entities[each.id]
        if own.kind == named.kind and not tied(parsed.tracker, own.id, each.id):
            at = _figure_behind(parsed.words, each.end)
            message = f"{named.name} stands right before a figure of {own.name}"
            yield Remark(at, BLANK, message, "ask for what the sentence says, or say what the figure is of")


def _second_period(parsed: Parsed) -> Iterator[Remark]:
    """ "In 2024 {{ … }}, in 2025 {{ … }}", or "a year earlier {{ … }}", of one figure twice."""
    words, locale = parsed.words, parsed.locale
    for each in parsed.periods:
        pair = _pair(parsed, each.start, each.end)
        if pair is None or each.period is None or pair[0] != pair[1] or not isinstance(pair[1].period, Period):
            continue
        if each.whole and each.period.cadence == pair[1].period.cadence and each.period != pair[1].period:
            own = with_article(pair[1].period, locale)
            message = f'"{each.text}" stands right before the figure of {own}, which stands before it already'
            yield Remark(_figure_behind(words, each.end), BLANK, message, "ask for what the sentence says")
    for match in _AGO.finditer(words):
        pair = _pair(parsed, *match.span())
        if pair is not None and pair[0] == pair[1]:
            message = f'"{match[0]}" stands right before the figure that stands before it already'
            yield Remark(_figure_behind(words, match.end()), BLANK, message, "ask for what the sentence says")


def _compared(parsed: Parsed) -> Iterator[Remark]:
    """Differences and multiples with a name behind "than" of whom no figure is in them."""
    words, tracker = parsed.words, parsed.tracker
    for id, start, name in parsed.names:
        at = words.rfind(BLANK, 0, start)
        figure = parsed.figures.get(at)
        figure = figure.inputs[0] if figure is not None and figure.operation in _WRAPPED else figure
        if figure is None or figure.operation not in _TWO or not figure.nearest:
            continue
        others = {each.entity for each in figure.nearest}
        kinds = {tracker.entities[each].kind for each in others}
        strange = tracker.entities[id].kind in kinds and not any(id == e or tied(tracker, id, e) for e in others)
        than = _THAN.fullmatch(words, at + 1, start)
        if strange and than:
            message = f'"{name}" is compared, and the figure before it is worked out without one of {name}'
            yield Remark(at, BLANK, message, "work it out from the figures of both, or name what it compares")
        elif than and _first(figure, than) == id and len(others) > 1:
            message = f'"{name}" stands behind "than" or "as", and the figure before it says the contrary'
            yield Remark(at, BLANK, message, "turn the two names around, or ask for the figure that you mean")


def _first(figure: Figure, than: re.Match[str]) -> str | None:
    """Whose name cannot stand behind "than": of whom there is the other amount of a difference or a ratio."""
    if len(figure.inputs) != 2 or any(each.address is None for each in figure.inputs):
        return None
    one, other = figure.inputs
    way = went(other, one)
    if figure.operation == "ratio":
        return None if one.address is None else one.address.entity
    more = one if way == "rise" else other
    less = other if way == "rise" else one
    found = (more if than["more"] else less if than["less"] else None) if way is not None else None
    return None if found is None or found.address is None else found.address.entity


def _of_whole(parsed: Parsed) -> Iterator[Remark]:
    """Shares with a name behind "of" that is not whose share they are, or with what is no whole of theirs."""
    words, tracker = parsed.words, parsed.tracker
    hint = "name the whole of it"
    for at, figure in parsed.figures.items():
        whole = figure.inputs[1].address if figure.operation == "share" else None
        if whole is None:
            continue
        own, kind = tracker.entities[whole.entity].name, tracker.entities[whole.entity].kind
        market = _OF_MARKET.match(words, at + 1) if kind in ("company", "brand", "model") else None
        if market and any(each.kind == "market" for each in tracker.entities.values()):
            yield Remark(at, BLANK, f"this is a share of {own}, and the sentence says of the market", hint)
        for each in parsed.names:
            if words.rfind(BLANK, 0, each.start) != at or not _OF_WHOLE.fullmatch(words, at + 1, each.start):
                continue
            if not _WHOLE_ENDS.match(words, each.end):
                continue
            other = _other_label(words[each.end :], whole, tracker)
            if each.id != whole.entity and not tied(tracker, each.id, whole.entity):
                says = tracker.entities[each.id].name
                yield Remark(at, BLANK, f"this is a share of {own}, and the sentence says of {says}", hint)
            elif other:
                yield Remark(at, BLANK, f'this is no share of "{other}"', hint)


def _other_label(words: str, whole: Address, tracker: Tracker) -> str:
    """What stands behind the name of a whole if another metric is called so, "" where none is."""
    match = re.match(r"['’]s?\s(?P<what>[^\W\d_]+)(?:\s(?:in|last|this)\b|\s*(?:[.,;:!?)]|\Z))", words)
    own, series = tracker.metrics[whole.metric], tracker.series.get(whole.series)
    known = " ".join((own.label, own.in_text, *own.aliases, series.definition if series is not None else "")).lower()
    what = match["what"].lower() if match is not None else ""
    return what if what not in known and any(each.label.lower() == what for each in tracker.metrics.values()) else ""


def _dated(parsed: Parsed) -> Iterator[Remark]:
    """Figures with another period right behind them: "{{ … }} in 2024" of 2025, whatever else the sentence says."""
    words, figures = parsed.words, parsed.figures
    for each in parsed.periods:
        at = words.rfind(BLANK, 0, each.start)
        address = figures[at].address if at in figures else None
        if each.period is None or not each.whole or address is None or not isinstance(address.period, Period):
            continue
        beside = _RIGHT_BEHIND.fullmatch(words, at + 1, each.start) is not None
        listed = len(parsed.sentence(at, each.end).figures) > 1 and _LISTED.match(words, each.end)
        if listed or ("(" in words[at : each.start] and _HEADS.match(words, each.end)):
            continue
        if each.text.isdigit() and _VERB_BEFORE.search(words, at + 1, each.start):
            continue
        own = address.period
        if beside and own.cadence == each.period.cadence is not None and own.on(None) != each.period:
            message = f'"{each.text}" stands right behind the figure of {with_article(own, parsed.locale)}'
            yield Remark(at, BLANK, message, "ask for what the sentence says")


def _pair(parsed: Parsed, start: int, end: int) -> tuple[Address, Address] | None:
    """The addresses of the figures before and behind a name or a period that is the second of two; None of another."""
    words, found = parsed.words, parsed.figures
    behind, before = _figure_behind(words, end), words.rfind(BLANK, max(0, start - _REACH), start)
    between = words[before + 1 : start]
    if behind < 0 or before not in found or behind not in found or parsed.sentence(start, end).begin > before:
        return None
    one, other = found[before].address, found[behind].address
    if one is None or other is None or _JOINED.search(between) is None:
        return None
    return one, other


def _figure_behind(words: str, end: int) -> int:
    """Where the figure right behind a name stands; -1 without one."""
    match = re.compile(_BEHIND).match(words, end)
    return -1 if match is None else match.end() - 1

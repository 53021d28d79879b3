"""Words beside a change that say the other direction, or say it a second time: "shrank by 51%" of a rise; and words
between two figures that say the contrary of them: "5, more than their 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.beside.reached import DOWN, UP, goes, is_change, precedes, reached, went
from sitegen.check.text.parsed import Parsed, Side, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import say
from sitegen.figures.arithmetic.direction import Direction, way_of
from sitegen.reading.markdown import BLANK

_RISES = "rise|growth|increase|gain|jump|surge|climb|leap|upswing"
_FALLS = "fall|decline|decrease|drop|loss|dip|plunge|slump|reduction|contraction|minus"
_BY = r"(?:\s+(?:by|again|further|another|only|even|just|sharply|slightly))*[\s*_\"“(]*\Z"
_TO = r"\s+to\s+[*_\"“(]*\Z"
# The patterns stay strings: `re` compiles them once, in a build that has such figures.
_BEFORE: Mapping[Direction, str] = {
    "rise": rf"(?i)(?<![\w-])(?P<word>{UP}){_BY}",
    "fall": rf"(?i)(?<![\w-])(?P<word>{DOWN}){_BY}",
}
_MORE: Mapping[Direction, str] = {"rise": "more|higher|larger|bigger|greater", "fall": "fewer|less|lower|smaller"}
_BESIDE: Mapping[Direction, str] = {"rise": "above", "fall": "below"}
_AFTER: Mapping[Direction, str] = {
    way: rf"(?i)[*_\"”)]*\s+(?P<word>(?:{words})(?=\s+than\b)|{_BESIDE[way]}(?=\s(?:the|that|those|its|their)\b))"
    for way, words in _MORE.items()
}
_OF: Mapping[Direction, str] = {
    "rise": rf"(?i)(?<![\w-])(?P<word>{_RISES})\s+of\s+[*_]*\Z",
    "fall": rf"(?i)(?<![\w-])(?P<word>{_FALLS})\s+of\s+[*_]*\Z",
}
_ALONE: Mapping[Direction, str] = {
    way: rf"(?i)[*_\"”)]*\s+(?P<word>{words}|{_RISES if way == 'rise' else _FALLS})(?!\s+than\b)(?![\w-])"
    for way, words in _MORE.items()
}
"""Words of which only the contrary is reported: "a rise of" may stand before a number with a sign."""
_BETWEEN: Mapping[Direction, str] = {
    "rise": rf"{UP}|widen(?:s|ed)|(?P<pace>accelerat(?:es|ed)|quicken(?:s|ed)|sped up)",
    "fall": rf"{DOWN}|narrow(?:s|ed)|(?P<pace>slow(?:s|ed)(?: down)?)",
}
"""Verbs between two figures. pace: of rises only."""
_TURNED: Mapping[Direction, str] = {"rise": f"{UP}|turned the corner|recovered|rebounded", "fall": DOWN}
_AFTER_COLON = rf"(?<![\w-])(?P<word>(?i:#))(?:\s(?P<what>[^\W\d_]+(?:\s[^\W\d_]+)?))?:\s(?P<now>{BLANK})"
_AFTER_THAT = (
    r"(?:\s[^\W\d_][\w-]*){0,1}?(?:\sin\s(?:19|20)\d\d|\sin\sthe\s\w+(?:\squarter(?:\sof\s(?:19|20)\d\d)?)?)?,?"
    rf"\safter\s(?P<before>{BLANK})"
)
"""Behind what went on two figures, the later first: "lost members: {{ 5 }} after {{ 8 }}"."""
_TWO = (
    rf"(?i)\s(?:\w+\s)?from\s(?P<before>{BLANK})(?:\s[\w {BLANK}]{{0,30}})?\sto\s(?P<now>{BLANK})",
    rf"(?i)\s(?:\w+\s)?to\s(?P<now>{BLANK})(?:\s[\w ]{{0,30}})?,?\sfrom\s(?P<before>{BLANK})",
)
_FROM = rf"(?P<now>{BLANK})(?:\s[\w-]+){{0,4}},?\s(?P<word>(?i:#))\sfrom\s(?P<before>{BLANK})"
"""Between two figures without a verb: "{{ 5 }}, down from {{ 8 }}"."""
_THAN = (
    rf"(?P<one>{BLANK})(?:\s[^\W\d_][\w-]*)?,?\s(?:(?:which|that|and)\s)?(?:(?:is|are|was|were)\s)?"
    rf"(?:(?:much|far|still|slightly|well|a\slittle)\s)?(?P<word>(?i:#))(?:\s[\w-]+)?\sthan\s"
    rf"(?P<than>[^,.;:!?{BLANK}]{{2,60}}(?:,\s(?:with|when|which|where|at)\s[^,.;:!?{BLANK}]{{0,40}})?)\s(?P<other>{BLANK})"
)
_ELSE = re.compile(
    r"\A(?:\w+ed|offset|made)\b|\b(?:twice|thrice|half|third|quarter|times|double|triple|and|but|or|while|though|although|plus)\b"
)
"""Behind "than": the figure is not what is compared, or only a part of it, or is "more than offset"."""


def misdirected(parsed: Parsed) -> Iterator[Remark]:
    """Every word beside a change that says which way it goes where the change says it itself, or says the contrary."""
    for spot in parsed.spots:
        if is_change(spot.figure):
            yield from _beside(spot)
    if "to" in parsed.words:
        yield from reached(parsed)
    if len(parsed.figures) > 1 and "from" in parsed.words:
        yield from _between(parsed)
    if len(parsed.figures) > 1 and "after" in parsed.words:
        yield from _after(parsed)
    if len(parsed.figures) > 1 and "than" in parsed.words:
        yield from _compared(parsed)


def _between(parsed: Parsed) -> Iterator[Remark]:
    """A word between two figures that says the other way than they went: "fell from {{ 5 }} to {{ 8 }}"."""
    for way, verbs in _BETWEEN.items():
        after_verb = (rf"(?<![\w-])(?P<word>(?i:{verbs})){two.removeprefix('(?i)')}" for two in _TWO)
        for pattern in (*after_verb, _FROM.replace("#", "up" if way == "rise" else "down")):
            for match in re.finditer(pattern, parsed.words):
                before, now = (parsed.figures.get(match.start(name)) for name in ("before", "now"))
                if before is None or now is None or went(before, now) in (None, way):
                    continue
                one, other = say(before, parsed.locale), say(now, parsed.locale)
                paced = match.groupdict().get("pace") is not None
                rises = all(is_change(each) and goes(each) == "rise" for each in (before, now))
                if one != other and (rises or not paced):
                    says = f'"{match["word"]}" stands where {one} became {other}'
                    hint = "use a word for what happened, or turn the two figures around"
                    yield Remark(match.start("word"), match["word"], says, hint)


def _after(parsed: Parsed) -> Iterator[Remark]:
    """A word before two figures that says the other way than they went: "lost members: {{ 8 }} after {{ 5 }}"."""
    for way, words in _TURNED.items():
        for match in re.finditer(_AFTER_COLON.replace("#", words) + _AFTER_THAT, parsed.words):
            before, now = (parsed.figures.get(match.start(name)) for name in ("before", "now"))
            if before is None or now is None or not precedes(before, now):
                continue
            metric = parsed.tracker.metrics[now.nearest[0].metric]
            own = f"{metric.label} {metric.in_text}".lower()
            clause = parsed.words[parsed.sentence(*match.span()).begin : match.start()].strip()
            counted = (match["what"] or clause).lower() in own or clause in {each.text for each in parsed.names}
            counted = counted and (match["what"] is None or match["what"].lower() in own)
            others = re.search(rf"(?i)\b(?:{UP}|{DOWN}|not|never|no)\b", clause)
            if counted and others is None and went(before, now) not in (None, way):
                says = f'"{match["word"]}" stands where {say(before, parsed.locale)} became {say(now, parsed.locale)}'
                yield Remark(match.start("word"), match["word"], says, "use a word for what happened")


def _compared(parsed: Parsed) -> Iterator[Remark]:
    """A comparative between two figures of which the contrary is true: "{{ 5 }}, more than Northfield with {{ 8 }}"."""
    for way, words in _MORE.items():
        for match in re.finditer(_THAN.replace("#", words), parsed.words):
            one, other = (parsed.figures.get(match.start(name)) for name in ("one", "other"))
            if one is None or other is None or is_change(one) or is_change(other):
                continue
            if _ELSE.search(match["than"]) is None and went(other, one) not in (None, way):
                says = f'"{match["word"]}" stands between {say(one, parsed.locale)} and {say(other, parsed.locale)}'
                hint = "use the word for what the two figures say, or look for another figure"
                yield Remark(match.start("word"), match["word"], says, hint)


def _beside(spot: Spot) -> Iterator[Remark]:
    """Words beside a change that say its way a second time, or the other way, or take it for a level."""
    size, gone = way_of(spot.figure), goes(spot.figure)
    for pattern in _BEFORE.values():
        if match := re.search(pattern.replace(_BY, _TO), spot.before):
            message = f'"{match["word"]} to" stands before {spot.said}, which is a change and not what it came to'
            yield spot.remark(match, "before", message, 'write "by", or ask for the figure itself')
    contrary = (*_found(_OF, spot, "before"), *_found(_ALONE, spot, "after"))
    for way, match, side in (
        *(_found(_BEFORE, spot, "before") or _found(_AFTER, spot, "after")),
        *(each for each in contrary if gone not in (None, each[0])),
    ):
        stands = f'"{match["word"]}" stands {side} {spot.said}'
        if gone is not None and gone != way:
            right = f"use a word for a {gone}{'' if size else f' and write … | {gone}'}"
            remark = f"{stands}, which is a {gone}", f"{right}, or ask for another figure"
        elif size is None:
            remark = f"{stands}, whose sign says by itself which way it goes", f"write … | {way}: it prints no sign"
        else:
            continue
        yield spot.remark(match, side, *remark)


def _found(patterns: Mapping[Direction, str], spot: Spot, side: Side) -> list[tuple[Direction, re.Match[str], Side]]:
    """The ways that words on one side of a figure say."""
    looked = (
        (way, re.search(words, spot.before) if side == "before" else re.match(words, spot.after))
        for way, words in patterns.items()
    )
    return [(way, match, side) for way, match in looked if match]

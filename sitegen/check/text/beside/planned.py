"""Words for a plan before what was reported, "plans to sell {{ … }}", and words for what was before a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.vocabulary import TO_FIGURE
from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure, Figures
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period

_COUNTED = (
    "sell|make|bake|carry|deliver|export|produce|earn|have|hit|reach|attain|achieve|employ|host|welcome|transport|net"
)
"""Verbs before how much it will be: it may "electrify" or "recoup" what there is already."""
_PLANNED = (
    r"(?i)(?<![\w-])(?P<word>(?:targets?|goals?|guidance|forecasts?|outlook|budget) of(?P<year> (?:19|20)\d\d,)?"
    rf"|(?:plans|aims|expects|hopes|intends|wants) to (?:{_COUNTED})){TO_FIGURE}"
)


_ENDED = r"(?:\s[^\W\d_]+)?,\s(?:was|is|has)\b"
"""Behind a figure that says what the words before it are: "the target of 2025, {{ … }}, was missed"."""
_OPEN = frozenset({"target", "estimated"})
_REACHED = rf"(?i)(?<![\w-])(?P<word>reached|hit|attained|achieved|counted){TO_FIGURE}"
_MET = (
    rf"(?i)(?<![\w-])(?P<word>(?:missed|met|hit|reached|beat|exceeded) (?:its|the|their) (?:target|goal) of){TO_FIGURE}"
)
_GOES = (
    r"(?i)\b(?:plans|wants|aims|intends|hopes|expects) to (?P<word>(?P<rise>grow|rise|expand|increase|raise|lift|boost)"
    rf"|cut|reduce|shrink|fall|lower|trim|decline)(?: (?:its|the|their)(?: [^\W\d_]+){{1,2}})? to{TO_FIGURE}"
)
_WHEN = re.compile(r"(?:\s[^\W\d_]+)?\s\Z")


def planned(parsed: Parsed) -> Iterator[Remark]:
    """Every word for a plan right before what each source says was counted, and for what was before a target."""
    for spot in parsed.spots:
        status = {each.status for each in spot.figure.observations} if spot.metric is not None else set()
        match = re.search(_PLANNED, spot.before) if status and not status & _OPEN else None
        if match is not None and (match["year"] is None or re.match(_ENDED, spot.after)):
            message = f'"{match["word"]}" stands before {spot.said}, which is reported and no plan'
            yield spot.remark(match, "before", message, "say what it was, or ask for the target: its source gives it")
        elif status == {"target"} and spot.period is not None:
            yield from _of_target(spot, spot.period, parsed.data)


def _of_target(spot: Spot, own: Period, figures: Figures) -> Iterator[Remark]:
    """Words before a target for what it is not: reached, of an earlier time, or on the other side of what there is."""
    counted = _counted(spot, figures)
    reached, met, goes = (re.search(pattern, spot.before) for pattern in (_REACHED, _MET, _GOES))
    below = [went(each, spot.figure) == "rise" for each in counted]
    if reached and all(below) and below and not ELSEWHEN.search(spot.sentence.words):
        message = f'"{reached["word"]}" stands before {spot.said}, and there never was so much'
        yield spot.remark(reached, "before", message, "say that it is a target, or ask for what was counted")
    behind = spot.offset + 1 - spot.sentence.begin
    for each in spot.sentence.periods if met else ():
        beside = behind <= each.start and _WHEN.fullmatch(f"{spot.sentence.words[behind : each.start]}")
        if met and beside and each.period is not None and each.period.last < own.first:
            message = f'"{each.text}" stands behind {spot.said}, which is of {with_article(own, spot.locale)}'
            yield spot.remark(met, "before", message, "ask for the target of the time that the sentence says")
    if goes and counted and went(counted[-1], spot.figure) not in (None, "rise" if goes["rise"] else "fall"):
        message = f'"{goes["word"]}" stands before {spot.said}, and the last count was on the other side of it'
        yield spot.remark(goes, "before", message, "use a word for what is planned")


def _counted(spot: Spot, figures: Figures) -> list[Figure]:
    """What was counted of the series of a target, the earliest first."""
    address = spot.figure.address
    periods = sorted(figures.evidence.by_period(address.series)) if address is not None else []
    answers = (figures.answer(Address(*address.series, each)) for each in periods if address is not None)
    found = [each for each in answers if isinstance(each, Figure)]
    return [each for each in found if not {one.status for one in each.observations} & _OPEN]

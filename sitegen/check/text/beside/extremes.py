"""Words for the most or the least of a series beside a value with more, or less, next to it: "peaked at {{ … }}"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.extremes import HIGH, LENGTHS, LOW, OF_SOMETHING, OTHER_ONE, Extremes
from sitegen.check.text.lists.vocabulary import TO_FIGURE, UNSPACED, languages
from sitegen.check.text.named import tied
from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.parts import shorter
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure, Figures
from sitegen.figures.arithmetic.direction import Direction
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period

_THAN = re.compile(r"\b(?:more|fewer|less) than\b", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:but|except|bar|apart|save|outside|other)\b", re.IGNORECASE)
"""With such words some times are left out."""
_OTHER: Mapping[Direction, Direction] = {"rise": "fall", "fall": "rise"}
_MORE: Mapping[Direction, str] = {"rise": "more", "fall": "less"}


_ENDS: Mapping[Direction, Mapping[str, Extremes]] = {"rise": HIGH, "fall": LOW}
_BOUND: Mapping[Direction, str] = {
    "rise": r"never\s(?:fell|dropped|sank|dipped|went|was)\s(?:below|under)|(?:more|no fewer|no less) than|over",
    "fall": r"never\s(?:rose|climbed|went|was|got)\s(?:above|over)|(?:fewer|less|no more) than|under",
}
"""Right before a figure: each of several times lies on that side of it."""


def extreme(parsed: Parsed) -> Iterator[Remark]:
    """Every such word in a sentence of one value that is no such extreme: what is next to it lies beyond it."""
    read = languages(parsed.locale)
    for spot in parsed.spots:
        said = spot.sentence
        if spot.metric is None or len(said.values) != 1:
            continue
        yield from _bounded(spot, parsed.data)
        if any(re.search(rf"(?i){OTHER_ONE[each]}", said.words) for each in read if each in OTHER_ONE):
            continue
        for language in read:
            for way, words in ((way, ends[language]) for way, ends in _ENDS.items() if language in ends):
                yield from _extreme(spot, words, way, language, parsed)


def _extreme(spot: Spot, words: Extremes, way: Direction, language: str, parsed: Parsed) -> Iterator[Remark]:
    said, ends, nouns = spot.sentence, spot.offset - spot.sentence.begin, LENGTHS.get(language, {})
    start = "" if language in UNSPACED else r"(?<![\w-])"
    before = re.search(rf"(?i){start}(?P<word>{words.at}|(?P<then>{words.then})){TO_FIGURE}", said.words[:ends])
    length = rf"(?:calendar )?(?P<length>{'|'.join(nouns) or '(?!)'})(?!\w|{OF_SOMETHING})"
    around = re.search(rf"(?i){start}(?P<word>(?:(?P<judged>{words.judged})|{words.best}) {length})", said.words)
    whole = re.search(rf"(?i){start}(?P<word>{words.is_one})", said.words)
    if (found := before or whole) is not None:
        beside = _around(spot, later=before is None or not before["then"], record="record" in found["word"].lower())
        yield from _remarks(spot, found, way, parsed.data, beside)
    elif around is not None and spot.period is not None and nouns[around["length"].lower()] == spot.period.named:
        turned = around["judged"] and spot.metric is not None and spot.metric.better == "less"
        beside = _of_year(spot, around)
        if _of_one(spot, way, parsed, beside):
            yield from _remarks(spot, around, _OTHER[way] if turned else way, parsed.data, beside)


def _of_one(spot: Spot, way: Direction, parsed: Parsed, beside: Iterable[Period]) -> bool:
    """Whether the time is the most or the least of nothing else that is counted of the one of whom the figure is."""
    address, tracker = spot.figure.address, parsed.tracker
    if address is None or any(not tied(tracker, each.id, address.entity) for each in spot.sentence.names):
        return False
    for id in tracker.series:
        metric = tracker.metrics[id[1]]
        other = parsed.data.answer(Address(*id, address.period)) if id != address.series else None
        alike = id[0] == address.entity and metric.kind == "flow" and metric.better == "more"
        if alike and isinstance(other, Figure) and _beyond(other, spot, way, parsed.data, beside) is None:
            return False
    return True


def _bounded(spot: Spot, figures: Figures) -> Iterator[Remark]:
    """ "Never fell below {{ … }} a quarter", "more than {{ … }} every quarter", of a quarter with more than others."""
    said, address, period = spot.sentence, spot.figure.address, spot.period
    if (
        address is None
        or period is None
        or period.named in (None, "year")
        or ELSEWHEN.search(_THAN.sub("", said.words))
        or _EXCEPT.search(said.words)
    ):
        return
    told = [each.named for each in said.periods]
    year = Period.of("year", period.first)
    if re.search(r"\b(?:but|except|save|other|apart|outside)\b", said.words):
        return
    for way, words in _BOUND.items():
        match = re.search(rf"(?i)(?<![\w-])(?P<word>{words}){TO_FIGURE}", spot.before)
        each = "every|each" if match is None or not match["word"].lower().startswith("never") else "every|each|an?|per"
        if (
            match is None
            or not re.search(rf"(?i)\b(?:{each}) {period.named}\b", said.words)
            or told not in ([], [year])
        ):
            continue
        others = (figures.answer(Address(*address.series, other)) for other in year.split(period.named))
        if any(isinstance(other, Figure) and went(spot.figure, other) == _OTHER[way] for other in others):
            message = f'"{match["word"]}" stands before {spot.said}, and there are others beyond it in {year}'
            yield spot.remark(match, "before", message, "ask for the figure of the time that you mean")


def _remarks(
    spot: Spot, match: re.Match[str], way: Direction, figures: Figures, beside: Iterable[Period]
) -> Iterator[Remark]:
    beyond = _beyond(spot.figure, spot, way, figures, beside)
    if beyond is not None:
        word, when = match["word"], with_article(beyond, spot.locale)
        message = f'"{word}" stands beside {spot.said}, and {when} had {_MORE[way]}'
        hint = "say what it was, or ask for the figure of the time that you mean"
        yield Remark(spot.sentence.begin + match.start("word"), word, message, hint)


def _beyond(figure: Figure, spot: Spot, way: Direction, figures: Figures, beside: Iterable[Period]) -> Period | None:
    """The first of some times whose value lies beyond that of a figure, none outside a longer one that is named."""
    address, period = figure.address, spot.period
    if address is None or period is None:
        return None
    told = [each.period for each in spot.sentence.periods if each.period is not None and each.period != period]
    within = [each for each in told if each.contains(period)]
    for other in beside:
        answer = figures.answer(Address(*address.series, other))
        inside = all(each.contains(other) for each in within)
        if inside and isinstance(answer, Figure) and went(answer, figure) == _OTHER[way]:
            return other
    return None


def _around(spot: Spot, *, later: bool, record: bool) -> tuple[Period, ...]:
    """The time right before that of a figure, the year before if it is a record, and the one behind it; of parts of a
    year in it only."""
    period = spot.period
    if period is None:
        return ()
    beside = (period.previous(), period.following()) if later else (period.previous(),)
    ago = period.year_before() if record else None
    inside = (each for each in beside if period.named == "year" or each.first.year == period.first.year)
    return (*inside, *(() if ago is None else (ago,)))


def _of_year(spot: Spot, match: re.Match[str]) -> tuple[Period, ...]:
    """The times of its year; those beside it only where the sentence has a word for a part of that which it names."""
    period, words = spot.period, spot.sentence.words
    beside = _around(spot, later=True, record=False)
    if period is None or period.named in (None, "year", "week"):
        return beside
    for text in (match[0], *(each.text for each in spot.sentence.periods)):
        words = words.replace(text, "")
    if period.named == "month":
        words = words.replace(spot.locale.babel.months["format"]["wide"][period.first.month], "")
    if shorter(words, spot.locale):
        named = [each.period for each in spot.sentence.periods if each.period is not None and each.period != period]
        return beside if any(each.contains(period) for each in named) else ()
    return beside if period.calendar is not None else Period.of("year", period.first).split(period.named)

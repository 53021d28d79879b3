"""Sentences without a figure that say which way a count went, where it went the other way: "sales fell in 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.check.text.beside.reached import goes
from sitegen.check.text.lists.ways import COUNTED, WAYS
from sitegen.check.text.parsed import Parsed, Sentence
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure, change
from sitegen.figures.arithmetic.direction import Direction
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.series import ChangeKind
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

_UP = "rose|rises?|grew|grows?|increased?s?|risen|grown|climbed|jumped|surged|soared|(?:are|were|went|is|was) up"
_DOWN = (
    "fell|falls?|fallen|shrunk|shrank|shrinks?|decreased?s?|declined?s?|dropped|slumped|sank|plunged|tumbled|collapsed?s?|slipped"
    "|(?:are|were|went|is|was) down"
)
_ENGLISH = re.compile(
    "r[io]se|gr[eo]w|increas|climb|jump|surg|soar|f[ae]ll|shr[aiu]nk|decrea|decli|drop|slump|sank|plung|tumbl|collaps"
    "|slip| up| down"
)
"""A quick look whether there may be such a word."""
_OF_NAME = re.compile(
    "gr[eo]w|shr[aiu]n?k|w[uäa]chs|schrumpf|progress|recul|cre[cs]|kromp|groei|krymp|väx", re.IGNORECASE
)
"""Verbs that say of a company by its name what it sold; one that "fell" may have fallen for a trick."""
_PRESENT = re.compile("(?:rise|grow|fall|shrink|increase|decline|decrease|collapse)s?", re.IGNORECASE)
"""Verbs that a heading has for what happened, and a text for what is planned."""
_ARTICLE = r"(?:(?:the|its|their|our|de[rnst]|die|das|ihre?|seine?|les?|la|ses|el|los|las|sus?|il|het|os|as)\s|l[’'])"
_OF = r"\s(?:(?:of|at|by|von|bei|de|chez|di|da|van|bij|av|hos|do)\s|d[’'])(?:the\s)?"
_HAVE = r"(?:(?:has|have|had|a|ont)\s)?"
_ADVERB = (
    r"(?:again|sharply|slightly|strongly|steadily|further|wieder|weiter|leicht|stark|deutlich|légèrement|fortement"
    r"|nettement)"
)
_OTHER: Mapping[Direction, Direction] = {"rise": "fall", "fall": "rise"}
_ON: tuple[ChangeKind, ...] = ("year", "previous")


def unmeasured(parsed: Parsed) -> Iterator[Remark]:
    """The words for a rise or a fall in sentences without a figure, where every change that the data know is another.

    Such a sentence names one company, or stands in a text about one, and at most one period.
    """
    passage, words = parsed.passage, parsed.words
    if passage.kind == "statement" or passage.plain or (_is_english(parsed.locale) and not _ENGLISH.search(words)):
        return
    entities = parsed.tracker.entities
    names = {entities[id].name.split()[0] for id in passage.subject.entities if id in entities}
    for match in re.finditer(_verbs(parsed.locale), words):
        if passage.kind != "headline" and _PRESENT.fullmatch(match["word"]):
            continue
        way: Direction = "rise" if match["rise"] else "fall"
        said = parsed.sentence(*match.span())
        noun = _counted(said, match["word"], names, parsed.tracker)
        known = [] if noun is None else [*_changes(said, noun, parsed)]
        if known and all(gone == _OTHER[way] for _, gone in known):
            yield _remark(match, way, known[-1][0], parsed.locale)


@lru_cache(maxsize=16)
def _is_english(locale: Locale) -> bool:
    """Whether no other language is read of which the words are known."""
    return not any(each.language in WAYS for each in locale.read)


def _remark(match: re.Match[str], way: Direction, address: Address, locale: Locale) -> Remark:
    assert isinstance(address.period, Period)
    when, other = with_article(address.period, locale), _OTHER[way]
    message = f'"{match["word"]}" says a {way}, and {address.entity}.{address.metric} had a {other} in {when}'
    hint = f'say it with the figure: {{{{ fig("{address}") | change("year") | {other} }}}}'
    return Remark(match.start("word"), match["word"], message, hint)


@lru_cache(maxsize=16)
def _verbs(locale: Locale) -> str:
    """A pattern of the verbs in the languages that are read."""
    every = [WAYS[each.language] for each in locale.read if each.language in WAYS]
    up, down = "|".join((_UP, *(each.up for each in every))), "|".join((_DOWN, *(each.down for each in every)))
    return rf"(?i)(?<=\s)(?P<word>(?P<rise>{up})|{down})(?!\w)"


def _counted(sentence: Sentence, verb: str, names: set[str], tracker: Tracker) -> str | None:
    """What is counted in a sentence that says no more than that it rose or fell, and when; "" for a name alone.

    Any other words may say that it did so only in a place, or that it did not.
    """
    said = sentence.words
    for each in sentence.periods:
        said = said[: each.start] + " " * len(each.text) + said[each.end :]
    every = names | {each.text for each in sentence.names}
    name = "|".join(sorted(map(re.escape, every), key=len, reverse=True)) or "(?!)"
    nouns = {noun for each in tracker.site.locale.read for noun in COUNTED.get(each.language, ())}
    nouns |= {each.label for each in tracker.metrics.values() if each.label.isalpha()}
    noun = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    match = re.fullmatch(
        rf"(?i)[\s,]*(?:(?P<alone>{name})|{_ARTICLE}?(?P<noun>{noun})(?:{_OF}(?:{name}))?|(?:{name})['’]?s?\s(?P<own>{noun}))"
        rf"\s+{_HAVE}(?:{_ADVERB}\s)?{re.escape(verb)}(?:\s{_ADVERB})?[\s.!]*",
        said,
    )
    if match is None or (match["alone"] and not _OF_NAME.search(verb)):
        return None
    return match["noun"] or match["own"] or ""


def _changes(said: Sentence, noun: str, parsed: Parsed) -> Iterator[tuple[Address, Direction | None]]:
    """Which way the counts of the one company went of which a sentence is, as far as the data know it."""
    tracker, figures, subject = parsed.tracker, parsed.data, parsed.passage.subject
    ids, periods = {each.id for each in said.names} or {*subject.entities}, said.periods
    alone = not periods and parsed.passage.kind == "headline"  # a sentence without a time may be of that before it
    if len(ids) != 1 or not (alone or (len(periods) == 1 and periods[0].whole)):
        return
    [id] = ids
    for metric in _metrics(noun, tracker):
        series = tracker.series.get((id, metric))
        if series is None:
            continue
        every = [periods[0].named.on(series.calendar)] if periods else sorted(figures.evidence.by_period((id, metric)))
        for period in every:
            address = Address(id, metric, period)
            now = figures.answer(address)
            for kind in _ON if isinstance(now, Figure) else ():
                moved = None if alone and kind == "previous" else change(figures, now, kind)
                if isinstance(moved, Figure):
                    yield address, goes(moved)


def _metrics(noun: str, tracker: Tracker) -> list[str]:
    """The metrics that a noun counts: those that are called so, else all that is counted over a time."""
    every = tracker.metrics.values()
    called = [each.id for each in every if noun and noun.lower() in f"{each.label} {each.in_text}".lower()]
    return called or [each.id for each in every if each.kind == "flow"]

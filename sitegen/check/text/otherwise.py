"""Sentences that name one period, or one company, and whose figures are of others: most often one was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

from msgspec import structs

from sitegen.check.text.excused.aside import in_passing
from sitegen.check.text.financial import financial_told
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.parts import ORDINALS, Part, heads_told, part_told, shorter
from sitegen.check.text.texts import Remark
from sitegen.check.text.when import Told, goes_beyond, is_at_end, is_other, lies_apart, lies_within, told
from sitegen.check.text.where import elsewhere
from sitegen.check.text.who import Others, others_named
from sitegen.expressions import Value
from sitegen.figures import CHANGES, Figure
from sitegen.figures.arithmetic.direction import way_of
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

ELSEWHEN = re.compile(
    r"\b(?:before|after|earlier|later|previous(?:ly)?|prior|ago|next|last|following|since|until|from|than|against|compared|versus|vs|already|still"
    r"|sa(?:id|ys?)|reported|announced|published|gave|wrote|expect\w*|plan\w*|target\w*|promis\w*|aim\w*|wants?"
    r"|if|would|what \w+ (?:was|were|had|did|sold|made)"
    r"|explain\w*|(?:half|third|twice|double|times) (?:of )?(?:its|their|that|those)"
    r"|no longer|any ?more|(?:not|never)\b.{1,60}\bagain"
    r"|nach|vor|seit|gegenüber|verglichen|als|zuvor|früher|später|vorjahr\w*|erwartet\w*|will|woll\w+|sagte\w*|melde\w*|ziele?|wenn|falls|hätten?"
    r"|avant|après|depuis|contre|rapport|précédente?s?|plus tard|prévo\w+|annonc\w+|objectif|vise\w*|aurai\w+|serai\w+"
    r"|desde|antes|después|frente|dopo|prima|rispetto|depois|sinds|dan|sedan|efter|än"
    r"|(?:más|menos|plus|moins|mais|do)\squ(?:e\b|(?=['’]))|(?:più|meno)\s(?:che|del?))\b|[比较較]|より",
    re.IGNORECASE,
)
"""Words that tell in one period of another: the figure beside them may be of that one."""

_AND = re.compile(r"\s(?:and|und|et)\s")
"""Between the two months of which a sentence may give a figure each."""
_LONGER = re.compile(
    r"(?i)years?\b|annual|whole|total|so far|to date|altogether|in all\b|half|quarter|Jahr|gesamt|Quartal|année"
    "|trimestre"
)
"""Words for a time around the one that a sentence names, of which a figure may be."""


_AS_KNOWN = re.compile(
    r"\b(?:for|with|among|für|mit|pour|avec)\s(?:all\s)?(?:its|their|the|seinen?|ihren?|die|den|ses|leurs|les)\s\Z",
    re.IGNORECASE,
)
"""Before a figure that is no more than known of somebody: "in March it bought trains for its 5 passengers"."""


_IT = re.compile(
    r"(?:It\s(?!is\b|was\b|took\b|takes\b|costs?\b)|The\s(?:company|group|firm)\s(?!with|of|that|which|whose|in|behind|it)"
    r"|Es\s(?!ist|sind|war|gibt|gab)|Das\sUnternehmen\s(?!mit|de[rs])|Elle\s|L[’']entreprise\s(?!qui|que|de))"
)
"""Begins a sentence that goes on about the one with whom the sentence before it begins."""


_BEGUN = re.compile(
    r"\b(?:start|starts|started|beginning|begin|begins|began|begun|early|enter(?:s|ed|ing)|open(?:s|ed)|into|anfang|beginn|begann"
    r"|début\w*|commenc\w+|principios|comienz\w+|empez\w+|begin|inizi\w+|início|början)\b|年初",
    re.IGNORECASE,
)
"""Words for the first days of a time, with what was there on the last day before it."""


class _Together(NamedTuple):
    """What is read together, and the figures that are of it: a sentence, or a cell under its heads.

    periods: that it names. linked: the ids of the names that the site gives in it.
    """

    what: Literal["the sentence", "the sentence before it", "the table"]
    words: str
    periods: Sequence[Told]
    linked: Sequence[str]
    inside: Mapping[int, Value | None]


def of_another(parsed: Parsed) -> Iterator[Remark]:
    """The figures of a sentence that names one period, or one company, where all of them are of others; so of a cell.

    What one source says (`~source`) may be quoted at any time.
    """
    figures = parsed.data
    for said in _together(parsed):
        asked = {at: _asked(value) for at, value in said.inside.items()}
        addresses = {at: found[0] for at, found in asked.items() if len(found) == 1}
        first = {at: found[0] for at, found in asked.items() if found}
        if not first or len(first) < len(asked):
            continue
        quoted = any(each.source is not None for each in first.values())
        for at, name, own in elsewhere(said.words, first, parsed.tracker) if not quoted else ():
            message = f"{said.what} names {name}, and the figure is of {own}"
            yield Remark(at, BLANK, message, f"ask for what {said.what} says, or say in it what the figure is of")
        dated = len(addresses) == len(asked) and not quoted
        when = (*_when(said, addresses, parsed), *_financial(said, addresses, parsed.locale)) if dated else ()
        for at, (other, message) in (*when, *others_named(said.words, said.linked, first, parsed.tracker)):
            known = _is_level(said.inside[at]) and isinstance(figures.answer(other), Figure)
            way = f'write fig("{other}")' if known else f"ask for what {said.what} says"
            yield Remark(at, BLANK, f"{said.what} {message}", f"{way}, or say in {said.what} what the figure is of")


def _together(parsed: Parsed) -> Iterator[_Together]:
    """The sentences of a passage, each with its figures, and the heads of a cell with all of its."""
    names, before = parsed.passage.names, set[str]()
    for each in parsed.sentences:
        linked = [id for at, id in names.items() if each.begin <= at < each.end]
        periods = [period for period in each.periods if not in_passing(each.words, period)]
        yield _Together("the sentence", each.words, periods, linked, each.values)
        here = {name.id for name in each.names}
        if len(before) == 1 and not here and _IT.match(each.words):
            yield _Together("the sentence before it", "", (), [*before], each.values)
        begins = any(name.start == each.begin and parsed.words[name.end : name.end + 1] in " ," for name in each.names)
        before = here if begins else set()
    if heads := parsed.passage.heads:
        metrics = {spot.metric for spot in parsed.spots if spot.metric is not None}
        nouns = {name.lower() for each in metrics for name in (each.label, each.in_text, *each.aliases)}
        usual = all(spot.period is None or spot.period.calendar is None for spot in parsed.spots)
        words = heads_told([head.words.strip() for head in heads], nouns, parsed.locale, usual=usual)
        linked = [id for head in heads for id in head.names.values()]
        yield _Together("the table", words, [*told(words, parsed.locale)], linked, parsed.values)


def _asked(value: Value | None) -> tuple[Address, ...]:
    """The addresses of a figure, with periods; none for any other value, and for a figure of several things.

    What a count was more or less than before is of the later of the two times.
    """
    nearest = value.nearest if isinstance(value, Figure) else ()
    periods = [each.period for each in nearest if isinstance(each.period, Period)]
    if len({each.entity for each in nearest}) != 1 or len(periods) < len(nearest):
        return ()
    moved = isinstance(value, Figure) and (way_of(value) or value.operation in (*CHANGES.values(), "difference"))
    if moved and len(periods) == 2 and nearest[0].series == nearest[1].series:
        one, other = periods
        return () if one.contains(other) or other.contains(one) else (nearest[one < other],)
    return nearest


def _is_level(value: Value | None) -> bool:
    return isinstance(value, Figure) and value.address is not None


def _when(together: _Together, addresses: Mapping[int, Address], parsed: Parsed) -> Others:
    """The figures of a period that cannot be the one that is named: as long as it and another, or after it.

    Below a year in a table may stand its quarters; a sentence about the year is about all of it.
    """
    words, locale, said = together.words, parsed.locale, together.periods
    if any(map(_AS_KNOWN.search, words.split(BLANK)[:-1])):
        return
    flows = all(parsed.tracker.metrics[each.metric].kind == "flow" for each in addresses.values())
    if not said and (part := part_told(words, locale)) is not None:
        yield from _in_part(words, part, addresses, locale, flows=flows)
    period = said[0].period if len(said) == 1 else None
    rest = words.replace(said[0].text, "") if said else words
    if period is None or ELSEWHEN.search(rest) or ORDINALS.search(rest):
        return
    own = {at: each.period for at, each in addresses.items() if isinstance(each.period, Period)}
    if len(own) > 1 and _AND.search(said[0].text) and all(is_at_end(each, said[0].named) for each in own.values()):
        return  # "in May and June 2025 {{ … }} and {{ … }}"
    begun = _BEGUN.search(words) is not None
    if all(_is_there(each, period, parsed, begun=begun) for each in addresses.values()):
        return
    other = goes_beyond if said[0].until else is_other if said[0].whole else lies_apart
    of_all = together.what == "the sentence" and said[0].whole and not said[0].until
    in_part = of_all and flows and not shorter(rest, locale)
    whole = in_part and not _LONGER.search(rest)
    if all(
        other(each, period) or (in_part and lies_within(each, period)) or (whole and lies_within(period, each))
        for each in own.values()
    ):
        for at, each in own.items():
            message = f'says "{said[0].text}", and the figure is of {with_article(each, locale)}'
            yield at, (structs.replace(addresses[at], period=period.on(each.calendar)), message)


def _is_there(address: Address, period: Period, parsed: Parsed, *, begun: bool) -> bool:
    """Whether something was counted before a time of which no count is known: it is what there is until then.

    What was there on the last day before it is what there was when it began.
    """
    own, stock = address.period, parsed.tracker.metrics[address.metric].kind == "stock"
    if not stock or not isinstance(own, Period) or own.last >= period.first:
        return False
    if begun and own.last + timedelta(days=1) == period.first:
        return True
    return not isinstance(parsed.data.answer(structs.replace(address, period=period)), Figure)


def _financial(together: _Together, addresses: Mapping[int, Address], locale: Locale) -> Others:
    """The figures of another financial year than the one that is named, or of another half or quarter of one."""
    own = {at: each.period for at, each in addresses.items() if isinstance(each.period, Period)}
    calendars = {each.calendar for each in own.values()}
    calendar = next(iter(calendars), None)
    found = [*financial_told(together.words, calendar)] if len(calendars) == 1 and calendar is not None else []
    if len(found) != 1 or ELSEWHEN.search(together.words.replace(found[0].text, "")):
        return
    text, period = found[0].text, found[0].named
    if not any(period.contains(each) or each.contains(period) for each in own.values()):
        for at, each in own.items():
            message = f'says "{text}", and the figure is of {with_article(each, locale)}'
            yield at, (structs.replace(addresses[at], period=period), message)


def _in_part(words: str, part: Part, addresses: Mapping[int, Address], locale: Locale, *, flows: bool) -> Others:
    """The figures of another quarter or half than the one that a sentence names without its year, or of a year."""
    own = {at: each.period for at, each in addresses.items() if isinstance(each.period, Period)}
    rest = words.replace(part.text, "")
    if ELSEWHEN.search(rest) or shorter(rest, locale):
        return
    of_years = flows and not part.is_month and all(map(_is_year, own.values())) and not _LONGER.search(rest)
    if not of_years and not all(map(part.excludes, own.values())):
        return
    for at, each in own.items():
        message = f'says "{part.text}", and the figure is of {with_article(each, locale)}'
        yield at, (structs.replace(addresses[at], period=part.of(each.first.year)), message)


def _is_year(period: Period) -> bool:
    return period.cadence == "year"

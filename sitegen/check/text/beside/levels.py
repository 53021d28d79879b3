"""Levels where words speak of a change, "rose by {{ 49,400 }}", and differences that say the other way: "lost {{ 28 }}"
of what was gained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen.check.text.beside.reached import DOWN, UP, is_change, went
from sitegen.check.text.lists.vocabulary import TO_FIGURE
from sitegen.check.text.parsed import Parsed, Side, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure
from sitegen.figures.arithmetic.direction import Direction
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK

_WAYS: Mapping[Direction, str] = {
    "rise": rf"{UP}|add(?:s|ed)?|w(?:on|ins?)|open(?:s|ed)|hire[sd]",
    "fall": rf"{DOWN}|shed|clos(?:ed|es)|cut",
}
_ADDED = rf"(?i)(?<![\w-])(?P<word>add(?:s|ed)|gain(?:s|ed)|lost|loses|shed){TO_FIGURE}"
"""Right before how many there are at a time: "added {{ 26,300 }} bikes"."""
_BY = rf"(?i)(?<![\w-])(?P<word>(?:{UP}|{DOWN})(?:\s\w+)?\sby)\s[*_\"“(]*\Z"
_THAN = (
    r"[*_\"”)]*(?:\s(?!(?:and|or|by|with|on|in|for|to|at|from|over)\b)[^\W\d_][\w-]*)?\s(?P<word>more|fewer|less)\b(?!\slike\b)"
    r"(?:\s(?!\w+ly\b)[^\W\d_][\w-]*){0,2}?\sthan\b(?!\s(?:once|twice|ever)\b)"
    r"(?!\s\w+\s(?:days?|weeks?|months?|years?)\s(?:after|later|since|into|from|old|ago))"
)
"""Behind a level: "{{ 49,400 }} loaves more than Northfield", and not "{{ 49,400 }}, more than Northfield"."""
_END = r"\b(?:\s[^\W\d_][\w-]*){0,2}?(?:\sthan\s(?:in|a|the|before)\b|[.,;]|\Z)"
_MORE_THAN: Mapping[Direction, str] = {
    "rise": rf"\s(?P<word>more|higher){_END}",
    "fall": rf"\s(?P<word>fewer|less|lower){_END}",
}
"""Behind a difference of two periods: it is more or less than before, with no year between the two words."""
_LOST = r"(?i)(?<![\w-])(?P<word>#)(?:\s(?:by|again|another|only|even|just))*[\s*_\"“(]*\Z"
_YEARLY = (
    r"(?i)\b(?:year[ -](?:on|over)[ -]year|on the year|(?:a|one|the) year (?:before|earlier|ago)"
    r"|(?:in|within) (?:a|one|a single) year(?! (?:that|when|of|in)))\b"
)
_SHORTER = (
    r"(?i)\b(?:(quarter|month|week|half)[ -](?:on|over)[ -]\1"
    r"|(?:in|within) (?:a|one|a single|two|three|six|\d+) (?:quarter|month|week|day)s?"
    r"(?! (?:that|when|of|in|to|with\w*|\w+ed|hit|full)\b)"
    r"|(?:in|within|over|every|each) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) years"
    r"|(?<!in )(?<!for )(?:every|each) (?:year|quarter|month|week)"
    r"|(?:than|on|from) (?:a|one|the) (?:previous |prior |last )?(?:quarter|month|week|half)(?: (?:before|earlier))?)\b"
)
_EACH = re.compile(r"(?:every|each)\s[^,;:]+[,;:].*", re.IGNORECASE | re.DOTALL)
"""From such words to the figure of one of them: "shrank every quarter, {{ 2% }} in the last"."""
_SINCE = r"\s(?:[^\W\d_]+\s)?(?P<word>since (?P<year>(?:19|20)\d\d))\b"
"""Words that say against what a change is: the year before, or the period before."""
_AGAINST = (("the period before", _YEARLY), ("the year before", _SHORTER))


def mistaken(parsed: Parsed) -> Iterator[Remark]:
    """Every level of a passage that words take for a difference, and every difference that they turn around."""
    for spot in parsed.spots:
        if spot.metric is not None and not spot.metric.negative:
            yield from _level(spot)
        yield from _against(spot, [head.words.strip() for head in parsed.passage.heads])
        if (way := _moved(spot.figure)) is not None:
            other: Direction = "fall" if way == "rise" else "rise"
            if match := re.search(_LOST.replace("#", _WAYS[other]), spot.before):
                message = f'"{match["word"]}" stands before {spot.said}, which is a {way}'
                yield spot.remark(match, "before", message, f"use a word for a {way}")
            elif match := re.match(_MORE_THAN[other], spot.after):
                message = f'"{match["word"]}" stands after {spot.said}, which is a {way}'
                yield spot.remark(match, "after", message, f"use a word for a {way}")


def _level(spot: Spot) -> Iterator[Remark]:
    """Words that take a level for a difference."""
    added = re.search(_ADDED, spot.before) if spot.metric is not None and spot.metric.kind == "stock" else None
    found: tuple[tuple[Side, re.Match[str] | None], ...] = (
        ("before", added or re.search(_BY, spot.before)),
        ("after", re.match(_THAN, spot.after)),
    )
    for side, match in found:
        if match is not None:
            message = f'"{match["word"]}" stands {side} {spot.said}, which is a level and no difference'
            hint = 'subtract: {{ fig("…") - fig("…") }}, or say what it came to'
            yield spot.remark(match, side, message, hint)


def _against(spot: Spot, heads: Sequence[str]) -> Iterator[Remark]:
    """Words that say that a change is on another period than it is, where it is alone in its sentence or cell."""
    figure, said = spot.figure, spot.sentence
    period = figure.nearest[0].period if figure.nearest else None
    if not isinstance(period, Period):
        return
    base, since = period.year_before(), re.match(_SINCE, spot.after)
    if (
        since
        and base is not None
        and base.first.year != int(since["year"])
        and figure.operation.endswith("year before")
    ):
        message = f'"{since["word"]}" stands after {spot.said}, which is a change on {base}'
        yield spot.remark(since, "after", message, "say on what the change is, or ask for that of the time you name")
    if len(said.figures) > 1:
        return
    yearly = period.cadence == "year"  # then the period before is the year before
    of_one = is_change(figure) and {each.period for each in figure.nearest} <= {period, base}
    for against, words in _AGAINST:
        on = figure.operation.endswith(against) if not yearly else of_one and words == _SHORTER
        hint = 'write change("year") or change("previous") as meant'
        match = re.search(words, said.words) if on else None
        if match is not None and not _EACH.fullmatch(said.words, match.start(), spot.offset - said.begin):
            message = f'"{match[0]}" stands in a sentence with {spot.said}, which is a change on {against}'
            yield Remark(said.begin + match.start(), match[0], message, hint)
        for head in heads if on and is_change(figure) else ():
            if re.search(words, head):
                message = f'"{head}" heads {spot.said}, which is a change on {against}'
                yield Remark(spot.offset, BLANK, message, hint)


def _moved(figure: Figure) -> Direction | None:
    """Which way a count went between two periods of which a figure is the difference; None for any other figure."""
    if figure.operation != "difference" or len(figure.inputs) != 2:
        return None
    one, other = figure.inputs
    if one.address is None or other.address is None or one.address.series != other.address.series:
        return None
    if not isinstance(one.address.period, Period) or not isinstance(other.address.period, Period):
        return None
    return went(other, one) if other.address.period < one.address.period else went(one, other)

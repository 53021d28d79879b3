"""Words of other languages than English beside a change that goes the other way, and before a level: "sank um 55 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.check.text.beside.reached import FROM_WHEN, goes, is_change, moves, went
from sitegen.check.text.lists.vocabulary import UNSPACED
from sitegen.check.text.lists.ways import WAYS
from sitegen.check.text.parsed import Parsed, Side, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures import say
from sitegen.figures.arithmetic.direction import Direction
from sitegen.figures.nouns import heading
from sitegen.model.metric import Metric
from sitegen.reading.markdown import BLANK

_MARK = r"[*_\"“”„«»()]*"
_WORD = rf"\s[^\s.,;:!?{BLANK}]+"
_BECAME = rf"{_MARK}(?:{_WORD}){{0,3}}\s(?:auf|à|a|para|naar|till|til)\s{_MARK}{BLANK}"
"""Behind a figure: to what it came from there."""

_THING = re.compile(
    r"\b(?:les?|la|las|los?|el|il|i|gli|os?|as|ses|sus?|des|du|dell[aeo]|dei|das|dos|de (?:la|los|las))\s[^\W\d_]"
)
_IN = re.compile(r"\se[nm]\s\Z")
"""Between a verb and a count of which there are so many things: "a augmenté les tarifs de {{ 5 }} navires"."""


def spoken(parsed: Parsed) -> Iterator[Remark]:
    """Every word beside a change that says the other way, and every verb before a level that takes it for a change."""
    for language in sorted({each.language for each in parsed.locale.read} & WAYS.keys()):
        for spot in parsed.spots:
            if is_change(spot.figure):
                yield from _contrary(spot, language)
            elif spot.metric is not None:
                yield from _of_level(spot, spot.metric, language, parsed)
                yield from _came_to(spot, language, parsed)


def _contrary(spot: Spot, language: str) -> Iterator[Remark]:
    """The nearest word on each side of a change, where it says the other way."""
    gone = goes(spot.figure)
    before, after = (_patterns(language)[side] for side in ("before", "after"))
    sides: tuple[tuple[Side, re.Match[str] | None], ...] = (
        ("before", re.search(before, spot.before)),
        ("after", re.match(after, spot.after)),
    )
    for side, match in sides:
        if match is not None and gone not in (None, _way(match)):
            message = f'"{match["word"]}" stands {side} {spot.said}, which is a {gone}'
            yield spot.remark(match, side, message, f"use a word for a {gone}, or ask for another figure")


def _of_level(spot: Spot, metric: Metric, language: str, parsed: Parsed) -> Iterator[Remark]:
    """A verb before a level, as if that were a change, or before two that went the other way."""
    match = re.search(_patterns(language)["before"], spot.before)
    became = re.match(_BECAME, spot.after)
    if became is not None:
        at = spot.offset + became.end()
        now = parsed.figures.get(at)
        if match is None and re.search(r"\bvon\s\Z", spot.before):  # "ging von 5 auf 8 zurück"
            match = re.compile(_patterns(language)["after"]).match(parsed.words, at + 1)
        if match is not None and now is not None and went(spot.figure, now) not in (None, _way(match)):
            says = f'"{match["word"]}" stands where {spot.said} became "{say(now, spot.locale)}"'
            offset = match.start("word") + (0 if match.string is parsed.words else spot.offset - len(spot.before))
            hint = "use a word for what happened, or turn the two figures around"
            yield Remark(offset, match["word"], says, hint)
    elif match is None:
        return
    elif re.search(_patterns(language)["by"], spot.before) and not metric.negative and not _of_a_thing(spot, match):
        message = f'"{match["word"]}" stands before {spot.said}, which is a level and no difference'
        hint = 'subtract: {{ fig("…") - fig("…") }}, or say what it came to'
        yield spot.remark(match, "before", message, hint)


def _of_a_thing(spot: Spot, match: re.Match[str]) -> bool:
    """Whether what stands between a verb and a count is something that rose, or fell, in so many of them."""
    stock = spot.metric is not None and spot.metric.kind == "stock"
    return _THING.search(spot.before, match.end("word")) is not None or (stock and _IN.search(spot.before) is not None)


def _came_to(spot: Spot, language: str, parsed: Parsed) -> Iterator[Remark]:
    """A verb that says the other way than the one in which a count came to the only figure of a sentence."""
    patterns, said = _patterns(language), spot.sentence
    side: Side = "before" if re.search(patterns["to"], spot.before) else "after"
    match = re.search(patterns["came"], spot.before) if side == "before" else re.match(patterns["onto"], spot.after)
    if match is None and side == "before":  # "ging auf 5 zurück"
        side, match = "after", re.match(patterns["after"], spot.after)
    if match is None or len(said.values) > 1 or re.search(patterns["since"], said.words) or _aboard(spot, language):
        return
    moved = {*moves(spot.figure, parsed.data)}
    if len(moved) == 1 and None not in moved and _way(match) not in moved:
        message = f'"{match["word"]}" stands {side} {spot.said}, to which it went the other way'
        yield spot.remark(match, side, message, FROM_WHEN)


def _aboard(spot: Spot, language: str) -> bool:
    """Whether a preposition says where, and not to how many: "sanken auf {{ 5 }} Schiffen", which are "Schiffe"."""
    dative = re.match(r"\s([^\W\d_]+n)\b", spot.after) if language == "de" else None
    return dative is not None and dative[1] != heading(spot.figure.unit, spot.locale)


def _way(match: re.Match[str]) -> Direction:
    return "rise" if match["rise"] else "fall"


@cache
def _patterns(language: str) -> Mapping[str, str]:
    """Patterns of the words before a figure and behind one, and of what stands right before how much it was."""
    ways = WAYS[language]
    start, end, gap = ("", "", rf"[^\s、。，,{BLANK}]{{0,4}}\Z") if language in UNSPACED else (
        r"(?<!\w)", r"(?!\w)", rf"(?:{_WORD}){{0,3}}\s{_MARK}\Z",
    )  # fmt: skip
    between = "" if language in UNSPACED else r"\s"
    space = "" if language in UNSPACED else rf"(?:\s(?!und\b|et\b|y\b|e\b|en\b|och\b|og\b)[^\s.,;:!?{BLANK}]+)?\s"
    far = gap if language in UNSPACED else rf"(?:{_WORD}){{0,5}}\s{_MARK}\Z"
    before = (
        rf"(?i){start}(?P<word>(?P<rise>{ways.up})|{ways.down}){end}"
        rf"(?!.*{start}(?:{ways.up}|{ways.down}){end})"
    )
    return {
        # The first word that fits is the last before the figure: what stands between is none of them.
        "before": before + gap,
        "came": before + far,
        "after": rf"(?i){_MARK}{space}(?P<word>(?P<rise>{ways.more})|{ways.less}){end}",
        "by": rf"(?i)\s(?:{ways.by})\s{_MARK}\Z" if ways.by else "(?!)",
        "to": rf"(?i){between}(?:{ways.to}){between}{_MARK}\Z" if ways.to else "(?!)",
        "onto": rf"(?i)[^\s、。，,.{BLANK}]{{0,6}}(?:{ways.onto})\s?(?P<word>(?P<rise>{ways.up})|{ways.down})"
        if ways.onto
        else "(?!)",
        "since": rf"(?i){start}(?:{ways.since}){end}",
    }

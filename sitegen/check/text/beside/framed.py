"""Words around a count that deny it, put it below itself, spread it over other times, or call it money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.units import format_unit

from sitegen.check.text.beside.reached import goes, is_change
from sitegen.check.text.beside.results import may_be_loss, says_result
from sitegen.check.text.lists.framing import ADVERBS, ALIKE, BELOW, DENIED, EVERY, MONEY, NEEDED, NOT_DENIED
from sitegen.check.text.lists.vocabulary import CAME_TO, NUMBER, TO_FIGURE, UNSPACED, read_in
from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed, Spot
from sitegen.check.text.texts import Remark
from sitegen.figures.nouns import heading
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.basics.unit import PERCENT
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

_TIMES = ("day", "week", "month", "quarter")
_SHARE = r"\s(?P<word>of (?:its|all|their|those|that|last year)|(?:aller|ihrer|seiner) |de (?:ses|tous|toutes))\b"
_LOST = (
    r"(?i)\b(?:los(?:t|es?|ing)|shed(?:s|ding)?|gave up|cut|verl(?:or|oren|iert|ieren)|perdu|perd(?:ent)?)"
    r"(?:\s[^\s.,;:]+){0,5}\s[*_]*\Z"
)
"""Before a fall: "lost {{ 17% }} of its members" is no share."""
_SHARED = (
    r"(?i)(?<![\w-])(?P<word>(?:market )?share|(?:Markt)?anteil|part de marché)"
    r"\s(?:of|is|was|at|von|bei|de|est de)\s\Z"
)
_SHORT = (
    r"\s(?P<word>(?:an?|per|each) (?:day|week|month|quarter))\b"
    r"(?!\s(?:before|earlier|ago|later|after|of|when|that|in|on))"
)
_ELSE = rf"[,;:()–—、。{BLANK}]|\b(?:that|which|report\w*|publish\w*|count\w*|erschein\w*|meldet)\b"
_ALSO = rf"{_ELSE}|\b(?:and|und|et|y|e)\b"
"""Between such a word and a figure that is none of its."""
_PER = re.compile(r"(?:per|pro|por|par|je)\s", re.IGNORECASE)
_COUNTED_OF = re.compile("[\\d一二两三四五六七八九十]+.?[の的]")
_OTHERS_EACH = rf"(?i)(?:\b(?:{NUMBER}|an?|several|many|few|\d+|zwei|drei|zehn|deux|trois)|{BLANK})\s(?:\w+\s)?\w+\s\Z"
"""Before such a word: there are so many of something else in each, as in "two sailings a day"."""


_OVER = (
    r"(?:\s(?!again|before|yet|alone|wieder|zuvor|mehr|encore|avant)[^\W\d_]+)?"
    r"(?:\s(?:in|im|en|nel|em|under)\s(?:[^\W\d_]+\s){0,4}?(?:19|20)\d\d)?\s*(?:[.,;:!)]|\Z)"
)
"""Behind a figure: its noun and its time at most, and no more of the sentence."""


_THEIRS, _NOUN = r"(?i)\b(?:the|die|den|der|les?|los|el)\s\Z", r"\s(?!in\b|im\b|en\b|for\b|than\b)[^\W\d_]+"


_ADVERB = rf"(?=\s*(?:[.,;:!?){BLANK}]|\Z)|\s(?:in|sales|deliveries|output)\b)"
"""Behind "monthly" where that is no word for a ticket or a paper."""
_LIKE = (
    "of|before|later|after|in|when|with|without|that|which|like|or|mit|ohne|voller|wie|de|du|des|sans|avec|où|qui"
    "|comme|con|sin|que|senza|met|zonder|med|utan"
)
"""Behind a time that is one of its kind, and not each: "in a month without rain"."""


def framed(parsed: Parsed) -> Iterator[Remark]:
    """Every such word of a passage."""
    for spot in parsed.spots:
        figure = spot.figure
        if is_change(figure):
            yield from _shared(spot)
        elif spot.metric is not None:
            if spot.sentence.asks:
                continue
            yield from _denied(spot)
            yield from _below(spot)
            yield from _spread(spot)
            yield from _in_money(spot, spot.metric, parsed.tracker)


def _shared(spot: Spot) -> Iterator[Remark]:
    """A change that is taken for a share, or for one in a shorter time."""
    if spot.figure.unit != PERCENT:
        return
    lost = goes(spot.figure) == "fall" and re.search(_LOST, spot.before)
    if (not lost and (match := re.match(_SHARE, spot.after))) or (match := re.search(_SHARED, spot.before)):
        message = f'"{match["word"].strip()}" stands beside {spot.said}, which is a change and no share'
        hint = 'ask for the share: {{ fig("…") | share("…") }}'
        yield spot.remark(match, "before" if match.string is spot.before else "after", message, hint)
    elif match := re.match(_SHORT, spot.after):
        message = f'"{match["word"]}" stands after {spot.said}, which is {spot.figure.operation}'
        yield spot.remark(match, "after", message, "say on what the change is")


def _denied(spot: Spot) -> Iterator[Remark]:
    said = spot.sentence.words
    pattern = read_in(DENIED, spot.locale)
    match = re.search(rf"(?i)(?<![\w-])(?P<word>{pattern}){TO_FIGURE}", spot.before)
    if match is None or re.search(NOT_DENIED, said, re.IGNORECASE) or ELSEWHEN.search(said):
        return
    if re.match(_OVER, spot.after) and all(each.named == spot.period for each in spot.sentence.periods):
        message = f'"{match["word"]}" denies {spot.said}, which is what was counted'
        yield spot.remark(match, "before", message, "say what was, or name what was denied in a claim")


def _below(spot: Spot) -> Iterator[Remark]:
    """ "Harbour sold fewer than {{ its own }}"."""
    match = re.search(rf"(?i)(?<![\w-])(?P<word>{read_in(BELOW, spot.locale)}){TO_FIGURE}", spot.before)
    figure, address, said = spot.figure, spot.figure.address, spot.sentence
    if match is None or address is None or len(said.values) > 1 or figure.amount.interval.low != figure.amount.value:
        return
    rest = said.words.replace(match["word"], "")
    if re.search(NEEDED, rest, re.IGNORECASE) or ELSEWHEN.search(rest):
        return
    then = all(each.named == address.period for each in said.periods)
    if then and {each.id for each in said.names if each.start < spot.offset} == {address.entity}:
        message = f'"{match["word"]}" stands before {spot.said}, which is just what it was'
        yield spot.remark(match, "before", message, f'take "{match["word"]}" out, or name who had less')


def _spread(spot: Spot) -> Iterator[Remark]:
    """A word for a shorter time, in each of which there would be so many: "every week it sells", "in a month"."""
    period, stock = spot.period, spot.metric is not None and spot.metric.kind == "stock"
    if stock or period is None or period.cadence is None:
        return  # "it pays its {{ … }} people monthly"
    pattern, cadences = _times(spot.locale)
    begin, said = spot.sentence.begin, spot.sentence.words
    at = spot.offset - begin
    for match in re.finditer(pattern, said):
        cadence = next(each for noun, each in cadences.items() if match["word"].lower().endswith(noun))
        if match.end() <= at and _is_of_others(said, match, at):
            continue
        between = said[match.end() : at] if match.end() <= at else said[at + 1 : match.start()]
        begins = not said[: match.start()].strip()
        if match["word"].istitle() and not begins and " " not in match["word"]:
            continue  # "the Ferry Weekly"
        near = not re.search(_ELSE if begins else _ALSO, between.removeprefix(",") if begins else between)
        if near and len(between.split()) < 6 and _longer(period.cadence, cadence):
            message = f'"{match["word"]}" stands in a sentence with {spot.said}, which is of {period}'
            hint = "say of which time the figure is, or ask for another figure"
            yield Remark(begin + match.start("word"), match["word"], message, hint)


def _is_of_others(said: str, match: re.Match[str], at: int) -> bool:
    """Whether there is so much of something else in each time: "two sailings a day brought {{ … }}"."""
    before = said[: match.start()]
    per = before.strip() and _PER.match(match["word"])
    return bool(per) or bool(re.search(_OTHERS_EACH, before) or _COUNTED_OF.match(said, match.end(), at))


def _longer(own: str, said: str) -> bool:
    order = ("day", "week", "month", "quarter", "half", "year")
    return order.index(own) > order.index(said)


def _in_money(spot: Spot, metric: Metric, tracker: Tracker) -> Iterator[Remark]:
    """ "A profit of {{ 151,450 loaves }}", or of a revenue."""
    pattern = read_in(MONEY, spot.locale)
    match = re.search(rf"(?i)(?<![\w-])(?P<word>{pattern}){CAME_TO}{TO_FIGURE}", spot.before)
    address = spot.figure.address
    if match is None or address is None:
        return
    series = tracker.series.get(address.series)
    counted = series.definition if series is not None else ""
    own = " ".join((metric.label, metric.in_text, *metric.aliases, counted)).lower()
    money = is_currency(spot.figure.unit.id) or spot.figure.unit == PERCENT
    other = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", own, re.IGNORECASE) is not None
    if may_be_loss(metric) and says_result(match["word"], spot.locale):
        return  # of these the sign is read: see `resulting`
    trips = re.search(_THEIRS, spot.before[: match.start()]) and re.match(_NOUN, spot.after)  # "the costs of 5 trips"
    theirs = trips or (spot.counts and " of" in match[0])
    if not theirs and not _alike(match["word"].lower(), own) and (other or not money):
        what = metric.label if money else heading(spot.figure.unit, spot.locale)
        message = f'"{match["word"]}" stands before {spot.said}, which is of "{what}"'
        yield spot.remark(match, "before", message, "write what the figure counts, or ask for another figure")


def _alike(word: str, own: str) -> bool:
    """Whether the words for a count have one for money, or another that says the same."""
    return word.removesuffix("s") in own or any(re.search(each, word) and re.search(each, own) for each in ALIKE)


@lru_cache(maxsize=16)
def _times(locale: Locale) -> tuple[str, Mapping[str, str]]:
    """A pattern of words for each of several times, and the cadences of its nouns and adverbs."""
    cadences: dict[str, str] = {}
    every = ["(?!)"]
    for known in locale.read:
        words = (format_unit(1, f"duration-{time}", "long", locale=known) for time in _TIMES)
        nouns = {said.split()[-1].lower(): time for said, time in zip(words, _TIMES, strict=True)}
        adverbs, each = ADVERBS.get(known.language, {}), EVERY.get(known.language, "(?!)")
        cadences |= {**nouns, **adverbs}
        start, end = (r"(?<!\d)", "") if known.language in UNSPACED else (r"(?<![\w-])", r"(?!\w)")
        end += _ADVERB if known.language == "en" else ""
        every.append(rf"{start}(?:{each})\s(?:{'|'.join(nouns)})(?!\w|\s(?:{_LIKE})\b)")
        every.append(rf"{start}(?:{'|'.join(adverbs) or '(?!)'}){end}")
    return rf"(?i)(?P<word>{'|'.join(every)})", cadences

"""Text that touches a figure and makes another number of it: "{{ … }} thousand", "−{{ … }}", "half of {{ … }}"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.units import format_unit

from sitegen.check.text.excused import each_time, foreign, foreign_sign
from sitegen.check.text.texts import Passage, Remark
from sitegen.expressions import Fragment, Value
from sitegen.figures import CHANGES, Figure, say
from sitegen.figures.arithmetic.printing import printed
from sitegen.figures.figure import ANSWERS
from sitegen.figures.nouns import heading
from sitegen.figures.scales import scale_words
from sitegen.model.basics.catalogue import NAMED
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.basics.unit import PERCENT, SCALES, TIMES
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

_SCALES: Mapping[str, str] = {
    "hundred": "hundreds?",
    "thousand": "thousands?|k|tsd",
    "million": "millions?|mn|mln|mio|m",
    "billion": "billions?|bn|bln|mrd|b",
    "trillion": "trillions?|tn|trn",
    "dozen": "dozens?",
    "lakh": "lakhs?",
    "crore": "crores?",
}
_METRES = ("m", "minutes")
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_MULTIPLES = (
    r"(?<!first )(?<!second )(?<!latter )half(?: of)?|double|twice|thrice|treble|triple|quadruple|times"
    r"|(?:thirds?|quarters?|fifths?|tenths?|hundredths?|multiples?|fractions?) of"
    rf"|(?:{'|'.join(_SCALES[scale] for scale in ('hundred', 'thousand', 'dozen'))}|millions?|billions?)(?: of)?"
    rf"|{_SMALL}|{_TENS}|minus"
).replace("|k|tsd", "")
_NEAR = (
    r"nearly|almost|about|around|roughly|approximately|circa|ca\.|close to"
    r"|(?:just|a little|slightly|well|somewhat) (?:under|over|below|above|less than|fewer than|more than|short of)"
)
_MARK = r"[*_\"“”]*"
_GAP = rf"{_MARK}[\s\u00a0-]*{_MARK}"
# The patterns stay strings: `re` compiles them once, in a build that has figures in its text.
_AFTER = (
    (rf"{_GAP}(?P<word>[千万萬亿億兆천만억조])", "multiplies"),
    (rf"(?i){_MARK}[\s\u00a0]*{_MARK}(?P<word>[%％‰]|per ?cent\b|pct\b)", "percent"),
    (rf"{_MARK}\s{_MARK}(?P<word>(?:percentage\s)?points?\b)", "points"),
    (rf"{_MARK}\s{_MARK}(?P<word>times\s(?:as|more|less|fewer|that|those|larger|higher)\b)", "times"),
    (rf"{_MARK}(?P<word>[.,'’]?\d+|[½¼¾⅓⅔²³]|\+|-odd\b|x\b)", "touches"),
)
_BEFORE = (
    (rf"(?<![\w{BLANK}])(?P<word>[-+\N{{MINUS SIGN}}–±]){_MARK}\Z", "touches"),
    (rf"(?<![{BLANK}]\s)(?<![\w{BLANK}])(?P<word>[\N{{MINUS SIGN}}±])\s{_MARK}\Z", "touches"),
    (rf"(?P<word>[~≈<>≤≥×^]|(?<!\w)x)\s*{_MARK}\Z", "touches"),
    (rf"(?P<word>\d[.,'’]?){_MARK}\Z", "touches"),
    (rf"(?i)(?<![\w-])(?P<word>{_MULTIPLES}){_GAP}\(?\Z", "multiplies"),
)
_HEDGE = rf"(?i)(?<![\w-])(?P<word>{_NEAR})[\s*_\"“(]+\Z"
_REACH = 40
_SEPARATORS = "\u00a0\u202f.,"


def stretched(passage: Passage, values: Mapping[Expression, Value], tracker: Tracker) -> Iterator[Remark]:
    """Every word, sign or digit of a passage that makes another number of the figure beside it."""
    locale = tracker.site.locale
    for offset, expression in passage.expressions.items():
        figure = values.get(expression)
        if not isinstance(figure, Figure):
            continue
        said = f'"{say(figure, locale)}"'
        begins = max(0, offset - _REACH)
        yield from _before(figure, said, locale, passage.words[begins:offset], begins)
        yield from _after(figure, said, locale, passage.words[offset + 1 : offset + 1 + _REACH], offset + 1)
        yield from _unit(figure, said, tracker, passage.words[offset + 1 : offset + 1 + _REACH], offset + 1)
        yield from _beside(passage, values, offset, said)


def _before(figure: Figure, said: str, locale: Locale, before: str, begins: int) -> Iterator[Remark]:
    for pattern, what in _BEFORE:
        if match := re.search(pattern, before):
            yield _stretch(match, begins, what, said, "before")
    if match := foreign_sign(before, figure.unit, locale):
        hint = f'take "{match["word"]}" out: the unit of the figure is {figure.unit}'
        yield Remark(begins + match.start("word"), match["word"], f'"{match["word"]}" stands before {said}', hint)
    if (match := re.search(_HEDGE, before)) and _certain(figure):
        message = f'"{match["word"]}" stands before {said}, which the data give exactly'
        hint = f'take "{match["word"]}" out, or round the figure: … | rounded(-3)'
        yield Remark(begins + match.start("word"), match["word"], message, hint)


@lru_cache(maxsize=16)
def _scale(locale: Locale) -> str:
    """A pattern of the words for zeros, in English and in the languages that are read."""
    words = dict(_SCALES)
    for word, zeros in (pair for known in locale.read for pair in scale_words(known).items()):
        name = next((name for name, own in SCALES.items() if own == zeros), "thousand")
        words[name] = f"{re.escape(word)}|{words[name]}"
    return rf"(?i){_GAP}(?P<word>{'|'.join(f'(?P<{name}>{forms})' for name, forms in words.items())})(?![\w²³/])"


def _after(figure: Figure, said: str, locale: Locale, after: str, begins: int) -> Iterator[Remark]:
    own = next((word for word, zeros in SCALES.items() if zeros == figure.unit.scale), "") if figure.plain else ""
    at = 0
    while match := re.compile(_scale(locale)).match(after, at):
        stated = at == 0 and own and match[own]  # digits alone do not say it
        if not stated and not (match["word"] == "m" and figure.unit.id in _METRES):
            yield _stretch(match, begins, "multiplies", said, "after")
        at = match.end()
    for pattern, what in (*_AFTER, (_percent(locale), "percent")):
        if (match := re.match(pattern, after)) and not _mine(match["word"], what, figure):
            yield _stretch(match, begins, what, said, "after")


@lru_cache(maxsize=16)
def _percent(locale: Locale) -> str:
    """A pattern of "percent" in the languages that are read."""
    known = [each for each in locale.read if each.language != "en"]
    words = (format_unit(2, "concentr-percent", "long", locale=each).lstrip("2 \u00a0\u202f") for each in known)
    return rf"{_GAP}(?P<word>{'|'.join(re.escape(word) for word in words if '%' not in word) or '(?!)'})"


def _mine(word: str, what: str, figure: Figure) -> bool:
    """Whether what stands behind a figure is its own unit, which the figure does not print itself."""
    match what:
        case "percent":
            return figure.unit == PERCENT and figure.plain
        case "points":
            return figure.unit != PERCENT
        case "times":
            return figure.unit == TIMES
    return word == "x" and figure.unit == TIMES


def _unit(figure: Figure, said: str, tracker: Tracker, after: str, begins: int) -> Iterator[Remark]:
    """A noun of money, a measure or another metric behind a figure that counts something else, or another time."""
    if figure.operation in CHANGES.values() or figure.unit.id in NAMED:
        return
    if match := foreign(after, figure.unit, tracker):
        word = match["word"]
        message = f'"{word}" stands after {said}, which is in {heading(figure.unit, tracker.site.locale)}'
        place = begins + match.start("word")
        yield Remark(place, word, message, "write what the figure counts, or ask for another figure")
    period = figure.address.period if figure.address is not None and figure.metric_kind == "flow" else None
    if isinstance(period, Period) and (match := each_time(after, period, tracker.site.locale)):
        words = match["words"].strip()
        message = f'"{words}" stands after {said}, which is of {period}'
        place = begins + match.end("words") - len(words)
        yield Remark(place, words, message, "say of which time the figure is, or ask for another figure")


def _beside(passage: Passage, values: Mapping[Expression, Value], offset: int, said: str) -> Iterator[Remark]:
    """Another figure, or a number that `lit` prints, which touches the figure."""
    for side in (-1, 1):
        other = offset + side
        if passage.words[other : other + 1] in _SEPARATORS and other + side in passage.expressions:
            other += side
        value = values.get(passage.expressions[other]) if other in passage.expressions else None
        lit = isinstance(value, Fragment) and value.kind == "lit"
        if lit or (side == 1 and isinstance(value, Figure)):
            yield Remark(
                offset, BLANK, f"another number touches {said}", "put a word between the two, or a comma and a space"
            )


def _certain(figure: Figure) -> bool:
    """Whether a figure is one number that nobody doubts, and prints as it is."""
    interval = figure.amount.interval
    amount, decimals = printed(figure)
    exact = interval.low is not None and interval.low == interval.high == amount.value
    return (
        exact and figure.kind in ANSWERS and not figure.disagree and round(interval.low or 0, decimals) == amount.value
    )


def _stretch(match: re.Match[str], begins: int, what: str, said: str, side: str) -> Remark:
    word = match["word"]
    message = {
        "multiplies": f'"{word}" stands {side} {said} and makes another number of it',
        "percent": f'"{word}" stands after {said}, whose unit is printed with it or is no percentage',
        "points": f'"{word}" stands after {said}, which is printed with its unit',
        "times": f'"{word}" stands after {said}, which counts no times',
        "touches": f'"{word}" touches {said} and makes another number of it',
    }[what]
    return Remark(
        begins + match.start("word"), word, message, f'take "{word}" out: a figure is printed with its scale and sign'
    )

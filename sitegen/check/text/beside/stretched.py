"""Text that touches a figure and makes another number of it: "{{ … }} thousand", "−{{ … }}", "half of {{ … }}"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.units import format_unit

from sitegen.check.text.excused import each_time, foreign, foreign_sign, others
from sitegen.check.text.lists.framing import BOUNDS, EVERY, NEAR, NEEDED
from sitegen.check.text.lists.vocabulary import UNSPACED, read_in
from sitegen.check.text.parsed import Parsed, Side, Spot
from sitegen.check.text.texts import Remark
from sitegen.expressions import Fragment
from sitegen.figures import CHANGES, Figure
from sitegen.figures.arithmetic.direction import way_of
from sitegen.figures.arithmetic.printing import printed
from sitegen.figures.figure import ANSWERS
from sitegen.figures.nouns import heading
from sitegen.figures.scales import scale_words
from sitegen.model.basics.catalogue import NAMED
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
    r"(?<!first )(?<!second )(?<!latter )(?<!other )half(?: of)?|double|twice|thrice|treble|triple|quadruple"
    rf"|(?:many|several|few) times|(?:{_SMALL}|{_TENS}|hundred|\d+) times"
    r"|(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!last )(?<!final )(?:thirds?|quarters?) of"
    r"|(?:fifths?|tenths?|hundredths?|multiples?|fractions?) of"
    rf"|(?:{'|'.join(_SCALES[scale] for scale in ('hundred', 'thousand', 'dozen'))}|millions?|billions?)(?: of)?"
    rf"|(?<!next )(?<!first )(?<!last )(?<!other )(?:{_SMALL})|{_TENS}|minus"
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
_GAP_BEFORE = r"[\s*_\"“(]"
_SEPARATORS = "\u00a0\u202f.,"


def stretched(parsed: Parsed) -> Iterator[Remark]:
    """Every word, sign or digit of a passage that makes another number of the figure beside it."""
    for spot in parsed.spots:
        yield from _before(spot)
        yield from _after(spot)
        yield from _unit(spot, parsed.tracker)
        yield from _touched(spot, parsed)


def _before(spot: Spot) -> Iterator[Remark]:
    for pattern, what in _BEFORE:
        if (match := re.search(pattern, spot.before)) and not _is_sign(spot, match):
            yield _stretch(spot, match, what, "before")
    if match := foreign_sign(spot.before, spot.figure.unit, spot.locale):
        hint = f'take "{match["word"]}" out: the unit of the figure is {spot.figure.unit}'
        yield spot.remark(match, "before", f'"{match["word"]}" stands before {spot.said}', hint)
    if (match := re.search(_hedge(spot.locale), spot.before)) and _certain(spot.figure) and not _bounds(spot, match):
        message = f'"{match["word"]}" stands before {spot.said}, which the data give exactly'
        hint = f'take "{match["word"]}" out, or round the figure: … | rounded(-3)'
        yield spot.remark(match, "before", message, hint)


def _is_sign(spot: Spot, match: re.Match[str]) -> bool:
    """Whether a sign says which way a change went that prints none itself: "(+{{ … | rise }})"."""
    own = {"rise": ("+",), "fall": ("-", "–", "\N{MINUS SIGN}", "minus")}.get(way_of(spot.figure) or "", ())
    begins = re.search(r"(?:\A|[(,:;])\s*\Z", spot.before[: match.start("word")]) is not None
    return match["word"].lower() in own and begins


def _bounds(spot: Spot, match: re.Match[str]) -> bool:
    """Whether a word says how many there may be at any time: "at least {{ 5 }} ships" of those at the end of a year."""
    if re.fullmatch(BOUNDS, match["word"], re.IGNORECASE) is None:
        return False
    stock = spot.metric is not None and spot.metric.kind == "stock"
    anytime = rf"{NEEDED}|\b(?:{read_in(EVERY, spot.locale)})\b"
    return stock or re.search(anytime, spot.sentence.words, re.IGNORECASE) is not None


@lru_cache(maxsize=16)
def _hedge(locale: Locale) -> str:
    """A pattern of the words before a number that is not just that, in English and in the languages that are read."""
    others = [each.language for each in locale.read if each.language in NEAR and each.language != "en"]
    spaced = "|".join((_NEAR, *(NEAR[each] for each in ("en", *others) if each not in UNSPACED)))
    unspaced = "|".join(NEAR[each] for each in others if each in UNSPACED) or "(?!)"
    return rf"(?i)(?P<word>(?<![\w-])(?:{spaced})(?={_GAP_BEFORE})|{unspaced}){_GAP_BEFORE}*\Z"


@lru_cache(maxsize=16)
def _scale(locale: Locale) -> str:
    """A pattern of the words for zeros, in English and in the languages that are read."""
    words = dict(_SCALES)
    for word, zeros in (pair for known in locale.read for pair in scale_words(known).items()):
        name = next((name for name, own in SCALES.items() if own == zeros), "thousand")
        words[name] = f"{re.escape(word)}|{words[name]}"
    return rf"(?i){_GAP}(?P<word>{'|'.join(f'(?P<{name}>{forms})' for name, forms in words.items())})(?![\w²³/])"


def _after(spot: Spot) -> Iterator[Remark]:
    figure, after = spot.figure, spot.after
    own = next((word for word, zeros in SCALES.items() if zeros == figure.unit.scale), "") if figure.plain else ""
    at = 0
    while match := re.compile(_scale(spot.locale)).match(after, at):
        stated = at == 0 and own and match[own]  # digits alone do not say it
        if not stated and not (match["word"] == "m" and figure.unit.id in _METRES):
            yield _stretch(spot, match, "multiplies", "after")
        at = match.end()
    for pattern, what in (*_AFTER, (_percent(spot.locale), "percent")):
        if (match := re.match(pattern, after)) and not _mine(match["word"], what, figure):
            yield _stretch(spot, match, what, "after")


@lru_cache(maxsize=16)
def _percent(locale: Locale) -> str:
    """A pattern of "percent" in the languages that are read."""
    known = [each for each in locale.read if each.language != "en"]
    words = ((each, format_unit(2, "concentr-percent", "long", locale=each).lstrip("2 \u00a0\u202f")) for each in known)
    found = (
        re.escape(word) + ("" if each.language in UNSPACED else r"(?!\w)") for each, word in words if "%" not in word
    )
    return rf"{_GAP}(?P<word>{'|'.join(found) or '(?!)'})"


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


def _unit(spot: Spot, tracker: Tracker) -> Iterator[Remark]:
    """A noun of money, a measure or another metric behind a figure that counts something else, or another time."""
    figure = spot.figure
    if figure.operation in CHANGES.values() or figure.unit.id in NAMED:
        return
    if match := foreign(spot.after, figure.unit, tracker):
        message = f'"{match["word"]}" stands after {spot.said}, which is in {heading(figure.unit, spot.locale)}'
        yield spot.remark(match, "after", message, "write what the figure counts, or ask for another figure")
    series = tracker.series.get(figure.nearest[0].series) if figure.nearest else None
    if series is not None and (match := others(spot.after, series, tracker)):
        message = f'"{match["word"]}" stands after {spot.said}, which counts "{tracker.metrics[series.id[1]].label}"'
        yield spot.remark(match, "after", message, "write what the figure counts, or ask for another figure")
    period = spot.period if figure.metric_kind == "flow" else None
    if period is not None and (match := each_time(spot.after, period, spot.locale)):
        message = f'"{match["word"]}" stands after {spot.said}, which is of {period}'
        yield spot.remark(match, "after", message, "say of which time the figure is, or ask for another figure")


def _touched(spot: Spot, parsed: Parsed) -> Iterator[Remark]:
    """Another figure, or a number that `lit` prints, which touches the figure."""
    for side in (-1, 1):
        other = spot.offset + side
        if parsed.words[other : other + 1] in _SEPARATORS and other + side in parsed.values:
            other += side
        value = parsed.values.get(other)
        lit = isinstance(value, Fragment) and value.kind == "lit"
        if lit or (side == 1 and isinstance(value, Figure)):
            message = f"another number touches {spot.said}"
            yield Remark(spot.offset, BLANK, message, "put a word between the two, or a comma and a space")


def _certain(figure: Figure) -> bool:
    """Whether a figure is one number that nobody doubts, and prints as it is."""
    interval = figure.amount.interval
    amount, decimals = printed(figure)
    exact = interval.low is not None and interval.low == interval.high == amount.value
    return (
        exact and figure.kind in ANSWERS and not figure.disagree and round(interval.low or 0, decimals) == amount.value
    )


def _stretch(spot: Spot, match: re.Match[str], what: str, side: Side) -> Remark:
    word, said = match["word"], spot.said
    message = {
        "multiplies": f'"{word}" stands {side} {said} and makes another number of it',
        "percent": f'"{word}" stands after {said}, whose unit is printed with it or is no percentage',
        "points": f'"{word}" stands after {said}, which is printed with its unit',
        "times": f'"{word}" stands after {said}, which counts no times',
        "touches": f'"{word}" touches {said} and makes another number of it',
    }[what]
    return spot.remark(match, side, message, f'take "{word}" out: a figure is printed with its scale and sign')

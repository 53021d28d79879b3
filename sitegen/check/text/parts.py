"""Quarters, halves and months whose year a text does not say, and words for a time within one that it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.check.text.lists.times import MONTHLY
from sitegen.check.text.when import months, told
from sitegen.figures.periods import within
from sitegen.model.basics.period import Cadence, Period
from sitegen.words import Locale

_SOLD = "(?:sales|deliveries|revenue|profit|exports|output)"
_ALONE: Mapping[str, str] = {
    "en": r"in\sthe\s(?P<part>first|second|third|fourth|final)\s(?P<of>quarter|half)"
    rf"(?:\sof\sthe\syear(?!\s(?:before|to))|(?!\s(?:of|in\sa|running|straight|since|that|when|century|decade)\b))"
    r"|in\s(?P<code>[QH][1-4])(?![\w-]|\s(?:of|e-))"
    rf"|(?P<name>first|second|third|fourth)-(?P<unit>quarter|half)\s{_SOLD}"
    r"|(?<!\S)(?:(?P<label>[QH][1-4])|(?P<nth>first|second|third|fourth)\s(?P<what>quarter|half))(?=:)"
    r"|in\sthe\sfirst\s(?P<months>three|six|nine)\smonths(?!\s(?:of|after|in|on|since|from))",
    "de": r"im\s(?P<part>ersten|zweiten|dritten|vierten|letzten)\s(?P<of>Quartal|Halbjahr)(?!\s(?:in|seit|des))"
    r"|(?<!\S)(?:(?P<label>[QH][1-4])|(?P<nth>erstes|zweites|drittes|viertes)\s(?P<what>Quartal|Halbjahr))(?=:)",
    "fr": r"au\s(?P<part>premier|deuxième|second|troisième|quatrième|dernier)\s(?P<of>trimestre|semestre)"
    r"(?!\s(?:de|du)\b)"
    r"|(?<!\S)(?:(?P<label>[TS][1-4])"
    r"|(?P<nth>premier|deuxième|troisième|quatrième)\s(?P<what>trimestre|semestre))(?=\s?:)",
}
"""By language: a quarter or half of which the year is not told."""
_TURNS: Mapping[str, str] = {
    "en": r"in\sthe\s(?P<nth>first|second|third|fourth)(?:\s(?P<of>quarter|half))?",
    "de": r"im\s(?P<nth>ersten|zweiten|dritten|vierten)(?:\s(?P<of>Quartal|Halbjahr))?",
    "fr": r"au\s(?P<nth>premier|deuxième|second|troisième|quatrième)(?:\s(?P<of>trimestre|semestre))?",
}
"""By language: another quarter or half of a year of which one is told."""
_OF_PART: Mapping[str, Cadence] = {
    **dict.fromkeys(("quarter", "quartal", "trimestre"), "quarter"),
    **dict.fromkeys(("half", "halbjahr", "semestre"), "half"),
}
_NTH_PART = {
    **{word: n for words in (
        ("first", "second", "third", "fourth"), ("erstes", "zweites", "drittes", "viertes"),
        ("ersten", "zweiten", "dritten", "vierten"),
        ("premier", "deuxième", "troisième", "quatrième"),
    ) for n, word in enumerate(words, 1)},
    "second": 2, **dict.fromkeys(("final", "letzten", "dernier"), 0),
}  # fmt: skip
ORDINALS = re.compile(
    r"\b(?:first|second|third|fourth|last|final|next|other|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|letzte[ns]?"
    r"|premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|derni(?:er|ère)|[QHTS][1-4])\b",
    re.IGNORECASE,
)
"""Words for one of several times, of which another is said than by a year alone."""
_SHORTER = re.compile(
    r"quarter|half|halves|month|week|day|spring|summer|autumn|winter|fall\b|so far|alone|peak|start|end\b|beg[aiu]n"
    r"|late|early|when\b|[QHTS][1-4]\b|Quartal|Halbjahr|Monat|Woche|Tag|trimestre|semestre|mois|semaine|jour"
    r"|\bmes(?:es?)?\b|semana|settiman|kwarta|maand|kvartal|månad|veck|季度|半期|上半|下半|[每毎各][月周週]",
    re.IGNORECASE,
)


_ASIDE = re.compile(
    r"[,;:()–—]|\b(?:which|that|who|with|and|but|der|die|das|mit|und|aber|qui|que|avec|et|mais|con|com|e|y|och|og|en|met)\b"
)
"""In a sentence that says more than what was in a month."""
_TOLD_WITHIN = 3
"""For so many months a count is news: "in April it put its sales at {{ … }}" of the first quarter."""
_ENDS = re.compile(r"(?:,\s|\s?\()(?:(?:at\s)?(?:the\s)?end\sof\s|ende\s|fin\s)?\Z", re.IGNORECASE)
"""Before a period with which a head ends: "bikes, end of 2024"."""
_MONTHS = {"three": 3, "six": 6, "nine": 9}


class Part(NamedTuple):
    """A quarter, half or month of which a text does not tell the year: its first month and its last."""

    start: int
    text: str
    first: int
    last: int

    @property
    def is_month(self) -> bool:
        """Whether it is a month."""
        return self.first == self.last

    def excludes(self, period: Period) -> bool:
        """Whether a period lies in another part of its year; in the months after it, it is told of."""
        one, other = period.first, period.last
        usual = period.calendar is None and one.year == other.year
        told_of = self.is_month and 0 < (self.first - other.month) % 12 <= _TOLD_WITHIN
        return usual and not told_of and (other.month < self.first or one.month > self.last)

    def of(self, year: int) -> Period:
        """The part of that year."""
        return Period.parse(f"{year}-{self.first:02}/{year}-{self.last:02}")


def part_told(words: str, locale: Locale) -> Part | None:
    """The one quarter, half or month that a text names without a year; None where it names several, or others."""
    pattern = _ALONE.get(locale.babel.language)
    match = re.search(rf"(?i)(?<![\w-])(?:{pattern})(?!\w)(?!\s(?:19|20)\d\d)", words) if pattern else None
    if match is None:
        return _month_told(words, locale)
    if ORDINALS.search(words[: match.start()] + words[match.end() :]):
        return None
    said = match.groupdict()
    if (count := (said.get("months") or "").lower()) in _MONTHS:
        return Part(match.start(), match[0], 1, _MONTHS[count])
    code = said.get("code") or said.get("label")
    what = (said["of"] or said.get("unit") or said.get("what") or "").lower()
    months = 3 if what in ("quarter", "quartal", "trimestre") or (code and code[0] in "qQtT") else 6
    n = int(code[1]) if code else _NTH_PART[(said["part"] or said.get("name") or said["nth"]).lower()]
    last = (n or 12 // months) * months
    return Part(match.start(), match[0], last - months + 1, last) if last <= 12 else None


def turns(words: str, period: Period, locale: Locale) -> Iterator[tuple[int, int, Period]]:
    """The other quarters or halves of its year that a text names beside a period by a number, and where: "in the
    second"."""
    pattern = _TURNS.get(locale.babel.language)
    if pattern is None or period.cadence not in ("quarter", "half"):
        return
    months = 3 if period.cadence == "quarter" else 6
    ends = r"(?=[\s.,;:]|\Z)(?!\s(?:of|des|de|du)\s)(?!\s(?:19|20)\d\d)"
    for match in re.finditer(rf"(?i)(?<![\w-])(?:{pattern}){ends}", words):
        last = _NTH_PART[match["nth"].lower()] * months
        if last <= 12 and _OF_PART.get((match["of"] or "").lower(), period.cadence) == period.cadence:
            part = Part(match.start(), match[0], last - months + 1, last)
            yield match.start(), match.end(), part.of(period.first.year)


def heads_told(heads: Sequence[str], nouns: Iterable[str], locale: Locale, *, usual: bool) -> str:
    """The heads of a row and a column as a text would have them: "in 2025" of a period alone, or of "Q2" beside it.

    nouns: what is counted below, in small letters. usual: whether it has no financial years.
    """
    years = [each.named for head in heads for each in told(head, locale) if each.text == head]
    parts = [part for head in heads if (part := _part_of_head(head, locale)) is not None]
    if usual and len(parts) == len(years) == 1 and years[0].cadence == "year":
        return within(parts[0].of(years[0].first.year), locale)
    return ", ".join(_spoken(head, nouns, locale) for head in heads)


def _spoken(head: str, nouns: Iterable[str], locale: Locale) -> str:
    """The head of a row or a column as a text would have it: "in 2025" of a period alone, "bikes in 2025" of "bikes
    (2025)"."""
    part = _part_of_head(head, locale)
    for each in told(head, locale) if part is None else ():
        if each.text == head:
            return within(each.named, locale)
        before = _ENDS.search(head[: each.start])
        if before is not None and not head[each.end :].strip(" )") and any(noun in head.lower() for noun in nouns):
            return f"{head[: before.start()]} {within(each.named, locale)}"
    return head if part is None else part.text if part.is_month else f"{head}:"


def _part_of_head(head: str, locale: Locale) -> Part | None:
    """The quarter, half or month that a head is, without its year: "Q2", "January"."""
    before = MONTHLY.get(locale.babel.language, "in {}").partition(" ")[0]
    for words, text in ((f"{head}:", head), (f"{before} {head}", f"{before} {head}")):
        part = part_told(words, locale)
        if part is not None and part.text == text:
            return part
    return None


def _month_told(words: str, locale: Locale) -> Part | None:
    """The one month that a text names without a year: "in May"."""
    before = MONTHLY.get(locale.babel.language, "in").partition(" ")[0]
    names = {name: n for n, name in locale.babel.months["format"]["wide"].items()}
    pattern = rf"(?<![\w-])(?i:{before})\s(?P<name>{'|'.join(names)})(?![\w’'-]|\.?\s(?:of\s|d[eo]\s)?\d)"
    found = [*re.finditer(pattern, words)]
    if len(found) != 1 or _ASIDE.search(words.replace(f"{found[0][0]},", "")):
        return None
    if found[0].start() and re.match(r"\s[A-Z]", words[found[0].end() :]):  # "in May Street"
        return None
    return Part(found[0].start(), found[0][0], names[found[0]["name"]], names[found[0]["name"]])


def shorter(words: str, locale: Locale) -> bool:
    """Whether a text has words for a time within one that it names, of which a figure may be."""
    names = {word.lower() for word in re.findall(r"[^\W\d_]{3,}", words)}
    return _SHORTER.search(words) is not None or not names.isdisjoint(months(locale))

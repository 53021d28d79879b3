"""Which periods a text names, in the language of the site, and which of them say when something was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.check.text.lists.times import CODED, LAST, MONTHLY, SOMEWHERE, UNTIL, WEEKLY, WEEKS
from sitegen.check.text.lists.vocabulary import UNSPACED, YEAR
from sitegen.figures.periods import say_period, short_period, within
from sitegen.model.basics.period import Period
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

_PARTS = ("", "-H1", "-H2", *(f"-Q{n}" for n in range(1, 5)), *(f"-{n:02}" for n in range(1, 13)))
_BEGINS = re.compile(r"(?:^|[.!?]\s)\Z")
"""A period with which a sentence begins says when: "2024 sold Harbour", as German has it, or "May 2024 brought"."""
_LABEL = re.compile(rf"\)?\s?[:：]\s?{BLANK}")
"""Behind a period that heads a figure: "2024: 5", "Harbour (2024): 5"."""
_BEHIND = re.compile(rf"{BLANK}(?:\s[^\W\d_][\w-]*){{0,2}}\s\(\Z")
"""Before a period in brackets behind a figure: "5 loaves (2024)"."""
_OPEN = r"(?!(?:年?(?:\d{1,2}月)?)?(?:[度财財期]|\d{1,2}[日号])|年?\d{1,2}月?(?:[~～〜–-]|至|到|から)|[–/~～〜-])"
"""Behind a period of characters: neither a financial year nor a day or a span of months begins with it."""
_VERB = {
    "de": re.compile(
        r"(?<!\w)(?:[a-zäöüß]+te[nt]?|ha(?:t|ben)|ist|sind|w(?:ar|aren|urden?)|lag(?:en)?|kam(?:en)?"
        r"|stieg|sank|wuchs|fiel)\s\Z"
    )
}
"""By language: before a year that says when without a preposition."""


_WEEK = re.compile(rf"W\d|[周週]|(?<!\w)(?:{WEEKS})(?!\w)", re.IGNORECASE)
"""Where a week may be named."""
_UNTIL = "|".join(re.escape(way.removesuffix("{}")) for ways in UNTIL.values() for way in ways)


class Told(NamedTuple):
    """A period as it stands in a text, from an offset on; period: if it says when something was.

    named: the period itself. whole: False for a time somewhere in the period.
    """

    start: int
    text: str
    period: Period | None
    named: Period
    whole: bool = True

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def until(self) -> bool:
        """Whether it says until when: "by June 2025"."""
        return re.match(_UNTIL, self.text.lower()) is not None


def told(words: str, locale: Locale) -> Iterator[Told]:
    """Every period that a text names by its year."""
    if not YEAR.search(words):
        return
    for match in re.finditer(_spans(locale), words):
        first, last = (months(locale)[match[name].lower()] for name in ("first", "last"))
        period = Period.parse(f"{match['year']}-{first:02}/{match['year']}-{last:02}") if first < last else None
        if period is not None:
            yield Told(match.start(), match[0], period, period)
            words = _without(match, words)
    for pattern, says_when in _weeks(locale) if _WEEK.search(words) else ():
        for match in pattern.finditer(words):
            try:
                week = Period.parse(f"{match['year']}-W{int(match['week']):02}")
            except ValueError:
                continue
            yield Told(match.start(), match[0], week if says_when or _is_when(words, match, locale) else None, week)
            words = _without(match, words)
    for year in dict.fromkeys(map(int, YEAR.findall(words))):
        pattern, every, when, somewhere = _periods(year, locale)
        for match in pattern.finditer(words):
            text = match[0].lower()
            period = when.get(text) or (every[text] if _is_when(words, match, locale) else None)
            yield Told(match.start(), match[0], period, every[text], text not in somewhere)


def _without(match: re.Match[str], words: str) -> str:
    """A text with spaces in the place of what was read."""
    return words[: match.start()] + " " * len(match[0]) + words[match.end() :]


def _is_when(words: str, match: re.Match[str], locale: Locale) -> bool:
    """Whether a period says when something was by where it stands."""
    language = locale.babel.language
    if language in UNSPACED or _BEGINS.search(words, 0, match.start()) or _LABEL.match(words, match.end()):
        return True
    if words[match.end() : match.end() + 1] == ")" and _BEHIND.search(words, 0, match.start()):
        return True
    verb = _VERB.get(language)
    return (
        verb is not None and words[match.end() : match.end() + 1] == " " and bool(verb.search(words, 0, match.start()))
    )


@lru_cache(maxsize=16)
def months(locale: Locale) -> Mapping[str, int]:
    """The number of each month by its names in small letters."""
    widths = [
        locale.babel.months[form][width] for form in ("format", "stand-alone") for width in ("wide", "abbreviated")
    ]
    digits = {str(n): n for n in range(1, 13)} if locale.babel.language in UNSPACED else {}
    return digits | {name.lower().rstrip("."): number for names in widths for number, name in names.items()}


@lru_cache(maxsize=16)
def _spans(locale: Locale) -> str:
    """A pattern of several months of a year: "Jan–Mar 2025", "from January to March 2025"."""
    if locale.babel.language in UNSPACED:
        first, last = (rf"(?P<{name}>1[0-2]|[1-9])" for name in ("first", "last"))
        return rf"(?<![\d–/-])(?P<year>(?:19|20)\d\d)年{first}月?(?:[~～〜–-]|至|到|から){last}月期?(?!\d)"
    month = "|".join(sorted(map(re.escape, months(locale)), key=len, reverse=True))
    dash = r"\s?[–-]\s?|\s(?:to|and|until|through|bis)\s"
    first, last = (rf"(?P<{name}>{month})\b\.?" for name in ("first", "last"))
    return rf"(?i)(?<![\w–/-])(?:(?:from|between)\s)?{first}(?:{dash}){last}\s(?P<year>(?:19|20)\d\d)(?![\w–/-])"


@lru_cache(maxsize=16)
def _weeks(locale: Locale) -> list[tuple[re.Pattern[str], bool]]:
    """Patterns of a week of a year, the longest first, and whether each says when something was."""
    known = Period.parse("2025-W36")
    names = (say_period(known, locale), short_period(known, locale), str(known))
    ways = (within(known, locale), *(way.format(week=36, year=2025) for way in WEEKLY.get(locale.babel.language, ())))
    forms = {**dict.fromkeys(names, False), **dict.fromkeys(ways, True)}
    edge = "" if locale.babel.language in UNSPACED else r"(?![\w–/-])"
    return [
        (re.compile(rf"(?i)(?<![\w–/-]){_numbered(form)}{edge}"), when)
        for form, when in sorted(forms.items(), key=lambda each: (-len(each[0]), each[0]))
    ]


def _numbered(form: str) -> str:
    """A pattern of a form of week 36 of 2025 for any week of any year."""
    year, week = r"(?P<year>(?:19|20)\d\d)", r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])"
    return re.escape(form).replace("2025", year).replace("36", week)


@lru_cache(maxsize=64)
def _periods(year: int, locale: Locale) -> tuple[re.Pattern[str], Mapping[str, Period], Mapping[str, Period], set[str]]:
    """A pattern of every period of a year as the language says it, those that say when something was, and how near."""
    when: dict[str, Period] = {}
    names: dict[str, Period] = {}
    language = locale.babel.language
    for part in _PARTS:
        period = Period.parse(f"{year}{part}")
        short, long = short_period(period, locale), say_period(period, locale)
        ways = (within(period, locale), locale.say("period.date.other", period=short))
        last = [way.format(year) for way in LAST.get(language, {}).get(part, ())]
        if language in MONTHLY and period.cadence == "month":
            month = locale.babel.months["format"]["wide"][period.first.month]
            last.append(MONTHLY[language].format(month, year))
        coded = (way.format(period) for way in (CODED.get(language, ()) if part else ()))
        until = (way.format(long) for way in UNTIL.get(language, ()))
        when |= {way.lower(): period for way in (*ways, *last, *coded, *until)}
        names |= {short.lower(): period, long.lower(): period}
    somewhere = {way.format(year).lower() for way in SOMEWHERE.get(language, ())}
    when |= dict.fromkeys(somewhere, Period.parse(str(year)))
    every = names | when
    ordered = sorted(every, key=lambda name: (-len(name), name))
    start, end = (r"(?<![\d–/-])", _OPEN) if language in UNSPACED else (r"(?<![\w–/-])", r"(?![\w–/-])")
    pattern = re.compile(rf"{start}(?:{'|'.join(map(re.escape, ordered))}){end}", re.IGNORECASE)
    return pattern, every, when, somewhere


def is_at_end(own: Period, said: Period) -> bool:
    """Whether a figure is of the first or the last of some months that are said."""
    return own.cadence == "month" and own != said and (own.first == said.first or own.last == said.last)


def lies_within(own: Period, said: Period) -> bool:
    """Whether one period is a part of another, and not all of it up to a day."""
    return own != said and said.contains(own) and own.named is not None


def is_other(own: Period, said: Period) -> bool:
    """Whether a figure is none of the period that is said: a whole year may be told of in the month after it."""
    if own.named == said.named:
        return own != said
    longer = said.last - said.first > own.last - own.first
    return own.first > said.last or (longer and own.last < said.first)


def goes_beyond(own: Period, said: Period) -> bool:
    """Whether a figure is of a time that lasts longer than until a period."""
    return own.last > said.last


def lies_apart(own: Period, said: Period) -> bool:
    """Whether a figure is of no time in the period that is said."""
    return own.first > said.last or own.last < said.first

"""Patterns of dates and periods as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.check.text.lists.times import NUMBERED_WEEKS, WEEKS
from sitegen.words import Locale

if TYPE_CHECKING:
    from babel import Locale as Known

YEAR = r"(?:19\d\d|20\d\d|2100)"
_HALVES = {"de": r"(?<!\w)[12]\.\s(?:Halbjahr|Hj\.)"}  # halves of a year, which Babel does not name
_END = r"(?!\d|[.,’']\d)"
_DASH = r"(?:\s?[–—/-]\s?|\s(?:to|and|or|until)\s)"
_FY = r"FY\s?(?:19\d\d|20[0-3]\d|['’]?\d\d)(?:[/–-]\d\d)?(?!\d)"  # FY2025, FY 24/25
_YEARS = r"[Yy]ears?|Jahre?s?|années?|años?|anni|anno|anos?|år|jaar"
_PARTS = (
    r"(?:(?:first|second|third|fourth|last|latter)\s(?:quarter|half)|spring|summer|autumn|fall|winter|end|start|beginning|middle|rest|close)\sof"
    "|Quartal|Halbjahr|Frühling|Sommer|Herbst|Winter|Ende|Anfang|Mitte|trimestre|semestre|été|automne|hiver|printemps"
)
"""Before a year of which they are a part: no count comes behind them."""
_FOUR = "[1-4１-４一二三四]"
_TO = "(?:[~～〜–-]|至|到|から)"
_MONTH = rf"\d{{1,2}}(?:[月월]?{_TO}\d{{1,2}})?(?:月|월)期?"
_WEEK = r"(?:0?[1-9]|[1-4]\d|5[0-3])"
_CHARACTERS = (  # 2025年第3四半期, 2025年3月20日, 2025年7～9月期, 令和7年, 午前8時30分, 2025년 3분기
    rf"(?<![\d.,])(?:{YEAR}|(?:令和|平成|昭和)\d{{1,2}})(?:年度?|년)"
    rf"(?:\s?(?:第?{_FOUR}(?:四半期|季度|분기)|{_MONTH}(?:\s?\d{{1,2}}(?:[日号]?{_TO}\d{{1,2}})?[日号일])?))?"
    rf"|(?<!\d)\d{{1,2}}(?:月|월)\s?\d{{1,2}}[日号일]|(?<!\d){_MONTH}(?![間间])|第{_FOUR}(?:四半期|季度)|[1-4]분기"
    rf"|(?<!\d){YEAR}(?:[/–-]\d\d)?[财財]年|第{_WEEK}[周週]"
    r"|(?<!\d)(?:午前|午後|上午|下午)?\d{1,2}[時时](?:\d{1,2}分|半)?(?![間间])|第\d{1,3}[章条節节項项]"
)
_FINANCIAL = rf"(?:{_FY}|{YEAR}[/–]\d\d(?!\d))"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?"


def dates(locale: Locale, no_unit: str, no_count: str) -> Iterator[str]:
    """Patterns of days, months, quarters, halves, years and their spans, the longest first.

    no_unit: refuses a unit behind a number. no_count: refuses what makes a count of a number that reads like a year.
    """
    yield _CHARACTERS
    for known in locale.read:
        yield from _quarters(known)
    yield from _days(_months(locale), no_unit)
    yield from _years(_END + no_unit, no_count, no_unit)


def _months(locale: Locale) -> str:
    names = {name.rstrip(".") for known in locale.read for form in ("format", "stand-alone")
             for width in ("wide", "abbreviated") for name in known.months[form][width].values()}  # fmt: skip
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _quarters(known: Known) -> Iterator[str]:
    """Patterns of quarters and halves as a language counts them: "4. Quartal 2025"."""
    names = {name for form in known.quarters.values() for name in form["wide"].values()}
    end = rf"(?:\s{YEAR}{_END})?(?!\w)"
    yield rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names)))}){end}"
    if known.language in _HALVES:
        yield _HALVES[known.language] + end


def _days(months: str, no_unit: str) -> Iterator[str]:
    month = rf"(?<!\w)(?:{months})\b\.?"
    yield rf"(?<!\d){YEAR}-(?:[QH][1-4]|\d\d(?:-\d\d)?)(?![\w])"
    yield rf"(?<![\w./])(?:0?[1-9]|1[0-2])/{YEAR}(?![\w/])"
    yield rf"(?<![\d.,])\d\d?([./])\d\d?\1{YEAR}(?!\d)|(?<![\d.,]){YEAR}([./])\d\d?\2\d\d?(?!\d)"
    yield rf"(?<![\w.,])(?:{_DAY}{_DASH})?{_DAY}\s(?:of\s)?(?:{months})\b\.?(?:,?\s{YEAR}{_END})?"
    yield rf"{month}\s(?:{_DAY}{_DASH})?{_DAY}{_END}(?:,?\s{YEAR}{_END})?{no_unit}"
    yield rf"{month},?\s{YEAR}{_END}"
    yield rf"(?<!\w)(?:[QH][1-4]{_DASH})?[QH][1-4](?:\s(?:of\s)?(?:{_FINANCIAL}|{YEAR}{_END})|\s?['’]\d\d)?(?!\w)"
    yield rf"(?<!\w)[1-4][QH](?:\s?{YEAR}{_END}|['’]?\d\d)?(?!\w)"
    yield rf"(?<!\w)(?:{YEAR}\s[QH][1-4]|(?:[369]|12)M\s{YEAR}{_END})(?!\w)"
    yield rf"(?<!\w){_FY}(?!\w)"


def _years(end: str, no_count: str, no_unit: str) -> Iterator[str]:
    no_count = rf"(?!(?:{_DASH}{YEAR}(?!\d))?{no_count.removeprefix('(?!')}"
    yield rf"(?<![\w.,]){YEAR}{_DASH}{YEAR}{end}{no_count}|(?<![\w.,]){YEAR}[–/-]\d\d(?!\w){end}"
    yield rf"(?<!\w)(?:{WEEKS})\s(?:{_WEEK}{_DASH})?{_WEEK}(?:/{YEAR})?(?!\w)"
    yield rf"(?<!\w){_WEEK}\.\s(?:{NUMBERED_WEEKS})(?!\w)|(?<!\w){YEAR}-W{_WEEK}(?!\w)"
    yield r"(?<!\w)5[23]-week\syears?(?!\w)"
    yield rf"(?<![\w.,])(?:1[5-8]\d0|{YEAR})(?:s|er)(?!\w)"
    yield (
        rf"(?<!\w)(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|By|From|Before|After|{_YEARS}|{_PARTS})(?:\s(?:early|late|mid)(?=[\s-]))?"
        rf"[\s-]{YEAR}(?:{_DASH}{YEAR}{no_unit})?{_END}(?!\s?%)"
    )
    yield rf"(?<![\w.,+−€$£¥≈~><≥≤±×]){YEAR}(?![\w+]){end}{no_count}"

"""Periods as people write them in tables: Jan-23, Q1 2023, 1Q23, 2023年1月, 01/2023, W1 2023, FY2023."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from sitegen.model.basics.period import read_when

_HAN = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
_YEAR = r"(?P<year>[12]\d{3}|'?\d{2})"
_WEEK = "W|KW|week|wk|(?:kalender)?woche|semaine|semana|settimana|vecka|v|uke|uge"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<month>\d{1,2})\s*[/.]\s*(?P<year>[12]\d{3})",
        r"(?P<year>[12]\d{3})\s*[/.]\s*(?P<month>\d{1,2})",
        r"(?P<year>[12]\d{3})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]",
        r"(?P<year>[12]\d{3})\s*[年년]",
        rf"Q(?P<quarter>[1-4])[\s/'-]*{_YEAR}",
        rf"(?P<quarter>[1-4])[.\s]*Q(?:uartal)?[\s/'-]*{_YEAR}",
        r"(?P<year>[12]\d{3})[\s/-]*Q(?P<quarter>[1-4])",
        r"(?P<year>[12]\d{3})\s*年?\s*第?(?P<quarter>[一二三四1-4])季度?",
        rf"H(?P<half>[12])[\s/'-]*{_YEAR}",
        rf"(?P<half>[12])[.\s]*H[\s/'-]*{_YEAR}",
        rf"(?P<half>[12])\.\s*Halbjahr\s*{_YEAR}",
        r"(?P<year>[12]\d{3})[\s/-]*H(?P<half>[12])",
        r"(?P<year>[12]\d{3})\s*年?\s*(?P<half>[上下])半年",
        rf"(?:{_WEEK})\s*(?P<week>\d{{1,2}})(?:\s*of\s|[\s/'-])\s*{_YEAR}",
        rf"(?P<year>[12]\d{{3}})[\s/-]*(?:{_WEEK})\s*(?P<week>\d{{1,2}})",
        r"(?P<year>[12]\d{3})\s*[年년]?\s*第?(?P<week>\d{1,2})[周週주]",
        r"FY[\s']*(?P<financial>[12]\d{3}|\d{2})",
        r"(?P<part>[QH][1-4])[\s/-]*FY[\s']*(?P<financial>[12]\d{3}|\d{2})",
        r"FY[\s']*(?P<financial>[12]\d{3}|\d{2})[\s/-]*(?P<part>[QH][1-4])",
    )
)
_NAMED = (
    re.compile(r"(?P<name>[^\W\d_]+)\.?[\s\-/.']*(?P<year>[12]\d{3}|\d{2})"),
    re.compile(r"(?P<year>[12]\d{3})[\s\-/.]*(?P<name>[^\W\d_]+)\.?"),
)


def period_name(text: str, locales: tuple[str, ...] = ("en",)) -> str | None:
    """How a period is written in the data, of a text that writes it in some usual way; None if it is none."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip("*. ")
    try:
        read_when(plain)
        return plain
    except ValueError:
        pass
    for form in _FORMS:
        if (found := form.fullmatch(plain)) is not None:
            return _valid(_named(found.groupdict()))
    for form in _NAMED:
        if (found := form.fullmatch(plain)) is not None:
            month = _months(locales).get(found["name"].casefold())
            return None if month is None else _valid(f"{_year(found['year'])}-{month:02}")
    return None


def _named(parts: dict[str, str | None]) -> str:
    if financial := parts.get("financial"):
        part = parts.get("part")
        return f"FY{_year(financial)}" + (f"-{part.upper()}" if part else "")
    year = _year(parts["year"] or "")
    for key, mark in (("quarter", "Q"), ("half", "H")):
        if found := parts.get(key):
            return f"{year}-{mark}{_HAN.get(found, found)}"
    if week := parts.get("week"):
        return f"{year}-W{int(week):02}"
    month = parts.get("month")
    return f"{year}-{int(month):02}" if month else year


def _year(digits: str) -> str:
    bare = digits.lstrip("'")
    return bare if len(bare) == 4 else f"20{bare}"


def _valid(name: str) -> str | None:
    try:
        read_when(name)
    except ValueError:
        return None
    return name


@lru_cache(maxsize=8)
def _months(locales: tuple[str, ...]) -> dict[str, int]:
    """The names and short names of months in some languages, without case and points."""
    found: dict[str, int] = {}
    for name in locales:
        try:
            months = Locale.parse(name, sep="-" if "-" in name else "_").months
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                for number, month in months[context][width].items():
                    found[month.casefold().rstrip(".")] = int(number)
                    found.setdefault(month.casefold()[:3], int(number))
    return {**found, "sept": 9, "mrz": 3}

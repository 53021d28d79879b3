"""What was probably meant by a text that names a day or a period in another way than the data do."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GAP = r"[\s./_–—年-]*"
_WORDS = (  # as people say quarters and halves
    (r"\s*[*†‡¹²³]+\Z", ""),
    (r"\b(first|1st)\b|第?[一1](?=\s?(?:季度?|四半期|半年))", "1"),
    (r"\b(second|2nd)\b|第?[二2](?=\s?(?:季度?|四半期|半年))", "2"),
    (r"\b(third|3rd)\b|第?[三3](?=\s?(?:季度?|四半期))", "3"),
    (r"\b(fourth|4th)\b|第?[四4](?=\s?(?:季度?|四半期))", "4"),
    (r"([1-4])\s?(?:quarter|季度?|四半期)(?:\sof\b)?", r"q\1"),
    (r"([12])\s?(?:half)(?:\sof\b)?", r"h\1"),
    ("上半年", "h1"),
    ("下半年", "h2"),
    (r"(q[1-4]|h[12])\sof\s", r"\1 "),
)
_YEAR = r"(?P<year>[12]\d{3})"
_WORD = r"(?P<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PERIODS = (
    rf"{_YEAR}{_GAP}(?P<part>[qhw]){_GAP}(?P<number>\d\d?)",
    rf"(?P<part>[qhw]){_GAP}(?P<number>\d\d?){_GAP}{_YEAR}",
    rf"(?P<number>\d)(?P<part>[qh]){_GAP}{_YEAR}",
    r"(?P<part>[qh])\s*(?P<number>\d)[\s./'’_-]+(?P<short>\d\d)",
    r"(?P<number>\d)(?P<part>[qh])[\s./'’_-]*(?P<short>\d\d)",
    r"['’]?(?P<short>\d\d)[\s./_-]*(?P<part>[qh])\s*(?P<number>\d)",
    rf"{_YEAR}[./年-](?P<month>\d\d?)月?",
    rf"(?P<month>\d\d?)[./-]{_YEAR}",
    rf"{_WORD}[\s-]+{_YEAR}",
    rf"{_YEAR}[\s-]+{_WORD}",
)
_DAYS = (
    rf"{_YEAR}[./年-](?P<month>\d\d?)[./月-](?P<day>\d\d?)日?(?:[t ]\d.*)?",
    rf"(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}",
    rf"{_WORD}\s(?P<day>\d\d?),?\s{_YEAR}",
    rf"(?P<day>\d\d?)\.?[\s-]{_WORD}[\s-]{_YEAR}",
    rf"(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d\d?)[/-]{_YEAR}",
    rf"(?P<month>\d\d?)[/-](?P<day>1[3-9]|2\d|3[01])[/-]{_YEAR}",
)
_FORMS = (*_DAYS, *_PERIODS)


def period_meant(text: str) -> str | None:
    """How the data write the day or period of a text such as Q3 2025, Sep 2025 or 5.2.2026.

    None where it can be none, or two: 02/05/2026 is one day in one country and another in the next.
    """
    plain = re.sub(_WORDS[0][0], "", text.strip())
    plain = unicodedata.normalize("NFKC", plain).strip().casefold()
    for said, written in _WORDS[1:]:
        plain = re.sub(said, written, plain)
    found = next((match for form in _FORMS if (match := re.fullmatch(form, plain, re.ASCII))), None)
    if found is None:
        return None
    parts = found.groupdict()
    year = f"20{parts['short']}" if parts.get("short") else parts["year"]
    if part := parts.get("part"):
        number, most = int(parts["number"]), {"q": 4, "h": 2, "w": 53}[part]
        digits = f"{number:02}" if part == "w" else str(number)
        return f"{year}-{part.upper()}{digits}" if 1 <= number <= most else None
    month = _MONTHS.index(parts["word"]) + 1 if parts.get("word") else int(parts["month"])
    return _written(int(year), month, parts.get("day"))


def _written(year: int, month: int, day: str | None) -> str | None:
    try:
        first = date(year, month, int(day or 1))
    except ValueError:
        return None
    return first.isoformat() if day else f"{first:%Y-%m}"

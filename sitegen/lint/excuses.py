"""What excuses a numeral by rule: Markdown's own marks, names, dates and periods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.lint.passages import blanked
from sitegen.model.locales import locale_of
from sitegen.model.tracker import Tracker

YEAR = r"(?:19\d\d|20\d\d|2100)"
_END = r"(?!\d|[.,’']\d)"
_DASH = r"(?:\s?[–—/-]\s?|\s(?:to|and|or|until)\s)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
_UNITS = (
    "%", "€", "$", "£", "¥", "万", "亿", "k", "m", "mn", "bn", "tn", "per", "percent", "points", "thousand", "million",
    "billion", "trillion", "cars", "vehicles", "units", "yuan", "rmb", "cny", "usd", "eur", "dollars", "euros", "km",
    "kw", "kwh", "hours", "days", "months", "years", "people", "employees",
)  # fmt: skip
_MARKS = re.compile(
    r"\[\^[^\]\n]+\]"  # a footnote
    r"|(?<=\])\[[^\]\n]*\]|^[ ]{0,3}\[[^\]\n]+\]:"  # the label of a link, and where it is defined
    r"|\{:[^}\n]*\}|\{[ ]*[#.][^}\n]*\}"  # ids and classes
    r"|\{%[^\n]*?%\}"  # what other generators take for commands
    r"|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);",
    re.MULTILINE,
)
_BLOCK = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)
_ORDINAL = re.compile(r"^[ \t>]*\d+[.)](?=\s)", re.MULTILINE)
_LISTED = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])\s")


class Excuses:
    """The excuses that hold in one tracker, by its names, its units and the months of its locale."""

    def __init__(self, tracker: Tracker) -> None:
        names = sorted(_names(tracker), key=lambda name: (-len(name), name))
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:['’]?s)?(?!\w)") if names else None
        self._dates = [re.compile(pattern) for pattern in _dates(_months(tracker), _units(tracker))]

    def applied(self, words: str) -> str:
        """The words with all that is excused blanked."""
        words = _BLOCK.sub(lambda block: _list(block[0]), words)
        for pattern in (_MARKS, *([self._names] if self._names else []), *self._dates):
            words = pattern.sub(lambda match: blanked(match[0]), words)
        return words


def _list(block: str) -> str:
    """A block with the ordinals of its items blanked, if it begins with an item of a list."""
    return _ORDINAL.sub(lambda match: blanked(match[0]), block) if _LISTED.match(block) else block


def _names(tracker: Tracker) -> set[str]:
    """Every name with a digit in it; of an entity also its later words ("M9" of "AITO M9")."""
    whole = {tracker.site.name, *(metric.label for metric in tracker.metrics.values())}
    whole |= {capability.label for capability in tracker.capabilities.values()}
    for source in tracker.sources.values():
        whole |= {source.publisher, source.title or ""}
    whole = {name for name in whole if any(c.isalpha() for c in name)}
    whole |= {form for term in tracker.site.terms for form in (term, term[:1].upper() + term[1:])}
    for entity in tracker.entities.values():
        whole |= {entity.name, entity.native or "", *entity.aliases, *_later(entity.name)}
    return {name for name in whole if any(c.isdigit() for c in name)}


def _later(name: str) -> Iterator[str]:
    """What a longer name is called in short: each of its words, and its ends, unless they have no letter."""
    words = name.split()
    for index, word in enumerate(words):
        yield from (short for short in (word, " ".join(words[index:])) if any(c.isalpha() for c in short))


def _months(tracker: Tracker) -> str:
    months = locale_of(tracker.site.locale).months
    names = {name.rstrip(".") for form in ("format", "stand-alone") for width in ("wide", "abbreviated")
             for name in months[form][width].values()}  # fmt: skip
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _units(tracker: Tracker) -> str:
    """A lookahead that refuses a unit: 2,000 cars may be written without the comma."""
    words = {word.lower() for metric in tracker.metrics.values() for word in metric.unit.split()} | {*_UNITS}
    every = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?!\s?(?i:{'|'.join(map(re.escape, every))})(?!\w))"


def _dates(months: str, no_unit: str) -> Iterator[str]:
    """Patterns of days, months, quarters, halves, years and their spans, the longest first."""
    month, end = rf"(?<!\w)(?:{months})\b\.?", _END + no_unit
    yield rf"(?<!\d){YEAR}-(?:[QH][1-4]|\d\d(?:-\d\d)?)(?![\w])"
    yield rf"(?<![\d.,])\d\d?([./])\d\d?\1{YEAR}(?!\d)|(?<![\d.,]){YEAR}([./])\d\d?\2\d\d?(?!\d)"
    yield rf"(?<![\w.,])(?:{_DAY}{_DASH})?{_DAY}\s(?:of\s)?(?:{months})\b\.?(?:,?\s{YEAR}{_END})?"
    yield rf"{month}\s(?:{_DAY}{_DASH})?{_DAY}{_END}(?:,?\s{YEAR}{_END})?{no_unit}"
    yield rf"{month},?\s{YEAR}{_END}"
    yield rf"(?<!\w)(?:[QH][1-4]{_DASH})?[QH][1-4](?:\s(?:of\s)?(?:FY\s?)?{YEAR}{_END}|\s?['’]\d\d)?(?!\w)"
    yield rf"(?<!\w)[1-4][QH](?:\s?{YEAR}{_END}|['’]?\d\d)?(?!\w)"
    yield rf"(?<!\w){YEAR}\s[QH][1-4](?!\w)"
    yield rf"(?<!\w)FY\s?(?:{YEAR}|['’]?\d\d)(?!\w)"
    yield rf"(?<![\w.,]){YEAR}{_DASH}{YEAR}{end}|(?<![\w.,]){YEAR}[–/-]\d\d(?!\w){end}"
    yield r"(?<!\w)[Ww]eeks?\s\d\d?(?!\w)"
    yield rf"(?<![\w.,]){YEAR}s(?!\w)"
    yield rf"(?<!\w)(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil)\s{YEAR}{_END}(?!\s?%)"
    yield rf"(?<![\w.,+−€$£¥]){YEAR}(?!\w){end}"

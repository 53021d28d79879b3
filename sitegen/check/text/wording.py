"""Finds words of quantity, order and comparison in what a reader reads in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from sitegen.check.text.lists.characters import CHARACTERS
from sitegen.check.text.lists.claimed import (
    BOUNDS,
    DENIALS,
    EACH,
    EXACT,
    MOVES,
    OF_OTHERS,
    PLACED,
    SIDES,
    STAGED,
    TIMES,
)
from sitegen.check.text.lists.numberwords import NumberWord, number_words
from sitegen.check.text.lists.phrases import QUIET
from sitegen.check.text.lists.sought import NOTHING, Forms, pattern
from sitegen.check.text.lists.tongues import TONGUES
from sitegen.check.text.lists.wordlist import ENGLISH, FIGURE, UNITS, Term
from sitegen.check.text.sentences import sentence

_LISTS: Mapping[str, tuple[Term, ...]] = {"en": ENGLISH, **TONGUES}
"""The list of each language, by the first part of its code."""
_SAYS = "say|says|know|knows|tell|tells|open|unclear|ask|asks"
_ASKS = re.compile(rf"\bwhether\b|(?:^|[:–—] |\b(?:{_SAYS}) )(?:who|which)\b", re.IGNORECASE)
_MEASURES = ("percent", "point", "points", "times", "thousand", "million", "billion", "far")
_OF = "than|the|an?|its|their|about|over|nearly|almost|own|[\\w-]+['’]s?"
_AFTER = re.compile(rf"\s+(?:(?:[\w’'-]+ ){{0,3}}(?:by|to|um|de|en|di|em|met|med) )?(?:(?:{_OF}) ){{0,2}}{FIGURE}")
_QUIET = "x"
_PLAIN = str.maketrans(
    {**{chr(0xFEE0 + code): chr(code).lower() for code in range(0x21, 0x7F)}, "\u2010": "-", "\u2011": "-"}
    | {chr(code): chr(code).lower() for code in (*range(0x41, 0x5B), *range(0xC0, 0xDF))}
    | {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}
)
_STEM = 4
_STEMS = {"led": "lead"}


class Word(NamedTuple):
    """Words of a list as they stand in a text, from an offset on; term: the line of the list."""

    start: int
    text: str
    term: Term

    @property
    def end(self) -> int:
        """The offset behind them."""
        return self.start + len(self.text)

    @property
    def sense(self) -> str:
        """What two words have in common if they say the same: "outsells" and "outsold", "led" and "leads"."""
        text = " ".join(self.text.lower().replace("-", " ").split())
        if self.term.kind not in ("comparative", "superlative"):
            return text
        text = "behind" if text.endswith(" behind") else text
        return _STEMS.get(text, text[:_STEM])


class Wording:
    """The words of one language; of a language without a list none are found.

    language: the first part of its code. names: in which no word counts. units: words that may stand between a number
    and a comparative.
    """

    def __init__(self, language: str, names: Iterable[str] = (), units: Iterable[str] = ()) -> None:
        self.language = language.partition("-")[0].lower()
        self.names, self.units = frozenset(names), tuple(units)

    # Patterns are compiled where they are needed: most builds read few texts, and most texts have no such word.
    @cached_property
    def _strong(self) -> Forms:
        return Forms(self._formed(form for term in self._own if term.strong for form in term.forms))

    @cached_property
    def _any(self) -> Forms:
        return Forms(self._formed(form for term in self._own for form in term.forms))

    @cached_property
    def _terms(self) -> list[tuple[re.Pattern[str], Term]]:
        return [(self._listed(term.forms), term) for term in (*self._own, *CHARACTERS)]

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        own = sorted(filter(self._may_find, self.names), key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)") if own else None

    @cached_property
    def _before(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted({*_MEASURES, *self.units})))
        return re.compile(rf"{FIGURE}%?(?: (?:{words})){{0,2}}\s+\Z")

    @property
    def _own(self) -> tuple[Term, ...]:
        return _LISTS.get(self.language, ())

    def _listed(self, forms: Iterable[str]) -> re.Pattern[str]:
        """A pattern of forms of the list, with the units of the tracker where they name them."""
        return pattern(*self._formed(forms))

    def _formed(self, forms: Iterable[str]) -> list[str]:
        units = "|".join(sorted(unit.lower() for unit in self.units if unit.isalpha())) or NOTHING
        return [form.replace(UNITS, units) for form in forms]

    def times(self, words: str) -> list[str]:
        """The words that say which period is meant."""
        return pattern(TIMES.get(self.language, NOTHING)).findall(words)

    def denies(self, words: str) -> bool:
        """Whether the words deny something."""
        return self.denial(words) is not None

    @property
    def can_deny(self) -> bool:
        """Whether the words are known with which the language denies."""
        return self.language in DENIALS

    def denial(self, words: str) -> Word | None:
        """The first word that denies something."""
        return self._first(DENIALS, words)

    def _first(self, forms: Mapping[str, str], words: str) -> Word | None:
        match = pattern(forms.get(self.language, NOTHING)).search(_small(words))
        return None if match is None else Word(match.start(), words[slice(*match.span())], Term("quantity", False, ()))

    def find(self, words: str, *, strong: bool = False) -> Iterator[Word]:
        """The words of a text, in order; of two that overlap the first and longest. strong: no others."""
        if not self._may_find(words, strong):
            return
        loud = self._loud(words)
        terms = (each for each in self._terms if each[1].strong or not strong)
        spans = ((match.span(), term) for sought, term in terms for match in sought.finditer(loud))
        every = (Word(start, words[start:end], term) for (start, end), term in spans)
        end = 0
        for word in sorted(every, key=lambda word: (word.start, -word.end)):
            if word.start >= end:
                yield word
                end = word.end

    def sides(self, words: str) -> Iterator[Word]:
        """The words that say of two things which is more, where they stand between them: "above", "short of"."""
        for match in pattern(SIDES.get(self.language, NOTHING)).finditer(self._loud(words)):
            yield Word(match.start(), words[match.start() : match.end()], Term("comparative", False, ()))

    def placed(self, words: str) -> Iterator[Word]:
        """The words that say a place in a ranking: "largest", "is third", "last place"."""
        loud, others = self._loud(words), pattern(OF_OTHERS.get(self.language, NOTHING))
        ends = {match.end() for match in others.finditer(loud)}
        for match in pattern(*PLACED.get(self.language, ())).finditer(loud):
            if len(loud[: match.start()].rstrip()) not in ends:
                yield Word(match.start(), words[match.start() : match.end()], Term("order", False, ()))

    def moves(self, words: str) -> Iterator[tuple[str, Word]]:
        """The words that say which way a count went, each with "rise" or "fall"."""
        yield from self._ways(MOVES.get(self.language, {}), self._loud(words), words)

    def bounds(self, words: str) -> Iterator[tuple[str, Word]]:
        """The words that say on which side of a number a count is, each with "more" or "less"."""
        yield from self._ways(BOUNDS.get(self.language, {}), _small(words), words)

    def staged(self, words: str) -> Iterator[tuple[str, Word]]:
        """The words that say how far something has come in a place, each with "there", "plan" or "left"."""
        yield from self._ways(STAGED.get(self.language, {}), self._loud(words), words)

    def each(self, words: str) -> Word | None:
        """The words that say something of several periods, one by one: "every quarter"."""
        return self._first(EACH, words)

    def exact(self, words: str) -> Iterator[Word]:
        """The words right before a number that say a count is just that: "has", "exactly"."""
        for match in pattern(EXACT.get(self.language, NOTHING)).finditer(_small(words)):
            yield Word(match.start(), words[match.start() : match.end()], Term("quantity", False, ()))

    def _ways(self, ways: Mapping[str, str], small: str, words: str) -> Iterator[tuple[str, Word]]:
        for way, forms in ways.items():
            for match in self._listed([forms]).finditer(small):
                yield way, Word(match.start(), words[match.start() : match.end()], Term("comparative", False, ()))

    def numbers(self, words: str) -> Iterator[NumberWord]:
        """The numbers that stand in words in a text, except for names and phrases that claim nothing."""
        return number_words(self._loud(words), self.language)

    def states(self, words: str, word: Word, *, measured: bool = True) -> bool:
        """Whether a text states a word on its own account.

        It does not in a question, behind "whether", or where a figure beside a comparative says how much:
        "{{ … }} fewer than", "more than {{ … }}", "outsold it by {{ … }}". measured: whether such a figure counts.
        """
        begin, end = sentence(words, word.start, word.end)
        if words[begin:end].rstrip("”\"'’) \n").endswith("?"):
            return False
        beside = _AFTER.match(words, word.end) or self._before.search(words[: word.start])
        if measured and word.term.kind == "comparative" and beside and not word.term.multiple:
            return False
        return _ASKS.search(words[begin : word.start].lstrip()) is None

    def _loud(self, words: str) -> str:
        """The words in small letters, with names and phrases that claim nothing crossed out."""
        loud = _small(words if self._names is None else self._names.sub(lambda match: _QUIET * len(match[0]), words))
        for quiet in QUIET.get(self.language, ()):
            loud = pattern(quiet).sub(lambda match: _QUIET * len(match[0]), loud)
        return loud

    def _may_find(self, words: str, strong: bool = False) -> bool:
        """Whether a search for all words at once finds anything: in most texts there is nothing."""
        small = _small(words)
        if (self._strong if strong else self._any).stands_in(small):
            return True
        characters = () if small.isascii() else CHARACTERS
        return any(self._listed(term.forms).search(small) for term in characters if term.strong or not strong)


def _small(words: str) -> str:
    """The words in small letters, those of full width and other hyphens as they read; none added or removed."""
    return words.lower() if words.isascii() else words.translate(_PLAIN)

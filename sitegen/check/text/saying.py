"""Whether words say more than the text of a claim: another number, name, time or order, or the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.check.text.lists.stems import contrary, unsaid, wider
from sitegen.check.text.numerals import Numeral, numerals
from sitegen.check.text.wording import Word, Wording
from sitegen.model.basics.text import Text
from sitegen.model.tracker import Tracker

_TAIL, _HEAD = re.compile(r"[\w-]*\Z"), re.compile(r"\w*")
_WORD = re.compile(r"\w[\w-]*")


class Saying:
    """Compares words with texts. names: of the things that the tracker knows."""

    def __init__(self, wording: Wording, names: Iterable[str]) -> None:
        self._wording = wording
        self._names = {word for name in names for word in _WORD.findall(name) if not word.islower()}

    def beyond(self, words: str, text: str) -> Iterator[str]:
        """The numbers, the names, the words of time, and those of quantity, order and comparison that a text lacks.

        Names stand in the words in the order of the text: "Acme outsold Birch" is not "Birch outsold Acme". So do
        numbers and times where the words compare: "more in 2025 than in 2024".
        """
        compares = any(word.term.kind == "comparative" for word in self._wording.find(words))
        numbers = [{(reading, each.percent) for reading in each.readings} for each in numerals(text)]
        rest = iter(numbers)
        for numeral in numerals(words):
            own, around = {(reading, numeral.percent) for reading in numeral.readings}, _around(words, numeral)
            in_order = compares and around == numeral.text  # "M9" is a name
            if all(map(own.isdisjoint, rest if in_order else numbers)):
                yield around
        there = iter(self._named(text))
        yield from (name for name in self._named(words) if name not in there)
        times = [time.lower() for time in self._wording.times(text)]
        later = iter(times)
        yield from (each for each in self._wording.times(words) if each.lower() not in (later if compares else times))
        senses = {word.sense for word in self._wording.find(text)}
        other = {word.start: word.text for word in self._wording.find(words) if word.sense not in senses}
        said = {reading for each in numbers for reading, _ in each} | {
            n for word in self._wording.numbers(text) for n in word.values
        }
        for number in self._wording.numbers(words):
            if not said.intersection(number.values):
                other.setdefault(number.start, words[number.start : number.start + len(number.text)])
        yield from (other[start] for start in sorted(other))

    def unsaid(self, words: str, text: str) -> Iterator[str]:
        """The words that say something and of which a text has no form, except for names and words of quantity."""
        known = {each for word in self._wording.find(words) for each in _WORD.findall(word.text)} | self._names
        yield from (word for word in unsaid(words, text, self._wording.language) if word not in known)

    def contrary(self, words: str, text: str) -> Iterator[str]:
        """The words whose contrary a text says."""
        return contrary(words, text, self._wording.language)

    def wider(self, before: str, words: str, after: str, text: str) -> Iterator[str]:
        """What stands right around words and makes more of them than a text says."""
        return wider(before, words, after, text, self._wording.language)

    def contradicts(self, words: str, text: str) -> bool:
        """Whether one of the two denies something and the other does not."""
        return self._wording.denies(words) != self._wording.denies(text)

    def says(self, words: str, word: Word, text: str) -> bool:
        """Whether a text says a word of what the words name: what both name stands there in the same order."""
        if all(other.sense != word.sense for other in self._wording.find(text)):
            return False
        named, there = self._named(words), self._named(text)
        both = [name for name in named if name in there]
        rest = iter(there)
        return all(name in rest for name in dict.fromkeys(both)) and bool(both or not named or not there)

    def turns(self, before: str, words: str, text: str) -> bool:
        """Whether what stands before words makes another order of names of them than a text has."""
        named, there = self._named(words), self._named(text)
        own = [name for name in dict.fromkeys(self._named(before)) if name in there and name not in named]
        rest = iter(there)
        return bool(own and named) and not all(name in rest for name in (*own, *named))

    def _named(self, words: str) -> list[str]:
        return [word for word in _WORD.findall(words) if word in self._names]


def known(tracker: Tracker) -> set[str]:
    """The names of the things that a tracker knows."""
    return {name for entity in tracker.entities.values() for name in entity.names}


def plain(text: Text) -> str:
    """What a text says without its expressions."""
    return "".join(part for part in text.parts if isinstance(part, str))


def _around(words: str, numeral: Numeral) -> str:
    """A number with the letters that belong to it: "M9"."""
    before, after = _TAIL.search(words[: numeral.start]), _HEAD.match(words[numeral.end :])
    return (before[0] if before else "") + numeral.text + (after[0] if after else "")

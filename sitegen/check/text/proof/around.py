"""What stands around the words that a claim is behind: it may deny them, or say them of another thing or time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.named import asked, named, places
from sitegen.check.text.parsed import Parsed, Sentence
from sitegen.check.text.proof.beyond import OTHERWISE, akin, asked_periods, fits
from sitegen.check.text.saying import Saying, known, plain
from sitegen.check.text.texts import Remark
from sitegen.check.text.when import told
from sitegen.check.text.wording import Wording
from sitegen.claims import Verdict
from sitegen.expressions import Fragment
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_UNTRUE = re.compile(
    r"\b(?:(?:false|untrue|wrong|not true|a myth|a lie|deny|den(?:ies|ied)|doubt(?:s|ed)?|unlikely) that\b"
    r"|(?:few|nobody|no one|hardly anyone|none) (?:believ|thinks?|thought|sa(?:y|id)|know|knew)\w* that\b"
    r"|(?:not|never|no longer|hardly|nowhere)\s*\Z)|n['’]t\s*\Z",
    re.IGNORECASE,
)
"""Before words: they are denied."""
_THAT = re.compile(r"\b(?:[Tt]hat|[Dd]ass) (?P<words>.+?),? (?:is|was|ist|war)\s\Z")
"""Before a verdict: what it is on."""
_THAN = re.compile(r"\s+than\s[^.,;:!?]{1,60}")
"""Right behind words that compare: with whom."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|wurden?|par)\b")


class Around:
    """Reads the sentences in which `holds` stands."""

    def __init__(self, tracker: Tracker, verdicts: Mapping[str, Verdict], wording: Wording) -> None:
        self._tracker, self._verdicts, self._wording = tracker, verdicts, wording
        self._saying = Saying(wording, known(tracker))

    def remarks(self, parsed: Parsed) -> Iterator[Remark]:
        """What is to be said of the words around those that are bound to a claim."""
        for offset, value in parsed.values.items():
            if isinstance(value, Fragment) and value.kind in ("holds", "claim") and value.id in self._verdicts:
                said = parsed.sentence(offset)
                alone = len(said.values) == 1
                sides = parsed.spelled(said.begin, offset), parsed.spelled(offset + 1, said.end)
                holds = value.kind == "holds"
                found = self._faults(value, *sides, alone=alone) if holds else self._verdict(value.id, sides[0])
                for word, message in found:
                    hint = f"the claim says: {plain(self._verdicts[value.id].claim.text)}"
                    at = _place(parsed, said, offset, word)
                    yield Remark(at, word if parsed.words.startswith(word, at) else BLANK, message, hint)

    def _verdict(self, id: str, before: str) -> Iterator[tuple[str, str]]:
        """What "That … is {{ claim }}" turns around: the verdict would be on another statement."""
        match = _THAT.search(before)
        if match is None:
            return
        words, text = match["words"], plain(self._verdicts[id].claim.text)
        for word in self._saying.contrary(words, text):
            yield word, f'"{word}" is the contrary of what the claim "{id}" says, whose verdict is printed here'
        yield from self._turned(id, words, words, text)

    def _turned(self, id: str, before: str, words: str, text: str) -> Iterator[tuple[str, str]]:
        """A name before words that the claim says of another one, which the sentence does not name."""
        entities = self._tracker.entities
        there, here = (
            [named for named in places(self._tracker, each) if entities[named[0]].kind != "market"]
            for each in (text, before)
        )
        if len(there) < 2 or not here or _PASSIVE.search(words):
            return
        first, (own, _, name) = there[0][0], here[-1]
        others = [each for each, _, _ in there if not akin(self._tracker, each, [first])]
        if akin(self._tracker, own, others) and not any(akin(self._tracker, each, [first]) for each, _, _ in here):
            yield name, f'the claim "{id}" says it of {there[0][2]}, and the sentence of {name}'

    def _faults(self, bound: Fragment, before: str, after: str, *, alone: bool) -> Iterator[tuple[str, str]]:
        """The words around that say otherwise than the claim, each with a message."""
        claim = self._verdicts[bound.id].claim
        text = plain(claim.text)
        match = _UNTRUE.search(before)
        if match is not None and not self._wording.denies(text):
            yield match[0].strip(), f'"{match[0].strip()}" denies what the claim "{claim.id}" says'
        for word in self._saying.wider(before, bound.text, after, text):
            yield word, f'"{word}" stands beside words of the claim "{claim.id}", which does not say that'
        if not alone or OTHERWISE.search(before + after):
            return
        said = [each for each in told(f"{before} {after}", self._tracker.site.locale) if each.period is not None]
        periods = asked_periods(self._tracker, claim) if len(said) == 1 else None
        if periods and said[0].period is not None and not fits(said[0].period, periods):
            yield said[0].text, f'the sentence says "{said[0].text}", and the claim "{claim.id}" is of another time'
        yield from self._at_other_time(claim, before, bound.text, text)
        yield from self._of_others(claim, before, bound.text)
        if (than := _THAN.match(after)) is not None:
            yield from self._of_others(claim, than[0], "")
        if not named(self._tracker, bound.text + after):
            yield from self._turned(claim.id, before, bound.text, text)

    def _at_other_time(self, claim: Claim, before: str, words: str, text: str) -> Iterator[tuple[str, str]]:
        """A period before words that compare, with which the claim only compares: "in 2024 it sold more" of 2025."""
        locale = self._tracker.site.locale
        said, there = [*told(before, locale)], [*told(text, locale)]
        compares = any(word.term.kind == "comparative" for word in self._wording.find(words))
        if len(said) == 1 and len(there) == 2 and compares and not any(told(words, locale)):
            first, second = sorted(there)
            if said[0].named == second.named != first.named:
                message = f'the claim "{claim.id}" says "{first.text}", and only compares with "{second.text}"'
                yield said[0].text, message

    def _of_others(self, claim: Claim, before: str, words: str) -> Iterator[tuple[str, str]]:
        entities, text = self._tracker.entities, plain(claim.text)
        of = {*claim.about, *named(self._tracker, text), *asked(self._tracker, claim)}
        others = [
            id for id in named(self._tracker, before) if entities[id].kind in {entities[each].kind for each in of}
        ]
        if others and not any(akin(self._tracker, id, of) for id in others):
            name = next(name for name in entities[others[0]].names if name in before)
            yield name, f'the sentence names {name}, and the claim "{claim.id}" does not'
        if words and self._saying.turns(before, words, text) and words.split()[0].islower():
            yield before.split()[-1], f'the sentence turns the claim "{claim.id}" around'


def _place(parsed: Parsed, said: Sentence, offset: int, word: str) -> int:
    """Where a word stands beside an offset: the nearest before it, else behind it, else as a name of the site."""
    before, behind = parsed.words.rfind(word, said.begin, offset), parsed.words.find(word, offset, said.end)
    linked = (each.start for each in said.names if parsed.spelled(each.start, each.end) == word)
    return before if before >= 0 else behind if behind >= 0 else next(linked, offset)

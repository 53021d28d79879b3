"""Words of quantity, order and comparison that no claim stands behind, and what to say to their author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.borne import borne_out
from sitegen.check.text.lists.tongues import TONGUES
from sitegen.check.text.lists.wordlist import FIGURE, Kind
from sitegen.check.text.named import named
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.proof import Lack, Proof
from sitegen.check.text.saying import Saying, known, plain
from sitegen.check.text.texts import Passage
from sitegen.check.text.wording import Word, Wording
from sitegen.claims import Verdict
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_RECORD = re.compile("record|rekord|récord", re.IGNORECASE)
_DOES: Mapping[Kind, str] = {
    "quantity": "is a quantity",
    "order": "puts things in an order",
    "comparative": "compares",
    "superlative": "sets one thing above the others",
}


class Untested:
    """Finds such words."""

    def __init__(self, tracker: Tracker, verdicts: Mapping[str, Verdict], wording: Wording) -> None:
        self._tracker, self._verdicts, self._wording = tracker, verdicts, wording
        self._saying, self._proof = Saying(wording, known(tracker)), Proof(tracker, wording)

    def find(self, parsed: Parsed) -> Iterator[Word]:
        """The words that a passage states without a claim or a figure: in a headline all, else the strong ones.

        What a claim states is tested by its check: see `unproved`.
        """
        kind, strong = parsed.passage.kind, parsed.passage.kind != "headline"
        if kind == "statement" or not any(self._wording.find(parsed.words, strong=strong)):
            return
        words = _marked(parsed)
        for word in self._wording.find(words, strong=strong):
            if self._wording.states(words, word) and not any(
                excused(parsed, words, word) for excused in (self._judged, self._shown, self._measured, self._borne_out)
            ):
                yield word

    def _shown(self, parsed: Parsed, words: str, word: Word) -> bool:
        """Whether a superlative is the title of a ranking, which shows it: "Best-selling boats", and names nobody."""
        passage = parsed.passage
        headed = passage.kind == "headline" and any(isinstance(each, Ranking) for each in passage.subject.owners)
        shown = headed and word.term.kind == "superlative" and not _RECORD.match(word.text)
        return shown and not named(self._tracker, words)

    def _borne_out(self, parsed: Parsed, words: str, word: Word) -> bool:
        return word.term.kind == "comparative" and borne_out(parsed, word)

    def _measured(self, parsed: Parsed, words: str, word: Word) -> bool:
        """Whether a figure stands in the sentence of a word of a language whose list is short: see `tongues`."""
        if self._wording.language not in TONGUES or word.term.kind == "quantity" or word.term.multiple:
            return False
        said = parsed.sentence(word.start, word.end)
        return FIGURE in words[said.begin : said.end]

    def unproved(self, parsed: Parsed) -> Iterator[Lack]:
        """The words of the statement of a claim that its check does not test, and the opposite of the check."""
        claim = parsed.passage.claim
        if claim is not None and claim.id in self._verdicts:
            words = _marked(parsed)
            yield from self._proof.turned(words, claim)
            yield from self._proof.lacks(words, claim)

    def advice(self, word: Word, passage: Passage) -> tuple[str, str]:
        """Message and hint for a word; the hint names a supported claim that says it of the same entities."""
        text = " ".join(word.text.split())
        id = self._claim(word, passage)
        bind = f'bind it to a claim: {{{{ holds("{id}", "{text}") }}}}'
        excuse = f'{{{{ lit("{text}", "why there is nothing to test") }}}}'
        message = f'"{text}" {_DOES[word.term.kind]}, and no claim that was tested stands behind it'
        return message, f"{bind}\nsay it with a figure, or excuse it: {excuse}"

    def _judged(self, parsed: Parsed, words: str, word: Word) -> bool:
        """Whether its sentence gives the verdict on a claim that says the word."""
        said = parsed.sentence(word.start, word.end)
        for value in said.values.values():
            match value:
                case Fragment(kind="claim", id=id) if id in self._verdicts:
                    told = words[said.begin : said.end]
                    if self._saying.says(told, word, plain(self._verdicts[id].claim.text)):
                        return True
        return False

    def _claim(self, word: Word, passage: Passage) -> str:
        entities = set(passage.subject.entities)
        for id, verdict in self._verdicts.items():
            if verdict.word != "supported" or not entities.intersection(verdict.claim.about):
                continue
            if any(other.sense == word.sense for other in self._wording.find(plain(verdict.claim.text))):
                return id
        return "claim-id"


def _marked(parsed: Parsed) -> str:
    """The words of a passage, with a sign for each figure."""
    words = parsed.words
    for offset, value in parsed.values.items():
        words = words[:offset] + _mark(value) + words[offset + 1 :]
    return words


def _mark(value: Value | None) -> str:
    """What stands for a value while words are looked for: a number that `lit` excuses counts as a figure."""
    match value:
        case Figure():
            return FIGURE
        case Fragment(kind="lit", text=text) if any(character.isdigit() for character in text):
            return FIGURE
    return BLANK

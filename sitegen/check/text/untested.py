"""Words of quantity, order and comparison that no claim stands behind, and what to say to their author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.check.text.borne import borne_out
from sitegen.check.text.lists.tongues import TONGUES
from sitegen.check.text.lists.wordlist import FIGURE, Kind
from sitegen.check.text.named import named
from sitegen.check.text.proof import Lack, Proof
from sitegen.check.text.saying import Saying, known, plain
from sitegen.check.text.texts import Passage
from sitegen.check.text.wording import Word, Wording, sentence
from sitegen.claims import Verdict
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure
from sitegen.model.basics.text import Expression
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
    """Finds such words. values: of the expressions that could be evaluated."""

    def __init__(
        self, tracker: Tracker, values: Mapping[Expression, Value], verdicts: Mapping[str, Verdict], wording: Wording
    ) -> None:
        self._tracker, self._values, self._verdicts, self._wording = tracker, values, verdicts, wording
        self._saying, self._proof = Saying(wording, known(tracker)), Proof(tracker, wording)

    def find(self, passage: Passage) -> Iterator[Word]:
        """The words that a passage states without a claim or a figure: in a headline all, else the strong ones.

        What a claim states is tested by its check: see `unproved`.
        """
        strong = passage.kind != "headline"
        if passage.kind == "statement" or not any(self._wording.find(passage.words, strong=strong)):
            return
        words = self._marked(passage)
        for word in self._wording.find(words, strong=strong):
            if self._wording.states(words, word) and not any(
                excused(passage, words, word)
                for excused in (self._judged, self._shown, self._measured, self._borne_out)
            ):
                yield word

    def _shown(self, passage: Passage, words: str, word: Word) -> bool:
        """Whether a superlative is the title of a ranking, which shows it: "Best-selling boats", and names nobody."""
        headed = passage.kind == "headline" and any(isinstance(each, Ranking) for each in passage.subject.owners)
        shown = headed and word.term.kind == "superlative" and not _RECORD.match(word.text)
        return shown and not named(self._tracker, words)

    def _borne_out(self, passage: Passage, words: str, word: Word) -> bool:
        return word.term.kind == "comparative" and borne_out(passage, word, self._values, self._tracker)

    def _measured(self, passage: Passage, words: str, word: Word) -> bool:
        """Whether a figure stands in the sentence of a word of a language whose list is short: see `tongues`."""
        if self._wording.language not in TONGUES or word.term.kind == "quantity" or word.term.multiple:
            return False
        begin, end = sentence(words, word.start, word.end)
        return FIGURE in words[begin:end]

    def unproved(self, passage: Passage) -> Iterator[Lack]:
        """The words of the statement of a claim that its check does not test, and the opposite of the check."""
        claim = passage.claim
        if claim is not None and claim.id in self._verdicts:
            words = self._marked(passage)
            yield from self._proof.turned(words, claim)
            yield from self._proof.lacks(words, claim)

    def _marked(self, passage: Passage) -> str:
        """The words of a passage, with a sign for each figure."""
        words = passage.words
        for offset, expression in passage.expressions.items():
            words = words[:offset] + _mark(self._values.get(expression)) + words[offset + 1 :]
        return words

    def advice(self, word: Word, passage: Passage) -> tuple[str, str]:
        """Message and hint for a word; the hint names a supported claim that says it of the same entities."""
        text = " ".join(word.text.split())
        id = self._claim(word, passage)
        bind = f'bind it to a claim: {{{{ holds("{id}", "{text}") }}}}'
        excuse = f'{{{{ lit("{text}", "why there is nothing to test") }}}}'
        message = f'"{text}" {_DOES[word.term.kind]}, and no claim that was tested stands behind it'
        return message, f"{bind}\nsay it with a figure, or excuse it: {excuse}"

    def _judged(self, passage: Passage, words: str, word: Word) -> bool:
        """Whether its sentence gives the verdict on a claim that says the word."""
        begin, end = sentence(words, word.start, word.end)
        for offset, expression in passage.expressions.items():
            match self._values.get(expression):
                case Fragment(kind="claim", id=id) if begin <= offset < end and id in self._verdicts:
                    if self._saying.says(words[begin:end], word, plain(self._verdicts[id].claim.text)):
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


def _mark(value: Value | None) -> str:
    """What stands for a value while words are looked for: a number that `lit` excuses counts as a figure."""
    match value:
        case Figure():
            return FIGURE
        case Fragment(kind="lit", text=text) if any(character.isdigit() for character in text):
            return FIGURE
    return BLANK

"""Words that a text binds to a claim: the claim is supported, says them, and is tested as they need it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from sitegen.check.text.proof import Proof
from sitegen.check.text.saying import Saying, known
from sitegen.check.text.wording import Wording
from sitegen.claims import Verdict
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure, say_in_text
from sitegen.model.basics.text import Expression, Text
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault, part_of

_BEYOND = "words-beyond-claim"


class Holding:
    """Tests what `holds` binds in one tracker. values: of the expressions that could be evaluated."""

    def __init__(
        self, tracker: Tracker, values: Mapping[Expression, Value], verdicts: Mapping[str, Verdict], wording: Wording
    ) -> None:
        self._tracker, self._values, self._verdicts = tracker, values, verdicts
        self._saying, self._proof = Saying(wording, known(tracker)), Proof(tracker, wording)

    def problems(self, expressions: Iterable[Expression]) -> Iterator[Problem]:
        """What is wrong with the words that some expressions bind."""
        for expression in expressions:
            value = self._values.get(expression)
            if isinstance(value, Fragment) and value.kind == "holds" and value.id in self._verdicts:
                yield from (_placed(fault, expression, value.text) for fault in self._faults(value))

    def _faults(self, bound: Fragment) -> Iterator[Fault]:
        verdict = self._verdicts[bound.id]
        if verdict.word != "supported":
            hint = f'write only what the data support, or print the verdict: {{{{ claim("{bound.id}") }}}}'
            message = f'the claim "{bound.id}" is {verdict.word}, so it cannot stand behind words'
            yield Fault("unsupported-words", message, hint, bound.id)
            return
        text = self._said(verdict.claim.text)
        hint = f"the claim says: {text}"
        beyond = [*self._saying.beyond(bound.text, text)] or [*self._saying.unsaid(bound.text, text)][:1]
        for word in beyond:
            yield Fault(_BEYOND, f'the claim "{bound.id}" does not say "{word}" there', hint, word)
        if self._saying.contradicts(bound.text, text):
            message = f'the words and the claim "{bound.id}" say opposite things: one of them denies it'
            yield Fault(_BEYOND, message, hint, bound.text)
        for lack in self._proof.lacks(bound.text, verdict.claim):
            yield Fault(_BEYOND, lack.message, lack.hint, lack.word.text)

    def _said(self, text: Text) -> str:
        """The text of a claim as a reader reads it."""
        locale = self._tracker.site.locale
        values = (part if isinstance(part, str) else self._values.get(part) for part in text.parts)
        return "".join(
            say_in_text(value, locale) if isinstance(value, Figure) else value if isinstance(value, str) else ""
            for value in (value.text if isinstance(value, Fragment) else value for value in values)
        )


def _placed(fault: Fault, expression: Expression, words: str) -> Problem:
    """The Problem of a fault; one of bound words is underlined among them, and not in the id of the claim."""
    start = words.find(fault.word)
    if start < 0:
        return fault.at(expression)
    place = part_of(expression, words, start, len(fault.word))
    return structs.replace(fault.at(expression), place=place)

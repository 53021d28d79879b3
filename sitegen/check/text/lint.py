"""The lint: passages → findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen.check.data import Finding
from sitegen.check.text.beside import (
    captioned,
    dated,
    distributed,
    doubled,
    exchanged,
    extreme,
    framed,
    headed,
    labelled,
    misdirected,
    mistaken,
    planned,
    resulting,
    spoken,
    stretched,
    summed,
)
from sitegen.check.text.borne import outdone
from sitegen.check.text.excused import Excuses
from sitegen.check.text.matches import Datum, Matches
from sitegen.check.text.named import asked, named
from sitegen.check.text.numerals import Numeral, numerals
from sitegen.check.text.otherwise import of_another
from sitegen.check.text.paired import paired
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.proof import (
    Around,
    about_others,
    other_financial_years,
    other_periods,
    other_places,
    other_things,
    unasked,
)
from sitegen.check.text.saying import plain
from sitegen.check.text.texts import Passage, Remark, reasons
from sitegen.check.text.unmeasured import unmeasured
from sitegen.check.text.untested import Untested
from sitegen.check.text.wording import Wording
from sitegen.claims import Verdict
from sitegen.expressions import Value
from sitegen.figures import Figures
from sitegen.model.basics.text import Expression
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.register.said import Subject

_DIGITS = re.compile(r"[\d.,]+")
_SIGNS = ("+", "-", "\N{MINUS SIGN}")
Check = Callable[[Parsed], Iterable[Remark]]
_OF_TEXTS: tuple[tuple[str, Check], ...] = (
    ("figure-direction", unmeasured),
    ("figure-subject", captioned),
)
"""The checks of every text, each with the code of what it finds."""
_OF_FIGURES: tuple[tuple[str, Check], ...] = (
    ("double-about", doubled),
    ("stretched-figure", stretched),
    ("stretched-figure", framed),
    ("stretched-figure", distributed),
    ("stretched-figure", planned),
    ("figure-direction", misdirected),
    ("figure-direction", mistaken),
    ("figure-direction", spoken),
    ("figure-direction", outdone),
    ("figure-direction", resulting),
    ("figure-direction", extreme),
    ("figure-subject", labelled),
    ("figure-subject", headed),
    ("figure-subject", of_another),
    ("figure-subject", dated),
    ("figure-subject", paired),
    ("figure-subject", exchanged),
    ("figure-subject", summed),
)
"""The checks of what stands around figures."""


class Lint:
    """Finds numerals in prose that are no figure, words that claim something untested, and words that say what a figure
    does not.

    values: of the expressions that could be evaluated.
    """

    def __init__(
        self,
        figures: Figures,
        values: Mapping[Expression, Value],
        verdicts: Mapping[str, Verdict],
        wording: Wording,
    ) -> None:
        tracker = figures.tracker
        self._figures, self._values, self._verdicts, self._wording = figures, values, verdicts, wording
        self._excuses, self._matches = Excuses(tracker), Matches(figures)
        self._words = Untested(tracker, verdicts, wording)
        self._bound = Around(tracker, verdicts, wording)

    def read(self, texts: Iterable[Passage]) -> Iterator[Finding]:
        """What is found in some texts."""
        for passage in texts:
            yield from self.find(passage)

    def find(self, passage: Passage) -> Iterator[Finding]:
        """What is found in a passage, and in the reasons that its expressions give."""
        for each in (passage, *reasons(passage, self._values)):
            yield from self._found(each)

    def _found(self, passage: Passage) -> Iterator[Finding]:
        parsed, tracker = Parsed(passage, self._values, self._figures), self._figures.tracker
        if passage.ordinal:
            yield _counted(passage)
            return
        # Excuses only blank: where no numeral stands, none is left.
        counts = any(numerals(passage.words))
        heads = (head.words for head in passage.heads)
        digits = [*numerals(self._excuses.applied(passage.words, heads))] if counts else []
        for numeral in digits if passage.kind != "statement" else ():
            datum = self._matches.find(numeral, _subject(parsed))
            signed = passage.words[: numeral.start].endswith(_SIGNS)
            message, hint = _said(numeral, datum, signed)
            yield _finding(passage, numeral.start, len(numeral.text), "unbound-number", message, hint)
        for found in self._words.find(parsed):
            message, hint = self._words.advice(found, passage)
            yield _finding(passage, found.start, len(found.text), "untested-word", message, hint)
        if passage.claim is not None and passage.claim.id in self._verdicts:
            yield from _beyond(passage, passage.claim, tracker)
        for lack in self._words.unproved(parsed):
            start, length = lack.word.start, len(lack.word.text)
            yield _finding(passage, start, length, "untested-word", lack.message, lack.hint)
        remarks = {(code, each.offset, each.word): each for code, each in self._remarks(parsed, digits)}
        for (code, offset, word), each in remarks.items():
            yield _finding(passage, offset, len(word), code, each.message, each.hint)

    def _remarks(self, parsed: Parsed, digits: Sequence[Numeral]) -> Iterator[tuple[str, Remark]]:
        """What is to be said of a passage with the code of each, of its figures only where it has expressions."""
        passage, tracker = parsed.passage, self._figures.tracker
        if passage.claim is not None:
            for remark in unasked(passage, digits, self._wording, self._verdicts, tracker):
                yield "claim-number", remark
        for code, check in (*_OF_TEXTS, *(_OF_FIGURES if passage.expressions else ())):
            for remark in check(parsed):
                yield code, remark
        for remark in self._bound.remarks(parsed) if passage.expressions else ():
            yield "words-beyond-claim", remark


def _beyond(passage: Passage, claim: Claim, tracker: Tracker) -> Iterator[Finding]:
    """The findings of a claim that names, or whose `about` names, others than its check asks for."""
    ask = asked(tracker, claim)
    if ask and not ask.intersection((*claim.about, *named(tracker, plain(claim.text)))):
        message = f"the check asks for {', '.join(sorted(ask))}, which neither the text of the claim nor about: names"
        hint = "ask for what the claim is about, or name what the check asks for under about:"
        yield Finding(Problem(claim.place, "claim-subject", message, hint), passage.subject.owners)
        return
    for message, hint in about_others(claim, tracker):
        yield Finding(Problem(claim.place, "claim-subject", message, hint), passage.subject.owners)
    for find in (other_periods, other_financial_years, other_things, other_places):
        for each in find(passage.words, claim, tracker):
            yield _finding(passage, each.offset, len(each.word), "claim-subject", each.message, each.hint)


def _counted(passage: Passage) -> Finding:
    """The finding of a number to which no list counts up, such as a line that begins "2025. Then"."""
    number = passage.words.strip()
    message = f"a list is numbered {number} here, and nothing before it counts up to that"
    hint = f"for text write {number}\\. with a backslash; a list begins with 1. or goes on where one before it ended"
    return _finding(passage, 0, len(passage.words), "unbound-number", message, hint)


def _subject(parsed: Parsed) -> Subject:
    """What a passage is about, with the series that it quotes already."""
    quoted = (address.series for figure in parsed.figures.values() for address in figure.addresses)
    subject = parsed.passage.subject
    return Subject(subject.entities, tuple(dict.fromkeys((*subject.series, *quoted))), subject.owners)


def _said(numeral: Numeral, datum: Datum | None, signed: bool) -> tuple[str, str]:
    """What to say to an author about a numeral: message and hint. signed: a plus or minus stands before it."""
    excuse = f'{{{{ lit("{numeral.text}", "why it is no figure") }}}}'
    if datum is None:
        hint = f'write {{{{ fig("entity.metric@period") }}}}, or {excuse}; a name goes under terms: in data/site.yaml'
        return f"{numeral.text} is a number without a source", hint
    printed = _DIGITS.findall(datum.words) == _DIGITS.findall(numeral.text)
    exact = printed or any(abs(value) in numeral.readings for value in datum.values)
    says = "" if exact else f", rounded from {datum.words}"
    expression = datum.expression if signed else datum.expression + datum.size
    return f"{numeral.text} is {datum.name}{says}", f"write {{{{ {expression} }}}}, or {excuse}"


def _finding(passage: Passage, offset: int, length: int, code: str, message: str, hint: str) -> Finding:
    if passage.plain:
        answer = f", or answer it: accepted: {{{code}: 'why it stays'}}" if passage.subject.owners else ""
        hint = f"no expression stands in this text: say it without{answer}"
    figure = passage.expressions.get(offset)
    place = passage.locate(offset, length) if figure is None else figure.place
    return Finding(Problem(place, code, message, hint), passage.subject.owners)

"""Words that a text binds to a claim: the claim is supported, says them, and is tested as they need it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jinja2 import nodes

from sitegen.check.text.saying import Saying, known
from sitegen.check.text.wording import Wording
from sitegen.claims import Verdict
from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure, say_in_text
from sitegen.model.basics.text import Expression, Text
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault, parse, part_of

_BEYOND = "words-beyond-claim"
_COMPUTED = ("change", "share", "times")


class Holding:
    """Tests what `holds` binds in one tracker. values: of the expressions that could be evaluated."""

    def __init__(
        self, tracker: Tracker, values: Mapping[Expression, Value], verdicts: Mapping[str, Verdict], wording: Wording
    ) -> None:
        self._tracker, self._values, self._verdicts, self._wording = tracker, values, verdicts, wording
        self._saying = Saying(wording, known(tracker))

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
        for word in self._saying.beyond(bound.text, text):
            yield Fault(_BEYOND, f'the claim "{bound.id}" does not say "{word}" there', hint, word)
        if self._saying.contradicts(bound.text, text):
            message = f'the words and the claim "{bound.id}" say opposite things: one of them denies it'
            yield Fault(_BEYOND, message, hint, bound.text)
        yield from self._untested(bound, list(self._lines(verdict.claim, set())))

    def _untested(self, bound: Fragment, lines: Sequence[nodes.Expr]) -> Iterator[Fault]:
        """Comparisons and superlatives that the check of the claim, which has these lines, does not test."""
        for word in self._wording.find(bound.text):
            if word.term.kind == "comparative" and not any(map(_compares, lines)):
                message = f'"{word.text}" compares, and the check of "{bound.id}" has no two figures'
                yield Fault(_BEYOND, message, 'check both: fig("…") > fig("…")', word.text)
            if word.term.kind == "superlative" and not (any(map(_ranks, lines)) or _is_extreme(lines)):
                message = f'"{word.text}" sets one above all others, and the check of "{bound.id}" has no rank'
                yield Fault(_BEYOND, message, 'check the place: rank("ranking-id", "entity") == 1', word.text)

    def _said(self, text: Text) -> str:
        """The text of a claim as a reader reads it."""
        locale = self._tracker.site.locale
        values = (part if isinstance(part, str) else self._values.get(part) for part in text.parts)
        return "".join(
            say_in_text(value, locale) if isinstance(value, Figure) else value if isinstance(value, str) else ""
            for value in (value.text if isinstance(value, Fragment) else value for value in values)
        )

    def _lines(self, claim: Claim, seen: set[str]) -> Iterator[nodes.Expr]:
        """The lines of a claim's check, and of the checks of claims whose verdict it asks for."""
        seen.add(claim.id)
        for line in claim.check:
            tree = parse(line.source)
            yield tree
            for id in (text for call in _calls(tree, "verdict") for text in _texts(call)):
                if id not in seen and id in self._tracker.claims:
                    yield from self._lines(self._tracker.claims[id], seen)


def _placed(fault: Fault, expression: Expression, words: str) -> Problem:
    """The Problem of a fault; one of bound words is underlined among them, and not in the id of the claim."""
    start = words.find(fault.word)
    if start < 0:
        return fault.at(expression)
    place = part_of(expression, words, start, len(fault.word))
    return replace(fault.at(expression), place=place)


def _calls(tree: nodes.Node, name: str) -> list[nodes.Call]:
    """The calls of a function in a line."""
    return [call for call in tree.find_all(nodes.Call) if call.node == nodes.Name(name, "load")]


def _texts(call: nodes.Call) -> list[str]:
    return [arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]


def _compares(tree: nodes.Node) -> bool:
    """Whether a line sets two things against each other: two figures, a change, share or ratio, or a rank."""
    computed = any(each.name in _COMPUTED for each in tree.find_all(nodes.Filter))
    return computed or len(_calls(tree, "fig")) > 1 or _ranks(tree)


def _ranks(tree: nodes.Node) -> bool:
    return bool(_calls(tree, "rank"))


def _is_extreme(lines: Iterable[nodes.Expr]) -> bool:
    """Whether a check sets a period of one series against two others of it: "the highest quarter since 2023"."""
    others = 0
    for line in lines:
        series = [text.partition("@")[0] for call in _calls(line, "fig") for text in _texts(call)]
        others += len(series) > 1 and len(set(series)) == 1
    return others > 1

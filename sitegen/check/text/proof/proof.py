"""What the words of a claim need of its check: two figures for a comparison, a place for a superlative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from jinja2 import nodes

from sitegen.check.text.lists.claimed import least_or_most
from sitegen.check.text.lists.wordlist import FIGURE
from sitegen.check.text.named import named
from sitegen.check.text.proof.answered import misanswered
from sitegen.check.text.proof.entered import missteps
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.placed import misplaced
from sitegen.check.text.proof.results import misresulting
from sitegen.check.text.proof.reversed import reversed_
from sitegen.check.text.proof.strict import counted, lasting, little, lost
from sitegen.check.text.proof.turned import denied, goes, otherwise, side, turned, unequal
from sitegen.check.text.saying import plain
from sitegen.check.text.wording import Word, Wording
from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.linear import Linear, linear
from sitegen.figures.ranks import less_first
from sitegen.model.basics.address import Address
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker

_COMPUTED = ("change", "share", "times")
_REACHING = re.compile(rf"(?i:pass|exceed|topp|surpass)\w* (?:the )?(?:[a-z]+ )?(?:\d|{FIGURE})")


class Proof:
    """Tests the words of claims whose checks can be read."""

    def __init__(self, tracker: Tracker, wording: Wording) -> None:
        self._tracker, self._wording = tracker, wording

    def lacks(self, words: str, claim: Claim) -> Iterator[Lack]:
        """The comparatives and superlatives among some words that the check of the claim does not test."""
        found = [word for word in self._wording.find(words) if word.term.kind in ("comparative", "superlative")]
        moves = [] if found else [word for _, word in self._wording.moves(words)]
        lines = list(self._lines(claim, set())) if found or moves else []
        if any(_calls(line, "fig") for line in lines) and not any(map(_compares, lines)):
            for word in moves[:1]:
                message = f'"{word.text}" says which way a count went, and the check of "{claim.id}" has no change'
                yield Lack(word, message, 'check the change: fig("…") | change("year") > 0')
        marked = words
        for number in self._wording.numbers(words) if found else ():
            marked = marked[: number.start] + FIGURE + marked[number.start + 1 :]
        each = self._wording.each(words)
        if each is not None and len(claim.check) == 1 and _calls(comparison(claim.check[0]), "fig"):
            message = f'"{each.text}" speaks of several periods, and the check of "{claim.id}" has one line'
            yield Lack(each, message, "write a line for each of them")
        for word in found:
            if _reaches(marked, word) or not self._wording.states(marked, word, measured=_than(word)):
                continue
            if word.term.kind == "comparative" and not any(map(_compares, lines)):
                message = f'"{word.text}" compares, and the check of "{claim.id}" has no two figures'
                yield Lack(word, message, 'check both: fig("…") > fig("…")')
            if word.term.kind == "superlative" and not self._extreme(lines, claim):
                message = f'"{word.text}" sets one above all others, and the check of "{claim.id}" has no rank'
                hint = 'check the place of what the claim is about: rank("ranking-id", "entity") == 1'
                yield Lack(word, message, hint)
            elif word.term.kind == "superlative" and (ranking := self._turned(word, lines)):
                least = least_or_most(word.text) == "least"
                says, puts = ("least", "most") if least else ("most", "least")
                message = f'"{word.text}" says the {says}, and the ranking "{ranking}" puts the {puts} first'
                hint = f"say it the other way, or write better: {'less' if least else 'more'} at the metric"
                yield Lack(word, message, hint)

    def turned(self, words: str, claim: Claim) -> Iterator[Lack]:
        """The comparatives among some words that say the opposite of what the check of a claim asks for."""
        check = [comparison(line) for line in claim.check]
        if any(_calls(line, "rank") for line in check):
            places = filter(partial(self._understood, words), self._wording.placed(words))
            yield from misplaced(words, [*places], claim, check, self._tracker)
        if any(_calls(line, "entry") for line in check):
            staged = [each for each in self._wording.staged(words) if self._understood(words, each[1])]
            yield from missteps(words, staged, claim)
        yield from misanswered(words, claim, self._tracker, self._wording)
        yield from lasting(words, check, claim)
        if len(check) != 1:
            return
        found = [word for word in self._wording.find(words) if word.term.kind == "comparative"]
        [line] = check
        for word in filter(partial(self._understood, words), found or self._wording.sides(words)):
            yield from turned(words, word, claim, line, self._tracker)
            if (way := goes(line)) is not None:
                yield from reversed_(words, word, way, line, claim, self._tracker.site.locale)
        yield from misresulting(words, line, claim, self._tracker, self._wording)
        moves = [*self._wording.moves(words)]
        if not {word.start for word in found} <= {word.start for _, word in moves}:
            moves = []  # two are compared, or the word is of something else
        near = side(line)
        bounds = [] if near is None else [each for each in self._wording.bounds(words) if near.follows(words, each[1])]
        yield from little(words, bounds, near, claim)
        if not bounds:
            yield from counted(words, self._wording.denial(words), line, claim)
            yield from lost(words, moves, line, claim)
        if near is not None and not bounds:
            for word in filter(partial(self._understood, words), self._wording.exact(words)):
                yield from unequal(words, word, near, claim)
        for said, asks in ((moves, goes(line)), (bounds, None if near is None or near.way == "about" else near.way)):
            if len(said) == 1 and asks is not None and self._understood(words, said[0][1]):
                yield from otherwise(words, *said[0], asks, claim)

    def _understood(self, words: str, word: Word) -> bool:
        """Whether nothing is denied but by what stands right before a word."""
        denial, rest = denied(words, word), words[: word.start] + words[word.end :]
        return not self._wording.denies(rest if denial is None else rest.replace(denial.rstrip(), "", 1))

    def _turned(self, word: Word, lines: Sequence[Comparison]) -> str:
        """The ranking whose first place a check asks for, and whose first is the other end than the word says."""
        says = least_or_most(word.text)
        for line in lines if says else ():
            for call in _calls(line, "rank") if _is_first(line) else ():
                ranking = self._tracker.rankings.get(next(iter(_texts(call)), ""))
                if ranking is None or ranking.by != "value" or not ranking.members:
                    continue
                if (says == "least") != less_first(ranking, self._tracker.metrics):
                    return ranking.id
        return ""

    def _lines(self, claim: Claim, seen: set[str]) -> Iterator[Comparison]:
        """The lines of a claim's check, and of the checks of claims whose verdict it asks for."""
        seen.add(claim.id)
        for line in claim.check:
            found = comparison(line)
            yield found
            for id in (text for call in _calls(found, "verdict") for text in _texts(call)):
                if id not in seen and id in self._tracker.claims:
                    yield from self._lines(self._tracker.claims[id], seen)

    def _extreme(self, lines: Sequence[Comparison], claim: Claim) -> bool:
        """Whether a check asks for the place of what its claim is about, or sets a period of it against two others."""
        own = {*claim.about, *named(self._tracker, plain(claim.text))}
        ranked = {text for line in lines for call in _calls(line, "rank") for text in _texts(call)[1:]}
        return bool(own & ranked) or _stands_out(lines, own)


def _is_first(line: Comparison) -> bool:
    """Whether a line asks for the first place."""
    return line.sign == "==" and any(side == nodes.Const(1) for side in _sides(line))


def _than(word: Word) -> bool:
    """Whether a comparative may compare with a number: "more than", but not "outsold"."""
    return word.text.lower().endswith("than")


def _reaches(words: str, word: Word) -> bool:
    """Whether a word compares with a number that stands behind it: "passed 80,000", "exceeded the claimed {{ … }}"."""
    return _REACHING.match(words, word.start) is not None


def _compares(line: Comparison) -> bool:
    """Whether a line sets two things against each other: two figures, a change, share or ratio, or a rank."""
    computed = any(each.name in _COMPUTED for side in _sides(line) for each in side.find_all(nodes.Filter))
    computed = computed or any(isinstance(side, nodes.Filter) and side.name in _COMPUTED for side in _sides(line))
    found = linear(line)
    against = found is not None and {times > 0 for _, times in found.times} == {True, False}
    return computed or against or bool(_calls(line, "rank"))


def _stands_out(lines: Iterable[Comparison], own: set[str]) -> bool:
    """Whether a period of one series stands above two others of it, or below: "the highest quarter since 2023"."""
    pairs = {pair for line in lines if (found := linear(line)) is not None for pair in _ordered(line, found, own)}
    return any(
        len({pair for pair in pairs if pair[end] == side}) > 1 for end in (0, 1) for side in {p[end] for p in pairs}
    )


def _ordered(line: Comparison, found: Linear, own: set[str]) -> Iterator[tuple[str, str]]:
    """What is more and what is less in a line that compares two periods of one series of what the claim is about."""
    addresses = [Address.parse(text) for call in _calls(line, "fig") for text in _texts(call)]
    series = {address.series for address in addresses}
    if line.sign not in ("<", "<=", ">", ">=") or len(series) != 1 or addresses[0].entity not in own:
        return
    up = " + ".join(sorted(repr(node) for node, times in found.times if times > 0))
    down = " + ".join(sorted(repr(node) for node, times in found.times if times < 0))
    more = line.sign in (">", ">=")
    if up and down and (found.number >= 0 if more else found.number <= 0):
        yield (up, down) if more else (down, up)


def _sides(line: Comparison) -> tuple[nodes.Expr, nodes.Expr]:
    return line.left, line.right


def _calls(line: Comparison, name: str) -> list[nodes.Call]:
    """The calls of a function in a line."""
    every = (call for side in _sides(line) for call in (side, *side.find_all(nodes.Call)))
    return [call for call in every if isinstance(call, nodes.Call) and call.node == nodes.Name(name, "load")]


def _texts(call: nodes.Call) -> list[str]:
    return [arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]

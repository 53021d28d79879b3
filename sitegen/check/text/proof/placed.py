"""Claims whose words say one place in a ranking, while their checks ask for another: "first" of a second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes
from msgspec import Struct

from sitegen.check.text.lists.claimed import least_or_most
from sitegen.check.text.lists.wordlist import Term
from sitegen.check.text.named import places
from sitegen.check.text.proof.beyond import akin
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.turned import denied
from sitegen.check.text.wording import Word
from sitegen.claims.grammar import Comparison
from sitegen.claims.linear import number_of
from sitegen.figures.ranks import less_first
from sitegen.model.basics.catalogue import is_currency
from sitegen.model.basics.unit import PERCENT
from sitegen.model.claim import Claim
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker

_LAST = 0
"""Stands for the last place."""
_PLACES: Mapping[str, int] = {
    **{word: at for at, words in enumerate((
        ("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four"), ("fifth", "five"),
        ("sixth", "six"), ("seventh", "seven"), ("eighth", "eight"), ("ninth", "nine"), ("tenth", "ten"),
    ), 1) for word in words},
    "last": _LAST,
}  # fmt: skip


_OF_WHAT = re.compile(
    r"\b(?:(?:is|are|was|were|remains?|stays?|became)\s(?:(?:the|now|still|again|second|third|fourth|[\w-]+['’]s)\s){0,3}"
    r"(?:(?P<price>(?:most|least) expensive|cheapest|dearest)|(?P<profit>(?:most|least) profitable)"
    r"|(?P<growth>(?:fastest|slowest)[ -]growing))|(?P<grows>gr(?:ew|ows?) (?:the )?(?:fastest|slowest)))\b",
    re.IGNORECASE,
)
"""Superlatives that say what is compared."""


class _Asked(Struct, frozen=True):
    """The places in a ranking for which a line of a check asks, of so many."""

    ranking: Ranking
    entity: str
    places: frozenset[int]
    last: int

    def __str__(self) -> str:
        first, last = min(self.places), max(self.places)
        return f"place {first}" if first == last else f"places {first} to {last}"


def misplaced(
    words: str, said: Sequence[Word], claim: Claim, lines: Sequence[Comparison], tracker: Tracker
) -> Iterator[Lack]:
    """The word that says a place of what a check ranks, if none of such words says one for which the check asks."""
    asked = [_asked(line, call, tracker) for line in lines for call in _ranks(line)]
    ranked = [each for each in asked if each is not None and each.places]
    match = _OF_WHAT.search(words) if ranked and len(ranked) == len(asked) else None
    if match and not any(_ranks_by(match.lastgroup, each.ranking, tracker) for each in ranked):
        word = Word(match.start(match.lastgroup or 0), match[match.lastgroup or 0], Term("superlative", False, ()))
        message = f'"{word.text}" is not what the ranking "{ranked[0].ranking.id}" compares'
        yield Lack(word, message, "say what it compares, or ask for the place in another ranking")
        return
    found = [word for word in said if _is_of(words, word, ranked, claim, tracker)]
    if (
        not found
        or len(ranked) < len(asked)
        or any(_right(words, word, each, tracker) for word in found for each in ranked)
    ):
        return
    what = " and ".join(dict.fromkeys(str(each) for each in ranked))
    says = "is denied" if denied(words, found[0]) else "says another place"
    message = f'"{found[0].text}" {says}, and the check of "{claim.id}" asks for {what}'
    yield Lack(found[0], message, "say the place for which the check asks, or ask for the one that you say")


def _ranks_by(what: str | None, ranking: Ranking, tracker: Tracker) -> bool:
    """Whether a ranking compares prices, growth or profits."""
    units = {tracker.metrics[metric].unit for _, metric in ranking.members}
    every = units if ranking.table is None else {ranking.table.unit}
    if what in ("growth", "grows"):
        return ranking.by == "change" or PERCENT in every
    return any(is_currency(unit.id) or (what == "profit" and unit == PERCENT) for unit in every)


def _ranks(line: Comparison) -> list[nodes.Call]:
    every = (call for side in (line.left, line.right) for call in (side, *side.find_all(nodes.Call)))
    return [call for call in every if isinstance(call, nodes.Call) and call.node == nodes.Name("rank", "load")]


def _asked(line: Comparison, call: nodes.Call, tracker: Tracker) -> _Asked | None:
    """What a line asks of a place; None where it is compared with another place."""
    number = number_of(line.right)
    match call.args:
        case [nodes.Const(value=str(id)), nodes.Const(value=str(entity))] if number is not None:
            ranking = tracker.rankings[id]
            rows = () if ranking.table is None else ranking.table.rows
            last = len(ranking.members) or max((row.rank for row in rows), default=0)
            holds = {
                "==": number.__eq__,
                "<": number.__gt__,
                "<=": number.__ge__,
                ">": number.__lt__,
                ">=": number.__le__,
            }
            every = range(1, max(last, int(number) + 1) + 1)
            return _Asked(ranking, entity, frozenset(place for place in every if holds[line.sign](place)), last)
    return None


def _is_of(words: str, word: Word, ranked: Sequence[_Asked], claim: Claim, tracker: Tracker) -> bool:
    """Whether a word may be of what is ranked: what is named last before it is, or what the claim is about."""
    named = [id for id, at, _ in places(tracker, words) if at < word.start]
    return any(akin(tracker, id, [each.entity for each in ranked]) for id in named[-1:] or claim.about)


def _right(words: str, word: Word, asked: _Asked, tracker: Tracker) -> bool:
    """Whether a word says the one place for which a line asks, or denies one for which it does not ask."""
    place = _place(word, asked, tracker)
    if place is None:
        return True
    return place not in asked.places if denied(words, word) else asked.places == {place}


def _place(word: Word, asked: _Asked, tracker: Tracker) -> int | None:
    """The place that a word says; None where nobody knows, as of the last one of a published list.

    A superlative of the wrong end of a first place is reported with its ranking.
    """
    text = word.text.lower()
    place = next((_PLACES[each] for each in re.findall("[a-z]+", text) if each in _PLACES), None)
    if place is None:
        end = least_or_most(text)
        turned = end is not None and (end == "least") != less_first(asked.ranking, tracker.metrics)
        if turned and asked.places == {1}:
            return None
        place = _LAST if turned or text.startswith("trail") else 1
    if place == _LAST:
        return asked.last if asked.ranking.table is None else None
    return place

"""Claims whose words say that one thing is more than another, while their checks ask whether it is less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from jinja2 import nodes

from sitegen.check.text.lists.claimed import more_or_less
from sitegen.check.text.lists.vocabulary import YEAR
from sitegen.check.text.named import standing
from sitegen.check.text.numerals import numerals
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.wording import Word
from sitegen.claims.grammar import Comparison
from sitegen.claims.linear import number_of
from sitegen.figures.arithmetic.direction import Direction
from sitegen.model.basics.address import Address
from sitegen.model.claim import Claim
from sitegen.model.entity import Entity
from sitegen.model.tracker import Tracker

_MORE = (">", ">=")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s(?:\w+ly\s)?\Z")
_BY = re.compile(r"\s+by\b")
_OTHERWISE = re.compile(r"\b(?:only|beg[aiu]ns?|start(?:s|ed)?|until|before|still)\b", re.IGNORECASE)
"""Words with which a comparative may be of another time: "began to outsell it only in 2025"."""
_DENIED = re.compile(
    r"(?:\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)\snot|n['’]t|\bcannot|\bnever)"
    r"(?:\s\w+){0,2}\s\Z",
    re.IGNORECASE,
)
"""Right before a word: it is denied."""
_SIGNS = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
_PLACED = ("than", "ahead", "behind", "above", "below", "of")
_OF_SIZE = re.compile("than|exceed|outs|above|below", re.IGNORECASE)
"""Words that say more or less of any count; the others say who is better."""
_OF_OTHERS = re.compile(
    r"\b(?:that|which|who|while|although|though|despite|after|because|when|as|but|gaps?|leads?|loss(?:es)?|distance"
    r"|difference|only|beg[aiu]ns?|start(?:s|ed)?|until|before|still|once|again)\b",
    re.IGNORECASE,
)
"""Words with which a word of direction may be of something else than what the check counts."""
_A = {"rise": "a rise", "fall": "a fall"}
_EXACTLY = re.compile("(?:exact|precise)ly", re.IGNORECASE)
_ABOUT = re.compile("about|around|roughly|approximately", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:twice|half|times|thirds?|quarters?|almost|nearly|about|at most)\s\Z", re.IGNORECASE)
"""Right before "as many as": the two are no match."""
_SPEED = re.compile("fast|slow", re.IGNORECASE)
_SHORT = 4
"""The first word of a name stands for the name of one of two, if it is as long."""


def denied(words: str, word: Word) -> str | None:
    """What right before a word denies it: "did not sell "; None if nothing does."""
    match = _DENIED.search(words, 0, word.start)
    return None if match is None else match[0]


def turned(words: str, word: Word, claim: Claim, line: Comparison, tracker: Tracker) -> Iterator[Lack]:
    """A comparative that stands between the names of the two things whose figures a check compares the other way.

    Only a check that sets one figure against another is looked at, and one of the years that the words name: who began
    to be ahead in a year was not ahead in that before.
    """
    pair = None if _OTHERWISE.search(words) else _figures(line) or _changes(line)
    says = more_or_less(word.text)
    if _SPEED.match(word.text) and _changes(line) is None:
        return  # of times the smaller is the faster
    partly = word.text.lower().startswith("as ") and _PARTLY.search(words, 0, word.start)
    if says is None or pair is None or partly or _of_other_years(words, pair):
        return
    asks = _asks(words, word, line.sign, pair, tracker)
    denies = denied(words, word) is not None
    if asks is not None and (asks == says) == denies:
        of = " | change(…)" if _figures(line) is None else ""
        left, right = (f'fig("{each}"){of}' for each in pair)
        what = "is denied" if denies else f"says {says}"
        message = f'"{word.text}" {what}, and the check of "{claim.id}" asks for {asks}'
        hint = f"say it the other way, or turn the sign around: {left} {_SIGNS[line.sign]} {right}"
        yield Lack(word, message, hint)
    elif asks is not None and not denies and line.sign.endswith("=") and not word.text.lower().startswith("as "):
        message = f'"{word.text}" says {says}, and the check of "{claim.id}" takes two that are equal too'
        yield Lack(word, message, f"write {line.sign[0]} in the check")


def otherwise(words: str, way: str, word: Word, asks: str, claim: Claim) -> Iterator[Lack]:
    """A word that says which way a count went, or on which side of a number it is, where the check asks otherwise."""
    denies = denied(words, word) is not None
    if _OF_OTHERS.search(words) is None and (way == asks) == denies:
        what = "is denied" if denies else f"says {_A.get(way, way)}"
        message = f'"{word.text}" {what}, and the check of "{claim.id}" asks for {_A.get(asks, asks)}'
        yield Lack(word, message, "say it the other way, or turn the sign of the check around")


def unequal(words: str, word: Word, near: Side, claim: Claim) -> Iterator[Lack]:
    """A number that words say as it is, "has 230", or about so, where the check asks for more or less, or otherwise."""
    about = _ABOUT.search(word.text) is not None
    fits = near.exact and not about if near.way != "about" else near.exact or not _EXACTLY.search(word.text)
    under = near.way == "less" and denied(words, word) is not None  # "did not sell 60,000"
    if fits or under or not near.follows(words, word):
        return
    asks = "about so many" if near.way == "about" else near.way
    says, way = ("about", "== about(…)") if about else ("just", "both ends, one a line: >= and <=")
    hint = f"say so, or check {way}"
    yield Lack(word, f'"{word.text}" says {says} that number, and the check of "{claim.id}" asks for {asks}', hint)


def goes(line: Comparison) -> Direction | None:
    """Whether a check asks for a rise or a fall of one count; None for any other check."""
    number = number_of(line.right)
    match line.left:
        case nodes.Filter(name="change", node=nodes.Call()) if number is not None:
            more = line.sign in _MORE
            return (
                ("rise" if more else "fall") if line.sign in _SIGNS and (number >= 0 if more else number <= 0) else None
            )
    pair = _figures(line)
    if pair is None or pair[0].series != pair[1].series:
        return None
    one, other = (each.period for each in pair)
    if isinstance(one, str) or isinstance(other, str) or one.first == other.first:
        return None
    return "rise" if (one.first > other.first) == (line.sign in _MORE) else "fall"


class Side(NamedTuple):
    """On which side of a number a check asks a count to be; exact: whether it may be the number itself."""

    way: str
    number: Decimal
    exact: bool

    def follows(self, words: str, word: Word) -> bool:
        """Whether the number stands right behind a word."""
        return any(
            self.number in numeral.readings and not words[word.end : numeral.start].strip()
            for numeral in numerals(words)
            if numeral.start > word.start
        )


def side(line: Comparison) -> Side | None:
    """On which side of a number a check asks a count or a change to be; a fall goes without its sign, as in words."""
    number = number_of(line.right)
    if not number:
        return None
    more = line.sign in _MORE if number > 0 else line.sign not in _MORE
    number = abs(number)
    if line.sign == "==" and isinstance(line.right, nodes.Call):
        return Side("about", number, exact=number.normalize().as_tuple().exponent in (0, -1, -2, -3))
    if line.sign not in _SIGNS:
        return None
    return Side("more" if more else "less", number, exact=line.sign in (">=", "<="))


def _of_other_years(words: str, pair: tuple[Address, Address]) -> bool:
    """Whether words name a year of which neither of two figures is."""
    known = {
        day.year for each in pair if not isinstance(each.period, str) for day in (each.period.first, each.period.last)
    }
    return bool(known) and not {int(year) for year in YEAR.findall(words)} <= known


def _asks(words: str, word: Word, sign: str, pair: tuple[Address, Address], tracker: Tracker) -> str | None:
    """Whether what stands before a word is to be more or less than what stands behind; None if nobody knows."""
    if not _OF_SIZE.search(word.text) and any(_less_is_better(tracker, each) for each in pair):
        return None
    one, other = (tracker.entities.get(each.entity) for each in pair)
    before, behind = _before(_at(words, one, other), word), _before(_at(words, other, one), word)
    passive = _is_passive(words, word)
    if before is None or behind is None or before == behind or (passive and not _BY.match(words, word.end)):
        return None
    return "more" if (sign in _MORE) == (before != passive) else "less"


def _is_passive(words: str, word: Word) -> bool:
    return _PASSIVE.search(words, 0, word.start) is not None and not word.text.endswith(_PLACED)


def _less_is_better(tracker: Tracker, address: Address) -> bool:
    metric = tracker.metrics.get(address.metric)
    return metric is not None and metric.better == "less"


def _figures(line: Comparison) -> tuple[Address, Address] | None:
    """The two figures that a line compares as they are; None for any other line."""
    sides = [_address(side) for side in (line.left, line.right)]
    if line.sign not in _SIGNS or sides[0] is None or sides[1] is None:
        return None
    return sides[0], sides[1]


def _changes(line: Comparison) -> tuple[Address, Address] | None:
    """The two figures whose changes a line compares; None for any other line."""
    match line.left, line.right:
        case nodes.Filter(name="change", node=nodes.Expr() as one), nodes.Filter(
            name="change", node=nodes.Expr() as other
        ):
            left, right = _address(one), _address(other)
            return (left, right) if left is not None and right is not None and line.sign in _SIGNS else None
    return None


def _address(side: nodes.Expr) -> Address | None:
    match side:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            try:
                return Address.parse(text)
            except ValueError:
                return None
    return None


def _at(words: str, entity: Entity | None, other: Entity | None) -> list[int]:
    """Where the names of an entity stand in some words, or the first word of its name, if the other has none such."""
    if entity is None or other is None:
        return []
    first = entity.name.split()[0]
    short = len(first) >= _SHORT and first[0].isupper() and not any(first in name.split() for name in other.names)
    names = {*entity.names, *([first] if short else [])}
    return [at for name in names for at in standing(name, words)]


def _before(places: Sequence[int], word: Word) -> bool | None:
    """Whether all of some places stand before a word; None where some do and some do not, and without any."""
    before = {place < word.start for place in places}
    return before.pop() if len(before) == 1 else None

"""Claims whose words say that one thing is more than another, while their checks ask whether it is less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.vocabulary import YEAR
from sitegen.check.text.wording import Word
from sitegen.check.text.wordlist import more_or_less
from sitegen.claims.grammar import Comparison
from sitegen.model.basics.address import Address
from sitegen.model.claim import Claim
from sitegen.model.entity import Entity

_MORE = (">", ">=")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s(?:\w+ly\s)?\Z")
_OTHERWISE = re.compile(r"\b(?:only|beg[aiu]ns?|start(?:s|ed)?|until|before|still)\b", re.IGNORECASE)
"""Words with which a comparative may be of another time: "began to outsell it only in 2025"."""
_SIGNS = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


def turned(
    words: str, found: Sequence[Word], claim: Claim, lines: Sequence[Comparison], entities: Mapping[str, Entity]
) -> Iterator[Lack]:
    """The comparatives that stand between the names of the two things whose figures a check compares the other way.

    Only a check of one line that sets one figure against another is looked at, and one of the years that the words
    name: who began to be ahead in a year was not ahead in that before.
    """
    pair = _figures(lines[0]) if len(lines) == 1 and not _OTHERWISE.search(words) else None
    pair = None if pair is None or _of_other_years(words, pair) else pair
    for word in found if pair is not None else ():
        says = more_or_less(word.text)
        asks = None if says is None or pair is None else _asks(words, word, lines[0].sign, pair, entities)
        if pair is not None and asks not in (None, says):
            left, right = (f'fig("{each}")' for each in pair)
            message = f'"{word.text}" says {says}, and the check of "{claim.id}" asks for {asks}'
            hint = f"say it the other way, or turn the sign around: {left} {_SIGNS[lines[0].sign]} {right}"
            yield Lack(word, message, hint)


def _of_other_years(words: str, pair: tuple[Address, Address]) -> bool:
    """Whether words name a year of which neither of two figures is."""
    known = {
        day.year for each in pair if not isinstance(each.period, str) for day in (each.period.first, each.period.last)
    }
    return bool(known) and not {int(year) for year in YEAR.findall(words)} <= known


def _asks(
    words: str, word: Word, sign: str, pair: tuple[Address, Address], entities: Mapping[str, Entity]
) -> str | None:
    """Whether what stands before a word is to be more or less than what stands behind; None if nobody knows."""
    before, behind = (_before(_at(words, entities.get(each.entity)), word) for each in pair)
    if before is None or behind is None or before == behind or _PASSIVE.search(words, 0, word.start):
        return None
    return "more" if (sign in _MORE) == before else "less"


def _figures(line: Comparison) -> tuple[Address, Address] | None:
    """The two figures that a line compares as they are; None for any other line."""
    sides = [_address(side) for side in (line.left, line.right)]
    if line.sign not in _SIGNS or sides[0] is None or sides[1] is None:
        return None
    return sides[0], sides[1]


def _address(side: nodes.Expr) -> Address | None:
    match side:
        case nodes.Call(node=nodes.Name(name="fig"), args=[nodes.Const(value=str(text))]):
            try:
                return Address.parse(text)
            except ValueError:
                return None
    return None


def _at(words: str, entity: Entity | None) -> list[int]:
    """Where the names of an entity stand in some words."""
    names = () if entity is None else sorted(entity.names, key=len, reverse=True)
    pattern = "|".join(map(re.escape, names))
    return [match.start() for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", words)] if pattern else []


def _before(places: Sequence[int], word: Word) -> bool | None:
    """Whether all of some places stand before a word; None where some do and some do not, and without any."""
    before = {place < word.start for place in places}
    return before.pop() if len(before) == 1 else None

"""Comparatives that the figures of their sentence bear out: "Northfield sold more than Harbour: 8 against 5"."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.check.text.beside.reached import went
from sitegen.check.text.lists.claimed import more_or_less
from sitegen.check.text.named import places
from sitegen.check.text.texts import Passage
from sitegen.check.text.wording import Word, sentence
from sitegen.expressions import Value
from sitegen.figures import Figure
from sitegen.figures.figure import ANSWERS
from sitegen.model.basics.text import Expression
from sitegen.model.tracker import Tracker


def borne_out(passage: Passage, word: Word, values: Mapping[Expression, Value], tracker: Tracker) -> bool:
    """Whether a comparative stands between two names, and the two figures of its sentence are theirs and say so."""
    says, words = more_or_less(word.text), passage.words
    if says is None or len(passage.expressions) < 2:
        return False
    begin, end = sentence(words, word.start, word.end)
    found = [values.get(each) for at, each in passage.expressions.items() if begin <= at < end]
    figures = {
        each.address.entity: each
        for each in found
        if isinstance(each, Figure) and each.kind in ANSWERS and each.address is not None
    }
    named = [(id, at) for id, at, _ in places(tracker, words) if begin <= at < end]
    before, behind = ({id for id, at in named if (at < word.start) == first} for first in (True, False))
    if len(found) != 2 or len(before) != 1 or len(behind) != 1 or before | behind != figures.keys():
        return False
    one, other = (figures[next(iter(ids))] for ids in (before, behind))
    alike = _counted(one) == _counted(other)
    return alike and went(other, one) == ("rise" if says == "more" else "fall")


def _counted(figure: Figure) -> tuple[object, ...]:
    assert figure.address is not None
    return figure.address.metric, figure.address.period

"""Is a comparison always true, never true, or open, wherever in their intervals the true numbers lie?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sitegen.claims.results import Answered, Outcome, Side, Sign, Vague
from sitegen.claims.terms import ordinal
from sitegen.figures import Figure, FigureError
from sitegen.figures.arithmetic.sums import gap
from sitegen.figures.arithmetic.uncertainty import ZERO, hull
from sitegen.model.basics.amount import Amount, Interval
from sitegen.model.basics.period import Period
from sitegen.model.entry import MarketEntry
from sitegen.model.stages import ENDS, STAGES


def compare(left: Side, sign: Sign, right: Side) -> Outcome:
    """The outcome of a comparison of two sides that are not missing; raises FigureError if their units differ."""
    if isinstance(left, Vague) or isinstance(right, Vague):
        return "open"
    if isinstance(left, Answered) and left.function == "entry":
        assert isinstance(right, tuple)  # the grammar compares stages with stages
        return _staged(left, sign, right)
    if isinstance(left, Answered) and left.words:
        words = right.words if isinstance(right, Answered) else right
        assert isinstance(words, tuple)  # the grammar compares words with words
        found = [word in words for word in left.words]
        if len(set(found)) > 1:
            _refuse_unordered(left)
        return _decided(found)
    if isinstance(left, Figure) and isinstance(right, Figure):
        return test(gap(left, right), sign, ZERO)
    if isinstance(right, Amount):
        lies, about = _interval(left, sign), right.interval
        return _outcome(hull([about, lies]) == about, not about.meets(lies))
    return test(_interval(left, sign), sign, _interval(right, sign))


def test(a: Interval, sign: Sign, b: Interval) -> Outcome:
    """The outcome for two intervals: it is tested at their ends, of which open ones do not belong to them."""
    match sign:
        case "<":
            return _outcome(a.below(b), b.below(a, touching=True))
        case "<=":
            return _outcome(a.below(b, touching=True), b.below(a))
        case ">":
            return _outcome(b.below(a), a.below(b, touching=True))
        case ">=":
            return _outcome(b.below(a, touching=True), a.below(b))
        case _:
            return _outcome(a == b and a.low == a.high and a.low is not None, not a.meets(b))


def _staged(left: Answered, sign: Sign, asked: tuple[str, ...]) -> Outcome:
    """The outcome for a stage; raises FigureError where it depends on which of two entries is the later one."""
    found = {_stage(word, sign, asked) for word in left.words}
    if len(found) > 1 or not set(left.words).isdisjoint(ENDS):
        _refuse_unordered(left)
    return min(found)


def _refuse_unordered(left: Answered) -> None:
    """Raises FigureError if it is not known which of two entries or answers is the later one."""
    if left.unordered is None:
        return
    a, b = (
        f'"{row.stage if isinstance(row, MarketEntry) else row.answer}", said {row.said}'
        f" ({row.place.path}:{row.place.line})"
        for row in left.unordered
    )
    hint = "give the day in said:, or write use: deprecated and a reason where one of the two does not hold"
    raise FigureError(f"{a} and {b} overlap, and the check depends on which is the later one", hint, "entry-order")


def _stage(word: str, sign: Sign, asked: tuple[str, ...]) -> Outcome:
    """Only an end, or a step beyond those asked for, says no: what is in no document may have happened all the same."""
    over, far = word in ENDS, _FAR[word]
    if sign in ("==", "in"):
        beyond = all(other not in ENDS and _FAR[other] < far for other in asked)
        return _outcome(word in asked, word not in asked and (over or beyond))
    there = far >= _FAR[asked[0]] if sign in (">=", "<") else far > _FAR[asked[0]]
    return _outcome(there, over) if sign in (">=", ">") else _outcome(over, there)


_FAR: Mapping[str, int] = {stage: far for far, stage in enumerate(STAGES)}


def _interval(side: Side, sign: Sign) -> Interval:
    """Where a side lies. A day written in the check has no doubt: by its end, or from its beginning."""
    match side:
        case Figure():
            return side.amount.interval
        case Answered(interval=Interval() as interval):
            return interval
        case Decimal():
            return Interval(side, side)
        case Period():
            day = ordinal(side.first if sign in ("<", ">=") else side.last)
            return Interval(day, day)
    raise TypeError(f"the grammar compares no {type(side).__name__}")


def _outcome(yes: bool, no: bool) -> Outcome:
    return "yes" if yes else "no" if no else "open"


def _decided(found: list[bool]) -> Outcome:
    return _outcome(all(found), not any(found))

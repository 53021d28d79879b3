"""Is a comparison always true, never true, or open, wherever in their intervals the true numbers lie?"""

from __future__ import annotations

from decimal import Decimal

from sitegen.claims.results import Answered, Outcome, Side, Sign, Vague
from sitegen.claims.terms import ordinal
from sitegen.figures import Figure, FigureError
from sitegen.model.amount import Interval
from sitegen.model.period import Period


def compare(left: Side, sign: Sign, right: Side) -> Outcome:
    """The outcome of a comparison of two sides that are not missing; raises FigureError if their units differ."""
    if isinstance(left, Vague) or isinstance(right, Vague):
        return "open"
    if isinstance(left, Answered) and left.words:
        words = right.words if isinstance(right, Answered) else right
        assert isinstance(words, tuple)  # the grammar compares words with words
        return _decided([word in words for word in left.words])
    if isinstance(left, Figure) and isinstance(right, Figure) and left.unit != right.unit:
        raise FigureError(f"{left.label} is in {left.unit} and {right.label} in {right.unit}")
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

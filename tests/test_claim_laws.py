"""Laws of claims: a verdict is what one finds by trying every choice of values and every number that they allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product
from typing import get_args

from factory import claim, ranking, seen, series, source, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from sitegen.claims import Verdict, judge
from sitegen.figures.arithmetic.uncertainty import add
from sitegen.model.basics.amount import Bound, Interval, make_amount
from sitegen.model.tracker import Tracker

Given = tuple[int, Bound]
"""A value as its source gives it."""
BOUNDS = st.sampled_from([bound for bound in get_args(Bound) if bound != "range"])
VALUES = st.lists(st.tuples(st.integers(1, 6), BOUNDS), min_size=1, max_size=3)
PARTS = st.lists(st.tuples(st.integers(1, 4), BOUNDS), min_size=2, max_size=2) | st.none()
NUMBERS = [Decimal(n) / 8 for n in range(144)]
"""Eighths hold every end of the intervals here, and between two ends numbers that can stand in either order."""
Sign = Callable[[Decimal, Decimal], bool]
SIGNS: dict[str, Sign] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
X, Y = 'fig("x.sales@2025")', 'fig("y.sales@2025")'
FORMS: dict[str, Callable[[Decimal, Decimal, Sign, int], bool]] = {
    f"{X} {{sign}} {{k}}": lambda x, y, sign, k: sign(x, Decimal(k)),
    f"{X} {{sign}} {Y}": lambda x, y, sign, k: sign(x, y),
    f"{X} + {{k}} {{sign}} {Y}": lambda x, y, sign, k: sign(x + k, y),
    f"{X} - {Y} {{sign}} {{k}}": lambda x, y, sign, k: sign(x - y, Decimal(k)),
    f"{X} + {Y} {{sign}} {Y} + {{k}}": lambda x, y, sign, k: sign(x + y, y + k),
    f"{X} + {X} {{sign}} {X} + {Y}": lambda x, y, sign, k: sign(x + x, x + y),
}
"""Checks that can fail, and what each of them says of two numbers."""


def interval(value: Given) -> Interval:
    """Where a value lies."""
    return make_amount(Decimal(value[0]), bound=value[1]).interval


def sets(intervals: Sequence[Interval]) -> list[list[Decimal]]:
    """The numbers of each of the largest sets of intervals that agree, by asking every number who holds it."""
    holders = {number: frozenset(n for n, i in enumerate(intervals) if i.contains(number)) for number in NUMBERS}
    largest = {found for found in holders.values() if found and not any(found < other for other in holders.values())}
    return [[number for number in NUMBERS if holders[number] == found] for found in largest]


def whole(values: Sequence[Given], parts: Sequence[Given] | None) -> list[Interval]:
    """The values of a whole, with the sum of its parts where it meets one of them."""
    reported = [interval(value) for value in values]
    if parts is None:
        return reported
    both = add(*map(interval, parts))
    return [*reported, both] if any(both.meets(each) for each in reported) else reported


def made(x: Sequence[Given], y: Sequence[Given], parts: Sequence[Given] | None) -> Tracker:
    """A tracker with the values of x and of y, and the two halves of x."""
    sides = {
        id: [seen("2025", value, f"press-{n}", bound=bound) for n, (value, bound) in enumerate(values)]
        for id, values in (("x", x), ("y", y))
    }
    sides["x"] += [seen(f"2025-H{n}", value, "press-0", bound=bound) for n, (value, bound) in enumerate(parts or (), 1)]
    members = (series(f"{id}.sales", *values) for id, values in sides.items())
    return tracker(*members, rankings=[ranking("x.sales", "y.sales")])


def judged(of: Tracker, check: str) -> Verdict:
    """The verdict on a claim of ours."""
    known = {"claimant": source("claimant"), **of.sources}
    verdicts, problems = judge(
        structs.replace(of, sources=known, claims={"it": claim("it", check, by=None, mixed="a law")})
    )
    assert problems == []
    return verdicts["it"]


@given(VALUES, VALUES, PARTS, st.sampled_from(sorted(FORMS)), st.sampled_from(sorted(SIGNS)), st.integers(1, 8))
def test_a_verdict_is_what_trying_everything_finds(
    x: list[Given], y: list[Given], parts: list[Given] | None, form: str, sign: str, k: int
) -> None:
    """All choices and all numbers say yes: supported; all no: contradicted; some choices yes and some no: disputed."""
    found = set()
    for a, b in product(sets(whole(x, parts)), sets(whole(y, None))):
        truths = {FORMS[form](one, other, SIGNS[sign], k) for one, other in product(a, b)}
        found.add("yes" if truths == {True} else "no" if truths == {False} else "open")
    right = {
        frozenset({"yes"}): "supported",
        frozenset({"no"}): "contradicted",
        frozenset({"yes", "no"}): "disputed",
        frozenset({"yes", "no", "open"}): "disputed",
    }.get(frozenset(found), "unverified")
    assert judged(made(x, y, parts), form.format(sign=sign, k=k)).word == right


@given(VALUES, VALUES, PARTS)
def test_a_rank_is_what_trying_everything_allows(x: list[Given], y: list[Given], parts: list[Given] | None) -> None:
    """The first place is held, lost or open as every number between the least and the greatest value says."""
    hulls = [[n for each in sets(values) for n in each] for values in (whole(x, parts), whole(y, None))]
    (a, b), (c, d) = ((min(hull), max(hull)) for hull in hulls)
    between = [[n for n in NUMBERS if low <= n <= high] for low, high in ((a, b), (c, d))]
    truths = {one >= other for one, other in product(*between)}
    right = "supported" if truths == {True} else "contradicted" if truths == {False} else "unverified"
    assert judged(made(x, y, parts), 'rank("test", "x") == 1').word == right

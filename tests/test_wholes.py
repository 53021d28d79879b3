"""Laws of sums: parts that are chosen in every way, parts that lie in a whole, and numbers that occur twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from factory import figures, seen, series, unit
from hypothesis import given
from hypothesis import strategies as st

from sitegen.figures import Figure
from sitegen.figures.arithmetic.linear import interval_of, merged, quotient
from sitegen.figures.arithmetic.uncertainty import hull, total
from sitegen.figures.figure import Terms
from sitegen.figures.values.derivation import heaviest
from sitegen.figures.values.wholes import contradiction
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount, Interval
from sitegen.model.basics.period import Period

D = Decimal
YEAR = Period.parse("2025")
MONTHS = YEAR.split("month")


@st.composite
def parts(draw: st.DrawFn) -> dict[Period, Interval]:
    """Spans of whole months in a year with what is known of each."""
    found: dict[Period, Interval] = {}
    for _ in range(draw(st.integers(1, 9))):
        first, last = sorted((draw(st.integers(0, 5)) * 2, draw(st.integers(0, 5)) * 2 + 1))
        period = Period(MONTHS[min(first, last)].first, MONTHS[max(first, last)].last)
        low = draw(st.integers(0, 20))
        if period != YEAR:
            found[period] = Interval(D(low), D(low + draw(st.integers(1, 6))))
    return found


def tilings(known: dict[Period, Interval], start: Period | None = None) -> Iterator[tuple[Period, ...]]:
    """Every choice of periods that covers the year."""
    day = YEAR.first if start is None else start.last + timedelta(days=1)
    if day > YEAR.last:
        yield ()
    for part in (p for p in known if p.first == day):
        for rest in tilings(known, part):
            yield (part, *rest)


@given(parts())
def test_sums_contradict_each_other_where_two_choices_of_parts_do(known: dict[Period, Interval]) -> None:
    """The few sums that are compared tell whether all meet; once that is accepted, the hull of all of them answers."""
    rows = [seen(str(period), low=str(i.low), high=str(i.high)) for period, i in known.items()]
    every = [total(known[part] for part in way) for way in tilings(known)]
    apart = any(not a.meets(b) for a in every for b in every)
    address = Address("a", "sales", YEAR)
    of = figures(series("a.sales", *rows))
    assert (contradiction(of.sums(address)) is not None) is apart
    answer = figures(series("a.sales", *rows, accepted={"parts-disagree": "why"})).answer(address)
    assert isinstance(of.answer(address), Figure) is (bool(every) and not apart)
    assert isinstance(answer, Figure) is bool(every)
    if isinstance(answer, Figure) and apart:
        assert answer.amount.interval == hull(every)


@given(parts())
def test_the_heaviest_parts_are_the_most_that_fit(known: dict[Period, Interval]) -> None:
    """No other choice of parts that do not overlap weighs more."""
    weights = {period: interval.low or D(0) for period, interval in known.items()}

    def most(periods: list[Period]) -> Decimal:
        if not periods:
            return D(0)
        one, *others = periods
        apart = [p for p in others if p.last < one.first or one.last < p.first]
        return max(most(others), weights[one] + most(apart))

    assert sum(weights[part] for part in heaviest(YEAR, weights)) == most(list(weights))


@st.composite
def unknowns(draw: st.DrawFn) -> list[tuple[Figure, Decimal]]:
    """Numbers above zero that lie in a range, each with what it really is."""
    found = []
    for name in "abc":
        low, width = draw(st.integers(1, 50)), draw(st.integers(0, 20))
        interval = Interval(D(low), D(low + width))
        amount = Amount(None, "range", interval)
        figure = Figure(amount=amount, unit=unit("vehicles"), decimals=0, kind="computed", label=name)
        found.append((figure, D(low + draw(st.integers(0, width)))))
    return found


@st.composite
def factors(draw: st.DrawFn) -> tuple[int, ...]:
    """How often each of three numbers stands in a sum."""
    return tuple(draw(st.integers(0, 2)) for _ in range(3))


@given(unknowns(), factors(), factors())
def test_a_number_that_occurs_twice_is_one_unknown(
    known: list[tuple[Figure, Decimal]], over: tuple[int, ...], under: tuple[int, ...]
) -> None:
    """Sums and quotients hold the true result, and a quotient is no wider than the corners of the ranges."""
    if not any(under):
        return
    sums = [merged((Terms(((f, 1),)), n) for (f, _), n in zip(known, times, strict=True)) for times in (over, under)]
    true = [sum(value * n for (_, value), n in zip(known, times, strict=True)) for times in (over, under)]
    assert interval_of(merged([(sums[0], 1), (sums[1], -1)])).contains(D(true[0] - true[1]))
    found = quotient(*sums)
    assert found.low is not None
    assert found.high is not None
    exact = Fraction(true[0]) / Fraction(true[1])
    assert Fraction(found.low) <= exact <= Fraction(found.high)
    corners = []
    for corner in range(8):
        at = [
            (f.amount.interval.high if corner >> n & 1 else f.amount.interval.low) or D(0)
            for n, (f, _) in enumerate(known)
        ]
        top, bottom = (sum(x * n for x, n in zip(at, times, strict=True)) for times in (over, under))
        corners.append(Fraction(top) / Fraction(bottom))
    near = Fraction(1, 10**12)
    assert min(corners) - near <= Fraction(found.low)
    assert Fraction(found.high) <= max(corners) + near

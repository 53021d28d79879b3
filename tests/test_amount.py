"""Amounts: bounds, precision, agreement, and sound arithmetic on intervals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.figures.arithmetic import uncertainty
from sitegen.model.basics.amount import Amount, Bound, Interval, make_amount, unit_of

D = Decimal


def amount(text: str, bound: Bound = "exact") -> Amount:
    """An amount of a metric that may be negative."""
    return make_amount(D(text), bound=bound, negative_allowed=True)


@pytest.mark.parametrize(
    ("value", "bound", "low", "high", "open_ends"),
    [
        ("54552", "exact", "54552", "54552", (False, False)),
        ("45300", "approximate", "45250", "45350", (False, False)),
        ("7.20", "approximate", "7.15", "7.25", (False, False)),
        ("80000", "at-least", "80000", None, (False, False)),
        ("80000", "more-than", "80000", None, (True, False)),
        ("80000", "at-most", "0", "80000", (False, False)),
        ("80000", "less-than", "0", "80000", (False, True)),
    ],
)
def test_a_bound_makes_an_interval(
    value: str, bound: Bound, low: str | None, high: str | None, open_ends: tuple[bool, bool]
) -> None:
    """Each bound says where the true number lies; below there is zero where nothing is negative."""
    made = make_amount(D(value), bound=bound)
    ends = tuple(None if end is None else D(end) for end in (low, high))
    assert (made.interval.low, made.interval.high) == ends
    assert (made.interval.low_open, made.interval.high_open) == open_ends


def test_what_may_be_negative_has_no_lower_end() -> None:
    """At most and less than reach down without end where the metric may be negative."""
    assert amount("5", "at-most").interval == Interval(None, D(5))
    assert amount("5", "less-than").interval == Interval(None, D(5), high_open=True)


def test_within_says_how_near() -> None:
    """`within` replaces half a unit of the last non-zero digit, and nothing goes below zero."""
    assert make_amount(D(45300), bound="approximate", within=D(500)).interval == Interval(D(44800), D(45800))
    assert make_amount(D(3), bound="approximate", within=D(5)).interval == Interval(D(0), D(8))


def test_a_range_has_no_value() -> None:
    """A range is its two ends."""
    assert make_amount(low=D(8000), high=D(9000)) == Amount(None, "range", Interval(D(8000), D(9000)))


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({}, "give a value, or both low and high"),
        ({"low": D(1)}, "give a value, or both low and high"),
        ({"value": D(1), "low": D(1), "high": D(2)}, "not both"),
        ({"low": D(2), "high": D(2)}, r"low \(2\) is not below high \(2\)"),
        ({"low": D(1), "high": D(2), "bound": "more-than"}, 'takes no "bound: more-than"'),
        ({"value": D(1), "within": D(1)}, '"within" goes with "bound: approximate"'),
        ({"value": D(1), "bound": "approximate", "within": D(0)}, "above zero"),
        ({"value": D(0), "bound": "approximate"}, 'add "within"'),
        ({"value": D(1), "bound": "range"}, "low and high, not one value"),
        ({"value": D(-1)}, "never negative"),
        ({"low": D(-1), "high": D(2)}, "never negative"),
        ({"value": D(0), "bound": "less-than"}, "less than zero"),
        ({"value": D("1e15")}, "at most 15 digits before the point and 9 after"),
        ({"value": D("1e-10")}, "at most 15 digits before the point and 9 after"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(given_: dict[str, D], said: str) -> None:
    """A bound that does not fit its value raises ValueError with a sentence for an editor."""
    with pytest.raises(ValueError, match=said):
        make_amount(**given_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("45300", "100"),
        ("5571", "1"),
        ("7.20", "0.1"),
        ("0.05", "0.01"),
        ("-12000", "1000"),
        ("0", "1"),
        ("0.0", "0.1"),
    ],
)
def test_the_unit_of_the_last_non_zero_digit(number: str, unit: str) -> None:
    """Precision is read off the last digit that is not zero."""
    assert unit_of(D(number)) == D(unit)


def money(text: str) -> Amount:
    """An amount of what divides."""
    return make_amount(D(text), whole=False)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (amount("45300"), amount("45312"), False),
        (amount("100000"), amount("149999"), False),
        (amount("54552"), amount("54552.0"), True),
        (amount("45300", "approximate"), amount("45350"), True),
        (amount("45300", "approximate"), amount("45351"), False),
        (amount("80000", "more-than"), amount("80000"), False),
        (amount("80000", "at-least"), amount("80000"), True),
        (amount("80000", "more-than"), amount("80001"), True),
        (amount("80000", "less-than"), amount("80000", "more-than"), False),
        (make_amount(low=D(8), high=D(9)), amount("9"), True),
        (make_amount(low=D(8), high=D(9)), amount("9.4"), False),
        (money("29.5"), money("29.52"), True),
        (money("29.5"), money("29.56"), False),
        (money("65000"), money("65000.5"), True),
        (money("65000"), money("65400"), False),
        (money("0.0"), make_amount(D(0)), True),
    ],
)
def test_agreement(a: Amount, b: Amount, expected: bool) -> None:
    """Two values agree if their intervals meet; zeros at the end of a number make it no vaguer."""
    assert a.interval.meets(b.interval) is expected
    assert b.interval.meets(a.interval) is expected


def test_what_divides_is_rounded_to_its_last_written_digit() -> None:
    """A percentage or money stands for half a unit of its last digit around it, and not below zero."""
    assert money("29.50").interval == Interval(D("29.495"), D("29.505"))
    assert money("0.0") == Amount(D("0.0"), "exact", Interval(D(0), D("0.05")))
    assert make_amount(D(-5), whole=False, negative_allowed=True).interval == Interval(D("-5.5"), D("-4.5"))


NUMBERS = st.decimals(-10_000, 10_000, places=2)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval of any kind with a number that lies inside it."""
    number = draw(NUMBERS)
    steps = st.none() | st.decimals(0, 1000, places=2)
    below, above = draw(steps), draw(steps)
    interval = Interval(
        None if below is None else number - below,
        None if above is None else number + above,
        bool(below) and draw(st.booleans()),
        bool(above) and draw(st.booleans()),
    )
    assert interval.contains(number)
    return interval, number


@given(cases(), cases())
def test_sums_and_differences_are_sound(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    """Whatever the true values inside two intervals, their sum and difference lie inside the result."""
    assert uncertainty.add(a[0], b[0]).contains(a[1] + b[1])
    assert uncertainty.subtract(a[0], b[0]).contains(a[1] - b[1])


@st.composite
def divisors(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval that may be divided by, with a number above zero inside it."""
    number = draw(st.decimals("0.01", 10_000, places=2))
    low = draw(st.decimals(0, number, places=2))
    above = draw(st.none() | st.decimals(0, 1000, places=2))
    high = None if above is None else number + above
    interval = Interval(low, high, low < number and draw(st.booleans()), bool(above) and draw(st.booleans()))
    assert interval.contains(number)
    return interval, number


@given(cases(), divisors())
@example((Interval(D(1), D(1)), D(1)), (Interval(D(3), D(3)), D(3)))
@example((Interval(D(2), D(2)), D(2)), (Interval(D(3), D(3)), D(3)))
def test_quotients_are_sound(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    """Whatever the true values, the quotient by a number above zero lies inside the result, without rounding."""
    assert uncertainty.may_divide(b[0])
    result = uncertainty.divide(a[0], b[0])
    exact = Fraction(a[1]) / Fraction(b[1])
    assert result.low is None or Fraction(result.low) <= exact
    assert result.high is None or exact <= Fraction(result.high)
    assert not (result.low_open and exact == Fraction(result.low or 0))
    assert not (result.high_open and exact == Fraction(result.high or 0))


@given(cases(), cases())
def test_intervals_that_share_a_number_meet(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    """Meeting is symmetric, and a number in both intervals is a meeting."""
    assert a[0].meets(b[0]) == b[0].meets(a[0])
    if a[0].contains(b[1]):
        assert a[0].meets(b[0])


@given(st.lists(cases(), min_size=1, max_size=5))
def test_a_hull_holds_every_number(several: list[tuple[Interval, Decimal]]) -> None:
    """The hull of intervals contains whatever one of them contains."""
    hull = uncertainty.hull([interval for interval, _ in several])
    assert all(hull.contains(number) for _, number in several)


@pytest.mark.parametrize(
    ("several", "result"),
    [
        ([Interval(D(50), D(50)), Interval(D(40), None, True)], Interval(D(50), D(50))),
        ([Interval(D(40), None, True), Interval(D(39), D(41))], Interval(D(40), D(41), True)),
        ([Interval(D(50), D(50)), Interval(D(20), D(20))], Interval(D(20), D(50))),
        ([Interval(D(0), D(60)), Interval(D(50), D(50)), Interval(D(20), D(30))], Interval(D(20), D(50))),
        ([Interval(D(0), D(10), False, True), Interval(D(10), D(10))], Interval(D(0), D(10))),
    ],
)
def test_values_that_agree_sharpen_each_other(several: list[Interval], result: Interval) -> None:
    """From the least to the greatest that the largest agreeing sets have in common."""
    assert uncertainty.agreed(several) == result
    assert uncertainty.agreed(several[::-1]) == result


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        (Interval(D(1), D(1)), Interval(D(0), D(2)), Interval(D("0.5"), None)),
        (Interval(D(0), D(0)), Interval(D(0), D(2)), Interval(D(0), D(0))),
        (Interval(D(4), None), Interval(D(2), None), Interval(D(0), None, True)),
        (Interval(D(-4), D(4)), Interval(D(2), None, True), Interval(D(-2), D(2), True, True)),
        (Interval(None, D(-4)), Interval(D(1), D(2)), Interval(None, D(-2))),
    ],
)
def test_division_respects_open_and_unbounded_ends(a: Interval, b: Interval, result: Interval) -> None:
    """The ends of a quotient are limits: open where no pair of numbers reaches them."""
    assert uncertainty.divide(a, b) == result

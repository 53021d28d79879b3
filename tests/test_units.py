"""Units: their words beside numbers, large money, conversion by a rate, and the base of an index."""

from __future__ import annotations

from decimal import Decimal

import pytest
from factory import fig, figures, ranking, seen, series, tracker, unit
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.figures import (
    Figure,
    FigureError,
    Figures,
    convert,
    differences,
    rate_address,
    say,
    share,
    standings,
    with_unit,
)
from sitegen.figures.arithmetic.uncertainty import divide, multiply
from sitegen.figures.columns import column
from sitegen.figures.nouns import heading, noun
from sitegen.figures.plans import say_in_text
from sitegen.figures.words import ends
from sitegen.model.basics.amount import Bound, Interval, make_amount
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.unit import SCALES, Conversion
from sitegen.words import Locale


def of(value: str, written: str, *, bound: Bound = "exact", locale: str = "en") -> str:
    """A value of a unit as a text says it with its unit."""
    return say_in_text(with_unit(figure(value, written, bound=bound)), Locale(locale))


def figure(value: str, written: str, *, bound: Bound = "exact") -> Figure:
    """A value of a unit."""
    amount = make_amount(Decimal(value), bound=bound, negative_allowed=True)
    return Figure(amount=amount, unit=unit(written), decimals=9, kind="observed", label="A")


@pytest.mark.parametrize(
    ("said", "value", "written", "locale"),
    [
        ("1 vehicle", "1", "vehicles", "en"),
        ("1,500 vehicles", "1500", "vehicles", "en"),
        ("0 vehicles", "0", "vehicles", "en"),
        ("1 week", "1", "weeks", "en"),
        ("4.5 weeks", "4.5", "weeks", "en"),
        ("−7 °C", "-7", "°C", "en"),
        ("412 euros per kWh", "412", "EUR per kWh", "en"),
        ("1 euro per kWh", "1", "EUR per kWh", "en"),
        ("18.50 Hong Kong dollars per person", "18.50", "HKD per person", "en"),
        ("145.2 billion Chinese yuan", "145176", "million CNY", "en"),
        ("1.5 million vehicles", "1.5", "million vehicles", "en"),
        ("45,300 vehicles", "45.3", "thousand vehicles", "en"),
        ("350,000 euros", "0.35", "million EUR", "en"),
        ("1.000 billion euros", "999.96", "million EUR", "en"),
        ("−3.832 billion euros", "-3831.6", "million EUR", "en"),
        ("0 euros", "0", "million EUR", "en"),
        ("2.5 trillion euros", "2500", "billion EUR", "en"),
        ("145,2 Milliarden Euro", "145176", "million EUR", "de"),
        ("1 Million Euro", "1", "million EUR", "de"),
        ("1,452亿欧元", "145176", "million EUR", "zh"),
        ("31%", "31", "percent", "en"),
    ],
)
def test_a_number_with_its_unit(said: str, value: str, written: str, locale: str) -> None:
    """The noun follows the number, and millions become what people say."""
    assert of(value, written, locale=locale).replace("亿 ", "亿") == said


@pytest.mark.parametrize(
    ("said", "value", "bound"),
    [
        ("at least 145.1 billion", "145176", "at-least"),
        ("more than 145.1 billion", "145176", "more-than"),
        ("at most 145.2 billion", "145101", "at-most"),
        ("about 45.3 billion", "45300", "approximate"),
    ],
)
def test_a_bound_is_rounded_away(said: str, value: str, bound: Bound) -> None:
    """What is at least 145,176 million is at least 145.1 billion, and not 145.2."""
    assert say(figure(value, "million EUR", bound=bound), Locale()) == said


@given(st.decimals("0.001", "999999", places=3), st.sampled_from(("thousand", "million", "billion")))
def test_large_numbers_keep_their_first_four_digits(value: Decimal, scale: str) -> None:
    """What is said is the number itself to four digits or better, whatever word stands behind it."""
    said = say(figure(str(value), f"{scale} EUR"), Locale())
    digits, _, word = said.partition(" ")
    read = Decimal(digits.replace(",", "")).scaleb(SCALES.get(word, 0))
    true = value.scaleb(SCALES[scale])
    assert abs(read - true) <= true * Decimal("0.0005")


def test_a_heading_names_the_unit_once() -> None:
    """Over a column stands the plural, with the word for its zeros."""
    assert [heading(unit(one), Locale()) for one in ("vehicles", "billion EUR", "EUR per kWh")] == [
        "vehicles",
        "billion euros",
        "euros per kWh",
    ]
    assert noun(unit("vehicles"), Locale(), Decimal(1)) == "vehicle"


def test_neighbours_in_a_column_stay_apart() -> None:
    """A column has one unit, and as many digits as set apart what differs; small values do not become zero."""
    values = [figure(value, "million EUR") for value in ("145176", "145190", "31")]
    said = column(values[0].unit, values, Locale())
    assert heading(said.unit, Locale()) == "billion euros"
    assert [said.say(each, Locale()) for each in values] == ["145.176", "145.190", "0.031"]


def money() -> Figures:
    """Two companies with revenue in two currencies, and a rate."""
    return figures(
        series("a.revenue", seen("2025", "1000")),
        series("b.revenue-usd", seen("2025", "2000"), seen("2024", "100")),
        series("fx.eur-per-usd", seen("2025", "0.9")),
    )


def test_nothing_is_converted_by_a_rate_of_zero() -> None:
    """A rate of zero is a slip: the text that uses it is told so, whichever way it converts."""
    known = figures(
        series("a.revenue-usd", seen("2025", "1000")),
        series("a.revenue-eur", seen("2025", "1000")),
        series("fx.eur-per-usd", seen("2025", "0")),
    )
    for id in ("a.revenue-usd", "a.revenue-eur"):
        with pytest.raises(FigureError, match="may be zero"):
            convert(fig(known, f"{id}@2025"), fig(known, "fx.eur-per-usd@2025"))


def test_a_conversion_multiplies_or_divides() -> None:
    """A rate converts either of its currencies, the result says so and keeps its zeros and both parts."""
    known = money()
    dollars, rate = fig(known, "b.revenue-usd@2025"), fig(known, "fx.eur-per-usd@2025")
    euros = convert(dollars, rate)
    assert (say_in_text(euros, Locale()), str(euros.unit)) == ("about 1.8 billion euros (converted)", "million EUR")
    assert euros.inputs == (dollars, rate)
    assert ends(euros, Locale()) == "1,699 to 1,901 million"
    back = convert(euros, rate)
    assert back.unit == dollars.unit
    assert back.amount.interval.contains(Decimal(2000))
    with pytest.raises(FigureError, match="converts no CNY"):
        convert(fig(known, "a.revenue@2025"), rate)


def test_a_rate_is_of_the_days_of_its_figure() -> None:
    """A financial year from April finds the rate of April to March, not the rate's own year of the same name."""
    known = figures(
        series("a.revenue-usd", seen("2024-04/2025-03", "500"), calendar=Calendar(4, "start")),
        series("fx.eur-per-usd", seen("2024", "0.5"), seen("2024-04/2025-03", "0.9"), calendar=Calendar(1)),
    )
    asked = fig(known, "a.revenue-usd@FY2024")
    rate = known.answer(rate_address("fx.eur-per-usd", asked))
    assert isinstance(rate, Figure)
    assert rate.amount.value == Decimal("0.9")
    assert str(rate_address("fx.eur-per-usd@2024", asked)) == "fx.eur-per-usd@2024"
    with pytest.raises(ValueError, match="is not a series"):
        rate_address("eur-per-usd", asked)


def test_the_rate_is_no_part_of_what_is_compared() -> None:
    """A share of a converted value does not mix regions because the rate has one of its own."""
    known = figures(
        series("a.revenue-usd", seen("2025", "500")),
        series("b.revenue-usd", seen("2025", "2000")),
        series("fx.eur-per-usd", seen("2025", "0.9"), region="world", basis="fixing"),
    )
    one, all = (convert(fig(known, f"{id}.revenue-usd@2025"), fig(known, "fx.eur-per-usd@2025")) for id in "ab")
    assert say(share(known, one, all), Locale()) == "25.0%"
    assert differences(known.tracker.series.values(), known.tracker.places)


def test_a_ranking_of_two_currencies() -> None:
    """Members are brought into one currency by the rate of the period; without one they have no place, and why."""
    shape = ranking("a.revenue-eur", "b.revenue-usd", period="2025")
    by = Conversion(unit("EUR"), (("fx", "eur-per-usd"),))
    data = tracker(
        series("a.revenue-eur", seen("2025", "1000")),
        series("b.revenue-usd", seen("2025", "1100")),
        series("fx.eur-per-usd", seen("2025", "0.9")),
    )
    lines = standings(Figures(data), replace(shape, convert=by))
    assert [line.entity for line in lines] == ["a", "b"]
    assert [line.entity for line in standings(Figures(data), shape)] == ["b", "a"]
    older = tracker(
        series("a.revenue-eur", seen("2024", "1000")),
        series("b.revenue-usd", seen("2024", "1100")),
        series("fx.eur-per-usd", seen("2025", "0.9")),
    )
    _, last = standings(Figures(older), replace(shape, convert=by, period=seen("2024", 1).period))
    assert "cannot be converted" in str(last.missing)


number = st.decimals("-1000", "1000", places=2)
above = st.decimals("0.01", "1000", places=2)


@given(number, number, above, above, st.integers(0, 10), st.integers(0, 10))
def test_products_hold_the_true_one(a: Decimal, b: Decimal, c: Decimal, d: Decimal, i: int, j: int) -> None:
    """The product, or quotient, of any two numbers of two intervals lies in that of the intervals."""
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    x, y = min(a, b) + abs(a - b) * i / 10, min(c, d) + abs(c - d) * j / 10
    assert multiply(one, other).contains(x * y)
    assert divide(one, other).contains(x / y)

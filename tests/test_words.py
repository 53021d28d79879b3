"""Words: figures, periods, days and numbers as the locale writes them."""

from __future__ import annotations

from decimal import Decimal

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.figures import Figure, number, plain_value, say, say_period, short_period
from sitegen.figures.figure import FigureKind
from sitegen.figures.periods import short_run
from sitegen.model.basics.amount import Bound, make_amount
from sitegen.model.basics.period import Period
from sitegen.words import Locale

D = Decimal


def figure(
    value: str | None = None,
    *,
    low: str | None = None,
    high: str | None = None,
    bound: Bound = "exact",
    unit: str = "vehicles",
    decimals: int = 0,
    kind: FigureKind = "observed",
    signed: bool = False,
) -> Figure:
    """A figure of an amount."""
    given_, least, most = (None if end is None else D(end) for end in (value, low, high))
    amount = make_amount(given_, low=least, high=most, bound=bound, negative_allowed=True)
    return Figure(amount=amount, unit=factory.unit(unit), decimals=decimals, kind=kind, label="A", signed=signed)


@pytest.mark.parametrize(
    ("said", "plainly", "what"),
    [
        ("54,552", "54552", figure("54552")),
        ("about 45,300", "45300", figure("45300", bound="approximate")),
        ("more than 80,000", "80000", figure("80000", bound="more-than")),
        ("at least 80,000", "80000", figure("80000", bound="at-least")),
        ("at most 80,000", "80000", figure("80000", bound="at-most")),
        ("less than 80,000", "80000", figure("80000", bound="less-than")),
        ("between 8,000 and 9,000", "8000/9000", figure(low="8000", high="9000")),
        ("−2,450", "-2450", figure("-2450")),
        ("31.5%", "31.5", figure("31.5", unit="percent", decimals=1)),
        ("31%", "31", figure("31", unit="percent", decimals=1)),
        ("7.0 billion", "7.0", figure("7.0", unit="billion CNY", decimals=2)),
        ("7.3 billion", "7.3", figure("7.25", unit="billion CNY", decimals=1)),
        ("+3.5%", "3.5", figure("3.5", unit="percent", decimals=1, signed=True)),
        ("0.0%", "0.0", figure("0.0", unit="percent", decimals=1, signed=True)),
        ("more than 7.2", "7.2", figure("7.29", decimals=1, bound="more-than")),
        ("less than 7.3", "7.3", figure("7.21", decimals=1, bound="less-than")),
        ("between 1.2 and 1.4", "1.2/1.4", figure(low="1.29", high="1.31", decimals=1)),
        ("47%", "47", figure(low="46.6", high="47.2", unit="percent", decimals=1, kind="computed")),
        ("47.1%", "47.1", figure(low="47.11", high="47.13", unit="percent", decimals=1, kind="computed")),
        ("between 46.2% and 47.2%", "46.2/47.2", figure(low="46.2", high="47.2", unit="percent", decimals=1)),
        ("about 145,300", "145300", figure("145300", bound="approximate", kind="derived")),
    ],
)
def test_a_figure_in_words(said: str, plainly: str, what: Figure) -> None:
    """Bounds become words, bounds round outwards, only percent prints its sign; machines get plain digits."""
    assert (say(what, Locale()), plain_value(what)) == (said, plainly)


@pytest.mark.parametrize(
    ("locale", "said", "share"),
    [("en", "−1,234,567.5", "31.5%"), ("de", "−1.234.567,5", "31,5\xa0%"), ("en-IN", "−12,34,567.5", "31.5%")],
)
def test_numbers_follow_the_locale(locale: str, said: str, share: str) -> None:
    """Grouping, decimal mark and the sign of percent are the locale's; minus is a true minus."""
    assert number(D("-1234567.5"), 1, Locale(locale)) == said
    assert say(figure("31.5", unit="percent", decimals=1), Locale(locale)) == share


@pytest.mark.parametrize(
    ("period", "long", "short"),
    [
        ("2025", "2025", "2025"),
        ("2025-H1", "first half of 2025", "H1 2025"),
        ("2025-Q4", "fourth quarter of 2025", "Q4 2025"),
        ("2025-03", "March 2025", "Mar 2025"),
        ("2025-03-20", "20 March 2025", "20 Mar 2025"),
        ("2025-01/2025-08", "January to August 2025", "Jan–Aug 2025"),
        ("2024-11/2025-02", "November 2024 to February 2025", "Nov 2024–Feb 2025"),
        ("2023/2024", "2023 to 2024", "2023–2024"),
        ("2025-03-02/2025-03-07", "2 March 2025 to 7 March 2025", "2 Mar 2025–7 Mar 2025"),
    ],
)
def test_periods_in_words(period: str, long: str, short: str) -> None:
    """A period has a form for sentences and one for tables and axes."""
    assert say_period(Period.parse(period), Locale()) == long
    assert short_period(Period.parse(period), Locale()) == short


@pytest.mark.parametrize(
    ("locale", "day", "quarter"),
    [
        ("en", "20 March 2025", "first quarter of 2025"),
        ("en_US", "March 20, 2025", "first quarter of 2025"),
        ("de", "20. März 2025", "1. Quartal 2025"),
    ],
)
def test_days_follow_the_locale(locale: str, day: str, quarter: str) -> None:
    """Plain English puts the day first; another locale does as its country does."""
    assert say_period(Period.parse("2025-03-20"), Locale(locale)) == day
    assert say_period(Period.parse("2025-Q1"), Locale(locale)) == quarter


@pytest.mark.parametrize(
    ("locale", "month", "quarter", "span", "run"),
    [
        ("de", "März 2025", "Q1 2025", "Jan.–Aug. 2025", "Q2–Q4 2025"),
        ("es", "marzo de 2025", "T1 2025", "ene–ago 2025", "T2–T4 2025"),
        ("ja", "2025年3月", "2025/Q1", "2025年1月–2025年8月", "2025/Q2–2025/Q4"),
        ("hu", "2025. március", "2025. I. n.év", "2025. jan.–2025. aug.", "2025. II. n.év–2025. IV. n.év"),
    ],
)
def test_months_and_quarters_follow_the_locale(locale: str, month: str, quarter: str, span: str, run: str) -> None:
    """A year stands before its month where the language has it so, and then at both ends of a span."""
    of = Locale(locale, locale)
    assert say_period(Period.parse("2025-03"), of) == month
    assert short_period(Period.parse("2025-Q1"), of) == quarter
    assert short_period(Period.parse("2025-01/2025-08"), of) == span
    assert short_run(Period.parse("2025-04/2025-12"), "quarter", of) == run


@given(
    st.decimals(-(10**9), 10**9, places=3),
    st.sampled_from(["exact", "at-least", "more-than", "at-most", "less-than"]),
    st.integers(0, 3),
)
def test_what_is_printed_is_true(value: Decimal, bound: Bound, decimals: int) -> None:
    """The printed number of a bound never claims more than the source; an exact one is rounded at most."""
    what = figure(str(value), bound=bound, decimals=decimals)
    printed = D(plain_value(what))
    if bound in ("at-least", "more-than"):
        assert printed <= value
    if bound in ("at-most", "less-than"):
        assert printed >= value
    assert abs(printed - value) < D(1).scaleb(-decimals)
    assert "∞" not in say(what, Locale())

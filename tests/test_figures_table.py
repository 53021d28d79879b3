"""Figures as a table of literal cases: what the data say, what is asked of them, and what is answered."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from factory import PLACE, claim, seen, series, source, tracker, worked
from msgspec import structs

from sitegen.check.data import check_data, data_findings
from sitegen.claims import judge
from sitegen.expressions import Expressions
from sitegen.figures import Figure, Figures, say
from sitegen.kinds import KINDS as REGISTER
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Bound
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.series import Observation, Series
from sitegen.model.source import Source
from sitegen.model.worked import WorkedOut
from sitegen.register.register import Register
from sitegen.words import Locale

ACCEPTED = {"parts-disagree": "both are published"}
Q1 = 'fig("a.sales@2025-Q1")'
YEAR = 'fig("a.sales@2025")'
CHANGE = 'fig("a.sales@2025") | change("year")'


class Case(NamedTuple):
    """What is known, what is asked, and the words of the answer; an error begins with its code.

    ask: an expression, or `check` for the problems of the data.
    """

    data: tuple[Series, ...]
    ask: str
    answer: str
    sources: tuple[Source, ...] = ()


def sales(*observations: Observation | WorkedOut, **options: object) -> tuple[Series, ...]:
    """One series of sales, which counts whole cars."""
    return (series("a.sales", *observations, **options),)  # type: ignore[arg-type]


def of(metric: str, *observations: Observation) -> tuple[Series, ...]:
    """One series of another metric."""
    return (series(f"a.{metric}", *observations),)


def periods(prefix: str, *values: int) -> list[Observation]:
    """Values of the first, second … half, quarter or month of 2025."""
    return [seen(f"2025-{prefix}{number}", value) for number, value in enumerate(values, 1)]


def answered(case: Case) -> str:
    """What the case comes to, in words."""
    known = tracker(*case.data, sources=case.sources)
    figures = Figures(known)
    if case.ask == "check":
        return "; ".join(
            f"{p.code}: {p.message}" for p in check_data(Register(REGISTER, known), data_findings(figures))
        )
    found = Expressions(figures).evaluate(Expression(case.ask, PLACE))
    return say(found, Locale()) if isinstance(found, Figure) else f"{found.code}: {found.message}"  # type: ignore[union-attr]


ABOUT: Bound = "approximate"
AGREEMENT = {
    "1 exact counts that are not equal": Case(
        sales(seen("2025-Q1", 100000, "press-1"), seen("2025-Q1", 149999, "press-2")),
        "check",
        "rivals-unresolved: two sources give 100,000 and 149,999 for a.sales@2025-Q1 and none is preferred",
    ),
    "1 zeros at the end of an exact count are exact": Case(
        sales(seen("2025-Q1", 45300, "press-1"), seen("2025-Q1", 45312, "press-2")),
        "check",
        "rivals-unresolved: two sources give 45,300 and 45,312 for a.sales@2025-Q1 and none is preferred",
    ),
    "1 zeros at the end of an approximate count are vague": Case(
        sales(seen("2025-Q1", 45300, "press-1", bound=ABOUT), seen("2025-Q1", 45312, "press-2")), "check", ""
    ),
    "1 the ends of an approximate count belong to it": Case(
        sales(seen("2025-Q1", 45300, "press-1", bound=ABOUT), seen("2025-Q1", 45350, "press-2")), "check", ""
    ),
    "1 and what is beyond them does not": Case(
        sales(seen("2025-Q1", 45300, "press-1", bound=ABOUT), seen("2025-Q1", 45351, "press-2")),
        "check",
        "rivals-unresolved: two sources give 45,351 and about 45,300 for a.sales@2025-Q1 and none is preferred",
    ),
    "2 exact counts of two kinds of source": Case(
        sales(seen("2025-Q1", 500000, "filing-1"), seen("2025-Q1", 450001, "aggregator-1")),
        "check",
        "rivals-unresolved: two sources give 500,000 and 450,001 for a.sales@2025-Q1 and none is preferred",
    ),
    "39 a percentage stands for half its last digit": Case(
        of("margin", seen("2025", "29.5", "press-1"), seen("2025", "29.52", "press-2")), "check", ""
    ),
    "39 and no further": Case(
        of("margin", seen("2025", "29.5", "press-1"), seen("2025", "29.56", "press-2")),
        "check",
        "rivals-unresolved: two sources give 29.6% and 29.5% for a.margin@2025 and none is preferred",
    ),
    "39 the finer one answers, and prints with the decimals of its metric": Case(
        of("margin", seen("2025", "29.5", "press-1"), seen("2025", "29.52", "press-2")),
        'fig("a.margin@2025~press-1")',
        "29.5%",
    ),
    "39 money in millions": Case(
        of("revenue", seen("2025", "65044", "press-1"), seen("2025", "65044.468", "press-2")), "check", ""
    ),
    "39 money a million apart": Case(
        of("revenue", seen("2025", "65044", "press-1"), seen("2025", "65045.468", "press-2")),
        "check",
        "rivals-unresolved: two sources give 65.045 billion and 65.044 billion for a.revenue@2025 and none is "
        "preferred",
    ),
    "39 a price": Case(of("price", seen("2025", 199000, "press-1"), seen("2025", "199000.4", "press-2")), "check", ""),
    "39 reported changes": Case(
        sales(
            seen("2025", change={"year": "-47"}, source="press-1"),
            seen("2025", change={"year": "-47.2"}, source="press-2"),
        ),
        "check",
        "",
    ),
}
HALVES = periods("H", 50000, 60000)
PARTS = {
    "3 months that come to more than their quarter": Case(
        sales(seen("2025-Q1", 100), *periods("0", 50, 50, 50)),
        "check",
        "parts-disagree: 100 is reported for a.sales@2025-Q1, but 2025-01, 2025-02, 2025-03 add up to 150",
    ),
    "3 months that come to one less": Case(
        sales(seen("2025-Q1", 100), *periods("0", 33, 33, 33)),
        "check",
        "parts-disagree: 100 is reported for a.sales@2025-Q1, but 2025-01, 2025-02, 2025-03 add up to 99",
    ),
    "3 months that meet an approximate quarter": Case(
        sales(seen("2025-Q1", 100, bound=ABOUT), *periods("0", 33, 33, 33)), "check", ""
    ),
    "4 a part above its whole": Case(
        sales(seen("2025-Q1", 60000), seen("2025-H1", 50000)),
        "check",
        "parts-disagree: 50,000 is reported for a.sales@2025-H1, but 2025-Q1 alone comes to 60,000",
    ),
    "4 parts above their whole, and a hole between them": Case(
        sales(seen("2025-01", 40), seen("2025-03", 40), seen("2025-Q1", 70)),
        "check",
        "parts-disagree: 70 is reported for a.sales@2025-Q1, but 2025-01, 2025-03 alone come to 80",
    ),
    "4 a loss may be below, and a profit above its whole": Case(
        of("profit", seen("2025-Q1", 60000), seen("2025-H1", 50000)), "check", ""
    ),
    "4 a part that may be the whole": Case(
        sales(seen("2025-Q1", 50000, bound="at-least"), seen("2025-H1", 50000)), "check", ""
    ),
    "4 a share is no part": Case(of("margin", seen("2025-Q1", "60.0"), seen("2025-H1", "50.0")), "check", ""),
    "5 two tilings that do not meet answer nothing": Case(
        sales(*HALVES, seen("2025-01/2025-09", 60000), seen("2025-Q4", 30000)),
        YEAR,
        "missing-figure: a.sales@2025: the parts contradict each other: 2025-01/2025-09, 2025-Q4 add up to 90,000, but "
        "2025-H1, 2025-H2 to 110,000",
    ),
    "5 and are reported": Case(
        sales(*HALVES, seen("2025-01/2025-09", 60000), seen("2025-Q4", 30000)),
        "check",
        "parts-disagree: nothing is reported for a.sales@2025, and 2025-01/2025-09, 2025-Q4 add up to 90,000, but "
        "2025-H1, 2025-H2 to 110,000",
    ),
    "5 a published year answers whatever its parts": Case(
        sales(*HALVES, seen("2025", 110000), seen("2025-01/2025-09", 80000), seen("2025-Q4", 30000)),
        YEAR,
        "110,000",
    ),
    "5 tilings that meet answer with the fewest parts": Case(
        sales(*HALVES, *periods("Q", 20000, 30000), seen("2025-Q3", 30000), seen("2025-Q4", 30000)),
        YEAR,
        "110,000",
    ),
    "5 tilings that meet because one is vague": Case(
        sales(
            *HALVES,
            seen("2025-01/2025-09", 79000, bound=ABOUT),
            seen("2025-Q4", 30700, bound=ABOUT),
        ),
        YEAR,
        "about 109,700",
    ),
    "40 halves and quarters against quarters": Case(
        sales(*periods("Q", 54552, 92606, 108115, 68134), seen("2025-H1", 147198)),
        YEAR,
        "missing-figure: a.sales@2025: the parts contradict each other: 2025-H1, 2025-Q3, 2025-Q4 add up to 323,447, "
        "but 2025-Q1, 2025-Q2, 2025-Q3, 2025-Q4 to 323,407",
    ),
    "40 accepted with a reason their hull answers": Case(
        sales(*periods("Q", 54552, 92606, 108115, 68134), seen("2025-H1", 147198), accepted=ACCEPTED),
        YEAR,
        "between 323,407 and 323,447",
    ),
    "40 once it is accepted nothing is reported": Case(
        sales(*periods("Q", 54552, 92606, 108115, 68134), seen("2025-H1", 147198), accepted=ACCEPTED), "check", ""
    ),
    "40 the half disagrees with its quarters, and the year is a consequence": Case(
        sales(*periods("Q", 54552, 92606, 108115, 68134), seen("2025-H1", 147198)),
        "check",
        "parts-disagree: 147,198 is reported for a.sales@2025-H1, but 2025-Q1, 2025-Q2 add up to 147,158",
    ),
}


def two(a: Observation, b: Observation) -> tuple[Series, ...]:
    """Two makers' sales."""
    return (series("a.sales", a), series("b.sales", b))


def year(value: int, bound: Bound = "exact", within: str | None = None) -> Observation:
    """A value for the year."""
    return seen("2025", value, bound=bound, within=within)


DIFFERENCE, SUM = 'fig("a.sales@2025") - fig("b.sales@2025")', 'fig("a.sales@2025") + fig("b.sales@2025")'
COMPUTED = {
    "6 a difference that may be zero": Case(
        two(year(1490000), year(1000000, ABOUT)), DIFFERENCE, "between −10,000 and 990,000"
    ),
    "6 a difference that is far from zero": Case(
        two(year(9490000), year(1000000, ABOUT)), DIFFERENCE, "about 8,500,000"
    ),
    "6 a difference of exact counts": Case(two(year(1490000), year(1000000)), DIFFERENCE, "490,000"),
    "7 a change of round numbers": Case(
        sales(seen("2025", 80000, bound=ABOUT), seen("2024", 100000, bound=ABOUT)), CHANGE, "between −50% and +70%"
    ),
    "7 a change whose ends round alike": Case(
        sales(seen("2025", 45300, bound=ABOUT), seen("2024", 85800)), CHANGE, "−47%"
    ),
    "7 a reported change stays as it is written": Case(
        sales(seen("2025", change={"year": "-47"}), seen("2024", 85800)), CHANGE, "−47%"
    ),
    "7 a change that is about right": Case(
        sales(seen("2025", 102000, bound=ABOUT), seen("2024", 45300, bound=ABOUT)), CHANGE, "about +125%"
    ),
    "7 a change to what is open above": Case(
        sales(seen("2025", 80000, bound="more-than"), seen("2024", 40000)), CHANGE, "up more than 100%"
    ),
    "8 a ratio that is known better than to one digit": Case(
        two(year(148000, ABOUT), year(317850)), 'fig("b.sales@2025") | times("a.sales@2025")', "about 2.1"
    ),
    "8 a ratio between two halves": Case(
        two(year(90000, ABOUT), year(151000, ABOUT)), 'fig("b.sales@2025") | times("a.sales@2025")', "about 1.7"
    ),
    "8 a small share": Case(
        two(year(180000, ABOUT), year(23700000)), 'fig("a.sales@2025") | share("b.sales@2025")', "about 0.8%"
    ),
    "8 a ratio of round numbers": Case(
        two(year(40000, ABOUT), year(100000, ABOUT)),
        'fig("a.sales@2025") | times("b.sales@2025")',
        "between 0.2 and 0.9",
    ),
    "8 a ratio of exact counts": Case(
        two(year(40000), year(100000)), 'fig("a.sales@2025") | times("b.sales@2025")', "0.4"
    ),
    "9 a sum of very vague numbers": Case(
        two(year(7500, ABOUT, "2500"), year(7500, ABOUT, "2500")), SUM, "between 10,000 and 20,000"
    ),
    "9 the same number twice": Case(sales(year(7500, ABOUT, "2500")), f"{YEAR} + {YEAR}", "between 10,000 and 20,000"),
    "10 a half-width below a quarter": Case(two(year(1400000, ABOUT), year(1000000, ABOUT)), SUM, "about 2,400,000"),
    "10 a half-width of exactly a quarter": Case(two(year(4000, ABOUT, "1000"), year(0)), SUM, "about 4,000"),
    "41 a half-width above a quarter": Case(
        two(year(3100000, ABOUT, "990000"), year(0)), SUM, "between 2,110,000 and 4,090,000"
    ),
    "42 one open end": Case(two(year(400000, "more-than"), year(1000)), SUM, "more than 401,000"),
    "42 plain refuses a bound": Case(
        two(year(400000, "more-than"), year(1000)),
        f"({SUM}) | plain",
        "expression-value: plain prints digits alone, and this is more than 401,000",
    ),
    "42 plain refuses about": Case(
        sales(year(45300, ABOUT)),
        f"{YEAR} | plain",
        "expression-value: plain prints digits alone, and this is about 45,300",
    ),
    "42 plain refuses a range": Case(
        sales(seen("2025", low="8000", high="9000")),
        f"{YEAR} | plain",
        "expression-value: plain prints digits alone, and this is between 8,000 and 9,000",
    ),
    "42 plain prints what is exact": Case(sales(year(45312)), f"{YEAR} | plain", "45312"),
    "42 plain prints a change whose ends round alike": Case(
        sales(seen("2025", 45300, bound=ABOUT), seen("2024", 85800)), f"{CHANGE} | plain", "-47"
    ),
    "money that is added up is rounded": Case(
        (series("a.revenue", seen("2025", 65044)), series("b.revenue", seen("2025", 30000))),
        'fig("a.revenue@2025") + fig("b.revenue@2025")',
        "about 95.04 billion",
    ),
    "money with enough decimals is not": Case(
        (series("a.revenue", seen("2025", "65044.123")), series("b.revenue", seen("2025", "30000.1"))),
        'fig("a.revenue@2025") + fig("b.revenue@2025")',
        "95.04 billion",
    ),
}
UNKNOWNS = {
    "one number less itself is nothing": Case(sales(year(45300, ABOUT)), f"{YEAR} - {YEAR}", "0"),
    "what is open cancels out": Case(two(year(80000, "more-than"), year(5)), f'{SUM} - fig("a.sales@2025")', "5"),
    "a sum of parts less a part is the other part": Case(
        sales(seen("2025-Q1", 100, bound=ABOUT), seen("2025-Q2", 70)),
        'fig("a.sales@2025-H1") - fig("a.sales@2025-Q1")',
        "70",
    ),
    "a part of its own sum": Case(
        sales(seen("2025-Q1", 100, bound=ABOUT), seen("2025-Q2", 100)),
        f'{Q1} | share("a.sales@2025-H1")',
        "between 33% and 60%",
    ),
    "a part without an end of its own sum": Case(
        sales(seen("2025-Q1", 100, bound="more-than"), seen("2025-Q2", 50)),
        f'{Q1} | share("a.sales@2025-H1")',
        "between 66.6% and 100.0%",
    ),
    "a part beside one without an end": Case(
        sales(seen("2025-Q1", 100), seen("2025-Q2", 50, bound="more-than")),
        f'{Q1} | share("a.sales@2025-H1")',
        "at most 66.7%",
    ),
    "a number is as much as itself, however vague": Case(
        sales(year(45300, ABOUT)), f'{YEAR} | times("a.sales@2025")', "1.0"
    ),
}
KINDS = {
    "12 no percentage of a loss": Case(
        of("profit", seen("2025", -60, change={"year": "20"}, negative=True), seen("2024", -50, negative=True)),
        'fig("a.profit@2025") | change("year")',
        "missing-figure: a.profit@2025: a change from a.profit@2024, zero or below, has no percentage",
    ),
    "12 nor a rise of it": Case(
        of("profit", seen("2025", -60, change={"year": "20"}, negative=True), seen("2024", -50, negative=True)),
        'fig("a.profit@2025") | change("year") | rise',
        "missing-figure: a.profit@2025: a change from a.profit@2024, zero or below, has no percentage",
    ),
    "12 nor one from nothing": Case(
        sales(seen("2025", 5, change={"year": "20"}), seen("2024", 0)),
        CHANGE,
        "missing-figure: a.sales@2025: a change from a.sales@2024, zero or below, has no percentage",
    ),
    "12 nor one to a loss": Case(
        of("profit", seen("2025", -60, change={"year": "20"}, negative=True)),
        'fig("a.profit@2025") | change("year")',
        "missing-figure: a.profit@2025: a change to a.profit@2025, a loss, has no percentage",
    ),
    "12 a loss has a difference": Case(
        of("profit", seen("2025", -60, negative=True), seen("2024", -50, negative=True)),
        '(fig("a.profit@2025") - fig("a.profit@2024")) | fall',
        "about 10 million",
    ),
    "14 a rate changes by points, whatever its unit is called": Case(
        of("anteil", seen("2025", "4.5"), seen("2024", "3.5")), 'fig("a.anteil@2025") | change("year")', "+1"
    ),
    "14 a small change of points is no zero": Case(
        of("margin", seen("2025", "3.4"), seen("2024", "3.5")),
        'fig("a.margin@2025") | change("year")',
        "between −0.2 and 0.0",
    ),
    "14 nor is one that may be on either side": Case(
        of("margin", seen("2025", "3.45"), seen("2024", "3.5")),
        'fig("a.margin@2025") - fig("a.margin@2024")',
        "between −0.2 and 0.1",
    ),
    "14 no change of points is": Case(
        of("margin", seen("2025", "3.5"), seen("2024", "3.5")), 'fig("a.margin@2025") | change("year")', "0"
    ),
    "14 and so does one in percent": Case(
        of("margin", seen("2025", "4.5"), seen("2024", "3.5")), 'fig("a.margin@2025") | change("year")', "+1"
    ),
    "14 a price changes by percent": Case(
        of("price", seen("2025", "180000"), seen("2024", "200000")), 'fig("a.price@2025") | change("year")', "−10.0%"
    ),
    "15 staff does not add up over time": Case(
        of("staff", seen("2025-Q3", 5000), seen("2025-Q4", 5140)),
        'fig("a.staff@2025-Q3") + fig("a.staff@2025-Q4")',
        "metric-kind: A staff is a stock, and stocks do not add over time",
    ),
    "15 staff less its growth is the staff before": Case(
        of("staff", seen("2025-Q3", 5000), seen("2025-Q4", 5140)),
        'fig("a.staff@2025-Q4") - (fig("a.staff@2025-Q4") - fig("a.staff@2025-Q3"))',
        "5,000",
    ),
    "15 staff of two companies does": Case(
        (series("a.staff", seen("2025", 5000)), series("b.staff", seen("2025", 5140))),
        'fig("a.staff@2025") + fig("b.staff@2025")',
        "10,140",
    ),
    "15 staff has a change": Case(
        of("staff", seen("2025", 5140), seen("2024", 5000)), 'fig("a.staff@2025") | change("year")', "+2.8%"
    ),
    "15 margins do not add up": Case(
        of("margin", seen("2025-H1", "17.1"), seen("2025-H2", "17.5")),
        'fig("a.margin@2025-H1") + fig("a.margin@2025-H2")',
        "metric-kind: A margin is a rate, and rates do not add up",
    ),
    "15 margins of two companies do not either": Case(
        (series("a.margin", seen("2025", "17.1")), series("b.margin", seen("2025", "17.5"))),
        'fig("a.margin@2025") + fig("b.margin@2025")',
        "metric-kind: B margin is a rate, and rates do not add up",
    ),
    "15 a margin is no share": Case(
        (series("a.margin", seen("2025", "17.1")), series("b.margin", seen("2025", "17.5"))),
        'fig("a.margin@2025") | share("b.margin@2025")',
        "metric-kind: A margin is a rate, and a rate is no share of another",
    ),
    "15 a temperature changes by degrees": Case(
        of("heat", seen("2025", "10"), seen("2024", "5")), 'fig("a.heat@2025") | change("year")', "about +5"
    ),
    "15 and is no multiple": Case(
        of("heat", seen("2025", "10"), seen("2024", "5")),
        'fig("a.heat@2025") | times("a.heat@2024")',
        "metric-kind: A heat is a measure, and a measure is no multiple of another",
    ),
    "15 a stock of a quarter is that of its last day": Case(
        of("staff", seen("2025-03", 5000), seen("2025-02", 4000)), 'fig("a.staff@2025-Q1")', "5,000"
    ),
    "15 a stock of the middle is none of the quarter": Case(
        of("staff", seen("2025-02", 4000)),
        'fig("a.staff@2025-Q1")',
        "missing-figure: a.staff@2025-Q1: none of our documents gives a value for the first quarter of 2025",
    ),
    "15 two numbers of one last day": Case(
        of("staff", seen("2025-03", 5000), seen("2025-Q1", 4000)),
        "check",
        "parts-disagree: 4,000 is reported for a.staff@2025-Q1, but 2025-03 ends on the same day with 5,000",
    ),
    "13 a fall of more than": Case(
        sales(seen("2025", change={"year": "-40"}, bound="less-than")), f"{CHANGE} | fall", "more than 40%"
    ),
}
LENGTHS = {
    "16 a quarter of another maker's year": Case(
        two(seen("2025-Q1", 1500), year(100000)),
        'fig("a.sales@2025-Q1") | share("b.sales@2025")',
        "mixed-bases: A sales and B sales differ in the length of their periods (3 months, 12 months)",
    ),
    "16 a quarter of last year": Case(
        sales(seen("2025-Q1", 1500), seen("2024", 100000)),
        'fig("a.sales@2025-Q1") | share("a.sales@2024")',
        "mixed-bases: A sales and A sales differ in the length of their periods (3 months, 12 months)",
    ),
    "16 a quarter of its own year": Case(
        sales(seen("2025-Q1", 1500), year(100000)), 'fig("a.sales@2025-Q1") | share("a.sales@2025")', "1.5%"
    ),
    "16 with a reason": Case(
        two(seen("2025-Q1", 1500), year(100000)),
        'fig("a.sales@2025-Q1") | share("b.sales@2025", mixed="A began in January")',
        "1.5%",
    ),
    "16 one quarter of two makers is a quarter": Case(
        (*two(seen("2025-Q1", 1500), seen("2025-H2", 3000)), series("c.sales", seen("2025-Q1", 1500))),
        '(fig("a.sales@2025-Q1") + fig("c.sales@2025-Q1")) | share("b.sales@2025-H2")',
        "mixed-bases: A sales plus C sales and B sales differ in the length of their periods (3 months, 6 months)",
    ),
    "16 two quarters of one maker are a half": Case(
        (series("a.sales", seen("2025-Q1", 1500), seen("2025-Q2", 1500)), series("b.sales", seen("2025-H2", 6000))),
        '(fig("a.sales@2025-Q1") + fig("a.sales@2025-Q2")) | share("b.sales@2025-H2")',
        "50.0%",
    ),
    "16 a half less a quarter is as long as a quarter": Case(
        (series("a.sales", seen("2025-Q1", 1500), seen("2025-H1", 4500)), series("b.sales", seen("2025-Q2", 6000))),
        '(fig("a.sales@2025-H1") - fig("a.sales@2025-Q1")) | share("b.sales@2025-Q2")',
        "50.0%",
    ),
    "16 three of one time, in whatever order": Case(
        (
            *two(seen("2025-H2", 1500), seen("2025-H2", 1500)),
            series("c.sales", seen("2025-Q3", 1000), seen("2025-Q4", 500)),
        ),
        'fig("c.sales@2025-Q3") + fig("a.sales@2025-H2") + fig("c.sales@2025-Q4") + fig("b.sales@2025-H2")',
        "4,500",
    ),
    "16 three of different times": Case(
        (
            *two(seen("2025-H2", 1500), seen("2025-H2", 1500)),
            series("c.sales", seen("2025-Q3", 1000), seen("2025-Q4", 500)),
        ),
        'fig("c.sales@2025-Q3") + fig("a.sales@2025-H2") + fig("b.sales@2025-H2")',
        "mixed-bases: C sales and A sales differ in the length of their periods (3 months, 6 months)",
    ),
    "16 two years less the year before, one of them in halves": Case(
        (
            series("a.sales", seen("2024-H1", 1000), seen("2024-H2", 500), seen("2025-H1", 2000), seen("2025-H2", 500)),
            series("b.sales", seen("2024", 1000), seen("2025", 1500)),
        ),
        '(fig("a.sales@2025") - fig("a.sales@2024")) + (fig("b.sales@2025") - fig("b.sales@2024"))',
        "1,500",
    ),
    "16 a year and a half less those before": Case(
        (
            series("a.sales", seen("2024-H2", 500), seen("2025-H2", 700)),
            series("b.sales", seen("2024", 1000), seen("2025", 1500)),
        ),
        '(fig("a.sales@2025-H2") - fig("a.sales@2024-H2")) + (fig("b.sales@2025") - fig("b.sales@2024"))',
        "mixed-bases: A sales minus A sales and B sales minus B sales differ in the length of their periods"
        " (6 months, 12 months)",
    ),
    "16 days below a month": Case(
        two(seen("2025-03-01/2025-03-07", 10), seen("2025-03", 100)),
        'fig("a.sales@2025-03-01/2025-03-07") | times("b.sales@2025-03")',
        "mixed-bases: A sales and B sales differ in the length of their periods (7 days, 1 month)",
    ),
    "16 months are of one length": Case(
        two(seen("2025-02", 10), seen("2025-03", 100)), 'fig("a.sales@2025-02") | times("b.sales@2025-03")', "0.1"
    ),
    "16 a stock has no length": Case(
        (series("a.staff", seen("2025-Q1", 1500)), series("b.staff", seen("2025", 3000))),
        'fig("a.staff@2025-Q1") | share("b.staff@2025")',
        "50.0%",
    ),
}
RELAY = (source("press-1"), source("press-2", via="press-1"))
ORDER = {
    "11 revised, then reported, then provisional": Case(
        sales(
            seen("2025-Q1", 45300, "press-1", bound=ABOUT, status="provisional"),
            seen("2025-Q1", 45312, "press-2", status="revised"),
        ),
        Q1,
        "45,312",
    ),
    "11 revised before a narrower one": Case(
        sales(seen("2025-Q1", 45312, "press-1"), seen("2025-Q1", 45300, "press-2", bound=ABOUT, status="revised")),
        Q1,
        "about 45,300",
    ),
    "11 provisional after a wider one": Case(
        sales(seen("2025-Q1", 45312, "filing-1", status="provisional"), seen("2025-Q1", 45300, "press-2", bound=ABOUT)),
        Q1,
        "about 45,300",
    ),
    "11 preferred before revised": Case(
        sales(
            seen("2025-Q1", 45312, "press-1", status="revised"),
            seen("2025-Q1", 45300, "press-2", bound=ABOUT, use="preferred"),
        ),
        Q1,
        "about 45,300",
    ),
    "11 a page without a mark before a machine's, though that is narrower": Case(
        sales(seen("2025-Q1", 45312, "press-1"), seen("2025-Q1", 45300, "press-2", bound=ABOUT)),
        Q1,
        "about 45,300",
        (source("press-1", reliability="ai"),),
    ),
    "11 the narrowest of equals": Case(
        sales(seen("2025-Q1", 45312, "press-1"), seen("2025-Q1", 45300, "filing-2", bound=ABOUT)), Q1, "45,312"
    ),
    "17 a relay falls with its origin": Case(
        sales(seen("2025-Q1", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-2")),
        Q1,
        "missing-figure: a.sales@2025-Q1: every value for the first quarter of 2025 is deprecated",
        RELAY,
    ),
    "17 and is not quotable either": Case(
        sales(seen("2025-Q1", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-2")),
        'fig("a.sales@2025-Q1~press-2")',
        'missing-figure: a.sales@2025-Q1~press-2: the value of "press-2" for the first quarter of 2025 is deprecated',
        RELAY,
    ),
    "17 a relay of a relay falls too": Case(
        sales(seen("2025-Q1", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-3")),
        Q1,
        "missing-figure: a.sales@2025-Q1: every value for the first quarter of 2025 is deprecated",
        (*RELAY, source("press-3", via="press-2")),
    ),
    "17 and one that names its origin by another spelling of the address": Case(
        sales(seen("2025-Q1", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-3")),
        Q1,
        "missing-figure: a.sales@2025-Q1: every value for the first quarter of 2025 is deprecated",
        (
            source("press-1", url="https://example.org/a"),
            source("press-2", url="http://www.example.org/a/"),
            source("press-3", via="press-2"),
        ),
    ),
    "17 a target that is set aside takes no reported value along": Case(
        sales(seen("2025-Q1", 90, "press-1", status="target", use="deprecated"), seen("2025-Q1", 80, "press-2")),
        Q1,
        "80",
        RELAY,
    ),
    "17 a relay whose origin says nothing here stands": Case(
        sales(seen("2025-Q2", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-2")), Q1, "80", RELAY
    ),
    "17 an origin does not fall with its relay": Case(
        sales(seen("2025-Q1", 80, "press-1"), seen("2025-Q1", 90, "press-2", use="deprecated")), Q1, "80", RELAY
    ),
    "17 one document counts once, whatever its spelling": Case(
        sales(seen("2025-Q1", 80, "press-1"), seen("2025-Q1", 90, "press-2", bound=ABOUT)),
        "check",
        'repeated-source: url: is that of "press-1", and as one document they give two values for '
        "a.sales@2025-Q1 (data/series/test.yaml:1); "
        'same-document: this is the document of "press-1" (data/sources/test.yaml:1)',
        (source("press-1", url="https://www.example.org/a/"), source("press-2", url="http://example.org/a")),
    ),
    "19 a restatement answers": Case(
        sales(seen("2025-Q1", 80, "filing-1"), seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1")),
        Q1,
        "90",
    ),
    "19 what it replaces is no rival": Case(
        sales(seen("2025-Q1", 80, "filing-1"), seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1")),
        "check",
        "",
    ),
    "19 and stays quotable": Case(
        sales(seen("2025-Q1", 80, "filing-1"), seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1")),
        'fig("a.sales@2025-Q1~filing-1")',
        "80",
    ),
    "19 a relay of what is replaced is no rival either": Case(
        sales(
            seen("2025-Q1", 80, "filing-1"),
            seen("2025-Q1", 80, "press-1"),
            seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1"),
        ),
        "check",
        "",
        (source("press-1", via="filing-1"),),
    ),
    "19 a deprecated restatement replaces nothing": Case(
        sales(
            seen("2025-Q1", 80, "filing-1"),
            seen("2025-Q1", 90, "filing-2", use="deprecated", replaces="filing-1"),
        ),
        Q1,
        "80",
    ),
    "19 it replaces something": Case(
        sales(seen("2025-Q1", 90, "filing-2", replaces="filing-1"), seen("2025-Q2", 80, "filing-1")),
        "check",
        'replaces-nothing: "filing-1" gives no value for a.sales@2025-Q1 that could be replaced',
    ),
}
ORDER |= {
    "11 the status before the mark of a source": Case(
        sales(seen("2025-Q1", 45312, "press-1", status="revised"), seen("2025-Q1", 45300, "press-2", bound=ABOUT)),
        Q1,
        "45,312",
        (source("press-1", reliability="ai"),),
    ),
    "17 a relay that is preferred with a reason stands by itself": Case(
        sales(seen("2025-Q1", 80, "press-1", use="deprecated"), seen("2025-Q1", 80, "press-2", use="preferred")),
        Q1,
        "80",
        RELAY,
    ),
    "19 two values do not replace one another": Case(
        sales(
            seen("2025-Q1", 80, "filing-1", replaces="filing-2"), seen("2025-Q1", 90, "filing-2", replaces="filing-1")
        ),
        "check",
        'replaces-nothing: "filing-1" replaces a value that replaces it; '
        'replaces-nothing: "filing-2" replaces a value that replaces it',
    ),
    "19 nothing is worked out from what was restated": Case(
        sales(
            seen("2025-Q1", 80, "filing-1"),
            seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1"),
            seen("2025-H1", 200, "filing-2"),
            worked("2025-Q2", "a.sales@2025-H1", "-a.sales@2025-Q1~filing-1"),
        ),
        "check",
        "worked-out: a.sales@2025-Q1~filing-1 has no published value: it was restated by a later document",
    ),
    "19 what was restated twice": Case(
        sales(
            seen("2025-Q1", 80, "filing-1"),
            seen("2025-Q1", 90, "filing-2", replaces="filing-1"),
            seen("2025-Q1", 95, "filing-3", replaces="filing-2"),
        ),
        Q1,
        "95",
    ),
}
WORKED = worked("2025-Q2", "a.sales@2025-H1", "-a.sales@2025-Q1")
DIRECTION = {
    "18 too small to be called a fall": Case(
        sales(seen("2025", 100000), seen("2024", 100040)),
        f"{CHANGE} | fall",
        "wrong-direction: this is 0.0% as it is printed, so it cannot be called a fall",
    ),
    "18 too small to be called a rise": Case(
        sales(seen("2025", 100040), seen("2024", 100000)),
        f"{CHANGE} | rise",
        "wrong-direction: this is 0.0% as it is printed, so it cannot be called a rise",
    ),
    "18 a fall against the part that it is worked out from": Case(
        (series("a.sales", seen("2025-Q1", 60000, bound=ABOUT), seen("2025-H1", 109000), WORKED),),
        'fig("a.sales@2025-Q2") | change("previous") | fall',
        "between 1% and 33%",
    ),
    "18 just large enough": Case(sales(seen("2025", 100000), seen("2024", 100060)), f"{CHANGE} | fall", "0.1%"),
    "18 a range that begins at nothing": Case(
        sales(seen("2025", 99990), seen("2024", 100000, bound="more-than")),
        f"{CHANGE} | fall",
        "wrong-direction: this is below 0.0% as it is printed, so it cannot be called a fall",
    ),
}
CASES = {**AGREEMENT, **PARTS, **COMPUTED, **UNKNOWNS, **KINDS, **LENGTHS, **ORDER, **DIRECTION}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_answered(name: str) -> None:
    """What is asked of the data comes to these words."""
    assert answered(CASES[name]) == CASES[name].answer


def test_what_was_restated_decides_no_claim() -> None:
    """A check on a value that was restated finds nothing that counts; on the address it finds the new one."""
    values = sales(
        seen("2025-Q1", 80, "filing-1"), seen("2025-Q1", 90, "filing-2", status="revised", replaces="filing-1")
    )
    asked = claim("old", 'fig("a.sales@2025-Q1~filing-1") < 85'), claim("new", f"{Q1} > 85")
    known = tracker(*values, sources=[source("claimant")])
    verdicts, problems = judge(structs.replace(known, claims={each.id: each for each in asked}))
    assert problems == []
    assert {id: verdict.word for id, verdict in verdicts.items()} == {"old": "unverified", "new": "supported"}


def test_a_stock_of_a_longer_period_is_not_added_up() -> None:
    """The number at the end of a quarter is drawn as a number of its own; a sum of its months has the sign of sums."""
    months = [seen(f"2025-0{month}", 10) for month in (1, 2, 3)]
    known = Figures(tracker(*of("staff", seen("2025-03", 5000)), *sales(*months)))
    quarter = Period.parse("2025-Q1")
    staff, cars = (known.answer(Address("a", metric, quarter)) for metric in ("staff", "sales"))
    assert isinstance(staff, Figure)
    assert isinstance(cars, Figure)
    assert (staff.added, cars.added) == (False, True)

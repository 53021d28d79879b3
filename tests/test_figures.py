"""Answers: what is observed, what is derived, what is missing and why; rivals; latest; one document once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from factory import fig, figures, seen, series, source
from hypothesis import given
from hypothesis import strategies as st

from sitegen.figures import Figure, Missing, add
from sitegen.figures.values.derivation import tiling
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Interval
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Status, Use
from sitegen.model.source import Source

D = Decimal
Q1 = "a.sales@2025-Q1"


@pytest.mark.parametrize(
    ("observations", "answers", "rivals", "disagree"),
    [
        ([seen("2025-Q1", 11, "press-1"), seen("2025-Q1", 14, "filing-1")], "filing-1", ["press-1"], True),
        ([seen("2025-Q1", 10, "press-2"), seen("2025-Q1", 10, "press-1")], "press-1", ["press-2"], False),
        (
            [seen("2025-Q1", 45300, "filing-1", bound="approximate"), seen("2025-Q1", 45312, "aggregator-1")],
            "aggregator-1",
            ["filing-1"],
            False,
        ),
        (
            [seen("2025-Q1", 11, "filing-1"), seen("2025-Q1", 14, "press-1", use="preferred")],
            "press-1",
            ["filing-1"],
            True,
        ),
        ([seen("2025-Q1", 10, "filing-1", use="deprecated"), seen("2025-Q1", 12, "press-1")], "press-1", [], False),
        ([seen("2025-Q1", 10, "filing-1", status="target"), seen("2025-Q1", 12, "press-1")], "press-1", [], False),
        (
            [seen("2025-Q1", 10, "filing-1", status="provisional"), seen("2025-Q1", 9, "press-1", bound="more-than")],
            "press-1",
            ["filing-1"],
            False,
        ),
    ],
)
def test_who_answers(observations: list[Observation], answers: str, rivals: list[str], disagree: bool) -> None:
    """Preferred wins, then the status, the narrowest interval, the source's kind, its id; the others are rivals."""
    figure = fig(figures(series("a.sales", *observations)), Q1)
    assert figure.kind == "observed"
    assert figure.observation is not None
    assert figure.observation.source == answers
    assert [rival.source for rival in figure.rivals] == rivals
    assert figure.disagree is disagree


@pytest.mark.parametrize(
    ("sources", "standing"),
    [
        ([source("press-1", url="https://x.org/a"), source("press-2", url="https://x.org/a")], ["press-1"]),
        ([source("press-1", via="press-2"), source("press-2")], ["press-2"]),
        ([source("press-1", via="filing-9"), source("press-2", via="press-1"), source("filing-9")], ["press-1"]),
        ([source("press-1", via="press-2"), source("press-2", via="press-1")], ["press-1"]),
        ([source("press-1"), source("press-2")], ["press-1", "press-2"]),
    ],
)
def test_one_document_counts_once(sources: list[Source], standing: list[str]) -> None:
    """One URL counts once, and so do a relay and its origin, the origin standing; a circle of relays ends."""
    of = figures(series("a.sales", seen("2025-Q1", 10, "press-1"), seen("2025-Q1", 20, "press-2")), sources=sources)
    counted = of.observations(("a", "sales"), Period.parse("2025-Q1"))
    assert [observation.source for observation in counted] == standing


def test_relays_count_together_through_a_third() -> None:
    """A relay that shares its URL with one document and its origin with another makes the three one."""
    known = [source("press-1", url="https://x.org/a", via="press-3"), source("press-2", url="https://x.org/a")]
    values = [seen("2025-Q1", n * 11, f"press-{n}") for n in (1, 2, 3)]
    assert fig(figures(series("a.sales", *values), sources=known), Q1).rivals == ()


def test_a_preferred_relay_stands_for_its_origin() -> None:
    """Where the relay is preferred it is the one that counts."""
    of = figures(
        series("a.sales", seen("2025-Q1", 10, "press-1", use="preferred"), seen("2025-Q1", 20, "press-2")),
        sources=[source("press-1", via="press-2"), source("press-2")],
    )
    assert fig(of, Q1).amount.value == 10
    assert fig(of, Q1).rivals == ()


def test_a_source_is_asked_for_its_own_value() -> None:
    """With ~source that source's value answers, an estimate or a target too, but nothing deprecated."""
    of = figures(
        series(
            "a.sales",
            seen("2025-Q1", 10, "filing-1"),
            seen("2025-Q1", 11, "press-1", status="target"),
            seen("2025-Q1", 12, "press-2", use="deprecated"),
        )
    )
    assert fig(of, Q1).amount.value == 10
    asked = fig(of, f"{Q1}~press-1")
    assert (asked.amount.value, asked.status, str(asked.address)) == (D(11), "target", f"{Q1}~press-1")
    assert of.answer(Address.parse(f"{Q1}~press-2")) == Missing(
        Address.parse(f"{Q1}~press-2"), 'the value of "press-2" for the first quarter of 2025 is deprecated', "unused"
    )
    planned = figures(series("a.sales", seen("2025-Q1", 11, "press-1", status="target")))
    for address in (Q1, "a.sales@latest"):
        assert getattr(planned.answer(Address.parse(address)), "why", "") == "target"


@pytest.mark.parametrize(
    ("observations", "address", "reason"),
    [
        ([], "a.sales@2025-Q1", "none of our documents gives a value for the first quarter of 2025"),
        ([], "b.sales@2025-Q1", 'no series "b.sales" is declared'),
        ([], "a.sales@latest", "none of our documents gives a value for any month"),
        ([], "a.sales@latest~nobody", 'the source "nobody" is not known'),
        ([], "a.sales@2025-Q1~press-1", 'the source "press-1" gives no value for the first quarter of 2025'),
        (
            [seen("2025-Q1", 1, use="deprecated")],
            "a.sales@2025-Q1",
            "every value for the first quarter of 2025 is deprecated",
        ),
        (
            [seen("2025-Q1", 1, status="estimated")],
            "a.sales@2025-Q1",
            "there is only an estimate or a target for the first quarter of 2025",
        ),
        (
            [seen("2025-Q1", change={"year": "-12"})],
            "a.sales@2025-Q1",
            "none of our documents gives a value for the first quarter of 2025",
        ),
        ([seen("2025-Q1", 1)], "a.sales@2025-01", "none of our documents gives a value for January 2025"),
    ],
)
def test_what_is_missing_says_why(observations: list[Observation], address: str, reason: str) -> None:
    """An address without an answer is missing, with the reason in words."""
    answer = figures(series("a.sales", *observations)).answer(Address.parse(address))
    assert isinstance(answer, Missing)
    assert answer.reason == reason


@pytest.mark.parametrize(
    ("whole", "periods", "parts"),
    [
        ("2025-Q1", "2025-01 2025-02 2025-03", "2025-01 2025-02 2025-03"),
        ("2025", "2025-H1 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2025-H2", "2025-H1 2025-H2"),
        ("2025", "2025-H1 2025-Q1 2025-Q2 2025-Q3 2025-Q4", "2025-H1 2025-Q3 2025-Q4"),
        ("2025", "2025-Q1 2025-Q2 2025-H2 2025-H1 2025-Q3 2025-Q4", "2025-H1 2025-H2"),
        ("2025", "2025-01/2025-08 2025-09 2025-Q4 2025-H1 2025-Q3", "2025-01/2025-08 2025-09 2025-Q4"),
        ("2025", "2025-01/2025-08 2025-09 2025-Q4 2025-H1 2025-H2", "2025-H1 2025-H2"),
        ("2025-Q1", "2025-01/2025-02 2025-03 2025-01 2025-02/2025-03", "2025-01/2025-02 2025-03"),
        ("2025-Q1", "2025-01 2025-03", ""),
        ("2025-Q1", "2025-Q1", ""),
        ("2025-Q1", "2025-01/2025-02 2025-02/2025-03", ""),
    ],
)
def test_tilings(whole: str, periods: str, parts: str) -> None:
    """The fewest parts cover the whole, longer parts first; without a full cover there are none."""
    found = tiling(Period.parse(whole), [Period.parse(p) for p in periods.split()])
    assert " ".join(map(str, found)) == parts


YEAR = Period.parse("2025")


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=12))
def test_a_tiling_covers_each_day_once(spans: list[tuple[int, int]]) -> None:
    """Parts of a tiling touch, begin and end with the whole, and no tiling has fewer; there is none only if none is."""
    months = YEAR.split("month")
    periods = {Period(months[min(s)].first, months[max(s)].last) for s in spans} - {YEAR}
    found = tiling(YEAR, periods)
    least = {YEAR.first: 0}
    for month in months:
        for p in periods:
            if p.last == month.last and p.first in least:
                after = p.last + timedelta(days=1)
                least[after] = min(least.get(after, 99), least[p.first] + 1)
    assert len(found) == least.get(date(2026, 1, 1), 0)
    ends = [YEAR.first, *(part.last + timedelta(days=1) for part in found)]
    assert [part.first for part in found] == ends[:-1]
    assert set(found) <= periods
    if found:
        assert ends[-1] == date(2026, 1, 1)


def test_a_derived_value_keeps_its_parts_and_their_uncertainty() -> None:
    """Only where nothing is reported do shorter periods answer, with the sum of their intervals."""
    months = [
        seen("2025-01", 100, bound="approximate"),
        seen("2025-02", 55, status="provisional"),
        seen("2025-03", low="20", high="30"),
    ]
    figure = fig(figures(series("a.sales", *months)), Q1)
    assert (figure.kind, figure.status, figure.operation) == ("derived", "provisional", "sum of shorter periods")
    assert [str(a) for a in figure.addresses] == [Q1, "a.sales@2025-01", "a.sales@2025-02", "a.sales@2025-03"]
    assert figure.amount.interval == Interval(D(125), D(235))
    assert figure.amount.bound == "range"
    assert fig(figures(series("a.sales", *months, seen("2025-Q1", 180))), Q1).kind == "observed"


def test_only_what_adds_up_is_derived() -> None:
    """A metric that is not additive, an estimate, a target and one source's value are never summed."""
    shares = [seen(f"2025-0{m}", 5) for m in (1, 2, 3)]
    assert isinstance(figures(series("a.margin", *shares)).answer(Address.parse("a.margin@2025-Q1")), Missing)
    assert isinstance(figures(series("a.sales", *shares)).answer(Address.parse(f"{Q1}~press-1")), Missing)
    last = seen("2025-03", 5, status="estimated")
    assert isinstance(figures(series("a.sales", *shares[:2], last)).answer(Address.parse(Q1)), Missing)


@pytest.mark.parametrize(
    ("latest", "period"),
    [
        ("latest", "2025-05"),
        ("latest-month", "2025-05"),
        ("latest-quarter", "2025-Q1"),
        ("latest-half", "2024-H2"),
        ("latest-year", "2024"),
        ("latest~press-2", "2025-04"),
    ],
)
def test_latest(latest: str, period: str) -> None:
    """Latest is the last period of the cadence with an answer, derived ones too; targets and gaps do not count."""
    months = [seen(f"2025-0{m}", m) for m in (1, 2, 3, 5)]
    others = [
        seen("2025-04", 9, "press-2"),
        seen("2024-H2", 6),
        seen("2024", 9),
        seen("2026", 99, "press-2", status="target"),
        seen("2025-05", 99, "press-2", status="target"),
        seen("2025-06", change={"year": "3"}),
    ]
    figure = fig(figures(series("a.sales", *months, *others)), f"a.sales@{latest}")
    assert str(figure.address).removesuffix("~press-2") == f"a.sales@{period}"


@given(st.permutations([seen("2025-Q1", v, s) for v, s in ((10, "press-1"), (20, "filing-1"), (20, "filing-2"))]))
def test_the_order_of_the_input_does_not_matter(observations: list[Observation]) -> None:
    """Whatever the order in which values are written, the same one answers, with the same rivals."""
    figure = fig(figures(series("a.sales", *observations)), Q1)
    assert isinstance(figure, Figure)
    assert figure.observation is not None
    assert [o.source for o in (figure.observation, *figure.rivals)] == ["filing-1", "filing-2", "press-1"]


def test_an_answer_is_kept() -> None:
    """Asking twice gives the very same answer."""
    of = figures(series("a.sales", seen("2025-Q1", 10)))
    assert of.answer(Address.parse(Q1)) is of.answer(Address.parse("a.sales@2025-01/2025-03"))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("target", "provisional", "target"),
        ("estimated", "target", "target"),
        ("provisional", "estimated", "estimated"),
        ("reported", "provisional", "provisional"),
        ("target", "reported", "target"),
    ],
)
def test_what_is_computed_is_as_weak_as_its_weakest_part(one: Status, other: Status, together: Status) -> None:
    """A target never passes as provisional, nor an estimate as reported, whichever of the two stands first."""
    of = figures(
        series("a.sales", seen("2025", 10, "press-1", status=one)),
        series("b.sales", seen("2025", 20, "press-1", status=other)),
    )
    a, b = fig(of, "a.sales@2025~press-1"), fig(of, "b.sales@2025~press-1")
    assert (add(a, b).status, add(b, a).status) == (together, together)


def test_a_source_that_reports_and_plans_answers_with_what_it_reports() -> None:
    """Asked for by its source, a reported value comes before its target, however the two stand in the file."""
    both = (seen("2025", 30, status="target"), seen("2025", 20), seen("2025", 25, status="estimated"))
    for values in (both, both[::-1]):
        asked = fig(figures(series("a.sales", *values)), "a.sales@2025~press-1")
        assert (asked.amount.value, asked.status) == (D(20), "reported")


@pytest.mark.parametrize(
    ("again", "falls"),
    [
        ("https://www.paper.example/a/", True),
        ("http://paper.example/a?utm_source=feed&fbclid=1", True),
        ("https://paper.example/a/index.html", True),
        ("https://paper.example/a?gclid=9", True),
        ("https://paper.example/a?page=2", False),
        ("https://paper.example/a?utm_source=feed&page=2", False),
        ("https://paper.example/a/other.html", False),
        ("https://paper.example/index.html/a", False),
    ],
)
def test_a_deprecated_value_does_not_come_back_by_another_spelling(again: str, falls: bool) -> None:
    """One document under a second id gives no deprecated value again."""
    values = seen("2025", 80, "press-a", use="deprecated"), seen("2025", 80, "press-b")
    of = figures(
        series("a.sales", *values),
        sources=[source("press-a", url="https://paper.example/a"), source("press-b", url=again)],
    )
    assert isinstance(of.answer(Address.parse("a.sales@2025")), Missing) is falls


@pytest.mark.parametrize(("value", "use"), [(90, "normal"), (80, "preferred")])
def test_what_is_kept_of_a_document_of_two_ids_stands(value: int, use: Use) -> None:
    """The other value of the document, and one that is preferred with its reason, do not fall."""
    values = seen("2025", 80, "press-a", use="deprecated"), seen("2025", value, "press-b", use=use)
    same = "https://paper.example/a"
    of = figures(series("a.sales", *values), sources=[source("press-a", url=same), source("press-b", url=same)])
    assert isinstance(of.answer(Address.parse("a.sales@2025")), Figure)

"""Checks of the data: each finds what it should, says it in words, and hears `accepted`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from factory import ranking, seen, series, source, tracker
from msgspec.structs import replace

from sitegen.check.data import OF_ALL, OF_SERIES, check_data, data_findings
from sitegen.figures import Figures
from sitegen.kinds import KINDS
from sitegen.model.ranking import Ranking
from sitegen.model.series import Observation, Series
from sitegen.model.source import Source
from sitegen.model.tracker import Tracker
from sitegen.register.register import Register

Told = list[tuple[str, int, str]]


def told(of: Tracker) -> Told:
    """The problems of a tracker as code, line and message."""
    return [(p.code, p.place.line, p.message) for p in check_data(Register(KINDS, of), data_findings(Figures(of)))]


def made(*all_series: Series, sources: Iterable[Source] = (), rankings: Iterable[Ranking] = ()) -> Told:
    """The problems of a tracker made of these."""
    return told(tracker(*all_series, sources=sources, rankings=rankings))


CLEAN = series("a.sales", seen("2025-Q1", 54552, "press-1"), seen("2024-Q1", 50000, "press-1"))


def test_clean_data_has_no_problems() -> None:
    """Where everything fits nothing is said."""
    assert made(CLEAN) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (
            [seen("2025-Q1", v, f"press-{n}", line=n) for n, v in ((1, 54552), (2, 45300), (3, 68000))],
            (
                "rivals-unresolved",
                1,
                "three sources give 54,552, 45,300 and 68,000 for a.sales@2025-Q1 and none is preferred",
            ),
        ),
        (
            [seen("2025-Q1", change={"year": c}, source=f"press-{n}", line=n) for n, c in ((1, "-12"), (2, "-47"))],
            (
                "rivals-unresolved",
                1,
                "two sources give −12% and −47% for a.sales@2025-Q1, change on the year before, and none is preferred",
            ),
        ),
        (
            [seen("2025-Q1", 11, f"press-{n}", use="preferred", line=n) for n in (1, 2)],
            ("two-preferred", 2, '"press-1" and "press-2" are both preferred for a.sales@2025-Q1'),
        ),
        (
            [seen("2025-Q1", 11, line=1), seen("2025-Q1", 11, line=2)],
            ("repeated-source", 2, 'the source "press-1" gives two values for a.sales@2025-Q1'),
        ),
        (
            [seen("2025", 99000, line=3), seen("2025-H1", 33000), seen("2025-H2", 44000)],
            (
                "parts-disagree",
                3,
                "99,000 is reported for a.sales@2025, but 2025-H1, 2025-H2 add up to 77,000",
            ),
        ),
        (
            [seen("2025-Q1", 45300, change={"year": "-12"}, line=3), seen("2024-Q1", 85800)],
            (
                "change-disagrees",
                3,
                '"press-1" reports −12% for a.sales@2025-Q1, change on the year before, '
                "but 45,300 and 85,800 make −47.2%",
            ),
        ),
        (
            [seen("2025-03-20", 5, line=4)],
            ("period-cadence", 4, "2025-03-20 is shorter than the month that the series promises"),
        ),
    ],
)
def test_faults_of_a_series(data: list[Observation], found: tuple[str, int, str]) -> None:
    """Each fault is reported once, where it stands, with its values and sources."""
    assert made(series("a.sales", *data)) == [found]


@pytest.mark.parametrize(
    "data",
    [
        [seen("2025-Q1", 54552, "press-1", use="preferred"), seen("2025-Q1", 45300, "press-2")],
        [seen("2025-Q1", 54552, "press-1"), seen("2025-Q1", 45300, "press-2", use="deprecated")],
        [seen("2025-Q1", 54552, "press-1"), seen("2025-Q1", 99000, "press-2", status="target")],
        [seen("2025-Q1", 45312, "press-1"), seen("2025-Q1", 45300, "press-2", bound="approximate")],
        [seen("2025-Q1", 11), seen("2025-Q1", 12, use="deprecated")],
        [seen("2025-Q1", 11), seen("2025-Q1", change={"year": "3"})],
        [seen("2025", 77330), seen("2025-H1", 33010), seen("2025-H2", 44320, bound="approximate")],
        [seen("2025-Q1", 45300, change={"year": "-47.2"}), seen("2024-Q1", 85800)],
        [seen("2025-01/2025-02", 5), seen("2025-03-05/2025-04-10", 5)],
    ],
)
def test_what_is_no_fault(data: list[Observation]) -> None:
    """Values that agree, that are settled, or that never count against one another raise nothing."""
    assert made(series("a.sales", *data)) == []


def test_sources() -> None:
    """Relays in a circle are reported once; a source that nothing names is reported, a relayed one is named."""
    circle = [source("press-1", via="press-2"), source("press-2", via="press-3"), source("press-3", via="press-2")]
    assert made(CLEAN, sources=circle) == [
        ("relay-circle", 1, "press-2 relays press-3 relays press-2: none of them is the origin")
    ]
    assert made(CLEAN, sources=[source("press-1", via="press-2"), source("press-9")]) == [
        ("unused-source", 1, 'nothing names the source "press-9"')
    ]


def test_one_site_has_one_reliability() -> None:
    """A source without a reliability is reported if another of its site has one, unless a reason answers."""
    copied = source("press-1", url="https://www.copies.example/1", reliability="copy")
    plain = source("press-2", url="http://copies.example:80/2/")
    known = series("a.sales", seen("2025-Q1", 5, "press-1"), seen("2025-Q2", 5, "press-2"))
    message = '"press-1" of copies.example has reliability: copy, and this source has none'
    assert made(known, sources=[copied, plain]) == [("mixed-reliability", 1, message)]
    assert made(known, sources=[copied, replace(plain, accepted={"mixed-reliability": "its own text"})]) == []
    assert made(known, sources=[copied, replace(plain, url="https://news.copies.example/2")]) == []
    assert made(known, sources=[copied, replace(plain, reliability="user-post")]) == []


def test_rankings() -> None:
    """What a ranking orders, and the whole of its shares, is of one unit, region and basis, or says why not."""

    def ordered(*given: Series, rankings: Iterable[Ranking]) -> Told:
        """What is found but that members without values are left out."""
        return [each for each in made(*given, rankings=rankings) if each[0] != "left-out"]

    abroad = series("b.sales", region="world", basis="wholesale")
    known = (CLEAN, abroad, series("a.profit"))
    differs = "the series of the ranking differ in region (China, Worldwide) and basis (deliveries, wholesale)"
    assert ordered(*known, rankings=[ranking("a.sales", "b.sales")]) == [("mixed-bases", 1, differs)]
    assert ordered(*known, rankings=[ranking("a.sales", of="b.sales")]) == [("mixed-bases", 1, differs)]
    assert ordered(*known, rankings=[ranking("a.sales", "b.sales", mixed="small")]) == []
    units = 'the ranking orders series of different units: "a.profit" is in million CNY, others in vehicles'
    assert ordered(*known, rankings=[ranking("a.sales", "a.profit")]) == [("mixed-units", 1, units)]


def test_accepted_answers_a_warning() -> None:
    """A reason at the value or at its series silences the warning, and nothing else."""
    why = {"change-disagrees": "the source counts vans too"}
    ends = [seen("2024-Q1", 85800)]
    here = seen("2025-Q1", 45300, change={"year": "-12"}, accepted=why)
    plain = seen("2025-Q1", 45300, change={"year": "-12"})
    assert made(series("a.sales", here, *ends)) == []
    assert made(series("a.sales", plain, *ends, accepted=why)) == []
    assert made(CLEAN, sources=[source("press-9", accepted={"unused-source": "kept for its table"})]) == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("parts-disagree", "no warning parts-disagree is raised here"),
        ("rivals-unresolved", "rivals-unresolved is an error and cannot be accepted"),
        ("part-disagree", 'no warning has the code "part-disagree"'),
    ],
)
def test_accepted_that_answers_nothing(code: str, message: str) -> None:
    """An entry of `accepted` that silences no warning is a warning itself, where it stands."""
    idle = series("a.sales", seen("2025-Q1", 1, accepted={code: "why"}, line=7))
    assert made(idle) == [("accepted-nothing", 7, message)]


def test_every_check_is_in_the_table_once() -> None:
    """No check runs twice, so that nothing is reported twice."""
    assert len({*OF_ALL, *OF_SERIES}) == len(OF_ALL) + len(OF_SERIES)

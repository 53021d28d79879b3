"""A source decides nothing of its own claim: neither by a value nor by any other fact, whatever its spelling."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from factory import PLACE, claim, seen, series, source, text, tracker, unit, worked
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.claims import Verdict, judge
from sitegen.claims.order import MOST_TESTS
from sitegen.figures import Figures
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.capability import Capability, CapabilityAnswer
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.ranking import LeagueRow, LeagueTable, Ranking
from sitegen.model.source import Source, document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

URL = "https://example.org/report"
HALF = worked("2025-H2", "a.sales@2025", "-a.sales@2025-H1")
YEAR = Period.parse("2025")
CHECKS = {
    "a value": 'fig("a.sales@2025") > 1',
    "a change": 'fig("b.sales@2025") | change("year") > 1',
    "a worked-out value": 'fig("a.sales@2025-H2") > 1',
    "a share": 'fig("a.sales@2025") | share("a.sales@2024") > 1',
    "an event": 'event("launch") < "2026"',
    "an entry": 'entry("a", "europe") >= "planned"',
    "a capability": 'capability("a", "flies") == "yes"',
    "a table": 'rank("league", "a") == 1',
    "a place": 'rank("ours", "a") == 1',
    "a verdict": 'verdict("other") == "supported"',
    "a verdict on a verdict": 'verdict("third") == "supported"',
}


def told(by: str, sources: Sequence[Source], check: str, claimant: str | None) -> tuple[Verdict, list[Problem]]:
    """The verdict on a claim where all that the data hold is what one source says; two other claims rest on it."""
    claims = {
        "it": claim("it", check, by=claimant),
        "other": claim("other", 'event("launch") < "2026"', by="bystander"),
        "third": claim("third", 'verdict("other") == "supported"', by=None),
    }
    verdicts, problems = judge(structs.replace(facts(by, sources), claims=claims))
    return verdicts["it"], problems


def facts(by: str, sources: Sequence[Source]) -> Tracker:
    """One fact of each kind, all from one source."""
    of = tracker(
        series("a.sales", seen("2025", 5, by), seen("2024", 5, by), HALF, seen("2025-H1", 2, by)),
        series("b.sales", seen("2025", None, by, change={"year": "9"})),
        series("c.sales", seen("2025", 1, "onlooker")),
    )
    shared: dict[str, Any] = {"source": by, "use": "normal", "reason": None, "text": text("it"), "place": PLACE}
    table = LeagueTable(
        source=by,
        definition="x",
        unit=unit("cars"),
        rows=(LeagueRow(rank=1, entity="a", name="", amount=None, place=PLACE),),
    )
    answer = CapabilityAnswer(entity="a", answer="yes", said=YEAR, **shared)
    known = {each.id: each for each in (source("bystander"), source("onlooker"), *sources)}
    return structs.replace(
        of,
        sources=known,
        events={"launch": Event(id="launch", date=YEAR, entities=("a",), **shared)},
        entries=(MarketEntry(entity="a", company="a", where="no", stage="on sale", said=YEAR, target=None, **shared),),
        capabilities={"flies": Capability(id="flies", label="x", definition="x", answers=(answer,), place=PLACE)},
        rankings={
            id: Ranking(
                id=id,
                title=text("x"),
                subtitle=None,
                period=YEAR,
                members=() if given else (("a", "sales"), ("c", "sales")),
                by="value",
                table=given,
                of=None,
                mixed=None,
                note=None,
                accepted={},
                place=PLACE,
            )
            for id, given in (("league", table), ("ours", None))
        },
    )


SPELLINGS = {
    "itself": ("claimant", [source("claimant", url=URL)]),
    "http": ("b", [source("claimant", url=URL), source("b", url="http://example.org/report")]),
    "www and a slash": ("b", [source("claimant", url=URL), source("b", url="https://www.Example.org/report/")]),
    "a place in it": ("b", [source("claimant", url=URL), source("b", url=URL + "#page=3")]),
    "a relay": ("b", [source("claimant", url=URL), source("b", via="claimant")]),
    "a relay of another spelling": (
        "b",
        [source("claimant", url=URL), source("b", via="c"), source("c", url="http://www.example.org/report")],
    ),
    "what it relays": ("b", [source("claimant", via="b"), source("b", url=URL)]),
    "two relays": ("b", [source("claimant", via="c"), source("b", via="c"), source("c")]),
}


@pytest.mark.parametrize("fact", CHECKS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_nothing_of_its_own_source_decides_a_claim(fact: str, spelling: str) -> None:
    """The claim is unverified and says why; the same claim by another source, or by us, is supported."""
    by, sources = SPELLINGS[spelling]
    found, problems = told(by, sources, CHECKS[fact], "claimant")
    assert (found.word, problems) == ("unverified", [])
    (compared,) = found.readings[0].comparisons
    assert compared.left.reason in (  # type: ignore[union-attr]
        "only the source of the claim gives a value",
        "no source but that of the claim says so",
        "it rests on the source of this claim",
    )
    for other in ("bystander", None):
        found, problems = told(by, sources, CHECKS[fact], other)
        assert (found.word, problems) == ("supported", [])


def test_a_verdict_counts_where_it_does_not_rest_on_the_source() -> None:
    """Another claim that stands without the source decides; one that says the opposite without it does not."""
    of = facts("press-1", [source("press-1"), source("claimant")])
    early = Event(
        id="early", date=YEAR, entities=(), text=text("x"), source="claimant", use="normal", reason=None, place=PLACE
    )
    rivals = series("c.sales", seen("2025", 9, "claimant", use="preferred"), seen("2025", 1, "press-1"))
    of = structs.replace(of, events={**of.events, "early": early}, series={**of.series, ("c", "sales"): rivals})
    of = structs.replace(of, entities={**of.entities, "c": replace(of.entities["a"], id="c")})
    claims = {
        "stands": claim("stands", 'event("launch") < "2026"', by=None),
        "falls": claim("falls", 'event("early") < "2026"', by=None),
        "split": claim("split", 'fig("c.sales@2025") > 5', by=None),
        "one": claim("one", 'verdict("stands") == "supported"', by="claimant"),
        "two": claim("two", 'verdict("falls") == "supported"', by="claimant"),
        "three": claim("three", 'verdict("falls") == "unverified"', by="claimant"),
        "four": claim("four", 'verdict("split") == "contradicted"', by="claimant"),
    }
    verdicts, problems = judge(structs.replace(of, claims=claims))
    assert problems == []
    assert {id: verdicts[id].word for id in claims} == {
        "stands": "supported",
        "falls": "supported",
        "split": "disputed",
        "one": "supported",
        "two": "unverified",
        "three": "unverified",
        "four": "unverified",
    }


@pytest.mark.slow
def test_a_long_row_of_verdicts_is_an_error_and_no_stall() -> None:
    """Each claim of a row by another source is tested without the sources before it: too many are reported."""
    names = [f"c{number:03}" for number in range(MOST_TESTS + 20)]
    of = facts("press-1", [source("press-1"), *(source(name) for name in names)])
    rows = {a: claim(a, f'verdict("{b}") == "supported"', by=a) for a, b in pairwise(names)}
    verdicts, problems = judge(
        structs.replace(of, claims={**rows, names[-1]: claim(names[-1], 'event("launch") < "2026"', by=None)})
    )
    assert {problem.code for problem in problems} == {"claim-choices"}
    assert verdicts[names[-2]].word == "supported"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (URL, "http://example.org/report", True),
        (URL, "https://www.example.org/report/", True),
        (URL, "https://EXAMPLE.org:443/report#top", True),
        ("https://example.org", "http://www.example.org/", True),
        ("https://example.org/?id=1", "https://example.org?id=1", True),
        ("https://example.org/ber%C3%BCcht", "https://example.org/berücht", True),
        (URL, "https://example.org/Report", False),
        (URL, "https://example.org/report?page=2", False),
        (URL, "https://example.org/report/2", False),
        (URL, "https://news.example.org/report", False),
        (URL, "https://example.org:8080/report", False),
        ("https://example.org/#!/a", "https://example.org/#!/b", False),
        (URL, "https://web.archive.org/web/20250601120000/https://example.org/report", True),
        (URL, "https://web.archive.org/web/2025id_/http://www.example.org/report/", True),
        (URL, "https://web.archive.org/web/*/report", False),
        ("https://www.org/a", "https://org/a", True),
        ("https://wwwexample.org/a", "https://example.org/a", False),
    ],
)
def test_one_document(one: str, other: str, same: bool) -> None:
    """Spellings of one address are one document, and other addresses are others."""
    assert (document(one) == document(other)) is same


def test_one_document_is_no_rival_of_itself() -> None:
    """Two sources that spell one address differently count once in a figure."""
    of = tracker(
        series("a.sales", seen("2025", 5, "press-1"), seen("2025", 5, "press-2"), seen("2025", 5, "press-3")),
        sources=[
            source("press-1", url=URL),
            source("press-2", url="http://www.example.org/report/"),
            source("press-3"),
        ],
    )
    found = Figures(of).answer(Address.parse("a.sales@2025"))
    assert len(found.rivals) == 1  # type: ignore[union-attr]


@given(st.text(max_size=40))
def test_any_text_has_a_document(rest: str) -> None:
    """No address breaks it, and the spelling that comes out of it is one of the same document."""
    assert document(f"https://{rest}") == document(f"http://{rest}")

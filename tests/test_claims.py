"""Claims: how readings, choices and verdicts come about, one literal case for each sentence of the definition."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from factory import PLACE, Lines, claim, ranking, seen, series, source, text, tracker, unit, worked
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.claims import ClaimWords, Verdict, judge
from sitegen.claims.compare import test as compare_intervals
from sitegen.claims.grammar import comparison
from sitegen.claims.outcomes import verdict_word
from sitegen.claims.results import Outcome, ReadingOutcome, Sign, figures_of
from sitegen.cli import main
from sitegen.figures import Figures
from sitegen.model.basics.amount import Amount, Bound, Interval, make_amount
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.capability import Answer, Capability, CapabilityAnswer
from sitegen.model.claim import Claim
from sitegen.model.entity import Tie
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.event import Event
from sitegen.model.ranking import LeagueRow, LeagueTable
from sitegen.model.series import Status, Use
from sitegen.model.source import Source
from sitegen.model.tracker import Tracker


def verdicts(of: Tracker, *claims: Claim) -> Mapping[str, Verdict]:
    """The verdicts on claims over a tracker; fails the test if one of them cannot be tested."""
    known = {by: source(by) for by in ("claimant", "press-1")} | dict(of.sources)
    found, problems = judge(structs.replace(of, sources=known, claims={c.id: c for c in claims}))
    assert problems == []
    return found


def verdict(of: Tracker, check: Lines, *alternatives: Lines, by: str | None = "claimant") -> Verdict:
    """The verdict on one claim."""
    return verdicts(of, claim("it", check, *alternatives, by=by))["it"]


def outcomes(found: Verdict) -> list[ReadingOutcome]:
    """What the check and its alternatives come to."""
    return [reading.outcome for reading in found.readings]


FOUNDING = tracker(
    series("seres.nev-sales", seen("2025-Q1", 54552)),
    series("aito.deliveries", seen("2025-Q1", 45300, bound="approximate"), seen("2024-Q1", 85800, bound="approximate")),
    series("seres.group-sales", seen("2025-Q1", 68000, bound="approximate")),
    series("seres-automobile.auto-sales", seen("2025-Q1", 45000, bound="more-than")),
)


def test_the_founding_claim() -> None:
    """More than 80,000 in the first quarter of 2025: three counts say no, one is open and decides nothing."""
    found = verdict(
        FOUNDING,
        'fig("seres.nev-sales@2025-Q1") > 80000',
        'fig("aito.deliveries@2025-Q1") > 80000',
        'fig("seres.group-sales@2025-Q1") > 80000',
        'fig("seres-automobile.auto-sales@2025-Q1") > 80000',
    )
    assert found.word == "contradicted"
    assert outcomes(found) == ["no", "no", "no", "open"]
    assert found.nearest == found.readings[2]  # 68,000 is shown, which comes nearest to what is claimed
    assert found.decisive == found.readings[:3]
    supported = verdict(FOUNDING, 'fig("aito.deliveries@2024-Q1") > 80000', 'fig("aito.deliveries@2024-Q1") > 85000')
    assert (supported.word, supported.nearest) == ("supported", supported.check)


def test_a_reading_shows_the_values_that_decide_it() -> None:
    """What a vague value leaves open and an exact one beside it decides is shown as decided, in every row."""
    vague = (seen("2025", 300, bound="less-than", use="preferred"), seen("2025", 250, "press-2"))
    of = tracker(series("x.m", *vague), series("y.m", seen("2025", 90)))
    [reading] = verdict(of, ('fig("x.m@2025") > 200', 'fig("y.m@2025") > 50')).readings
    assert (reading.outcome, reading.choices) == ("yes", 1)
    assert [compared.outcome for compared in reading.comparisons] == ["yes", "yes"]
    assert [figure.amount.value for figure in figures_of(reading.comparisons[0].left)] == [Decimal(250)]
    [no] = verdict(of, ('fig("x.m@2025") > 270', 'fig("y.m@2025") > 90')).readings
    assert [compared.outcome for compared in no.comparisons] == ["no", "no"]


@pytest.mark.parametrize(
    ("bound", "check", "outcome"),
    [
        ("exact", "> 80000", "no"),
        ("exact", ">= 80000", "yes"),
        ("exact", "< 80000", "no"),
        ("exact", "<= 80000", "yes"),
        ("more-than", "> 80000", "yes"),
        ("more-than", "<= 80000", "no"),
        ("at-least", "> 80000", "open"),
        ("at-least", ">= 80000", "yes"),
        ("at-least", "< 80000", "no"),
        ("less-than", ">= 80000", "no"),
        ("less-than", "< 80000", "yes"),
        ("at-most", "< 80000", "open"),
        ("at-most", "> 80000", "no"),
        ("more-than", "> 80001", "open"),
        ("approximate", "> 74999", "yes"),
        ("approximate", "> 75000", "open"),
        ("approximate", "> 85000", "no"),
    ],
)
def test_ends(bound: Bound, check: str, outcome: ReadingOutcome) -> None:
    """A comparison is tested at the ends of what the source says, and open ends do not belong to it."""
    of = tracker(series("a.sales", seen("2025", 80000, bound=bound)))
    assert outcomes(verdict(of, f'fig("a.sales@2025") {check}')) == [outcome]


LOW, HIGH = seen("2025", 70000, "press-1"), seen("2025", 90000, "press-2", use="preferred")
OVER = 'fig("a.sales@2025") > 80000'


@pytest.mark.parametrize(
    ("data", "word", "outcome"),
    [
        ([LOW, HIGH], "disputed", "split"),
        ([LOW, replace(HIGH, use="deprecated")], "contradicted", "no"),
        ([replace(LOW, use="deprecated"), HIGH], "supported", "yes"),
        ([replace(LOW, status="estimated"), HIGH], "supported", "yes"),
        ([seen("2025", 70000, "press-1", bound="more-than"), HIGH], "supported", "yes"),
        ([LOW, seen("2025", 75000, "press-2")], "contradicted", "no"),
        ([replace(LOW, status="target")], "unverified", "missing"),
        ([seen("2025", 60000, "press-1", bound="more-than")], "unverified", "open"),
        ([seen("2025", low="70000", high="90000")], "unverified", "open"),
        ([], "unverified", "missing"),
    ],
)
def test_choices(data: list[object], word: str, outcome: ReadingOutcome) -> None:
    """Every undeprecated reported value is chosen once; yes and no make a split, yes and open leave it open."""
    found = verdict(tracker(series("a.sales", *data)), OVER)  # type: ignore[arg-type]  # a list of observations
    assert (found.word, outcomes(found)) == (word, [outcome])


YES, NO = 'fig("a.sales@2025") > 1', 'fig("a.sales@2025") < 1'
OPEN, MISSING = 'fig("b.sales@2025") > 9', 'fig("a.sales@2024") > 1'
SPLIT = 'fig("c.sales@2025") > 2'
KNOWN = tracker(
    series("a.sales", seen("2025", 5)),
    series("b.sales", seen("2025", 5, bound="more-than")),
    series("c.sales", seen("2025", 1, "press-1", use="preferred"), seen("2025", 3, "press-2")),
)


@pytest.mark.parametrize(
    ("check", "alternatives", "word", "found"),
    [
        (YES, [], "supported", ["yes"]),
        (NO, [], "contradicted", ["no"]),
        (OPEN, [], "unverified", ["open"]),
        (MISSING, [], "unverified", ["missing"]),
        (SPLIT, [], "disputed", ["split"]),
        (YES, [YES, OPEN, MISSING], "supported", ["yes", "yes", "open", "missing"]),
        (YES, [NO], "disputed", ["yes", "no"]),
        (NO, [YES], "disputed", ["no", "yes"]),
        (NO, [NO, OPEN], "contradicted", ["no", "no", "open"]),
        (YES, [SPLIT], "disputed", ["yes", "split"]),
        (NO, [SPLIT], "disputed", ["no", "split"]),
        (OPEN, [YES], "unverified", ["open", "yes"]),
        (MISSING, [NO, SPLIT], "unverified", ["missing", "no", "split"]),
        ((YES, YES), [], "supported", ["yes"]),
        ((YES, NO), [], "contradicted", ["no"]),
        ((OPEN, NO), [], "contradicted", ["no"]),
        ((MISSING, NO), [], "contradicted", ["no"]),
        ((YES, OPEN), [], "unverified", ["open"]),
        ((YES, MISSING), [], "unverified", ["missing"]),
        ((OPEN, MISSING), [], "unverified", ["missing"]),
        ((YES, SPLIT), [], "disputed", ["split"]),
        ((NO, SPLIT), [], "contradicted", ["no"]),
        ((OPEN, SPLIT), [], "unverified", ["open"]),
        (YES, [(YES, NO)], "disputed", ["yes", "no"]),
    ],
)
def test_readings_and_verdicts(check: Lines, alternatives: list[Lines], word: str, found: list[ReadingOutcome]) -> None:
    """A choice is no if one comparison is, and yes if all are; the decided readings make the verdict."""
    result = verdict(KNOWN, check, *alternatives)
    assert (result.word, outcomes(result)) == (word, found)


def test_without_a_check_a_claim_is_unverified() -> None:
    """A claim that says why nothing can test it has no readings."""
    found = verdicts(KNOWN, replace(claim("it", ()), because=text("nobody counts it")))["it"]
    assert (found.word, found.readings) == ("unverified", ())


@pytest.mark.parametrize(
    "sources",
    [
        [source("press-1")],
        [source("press-1", via="claimant")],
        [source("press-1", url="https://example.org/claimant")],
        [source("press-1"), source("claimant", via="press-1")],
        [source("press-1", via="press-2"), source("claimant", via="press-2"), source("press-2")],
    ],
    ids=["itself", "a relay", "one URL", "what it relays", "two relays of one origin"],
)
def test_a_claim_is_not_decided_by_its_own_source(sources: Sequence[Source]) -> None:
    """Neither the source that makes it, nor a relay, nor the document that it relays itself counts."""
    by = "claimant" if len(sources) > 1 or sources[0].via or sources[0].url.endswith("claimant") else "press-1"
    of = tracker(series("a.sales", seen("2025", 90000, "press-1")), sources=sources)
    (compared,) = verdict(of, OVER, by=by).check.comparisons  # type: ignore[union-attr]
    assert compared.left.reason == "only the source of the claim gives a value"  # type: ignore[union-attr]
    assert verdict(of, OVER, by=by).word == "unverified"
    assert verdict(of, OVER, by=None).word == "supported"
    both = tracker(series("a.sales", seen("2025", 90000, "press-1"), seen("2025", 70000, "press-9")), sources=sources)
    assert verdict(both, OVER, by=by).word == "contradicted"


TWO = (
    seen("2025-Q1", 50, "press-1", use="preferred"),
    seen("2025-Q1", 20, "press-2"),
    seen("2025-Q1", 99, "press-3", use="deprecated"),
    seen("2025-Q1", 98, "press-4", status="target"),
)
MADE = tracker(
    series("a.sales", *TWO, *(seen(f"2025-Q{n}", 10) for n in (2, 3, 4)), seen("2024-Q1", 40)),
    series("b.sales", seen("2025-Q1", 30, change={"year": "-25"}), seen("2024-Q1", 60)),
    series("c.sales", seen("2025-Q1", change={"year": "-12"})),
    series("d.sales", seen("2025-Q1", 30), seen("2024-Q1", 60, use="preferred"), seen("2024-Q1", 20, "press-2")),
    series("p.profit", seen("2024-Q1", -5, "press-1", use="preferred", negative=True), seen("2024-Q1", 5, "press-2")),
    series("p.sales", seen("2024-Q1", 5, bound="less-than"), seen("2025-Q1", 5, bound="more-than")),
)


@pytest.mark.parametrize(
    ("check", "outcome", "choices"),
    [
        ('fig("a.sales@2025") > 60', "split", 2),
        ('fig("a.sales@2025-Q1") + fig("a.sales@2025-Q2") > 29', "yes", 2),
        ('fig("a.sales@2025-Q1") - 10 > 20', "split", 2),
        ('100 - fig("a.sales@2025-Q1") > 60', "split", 2),
        ('fig("a.sales@2025-Q1~press-1") > 40', "split", 2),
        ('fig("a.sales@2025-Q1~press-2") > fig("a.sales@2025-Q1") - 40', "yes", 2),
        (('fig("a.sales@2025-Q1") > 1', 'fig("a.sales@2025-Q1~press-3") > 1'), "missing", 2),
        ('fig("a.sales@2025-Q1~press-4") > 1', "missing", 1),
        ('fig("a.sales@2025-Q1") | change("year") > 0', "split", 2),
        ('fig("a.sales@2025-Q1") | share("b.sales@2025-Q1") > 100', "split", 2),
        ('fig("a.sales@2025-Q1") | times(fig("a.sales@2025-Q2")) >= 2', "yes", 2),
        ('fig("b.sales@2025-Q1") | change("year") < -40', "split", 2),
        ('fig("b.sales@2025-Q1") | change("year") < -20', "yes", 2),
        ('fig("c.sales@2025-Q1") | change("year") < -11', "yes", 1),
        ('fig("c.sales@2025-Q1") | change("year") < -12', "open", 1),
        ('fig("c.sales@2025-Q1") > 1', "missing", 1),
        ('fig("d.sales@2025-Q1") | change("year") < 0', "split", 2),
        ('fig("a.sales@2025-Q1") > fig("d.sales@2024-Q1")', "split", 4),
        ('fig("p.profit@2024-Q1") < 0', "split", 2),
        ('60 < fig("a.sales@2025")', "split", 2),
    ],
)
def test_choices_reach_beneath_computed_figures(check: Lines, outcome: ReadingOutcome, choices: int) -> None:
    """Rivals of parts, of both ends of a change and of reported changes are chosen too."""
    (reading,) = verdict(MADE, check, by=None).readings
    assert (reading.outcome, reading.choices) == (outcome, choices)


def test_a_reading_says_which_values_decide() -> None:
    """Each candidate knows how the reading ends with it, and each address whether that differs."""
    (reading,) = verdict(MADE, 'fig("a.sales@2025-Q1") > fig("d.sales@2024-Q1")', by=None).readings
    a, d = reading.rivalries
    assert [(c.observation and c.observation.source, sorted(c.outcomes)) for c in a.candidates] == [
        ("press-1", ["no", "yes"]),
        ("press-2", ["no"]),
    ]
    assert [sorted(c.outcomes) for c in d.candidates] == [["no"], ["no", "yes"]]
    assert a.decides
    (reading,) = verdict(MADE, 'fig("a.sales@2025-Q1") > 1', by=None).readings
    assert not reading.rivalries[0].decides


RANKED = (
    series("a.sales", seen("2025", 50, "press-1", use="preferred"), seen("2025", 20, "press-2"), seen("2024", 10)),
    series("b.sales", seen("2025", 40), seen("2024", 40)),
    series("c.sales", seen("2025", 30, "press-1", use="preferred"), seen("2025", 45, "press-2"), seen("2024", 10)),
    series("d.sales", seen("2025", 40), seen("2024", 80)),
    series("e.sales", seen("2024", 1)),
)


def ranked(*members: str, by: str = "value") -> Tracker:
    """A tracker that ranks some of RANKED in 2025."""
    of = ranking(*(f"{member}.sales" for member in members))
    return tracker(*RANKED, rankings=[replace(of, by=by)])


@pytest.mark.parametrize(
    ("members", "check", "outcome"),
    [
        ("bd", 'rank("test", "b") == 1', "yes"),
        ("bd", 'rank("test", "d") == 1', "yes"),
        ("ab", 'rank("test", "a") == 1', "open"),
        ("ab", 'rank("test", "b") == 1', "open"),
        ("bcd", 'rank("test", "b") == 1', "open"),
        ("bcd", 'rank("test", "c") == 1', "open"),
        ("bcd", 'rank("test", "c") < 3', "open"),
        ("be", 'rank("test", "b") == 1', "open"),
        ("be", 'rank("test", "e") == 2', "missing"),
        ("abe", 'rank("test", "b") > 3', "no"),
        ("abe", 'rank("test", "b") > 2', "open"),
        ("bd", 'rank("test", "b") > 1', "no"),
        ("bd", 'rank("test", "b") < rank("test", "d")', "no"),
    ],
)
def test_ranks(members: str, check: str, outcome: ReadingOutcome) -> None:
    """A rank lies between those certainly and those possibly above; equals tie; rivals of anyone leave it open."""
    assert outcomes(verdict(ranked(*members), check, by=None)) == [outcome]


def test_rank_by_change() -> None:
    """Where a ranking orders by change, so does the rank, with the others' rivals as the hull of their changes."""
    assert outcomes(verdict(ranked("b", "d", by="change"), 'rank("test", "b") == 1', by=None)) == ["yes"]
    assert outcomes(verdict(ranked("a", "c", by="change"), 'rank("test", "a") == 1', by=None)) == ["open"]
    assert outcomes(verdict(ranked("a", "d", by="change"), 'rank("test", "d") == 2', by=None)) == ["yes"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((1, "a"), (2, "b")), "1"),
        (((1, "a"), (1, "b"), (3, "c")), "1, shared with B"),
        (((1, "a"), (1, "b"), (1, "c")), "1, shared with B and C"),
        (((1, "a"), (2, "b"), (2, "c")), "1"),
    ],
)
def test_a_place_that_is_shared_says_so(rows: tuple[tuple[int, str], ...], said: str) -> None:
    """Whoever shares the place is named beside it, in a published table and in a ranking of values."""
    lines = tuple(LeagueRow(rank=n, entity=id, name=id.upper(), amount=None, place=PLACE) for n, id in rows)
    table = LeagueTable(source="press-1", definition="x", unit=unit("vehicles"), rows=lines)
    published = structs.replace(tracker(*RANKED), rankings={"test": replace(ranking(), table=table)})
    members = (series(f"{id}.sales", seen("2025", 9 - n)) for n, id in rows)
    for of in (published, tracker(*members, rankings=[ranking(*(f"{id}.sales" for _, id in rows))])):
        check = verdict(of, 'rank("test", "a") == 1', by=None).check
        assert check is not None
        assert ClaimWords(Figures(of), str).found(check.comparisons[0].left) == said


def test_rank_in_a_published_table() -> None:
    """The place is the table's own, unless the table is by the source that makes the claim."""
    rows = tuple(LeagueRow(rank=n, entity=id, name="", amount=None, place=PLACE) for n, id in ((1, "a"), (2, "b")))
    table = LeagueTable(source="press-1", definition="x", unit=unit("vehicles"), rows=rows)
    of = structs.replace(tracker(*RANKED), rankings={"test": replace(ranking(), table=table)})
    assert outcomes(verdict(of, 'rank("test", "b") == 2')) == ["yes"]
    assert outcomes(verdict(of, 'rank("test", "b") == 2', by="press-1")) == ["missing"]


def answered(answer: Answer, said: str, by: str = "press-1", use: Use = "normal") -> CapabilityAnswer:
    """What a source says that `a` can do."""
    when = Period.parse(said)
    return CapabilityAnswer(
        entity="a", answer=answer, said=when, text=None, source=by, use=use, reason=None, place=PLACE
    )


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([answered("yes", "2025-03")], "yes"),
        ([answered("yes", "2025-03"), answered("no", "2025-04")], "no"),
        ([answered("yes", "2025-03"), answered("no", "2025-04", use="deprecated")], "yes"),
        ([answered("yes", "2025-03"), answered("no", "2025-03", "press-2")], "open"),
        ([answered("yes", "2025-03"), answered("no", "2025-04", "claimant")], "yes"),
        ([answered("unknown", "2025-03")], "missing"),
        ([], "missing"),
    ],
)
def test_capabilities(answers: Iterable[CapabilityAnswer], outcome: ReadingOutcome) -> None:
    """The latest undeprecated answer counts; two at one time that differ leave it open; unknown is no answer."""
    flies = Capability(id="flies", label="Flies", definition="x", answers=tuple(answers), place=PLACE)
    of = structs.replace(tracker(series("a.sales")), capabilities={"flies": flies})
    assert outcomes(verdict(of, 'capability("a", "flies") == "yes"')) == [outcome]
    assert outcomes(verdict(of, 'capability("a", "flies") in ["yes", "no"]'))[0] in ("yes", "missing")


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (("yes", "2025"), ("no", "2025-03"), ["entry-order"]),
        (("no", "2025-Q1"), ("partly", "2025-03-20"), []),
        (("yes", "2025-03/2025-05"), ("planned", "2025-Q1"), ["entry-order"]),
        (("yes", "2025"), ("no", "2026-01"), []),
        (("yes", "2025"), ("yes", "2025-03"), []),
        (("yes", "2025-03"), ("no", "2025-03"), []),
    ],
)
def test_answers_whose_dates_overlap(first: tuple[Answer, str], second: tuple[Answer, str], codes: list[str]) -> None:
    """Which of two answers is later must be known where the check depends on it; answers of one date only differ."""
    answers = (answered(*first), answered(*second, "press-2"))
    flies = Capability(id="flies", label="Flies", definition="x", answers=answers, place=PLACE)
    known = {by: source(by) for by in ("claimant", "press-1", "press-2")}
    of = structs.replace(tracker(series("a.sales")), capabilities={"flies": flies}, sources=known)
    for mirrored in (of, structs.replace(of, capabilities={"flies": replace(flies, answers=answers[::-1])})):
        _, problems = judge(structs.replace(mirrored, claims={"it": claim("it", 'capability("a", "flies") == "yes"')}))
        assert [problem.code for problem in problems] == codes


def entered(entity: str, stage: Stage, said: str) -> MarketEntry:
    """A step of an entity into Norway."""
    return MarketEntry(
        entity=entity,
        company="a",
        where="no",
        stage=stage,
        said=Period.parse(said),
        target=None,
        text=None,
        source="press-1",
        use="normal",
        reason=None,
        place=PLACE,
    )


def test_entries() -> None:
    """The stage is the latest that the entity, its brands or its models have reached."""
    rows = (entered("a", "planned", "2024"), entered("b", "on sale", "2025-06"))
    of = tracker(series("a.sales"), series("b.sales"))
    entities = {**of.entities, "b": replace(of.entities["b"], parents=(Tie("a"),))}
    of = structs.replace(of, entries=rows, entities=entities)
    assert outcomes(verdict(of, 'entry("a", "NO") == "on sale"', 'entry("b", "NO") == "planned"')) == ["yes", "no"]
    assert outcomes(verdict(of, 'entry("a", "SE") == "on sale"')) == ["missing"]
    assert outcomes(verdict(of, 'entry("a", "NO") == "on sale"', by="press-1")) == ["missing"]


@pytest.mark.parametrize(
    ("check", "outcome"),
    [
        ('event("launch") < "2025-04"', "yes"),
        ('event("launch") <= "2025-03"', "yes"),
        ('event("launch") < "2025-03"', "no"),
        ('event("launch") > "2025-03"', "no"),
        ('event("launch") >= "2025-03"', "yes"),
        ('event("launch") < "2025-03-20"', "open"),
        ('"2025-02-28" < event("launch")', "yes"),
        ('event("launch") < event("day")', "open"),
        ('event("launch") < event("late")', "yes"),
        ('event("gone") < "2025"', "missing"),
    ],
)
def test_events(check: str, outcome: ReadingOutcome) -> None:
    """An event known to the month lies somewhere in it; a day written in the check has no doubt."""
    days = {"launch": "2025-03", "day": "2025-03-31", "late": "2025-04-01", "gone": "2024"}
    events = {
        id: Event(
            id=id,
            date=Period.parse(day),
            entities=(),
            text=text(id),
            source="press-1",
            use="deprecated" if id == "gone" else "normal",
            reason=None,
            place=PLACE,
        )
        for id, day in days.items()
    }
    assert outcomes(verdict(structs.replace(KNOWN, events=events), check)) == [outcome]


def test_verdicts_of_other_claims() -> None:
    """A claim may ask for the verdict on another, whichever of them stands first."""
    found = verdicts(
        KNOWN,
        claim("a", 'verdict("z") == "unverified"', by=None),
        claim("b", 'verdict("a") in ["supported", "contradicted"]', by=None),
        claim("z", MISSING),
    )
    assert {id: each.word for id, each in found.items()} == {"a": "supported", "b": "supported", "z": "unverified"}


# Laws

BOUNDS = st.sampled_from([bound for bound in get_args(Bound) if bound != "range"])
AMOUNTS = st.tuples(st.integers(1, 6), BOUNDS)
SIGNS = st.sampled_from(["<", "<=", ">", ">="])
TRUTH = {"<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}
SAMPLES = [Decimal(n) / 4 for n in range(48)]


def agreeing_sets(amounts: list[Amount]) -> list[list[Decimal]]:
    """What each of the largest sets of agreeing amounts has in common, found by asking every number who holds it."""
    held = {number: frozenset(n for n, a in enumerate(amounts) if a.interval.contains(number)) for number in SAMPLES}
    largest = {s for s in held.values() if s and not any(s < other for other in held.values())}
    return [[number for number in SAMPLES if held[number] == each] for each in largest]


def by_definition(left: list[Amount], sign: str, right: list[Amount]) -> ReadingOutcome:
    """The outcome of `left sign right` over all choices, found by trying every number."""
    found: set[Outcome] = set()
    for a, b in product(agreeing_sets(left), agreeing_sets(right)):
        truths = {TRUTH[sign](x, y) for x, y in product(a, b)}
        found.add("yes" if truths == {True} else "no" if truths == {False} else "open")
    if len(found) == 1:
        return found.pop()
    return "split" if {"yes", "no"} <= found else "open"


@given(st.lists(AMOUNTS, min_size=1, max_size=3), SIGNS, st.lists(AMOUNTS, min_size=1, max_size=3))
def test_enumeration_equals_the_definition(
    left: list[tuple[int, Bound]], sign: str, right: list[tuple[int, Bound]]
) -> None:
    """Whatever the rivals and bounds, the outcome is that of trying every choice and every number."""
    sides = [
        series(f"{id}.sales", *(seen("2025", v, f"press-{n}", bound=b) for n, (v, b) in enumerate(amounts)))
        for id, amounts in (("a", left), ("b", right))
    ]
    amounts = [[make_amount(Decimal(v), bound=b) for v, b in given] for given in (left, right)]
    found = verdict(tracker(*sides), f'fig("a.sales@2025") {sign} fig("b.sales@2025")', by=None)
    assert outcomes(found) == [by_definition(amounts[0], sign, amounts[1])]


def interval(ends: list[int], low_open: bool, high_open: bool) -> Interval:
    """An interval between two numbers; one that is a single number holds it."""
    low, high = map(Decimal, sorted(ends))
    return Interval(low, high, low_open and low != high, high_open and low != high)


INTERVALS = st.builds(interval, st.lists(st.integers(0, 6), min_size=2, max_size=2), st.booleans(), st.booleans())


@given(INTERVALS, SIGNS, INTERVALS)
def test_signs_are_mirrored_and_opposed(a: Interval, sign: Sign, b: Interval) -> None:
    """a < b is b > a, and what is always true of it is never true of a >= b."""
    mirror: dict[str, Sign] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    opposite: dict[str, Sign] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
    found = compare_intervals(a, sign, b)
    assert found == compare_intervals(b, mirror[sign], a)
    assert {"yes": "no", "no": "yes", "open": "open"}[found] == compare_intervals(a, opposite[sign], b)


@given(st.lists(st.sampled_from([YES, NO, OPEN, SPLIT]), max_size=3), st.lists(st.sampled_from([YES, NO, SPLIT])))
def test_a_claim_over_missing_data_is_never_supported(beside: list[str], alternatives: list[str]) -> None:
    """Where one figure of the check is missing, no other comparison or reading makes the claim true."""
    assert verdict(KNOWN, (MISSING, *beside), *alternatives).word != "supported"


# The docs

DOCS = (Path(__file__).parent.parent / "docs" / "claims.md").read_text(encoding="utf-8")


def test_the_table_of_verdicts_is_true() -> None:
    """Every line of the table in the docs, for every combination of outcomes that it speaks of."""
    decided = {"yes", "no", "split"}
    for check, other in product(get_args(ReadingOutcome), repeat=2):
        if check == "split":
            expected = "disputed"
        elif check in ("open", "missing"):
            expected = "unverified"
        elif other in decided - {check}:
            expected = "disputed"
        else:
            expected = {"yes": "supported", "no": "contradicted"}[check]
        assert verdict_word(check, [other]) == expected


@pytest.mark.parametrize(
    "example", re.findall(r"\| `([^`]+)` \|$", DOCS, re.M) + re.findall(r"- (fig\(.+)$", DOCS, re.M)
)
def test_the_examples_of_checks_are_checks(example: str) -> None:
    """Each example in the docs is a comparison that a check may be."""
    comparison(Expression(example.replace("\\|", "|"), PLACE))


# From end to end

BRIEF = """\
---
title: 'Acme sold {{ fig("acme.deliveries@2025-Q1") }} cars'
summary: 'It is {{ claim("acme-over-40000") }}.'
date: 2025-05-01
claims:
  acme-over-40000:
    text: Acme sold more than 40,000 cars
    check: fig("acme.deliveries@2025-Q1") > 40000
---

Acme {{ claim("acme-over-40000") }}.
"""


def test_a_datum_that_flips_a_headline_stops_the_build(tmp_path: Path) -> None:
    """The report names brief, claim, what was observed and claimed, and the line of the datum; nothing is written."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "broken" / "missing-figure" / "data", project / "data")
    (project / "content" / "briefs").mkdir(parents=True)
    (project / "content" / "briefs" / "acme.md").write_text(BRIEF)
    command = ["build", "--no-cache", "--project", str(project)]
    assert CliRunner().invoke(main, command).exit_code == 0
    page = (project / "site" / "briefs" / "acme" / "index.html").read_text()
    assert '<span class="verdict supported">supported</span>' in page
    assert '<meta name="description" content="It is supported.">' in page
    shutil.rmtree(project / "site")
    data = project / "data" / "series" / "acme.yaml"
    data.write_text(data.read_text().replace("value: 45300", "value: 35300"))
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        'content/briefs/acme.md:6:3: error[claim-fails]: the claim "acme-over-40000" is contradicted: '
        "Acme Deliveries, first quarter of 2025: observed 35,300, claimed more than 40,000",
        "    6 |   acme-over-40000:",
        "      |   ^^^^^^^^^^^^^^^",
        "      = data/series/acme.yaml:6: 35,300 from daily-2025-04",
        "      = fix the data if they are wrong, else the statement",
        "More on a code: sitegen docs claim-fails",
        "1 error; nothing was written",
    ]
    assert not (project / "site").exists()


def test_what_is_worked_out_answers_for_claims_over_every_value_of_its_parts() -> None:
    """A claim may rest on it; rivals of a part split it, and a part from the claim's own source decides nothing."""
    half, follows = seen("2025-H1", 300), worked("2025-Q2", "a.sold@2025-H1", "-a.sold@2025-Q1")
    sure = tracker(series("a.sold", half, seen("2025-Q1", 100), follows))
    check = 'fig("a.sold@2025-Q2") > 180'
    assert verdict(sure, check).word == "supported"
    quarters = (seen("2025-Q1", 100, "co", use="preferred"), seen("2025-Q1", 130, "press-2"))
    split = verdict(tracker(series("a.sold", half, *quarters, follows)), check)
    assert (split.word, split.check and split.check.choices) == ("disputed", 2)
    own = tracker(series("a.sold", seen("2025-H1", 300, "claimant"), seen("2025-Q1", 100), follows))
    assert verdict(own, check).word == "unverified"


@pytest.mark.parametrize("status", ["estimated", "target"])
def test_estimates_and_targets_decide_nothing(status: Status) -> None:
    """Neither answers a claim, whether its source is named or not, in a sum either."""
    of = tracker(series("a.sales", seen("2025", 10, "press-2", status=status)), series("b.sales", seen("2025", 5)))
    for asked in ("a.sales@2025", "a.sales@2025~press-2"):
        for check in (f'fig("{asked}") > 1', f'fig("{asked}") + fig("b.sales@2025") > 1'):
            assert verdict(of, check).word == "unverified"

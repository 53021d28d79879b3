"""How far a company has come in a place: `entry(entity, place)` over literal rows, and how a check ends with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from factory import claim, series, source, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from msgspec.structs import replace

from sitegen.claims import Verdict, judge
from sitegen.model.basics.period import Period
from sitegen.model.entity import Tie
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.stages import STAGES, STEPS, reached
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem

DOCS = Path(__file__).parent.parent / "docs" / "claims.md"
PARENTS = {"acme": None, "spark": "acme", "volt": "acme", "spark-one": "spark", "rival": None}


def rows(text: str) -> tuple[MarketEntry, ...]:
    """Entries, one a line: `acme no on-sale 2025-06 [source]`, or with `deprecated` at the end."""
    found = []
    for line, words in enumerate(text.split("|"), 1):
        entity, where, stage, said, *rest = words.split()
        found.append(
            MarketEntry(
                entity=entity,
                company="acme",
                where=where,
                stage=stage.replace("-", " "),  # type: ignore[arg-type]  # one of the stages
                said=Period.parse(said),
                target=None,
                text=None,
                source=next((word for word in rest if word != "deprecated"), "press-1"),
                use="deprecated" if "deprecated" in rest else "normal",
                reason=None,
                place=Place("data/expansion/acme.yaml", line),
            )
        )
    return tuple(found)


def world(text: str) -> Tracker:
    """A tracker with the brands of Acme and some entries."""
    of = tracker(*(series(f"{id}.sales") for id in PARENTS))
    ties = {id: () if parent is None else (Tie(parent),) for id, parent in PARENTS.items()}
    entities = {id: replace(of.entities[id], parents=parents) for id, parents in ties.items()}
    known = {id: source(id) for id in ("press-1", "press-2", "claimant")}
    return structs.replace(of, entities=entities, sources=known, entries=rows(text) if text else ())


def judged(of: Tracker, check: str, by: str | None = "claimant") -> tuple[Verdict | None, list[Problem]]:
    """The verdict on one claim, or the problems that keep it from being tested."""
    it = claim("it", check, by=by)
    verdicts, problems = judge(structs.replace(of, claims={"it": it}))
    return verdicts.get("it"), problems


ANSWERS = {
    # the latest row of each entity and place is current, the furthest of them answers
    "acme no planned 2024 | acme no on-sale 2025-06": ("acme", "no", ["on sale"]),
    "acme no on-sale 2024 | acme no planned 2025-06": ("acme", "no", ["planned"]),
    "acme no on-sale 2024 | acme no planned 2025-06 deprecated": ("acme", "no", ["on sale"]),
    "spark no on-sale 2024 | volt no planned 2025-06": ("acme", "no", ["on sale"]),
    "spark-one no on-sale 2024 | acme no planned 2025-06": ("acme", "no", ["on sale"]),
    "acme no on-sale 2024 | volt no planned 2025-06": ("volt", "no", ["planned"]),
    "acme no on-sale 2024": ("spark", "no", []),
    "rival no on-sale 2024": ("acme", "no", []),
    "": ("acme", "no", []),
    # a region knows its countries, and regions inside it
    "acme no on-sale 2024 | acme europe announced 2025": ("acme", "europe", ["on sale"]),
    "acme ae planned 2024 | acme gulf announced 2025": ("acme", "middle-east", ["planned"]),
    "acme gulf planned 2024 ": ("acme", "asia", ["planned"]),
    "acme gulf planned 2024": ("acme", "world", ["planned"]),
    "acme cy planned 2024": ("acme", "eu", ["planned"]),
    "acme tr planned 2024": ("acme", "europe", []),
    "acme tr planned 2025": ("acme", "middle-east", ["planned"]),
    "acme europe planned 2024": ("acme", "eu", []),
    # a step of a wider place or of the parent is none of a part
    "acme europe on-sale 2024": ("acme", "no", []),
    "acme world planned 2024": ("acme", "europe", []),
    "acme no planned 2024": ("spark", "europe", []),
    # an end of a wider place or of the parent holds for the parts, and never the other way
    "acme europe withdrawn 2024": ("acme", "no", ["withdrawn"]),
    "acme europe denied 2024": ("spark", "no", ["denied"]),
    "acme no withdrawn 2024": ("acme", "europe", []),
    "spark no withdrawn 2024": ("acme", "no", []),
    "acme no withdrawn 2024 | acme europe planned 2023": ("acme", "europe", ["planned"]),
    "acme europe paused 2024 | acme world denied 2023": ("acme", "no", ["paused"]),
    # a part keeps a step of its own that ended there
    "acme no withdrawn 2024 | acme europe paused 2025": ("acme", "no", ["withdrawn"]),
    "acme europe withdrawn 2023 | acme no denied 2024": ("acme", "no", ["denied"]),
    "spark no denied 2024 | acme europe paused 2025": ("spark", "no", ["denied"]),
    "acme europe paused 2024 | acme no on-sale 2023": ("acme", "no", ["on sale"]),
    # a withdrawal ends what was before it: of the company, its brands and models, there and in the places inside
    "spark no on-sale 2024 | acme europe withdrawn 2025": ("acme", "europe", ["withdrawn"]),
    "spark no on-sale 2024 | acme europe withdrawn 2025 ": ("spark", "no", ["withdrawn"]),
    "spark-one fr on-sale 2024 | acme europe withdrawn 2025": ("spark", "europe", ["withdrawn"]),
    "spark no on-sale 2024 | spark europe withdrawn 2025 | volt no entered 2024": ("acme", "no", ["entered"]),
    "acme no on-sale 2024 | spark no withdrawn 2025": ("acme", "no", ["on sale"]),
    "spark no on-sale 2025 | acme europe withdrawn 2024": ("acme", "europe", ["on sale"]),
    "spark ae on-sale 2024 | acme europe withdrawn 2025": ("acme", "world", ["on sale"]),
    "acme europe on-sale 2024 | acme no withdrawn 2025": ("acme", "europe", ["on sale"]),
    "spark no on-sale 2023 | acme europe withdrawn 2024 | acme europe planned 2025": ("spark", "no", ["withdrawn"]),
    "spark no on-sale 2023 | acme europe withdrawn 2024 | acme europe announced 2025": (
        "acme",
        "europe",
        ["announced"],
    ),
    # dates that overlap leave open which is current
    "acme no on-sale 2025-11-14 | acme no planned 2025": ("acme", "no", ["on sale", "planned"]),
    "acme no on-sale 2025-11 | acme no on-sale 2025": ("acme", "no", ["on sale"]),
    "acme no on-sale 2025-11 | acme no planned 2025 | acme se on-sale 2024": ("acme", "europe", ["on sale"]),
    "acme no entered 2025-11 | acme no planned 2025 | acme se rumoured 2024": (
        "acme",
        "europe",
        ["entered", "planned"],
    ),
    "acme no on-sale 2025 | acme no paused 2025-03": ("acme", "no", ["on sale", "paused"]),
    "spark no on-sale 2025 | acme europe withdrawn 2025-06": ("acme", "no", ["on sale", "withdrawn"]),
}


@pytest.mark.parametrize("given", ANSWERS)
def test_the_furthest_current_stage(given: str) -> None:
    """Each row: entries, who and where is asked for, and the stages that may be the answer."""
    entity, place, stages = ANSWERS[given]
    assert list(reached(world(given), entity, place).stages) == stages


@pytest.mark.parametrize(
    ("check", "planned", "on_sale", "withdrawn", "nothing"),
    [
        ('>= "planned"', "supported", "supported", "contradicted", "unverified"),
        ('>= "entered"', "unverified", "supported", "contradicted", "unverified"),
        ('> "planned"', "unverified", "supported", "contradicted", "unverified"),
        ('< "entered"', "unverified", "contradicted", "supported", "unverified"),
        ('<= "announced"', "contradicted", "contradicted", "supported", "unverified"),
        ('== "planned"', "supported", "contradicted", "contradicted", "unverified"),
        ('== "on sale"', "unverified", "supported", "contradicted", "unverified"),
        ('== "withdrawn"', "unverified", "unverified", "supported", "unverified"),
        ('in ["entered", "on sale"]', "unverified", "supported", "contradicted", "unverified"),
        ('in ["announced", "planned"]', "supported", "contradicted", "contradicted", "unverified"),
        ('in ["planned", "paused"]', "supported", "unverified", "contradicted", "unverified"),
    ],
)
def test_only_an_end_or_a_later_step_says_no(
    check: str, planned: str, on_sale: str, withdrawn: str, nothing: str
) -> None:
    """What is in no document may have happened: a step that is not known of leaves a claim unverified."""
    found = []
    for stage in ("planned", "on-sale", "withdrawn"):
        verdict, problems = judged(world(f"acme europe {stage} 2025"), f'entry("acme", "europe") {check}')
        assert problems == []
        found.append(verdict and verdict.word)
    verdict, _ = judged(world(""), f'entry("acme", "Europe") {check}')
    assert [*found, verdict and verdict.word] == [planned, on_sale, withdrawn, nothing]


UNORDERED = "acme no on-sale 2025-11-14 | acme no planned 2025"


@pytest.mark.parametrize(
    ("given", "check", "word"),
    [
        (UNORDERED, '"no") == "on sale"', None),
        (UNORDERED, '"europe") >= "entered"', None),
        (UNORDERED, '"no") >= "planned"', "supported"),
        (UNORDERED, '"no") == "rumoured"', "contradicted"),
        (UNORDERED + " | acme se on-sale 2024", '"europe") >= "entered"', "supported"),
        (UNORDERED + " | acme no entered 2026", '"no") >= "entered"', "supported"),
        ("acme no on-sale 2025 | acme no withdrawn 2025", '"no") >= "rumoured"', None),
        ("spark no on-sale 2025 | acme europe withdrawn 2025-06", '"no") >= "rumoured"', None),
        ("acme no paused 2025 | acme no withdrawn 2025", '"no") >= "planned"', "contradicted"),
    ],
)
def test_dates_that_cannot_be_ordered(given: str, check: str, word: str | None) -> None:
    """Two entries whose dates overlap are an error where the check depends on which is later, with both lines."""
    verdict, problems = judged(world(given), f'entry("acme", {check}')
    assert (verdict and verdict.word) == word
    assert [problem.code for problem in problems] == ([] if word else ["entry-order"])
    for problem in problems:
        assert "data/expansion/acme.yaml:1" in problem.message
        assert "data/expansion/acme.yaml:2" in problem.message


def test_the_answer_names_the_entries_that_decide() -> None:
    """Every current entry of the furthest stage is kept, with its source, and no other."""
    of = world("spark no on-sale 2024 | volt fr on-sale 2023 press-2 | acme europe planned 2025 | acme de entered 2025")
    verdict, _ = judged(of, 'entry("acme", "europe") >= "entered"')
    assert verdict is not None
    (compared,) = verdict.readings[0].comparisons
    assert [(e.entity, e.where) for e in compared.left.entries] == [("spark", "no"), ("volt", "fr")]  # type: ignore[union-attr]
    assert compared.left.sources == ("press-1", "press-2")  # type: ignore[union-attr]


@pytest.mark.parametrize("own", ["acme no on-sale 2025 claimant", "acme europe withdrawn 2025 claimant"])
def test_an_entry_of_the_claims_own_source_decides_nothing(own: str) -> None:
    """Neither a step nor an end of it."""
    verdict, _ = judged(world(own), 'entry("acme", "no") >= "entered"')
    assert verdict is not None
    assert verdict.word == "unverified"
    verdict, _ = judged(world(own), 'entry("acme", "no") >= "entered"', by=None)
    assert verdict is not None
    assert verdict.word != "unverified"


EXAMPLES = re.findall(r"^\| (20[^|]+) \| `(entry[^`]+)` \| (\w+) \|$", DOCS.read_text("utf-8"), re.M)
OF_PARTS = {"Seres": "acme", "AITO": "spark"}


@pytest.mark.parametrize(("entries", "check", "outcome"), EXAMPLES)
def test_the_examples_of_the_documentation(entries: str, check: str, outcome: str) -> None:
    """Each line of the table in docs/claims.md comes out as it says."""
    found = re.findall(r"(\d{4}) (\w+) `([a-z-]+)` ([a-z ]+?)(?=,|$)", entries)
    assert len(found) == entries.count("`") // 2
    of = world(
        " | ".join(f"{OF_PARTS[who]} {where} {stage.replace(' ', '-')} {said}" for said, who, where, stage in found)
    )
    verdict, _ = judged(of, check.replace('"seres"', '"acme"'))
    assert verdict is not None
    assert [reading.outcome for reading in verdict.readings] == [outcome]


def test_stages_have_one_order() -> None:
    """Every stage stands in the order once; ends come first."""
    assert sorted(STAGES) == sorted(get_args(Stage))


ENTRY = st.tuples(
    st.sampled_from(list(PARENTS)),
    st.sampled_from(["no", "fr", "europe", "eu", "ae", "gulf", "world"]),
    st.sampled_from([stage.replace(" ", "-") for stage in STAGES]),
    st.sampled_from(["2024", "2025", "2025-03", "2025-06-01", "2026"]),
).map(" ".join)


@given(st.lists(ENTRY, max_size=6), st.sampled_from(STEPS), st.sampled_from(["no", "europe", "world"]))
def test_less_than_is_the_opposite_of_at_least(entries: list[str], stage: str, place: str) -> None:
    """For any entries, what is at least a stage is not short of it, and what is open one way is open the other."""
    of = world(" | ".join(entries))
    there, problems = judged(of, f'entry("acme", "{place}") >= "{stage}"')
    short, others = judged(of, f'entry("acme", "{place}") < "{stage}"')
    opposite = {"supported": "contradicted", "contradicted": "supported", "unverified": "unverified"}
    assert [p.code for p in problems] == [p.code for p in others]
    assert (there is None and short is None) or (there and short and opposite[there.word] == short.word)


@given(
    st.lists(ENTRY, max_size=5, unique=True).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
def test_the_order_of_the_file_decides_nothing(both: tuple[list[str], list[str]]) -> None:
    """The same entries in another order give the same stages."""
    found = [reached(world(" | ".join(entries)), "acme", "europe") for entries in both]
    assert found[0].stages == found[1].stages
    assert {entry.source for entry in found[0].entries} == {entry.source for entry in found[1].entries}


@given(st.lists(ENTRY, max_size=6), ENTRY)
def test_what_counts_in_a_country_counts_in_its_regions(entries: list[str], one: str) -> None:
    """A step that is certain in a place is certain in every wider place, for the entity and for its parents."""
    of = world(" | ".join([*entries, one]))
    narrow, wide = reached(of, "spark", "no"), reached(of, "acme", "world")
    if narrow.stages and narrow.stages[-1] in STEPS:
        assert STAGES.index(wide.stages[-1]) >= STAGES.index(narrow.stages[-1])

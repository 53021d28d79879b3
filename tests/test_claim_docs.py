"""The tables of examples on the page about claims: every line is made into data and a claim, and tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from factory import claim, seen, series, source, tracker
from msgspec import structs

from sitegen.claims import Verdict, judge
from sitegen.model.basics.amount import BOUNDS, Bound
from sitegen.model.series import Observation, Use
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

DOCS = (Path(__file__).parent.parent / "docs" / "claims.md").read_text("utf-8")
LETTERS = {
    "A": ("aito.deliveries", "2025-Q1"),
    "B": ("bmw.deliveries", "2025-Q1"),
    "C": ("aito.deliveries", "2024"),
    "W": ("seres.nev-sales", "2025-Q1"),
}
MONTHS = ("2025-01", "2025-02", "2025-03")
VALUE = re.compile(r"(?P<bound>[a-z ]+ )?(?P<low>[\d,]+)(?: to (?P<high>[\d,]+))?(?: \((?P<source>\w)\))?")


def table(columns: str) -> list[tuple[str, ...]]:
    """The lines of every table with these columns."""
    found: list[tuple[str, ...]] = []
    for match in re.finditer(rf"^\| {re.escape(columns)} \|\n\|[-|]+\|\n((?:\|.*\n)+)", DOCS, re.M):
        found += [tuple(cell.strip() for cell in line[1:-1].split("|")) for line in match[1].splitlines()]
    return found


def observed(period: str, words: str, source: str) -> Observation:
    """A value as it is written in a table."""
    match = VALUE.fullmatch(words)
    assert match is not None, words
    low, high = (end and end.replace(",", "") for end in (match["low"], match["high"]))
    said = (match["bound"] or "exact").strip().replace("about", "approximate").replace(" ", "-")
    bound: Bound = next(bound for bound in BOUNDS if bound == said)
    from_ = match["source"] or source
    use: Use = "preferred" if from_ == "a" else "normal"
    if high:
        return seen(period, None, from_, low=low, high=high, use=use)
    return seen(period, low, from_, bound=bound, use=use)


def values(known: str) -> Iterator[tuple[str, Observation]]:
    """What is known, as observations of series."""
    letter = ""
    for part in known.split("; "):
        name, given = part.split(" = ")
        if name == "its months":
            for month, words in zip(MONTHS, given.removesuffix(" (a)").split(", "), strict=True):
                yield LETTERS[letter][0], observed(month, words, "a")
            continue
        letter = name
        for words in given.split(" or "):
            yield LETTERS[letter][0], observed(LETTERS[letter][1], words, "a")


def world(known: str) -> Tracker:
    """A tracker with what is known, and nothing else in its series."""
    observations: dict[str, list[Observation]] = {id: [] for id, _ in LETTERS.values()}
    for id, observation in values(known):
        observations[id].append(observation)
    basis = {"seres.nev-sales": "wholesale"}
    of = tracker(*(series(id, *each, basis=basis.get(id, "deliveries")) for id, each in observations.items()))
    return structs.replace(of, sources={**of.sources, **{id: source(id) for id in ("claimant", "a", "b", "c")}})


def written(check: str) -> tuple[str, ...]:
    """The comparisons of a cell, with addresses for the letters."""

    def address(match: re.Match[str]) -> str:
        id, period = LETTERS[match[1]]
        return f'fig("{id}@{period}{match[2] or ""}")'

    return tuple(re.sub(r"\b([ABCW])\b(~\w)?", address, line) for line in re.findall(r"`([^`]+)`", check))


def judged(known: str, check: str, by: str | None, mixed: str | None) -> tuple[Verdict | None, list[Problem]]:
    """The verdict on a line, or its problems."""
    it = claim("it", written(check), by=by, mixed=mixed)
    verdicts, problems = judge(structs.replace(world(known), claims={"it": it}))
    return verdicts.get("it"), problems


def outcome(known: str, check: str, by: str | None = "claimant") -> str:
    """What a check comes to."""
    found, problems = judged(known, check, by, "as the page says")
    assert problems == []
    assert found is not None
    assert found.check is not None
    return found.check.outcome


@pytest.mark.parametrize(("known", "check", "comes_to"), table("what is known | the check | comes to"))
def test_what_a_check_comes_to(known: str, check: str, comes_to: str) -> None:
    """Comparisons, choices and lists come to what the page says, whoever makes the claim."""
    assert outcome(known, check) == comes_to
    assert outcome(known, check, by=None) == comes_to


@pytest.mark.parametrize(
    ("known", "check", "another", "own", "ours"),
    table("what is known | the check | of another source | of source a | of our own"),
)
def test_who_makes_the_claim(known: str, check: str, another: str, own: str, ours: str) -> None:
    """What a check comes to in a claim of another source, of one that gives a value, and of our own."""
    assert [outcome(known, check, by=by) for by in ("claimant", "a", None)] == [another, own, ours]


@pytest.mark.parametrize(("known", "check", "differs"), table("what is known | the check | needs a reason for"))
def test_what_needs_a_reason(known: str, check: str, differs: str) -> None:
    """Without `mixed` a check that compares what differs is an error that says what differs."""
    _, problems = judged(known, check, None, None)
    expected = [] if differs == "–" else [f"the two sides of the check differ in {differs}"]
    assert [problem.message for problem in problems] == expected


def test_the_tables_are_there() -> None:
    """The tables are found where they stand."""
    assert len(table("what is known | the check | comes to")) > 20
    assert len(table("what is known | the check | needs a reason for")) == 5

"""Ids that changed while nothing leads on from the old address, in repositories that the test writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository, series_text

from sitegen.build import make
from sitegen.cache import Cache, Memory
from sitegen.history.renamed import renamed
from sitegen.problems import Problem
from sitegen.settings import Settings

ROWS = ["2025-01: {value: 100, source: gazette}", "2025-02: {value: 120, source: herald}"]
BRIEF = """\
---
title: On trams
summary: What a tram is
date: 2026-01-01
authors: [The desk]
---

A tram runs on rails in the street, and stops where people wait.

It is older than the bus, and stays longer.
"""
CLAIMS = "led: {text: 'Red Line was there first', by: herald, about: [red], because: 'it says so'}\n"
RANKINGS = "most: {title: Trips of lines, period: 2025-01, members: [red.trips]}\n"
CHART = "kind: bar\ntitle: Trips by month\nseries: [red.trips]\n"


@pytest.fixture
def trams(tmp_path: Path) -> Repository:
    """A project with one thing of each kind, committed."""
    found = Repository(tmp_path / "trams")
    found.write("data/series/red.yaml", series_text(ROWS))
    found.write("content/briefs/trams.md", BRIEF)
    found.write("data/claims.yaml", CLAIMS)
    found.write("data/rankings.yaml", RANKINGS)
    found.write("data/charts/months.yaml", CHART)
    found.commit("2026-01-01", "Begin")
    return found


def found(repository: Repository) -> list[Problem]:
    """What the build says of lost addresses."""
    result = make(Settings(project=repository.folder, lenient=True, cache=False), lambda stage: None)
    return [problem for problem in result.summary.warnings if problem.code == "lost-address"]


def swap(repository: Repository, path: str, old: str, new: str) -> None:
    """Writes something in place of something in a file."""
    text = (repository.folder / path).read_text()
    assert old in text
    repository.write(path, text.replace(old, new))


def move(repository: Repository, path: str, new: str) -> None:
    """Gives a file another name."""
    (repository.folder / path).rename(repository.folder / new)


def _series(at: Repository) -> None:
    swap(at, "data/metrics.yaml", "trips:", "trips: {label: T, in_text: t, unit: trip, kind: flow}\nrides:")
    for path in ("data/series/red.yaml", "data/rankings.yaml", "data/charts/months.yaml"):
        swap(at, path, "red.trips", "red.rides")


def _metric(at: Repository) -> None:
    for path in ("data/series/red.yaml", "data/rankings.yaml", "data/charts/months.yaml", "data/metrics.yaml"):
        swap(at, path, "trips" if path.endswith("metrics.yaml") else "red.trips", "rides")
        swap(at, path, "rides", "red.rides" if not path.endswith("metrics.yaml") else "rides")


def _entity(at: Repository) -> None:
    move(at, "data/companies/red.yaml", "data/companies/scarlet.yaml")
    for path in ("data/series/red.yaml", "data/rankings.yaml", "data/charts/months.yaml"):
        swap(at, path, "red.trips", "scarlet.trips")
    swap(at, "data/claims.yaml", "[red]", "[scarlet]")


def _source(at: Repository) -> None:
    swap(at, "data/sources/all.yaml", "herald: {", "the-herald: {")
    swap(at, "data/series/red.yaml", "source: herald", "source: the-herald")
    swap(at, "data/claims.yaml", "by: herald", "by: the-herald")


RENAMES: list[tuple[str, Callable[[Repository], None], str, str]] = [
    ("series", _series, "data/series/red.yaml:1", "former_ids: [red.trips]"),
    ("entity", _entity, "data/companies/scarlet.yaml:1", "former_ids: [red]"),
    ("source", _source, "data/sources/all.yaml:2", "former_ids: [herald]"),
    ("claim", lambda at: swap(at, "data/claims.yaml", "led:", "first:"), "data/claims.yaml:1", "former_ids: [led]"),
    ("ranking", lambda at: swap(at, "data/rankings.yaml", "most:", "lines:"), "data/rankings.yaml:1", "[most]"),
    ("chart", lambda at: move(at, "data/charts/months.yaml", "data/charts/m.yaml"), "data/charts/m.yaml:1", "[months]"),
    (
        "document",
        lambda at: move(at, "content/briefs/trams.md", "content/briefs/on-trams.md"),
        "content/briefs/on-trams.md:1",
        "aliases: [/briefs/trams/]",
    ),
]


@pytest.mark.parametrize(("kind", "rename", "place", "hint"), RENAMES, ids=[kind for kind, *_ in RENAMES])
@pytest.mark.parametrize("committed", [False, True])
def test_a_renamed_id_is_named_with_the_line_to_add(
    trams: Repository, kind: str, rename: Callable[[Repository], None], place: str, hint: str, committed: bool
) -> None:
    """Of each kind, committed or not: one warning, at the new thing."""
    assert found(trams) == []
    rename(trams)
    if committed:
        trams.commit("2026-01-02", "Another name")
        trams.write("data/words.yaml", "")
        trams.commit("2026-01-03", "And something else")
    (problem,) = found(trams)
    assert f"{problem.place.path}:{problem.place.line}" == place
    assert (hint in (problem.hint or ""), "as git shows" in problem.message) == (True, True)


def test_the_line_that_is_added_answers(trams: Repository) -> None:
    """`former_ids`, `aliases` and `accepted` end the warning, each where it belongs."""
    _entity(trams)
    move(trams, "content/briefs/trams.md", "content/briefs/on-trams.md")
    move(trams, "data/charts/months.yaml", "data/charts/m.yaml")
    assert len(found(trams)) == 3
    trams.write("data/companies/scarlet.yaml", "name: Red Line\nformer_ids: [red]\n")
    swap(trams, "content/briefs/on-trams.md", "title:", "aliases: [/briefs/trams/]\ntitle:")
    swap(trams, "data/charts/m.yaml", "kind: bar", "kind: bar\naccepted: {lost-address: nobody saw it}")
    assert found(trams) == []


def test_a_text_that_changed_a_little_is_the_same_and_another_is_not(trams: Repository) -> None:
    """As git has it: most lines are those of before."""
    move(trams, "content/briefs/trams.md", "content/briefs/on-trams.md")
    swap(trams, "content/briefs/on-trams.md", "On trams", "On trams and rails")
    assert len(found(trams)) == 1
    trams.write("content/briefs/on-trams.md", "---\ntitle: Buses\nsummary: A bus\ndate: 2026-02-02\n---\n\nNo rails.\n")
    assert found(trams) == []


def test_what_is_renamed_twice_or_back_is_told_by_its_first_and_last_name(trams: Repository) -> None:
    """Only the name of today counts, and one that came back is none."""
    move(trams, "content/briefs/trams.md", "content/briefs/a.md")
    trams.commit("2026-01-02", "A")
    move(trams, "content/briefs/a.md", "content/briefs/b.md")
    assert [p.message.split(",")[0] for p in found(trams)] == [
        "content/briefs/a.md is content/briefs/b.md now",
        "content/briefs/trams.md is content/briefs/b.md now",
    ]
    move(trams, "content/briefs/b.md", "content/briefs/trams.md")
    assert [p.message.split(",")[0] for p in found(trams)] == ["content/briefs/a.md is content/briefs/trams.md now"]


def test_drafts_and_what_is_only_gone_or_only_new_are_no_renames(trams: Repository) -> None:
    """A draft had no address; something that is gone leads nowhere."""
    trams.write("content/briefs/draft.md", BRIEF.replace("authors:", "draft: yes\nauthors:").replace("tram", "ship"))
    trams.commit("2026-01-02", "A draft")
    move(trams, "content/briefs/draft.md", "content/briefs/ships.md")
    swap(trams, "content/briefs/ships.md", "draft: yes\n", "")
    (trams.folder / "data/claims.yaml").unlink()
    trams.write("data/companies/blue.yaml", "name: Blue Line\n")
    assert found(trams) == []


def test_without_git_nothing_is_said(trams: Repository) -> None:
    """Neither where there is no repository, nor where a file of a commit is broken."""
    trams.write("data/rankings.yaml", "most: [\n")
    trams.commit("2026-01-02", "Broken")
    trams.write("data/rankings.yaml", RANKINGS.replace("most", "lines"))
    trams.commit("2026-01-03", "Mended")
    assert found(trams) == []
    move(trams, "content/briefs/trams.md", "content/briefs/on-trams.md")
    shutil.rmtree(trams.folder / ".git")
    assert found(trams) == []


def test_what_is_remembered_is_what_is_read(trams: Repository, tmp_path: Path) -> None:
    """From a cache the renames are those that are found without it."""
    move(trams, "content/briefs/trams.md", "content/briefs/on-trams.md")
    trams.commit("2026-01-02", "Another name")
    memory = Memory(Cache(tmp_path / "cache"))
    with memory:
        first = renamed(trams.folder, memory)
    assert first == renamed(trams.folder, memory) == renamed(trams.folder)
    assert [(each.kind, each.old) for each in first] == [("document", "content/briefs/trams.md")]

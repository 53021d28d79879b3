"""`sitegen diff`: figures, verdicts and pages before and after, as text, JSON and Markdown."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from repository import Repository, series_text

from sitegen.build import build
from sitegen.cli import main
from sitegen.settings import Settings

JAN, FEB = (f"2025-0{month}: {{value: {month}00, source: gazette}}" for month in (1, 2))
CLAIM = """\
many:
  text: Red Line made more than 150 trips in January 2025
  by: herald
  about: [red]
  check: 'fig("red.trips@2025-01") > 150'
"""


def diff(repository: Repository, *words: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(main, ["diff", "--project", str(repository.folder), *words])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A claim that a correction, not yet committed, turns."""
    made = Repository(tmp_path / "site")
    made.write(".gitignore", ".sitegen-cache/\nsite/\n")
    made.write("data/claims.yaml", CLAIM)
    made.values("2026-01-01", "Begin", JAN)
    made.values("2026-01-02", "February", JAN, FEB)
    made.write("data/series/red.yaml", (made.folder / "data/series/red.yaml").read_text().replace("100", "160"))
    return made


def test_the_difference_has_figures_and_verdicts_before_and_after(repository: Repository) -> None:
    """A commit against the files as they are, committed or not; and against another commit."""
    assert diff(repository, "HEAD").splitlines() == [
        "red.trips@2025-01  corrected   100 trips → 160 trips",
        "claim many: contradicted → supported",
        "Which pages show the figures is known after a build of the files as they are now.",
        "1 figure changed, 1 verdict turned.",
    ]
    assert "red.trips@2025-02  added       200 trips" in diff(repository, "HEAD~1", "HEAD")
    assert diff(repository, "HEAD", "HEAD") == "0 figures changed, 0 verdicts turned.\n"


TEXT = """\
---
title: Trips
summary: In January it was {{ fig("red.trips@2025-01") }}.
date: 2026-01-01
---

The first sentence. Red Line made **{{ fig("red.trips@2025-01") }}** trips in January, {{ fig("red.trips@2025-02") }}
in February! That is {{ fig("red.trips@2025-02") | plain }}.

- An item with {{ fig("red.trips@2025-02") | change("previous") }}
"""
RANKING = """\
busy: {title: The busiest lines, period: 2025-01, by: value, members: [red.trips, crimson.trips]}
"""
CHART = "title: Trips by month\nkind: line\nseries: [red.trips, crimson.trips]\n"


def test_the_difference_names_what_the_figures_change(repository: Repository) -> None:
    """Sentences with their lines, charts and rankings: what follows from the figures, and not what was rewritten."""
    repository.write("content/briefs/trips.md", TEXT)
    repository.write("data/rankings.yaml", RANKING)
    repository.write("data/charts/trips.yaml", CHART)
    repository.write(
        "data/series/crimson.yaml", series_text(["2025-01: {value: 150, source: gazette}"], "crimson.trips")
    )
    lines = diff(repository, "HEAD").splitlines()
    assert [line for line in lines if not line.startswith(("red.", "crimson.", "Which"))] == [
        "content/briefs/trips.md:3: In January it was [100 → 160].",
        "content/briefs/trips.md:7: Red Line made [100 → 160] trips in January, 200 in February!",
        "content/briefs/trips.md:10: An item with [+100.0% → +25.0%]",
        "chart trips: Trips by month",
        "ranking busy: Crimson Line none → 2",
        "claim many: contradicted → supported",
        "2 figures, 3 sentences, 1 chart, 1 ranking changed, 1 verdict turned.",
    ]
    record = json.loads(diff(repository, "HEAD", "--format", "json"))
    assert record["sentences"][0]["changed"] == [{"old": "100", "new": "160"}]
    assert record["rankings"][0]["places"] == [{"name": "Crimson Line", "old": "", "new": "2"}]
    text = diff(repository, "HEAD", "--format", "markdown")
    page = "https://example.org/trams/briefs/trips/"
    assert f"- `content/briefs/trips.md:3` [In January it was \\[100 → 160\\].]({page})" in text
    repository.commit("2026-01-03", "Numbers and texts")
    repository.write("content/briefs/trips.md", TEXT.replace("The first sentence.", "Another sentence."))
    assert diff(repository, "HEAD") == "0 figures changed, 0 verdicts turned.\n"


def test_after_a_build_the_difference_names_the_pages(repository: Repository) -> None:
    """The records of the last build say who shows what, and nothing else has to be made."""
    settings = Settings(project=repository.folder, lenient=True)
    build(settings, repository.folder / "site", lambda stage: None)
    record = json.loads(diff(repository, "HEAD", "--format", "json"))
    (figure,) = record["figures"]
    assert (figure["old"]["value"], figure["new"]["value"], figure["change"]) == ("100", "160", "corrected")
    assert "https://example.org/trams/claims/many/" in [page["url"] for page in figure["shown"]]
    assert [(turned["before"], turned["after"]) for turned in record["claims"]] == [("contradicted", "supported")]


def test_the_difference_is_a_table_for_a_pull_request(repository: Repository) -> None:
    """Figures and claims are links; no text of the data ends a cell."""
    text = diff(repository, "HEAD", "--format", "markdown")
    page = "https://example.org/trams/data/red/trips/#2025-01"
    assert f"| [Red Line trips, Jan 2025]({page}) | corrected | 100 trips | 160 trips |" in text
    claim = "https://example.org/trams/claims/many/"
    assert f"| [Red Line made more than 150 trips in January 2025]({claim}) | contradicted | supported |" in text


def test_what_cannot_be_read_is_named_and_the_rest_compared(repository: Repository) -> None:
    """A broken file is left out with its name; where a tree has errors, verdicts are not compared, and it says so."""
    repository.write("data/series/crimson.yaml", "crimson.trips: [")
    text = diff(repository, "HEAD")
    assert "data/series/crimson.yaml cannot be read as YAML" in text
    assert "Verdicts are not compared" in text
    assert "red.trips@2025-01  corrected   100 → 160" in text


@pytest.mark.parametrize("revision", ["no-such", "--", "HEAD~99", "-h~", "HEAD:data", "HEAD^{tree}", "", "--output=x"])
def test_an_unknown_commit_is_wrong_usage(repository: Repository, revision: str) -> None:
    """A revision that git does not know, or that looks like an option, is named."""
    done = CliRunner().invoke(main, ["diff", "--project", str(repository.folder), revision])
    assert done.exit_code == 2


def test_without_commits_to_compare_with_it_says_why(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a shallow clone, outside a repository, before the first commit and without git."""

    def refusal(folder: Path) -> str:
        done = CliRunner().invoke(main, ["diff", "--project", str(folder), "HEAD~1"])
        assert done.exit_code == 2
        return done.stderr

    shallow, plain = tmp_path / "shallow", tmp_path / "plain"
    subprocess.run(["git", "clone", "-q", "--depth", "1", repository.folder.as_uri(), str(shallow)], check=True)
    shutil.copytree(repository.folder, plain, ignore=shutil.ignore_patterns(".git"))
    assert "git fetch --unshallow" in refusal(shallow)
    assert "in no git repository with a commit" in refusal(plain)
    assert "in no git repository with a commit" in refusal(Repository(tmp_path / "empty").folder)
    assert "git log lists" in refusal(_one_commit(tmp_path / "one"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "not installed" in refusal(repository.folder)


def _one_commit(folder: Path) -> Path:
    made = Repository(folder)
    made.commit("2026-01-01", "Begin")
    return folder


def test_a_link_in_an_old_commit_is_passed_over(repository: Repository) -> None:
    """What was a link then is no file of data, wherever it led."""
    path = repository.folder / "data/series/red.yaml"
    path.unlink()
    path.symlink_to("/etc/hosts")
    repository.commit("2026-01-03", "A link")
    assert "red.trips@2025-01  withdrawn   100" in diff(repository, "HEAD~1", "HEAD")

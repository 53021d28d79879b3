"""`sitegen find`, and `explain` of entities and series: on a copy of the starter and of an invented market."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.scaffold import init_project

MARKET = Path(__file__).parent / "sites" / "market-de"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def run(project: Path, *arguments: str) -> Result:
    """What a command says."""
    command, *words = arguments
    return CliRunner().invoke(main, [command, "--project", str(project), *words])


def found(project: Path, *words: str) -> list[str]:
    """The addresses that are listed."""
    return [line.split()[0] for line in run(project, "find", *words).stdout.splitlines()]


def test_words_of_full_width_find_the_same(project: Path) -> None:
    """Letters, digits and signs as a Chinese keyboard writes them are those of the data."""
    assert (
        found(project, "ｈａｒｂｏｕｒ　Ｌｏａｖｅｓ", "２０２５－Ｑ３")
        == found(project, "harbour", "loaves", "2025-Q3")
        != []
    )


def test_words_and_periods_find_addresses(project: Path) -> None:
    """A period finds itself and the shorter ones in it; without one the latest values of each series are shown."""
    assert found(project, "harbour", "loaves", "2025") == [
        "harbour.loaves@2025",
        *(f"harbour.loaves@2025-Q{quarter}" for quarter in (4, 3, 2, 1)),
    ]
    assert found(project, "members") == ["northfield.members@2025", "northfield.members@2024"]
    assert found(project, "Harbour Bread 2025-Q4") == ["harbour.loaves@2025-Q4"]
    assert found(project, "northfield.loaves@2025-Q4") == ["northfield.loaves@2025-Q4"]
    assert "about 33,000 loaves" in run(project, "find", "harbour", "2024-Q4").stdout


def test_the_best_match_stands_first(project: Path) -> None:
    """What a word is the whole name of comes before what has it in a definition, or is only near it."""
    assert found(project, "loaves", "2025-Q1")[0] == "harbour.loaves@2025-Q1"
    assert found(project, "harbor", "2025-Q1") == ["harbour.loaves@2025-Q1"]
    assert found(project, "counter", "northfield", "2025-Q1") == ["northfield.loaves@2025-Q1"]


def test_a_metric_is_found_by_its_aliases(project: Path) -> None:
    """Words that `aliases` of a metric add are as good as its label, for names in tables too."""
    metrics = project / "data" / "metrics.yaml"
    assert found(project, "batches", "2025-Q1") == []
    metrics.write_text(metrics.read_text().replace("loaves:\n", "loaves:\n  aliases: [whole batches]\n", 1))
    assert found(project, "batches", "2025-Q1") == found(project, "loaves", "2025-Q1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("hbrr",), "one of: harbour"),
        (("harbour", "members"), "no series has all of: harbour members"),
        (("harbour", "1999"), "harbour.loaves (2024-Q1 to 2025-Q4)"),
        (("harbour", "2025-Q9"), "2025-Q9"),
        (("qqqq",), "nothing is called qqqq"),
    ],
)
def test_nothing_found_says_what_is_near(project: Path, words: tuple[str, ...], said: str) -> None:
    """A slip, words that do not go together, and a period without values end with exit code 1 and a hint."""
    result = run(project, "find", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_names_in_other_scripts_and_financial_years(tmp_path: Path) -> None:
    """Native names and financial years are found in a market with its own calendar and scripts."""
    shutil.copytree(MARKET, tmp_path / "market")
    assert "waermhaus.umsatz@FY2025" in found(tmp_path / "market", "Wärmhaus", "FY2025")
    records = json.loads(run(tmp_path / "market", "find", "waermhaus", "umsatz", "--format", "json").stdout)
    assert records["found"][0]["value"]["unit"]


def test_an_entity_and_a_series_are_explained(project: Path) -> None:
    """Of an entity its names and series with their latest values, of a series its values with their sources."""
    entity = run(project, "explain", "northfield").stdout
    assert "northfield.members@2025" in entity
    assert "the latest of 8" in entity
    series = run(project, "explain", "northfield.loaves").stdout
    assert "counts     Loaves sold over the counter and to shops" in series
    assert "bread-weekly-2026-02, northfield-report-2025" in series
    assert json.loads(run(project, "explain", "northfield.loaves", "--format", "json").stdout)["cadence"] == "quarter"
    assert "the id of Northfield is northfield: write northfield" in run(project, "explain", "nortfield").stderr
    assert "there is no series" in run(project, "explain", "northfield.bread").stderr

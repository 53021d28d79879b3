"""Explain: the trail of a value and of a claim, as a person and as a program reads it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main

CLAIM_FAILS = Path(__file__).parent / "broken" / "claim-fails"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with rivals, parts, a deprecated value, a brief with a figure, and claims, one of them our own."""
    folder = tmp_path / "project"
    shutil.copytree(CLAIM_FAILS / "data", folder / "data")
    (folder / "data" / "series" / "acme.yaml").write_text(
        """\
acme.deliveries:
  definition: Cars handed to customers
  region: cn
  cadence: quarter
  values:
    2025-Q1:
      - {value: 45300, bound: approximate, source: daily-2025-04, use: preferred, reason: it counts the cars}
      - {value: 47300, source: weekly-2025-04}
      - {value: 99000, source: monthly-2025-05, use: deprecated, reason: it counts the wheels}
    2025-Q2: {value: 50000, source: daily-2025-04}
    2025: {value: 200000, source: daily-2025-04, status: target}
"""
    )
    (folder / "data" / "sources" / "more.yaml").write_text(
        "monthly-2025-05: {publisher: The Monthly, url: https://example.org/monthly, kind: press}\n"
    )
    (folder / "data" / "claims.yaml").write_text(
        """\
acme-over-46000:
  text: Acme sold more than 46,000 cars
  by: monthly-2025-05
  check: fig("acme.deliveries@2025-Q1") > 46000
  alternatives:
    - capability("acme", "flies") == "no"
  note: 'It sold {{ fig("acme.deliveries@2025-Q1") }}'
"""
    )
    (folder / "content" / "briefs").mkdir(parents=True)
    (folder / "content" / "briefs" / "acme.md").write_text(
        """\
---
title: 'Acme'
summary: What it says.
date: 2025-05-01
claims:
  acme-over-90000: {text: More than 90000, check: fig("acme.deliveries@2025-H1") > 90000}
---

Acme sold {{ fig("acme.deliveries@2025-H1") }} cars.
"""
    )
    return folder


def run(project: Path, *arguments: str) -> Result:
    """`sitegen explain` in a project."""
    return CliRunner().invoke(main, ["explain", "--project", str(project), *arguments])


def test_a_value_with_rivals(project: Path) -> None:
    """What answers and why, where it stands, its rivals, what is not used and why, and who uses it."""
    assert (
        run(project, "acme.deliveries@2025-Q1").stdout
        == """\
Acme deliveries, first quarter of 2025    acme.deliveries@2025-Q1
about 45,300 vehicles, reported

counts     Cars handed to customers
           reported, cn
source     daily-2025-04 (press): The Daily, 2025-04-02
           https://example.org/daily
           data/series/acme.yaml:7
why        preferred: it counts the cars
rivals     47,300  weekly-2025-04, data/series/acme.yaml:8
           they do not all agree
not used   monthly-2025-05, data/series/acme.yaml:9: it counts the wheels
used by    Broken    /
           Acme    /companies/acme/
           Rankings    /rankings/
           Claims under test    /claims/
           Claim: Acme sold more than 46,000 cars    /claims/acme-over-46000/
           Claim: More than 90000    /claims/acme-over-90000/
           Brief: Acme    /briefs/acme/
"""
    )


def test_a_derived_value(project: Path) -> None:
    """A sum shows its parts, each with its source; `latest` is resolved."""
    told = run(project, "acme.deliveries@latest-half").stdout
    assert told.startswith("Acme deliveries, first half of 2025    acme.deliveries@2025-H1\n")
    assert told.splitlines()[1] == "about 95,300 vehicles, derived"
    assert "why        nothing is reported for the whole period; sum of shorter periods" in told
    assert "parts      acme.deliveries@2025-Q1  about 45,300  daily-2025-04, data/series/acme.yaml:7" in told
    assert "           Brief: Acme    /briefs/acme/\n" in told


def test_what_has_no_answer(project: Path) -> None:
    """A known series without a value says why; with its source a target answers."""
    assert "no answer: there is only an estimate or a target for 2025" in run(project, "acme.deliveries@2025").stdout
    assert "200,000 vehicles, target" in run(project, "acme.deliveries@2025~daily-2025-04").stdout


def test_a_deprecated_change_alone_is_named(project: Path) -> None:
    """No document gives a value; that one gives a change which does not count is said too."""
    file = project / "data" / "series" / "acme.yaml"
    change = "    2025-Q3: {change: {year: -5}, source: daily-2025-04, use: deprecated, reason: a slip}\n"
    file.write_text(file.read_text().replace("    2025: {", f"{change}    2025: {{"))
    told = run(project, "acme.deliveries@2025-Q3").stdout
    reason = "none of our documents gives a value for the third quarter of 2025"
    assert f"no answer: {reason}, and every change for the third quarter of 2025 is deprecated" in told


def test_a_claim(project: Path) -> None:
    """Every reading with its comparisons, and each rival value with the outcome that it leads to."""
    assert (
        run(project, "acme-over-46000").stdout
        == """\
Acme sold more than 46,000 cars    acme-over-46000
disputed

said by    monthly-2025-05 (press): The Monthly
           https://example.org/monthly
stands in  data/claims.yaml:1
note       It sold about 45,300

check: split, over 2 choices of values
  fig("acme.deliveries@2025-Q1") > 46000
    Acme deliveries, first quarter of 2025: about 45,300
    claimed: more than 46,000: no
  acme.deliveries@2025-Q1 has different values:
    about 45,300 from daily-2025-04: no
    47,300 from weekly-2025-04: yes

or: yes
  capability("acme", "flies") == "no"
    Acme: Flies: no
    claimed: no: yes
"""
    )


def test_a_claim_on_several_periods(project: Path) -> None:
    """A difference of two periods names both."""
    claims = project / "data" / "claims.yaml"
    claims.write_text(
        claims.read_text().replace('@2025-Q1") > 46000', '@2025-Q2") - fig("acme.deliveries@2025-Q1") > 9')
    )
    told = run(project, "acme-over-46000").stdout
    assert "Acme deliveries, second quarter of 2025 minus Acme deliveries, first quarter of 2025: about 4,700" in told


def test_json(project: Path) -> None:
    """The same as a record, with numbers as numbers."""
    value = json.loads(run(project, "--format", "json", "acme.deliveries@2025-Q1").stdout)
    assert value["value"] | {"value": 45300, "low": 45250, "high": 45350} == value["value"]
    assert [rival["source"]["id"] for rival in value["rivals"]] == ["weekly-2025-04"]
    assert value["unused"][0]["reason"] == "it counts the wheels"
    claim = json.loads(run(project, "--format", "json", "acme-over-46000").stdout)
    assert (claim["verdict"], [reading["outcome"] for reading in claim["readings"]]) == ("disputed", ["split", "yes"])
    assert (
        claim["readings"][0]["rivals"][0]["values"][1] | {"value": 47300, "outcomes": ["yes"]}
        == (claim["readings"][0]["rivals"][0]["values"][1])
    )


def test_a_claim_that_fails_can_be_explained(project: Path) -> None:
    """What stops the build does not stop its explanation; any other error does."""
    brief = project / "content" / "briefs" / "acme.md"
    brief.write_text(brief.read_text().replace("> 90000", "> 99000"))
    assert run(project, "acme-over-90000").stdout.startswith("More than 90000    acme-over-90000\ncontradicted\n")
    brief.write_text(brief.read_text().replace('fig("acme.deliveries@2025-H1") }}', 'fig("acme.deliveries@2030") }}'))
    failed = run(project, "acme-over-90000")
    assert failed.exit_code == 1
    assert "missing-figure" in failed.stderr
    brief.write_text(brief.read_text().replace("---\n", "---\ndraft: yes\n", 1))
    assert run(project, "acme.deliveries@2025-Q1").exit_code == 0  # an error in a draft stops nothing


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("acme-over-4600", 'there is no claim and no entity "acme-over-4600": did you mean "acme-over-46000"?'),
        ("Acme", 'there is no claim and no entity "Acme": the id of Acme is acme: write acme'),
        ("nothing", 'there is no claim and no entity "nothing"'),
        ("deliveries", '"deliveries" is a metric, in data/metrics.yaml:'),
        ("no", '"no" is a place, Norway; ask for'),
        ("acme.delivery@2025", 'there is no series "acme.delivery": did you mean "acme.deliveries"?'),
        ("acme.deliveries@2025-Q1~nobody", 'there is no source "nobody"'),
        ("acme.deliveries@spring", '"spring" is not a period'),
    ],
)
def test_what_is_not_there(project: Path, target: str, message: str) -> None:
    """Neither an address nor a claim: wrong usage, with the nearest right word."""
    result = run(project, target)
    assert result.exit_code == 2
    assert message in result.stderr

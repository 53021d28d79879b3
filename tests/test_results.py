"""Profits and losses: the words for them say on which side of zero a result is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starter import codes_in_brief

from sitegen.check.text.lists.results import RESULTS

METRIC = """
profit:
  label: Operating profit
  in_text: operating profit
  unit: NOK
  kind: flow
  negative: true
"""
SERIES = """
harbour.profit:
  definition: Operating profit
  region: no
  scope: all bread
  basis: reported
  cadence: quarter
  values:
    2025-Q1: {value: 120, source: harbour-report-2025}
    2025-Q2: {value: -45, source: harbour-report-2025}
    2025-Q3: {value: -80, source: harbour-report-2025}
    2025-Q4: {value: 210, source: harbour-report-2025}
"""
BRIEF = "---\ntitle: 'A'\nsummary: 'B'\ndate: 2026-02-06\nentities: [harbour]\n"


def found(root: Path, brief: str) -> list[str]:
    """The codes of what is found in a brief of the starter, of which Harbour reports its results."""
    return codes_in_brief(root, {"data/metrics.yaml": METRIC, "data/series/harbour.yaml": SERIES}, brief)


@pytest.mark.parametrize(
    ("sentence", "quarter", "wrong"),
    [
        ("Harbour made a profit of #.", "Q2", True),
        ("Harbour made a loss of #.", "Q2", False),
        ("Its operating loss was #.", "Q1", True),
        ("Its operating profit was #.", "Q1", False),
        ("The operating profit was #.", "Q3", False),
        ("Operating profit: #", "Q3", False),
        ("Harbour made an operating profit of #.", "Q3", True),
        ("Harbour lost #.", "Q4", True),
        ("Harbour stayed in the black, with #.", "Q3", True),
        ("Harbour stayed in the black, with #.", "Q4", False),
        ("Harbour slipped into the red with #.", "Q4", True),
        ("Harbour slipped into the red with #.", "Q3", False),
        ("After a year in the red Harbour was in the black again, with #.", "Q4", False),
        ("Harbour made no profit in that quarter: #.", "Q3", False),
        ("Harbour had a revenue of #.", "Q3", True),
        ('Harbour’s loss grew from {{ fig("harbour.profit@2025-Q2") }} to #.', "Q3", False),
        ("Harbour closed its loss-making branch and had #.", "Q4", False),
        ("Harbour was loss-making again, at #.", "Q4", True),
        ("The bakery that lost money in summer had #.", "Q4", False),
        ("Harbour had a profit warning in May and ended at #.", "Q3", False),
        ("Only Northfield made money; Harbour had #.", "Q3", False),
        ("In the red a year earlier, Harbour had #.", "Q4", False),
        ("Once profitable, Harbour had #.", "Q3", False),
        ("Harbour, unprofitable in 2024, had #.", "Q4", False),
        ("Harbour hopes to be in the black by 2027; it had #.", "Q3", False),
    ],
)
def test_a_result_stands_beside_words_of_its_side_of_zero(
    tmp_path: Path, sentence: str, quarter: str, wrong: bool
) -> None:
    """A profit is above zero and a loss below; another count of money is neither."""
    text = sentence.replace("#", f'{{{{ fig("harbour.profit@2025-{quarter}") }}}}')
    assert len(found(tmp_path / "site", f"{BRIEF}---\n\n{text}\n")) == wrong


@pytest.mark.parametrize(("language", "thing"), [("ja", "赤字路線"), ("zh", "亏损航线"), ("ko", "적자 노선")])
def test_a_thing_that_makes_a_loss_is_no_result(language: str, thing: str) -> None:
    """Somebody may close it and have a profit."""
    assert re.search(RESULTS[language].lost, thing[:2])
    assert not re.search(RESULTS[language].lost, thing)


def test_the_best_quarter_may_be_that_of_another_count(tmp_path: Path) -> None:
    """The third had the lowest profit, and not the fewest loaves."""
    text = 'In its worst quarter Harbour sold {{ fig("harbour.loaves@2025-#") }} loaves.'
    assert found(tmp_path / "site", f"{BRIEF}---\n\n{text.replace('#', 'Q3')}\n") == []
    assert found(tmp_path / "other", f"{BRIEF}---\n\n{text.replace('#', 'Q4')}\n") == ["figure-direction"]


@pytest.mark.parametrize(
    ("text", "check", "wrong"),
    [
        ("Harbour made a loss in 2025", 'fig("harbour.profit@2025") > 0', True),
        ("Harbour was profitable in 2025", 'fig("harbour.profit@2025") < 300', True),
        ("Harbour was profitable in 2025", 'fig("harbour.profit@2025") > 0', False),
        ("Harbour was in the red in the second quarter of 2025", 'fig("harbour.profit@2025-Q2") > -100', True),
        ("Harbour was in the red in the second quarter of 2025", 'fig("harbour.profit@2025-Q2") < 0', False),
        ("Harbour did not make a loss in 2025", 'fig("harbour.profit@2025") >= 0', False),
    ],
)
def test_a_claim_of_a_result_asks_for_its_side_of_zero(tmp_path: Path, text: str, check: str, wrong: bool) -> None:
    """What holds of a profit and of a loss tests neither."""
    claims = f"claims:\n  it:\n    text: {text}\n    about: [harbour]\n    check: {check}\n"
    assert ("untested-word" in found(tmp_path / "site", f"{BRIEF}{claims}---\n\nText\n")) == wrong

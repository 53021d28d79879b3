"""Financial years that a text names: only the calendar of a figure turns them into days."""

from __future__ import annotations

from pathlib import Path

import pytest
from starter import codes_in_brief

METRIC = "\nturnover: {label: Turnover, in_text: turnover, unit: NOK, kind: flow}\n"
SERIES = """
harbour.turnover:
  definition: Turnover
  region: no
  scope: all bread
  basis: reported
  cadence: year
  calendar: {starts: 4, named: end}
  values:
    FY2024: {value: 2300, source: harbour-report-2025}
    FY2025: {value: 2650, source: harbour-report-2025}
"""
HEAD = "---\ntitle: 'A'\nsummary: 'B'\ndate: 2026-02-06\nentities: [harbour]\n"


def found(root: Path, brief: str) -> list[str]:
    """The codes of what is found in a brief of the starter, whose Harbour counts from April to March."""
    return codes_in_brief(root, {"data/metrics.yaml": METRIC, "data/series/harbour.yaml": SERIES}, brief)


OLD, NEW = '{{ fig("harbour.turnover@FY2024") }}', '{{ fig("harbour.turnover@FY2025") }}'


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"It took {OLD} in FY2025.", 1),
        (f"It took {OLD} in fiscal 2025.", 1),
        (f"It took {NEW} in the financial year 2023/24.", 1),
        (f"It took {NEW} in the financial year 2024/25.", 0),
        (f"It took {NEW} in FY2025.", 0),
        (f"It took {NEW} in FY2025, after {OLD} in FY2024.", 0),
        (f"In FY2024 it planned to take {NEW}.", 0),
        (f"| | FY2024 | FY2025 |\n| --- | --- | --- |\n| Harbour | {NEW} | {OLD} |", 2),
        (f"| | FY2024 | FY2025 |\n| --- | --- | --- |\n| Harbour | {OLD} | {NEW} |", 0),
    ],
)
def test_a_figure_is_of_the_financial_year_that_its_sentence_names(tmp_path: Path, text: str, wrong: int) -> None:
    """So is one in a table; a year may be named as its calendar names it, or by both of its years."""
    assert found(tmp_path / "site", f"{HEAD}---\n\n{text}\n") == ["figure-subject"] * wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("in FY2024", True), ("in the financial year 2023/24", True), ("in FY2025", False), ("in 2024/25", False)],
)
def test_a_claim_asks_for_the_financial_year_that_it_names(tmp_path: Path, text: str, wrong: bool) -> None:
    """Its check is of that year."""
    check = 'fig("harbour.turnover@FY2025") > 2000'
    claims = f"claims:\n  it: {{text: Harbour took more than 2000 {text}, about: [harbour], check: '{check}'}}\n"
    assert ("claim-subject" in found(tmp_path / "site", f"{HEAD}{claims}---\n\nText\n")) == wrong

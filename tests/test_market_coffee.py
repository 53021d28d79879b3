"""A tracker of a third market, written from the documentation alone: coffee roasters in English, with invented data.

Four financial years, three currencies, weeks, prices of which less is better, and lives. Each test is something that a
page once said wrongly.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

import pytest
from said import words
from small import made

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The site in memory; any warning would stop it."""
    return made("coffee").outputs


def test_text_and_ranking_convert_by_one_rate(outputs: Mapping[str, bytes]) -> None:
    """A financial year from April is converted by the rate of its own days, wherever it is converted."""
    brief = words(outputs, "briefs/who-is-who-among-roasters")
    assert "That is about 7.338 billion euros (converted)" in brief
    assert "Kissa Holdings 喫茶 about 7.338 +4.2%" in brief
    note = re.sub(r"<[^>]+>", " ", outputs["data/kissa/revenue-jpy/notes/2025.html"].decode())
    assert "yen per euro , April 2024 to March 2025 : 163.74" in " ".join(note.split())


def test_a_change_beside_a_converted_value_says_its_currency(outputs: Mapping[str, bytes]) -> None:
    """Revenue that grew in yen and fell in euros shows the growth in yen, and the page says so."""
    said = "Changes on a year earlier are in the currency that each one reports in."
    assert said in words(outputs, "rankings/revenue-2024")
    assert said not in words(outputs, "rankings/prices-2025")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("briefs/who-is-who-among-roasters", "FY2025 it made 6.1 million euros , in the whole year −12 million euros"),
        ("data/atlantic/profit-eur", "H1 2024/25 −18.5 Annual"),
        ("rankings/revenue-2024", "Bergblick Kaffee 0.148 −30%"),
        ("data", "Atlantic Roasters: Operating profit 6.1 million euros, H2 2024/25"),
        ("data", "Kissa Holdings: Revenue 1.201 trillion Japanese yen, 2024/25"),
    ],
)
def test_small_money_keeps_its_digits_and_large_money_its_zeros(
    outputs: Mapping[str, bytes], page: str, said: str
) -> None:
    """A value of 6.1 million is not printed as 6, and 1.201 trillion has no million behind it."""
    assert said in words(outputs, page)


def test_a_converted_value_is_no_sum(outputs: Mapping[str, bytes]) -> None:
    """The chart calls no converted value added up, and its download gives the days of the value."""
    assert b"added up" not in outputs["charts/revenue/index.html"]
    table = next(name for name in outputs if name.startswith("charts/revenue/") and name.endswith(".csv"))
    rows = list(csv.DictReader(io.StringIO(outputs[table].decode("utf-8-sig"))))
    kissa = [(row["period"], row["first_day"]) for row in rows if row["entity"] == "kissa" and row["value"]]
    assert kissa == [("FY2022", "2022-04-01"), ("FY2023", "2023-04-01"), ("FY2024", "2024-04-01")]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("companies/bergblick", "Bergblick Kaffee ended on 30 September 2025 (insolvent)"),
        ("companies/pacific-drip", "ended on 28 September 2024 (merged); succeeded by Ridgeline Coffee"),
        ("companies/laguna", "Caffè Laguna until 30 April 2024"),
        ("companies/fair-bean", "Torrefazione Laguna since May 2024"),
        ("rankings/prices-2025", "euros per kg, less is better"),
        ("claims/laguna-cheapest", "where less is better"),
        ("charts/cafes", "Kissa Holdings, estimate: about 1,850 in Q4 2026/27"),
        ("claims/kissa-in-southeast-asia", "planned (Thailand)"),
        ("briefs/laguna-sells-by-post", "sent 18,900 orders in week 51 of 2025"),
    ],
)
def test_what_went_well_stays(outputs: Mapping[str, bytes], page: str, said: str) -> None:
    """Lives, members, prices, plans, places and weeks are said as an analyst expects."""
    assert said in words(outputs, page)


def test_a_year_of_weeks_beside_a_longer_one_is_remarked(outputs: Mapping[str, bytes]) -> None:
    """The note of a change from a year of 53 weeks to one of 52 says so; of two years of 52 there is nothing to say."""
    notes = "data/ridgeline/revenue-usd/notes/{}.html"
    shown = re.sub("<[^>]*>", "", outputs[notes.format(2024)].decode())
    assert "52 weeks are compared with 53" in shown
    assert b"weeks are compared" not in outputs[notes.format(2025)]

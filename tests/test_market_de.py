"""A tracker of another market: heat pumps in Europe, in German, on financial years, weeks, two currencies and prices.

Its data are invented. Each test is something that it could not say before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from said import words
from small import made

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The site in memory; any warning would stop it."""
    return made("market-de").outputs


PAGES = {
    "companies/waermhaus": ("Oktober to September", "798,5 Millionen", "Euro, 2024/25", "Took over from Kessel & Sohn"),
    "data/waermhaus/umsatz": ("2024/25", "781,3", "Replaced: a later document gives another value."),
    "data/voltspeicher/speicher": ("How often weekly", "W36 2025", "W1 2026"),
    "companies/kessel-sohn": ("ended on 30. Juni 2024 (verschmolzen); succeeded by Wärmhaus AG",),
    "companies/polarcell": ("ended on 30. September 2025 (insolvent)",),
    "companies/voltspeicher": ("Formerly called Sonnenspeicher until 30. September 2023",),
    "companies/waermeallianz": ("Nordvärm AB since 5. März 2025",),
    "companies/thermalia": ("Wärmeallianz since 5. März 2025",),
    "companies/markt-de": ("Market Deutschland", "128,7", "(2020 = 100)"),
    "rankings/preis-2025-q4": ("less is better", "PolarCell GmbH ended on 30. September 2025"),
    "rankings": ("converted to Euro by Testzentralbank", "Milliarden Euro"),
    "expansion/pacifica": ("On sale: Kalifornien, Maine, Texas.",),
    "briefs/geschaeftsjahr": ("748,9 Millionen berichtigt; zuerst hieß es 781,3 Millionen", "about 70.760 Geräte"),
    "charts/umsatz": ("years from Oktober", "years from Januar"),
    "charts/preis-anteil": ("Preis je kWh Speicher, Euro per kWh", "Marktanteil, percent"),
    "charts/ziele": ("Testbank Research estimate", "target: at least 180.000"),
}


@pytest.mark.parametrize("page", PAGES)
def test_it_says_what_it_could_not(outputs: Mapping[str, bytes], page: str) -> None:
    """Financial years, weeks, restatements, lives, members, markets, rates, parts of countries, targets."""
    said = words(outputs, page)
    assert [each for each in PAGES[page] if each not in said] == []


@pytest.mark.parametrize(
    ("ranking", "order"),
    [
        ("preis-2025-q4", ["Thermalia", "Voltspeicher", "Nordvärm"]),
        ("kaelte-2025", ["Fjell S", "Alpin 7"]),
        ("lager-2025-q4", ["Wärmhaus", "Nordvärm"]),
        ("umsatz-gj-2025", ["Pacifica", "Nordvärm", "Wärmhaus"]),
    ],
)
def test_rankings_are_the_right_way_up(outputs: Mapping[str, bytes], ranking: str, order: list[str]) -> None:
    """The cheapest, the coldest and the emptiest come first, and dollars are compared as euros."""
    page = "rankings" if ranking != "preis-2025-q4" else f"rankings/{ranking}"  # fewer than four stand in the list
    shown = outputs[f"{page}/index.html"].decode().partition(f'id="ranking-{ranking}"')[2].partition("</section>")[0]
    lines = shown.partition("<tbody>")[2] or shown.partition('<ul class="places">')[2].partition("</ul>")[0]
    names = re.findall(r'<(?:li|th scope="row")>(.*?)</(?:li|th)>', lines, flags=re.DOTALL)
    assert [next(each for each in order if each in name) for name in names] == order


def test_no_page_misses_a_value_that_another_prints(outputs: Mapping[str, bytes]) -> None:
    """Every value of a financial year or a week stands on the page of its series."""
    for series, values in {
        "waermhaus/umsatz": ["602,4", "748,9", "902,7", "713,0", "798,5"],
        "hokkai/absatz": ["61.200", "58.900"],
        "waermhaus/bruttomarge": ["14,0", "9,6", "12,2", "15,1"],
        "voltspeicher/speicher": ["833", "992", "903"],
    }.items():
        said = words(outputs, f"data/{series}")
        assert [value for value in values if value not in said] == []

"""Where a series counts: said with its number, as far as that tells anything."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from test_company_lead import MONTHS, SERIES, built, words


def leading(pages: Mapping[str, str]) -> str:
    """The sentence that the page of the company leads with."""
    page = pages["companies/harbour/index.html"]
    return words(page.partition('<p class="finding">')[2].partition("</p>")[0])


@pytest.mark.parametrize(
    ("region", "where"), [("us", "in the United States"), ("no", "in Norway"), ("world", "worldwide")]
)
def test_a_number_says_where_it_is_counted(tmp_path: Path, region: str, where: str) -> None:
    """The lead and the line of the list; the name of a place has its article."""
    more = ""
    for metric, place, months in (("booked", region, MONTHS), ("sailed", "se", MONTHS[:1])):
        more += SERIES.format(entity="ferry", metric=metric, basis="ticket").replace(
            "region: world", f"region: {place}"
        )
        more += "".join(f"    {month}: {{value: 50, source: paper}}\n" for month in months)
    pages = built(tmp_path, MONTHS[12:], more=more)
    assert f"trips {where} in 2025" in leading(pages), leading(pages)
    assert f"Ferry: Bookings: 50 trips {where}, Dec 2025" in words(pages["companies/index.html"])


def test_one_place_for_all_is_not_repeated(tmp_path: Path) -> None:
    """Where every series is of one place, no sentence names it."""
    pages = built(tmp_path, MONTHS[12:])
    assert leading(pages)
    assert "worldwide" not in leading(pages) + words(pages["companies/index.html"])

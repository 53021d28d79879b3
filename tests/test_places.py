"""Places: the table of regions, its odd cases, and how an author may write a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale

from sitegen.model.places import COUNTRIES, REGIONS, countries, place_hint, place_id, place_name, place_order, within

DOC = (Path(__file__).parent.parent / "docs" / "places.md").read_text("utf-8")
# What Babel names by two letters and ISO 3166 does not list: parts of countries, unions, and codes for tests.
NO_COUNTRIES = {"ac", "cp", "cq", "dg", "ea", "eu", "ez", "ic", "qo", "ta", "un", "xa", "xb", "zz"}


def test_every_country_has_a_name_and_a_region() -> None:
    """The countries are those of ISO 3166 and Kosovo, and each but Antarctica lies in a continent."""
    named = {str(code).lower() for code in Locale("en").territories if len(str(code)) == 2}
    assert named - NO_COUNTRIES == COUNTRIES
    assert len(COUNTRIES) == 250
    continents = ("europe", "asia", "africa", "north-america", "latin-america", "oceania")
    homes = {code: [id for id in continents if code in REGIONS[id].countries] for code in COUNTRIES}
    assert {code: found for code, found in homes.items() if len(found) != 1} == {
        "aq": [],
        "eg": ["asia", "africa"],
        "mx": ["north-america", "latin-america"],
    }


@pytest.mark.parametrize(
    ("inner", "outer", "holds"),
    [
        ("gulf", "middle-east", True),
        ("middle-east", "asia", True),
        ("asia", "world", True),
        ("eu", "europe", True),
        ("no", "europe", True),
        ("no", "eu", False),
        ("gb", "eu", False),
        ("europe", "eu", False),
        ("cy", "eu", True),
        ("cy", "asia", False),
        ("ru", "europe", True),
        ("ru", "asia", False),
        ("tr", "europe", False),
        ("tr", "middle-east", True),
        ("kz", "europe", False),
        ("kz", "central-asia", True),
        ("ge", "middle-east", False),
        ("ir", "middle-east", True),
        ("il", "middle-east", True),
        ("eg", "middle-east", True),
        ("eg", "africa", True),
        ("iq", "gulf", False),
        ("mx", "north-america", True),
        ("mx", "latin-america", True),
        ("hk", "cn", False),
        ("cn", "cn", True),
        ("europe", "no", False),
        ("caribbean", "latin-america", True),
        ("aq", "world", True),
    ],
)
def test_one_place_in_another(inner: str, outer: str, holds: bool) -> None:
    """Whether a place lies in another follows from the countries of both."""
    assert within(inner, outer) is holds


def test_the_documentation_has_the_table() -> None:
    """Every region is documented under its name, and codes that are listed are those of the table."""
    listed = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \|$", DOC, re.M)
    assert {id: name for id, name, _ in listed} == {id: region.name for id, region in REGIONS.items()}
    for id, _, members in listed:
        if codes := re.search(r"`([a-z]{2}(?: [a-z]{2})+)`", members):
            assert set(codes[1].split()) == REGIONS[id].countries, id


@pytest.mark.parametrize(
    ("written", "id", "hint"),
    [
        ("NO", "no", ""),
        ("no", "no", ""),
        ("Europe", "europe", ""),
        ("EU", "eu", ""),
        ("MIDDLE-EAST", "middle-east", ""),
        ("UK", None, "write gb"),
        ("Norway", None, "write no"),
        ("denmrak", None, "write dk"),
        ("south-east-asia", None, "write southeast-asia"),
        ("Gulf states", None, "write gulf"),
        ("zz", None, "write the ISO 3166 code of a country, as in no, or a region such as europe"),
        ("", None, "write the ISO 3166 code of a country, as in no, or a region such as europe"),
    ],
)
def test_a_place_as_authors_write_it(written: str, id: str | None, hint: str) -> None:
    """Any case is read; what is no place gets the nearest one as a hint."""
    assert place_id(written) == id
    assert id is not None or place_hint(written) == hint


def test_names_and_order() -> None:
    """Places are named in the language of the site, and stand by continent, wide ones first."""
    assert [place_name(place, "de") for place in ("no", "xk", "gulf")] == ["Norwegen", "Kosovo", "Gulf states"]
    given = ["cn", "eg", "us", "no", "eu", "world", "at", "gulf", "europe", "middle-east", "mx", "aq"]
    ordered = ["world", "aq", "europe", "eu", "at", "no", "middle-east", "gulf", "cn", "eg", "us", "mx"]
    assert sorted(given, key=lambda place: place_order(place, "en")) == ordered
    assert countries("no") == {"no"}

"""Places: the table of regions, its odd cases, and how an author may write a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.model.places import COUNTRIES, PLACES, REGIONS, OwnPlace, Places, place_hint, place_id
from sitegen.problems import Place
from sitegen.words import Locale

DOC = (Path(__file__).parent.parent / "docs" / "places.md").read_text("utf-8")
NOTHING_NEAR = "write the ISO 3166 code of a country, as in no, a region such as europe, or a place of data/places.yaml"
# What Babel names by two letters and ISO 3166 does not list: parts of countries, unions, and codes for tests.
NO_COUNTRIES = {"ac", "cp", "cq", "dg", "ea", "eu", "ez", "ic", "qo", "ta", "un", "xa", "xb", "zz"}


def test_every_country_has_a_name_and_a_region() -> None:
    """The countries are those of ISO 3166 and Kosovo, and each but Antarctica lies in a continent."""
    named = {str(code).lower() for code in Locale().babel.territories if len(str(code)) == 2}
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
    assert Places({}, Locale()).within(inner, outer) is holds


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
        ("DE-BY", None, "a part of a country is declared in data/places.yaml: de-by: {name: …}"),
        ("zz", None, NOTHING_NEAR),
        ("", None, NOTHING_NEAR),
    ],
)
def test_a_place_as_authors_write_it(written: str, id: str | None, hint: str) -> None:
    """Any case is read; what is no place gets the nearest one as a hint."""
    assert (place_id(written) if place_id(written) in PLACES else None) == id
    assert id is not None or place_hint(written, PLACES) == hint


def test_names_and_order() -> None:
    """Places are named in the language of the site, and stand by continent, wide ones first."""
    german = Places({}, Locale("de", "de"))
    assert [german.name(place) for place in ("no", "xk", "eu", "europe")] == [
        "Norwegen",
        "Kosovo",
        "Europäische Union",
        "Europa",
    ]
    given = ["cn", "eg", "us", "no", "eu", "world", "at", "gulf", "europe", "middle-east", "mx", "aq"]
    ordered = ["world", "aq", "europe", "eu", "at", "no", "middle-east", "gulf", "cn", "eg", "us", "mx"]
    assert sorted(given, key=Places({}, Locale()).order) == ordered


def own(id: str, name: str, *members: str) -> OwnPlace:
    """A place of a project."""
    return OwnPlace(id=id, name=name, members=members, place=Place("data/places.yaml"))


_OWN = (
    own("us-ca", "California"),
    own("us-or", "Oregon"),
    own("de-by", "Bayern"),
    own("dach", "DACH", "de", "at", "ch"),
    own("coast", "West coast", "us-ca", "us-or"),
    own("home", "Home markets", "dach", "us-ca"),
)
OWN = Places({each.id: each for each in _OWN}, Locale())


@pytest.mark.parametrize(
    ("inner", "outer", "holds"),
    [
        ("us-ca", "us", True),
        ("us-ca", "north-america", True),
        ("us-ca", "coast", True),
        ("us-ca", "home", True),
        ("us-or", "home", False),
        ("us", "coast", False),
        ("coast", "us", True),
        ("de-by", "dach", True),
        ("de-by", "eu", True),
        ("dach", "europe", True),
        ("dach", "eu", False),
        ("dach", "home", True),
        ("home", "dach", False),
        ("home", "world", True),
    ],
)
def test_the_places_of_a_project(inner: str, outer: str, holds: bool) -> None:
    """A subdivision lies in its country and wherever that lies; a region of the project is made of its members."""
    assert OWN.within(inner, outer) is holds


def test_subdivisions_stand_behind_their_country() -> None:
    """A list of places has wide regions first, then each country with its subdivisions."""
    given = ["us-or", "de-by", "no", "us-ca", "de", "us", "dach", "coast"]
    assert sorted(given, key=OWN.order) == ["dach", "de", "de-by", "no", "us", "us-ca", "us-or", "coast"]

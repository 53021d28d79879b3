"""Places as authors write them."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from sitegen.model.places.regions import COUNTRIES, REGIONS
from sitegen.model.places.tree import country_of
from sitegen.words.locales import locale_of

PLACES = COUNTRIES | frozenset(REGIONS)
"""The ids of the places that the package has."""


def place_id(text: str) -> str:
    """The id of a place that is written in small or capital letters."""
    return text.casefold()


def place_hint(text: str, ids: Collection[str]) -> str:
    """How to write the place that was probably meant. ids: those of all places that there are."""
    english = locale_of("en").territories
    names = {english.get(id.upper(), id).casefold(): id for id in COUNTRIES}
    names |= {region.name.casefold(): id for id, region in REGIONS.items()}
    names |= {"uk": "gb", "uae": "ae", "usa": "us"}
    names |= {id: id for id in ids if id not in COUNTRIES}
    asked = place_id(text)
    if country_of(asked) is not None:
        return f"a part of a country is declared in data/places.yaml: {asked}: {{name: …}}"
    near = difflib.get_close_matches(asked, names, n=1, cutoff=0.8)
    if near:
        return f"write {names[near[0]]}"
    return "write the ISO 3166 code of a country, as in no, a region such as europe, or a place of data/places.yaml"

"""Places: the countries of ISO 3166, the regions of UN M49 and the usual unions, each with its countries.

The one table that entries, series, claims, maps and pages ask. A place is known by its id in small letters: the code
of a country (`no`) or the name of a region (`southeast-asia`). `docs/places.md` lists the regions and says how the
odd cases are decided; a test holds the two together.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from sitegen.model.basics.locales import locale_of


@dataclass(frozen=True, slots=True)
class Region:
    """A region wider than a country. countries: their ids."""

    name: str
    countries: frozenset[str]


# M49 with three moves: Cyprus stands in southern Europe; Taiwan and Kosovo, which M49 has not, are added.
_PARTS: Mapping[str, tuple[str, str]] = {
    "northern-europe": ("Northern Europe", "ax dk ee fi fo gb gg ie im is je lt lv no se sj"),
    "western-europe": ("Western Europe", "at be ch de fr li lu mc nl"),
    "eastern-europe": ("Eastern Europe", "bg by cz hu md pl ro ru sk ua"),
    "southern-europe": ("Southern Europe", "ad al ba cy es gi gr hr it me mk mt pt rs si sm va xk"),
    "central-asia": ("Central Asia", "kg kz tj tm uz"),
    "east-asia": ("East Asia", "cn hk jp kp kr mn mo tw"),
    "southeast-asia": ("Southeast Asia", "bn id kh la mm my ph sg th tl vn"),
    "south-asia": ("South Asia", "af bd bt in ir lk mv np pk"),
    "western-asia": ("Western Asia", "ae am az bh ge il iq jo kw lb om ps qa sa sy tr ye"),
    "north-africa": ("North Africa", "dz eg eh ly ma sd tn"),
    "east-africa": ("East Africa", "bi dj er et io ke km mg mu mw mz re rw sc so ss tf tz ug yt zm zw"),
    "central-africa": ("Central Africa", "ao cd cf cg cm ga gq st td"),
    "southern-africa": ("Southern Africa", "bw ls na sz za"),
    "west-africa": ("West Africa", "bf bj ci cv gh gm gn gw lr ml mr ne ng sh sl sn tg"),
    "caribbean": ("Caribbean", "ag ai aw bb bl bq bs cu cw dm do gd gp ht jm kn ky lc mf mq ms pr sx tc tt vc vg vi"),
    "central-america": ("Central America", "bz cr gt hn mx ni pa sv"),
    "south-america": ("South America", "ar bo br bv cl co ec fk gf gs gy pe py sr uy ve"),
    "oceania": (
        "Oceania",
        "as au cc ck cx fj fm gu hm ki mh mp nc nf nr nu nz pf pg pn pw sb tk to tv um vu wf ws",
    ),
}
_UNIONS: Mapping[str, tuple[str, str]] = {
    "eu": (
        "European Union",
        "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk",
    ),
    "gulf": ("Gulf states", "ae bh kw om qa sa"),
    "middle-east": ("Middle East", "ae bh eg il iq ir jo kw lb om ps qa sa sy tr ye"),
    "europe": ("Europe", "northern-europe western-europe eastern-europe southern-europe"),
    "asia": ("Asia", "central-asia east-asia southeast-asia south-asia western-asia middle-east"),
    "africa": ("Africa", "north-africa east-africa central-africa southern-africa west-africa"),
    "latin-america": ("Latin America", "caribbean central-america south-america"),
    "north-america": ("North America", "bm ca gl mx pm us"),
    "world": ("Worldwide", "europe asia africa north-america latin-america oceania aq"),
}
"""Unions of countries and of regions that stand before them."""


def _regions() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for id, (name, members) in (*_PARTS.items(), *_UNIONS.items()):
        countries = (found[m].countries if m in found else frozenset({m}) for m in members.split())
        found[id] = Region(name, frozenset().union(*countries))
    return found


REGIONS: Mapping[str, Region] = _regions()
"""Every region by its id."""
COUNTRIES: frozenset[str] = REGIONS["world"].countries
"""The id of every country and territory of ISO 3166, and `xk`."""
_CONTINENTS = ("world", "europe", "asia", "africa", "north-america", "latin-america", "oceania")


def place_id(text: str) -> str | None:
    """The id of the place that is written in small or capital letters; None if there is no such place."""
    id = text.lower()
    return id if id in COUNTRIES or id in REGIONS else None


def countries(place: str) -> frozenset[str]:
    """The countries of a region; a country is its own. Raises KeyError for an id that is no place."""
    return frozenset({place}) if place in COUNTRIES else REGIONS[place].countries


def within(inner: str, outer: str) -> bool:
    """True if every country of the one place lies in the other: also for a place and itself."""
    return countries(inner) <= countries(outer)


def place_name(place: str, locale: str) -> str:
    """The name of a country in the locale's language, or of a region."""
    if place in REGIONS:
        return REGIONS[place].name
    return str(locale_of(locale).territories.get(place.upper(), place.upper()))


def place_order(place: str, locale: str) -> tuple[int, int, str]:
    """Sorts places as pages list them: the world, then by continent, the wider regions of each before its countries.

    A country of two continents stands with the later of the two: Egypt with Africa, Mexico with Latin America.
    """
    at = next(n for n, id in reversed(tuple(enumerate(_CONTINENTS))) if within(place, id))
    return at, -len(countries(place)), place_name(place, locale).casefold()


def place_hint(text: str) -> str:
    """How to write the place that was probably meant."""
    english = Locale("en").territories
    names = {english.get(id.upper(), id).lower(): id for id in COUNTRIES}
    names |= {region.name.lower(): id for id, region in REGIONS.items()} | {id: id for id in REGIONS}
    names |= {"uk": "gb", "uae": "ae", "usa": "us"}
    near = difflib.get_close_matches(text.lower(), names, n=1, cutoff=0.8)
    if near:
        return f"write {names[near[0]]}"
    return "write the ISO 3166 code of a country, as in no, or a region such as europe"

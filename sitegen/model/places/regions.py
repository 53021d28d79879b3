"""The countries of ISO 3166, the regions of UN M49 and the usual unions, each with its countries.

Ids are lower case: the code of a country (`no`) or the name of a region (`southeast-asia`). `docs/places.md` lists the
regions and says how the odd cases are decided; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Region(Struct, frozen=True):
    """A region wider than a country. name: in English. code: by which Babel knows it, or "". countries: their ids."""

    name: str
    code: str
    countries: frozenset[str]


# M49 with three moves: Cyprus stands in southern Europe; Taiwan and Kosovo, which M49 has not, are added.
_PARTS: Mapping[str, tuple[str, str, str]] = {
    "northern-europe": ("Northern Europe", "154", "ax dk ee fi fo gb gg ie im is je lt lv no se sj"),
    "western-europe": ("Western Europe", "155", "at be ch de fr li lu mc nl"),
    "eastern-europe": ("Eastern Europe", "151", "bg by cz hu md pl ro ru sk ua"),
    "southern-europe": ("Southern Europe", "039", "ad al ba cy es gi gr hr it me mk mt pt rs si sm va xk"),
    "central-asia": ("Central Asia", "143", "kg kz tj tm uz"),
    "east-asia": ("East Asia", "030", "cn hk jp kp kr mn mo tw"),
    "southeast-asia": ("Southeast Asia", "035", "bn id kh la mm my ph sg th tl vn"),
    "south-asia": ("South Asia", "034", "af bd bt in ir lk mv np pk"),
    "western-asia": ("Western Asia", "145", "ae am az bh ge il iq jo kw lb om ps qa sa sy tr ye"),
    "north-africa": ("North Africa", "015", "dz eg eh ly ma sd tn"),
    "east-africa": ("East Africa", "014", "bi dj er et io ke km mg mu mw mz re rw sc so ss tf tz ug yt zm zw"),
    "central-africa": ("Central Africa", "017", "ao cd cf cg cm ga gq st td"),
    "southern-africa": ("Southern Africa", "018", "bw ls na sz za"),
    "west-africa": ("West Africa", "011", "bf bj ci cv gh gm gn gw lr ml mr ne ng sh sl sn tg"),
    "caribbean": (
        "Caribbean",
        "029",
        "ag ai aw bb bl bq bs cu cw dm do gd gp ht jm kn ky lc mf mq ms pr sx tc tt vc vg vi",
    ),
    "central-america": ("Central America", "013", "bz cr gt hn mx ni pa sv"),
    "south-america": ("South America", "005", "ar bo br bv cl co ec fk gf gs gy pe py sr uy ve"),
    "oceania": (
        "Oceania",
        "009",
        "as au cc ck cx fj fm gu hm ki mh mp nc nf nr nu nz pf pg pn pw sb tk to tv um vu wf ws",
    ),
}
_UNIONS: Mapping[str, tuple[str, str, str]] = {
    "eu": (
        "European Union",
        "EU",
        "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk",
    ),
    "gulf": ("Gulf states", "", "ae bh kw om qa sa"),
    "middle-east": ("Middle East", "", "ae bh eg il iq ir jo kw lb om ps qa sa sy tr ye"),
    "europe": ("Europe", "150", "northern-europe western-europe eastern-europe southern-europe"),
    "asia": ("Asia", "142", "central-asia east-asia southeast-asia south-asia western-asia middle-east"),
    "africa": ("Africa", "002", "north-africa east-africa central-africa southern-africa west-africa"),
    "latin-america": ("Latin America", "419", "caribbean central-america south-america"),
    "north-america": ("North America", "003", "bm ca gl mx pm us"),
    "world": ("Worldwide", "001", "europe asia africa north-america latin-america oceania aq"),
}
"""Unions of countries and of regions that stand before them."""


def _regions() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for id, (name, code, members) in (*_PARTS.items(), *_UNIONS.items()):
        countries = (found[m].countries if m in found else frozenset({m}) for m in members.split())
        found[id] = Region(name, code, frozenset().union(*countries))
    return found


REGIONS: Mapping[str, Region] = _regions()
"""Every region by its id."""
COUNTRIES: frozenset[str] = REGIONS["world"].countries
"""The id of every country and territory of ISO 3166, and `xk`."""
CONTINENTS = ("world", "europe", "asia", "africa", "north-america", "latin-america", "oceania")
"""The world, then its continents in the order of pages."""

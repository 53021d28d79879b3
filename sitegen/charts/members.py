"""Which countries lie in the regions that a market entry can name, so that a map can show what was said of a region."""

from __future__ import annotations

EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EUROPE = f"{EU} AD AL BA BY CH GB GI GG IM IS JE LI MC MD ME MK NO RS RU SM UA VA XK FO AX"
GULF = "AE BH KW OM QA SA"
MIDDLE_EAST = f"{GULF} EG IL IQ IR JO LB PS SY TR YE"
SOUTHEAST = "BN ID KH LA MM MY PH SG TH TL VN"
CENTRAL = "KG KZ TJ TM UZ"
ASIA = (
    f"{GULF} {SOUTHEAST} {CENTRAL} AF AM AZ BD BT CN GE HK IL IN IQ IR JO JP KP KR LB LK MN MO MV NP PK PS SY TR TW YE"
)
AFRICA = (
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE"
    " NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW"
)
LATIN = "AR BO BR BS BB BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PR PY SR SV TT UY VC VE"
OCEANIA = "AU FJ FM KI MH NC NR NZ PF PG PW SB TO TV VU WS"

MEMBERS: dict[str, frozenset[str]] = {
    name: frozenset(codes.split())
    for name, codes in {
        "europe": EUROPE,
        "eu": EU,
        "middle-east": MIDDLE_EAST,
        "gulf": GULF,
        "southeast-asia": SOUTHEAST,
        "central-asia": CENTRAL,
        "asia": ASIA,
        "africa": AFRICA,
        "latin-america": LATIN,
        "north-america": "US CA MX",
        "oceania": OCEANIA,
    }.items()
}
"""ISO 3166 codes by region; `world` is not here: it would say nothing on a map."""

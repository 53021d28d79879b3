"""Words for the most or the least of several times, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Extremes(NamedTuple):
    """The words of one language for one end, as patterns.

    at: right before the figure that is the most of its series. then: of what was before it only. best: before the
    length of its time. judged: so too, where the most is not the best of everything. is_one: anywhere in the sentence
    of one figure.
    """

    at: str = "(?!)"
    then: str = "(?!)"
    best: str = "(?!)"
    judged: str = "(?!)"
    is_one: str = "(?!)"


HIGH: Mapping[str, Extremes] = {
    "en": Extremes(
        at=r"peak(?:s|ed)? (?:at|with)|topp(?:s|ed) out at|crest(?:s|ed) at",
        then=r"(?:hit|reached|set|at) an? (?:new |record |all-time )*(?:high|peak|record) (?:of|with)"
        r"|(?:hit|reached|climbed to|rose to) a (?:new )?record",
        best="highest|biggest|busiest",
        judged="best|strongest",
    ),
    "de": Extremes(
        then=r"(?:Höchststand|Rekord|Rekordwert|Hoch|Spitzenwert) (?:von|mit)",
        best="höchste[nmrs]?|größte[nmrs]?",
        judged="beste[nmrs]?|stärkste[nmrs]?",
        is_one="auf (?:dem|ihrem|seinem) Höhepunkt",
    ),
    "fr": Extremes(
        at=r"(?:un|le|son|leur) (?:pic|sommet) (?:à|de)|culmin\w+ à",
        then=r"(?:un|son) (?:nouveau )?(?:record|plus haut) (?:à|de)",
        best="plus (?:grande?|élevée?)",
        judged="meilleure?",
    ),
    "ja": Extremes(is_one="ピーク(?!時|タイム|を過)(?:と|に|だ|で)"),
    "zh": Extremes(is_one="(?:达到?|达至|为)(?:峰值|最高点|顶峰)"),
}
"""By language: words for the most."""
LOW: Mapping[str, Extremes] = {
    "en": Extremes(
        at=r"bottom(?:s|ed) out at|trough(?:s|ed) at",
        then=r"(?:hit|reached|fell to|sank to|at) an? (?:new |record |all-time )*(?:low|trough) of",
        best="lowest|smallest|quietest",
        judged="worst|weakest|poorest",
    ),
    "de": Extremes(
        then=r"(?:Tiefststand|Tief|Tiefstwert) (?:von|mit)",
        best="niedrigste[nmrs]?|kleinste[nmrs]?",
        judged="schlechteste[nmrs]?|schwächste[nmrs]?",
        is_one="auf (?:dem|ihrem|seinem) Tiefpunkt",
    ),
    "fr": Extremes(
        at=r"(?:un|le|son|leur) creux (?:à|de)",
        then=r"(?:un|son) (?:nouveau )?plus bas (?:à|de)",
        best="plus (?:petite?|basse|bas)",
        judged="pire|plus (?:mauvaise?|faible)",
    ),
    "zh": Extremes(is_one="(?:达到?|跌至|为)(?:谷底|最低点)"),
}
"""By language: words for the least."""
LENGTHS: Mapping[str, Mapping[str, str]] = {
    "en": {each: each for each in ("week", "month", "quarter", "half", "year")},
    "de": {"woche": "week", "monat": "month", "quartal": "quarter", "halbjahr": "half", "jahr": "year"},
    "fr": {"semaine": "week", "mois": "month", "trimestre": "quarter", "semestre": "half", "année": "year"},
}
"""By language: the nouns of the lengths of times."""
OTHER_ONE: Mapping[str, str] = {
    "en": r"\b(?:after|since|than|until|before|despite|although|though|but|yet|while|if|not|never|no|next|another"
    r"|one of|would|could|will|may|compared|against|from|nearly|almost"
    r"|outside|besides|exclud\w+|except|apart|among|leav\w+|seasons?|winter|spring|summer|autumn|half"
    r"|between|by|(?:first|last|next)\s\w+\s(?:months|quarters|weeks))\b|\?"
    r"|(?:second|third|fourth|\w-)[ -]?(?:best|worst|weakest|strongest|poorest)\b",
    "de": r"\b(?:nach|seit|als|bis|vor|trotz|obwohl|aber|doch|während|wenn|falls|nicht|nie|kein\w*|nächste\w*"
    r"|weitere\w*|eine[rs]? der|würde|wird|soll\w*|verglichen|gegenüber|fast|außer\w*|zweit\w*|dritt\w*)\b",
    "fr": r"\b(?:après|depuis|que|jusqu\w*|avant|malgré|mais|si|pas|jamais|prochaine?|autre|un des|une des|serai\w*"
    r"|contre|presque|sauf|hors|deuxième|second|troisième)\b|qu[’']",
    "ja": "後|以来|より|前|ない|なかった|次|過ぎ|もし|だけでなく|に次ぐ",
    "zh": "后|後|以来|比|之前|不|没|未|若|如果|仅次于|第二",
}
"""By language: with such words the extreme may be another one than that of the figure."""
OF_SOMETHING = r"\s(?:for|of)\s(?!the\s(?:year|company|firm|group|(?:two|three|four|twelve)\b)|its\b|all\b)(?-i:[a-z])"
"""Behind the length of a time: it is the most of something else, or of some only."""

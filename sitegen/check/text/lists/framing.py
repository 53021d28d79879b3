"""Words that stand around a count and deny it, blur it, spread it over other times, or call it money; by language."""

from __future__ import annotations

from collections.abc import Mapping

_SOLD = (
    "sell|sold|make|made|build|built|bake[ds]?|deliver(?:ed)?|export(?:ed)?|reach(?:ed)?|have|had|earn(?:ed)?"
    "|ship(?:ped)?"
)
DENIED: Mapping[str, str] = {
    "en": rf"(?:do|does|did|has|have|had)(?:\snot|n[’']t)\s(?:{_SOLD})|never\s(?:{_SOLD})",
    "de": "nicht|nie|niemals|keine",
    "fr": r"(?:pas|jamais)(?:\s[^\W\d_]+)?",
    "es": r"(?:no|nunca)\s(?:ha\s)?[^\W\d_]+",
    "it": r"non\s(?:ha\s|hanno\s)?(?:mai\s)?[^\W\d_]+",
    "pt": r"(?:não|nunca)\s[^\W\d_]+",
    "nl": "niet|nooit|geen",
    "sv": "inte|aldrig",
}
"""Right before a count: there were not so many."""
NOT_DENIED = (
    r"\b(?:but|only|just|sondern|nur|mais|seulement|sino|solo|ma|mas|só|maar|alleen|utan|bara|because|weil|whether|if|ob"
    r"|si)\b"
)
"""With these a sentence denies something else: "not 5 but 8"."""
NEAR: Mapping[str, str] = {
    "en": r"some|at least|at most|(?<!went )(?<!gone )(?<!goes )(?<!moved )up to|no more than",
    "de": r"rund|etwa|ungefähr|circa|ca\.|knapp|fast|beinahe|nahezu|gut|annähernd|mindestens|wenigstens|höchstens"
    "|bis zu",
    "fr": "environ|près de|presque|quelque|autour de|au moins|au plus|à peine",
    "es": "unos|unas|casi|cerca de|alrededor de|aproximadamente|al menos|como máximo",
    "it": "circa|quasi|almeno|al massimo",
    "pt": "cerca de|quase|aproximadamente|pelo menos|no máximo",
    "nl": "ongeveer|bijna|circa|ruim|minstens|hoogstens|tot wel",
    "sv": "ungefär|cirka|nästan|drygt|minst|högst|upp till",
    "ja": "約|およそ|ほぼ|少なくとも",
    "zh": "约|大约|近|将近|至少|最多",
}
"""Right before a count that the data give exactly: it is not that number."""
BELOW: Mapping[str, str] = {"en": "(?:fewer|less) than|under|below", "de": "weniger als", "fr": "moins de"}
"""Right before a count of whom the sentence is: it would be less than itself."""
EVERY: Mapping[str, str] = {
    "en": "every|each|per|in an?(?: single)?",
    "de": "jede[nrms]?|pro|je|in einem|in einer",
    "fr": "chaque|par|en une?",
    "es": "cada|por|al",
    "it": "ogni|al",
    "pt": "cada|por",
    "nl": "elke|per",
    "sv": "varje|per",
}
"""Before the noun of a time: so many in each."""
ADVERBS: Mapping[str, Mapping[str, str]] = {
    "en": {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"},
    "de": {"täglich": "day", "wöchentlich": "week", "monatlich": "month", "im monat": "month", "am tag": "day"},
    "fr": {"quotidiennement": "day", "mensuellement": "month"},
    "ja": {"毎日": "day", "毎週": "week", "毎月": "month", "月に": "month"},
    "zh": {"每天": "day", "每日": "day", "每周": "week", "每月": "month"},
}
"""Adverbs that say so too."""
MONEY: Mapping[str, str] = {
    "en": "profits?|revenues?|turnover|income|earnings|costs?|prices?|loss(?:es)?",
    "de": "Gewinn|Umsatz|Erlös|Kosten|Preis|Verlust|Ergebnis",
    "fr": "bénéfice|chiffre d[’']affaires|revenus?|coûts?|prix|perte",
    "es": "beneficios?|ingresos|costes?|precio|pérdidas?",
}
"""What is counted in money."""
ALIKE = (
    "profit|income|earning|gewinn|ergebnis|bénéfice|beneficio",
    "revenue|turnover|income|sales|umsatz|erlös|chiffre|revenu|ingresos",
    "price|cost|preis|kosten|prix|coût|precio|coste",
)
"""Words for money that say the same."""
CHANGED: Mapping[str, str] = {
    "en": "growth|change|increase|decline",
    "de": "wachstum|veränderung|zuwachs|anstieg|rückgang",
    "fr": "croissance|variation",
    "ja": "増減|伸び率|成長率",
    "zh": "增长|变化|增长率",
}
"""The head of a row or a column of changes, in small letters."""
PACED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "quarterly": "quarter",
        "half-yearly": "half",
        "(?:annual|yearly)": "year",
    },
    "de": {
        "tägliche[nrs]?": "day",
        "wöchentliche[nrs]?": "week",
        "monatliche[nrs]?": "month",
        "vierteljährliche[nrs]?": "quarter",
        "jährliche[nrs]?": "year",
    },
}
"""By language: adjectives before what is counted, by the length of the time."""

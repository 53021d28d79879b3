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
BOUNDS = (
    "at least|at most|up to|no more than|mindestens|wenigstens|höchstens|bis zu|au moins|au plus|al menos|como máximo"
    "|almeno|al massimo|pelo menos|no máximo|minstens|hoogstens|tot wel|minst|högst|upp till|少なくとも|至少|最多"
)
"""Of these, words for the least or the most that there may be."""
NEEDED = (
    r"\b(?:can(?:not)?|could|never|not|must|needs?|needed|requires?|required|ha(?:s|ve|d) to|would|will|should|may|if"
    r"|promis\w*|pledg\w*|agree\w*|guarantee\w*|enough|since|until|always"
    r"|kann|können|nicht|nie|muss|müssen|braucht?|brauchen|soll\w*|dürf\w*|seit|immer|will"
    r"|jamais|pas|doit|doivent|faut|depuis|toujours|peut|peuvent|nunca|debe\w*|desde|siempre|puede\w*|mai|deve|devono"
    r"|sempre|può|precisa\w*|moet\w*|kan|nooit|sinds|altijd|må|skal)\b|必要|必须|以来|需要|[各每毎]"
)
"""With these a sentence is about how many there may or must be, at any time."""
BELOW: Mapping[str, str] = {"en": "(?:fewer|less) than|under|below", "de": "weniger als", "fr": "moins de"}
"""Right before a count of whom the sentence is: it would be less than itself."""
EVERY: Mapping[str, str] = {
    "en": "every|each|per|in an?(?: single)?",
    "de": "jede[nrms]?|pro|je|in einem|in einer",
    "fr": "chaque|par|en une?",
    "es": "cada|por|al",
    "it": "ogni|al",
    "pt": "cada|por",
    "nl": "elke?|iedere?|per",
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

"""How languages say when something was, besides the words of the site: "in the last quarter of 2025"."""

from __future__ import annotations

from collections.abc import Mapping

_COUNTS = (
    *("sales", "deliveries", "figure", "figures", "total", "result", "results", "numbers", "volume", "revenue"),
    *("profit", "output"),
)
"""What a year stands before to say when that was."""
_NTH = {
    "de": ("ersten", "zweiten", "dritten", "vierten"),
    "fr": ("premier", "deuxième", "troisième", "quatrième"),
    "es": ("primer", "segundo", "tercer", "cuarto"),
    "it": ("primo", "secondo", "terzo", "quarto"),
    "pt": ("primeiro", "segundo", "terceiro", "quarto"),
    "nl": ("eerste", "tweede", "derde", "vierde"),
    "sv": ("första", "andra", "tredje", "fjärde"),
    "da": ("første", "andet", "tredje", "fjerde"),
    "nb": ("første", "andre", "tredje", "fjerde"),
}


def _nth(n: int) -> str:
    """A French ordinal in digits."""
    return f"{n}{'er' if n == 1 else 'e'}"


def _ways(language: str, years: tuple[str, ...], *quarters: str) -> Mapping[str, tuple[str, ...]]:
    """How a language says years, and quarters, with # for the ordinal."""
    nth = enumerate(_NTH[language], 1)
    return {"": years, **{f"-Q{n}": tuple(each.replace("#", word) for each in quarters) for n, word in nth}}


_DE_SALES = tuple(f"{each} {{}}" for each in ("Absatz", "Umsatz", "Verkäufe", "Auslieferungen", "Ergebnis", "Gewinn"))
_FR_SALES = tuple(f"{each} {of}{{}}" for each in ("ventes", "livraisons", "résultat", "bénéfice") for of in ("de ", ""))
LAST = {
    "en": {
        "": (
            *("in the year {}", "in calendar year {}", "for the year {}", "in all of {}", "for all of {}"),
            *("in the whole of {}", "for {}", *(f"{{}} {count}" for count in _COUNTS)),
            *(f"{whole}{count} of {{}}" for whole in ("full-year ", "annual ", "") for count in _COUNTS),
            *(f"FY{each}{{}} {count}" for each in ("", " ") for count in _COUNTS),
        ),
        **{f"-Q{n}": (f"in the {n}{end} quarter of {{}}",) for n, end in enumerate(("st", "nd", "rd"), 1)},
        "-Q1": ("in the 1st quarter of {}", "in the first three months of {}"),
        "-Q4": (
            *("in the last quarter of {}", "in the final quarter of {}", "in the 4th quarter of {}"),
            *("in the last three months of {}", "in the final three months of {}"),
        ),
        "-H1": ("in the 1st half of {}", "in the first six months of {}"),
        "-H2": ("in the last half of {}", "in the 2nd half of {}", "in the last six months of {}"),
    },
    "de": {
        "": ("in {}", "im Jahr {}", "im Jahre {}", "im Kalenderjahr {}", "im Gesamtjahr {}", *_DE_SALES),
        **{
            f"-Q{n}": (f"im {word} Quartal {{}}", f"im {n}. Quartal {{}}", f"in Q{n} {{}}", f"im Q{n} {{}}")
            for n, word in enumerate(_NTH["de"], 1)
        },
        "-H1": ("im ersten Halbjahr {}", "im 1. Halbjahr {}"),
        "-H2": ("im zweiten Halbjahr {}", "im 2. Halbjahr {}"),
    },
    "fr": {
        "": ("en {}", "en l’an {}", "sur l’année {}", *_FR_SALES),
        **{
            f"-Q{n}": (
                f"au T{n} {{}}",
                *(f"au {each} trimestre {of}{{}}" for each in (word, _nth(n)) for of in ("", "de ")),
            )
            for n, word in enumerate(_NTH["fr"], 1)
        },
        "-H1": ("au premier semestre {}", "au premier semestre de {}"),
        "-H2": ("au second semestre {}", "au second semestre de {}", "au deuxième semestre {}"),
    },
    "es": _ways("es", ("en {}", "en el año {}", "durante {}"), "en el # trimestre de {}", "en el # trimestre {}"),
    "it": _ways("it", ("nel {}", "nell’anno {}"), "nel # trimestre del {}", "nel # trimestre {}"),
    "pt": _ways("pt", ("em {}", "no ano de {}"), "no # trimestre de {}"),
    "nl": _ways("nl", ("in {}", "in het jaar {}"), "in het # kwartaal van {}", "in het # kwartaal {}"),
    "sv": _ways("sv", ("under {}", "år {}"), "under # kvartalet {}", "i # kvartalet {}"),
    "da": _ways("da", ("i {}",), "i # kvartal {}"),
    "nb": _ways("nb", ("i {}",), "i # kvartal {}"),
    "zh": {
        **{
            f"-Q{n}": (f"{{}}年第{word}季度", f"{{}}年{word}季度", f"{{}}年第{n}季度")
            for n, word in enumerate("一二三四", 1)
        },
        "-H1": ("{}年上半年",),
        "-H2": ("{}年下半年",),
    },
    "ja": {
        **{f"-Q{n}": (f"{{}}年第{n}四半期", f"{{}}年第{word}四半期") for n, word in enumerate("一二三四", 1)},
        "-H1": ("{}年上半期", "{}年上期"),
        "-H2": ("{}年下半期", "{}年下期"),
    },
}
WEEKS = "[Ww]eeks?|[Ww]k|CW|KW|Kalenderwochen?|Wochen?|[Ss]emaines?|[Uu]ke|[Uu]ge|[Vv]ecka|[Ss]emana|[Ss]ettimana"
"""Words before the number of a week."""
NUMBERED_WEEKS = "Kalenderwoche|KW|tydzień|tygodniu|tygodnia"
"""Words behind the number of a week and a full stop."""
WEEKLY = {
    "en": ("in week {week}, {year}", "in wk {week} of {year}"),
    "de": (
        "in KW {week}/{year}",
        "in KW {week} {year}",
        "in der {week}. Kalenderwoche {year}",
        "in Kalenderwoche {week} {year}",
    ),
    "fr": ("en semaine {week} de {year}", "en semaine {week} {year}"),
    "es": ("en la semana {week} de {year}",),
    "nl": ("in week {week} van {year}",),
    **dict.fromkeys(("nb", "da"), ("i uke {week} i {year}", "i uge {week} i {year}", "i uke {week} {year}")),
    "zh": ("{year}年第{week}周",),
    "ja": ("{year}年第{week}週",),
}
"""By language: a week of a year, besides the words of the site."""
MONTHLY = {
    "de": "im {} {}",
    "fr": "en {} {}",
    "es": "en {} de {}",
    "it": "nel {} {}",
    "pt": "em {} de {}",
    **dict.fromkeys(("sv", "da", "nb"), "i {} {}"),
}
"""By language: how a month of a year is said, of which the words of the site are not known."""
CODED = {"en": ("in {}", "during {}")}
"""By language: other words for a part of a year, and those before the period as the data write it."""
UNTIL = {"en": ("by {}", "up to {}"), "de": ("bis {}", "bis Ende {}"), "fr": ("jusqu’en {}", "jusqu’à {}")}
"""By language: until when something was counted."""
_SEASONS = {
    "en": ("in {} {{}}", "in the {} {{}}", "in the {} of {{}}"),
    "de": ("im {} {{}}",),
    "fr": ("au {} {{}}", "au {} de {{}}", "à l’{} {{}}", "à l’{} de {{}}", "en {} {{}}"),
}
"""By language: a season of a year, of which the year is known."""
_SPRING = {
    "en": ("spring", "summer", "autumn", "fall", "winter"),
    "de": ("Frühjahr", "Frühling", "Sommer", "Herbst", "Winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
}
SOMEWHERE = {
    "en": (
        *("in early {}", "in mid-{}", "in late {}", "early in {}", "late in {}", "during {}", "throughout {}"),
        *(f"in the {part} of {{}}" for part in ("course", "middle")),
        *(f"at the {part} of {{}}" for part in ("beginning", "start", "end")),
        *(way.format(each) for way in _SEASONS["en"] for each in _SPRING["en"]),
    ),
    "de": (
        *("Anfang {}", "Mitte {}", "Ende {}"),
        *(way.format(each) for way in _SEASONS["de"] for each in _SPRING["de"]),
    ),
    "fr": (
        *("début {}", "fin {}", "mi-{}", "courant {}"),
        *(way.format(each) for way in _SEASONS["fr"] for each in _SPRING["fr"]),
    ),
}
"""By language: words for a time in a year of which the days are not known."""
FINANCIAL = (
    r"(?:FY|[Ff]iscal(?: year)?|[Ff]inancial year|Geschäftsjahr(?:es)?|[Ee]xercice|[Ee]jercicio|[Ee]sercizio|boekjaar"
    r"|räkenskapsåret|regnskabsåret|regnskapsåret)\s?"
)
"""Words before the number of a financial year."""

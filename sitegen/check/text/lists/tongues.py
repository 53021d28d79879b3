"""Words of quantity, order and comparison of other languages than English, as `wordlist` has them; and their phrases
that claim nothing.

They are few and precise: superlatives of size, multiples, spelled thousands and parts, and words for overtaking. In a
sentence with a figure only quantities and multiples count: there the figure says what is compared.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.check.text.lists.wordlist import FIGURE, Kind, Term

_NO_NUMBER = rf"(?! (?:rund |etwa |environ )?(?:\d|{FIGURE}))"


def _language(
    quantity: str, multiple: str, compares: str, most: str, headline: tuple[str, str, str] = ("", "", "")
) -> tuple[Term, ...]:
    """The list of a language. headline: quantities, comparatives and superlatives that are only looked for there."""
    strong = (
        Term("quantity", True, (quantity,)),
        Term("comparative", True, (multiple,), multiple=True),
        Term("comparative", True, (compares,)),
        Term("superlative", True, (most,)),
    )
    kinds: tuple[Kind, ...] = ("quantity", "comparative", "superlative")
    return (*strong, *(Term(kind, False, (words,)) for kind, words in zip(kinds, headline, strict=True) if words))


_DE_ONES = "ein|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\w+zehn|\\w+zig"
_DE_SIZES = "größt|höchst|niedrigst|kleinst|schnellst|billigst|teuerst|stärkst|schwächst|erfolgreichst|beliebtest"
_DE_BIGGER = "(?:größ|klein|höh|niedrig|schnell|langsam|stärk|schwäch|billig|teur|bess|schlecht)"
_DE_SOLD = "(?:verkauf|liefer|produzier|exportier|back|buk)\\w*(?: \\d{4})?"
_FR_ONES = (
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize|vingt|trente|quarante|cinquante|soixante"
)
_FR_SIZES = (
    "grande?|gros(?:se)?|petite?|haute?|bas(?:se)?|forte?|faible|rapide|cher|chère|vendue?|rentable|élevée?|importante?"
)
_ES_ONES = "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cuarenta|cincuenta|sesenta|cien|quinientos"
_PT_ONES = "dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|vinte|trinta|quarenta|cinquenta|sessenta|cem"
_NL_ONES = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\\w+tien|\\w+tig|honderd"
_SV_ONES = "två|tre|fyra|fem|sex|sju|åtta|nio|tio|\\w+ton|\\w+tio|hundra"

TONGUES: Mapping[str, tuple[Term, ...]] = {
    "de": _language(
        f"(?:{_DE_ONES})(?:hundert|tausend)\\w*|(?:{_DE_ONES}|einige|mehrere|viele) (?:million|milliarde)(?:en)?"
        "|(?:hunderte|tausende|zehntausende|millionen) (?:von|der)|(?:hunderte|tausende) [\\w-]+"
        "|(?:ein|zwei|drei|vier) (?:drittel|viertel|fünftel|zehntel) (?:der|des|aller|davon|ihrer|seiner|mehr|weniger)"
        "|die hälfte (?:der|des|aller|von|davon|ihrer|seiner)(?! jahre?s?| zeit)|um die hälfte|mehrheit (?:der|des)"
        f"|(?:{_DE_ONES}) (?:prozent|von (?:drei|vier|fünf|zehn))"
        "|jede[rsnm]? (?:zweite|dritte|vierte|fünfte|zehnte)n?(?! (?:tag|woche|monat|jahr|mal))",
        "ver(?:doppel|dreifach|vierfach|fünffach|zehnfach)\\w+|halbier\\w+"
        "|(?:doppelt|halb|\\w+mal) so (?:viele?|hoch|groß|teuer|schnell|stark)|das (?:doppelte|dreifache|vierfache)",
        "überhol(?:t|te|ten|en)|übertr(?:af|afen|offen|ifft|effen)|überflügel\\w+"
        f"|{_DE_SOLD} (?:mehr|weniger)(?: [\\w-]+)? als{_NO_NUMBER}|genauso viele|ebenso viele",
        f"(?:zweit|dritt|viert|fünft)?(?:{_DE_SIZES})e[mnrs]?|(?:meist|best)verkauft\\w*|umsatzstärkst\\w+"
        "|am (?:schnellsten|stärksten|besten verkauf\\w+)|marktführer\\w*|nummer eins"
        f"|{_DE_SOLD} die (?:meisten|wenigsten)|rekord(?:jahr|quartal|monat|absatz|umsatz|gewinn|ergebnis|hoch"
        f"|tief)\\w*",
        (
            "(?:ein|zwei|drei) (?:drittel|viertel)|(?:die )?hälfte|dutzende?",
            f"(?:mehr|weniger|{_DE_BIGGER}er)(?: [\\w-]+){{0,4}} als{_NO_NUMBER}|schneller|schlägt|besiegt"
            f"|liegt vorn|holt auf"
            "|zieht davon|zieht vorbei|fällt zurück|bricht ein|stürzt ab|boomt|gleichauf|nur [\\w-]+ (?:wächst|wuchs)",
            "rekord\\w*|führt(?= |[.,;]|$)(?! (?:zu|ein|aus|an|durch)(?!\\w))|führende?[nrs]?|spitzenreiter\\w*"
            "|an der spitze"
            "|die meisten|die wenigsten|schlusslicht|(?:ersten|zweiten|letzten) (?:platz|rang)",
        ),
    ),
    "fr": _language(
        f"(?:(?:{_FR_ONES})[ -])+(?:mille|millions?|milliards?|cents?)|(?:un|plusieurs|des) (?:millions?|milliards?)"
        "|(?:dizaines|centaines|milliers) d[e’'] ?|une (?:douzaine|vingtaine|trentaine|cinquantaine|centaine) d[e’'] ?"
        "|(?:deux|trois) (?:tiers|quarts)(?! d[’']heure)|un (?:tiers|quart|cinquième|dixième) (?:des?|du|de plus"
        "|de moins)"
        "|la moitié (?:des?|du|d[’'])|de moitié|(?:la majorité|la plupart) (?:des ventes|du marché)"
        f"|(?:{_FR_ONES}) pour cent|une? [\\w-]+ sur (?:deux|trois|quatre|cinq|dix)",
        f"(?:{_FR_ONES}) fois (?:plus|moins|autant|la|le)|(?:doublé|triplé|quadruplé)e?s?|le (?:double|triple) d",
        "(?:surpass|devanc|distanc)(?:ée?s?|e|ent|ait|a)|(?:a|ont|avait) dépassé(?! (?:d[eu]|les?|la|l[’'])(?!\\w))"
        f"|(?:vend|livr|produi|export|fabri)\\w*(?: en \\d{{4}})? (?:plus|moins"
        f"|autant) d[e’'] ?[\\w-]+ qu[e’']{_NO_NUMBER}",
        f"(?:le|la|les|l[’'][\\w-]+ la|deuxième|troisième) plus (?:{_FR_SIZES})s?|(?:la |les )?mieux vendue?s?"
        "|leaders? du marché|numéro un|record (?:historique|absolu|de ventes)|(?:année|ventes|trimestre"
        "|niveau)s? records?"
        "|vend\\w*(?: en \\d{4})? le (?:plus|moins)",
        (
            "moitié|tiers|dizaines?|douzaines?",
            f"dépass(?:ée?s?|e|ent)|bat|battue?s?|double|triple|rattrape|(?:plus"
            f"|moins)(?: [\\w-]+){{0,4}} qu[e’']{_NO_NUMBER}"
            "|plus vite|à égalité|creuse l[’']écart|s[’']effondr\\w+|explos\\w+|seule? [\\w-]+ (?:croît|progresse)",
            "records?|(?:le|la) (?:plus|moins) d[e’']|première place|en tête|meilleure?s?|pire|domine|leader|mène",
        ),
    ),
    "es": _language(
        f"(?:(?:{_ES_ONES})(?: y)? )+(?:mil|millones)|un millón|(?:decenas|cientos|miles|millones) de"
        "|la mitad de|(?:un|dos) tercios? de|un cuarto de(?! hora)",
        "(?:el|al) (?:doble|triple)|(?:du|tri)plic(?:ó|a|an|aron|ado|ada)",
        "super(?:ó|aron|a|an) a|adelant(?:ó|aron) a|(?:vend|export)\\w* (?:más|menos)(?: [\\w-]+)? que(?! \\d)",
        "(?:el|la|los|las) (?:mayor|menor)(?:es)?(?! parte)|(?:el|la|los|las)(?: [\\w-]+)? (?:más"
        "|menos) (?:grande|vendid[oa]"
        "|alt[oa]|baj[oa]|rápid[oa]|caro|cara|barat[oa])s?|líder(?:es)? del mercado|número uno|(?:año|ventas"
        "|cifra)s? récord",
        ("mitad|tercio", "supera|duplica|(?:más|menos)(?: [\\w-]+){0,3} que(?! \\d)", "récord|lidera|mejor|peor|líder"),
    ),
    "it": _language(
        "(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\\w+ti|\\w+anta|cento)(?:mila| milioni| miliardi)"
        "|un milione"
        "|(?:decine|centinaia|migliaia|milioni) di|la metà d|(?:un terzo|due terzi) d|un quarto d(?!['’]ora)",
        "raddoppi(?:ato|ata|ati|a|ano)|triplic(?:ato|ata|a|ano)|il (?:doppio|triplo)",
        "super(?:ato|ò|arono)|sorpass\\w+|(?:vend|export)\\w* (?:più|meno)(?: [\\w-]+)? (?:di|che)(?! \\d)",
        "(?:il|la|i|gli|le) (?:più|meno) (?:(?:grand|vendut|alt|bass|veloc)[aeio]|caro|cara|cari)|(?:il"
        "|la) maggiore|leader di mercato"
        "|numero uno|(?:anno|vendite) record",
        ("metà|terzo", "supera|raddoppia|(?:più|meno)(?: [\\w-]+){0,3} (?:di|che)(?! \\d)", "record|guida|leader"),
    ),
    "pt": _language(
        f"(?:(?:{_PT_ONES})(?: e)? )+(?:mil|milhões)|um milhão|(?:dezenas|centenas|milhares|milhões) de"
        "|(?:a )?metade d[aeo]s?|(?:um terço|dois terços) d[aeo]s?",
        "(?:o|ao) (?:dobro|triplo)|(?:du|tri)plic(?:ou|aram|ado|ada|a|am)|dobr(?:ou|aram)",
        "super(?:ou|aram)|ultrapass(?:ou|aram|a)|(?:vend|export)\\w* (?:mais|menos)(?: [\\w-]+)? (?:do )?que(?! \\d)",
        "(?:o|a|os|as) (?:maior|menor)(?:es)?(?! parte)|(?:o|a|os|as)(?: [\\w-]+)? mais (?:(?:vendid|alt|baix"
        "|rápid)[ao]|caro|cara)s?"
        "|líder(?:es)? do mercado|número um|recorde de vendas",
        (
            "metade|terço",
            "supera|dobra|(?:mais|menos)(?: [\\w-]+){0,3} que(?! \\d)",
            "recorde|lidera|melhor|pior|líder",
        ),
    ),
    "nl": _language(
        f"(?:{_NL_ONES})(?:duizend| miljoen| miljard)|(?:tientallen|honderden|duizenden|miljoenen) [\\w-]+"
        "|de helft van|(?:een|twee) derde van|een kwart van",
        f"ver(?:dubbel|drievoudig|viervoudig)\\w+|gehalveerd|(?:{_NL_ONES}) keer zo|twee ?maal zo|het (?:dubbele"
        f"|drievoudige)",
        "overtr(?:of|offen|eft)|voorbijgestreefd|haalde [\\w-]+ in|(?:verko[ch]+t|verkopen|leverde)\\w*(?: \\d{4})?"
        " (?:meer|minder)(?: [\\w-]+)? dan(?! \\d)",
        "(?:op )?(?:een|twee|drie)?(?:na )?(?:grootste|kleinste|hoogste|laagste|snelste|goedkoopste|duurste"
        "|meest verkochte)"
        "|best verkop\\w+|marktleider\\w*|nummer een|record(?:jaar|omzet|verkoop|winst|kwartaal)",
        (
            "helft|derde van",
            "verslaat|passeert|(?:meer|minder|(?:grot|klein|hog|lag|snell|sterk|zwakk|bet"
            "|slecht)er)(?: [\\w-]+){0,4} dan(?! \\d)",
            "record\\w*|leidt|koploper",
        ),
    ),
    "sv": _language(
        f"(?:{_SV_ONES})(?:tusen| miljoner| miljarder)|(?:tiotals|hundratals|tusentals|miljontals) [\\w-]+|hälften av"
        "|(?:en|två) tredjedel(?:ar)? av|en fjärdedel av",
        f"(?:för|tre|fyr)dubbl\\w+|halver\\w+|(?:dubbelt|{_SV_ONES} gånger) så",
        "överträff\\w+|gick om|(?:sålde|säljer|levererade)(?: [\\w-]+)? (?:fler|färre|mer"
        "|mindre)(?: [\\w-]+)? än(?! \\d)",
        "(?:näst )?(?:störst|minst|högst|lägst|snabbast|billigast|dyrast)[ae]|(?:mest|bäst) säljande|marknadsleda\\w+"
        "|rekord(?:år|försäljning|kvartal|vinst)",
        (
            "hälften|tredjedel",
            "slår|passerar|(?:fler|färre|mer|(?:stör|mind|hög|läg|snabba|bätt|säm)re)(?: [\\w-]+){0,4} än(?! \\d)",
            "rekord\\w*|leder",
        ),
    ),
}
"""The list of each language, by the first part of its code."""
TONGUES_QUIET: Mapping[str, tuple[str, ...]] = {
    "de": (
        "(?:zum |der |den |des |dem )?größte[nrms]? teils?|höchste zeit|kleinste\\w? gemeinsame\\w*|mehr oder weniger"
        "|nicht mehr als|die hälfte (?:des (?:jahres|monats)|der (?:zeit|woche))|(?:ersten|zweiten|letzten) rang und",
    ),
    "fr": (
        "(?:la )?plus grande partie|au plus tard|plus ou moins|le plus souvent|deux fois par|tiers monde"
        "|double vitrage",
    ),
}
"""Phrases with such a word that claim nothing."""

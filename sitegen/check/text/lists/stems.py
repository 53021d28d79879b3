"""Which words of a text say something by themselves, and which of two say the same: "sells" and "sold"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.reading.markdown import BLANK

_SILENT: Mapping[str, str] = {
    "en": "a an the this that these those it its itself they them their theirs he she his her we our us you your i my"
    " who whom whose which what there here one ones both either other others each"
    " of in on at by to from for with as into onto over under up down out off about than between among within during"
    " through before after until till towards per via amid"
    " and or but so yet nor if while whereas though although because since when where how why then thus also too"
    " is are was were be been being am has have had having do does did done doing will would can could shall should may"
    " might must stay stays stayed remain remains remained become becomes became get gets got s t",
    "de": "der die das des dem den ein eine einer eines einem einen es er sie ihr ihre ihrer ihres ihrem ihren sein"
    " seine seiner seines seinem seinen wir unser dies diese dieser dieses diesem diesen jene wer was welche welcher"
    " beide beiden in im ins an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne über um unter von"
    " vom vor wegen zu zum zur zwischen als wie und oder aber denn doch so dann auch dort hier da dass weil wenn"
    " während obwohl wo ist sind war waren bin wird werden wurde wurden worden geworden hat haben hatte hatten gehabt"
    " kann können konnte konnten soll sollen sollte muss müssen musste blieb bleibt bleiben blieben geblieben",
    "fr": "le la les l un une des du de d au aux ce cet cette ces il elle ils elles on se s son sa ses leur leurs nous"
    " notre vous qui que qu quoi dont où quel quelle y en dans sur sous par pour avec sans chez entre vers depuis avant"
    " après pendant et ou mais donc car ni si comme quand lorsque alors aussi plus moins est sont était étaient fut"
    " furent être été a ont avait avaient eut eu avoir fait font reste restent resté restait restaient",
}
"""By language: words that claim nothing by themselves."""
_ALIKE: Mapping[str, str] = {
    "en": "sell sells sold selling|grow grew grown|rise rose risen|fall fell fallen|lead led|make made making|build"
    " built|go goes went gone|hold held|lose lost losing|begin began begun|come came|buy bought|take took taken|give"
    " gave given|keep kept|win won|stand stood|pay paid|say said|see saw seen|write wrote written|bring brought"
    "|outsell outsold outsells|overtake overtook overtaken|shrink shrank shrunk|bake baked|loaf loaves|person people"
    "|man men|woman women|good better best|bad worse worst|far further farther"
    "|below under behind less fewer lower smaller|above over ahead more higher larger bigger greater",
    "de": "verkauft verkaufte verkaufen verkaufte|wuchs wächst wachsen gewachsen|stieg steigt gestiegen steigen|fiel"
    " fällt gefallen fallen|sank sinkt gesunken|gab gibt gegeben|nahm nimmt genommen|verlor verliert verloren|gewann"
    " gewinnt gewonnen|lag liegt gelegen|stand steht|weniger kleiner niedriger unter hinter|mehr größer höher über vor",
    "fr": "vend vendu vendait vendent|croît crû croissait|vaut valait",
}
"""By language: words that say the same though they do not begin alike."""
_CONTRARY: Mapping[str, str] = {
    "en": "faster slower|more fewer|more less|higher lower|larger smaller|bigger smaller|above below|ahead behind"
    "|grew shrank|grew fell|rose fell|rises falls|grows shrinks|most least|first last|gained lost|better worse",
    "de": "schneller langsamer|mehr weniger|höher niedriger|größer kleiner|über unter|vor hinter|stieg fiel"
    "|wuchs schrumpfte|stieg sank|gewann verlor",
    "fr": "plus moins|supérieur inférieur|monté baissé|devant derrière",
}
"""By language: pairs that say the contrary of each other."""
_WIDER: Mapping[str, str] = {
    "en": "always|ever|every|each|all|any(?:one|body|where)?|every(?:one|body|where)|forever|nobody|no one"
    r"|since (?:[\w]+ ){0,2}\d{4}",
    "de": r"immer|stets|jede[mnrs]?|alle[nr]?|überall|niemand|keiner|seit (?:[\w]+ ){0,2}\d{4}",
    "fr": r"toujours|chaque|tou(?:t|te|tes|s)|partout|personne|depuis (?:[\w]+ ){0,2}\d{4}",
}
"""By language: words that make more of a statement than it is: "in every quarter", "than anyone"."""
_THAN: Mapping[str, str] = {
    "en": r"\bthan (?:(?:in|a|an|one|the|it|did|was|last) ){0,3}(?:years?|quarters?|months?|weeks?|half|ever"
    r"|before|usual|expected|planned)\b",
    "de": r"\bals (?:(?:im|ein|vor|einem) ){0,2}(?:Jahr|Vorjahr|Quartal|Monat|Woche|je|zuvor|erwartet|geplant)\b",
    "fr": r"\bqu(?:e |[’'])(?:(?:un|l|en|il|y|a) ){0,3}(?:an|année|trimestre|mois|semaine|jamais|avant|prévu)\b",
}
"""By language: with what a count of one time is compared, and not with that of another company."""
_HOW_MANY = re.compile(r"\b(?:more|fewer|less|most|mehr|weniger|plus|moins)\Z", re.IGNORECASE)
_CLAUSE = re.compile(rf"[.,;:!?()–—{BLANK}]|\s(?:and|but|while|und|aber|et|mais)\s")
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4


def unsaid(words: str, text: str, language: str) -> Iterator[str]:
    """The words that say something and of which a text has no form; of a language without a list there are none."""
    there = [each.lower() for each in _WORD.findall(text)]
    for word in _WORD.findall(words) if language in _SILENT else ():
        own = word.lower()
        if own not in _silent(language) and not any(_same(own, other, language) for other in there):
            yield word


def _same(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one: they begin alike, or a list says so."""
    short, long = sorted((one, other), key=len)
    if one[:_STEM] == other[:_STEM] or (len(short) > 2 and long.startswith(short) and len(long) < len(short) + 3):
        return True
    group = _groups(language).get(one)
    return group is not None and group == _groups(language).get(other)


@cache
def _silent(language: str) -> frozenset[str]:
    return frozenset(_SILENT[language].split())


@cache
def _groups(language: str) -> Mapping[str, int]:
    every = enumerate(_ALIKE.get(language, "").split("|"))
    return {word: number for number, group in every for word in group.split()}


def wider(before: str, words: str, after: str, text: str, language: str) -> Iterator[str]:
    """What stands right around some words of a text and makes more of them, or another count, than the text says."""
    rest = _CLAUSE.split(after, maxsplit=1)[0]
    pattern = _WIDER.get(language, "(?!)")
    found = [
        re.search(rf"(?i)(?<![\w-])(?:{pattern})\s\Z", before),
        re.search(rf"(?i)(?<![\w-])(?:{pattern})(?!\w)", rest),
    ]
    found.append(re.search(_THAN.get(language, "(?!)"), rest))
    if _HOW_MANY.search(words):
        found.append(re.match(r"\s(?P<noun>[^\W\d_]+)", rest))
    for match in filter(None, found):
        years = [year for year in re.findall(r"\d{4}", match[0]) if year not in text]
        if years or any(unsaid(match[0], text, language)):
            yield match[0].strip()


def contrary(words: str, text: str, language: str) -> Iterator[str]:
    """The words whose contrary a text says, and not them."""
    here, there = (set(_WORD.findall(each.lower())) for each in (words, text))
    for one, other in (pair.split() for pair in _CONTRARY.get(language, "").split("|") if pair):
        for said, turned in ((one, other), (other, one)):
            if said in here - there and turned in there - here:
                yield said

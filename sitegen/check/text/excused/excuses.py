"""What excuses a numeral by rule: names, dates, times, periods and sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from sitegen.check.text.excused.dates import YEAR, dates
from sitegen.check.text.excused.measures import CURRENCIES, headings, measures
from sitegen.figures.nouns import heading, noun
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_REFERENCE = r"\[\^[^\]\n]+\]"  # to a footnote that is not there, which is another Problem
_SYMBOLS = r"kr\.?|Rs\.?|R\$|[€$£¥₩₹₽₺₫₪₱฿]"
_MOVED = "rose|grew|fell|climbed|jumped|dropped|declined|increased|shrank|sank|came|comes|amounts|amounted"
_OF = (  # "says nothing about 2023"
    "nothing|something|anything|everything|little|much|more|less|silent|news|questions?|sa(?:y|ys|id)|kn(?:ow|ows|ew|own)"
    "|tells?|told|asks?|asked|talk(?:s|ed)?|spoke|speaks?|writes?|wrote|written|reports?|reported|letters?|figures?"
    "|numbers?|data|think|thinks|optimistic|pessimistic|worried"
)
_JOINED = "and|or|to|und|oder|bis|et|ou|y|e|o|en|och|og|eller"
_COUNTED = (  # a number that reads like a year and is a count
    rf"(?<!\w)(?i:{_OF})\sabout\s{YEAR}(?![\w ])|"
    r"(?<!\w)(?i:about|around|over(?!\s\d{4}(?:\s(?:as|the|its|all|and|but)\b|[.,;:!?]|$))|nearly"
    r"|almost|only|just|some|than|least|most|another|every|sold|built|made|delivered"
    rf"|shipped|exported|imported|registered|handed\sover|costs?|weigh(?:s|ed)|(?:{_MOVED})\sto"
    r"|employ(?:s|ed|ing)|hire[sd]?|totall?(?:s|ed)|attract(?:s|ed)|drew"
    rf"|(?:total|fleet|number|average|maximum|minimum)\sof)\s(?P<after>{YEAR})(?!\w)"
    rf"|(?<!\w)(?:{CURRENCIES}|{_SYMBOLS})\s?(?P<money>{YEAR})(?!\w|\s?[-–]\s?\d)"
    rf"|(?<!\w)(?<!\b[Ii]n\s)(?P<before>{YEAR})(?=\s(?:of\s(?:them|its|it|the|these|those|all|their|our)\b|handed\b|in\s(?:a|one)\b"
    r"|per\b|a\s(?:day|week|month|quarter|year)\b|(?:voted|attended|signed|applied|joined|took\spart|turned\sup)\b))"
    rf"|(?<!\w)(?i:has|have|had)\s(?P<has>{YEAR})(?=[.,;!?)]|$)|(?<!\w)(?i:of)\s(?P<of>{YEAR})(?=,\s{YEAR}\s(?!(?:was|is|were|{_JOINED})\b))"
)
_SERIES = "Windows|Android|iOS|Euro|Formula|Wi-?Fi|Bluetooth|USB|DDR|[Ll]evel|[Tt]ype"
_TENTHS = "Bluetooth|USB(?:-C)?|HDMI|Wi-?Fi|[Vv]ersion|[Rr]elease"
_NORMS = "ISO|IEC|ISO/IEC|EN|DIN|GB|GB/T|SAE|UN|ECE|UN R|RFC"
_NAMED = (  # numbers that name a thing and count nothing
    rf"(?<![\w.,])(?!(?:{CURRENCIES})\d)[A-Za-z]{{1,5}}-?\d{{1,3}}(?![\w%]|[.,]\d)",  # A4, E63, COVID-19
    r"(?<![\w.,])\d{1,2}(?![KMB])[A-Z](?!\w)",  # 5G, 4S
    rf"(?<![\w.,])(?!(?:{CURRENCIES})\d)(?=[A-Za-z]*\d)(?:[A-Z][a-z]?\d{{0,2}}){{2,}}(?!\w)",  # H2O, LiFePO4
    r"(?<![\w:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:])|(?<![\w.,])(?:0?\d|1[0-2])\s?[ap]\.?m\b",  # 9:30
    r"(?<!\w)['’]?\d0s(?!\w)",  # the '90s
    r"(?<![\w:])(?:50[:/]50|24/7)(?![\w:])",
    rf"(?<!\w)(?:{_SERIES})[\s-]\d{{1,2}}(?![\w%:]|[.,]\d|\s(?:thousand|million|billion|cars|vehicles)\b)",  # Euro 7
    rf"(?<!\w)(?:{_TENTHS})\s\d{{1,2}}(?:\.\d){{1,2}}(?![\w%]|[.,]\d)",  # Bluetooth 5.3
    r"(?<!\w)\d{1,2}(?:st|nd|rd|th)[\s-](?:century|centuries|edition)(?!\w)",
    r"(?<![\w.,])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\sUhr(?!\w)",
    r"(?<![\w.,])(?:[01]?\d|2[0-4])\s?h\s?[0-5]\d(?!\w)|(?<=\b[Àà]\s)(?:[01]?\d|2[0-4])\s?h(?!\w)",  # 8 h 30
    r"(?<!\w)[Ss]tock\scodes?\s\d{4,6}(?:(?:,|\sand|,\sand)\s\d{4,6})*(?!\w|,\d)",
    r"(?<![\w.,])\d{4,6}\.(?:HK|SH|SZ|SS|T|KS)(?!\w)|(?<!\w)(?:HKEX|SEHK|SSE|SZSE|TSE|KRX):\s?\d{4,6}(?!\w)",
    r"(?<![\w.,])\+(?=(?:[ ()-]{0,2}\d){9,15}(?!\d))\d[\d ()-]*\d",  # a telephone
    r"(?<![\w.,])\(0\d{1,4}\)\s?\d{3,8}(?:[ -]\d{3,5})?(?![\w,])",
    r"(?<!\w)(?:[Tt]el\.?|[Pp]hone|[Ff]ax):?\s\+?\d[\d ()/-]{4,18}\d(?!\w)",
    r"(?<![\w.,])(?:0\d{1,4}[-/]|[48]00-)\d{3,4}(?:[ -]\d{3,5})?(?![\w,])",
)
_SPAN = "hour|day|week|month|year|phase|door|seat(?:er)?|wheel|speed|stage"
_OLD = (  # years before 1900 as dates; "in 1850 shops" counts
    r"(?<!\w)(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]ounded|[Bb]uilt|[Bb]orn|[Ss]eit|[Vv]on|[Jj]ahr|[Gg]egründet|wurden?|[Ee]n|[Dd]e|[Dd]epuis)"
    r"\s1[5-8]\d\d(?![\w%]|[.,]\d|\s[^\W\d_]{2,}(?:s|en|er|e)\b)"
)
_NTH = (  # "the 19th century", "die 2. Auflage", "le 16e arrondissement", 第2工場
    r"(?<![\w.,])\d{1,2}\.(?=\s(?:Jahrhunderts?|Auflage|Ausgabe|Werk|Kapitel|Stock|Etage|Bezirk|Klasse|Weltkrieg)\b)",
    r"(?<![\w.,])\d{1,2}(?:er|re|e|ème)(?=\s(?:siècle|arrondissement|édition|chapitre|étage)\b)",
    r"第\d{1,3}(?=工場|版|回|世代|号|部)",
    r"(?<!\w)[Oo]n\sthe\s\d{1,2}(?:st|nd|rd|th)(?![\w-]|\s(?:place|rank|position))",
)
_CODES = (
    r"(?<!\w)[A-Z]{2}(?=[A-Z0-9]*\d{6})[A-Z0-9]{9}\d(?!\w)",  # an ISIN
    r"(?<!\w)v\d{1,2}(?:\.\d{1,3}){1,3}(?!\w)|(?<![\w.,])[2468]x[2468](?!\w)",  # v1.2.3, 4x4
    rf"(?<![\w.,])\d{{1,2}}-(?:{_SPAN})(?![\w-])",  # a 3-year warranty
)
_PAPERS = "law|act|decree|bill|issue|order|regulation|directive|rule|standard|Gesetz|Verordnung|Ausgabe|loi|décret"
_STREETS = "Street|Road|Avenue|Lane|Square|Boulevard|St\\.|Rd\\."
_REGISTERED = (  # before dates, for a year may be part of them
    r"(?<!\w)ISBN(?:-1[03])?:?\s[\d-]{9,17}X?(?!\w)",
    r"(?<!\w)(?:Form\s\d{1,2}-[A-Z]|(?:[Ff]iling|[Nn]otice|No\.|Nr\.)\s\d{4}-\d{1,4})(?!\w)",  # Form 6-K, No. 2023-119
    r"\(E[UGC]\)\s(?:No\.?\s)?\d{1,4}/\d{2,4}(?!\d)",  # (EU) 2023/1542
)
_NUMBERED = (  # numbers that name a thing unless a unit follows them: "Section 80 cars" is a count
    rf"(?<!\w)(?:{_NORMS})[\s-]\d{{1,5}}(?:[-.:]\d{{1,4}})*(?![\w%]|[.,:]\d)",  # IEC 61851
    r"(?<!\w)(?:[Ff]ig\.|[Ff]igure|[Tt]able|[Ff]ootnote|[Aa]ppendix|[Pp]art|[Vv]olume|[Ss]tep|Route|[Pp]hase|[Ss]tage|[Nn]ote"
    r"|Box|Room|Highway|Version|Release)\s\d{1,3}(?![\w%]|[.,]\d)",
    r"(?<!\w)(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Aa]nnex|[Pp]aragraph|[Pp]age|§|Arts?\.|pp?\."
    r"|Artikel|Abschnitt|Kapitel|Seite|Absatz)\s\d{1,3}(?:\.\d{1,2})*(?:\(\d{1,2}\))*(?:[–-]\d{1,3})?(?![\w%]|[.,]\d)",
    rf"(?<!\w)(?i:{_PAPERS})\s(?i:no\.|nr\.|n°|№)\s?\d{{1,4}}(?![\w%]|[.,]\d)",  # law no. 38
    r"(?<!\w)(?:[Tt]ypes?|[Tt]yp|[Gg]rade)\s\d{3,4}(?![\w%]|[.,]\d)",  # flour of type 550
    rf"(?<!\w)(?:[A-Z]\w+\s(?:{_STREETS})|[A-ZÄÖÜ]\w*(?:straße|strasse|gasse|platz|allee|gata|gate|gatan|gade|veien|vägen|vej|straat|laan|katu))\s\d{{1,4}}[a-z]?(?![\w%]|[.,]\d)",
    rf"(?<![\w.,])\d{{1,4}}(?=\s[A-Z]\w+\s(?:{_STREETS})\b|,?\s(?:rue|avenue|boulevard|quai)\s)",  # 12 Main Street
    r"(?<![\w.,])\d{1,4}(?=\spages\slong\b|-page\s)",
    r"(?<!\w)(?:[Tt]icker|[Pp]ostbox|P\.?O\.?\s?[Bb]ox|Postfach|PLZ|Halle|Linie|Gleis|[Pp]latform)\s\d{1,6}(?![\w%]|[.,]\d)",
)
_UNITS = (
    "%", "€", "$", "£", "¥", "万", "亿", "k", "m", "mn", "bn", "tn", "per", "percent", "points", "thousand", "million",
    "billion", "trillion", "cars", "vehicles", "yuan", "units", "dollars", "euro", "euros", "km",
    *CURRENCIES.replace("TRY|", "").lower().split("|"), "kw", "kwh", "hours", "days", "months", "years", "people",
    "employees",
)  # fmt: skip


class Excuses:
    """The excuses that hold in one tracker, by its names, its units and the months of its locale."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        """Patterns of all that is excused, in the order in which it is looked for."""
        every = sorted(_numbered(self._tracker), key=lambda name: (-len(name), name))
        names = [rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?:['’]?s)?(?!\w)"] if every else []
        no_unit = _units(self._tracker)
        of_times = dates(self._tracker.site.locale, no_unit, _no(measures(self._tracker)))
        named = (*_NAMED, *_NTH, *_CODES)
        return (_REFERENCE, *names, *_REGISTERED, *of_times, *named, *(each + no_unit for each in (*_NUMBERED, _OLD)))

    @cached_property
    def _heading(self) -> re.Pattern[str]:
        """A pattern of what stands before a count with its colon: "Shops: 1985"."""
        every = "|".join(sorted(map(re.escape, headings(self._tracker))))
        return re.compile(rf"(?im)(?<![\w-])(?:{every}):\s(?P<count>{YEAR})(?=\s*(?:$|[(,;.]))")

    def applied(self, words: str, heads: Iterable[str] = ()) -> str:
        """The words with all that is excused blanked. heads: those of a cell that may hold a count."""
        given = words
        if re.fullmatch(YEAR, words.strip()) and any(head.strip().lower() in headings(self._tracker) for head in heads):
            return given
        for pattern in self._patterns:
            words, found = re.subn(pattern, lambda match: BLANK * len(match[0]), words)
            if found and not any(map(str.isnumeric, words)):  # the other patterns need not be compiled
                break
        headed = self._heading.finditer(given) if ":" in given else ()
        for match in (*re.finditer(_COUNTED, given), *headed):
            if (group := match.lastgroup) is None:
                continue
            words = words[: match.start(group)] + match[group] + words[match.end(group) :]
        return words


def names(tracker: Tracker) -> set[str]:
    """What is called by a name: the site, entities, metrics, places, capabilities, sources and the site's own terms."""
    found = {tracker.site.name, *(metric.label for metric in tracker.metrics.values())}
    found |= {place.name for place in tracker.own_places.values()}
    found |= {capability.label for capability in tracker.capabilities.values()}
    for source in tracker.sources.values():
        found |= {source.publisher, source.title or ""}
    found = {name for name in found if any(c.isalpha() for c in name)}
    for entity in tracker.entities.values():
        found |= {*entity.names}
    return found | {form for term in tracker.site.terms for form in (term, term[:1].upper() + term[1:])}


def units(tracker: Tracker) -> set[str]:
    """The words of the units of the metrics."""
    locale, every = tracker.site.locale, {metric.unit for metric in tracker.metrics.values()}
    said = {words for unit in every for words in (heading(unit, locale), noun(unit, locale, Decimal(1)))}
    return {word for words in said for word in words.split()} - {"=", "100"}


def _numbered(tracker: Tracker) -> set[str]:
    """Every name with a number in it; of an entity also its later words ("Mini 2" of "Acme Mini 2")."""
    later = {short for entity in tracker.entities.values() for short in _later(entity.name)}
    return {name for name in names(tracker) | later if any(c.isnumeric() for c in name)}


def _later(name: str) -> Iterator[str]:
    """What a longer name is called in short: each of its words, and its ends, unless they have no letter."""
    words = name.split()
    for index, word in enumerate(words):
        yield from (short for short in (word, " ".join(words[index:])) if any(c.isalpha() for c in short))


def _units(tracker: Tracker) -> str:
    """A lookahead that refuses a unit: 2,000 loaves may be written without the comma."""
    words = {word.lower() for word in units(tracker)} | {*_UNITS}
    return _no(words, "i")


def _no(words: set[str], flags: str = "") -> str:
    """A lookahead that refuses some words."""
    every = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?!\s?(?{flags}:{'|'.join(map(re.escape, every))})(?!\w))"

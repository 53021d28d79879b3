"""Words that say which way a count went, by language; those of English, which knows more, are beside figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Ways(NamedTuple):
    """The words of one language as patterns. up, down: verbs and nouns of a rise and of a fall, before a change.

    more, less: words behind one, "5 % mehr", and what of a verb stands there, "ging um 5 % zurück". by: what stands
    between a verb and how much it was.
    """

    up: str
    down: str
    more: str
    less: str
    by: str


WAYS: Mapping[str, Ways] = {
    "de": Ways(
        r"stieg(?:en)?|steig(?:t|en|end)|wuchs(?:en)?|wachsen|wächst|kletter\w+|erhöh\w+|sprang(?:en)?|Anstieg|Zuwachs"
        r"|Wachstum|Plus|Zunahme|Steigerung|Sprung",
        r"sank(?:en)?|sink(?:t|en|end)|fiel(?:en)?|fällt|fallen|schrumpf\w+|verlor(?:en)?|brach(?:en)?|Rückgang|Minus"
        r"|Abnahme|Einbruch|Verlust",
        r"mehr|höher|größer|gestiegen|gewachsen|zugelegt|zugenommen|über",
        r"weniger|niedriger|geringer|kleiner|zurück(?:gegangen)?|gesunken|gefallen|geschrumpft|abgenommen|eingebrochen"
        r"|ein(?=[.,;])|unter",
        "um",
    ),
    "fr": Ways(
        r"augment\w+|progress\w+|grimp\w+|mont(?:é\w*|e|ent|ait|aient)|bondi\w*|crû|cru|croi(?:t|ssent)|hausse|croissance"
        r"|gagn\w+",
        r"baiss\w+|recul\w*|chut\w*|diminu\w+|tomb\w+|perd\w*|repli|effondr\w+",
        r"(?:de |en )?plus",
        r"(?:de |en )?moins",
        "d[e’']",
    ),
    "es": Ways(
        r"sub(?:i[óo]|ieron|en?|ido)|aument\w+|crec\w+|alza|incremento",
        r"baj\w+|ca(?:yó|yeron|en?|ído)|disminu\w+|descen\w+|retroce\w+|perd\w+|caída",
        r"más",
        r"menos",
        "en|un",
    ),
    "it": Ways(
        r"sal(?:it\w+|gono|e)|aument\w+|cresc\w+|rialzo",
        r"scend\w+|sces\w+|cal(?:o|at\w+|a|ano)|diminu\w+|pers\w+|flessione",
        r"(?:di |in )?più",
        r"(?:di |in )?meno",
        "di|del",
    ),
    "pt": Ways(
        r"subi\w+|aument\w+|cresc\w+|alta",
        r"ca(?:iu|íram|i|em|ído)|queda|diminu\w+|baix\w+|recu\w+|perd\w+",
        r"(?:a )?mais",
        r"(?:a )?menos",
        "em",
    ),
    "nl": Ways(
        r"steeg|stegen|stijg\w+|gestegen|groei\w*|gegroeid|toename|nam(?:en)? toe",
        r"daal\w+|gedaald|daling|kromp\w*|gekrompen|zakt\w*|viel(?:en)?|verlo\w+|afname",
        r"meer|hoger|gestegen|gegroeid|toe(?:genomen)?",
        r"minder|lager|gedaald|gekrompen|af(?:genomen)?",
        "met",
    ),
    "sv": Ways(
        r"steg|stig\w+|ök\w+|växte?|tillväxt", r"sjönk|minsk\w+|föll|nedgång", r"fler|mer", r"färre|mindre", "med"
    ),
    "da": Ways(
        r"steg\w*|voks\w+|vækst", r"faldt|falde\w+|fald|sank|tilbagegang", r"flere|mere", r"færre|mindre", "med"
    ),
    "nb": Ways(r"steg\w*|øk\w+|voks\w+|vekst", r"falt|sank|nedgang|fall", r"flere|mer", r"færre|mindre", "med"),
    "ja": Ways(
        "増|伸び|上昇|成長",
        "減|下落|低下|縮小|落",
        "(?:の|に|ほど|も)?(?:増|多|伸|上昇|成長)",
        "(?:の|に|ほど|も)?(?:減|少な|下落|低下|縮小|落)",
        "",
    ),
    "zh": Ways("增|上升|上涨|提高", "降|减|跌|下滑", "的?(?:增|上升|上涨)", "的?(?:降|减|下)", ""),
    "ko": Ways(
        "증가|늘|상승|성장", "감소|줄|하락|축소", "(?:나 )?(?:증가|늘|상승|성장)", "(?:나 )?(?:감소|줄|하락|축소)", ""
    ),
}
"""Of languages that are not here no such word is read."""
COUNTED: Mapping[str, tuple[str, ...]] = {
    "en": ("sales", "deliveries"),
    "de": ("Absatz", "Verkäufe", "Auslieferungen"),
    "fr": ("ventes", "livraisons"),
    "es": ("ventas", "entregas"),
    "it": ("vendite", "consegne"),
    "pt": ("vendas", "entregas"),
    "nl": ("verkoop", "verkopen", "leveringen"),
    "sv": ("försäljningen", "leveranserna"),
}
"""By language: what is counted, whatever a tracker calls it."""

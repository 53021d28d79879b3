"""Words that say which way a count went, by language; those of English, which knows more, are beside figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Ways(NamedTuple):
    """The words of one language as patterns. up, down: verbs and nouns of a rise and of a fall, before a change.

    more, less: words behind one, "5 % mehr", and what of a verb stands there, "ging um 5 % zurück". by: what stands
    between a verb and how much it was. to: what stands between a verb and what it came to; onto: between that and a
    verb behind it. since: words with which a count may have gone another way from another time on.
    """

    up: str
    down: str
    more: str
    less: str
    by: str
    to: str
    since: str
    onto: str = ""


_NOT_OF_A = r"(?!\s(?:sa|son|ses|leurs?|la|le|les)\s\S+\sd[e’']\s?\Z)"
"""Behind a French verb: not "agrandir sa flotte de {{ … }} vélos", which has so many."""
WAYS: Mapping[str, Ways] = {
    "de": Ways(
        r"stieg(?:en)?|steig(?:t|en|end|ert\w*|ern)|wuchs(?:en)?|wachsen|wächst|kletter\w+|erhöh\w+|sprang(?:en)?|Anstieg|Zuwachs"
        r"|Wachstum|Plus|Zunahme|Steigerung|Sprung|vergrößer\w+|gew(?:a|o)nn(?:en)?(?=\s(?:(?:19|20)\d\d\s)?\Z)",
        r"sank(?:en)?|sink(?:t|en|end)|senk(?:t\w*|en)|verringer\w+|fiel(?:en)?|fällt|fallen|schrumpf\w+|verlor(?:en)?|brach(?:en)?|Rückgang|Minus"
        r"|Abnahme|Einbruch|Verlust|verkleiner\w+|reduzier\w+",
        r"mehr|höher|größer|gestiegen|gewachsen|zugelegt|zugenommen|zu(?=[.,;]|\Z)|über"
        r"|(?:erhöh|steiger|vergrößer)(?:t|e?n)|ausgebaut|angehoben|anheben",
        r"weniger|niedriger|geringer|kleiner|zurück(?:gegangen)?|gesunken|gefallen|geschrumpft|abgenommen|eingebrochen"
        r"|(?:ein|ab)(?=[.,;]|\Z)|unter|gesenkt|senken|(?:verringer|verkleiner|reduzier)(?:t|e?n)",
        "um",
        to="auf",
        since=r"seit|vom|nach|gegenüber|als|rekord\w*|wieder|erneut|plan\w*|ziel\w*|soll\w*|w[iü]rd\w*|werden|könnt\w*"
        r"|erwart\w*|zwischen\w*|vorüber\w*|zeitweise|hoch|tief",
    ),
    "fr": Ways(
        r"augment\w+|progress\w+|grimp\w+|mont(?:é\w*|e|ent|ait|aient)|bondi\w*|crû|cru|croi(?:t|ssent)|hausse|croissance"
        r"|gagn\w+|(?:relev(?:é\w*|er|a|ait)|agrandi\w*)" + _NOT_OF_A,
        r"baiss\w+|recul\w*|chut\w*|diminu\w+|tomb\w+|perd\w*|repli|effondr\w+|rédui\w+" + _NOT_OF_A,
        r"(?:de |en )?plus",
        r"(?:de |en )?moins",
        "d[e’']",
        to="à",
        since=r"depuis|après|contre|face|que|records?|nouveau|prév\w*|objectif|devr\w+|sera\w*|ir(?:a|ont)|pic",
    ),
    "es": Ways(
        r"sub(?:i[óo]|ieron|en?|ido)|aument\w+|crec\w+|alza|incremento",
        r"baj\w+|ca(?:yó|yeron|en?|ído)|disminu\w+|descen\w+|retroce\w+|perd\w+|caída",
        r"más",
        r"menos",
        "en|un",
        to="a|hasta",
        since=r"desde|tras|después|frente|que|récord|nuevo|prev\w*|objetivo|será\w*",
    ),
    "it": Ways(
        r"sal(?:it\w+|gono|e)|aument\w+|cresc\w+|rialzo",
        r"scend\w+|sces\w+|cal(?:o|at\w+|a|ano)|diminu\w+|pers\w+|flessione",
        r"(?:di |in )?più",
        r"(?:di |in )?meno",
        "di|del",
        to="a",
        since=r"da(?:l|lla|ll)?|dopo|contro|che|record|nuovo|prev\w*|obiettivo|sar\w+",
    ),
    "pt": Ways(
        r"subi\w+|aument\w+|cresc\w+|alta",
        r"ca(?:iu|íram|i|em|ído)|queda|diminu\w+|baix\w+|recu\w+|perd\w+",
        r"(?:a )?mais",
        r"(?:a )?menos",
        "em",
        to="para|até|a",
        since=r"desde|após|depois|contra|que|recorde|novo|prev\w*|meta|será\w*",
    ),
    "nl": Ways(
        r"steeg|stegen|stijg\w+|gestegen|groei\w*|gegroeid|toename|nam(?:en)? toe",
        r"daal\w+|gedaald|daling|kromp\w*|gekrompen|zakt\w*|viel(?:en)?|verlo\w+|afname",
        r"meer|hoger|gestegen|gegroeid|toe(?:genomen)?",
        r"minder|lager|gedaald|gekrompen|af(?:genomen)?",
        "met",
        to="naar|tot",
        since=r"sinds|vanaf|na|tegenover|dan|record\w*|weer|opnieuw|verwacht\w*|doel\w*|zal|zou",
    ),
    "sv": Ways(
        r"steg|stig\w+|ök\w+|växte?|tillväxt",
        r"sjönk|minsk\w+|föll|nedgång",
        r"fler|mer",
        r"färre|mindre",
        "med",
        to="till",
        since=r"sedan|från|efter|mot|än|rekord\w*|igen|åter|vänt\w*|mål\w*|ska",
    ),
    "da": Ways(
        r"steg\w*|voks\w+|vækst",
        r"faldt|falde\w+|fald|sank|tilbagegang",
        r"flere|mere",
        r"færre|mindre",
        "med",
        to="til",
        since=r"siden|fra|efter|mod|end|rekord\w*|igen|vent\w*|mål\w*|skal|vil",
    ),
    "nb": Ways(
        r"steg\w*|øk\w+|voks\w+|vekst",
        r"falt|sank|nedgang|fall",
        r"flere|mer",
        r"færre|mindre",
        "med",
        to="til",
        since=r"siden|fra|etter|mot|enn|rekord\w*|igjen|vent\w*|mål\w*|skal|vil",
    ),
    "ja": Ways(
        "増|伸び|上昇|成長|引き上げ|値上げ|拡大",
        "減|下落|低下|縮小|落|引き下げ|値下げ",
        "(?:の|に|ほど|も)?(?:増|多|伸|上昇|成長)",
        "(?:の|に|ほど|も)?(?:減|少な|下落|低下|縮小|落)",
        "",
        to="",
        since=r"から|より|比|後|過去|再び|予|計画|目標|見込",
        onto="に|へ|まで",
    ),
    "zh": Ways(
        "增|上升|上涨|提高|上调|扩大",
        "降|减|跌|下滑|下调|缩小",
        "的?(?:增|上升|上涨)",
        "的?(?:降|减|下)",
        "",
        to="[至到为為]",
        since=r"自|从|從|比|后|後|纪录|新高|新低|再|重|预|預|计划|目标|将(?=[增降提上下达在会要于继进扩减把])",
    ),
    "ko": Ways(
        "증가|늘|상승|성장",
        "감소|줄|하락|축소",
        "(?:나 )?(?:증가|늘|상승|성장)",
        "(?:나 )?(?:감소|줄|하락|축소)",
        "",
        to="",
        since=r"부터|에서|보다|대비|후|기록|다시|예상|계획|목표",
        onto="로|까지",
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

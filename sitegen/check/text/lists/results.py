"""Words that say whether a result is above zero or below, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Results(NamedTuple):
    """The words of one language as patterns.

    gained, lost: anywhere in a sentence. gain, loss: right before a result, in the languages with spaces.
    """

    gained: str
    lost: str
    gain: str = "(?!)"
    loss: str = "(?!)"


_JA, _ZH, _KO = "(?!路線|部門|事業|会社|企業)", "(?!的|航线|路线|业务|部门|企业|公司)", "(?! ?(?:노선|사업|부문|기업))"
"""Not behind such a word: it describes a thing."""
RESULTS: Mapping[str, Results] = {
    "en": Results(
        r"in(?:to)? the black|(?<!un)profitable|(?:made|makes|turn(?:s|ed)|swung to|returned to|post(?:s|ed)|ha[sd]"
        r"|report(?:s|ed)) (?:an? )?(?:operating |net )?profit"
        r"(?!-|\s(?:warning|target|forecast|margin))|made money",
        r"in(?:to)? the red|unprofitable|loss-making|los(?:t|es) money"
        r"|(?:made|makes|post(?:s|ed)|swung to|slid to|ha[sd]|report(?:s|ed)) (?:an? )?(?:operating |net )?loss",
        "profits?|surplus|earn(?:ed|s)|gain(?:ed|s)?",
        "loss(?:es)?|deficit|lost|loses",
    ),
    "de": Results(
        "schwarze[nr]? Zahlen|machte (?:einen )?Gewinn",
        "rote[nr]? Zahlen|machte (?:einen )?Verlust",
        "Gewinn|Überschuss|verdiente",
        "Verlust|Fehlbetrag|verlor",
    ),
    "fr": Results(
        "(?<!non )rentable|dans le vert",
        "déficitaire|dans le rouge",
        "bénéfice|profit|excédent|gagné",
        "perte|déficit|perdu",
    ),
    "es": Results("rentable", "en números rojos", "beneficio|ganancia|superávit|ganó", "pérdida|déficit|perdió"),
    "it": Results("in utile", "in perdita|in rosso", "utile|profitto", "perdita|disavanzo"),
    "pt": Results("lucrativ[oa]|no azul", "no vermelho|deficitári[oa]", "lucro|ganhou", "prejuízo|perda|perdeu"),
    "nl": Results("winstgevend|zwarte cijfers", "verlieslatend|rode cijfers", "winst", "verlies"),
    "sv": Results("lönsamt?", "olönsamt?", "vinst", "förlust"),
    "da": Results("sorte tal", "røde tal", "overskud|gevinst|tjente", "underskud|tabte"),
    "nb": Results("svarte tall", "røde tall", "overskudd|gevinst|tjente", "underskudd|tapte"),
    "ja": Results(rf"黒字{_JA}", rf"赤字{_JA}"),
    "zh": Results(rf"盈利(?!能力){_ZH}", rf"(?:亏损|虧損){_ZH}"),
    "ko": Results(rf"흑자{_KO}", rf"적자{_KO}"),
}
"""Of languages that are not here no such word is read."""

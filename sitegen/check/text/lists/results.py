"""Words that say whether a result is above zero or below, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Results(NamedTuple):
    """The words of one language as patterns.

    gain, loss: right before a result. gained, lost: anywhere in a sentence.
    """

    gain: str
    loss: str
    gained: str
    lost: str


RESULTS: Mapping[str, Results] = {
    "en": Results(
        "profits?|surplus|earn(?:ed|s)|gain(?:ed|s)?",
        "loss(?:es)?|deficit|lost|loses",
        r"in the black|(?<!un)profitable|(?:made|makes|turn(?:s|ed)|swung to|returned to|post(?:s|ed))"
        r" (?:an? )?(?:operating |net )?profit|made money",
        r"in the red|unprofitable|loss-making|los(?:t|es) money"
        r"|(?:made|makes|post(?:s|ed)|swung to|slid to) (?:an? )?(?:operating |net )?loss",
    ),
    "de": Results(
        "Gewinn|Überschuss|verdiente",
        "Verlust|Fehlbetrag|verlor",
        "schwarze[nr]? Zahlen|machte (?:einen )?Gewinn",
        "rote[nr]? Zahlen|machte (?:einen )?Verlust",
    ),
    "fr": Results(
        "bénéfice|profit|excédent|gagné",
        "perte|déficit|perdu",
        "(?<!non )rentable|dans le vert",
        "déficitaire|dans le rouge",
    ),
    "es": Results("beneficio|ganancia|superávit|ganó", "pérdida|déficit|perdió", "rentable", "en números rojos"),
    "it": Results("utile|profitto", "perdita|disavanzo", "in utile", "in perdita|in rosso"),
    "nl": Results("winst", "verlies", "winstgevend|zwarte cijfers", "verlieslatend|rode cijfers"),
    "sv": Results("vinst", "förlust", "lönsamt?", "olönsamt?"),
}
"""Of languages that are not here no such word is read."""

"""Claims that compare a count with itself at another time, while their checks ask for the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jinja2 import nodes

from sitegen.check.text.lists.claimed import more_or_less
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.turned import denied
from sitegen.check.text.when import told
from sitegen.check.text.wording import Word
from sitegen.claims.grammar import Comparison
from sitegen.figures.arithmetic.direction import Direction
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.claim import Claim
from sitegen.words import Locale

_TO = re.compile(r"\s(?:(?:it|they) (?:did|had|sold|made) )?(?:(?:that|those) of |in |for )?\Z")
_BEFORE = re.compile(
    r"\s(?:an? |the |one |two |three )?(?:year|quarter|month|half|years)s? (?:before|earlier)\b|\slast year\b"
)


def reversed_(
    words: str, word: Word, asks: Direction, line: Comparison, claim: Claim, locale: Locale
) -> Iterator[Lack]:
    """A comparative between two periods, "more in 2024 than in 2025", where the check asks for the other way."""
    says, newest = more_or_less(word.text), _newest(line)
    if says is None or newest is None or not word.text.lower().endswith("than"):
        return
    behind = next((each for each in told(words, locale) if each.start >= word.end), None)
    if _BEFORE.match(words, word.end):
        rises = says == "more"
    elif behind is not None and _TO.match(words[word.end : behind.start] or " "):
        rises = (says == "more") == (behind.named.first < newest)
    else:
        return
    denies = denied(words, word) is not None
    if (rises == (asks == "rise")) == denies:
        what = "is denied" if denies else f"says a {'rise' if rises else 'fall'}"
        message = f'"{word.text}" {what}, and the check of "{claim.id}" asks for a {asks}'
        yield Lack(word, message, "say it the other way, or turn the sign of the check around")


def _newest(line: Comparison) -> date | None:
    """When the later of the periods begins that a line compares."""
    sides = (each for side in (line.left, line.right) for each in (side, *side.find_all(nodes.Const)))
    texts = (each.value for each in sides if isinstance(each, nodes.Const) and isinstance(each.value, str))
    periods = [Address.parse(text).period for text in texts if "@" in text]
    return max((period.first for period in periods if isinstance(period, Period)), default=None)

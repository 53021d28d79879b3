"""Claims that speak of a profit or of a loss, while their check asks for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.text.beside.results import may_be_loss
from sitegen.check.text.lists.results import RESULTS
from sitegen.check.text.lists.wordlist import Term
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.wording import Word, Wording
from sitegen.claims.grammar import Comparison
from sitegen.claims.linear import number_of
from sitegen.claims.numbers import metric_of
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker


def misresulting(words: str, line: Comparison, claim: Claim, tracker: Tracker, wording: Wording) -> Iterator[Lack]:
    """The word for a profit or a loss in a claim whose check holds on the other side of zero too."""
    metric, number = metric_of(line.left, tracker), number_of(line.right)
    results = RESULTS.get(wording.language)
    if metric is None or number is None or results is None or not may_be_loss(metric) or wording.denies(words):
        return
    ways = {"gain": results.gained, "loss": results.lost}
    found = {
        way: match for way, said in ways.items() if (match := re.search(rf"(?i)(?<![\w-])(?:{said})(?!\w)", words))
    }
    above = line.sign in (">", ">=") and number >= 0
    below = line.sign in ("<", "<=") and number <= 0
    if len(found) == 1:
        [(way, match)] = found.items()
        if not (above if way == "gain" else below):
            message = f'"{match[0]}" says that it was {"above" if way == "gain" else "below"} zero, and the check of'
            word = Word(match.start(), match[0], Term("comparative", False, ()))
            sign = ">" if way == "gain" else "<"
            yield Lack(word, f'{message} "{claim.id}" does not ask for that', f'check it: fig("…") {sign} 0')

"""Claims on what a company can do, whose words deny what their check asks for, or affirm what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from sitegen.check.text.lists.wordlist import Term
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.wording import Word, Wording
from sitegen.claims.grammar import Comparison, comparison
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker

_AFFIRMED = frozenset(("yes", "partly", "planned"))
_ELSE = re.compile(r"\b(?:not only|only|but|documents?|sources?|reports?|which|that|who(?:se)?)\b", re.IGNORECASE)
"""Words with which a denial may be of something else: "which has no shop", "none of our documents"."""
_TO_COME = re.compile(
    r"\b(?:soon|next|coming|from 20|by 20|in 20|until|prepar|develop|test|work(?:s|ing) on|promis|aim|intend)",
    re.IGNORECASE,
)
"""Words for a plan, beside those for the way into a place."""
_LACK = re.compile(
    r"\b(?:lack|miss|alone|just|stop|end|refus|reject|fail|unable|absen|exclu|clos|drop|skip|forgo|yet|other|few)"
)
"""Words that deny in their own way."""


def misanswered(words: str, claim: Claim, tracker: Tracker, wording: Wording) -> Iterator[Lack]:
    """The denial of a capability for which a check asks, and a capability affirmed where the check asks for no."""
    found = _asked(comparison(claim.check[0])) if len(claim.check) == 1 else None
    if found is None:
        return
    id, wanted = found
    capability = tracker.capabilities[id]
    if wording.denial(f"{capability.label} {capability.definition}") is not None or _ELSE.search(words):
        return
    denial, hint = wording.denial(words), "say it the other way, or ask for the answer that the claim gives"
    if denial is not None and set(wanted) <= _AFFIRMED:
        asks = " or ".join(f'"{answer}"' for answer in wanted)
        yield Lack(denial, f'"{denial.text}" denies, and the check of "{claim.id}" asks for {asks}', hint)
    told = _TO_COME.search(words) is not None or any(way == "plan" for way, _ in wording.staged(words))
    if denial is None and wanted == ("planned",) and wording.can_deny and not told:
        message = f'the claim says that it is there, and the check of "{claim.id}" asks for "planned"'
        yield Lack(Word(0, words, Term("quantity", False, ())), message, 'write "plans", or ask for "yes"')
    if denial is None and wanted == ("no",) and wording.can_deny and not _LACK.search(words.lower()):
        message = f'nothing is denied here, and the check of "{claim.id}" asks for "no"'
        yield Lack(Word(0, words, Term("quantity", False, ())), message, hint)


def _asked(line: Comparison) -> tuple[str, tuple[str, ...]] | None:
    """The capability for which a line asks, and the answers at which it holds."""
    match line.left:
        case nodes.Call(node=nodes.Name(name="capability"), args=[_, nodes.Const(value=str(id))]):
            every = (line.right, *line.right.find_all(nodes.Const))
            return id, tuple(str(each.value) for each in every if isinstance(each, nodes.Const))
    return None

"""What the words beside a number say, wherever one is written: how sure it is, and how many zeros it leaves out."""

from __future__ import annotations

import re

from sitegen.model.basics.amount import Bound

NOTHING = frozenset(("", "-", "–", "—", "/", ".", "..", "...", "…", "n/a", "na", "n.a.", "k. a.", "k.a.", "none", "无"))
"""What stands in the place of a number where there is none."""
_HEDGES: tuple[tuple[Bound, str], ...] = (
    ("at-least", r">=|≥|at least|mindestens|至少|不少于|min\."),
    ("at-most", r"<=|≤|at most|up to|höchstens|bis zu|最多|max\."),
    ("more-than", r">|more than|over|above|mehr als|über|超过|超過|超|逾|突破"),
    ("less-than", r"<|less than|fewer than|under|below|weniger als|unter|不足|不到"),
    (
        "approximate",
        r"~|≈|about|approximately|approx\.?|around|circa|ca\.?|c\.|some|nearly|almost|rund|etwa|ungefähr|knapp|fast"
        r"|约|約|大约|近|将近",
    ),
)
_BEHIND: tuple[tuple[Bound, str], ...] = (("at-least", r"\+|or more|以上|余"), ("approximate", r"左右"))
_ZEROS: tuple[tuple[int, str], ...] = (
    (12, r"trillions?|trn|tn|万亿"),
    (9, r"billions?|bn|b|milliarden?|mrd\.?|milliards?|mds?|miliardi|млрд\.?|十亿"),
    (8, r"亿|億|억|100m"),
    (7, r"crores?|cr\.?|千万"),
    (6, r"millions?|mn|mio\.?|mln\.?|mill\.?|millionen|millones|milioni|m|млн\.?|百万"),
    (5, r"lakhs?|lacs?"),
    (4, r"万台|万辆|万|萬|만"),
    (3, r"thousands?|tausend|tsd\.?|k|тыс\.?|千"),
)


def hedged(text: str) -> tuple[Bound, str]:
    """The bound that words before or behind a number give it, and the text without them."""
    for bound, words in _HEDGES:
        if (found := re.match(rf"(?:{words})(?![a-zäöü])\s*", text, re.IGNORECASE)) is not None:
            return bound, text[found.end() :]
    for bound, words in _BEHIND:
        if (found := re.search(rf"(?<=\S)\s*(?:{words})\Z", text, re.IGNORECASE)) is not None:
            return bound, text[: found.start()]
    return "exact", text


def zeros(text: str) -> tuple[int, str]:
    """How many zeros the word behind a number stands for, 6 in "Mio. EUR", and what follows it; 0 if it is none."""
    for places, words in _ZEROS:
        if (scale := re.match(rf"(?:{words})(?![a-zäöüа-я])\s*", text, re.IGNORECASE)) is not None:
            return places, text[scale.end() :]
    return 0, text

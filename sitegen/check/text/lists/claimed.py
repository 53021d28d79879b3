"""What words say that stand in claims and beside bound words, by language: places, moves, bounds, steps, denials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from sitegen.check.text.lists.vocabulary import MONTHS, NUMBER, PARTS, PERIOD
from sitegen.check.text.lists.wordlist import MADE, SIZES, UNITS, behind

_ENDS: Mapping[Literal["least", "most"], str] = {
    "least": r"(?:low|small|cheap|slow|weak)est|fewest|\bleast",
    "most": r"(?:high|larg|bigg|great|fast|dear|strong)est|\bmost|(?:best|top|biggest)[ -]?sell",
}


def least_or_most(superlative: str) -> Literal["least", "most"] | None:
    """Which end of a list a superlative of size says: the least for "cheapest"; None for one such as "best"."""
    return next((end for end, words in _ENDS.items() if re.search(words, superlative.lower())), None)


_SAYS: Mapping[Literal["less", "more"], str] = {
    "less": r"(?:fewer|less)(?: [\w’'-]+){0,4} than|(?:low|small|slow|cheap|cold|short|light|weak)er(?: [\w’'-]+)* than"
    r"|trail(?:ed|s)|lag(?:s|ged)|(?:[\w]+ )?behind|below|short of",
    "more": r"as (?:many|much)(?: [\w’'-]+)? as"
    r"|more(?: (?!affordable|modest|economical)[\w’'-]+){0,4} than|outs(?:old|ells?)|surpass\w*"
    r"|(?:high|larg|bigg|great|fast|warm|hott|dear|long|heavi|strong)er(?: [\w’'-]+)* than"
    r"|exceed(?:ed|s)|ahead|overt(?:ook|akes?)|outrank(?:s|ed)?|pass(?:ed|es)|topp(?:ed|s)|beats?|above",
}


def more_or_less(comparative: str) -> Literal["less", "more"] | None:
    """Which of two things a comparative says is more, if it is one of size; None for one such as "better than"."""
    return next((says for says, words in _SAYS.items() if re.fullmatch(words, comparative.lower())), None)


_ORDINALS = f"first|second|fourth|{PARTS}|last"
_BE_AT = (
    "is are was were be been being comes came ranks ranked finishes finished stands stood stays stayed remains remained"
    " becomes became still in at now again only not the"
)
_SUPERLATIVE = f"(?:{SIZES})est|(?:best|top|biggest)[ -]?sell(?:ing|er)"
PLACED: Mapping[str, tuple[str, ...]] = {
    "en": (
        f"(?:{_ORDINALS}) (?:place|rank|position|spot)(?!s)|number (?:one|two|three|four|five)",
        f"(?:second|fourth|{PARTS})[ -](?:{_SUPERLATIVE}|best|most)",
        f"{behind(_BE_AT, f'(?:{_ORDINALS})')}"
        "(?= (?:among|in|by|behind|after|and|but|of (?:all|the (?!year|quarter|month)))|[.,;:!?]|$)",
        f"{_SUPERLATIVE}|fewest|{behind('has have had', 'the most')}",
        "(?:is|was|remains|stays) (?:still |again )?the (?:leader|winner|champion)"
        f"|{behind('is was still the a now again market', '(?:market )?leader')}",
        "leads(?! (?:to|up|back|on|from|away|times?))|led(?= (?:in|the|its|all|every|with))",
        "trail(?:s|ed)(?= (?:in|the (?:list|ranking|field|table))|[.,;]|$)",
    )
}
"""Words that say a place in a ranking."""
_BEYOND = (
    "of among behind after than to from by on with for against below above over beside past beat beats outsold passed"
)
OF_OTHERS: Mapping[str, str] = {
    "en": rf"(?:{_BEYOND.replace(' ', '|')})(?: (?:the|its|their))?(?: (?:next|other|{NUMBER}|few|\d+))?"
    rf"|next|other|{NUMBER}|few|\d+",
}
"""Right before such words: they are of something else, or of several."""
SIDES: Mapping[str, str] = {"en": "above|below|short of"}
"""Words that stand between two things as comparatives do, where a check compares the two."""
_ARE = "is are was were"
_GO_UP, _GO_DOWN = "grow|rise|increase|climb", "fall(?! (?:behind|short|below|under))|shrink|decrease|decline|drop"
MOVES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "rise": "rose|risen|grew|grows|grown|increased|climbed|jumped|surged|soared|hired"
        f"|{behind('not', _GO_UP)}|{behind(_ARE, 'up')}",
        "fall": f"{behind('not', _GO_DOWN)}|{behind(_ARE, 'down')}|(?:stopped|ceased) growing|"
        "(?:fell|fallen)(?! (?:behind|short|below|under))|shrank|shrinks|shrunk|decreased|dropped|declined"
        "|contracted|lost(?= (?:sales|volume|market share|ground|over|about|nearly|almost|more than|\\d|"
        f"members|customers|{UNITS}))"
        "|plunged|plummeted|slumped|tumbled"
        "|collapsed|stagnated|slowed(?: down)?|(?:cut|shed)(?: \\d[\\d,.]*)? (?:jobs|staff|posts)|laid off",
    }
}
"""Words that say which way a count went."""
EACH: Mapping[str, str] = {"en": f"(?:every|each) (?:single )?{PERIOD}|all (?:{NUMBER}|\\d+) {PERIOD}"}
"""Words that say something of several periods, one by one."""
BOUNDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "more": "(?<!no\\s)(?<!not\\s)more than|no (?:fewer|less) than|over|above|exceed(?:ed|s)|at least|pass(?:ed|es)"
        "|topp(?:ed|s)|upwards of",
        "less": "missed|(?<!no\\s)(?<!not\\s)(?:fewer|less) than|(?:no|not) more than|up to|nearly|almost|under|below"
        "|at most|short of",
    }
}
"""Words right before a number that say on which side of it a count is."""
STAGED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "there": "entered|enters|conquered|has opened|opened (?:an?|its|the)|has reached|arrived in|sells?|sold|on sale"
        "|has (?:shops?|stores?|dealers?) in"
        f"|{behind('is are was were available present active not', 'in')}",
        "plan": "plans?|planned|planning|intends?|will|wants? to|announced|announces|is to|are to|considers?|rumou?red",
        "left": "left|has left|withdrew|withdrawn|pulled out|exited|quit",
    }
}
"""Words that say how far something has come in a place."""
EXACT: Mapping[str, str] = {
    "en": f"(?:{MADE} has have had is are was were by)".replace(" ", "|")
    + "(?: exactly| precisely)?|exactly|precisely|about|around|roughly|approximately",
}
"""Words right before a number that say that a count is just that."""
TIMES: Mapping[str, str] = {
    "en": f"(?i:always|first|second|third|fourth|last|half|spring|summer|autumn|winter)|{MONTHS.title()}",
}
"""Words that say which period is meant: words bound to a claim mean the same one."""
DENIALS: Mapping[str, str] = {
    "en": r"no(?!\.? ?\d)|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|\w+n['’]t",
}
"""Words that turn a statement into its opposite."""

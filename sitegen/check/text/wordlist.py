"""Words of quantity, order and comparison, by language: what reads like a finding though no number stands in it.

The lists are precise rather than long. `QUIET` holds the phrases in which such a word claims nothing.
The patterns are in small letters; a space stands for any white space.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["quantity", "order", "comparative", "superlative"]


class Term(NamedTuple):
    """A word in all its forms, as patterns. strong: whether it is looked for in running text too."""

    kind: Kind
    strong: bool
    forms: tuple[str, ...]


_TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = f"(?:one|two|three|four|five|six|seven|eight|nine|{_TEENS}|{_TENS})"
_SCALES = "hundred|thousand|million|billion"
_MORE = f"(?:{_NUMBER}|{_SCALES})"
_PARTS = "third|fifth|sixth|seventh|eighth|ninth|tenth"
_PLACES = f"second|fourth|{_PARTS}"
_SIZES = "high|low|larg|small|bigg|great|fast|slow|cheap|dear|strong|weak|steep|sharp"
_SOLD = "expensive|popular|sold|bought|valuable|profitable|successful"
_RECORDS = (
    "highs?|lows?|levels?|months?|quarters?|half|years?|weeks?|sales|deliver(?:y|ies)|exports|profits?|loss(?:es)?"
)
_STANDS = "(?:is|are|was|were|been|comes?|came|ranks?|ranked|finish(?:es|ed)?|stands?|stood)"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PERIOD = (
    "(?:calendar |full |business )?(?:years?|half|halves|quarters?|months?|weeks?|days?|hours?|decades?"
    f"|spring|summer|autumn|winter|{_MONTHS})"
)
_COUNT = rf"(?:{_NUMBER}|few|couple of|\d+)"
_GAP = r"(?: [\w’'-]+){0,10}"

_ENGLISH: tuple[Term, ...] = (
    Term(
        "quantity",
        True,
        (
            f"(?:a|half a|several|many|{_NUMBER})(?:[ -](?:and )?{_MORE})*[ -](?:{_SCALES})",
            f"{_NUMBER}[ -](?:{_PARTS})s|three-quarters",
            f"{_NUMBER}(?:[ -]{_NUMBER})? per ?cent|{_NUMBER} (?:out of|out of every|in every) {_NUMBER}",
            "nine in ten|four in five|three in (?:four|five)|two in (?:three|five)|one in (?:three|four|five|ten)",
        ),
    ),
    Term(
        "quantity",
        False,
        (
            f"(?:a|one)[ -](?:{_PARTS})(?= of|[.,;:!?]|$| in| by| more| less| fewer)",
            "(?:a|one)[ -]quarter of (?:all|its|their|the)",
            "half (?:of|its|their|the|all)|(?:by|nearly|almost|over|about|than|in) half",
            "dozens?|(?:tens|hundreds|thousands|millions|billions) of",
            "(?:the|a) majority|most of",
        ),
    ),
    Term(
        "comparative",
        True,
        (
            "(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|es|ing)|halv(?:ed|ing)",
            "(?:double|triple|treble|quadruple) (?:the|its|their|that|those|what)",
            "twice (?:as|the|its|their|that|those|what|of)|half as (?:many|much)|(?:two|three|four|five|six|ten)-?fold",
            f"{_NUMBER} times (?:as|its|their|the|more|what|that)",
            "outs(?:old|ells?|elling)|overt(?:ook|akes?|aken|aking)|surpass(?:ed|es|ing)?",
            "outpac(?:ed?|es|ing)|outperform(?:ed|s|ing)?|outgr(?:ew|ows?|own)|outd(?:id|oes|one)|outstrip(?:s|ped)?",
            "outrank(?:s|ed)?|unseat(?:s|ed)?",
            "leapfrogg(?:ed|ing)|dethron(?:ed?|ing)|eclips(?:ed|ing)",
        ),
    ),
    Term(
        "comparative",
        False,
        (
            rf"(?:fewer|less|more|better|worse){_GAP} than(?! \d)",
            rf"(?:{_SIZES}|near|clos|wid|narrow|long|short)e?r{_GAP} than(?! \d)",
            "pass(?:ed|es)|beat(?:s|en)?|exceed(?:ed|s|ing)?|topp(?:ed|ing)|trail(?:ed|s|ing)|lagg(?:ed|ing)|ahead",
            r"(?:leaves?|left|leaving) [\w’'-]+ behind|edg(?:ed|es) (?:out|past)|as (?:many|much) (?:[\w’'-]+ )?as",
            f"(?:far|well|just|closely|fell|falls|falling|stays?|stayed|remains?|remained|{_STANDS}) behind",
        ),
    ),
    Term(
        "superlative",
        True,
        (
            "(?:best|top|biggest)[ -]?sell(?:ing|ers?)|all[ -]time (?:highs?|lows?|records?)|number one|fewest",
            f"(?:{_SIZES})est|(?:the|its|their) most (?:{_SOLD})",
            f"record (?:{_RECORDS}|results?|revenues?)|record[ -]breaking|broke (?:the|its|all) records?",
        ),
    ),
    Term(
        "superlative",
        False,
        (
            "records?|le(?:d|ads?|ading|aders?|adership)|worst|dominat(?:es|ed|ing)|dominant",
            "front-?runners?|unrivalled|unmatched|unbeaten|champions?",
            "(?:the|its|their|sold|sells?|lost|grew|fell|rose|gained|delivered) (?:most|least)",
        ),
    ),
    Term(
        "order",
        True,
        (f"(?:second|fourth|{_PARTS})-(?:best|largest|biggest|highest|lowest|smallest|strongest|fastest|most)",),
    ),
    Term(
        "order",
        False,
        (f"first|{_STANDS} (?:in )?(?:{_PLACES}|last)|(?:{_PLACES}|last) (?:place|rank)|second to",),
    ),
)

_ENGLISH_QUIET: tuple[str, ...] = (
    f"(?:first|second|third|fourth|last|next|same|half) (?:{_COUNT} )?{_PERIOD}",
    rf"(?:first|second|third|fourth|last) of (?:the (?:year|month)|those|these|(?:19|20)\d\d|{_MONTHS})",
    "first(?:,| and| to| until| or) (?:second|third|fourth|last)",
    "(?:at|from the) first|first of all|in the first place|first[ -](?:hand|time buyers?|aid|names?|class|rate|come)",
    f"(?:half|most) (?:of )?(?:an?|the) {_PERIOD}|half a dozen|(?:half|halves|most) of {_PERIOD}",
    r"(?:half|halves|most) of (?:19|20)\d\d",
    f"(?:more|less|fewer|longer) than (?:an?|{_COUNT}) ?{_PERIOD}|(?:more|less) than once|more or less",
    "(?:no|none|nothing|longer|better|worse) (?:more|less|fewer|longer)? ?than (?:expected|planned)",
    "on (?:the )?record|(?:for|off|of|track|sets?) (?:the )?record|records? (?:of|company|label|holder|straight)",
    "le(?:d|ads?|ading) (?:to|by|up|back|on|from|away|the way|times?|roles?)|leading (?:question|edge)",
    "pass(?:ed|es) (?:on|over|through|to|away|into|by|down|from)|(?:laws?|bills?|years?|months?|time) pass(?:ed|es)",
    "ahead of (?:time|schedule|the (?:launch|show|start|sale))|(?:go|goes|went|plan|plans|look|looks|road|way) ahead",
    f"(?:{_PERIOD}|road) ahead|at (?:least|most|best|worst|last)|most (?:recent(?:ly)?|likely)|last resort",
    f"overtaken (?:since|by events)|first (?:place|{_COUNT}) of (?:a|the) list",
)

WORDS: Mapping[str, tuple[Term, ...]] = {"en": _ENGLISH}
"""The list of each language, by the first part of its code."""
QUIET: Mapping[str, tuple[str, ...]] = {"en": _ENGLISH_QUIET}
"""In the same languages: phrases with such a word that claim nothing."""
TIMES: Mapping[str, str] = {
    "en": f"(?i:first|second|third|fourth|last|half|spring|summer|autumn|winter)|{_MONTHS.title()}",
}
"""Words that say which period is meant: words bound to a claim mean the same one."""
DENIALS: Mapping[str, str] = {
    "en": r"no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|\w+n['’]t",
}
"""Words that turn a statement into its opposite."""

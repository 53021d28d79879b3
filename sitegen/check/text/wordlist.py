"""Words of quantity, order and comparison, by language: what reads like a finding though no number stands in it.

The lists are precise rather than long. Phrases in which such a word claims nothing are in `phrases`.
The patterns are in small letters; a space stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from sitegen.check.text.vocabulary import FIELDS, IS, MONTHS, NUMBER, PARTS, PERIOD, SCALES, TEENS, TENS

UNITS = "@units@"
"""Stands in a pattern for the words of the units of the tracker."""
FIGURE = "\1"
"""Stands in a text for a figure."""
Kind = Literal["quantity", "order", "comparative", "superlative"]


class Term(NamedTuple):
    """A word in all its forms, as patterns. strong: whether it is looked for in running text too.

    multiple: whether it says itself how much, as "doubled" does, so that no figure beside it does.
    """

    kind: Kind
    strong: bool
    forms: tuple[str, ...]
    multiple: bool = False


_MORE = f"(?:{NUMBER}|{SCALES})"
_WHOLE = "(?:the|this|that|these|those|its|their|our|all|every|them)"
_PLACES = f"second|fourth|{PARTS}"
_SIZES = "high|low|larg|small|bigg|great|fast|slow|cheap|dear|strong|weak|steep|sharp"
_SOLD = "expensive|popular|sold|bought|valuable|profitable|successful"
_RECORDS = (
    "highs?|lows?|levels?|months?|quarters?|half|years?|weeks?|sales|deliver(?:y|ies)|exports|profits?|loss(?:es)?"
)
_STANDS = "(?:is|are|was|were|been|comes?|came|ranks?|ranked|finish(?:es|ed)?|stands?|stood)"
_GAP = r"(?: [\w’'-]+){0,10}"
_MOST = r"(?<!the\s)(?<!at\s)(?<!its\s)"
_FEW = r"(?: [\w’'-]+){0,3}"
_BIGGER = f"(?:(?:{_SIZES}|near|clos|wid|narrow|long|short)e?r)"
_MADE = (
    "sell sells sold make makes made build builds built bake bakes baked"
    " deliver delivers delivered export exports exported"
)
_HAVE = f"{_MADE} earn earns earned has have had win wins won take takes took"
_BE = "is are was were grow grows grew get gets got"
_VERY = "far much many even slightly"


def _behind(words: str, forms: str) -> str:
    """A pattern of forms behind one of some words, which are not part of what is found."""
    places = "|".join(rf"(?<={word}\s)" for word in words.split())
    return f"(?={forms})(?:{places}){forms}"  # there are many places to look at: first it is looked for the forms


ENGLISH: tuple[Term, ...] = (
    Term(
        "quantity",
        True,
        (
            f"(?:a|half a|several|many|{NUMBER})(?:[ -](?:and )?{_MORE})*[ -](?:{SCALES})",
            f"(?:tens|dozens|hundreds|thousands|millions|billions) of(?: (?:{SCALES})s)?|a couple of (?:{SCALES})",
            f"half of(?= {_WHOLE}(?!\\w))|(?:the|a) (?:vast )?majority of",
            f"(?:a )?quarter (?:of a )?(?:{SCALES})",
            f"{NUMBER}(?:[ -](?:{PARTS})s| (?:basis|percentage) points?| (?:out of(?: every)?|in every) {NUMBER})",
            f"{NUMBER}(?:[ -]{NUMBER})? per ?cent|three-quarters|three quarters of {_WHOLE}",
            f"(?:a|one)[ -](?:{PARTS}|quarter) of {_WHOLE}|by a quarter",
            f"(?:by a|one)[ -](?:{PARTS})(?! part(?:y|ies))",
            "by half(?! past| an)",
            rf"{_MOST}most (?:of {_WHOLE} )?(?:{UNITS})",
            "nine in ten|four in five|three in (?:four|five)|two in (?:three|five)|one in (?:three|four|five|ten)",
            f"{TEENS}|(?:{TENS.removeprefix('ten|')})(?:-{NUMBER})?|a dozen",
        ),
    ),
    Term(
        "quantity",
        False,
        (
            f"(?:a|one)[ -](?:{PARTS})(?= of|[.,;:!?]|$| in| by| more| less| fewer)",
            "(?:a|one)[ -]quarter of|(?:single|double|triple|two|three)-digit",
            "half (?:of|its|their|the|all)|(?:by|nearly|almost|over|about|than|in) half",
            "dozens?",
            f"every (?:{_PLACES})(?! {PERIOD})",
            rf"(?:the|a) majority|majority of|most of|{_MOST}most (?:people|(?!\w*(?:ous|[sui]s)(?!\w))[\w-]{{3,}}s)",
        ),
    ),
    Term(
        "comparative",
        True,
        (
            "(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|es|ing)|halv(?:ed|ing)",
            "(?:double|triple|treble|quadruple) (?:the|its|their|that|those|what)",
            f"(?:twice|thrice) (?:as|the|its|their|that|those|what|of)|half as (?:many|much)|(?:many|{_MORE})-?fold",
            f"{NUMBER} times (?:as|its|their|the|more|what|that)",
        ),
        multiple=True,
    ),
    Term(
        "comparative",
        True,
        (
            "outs(?:old|ells?|elling)|overt(?:ook|akes?|aken|aking)|surpass(?:ed|es|ing)?",
            "outpac(?:ed?|es|ing)|outperform(?:ed|s|ing)?|outgr(?:ew|ows?|own)|outd(?:id|oes|one)|outstrip(?:s|ped)?",
            "outrank(?:s|ed)?|unseat(?:s|ed)?",
            "leapfrogg(?:ed|ing)|dethron(?:ed?|ing)|eclips(?:ed|ing)",
            _behind(_MADE, r"(?:more|fewer|less) than(?! \d)"),
        ),
    ),
    Term(
        "comparative",
        False,
        (
            rf"(?:fewer|less|more|better|worse){_GAP} than(?! \d)",
            rf"{_BIGGER}{_GAP} than(?! \d)",
            _behind(f"{_BE} {_VERY}", f"{_BIGGER}(?! than)"),
            _behind(_VERY, "(?:better|worse)(?! than)"),
            _behind(f"{_HAVE} {_VERY}", "(?:more|fewer|less)(?! than)"),
            "soar(?:s|ed)|plung(?:es|ed)|plummet(?:s|ed)|skyrocket(?:s|ed)|surg(?:es|ed)|slump(?:s|ed)|tumbl(?:es|ed)",
            "dwarf(?:s|ed|ing)|(?:lost|loses?|losing) to|ranks? (?:above|below)|tops",
            f"gaps?{_FEW} (?:widen(?:s|ed)?|narrow(?:s|ed)?|clos(?:es|ed)|gr(?:ew|ows?)|shr(?:ank|inks?))",
            "(?:wid|narrow|grow|shrink)(?:er|ening|ing) gap|(?:slip(?:s|ped)|drop(?:s|ped)) behind",
            "pass(?:ed|es)|beat(?:s|en)?|exceed(?:ed|s|ing)?|topp(?:ed|ing)|trail(?:ed|s|ing)|lag(?:s|ged|ging)?|ahead",
            "(?:lost|loses?|losing|gain(?:s|ed|ing)?|won|wins?) ground|c(?:aught|atch(?:es|ing)?) up",
            "(?:clos(?:es|ed|ing)|narrow(?:s|ed|ing)) the gap",
            rf"(?:leaves?|left|leaving){_FEW} behind|edg(?:ed|es) (?:out|past)|as (?:many|much) (?:[\w’'-]+ )?as",
            f"(?:far|well|just|closely|fell|falls|falling|stays?|stayed|remains?|remained|{_STANDS}) behind",
        ),
    ),
    Term(
        "superlative",
        True,
        (
            "(?:best|top|biggest)[ -]?sell(?:ing|ers?)|all[ -]time (?:highs?|lows?|records?)|number one|fewest",
            f"(?:{_SIZES})est|(?:the|its|their) most (?:{_SOLD})",
            f"(?:{'|'.join(FIELDS)}) (?:{'|'.join(IS)}) led by|(?:most|least|best|worst)[ -]ever",
            f"record (?:{_RECORDS}|results?|revenues?)|record[ -]breaking|broke (?:the|its|all) records?",
        ),
    ),
    Term(
        "superlative",
        False,
        (
            "records?|le(?:d|ads?|ading|aders?|adership)|worst|dominat(?:es|ed|ing)|dominant",
            f"(?:won|wins?) the (?:{PERIOD}|race|market|lead|crown|title)|on top(?! of)|the winners?",
            f"(?:grew|grows|rose|rises|fell|falls|shrank|shrinks)(?: in)? every {PERIOD}|(?:most|least) (?:{_SOLD})",
            "front-?runners?|unrivall?ed|unmatched|unbeaten|unequall?ed|unparalleled|champions?|lion[’']s share",
            rf"(?:best|worst|busiest) {PERIOD}|(?:best|worst|busiest)(?: [\w’'-]+)? yet|new (?:highs?|lows?|peaks?)",
            _behind("is are was were", "the best(?!-| (?:known|guess|way|of luck))"),
            rf"the best{_FEW} (?:in the world|on earth|of all)",
            rf"(?:nobody|no ?one|none|never){_FEW} (?:so|as) (?:many|much|few|high|low|large)",
            rf"never{_FEW} (?:more|fewer|less|higher|lower){_FEW} than(?= (?:in|now|then|this|it did)(?!\w))",
            "top (?:[a-z]{3,}ers|brands?|models?|compan(?:y|ies)|firms?|markets?|spot|place|position)",
            "(?:the|its|their|sold|sells?|lost|grew|fell|rose|gained|delivered) (?:most|least)",
        ),
    ),
    Term(
        "order",
        True,
        (f"(?:second|fourth|{PARTS})-(?:best|largest|biggest|highest|lowest|smallest|strongest|fastest|most)",),
    ),
    Term(
        "order",
        False,
        (
            f"first|{_STANDS} (?:in )?(?:{_PLACES}|last)|(?:{_PLACES}|last) (?:place|rank)|second to",
            "(?:sank|sinks|fell|falls|rose|rises|climb(?:s|ed)|mov(?:es|ed)(?: up| down)?|drop(?:s|ped)) to "
            f"(?:{_PLACES}|last)|number[ -](?:one|two|three)",
            "(?:the|its|their) only|runners?-up",
        ),
    ),
)

_ENDS: Mapping[Literal["least", "most"], str] = {
    "least": r"(?:low|small|cheap|slow|weak)est|fewest|\bleast",
    "most": r"(?:high|larg|bigg|great|fast|dear|strong)est|\bmost|(?:best|top|biggest)[ -]?sell",
}


def least_or_most(superlative: str) -> Literal["least", "most"] | None:
    """Which end of a list a superlative of size says: the least for "cheapest"; None for one such as "best"."""
    return next((end for end, words in _ENDS.items() if re.search(words, superlative.lower())), None)


_SAYS: Mapping[Literal["less", "more"], str] = {
    "less": r"(?:fewer|less)(?: [\w’'-]+s)? than|(?:low|small|slow)er(?: [\w’'-]+)* than"
    r"|trail(?:ed|s)|lag(?:s|ged)|(?:[\w]+ )?behind|below|short of",
    "more": r"as (?:many|much)(?: [\w’'-]+)? as"
    r"|more(?: [\w’'-]+s)? than|(?:high|larg|bigg|great|fast)er(?: [\w’'-]+)* than|outs(?:old|ells?)|surpass\w*"
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
_SUPERLATIVE = f"(?:{_SIZES})est|(?:best|top|biggest)[ -]?sell(?:ing|er)"
PLACED: Mapping[str, tuple[str, ...]] = {
    "en": (
        f"(?:{_ORDINALS}) (?:place|rank|position|spot)(?!s)|number (?:one|two|three|four|five)",
        f"(?:second|fourth|{PARTS})[ -](?:{_SUPERLATIVE}|best|most)",
        f"{_behind(_BE_AT, f'(?:{_ORDINALS})')}"
        "(?= (?:among|in|by|behind|after|and|but|of (?:all|the (?!year|quarter|month)))|[.,;:!?]|$)",
        f"{_SUPERLATIVE}|fewest|(?:is|was|remains|stays) (?:still |again )?the (?:leader|winner|champion)"
        f"|{_behind('is was still the a now again market', '(?:market )?leader')}",
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
        "rise": "rose|risen|grew|grows|grown|increased|climbed|jumped|surged|soared"
        f"|{_behind('not', _GO_UP)}|{_behind(_ARE, 'up')}",
        "fall": f"{_behind('not', _GO_DOWN)}|{_behind(_ARE, 'down')}|(?:stopped|ceased) growing|"
        "(?:fell|fallen)(?! (?:behind|short|below|under))|shrank|shrinks|shrunk|decreased|dropped|declined"
        "|contracted|lost(?= (?:sales|volume|market share|ground|over|about|nearly|almost|more than|\\d|" + UNITS + "))"
        "|plunged|plummeted|slumped|tumbled"
        "|collapsed",
    }
}
"""Words that say which way a count went."""
EACH: Mapping[str, str] = {"en": f"(?:every|each) (?:single )?{PERIOD}|all (?:{NUMBER}|\\d+) {PERIOD}"}
"""Words that say something of several periods, one by one."""
BOUNDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "more": "(?<!no\\s)(?<!not\\s)more than|no (?:fewer|less) than|over|above|exceed(?:ed|s)|at least|pass(?:ed|es)"
        "|topp(?:ed|s)|upwards of",
        "less": "(?<!no\\s)(?<!not\\s)(?:fewer|less) than|(?:no|not) more than|up to|nearly|almost|under|below|at most"
        "|short of",
    }
}
"""Words right before a number that say on which side of it a count is."""
STAGED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "there": "entered|enters|conquered|has opened|opened (?:an?|its|the)|has reached|arrived in|sells?|sold|on sale"
        "|has (?:shops?|stores?|dealers?) in"
        f"|{_behind('is are was were available present active not', 'in')}",
        "plan": "plans?|planned|planning|intends?|will|wants? to|announced|announces|is to|are to|considers?|rumou?red",
        "left": "left|has left|withdrew|withdrawn|pulled out|exited|quit",
    }
}
"""Words that say how far something has come in a place."""
EXACT: Mapping[str, str] = {
    "en": f"(?:{_MADE} has have had is are was were by)".replace(" ", "|")
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

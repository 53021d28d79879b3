"""Words of quantity, order and comparison, by language: what reads like a finding though no number stands in it.

The lists are precise rather than long. Phrases in which such a word claims nothing are in `phrases`.
The patterns are in small letters; a space stands for any white space.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from sitegen.check.text.lists.vocabulary import FIELDS, IS, NUMBER, PARTS, PERIOD, SCALES, TEENS, TENS

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
SIZES = "high|low|larg|small|bigg|great|fast|slow|cheap|dear|strong|weak|steep|sharp"
_SOLD = "expensive|popular|sold|bought|valuable|profitable|successful"
_RECORDS = (
    "highs?|lows?|levels?|months?|quarters?|half|years?|weeks?|sales|deliver(?:y|ies)|exports|profits?|loss(?:es)?"
)
_STANDS = "(?:is|are|was|were|been|comes?|came|ranks?|ranked|finish(?:es|ed)?|stands?|stood)"
_GAP = r"(?: [\w’'-]+){0,10}"
_MOST = r"(?<!the\s)(?<!at\s)(?<!its\s)"
_FEW = r"(?: [\w’'-]+){0,3}"
_BIGGER = f"(?:(?:{SIZES}|near|clos|wid|narrow|long|short)e?r)"
MADE = (
    "sell sells sold make makes made build builds built bake bakes baked"
    " deliver delivers delivered export exports exported"
)
_HAVE = f"{MADE} earn earns earned has have had win wins won take takes took"
_TENTHS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
_BE = "is are was were grow grows grew get gets got"
_VERY = "far much many even slightly"


def behind(words: str, forms: str) -> str:
    """A pattern of forms behind one of some words, which are not part of what is found."""
    places = "|".join(rf"(?<={word}\s)" for word in words.split())
    return f"(?={forms})(?:{places}){forms}"  # there are many places to look at: first it is looked for the forms


ENGLISH: tuple[Term, ...] = (
    Term(
        "quantity",
        True,
        (
            f"(?:(?:a|{NUMBER}) and a half|(?:half )?a|several|many|a few|{NUMBER})"
            f"(?:[ -](?:and )?{_MORE})*[ -](?:{SCALES})",
            f"(?:tens|dozens|hundreds|thousands|millions|billions) of(?: (?:{SCALES})s)?|a couple of (?:{SCALES})",
            f"half of(?= {_WHOLE}(?!\\w))|(?:the|a) (?:vast )?majority of",
            f"(?:a )?quarter (?:of a )?(?:{SCALES})",
            f"{NUMBER}(?:[ -](?:{PARTS})s| (?:basis|percentage) points?| (?:out of(?: every)?|in every) {NUMBER})",
            f"{NUMBER}(?:[ -]{NUMBER})? per ?cent|three-quarters|three quarters of {_WHOLE}",
            f"(?:a|one)[ -](?:{PARTS}|quarter) of {_WHOLE}|by a quarter",
            f"(?:by a|one)[ -](?:{PARTS})(?! part(?:y|ies))",
            "by half(?! past| an)|half (?:those|that) of|(?:cut|cuts|cutting)(?: [\\w’'-]+){1,3} in half",
            f"a (?:good |full )?(?:{PARTS}|quarter) (?:more|less|fewer)",
            f"(?:{_TENTHS}|hundredth|thousandth|(?:{NUMBER} )?millionth)(?! (?:century|anniversary|birthday|of an?))",
            rf"{_MOST}most (?:of {_WHOLE} )?(?:{UNITS})",
            "by (?:the million|double digits|a double-digit percentage)|half the (?:fleet|market|members|sales)",
            "nine in ten|four in five|three in (?:four|five)|two in (?:three|five)|one in (?:two|three|four|five|ten)",
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
            "dozens?|(?:nearly|almost|virtually) (?:all|every|none|no)(?! (?:day|night|year|month)s?)",
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
            behind(MADE, r"(?:more|fewer|less) than(?! \d)"),
            behind(MADE, rf"as (?:many|much)(?: [\w’'-]+)? as(?! \d| {FIGURE})"),
            r"(?:gap|lead|margin) (?:has |had )?(?:widened|narrowed|closed|shrank|grew)"
            rf"(?!(?: [a-z]+)? (?:from|to|by) {FIGURE})",
            r"(?:nobody|no ?one)(?: [\w’'-]+){1,2} more",
        ),
    ),
    Term(
        "comparative",
        False,
        (
            rf"(?:fewer|less|more|better|worse){_GAP} than(?! \d)",
            rf"{_BIGGER}{_GAP} than(?! \d)",
            behind(f"{_BE} {_VERY}", f"{_BIGGER}(?! than)"),
            behind(_VERY, "(?:better|worse)(?! than)"),
            behind(f"{_HAVE} {_VERY}", "(?:more|fewer|less)(?! than)"),
            "soar(?:s|ed)|plung(?:es|ed)|plummet(?:s|ed)|skyrocket(?:s|ed)|surg(?:es|ed)|slump(?:s|ed)|tumbl(?:es|ed)",
            "dwarf(?:s|ed|ing)|(?:lost|loses?|losing) to|ranks? (?:above|below)|tops",
            f"gaps?{_FEW} (?:widen(?:s|ed)?|narrow(?:s|ed)?|clos(?:es|ed)|gr(?:ew|ows?)|shr(?:ank|inks?))",
            "(?:wid|narrow|grow|shrink)(?:er|ening|ing) gap|(?:slip(?:s|ped)|drop(?:s|ped)) behind",
            "pass(?:ed|es)|beat(?:s|en)?|exceed(?:ed|s|ing)?|topp(?:ed|ing)|trail(?:ed|s|ing)|lag(?:s|ged|ging)?|ahead",
            "(?:lost|loses?|losing|gain(?:s|ed|ing)?|won|wins?) ground|c(?:aught|atch(?:es|ing)?) up",
            "(?:clos(?:es|ed|ing)|narrow(?:s|ed|ing)) the gap|clos(?:es|ed|ing) in on|gain(?:s|ed|ing) on",
            "pull(?:s|ed|ing)? (?:away|ahead)|equal(?:s|led)|at (?:its|their) peak|rock bottom",
            rf"(?:leaves?|left|leaving){_FEW} behind|edg(?:ed|es) (?:out|past)|as (?:many|much) (?:[\w’'-]+ )?as",
            f"(?:far|well|just|closely|fell|falls|falling|stays?|stayed|remains?|remained|{_STANDS}) behind",
        ),
    ),
    Term(
        "superlative",
        True,
        (
            "(?:best|top|biggest)[ -]?sell(?:ing|ers?)|all[ -]time (?:highs?|lows?|records?)|number one|fewest",
            f"(?:{SIZES})est|(?:the|its|their) most (?:{_SOLD})",
            f"(?:{'|'.join(FIELDS)}) (?:{'|'.join(IS)}) led by|(?:most|least|best|worst)[ -]ever",
            "(?:sets?|setting|broke|breaks?|broken|beats?)"
            "(?: (?:an?|the|its|all|another|new|own|old|previous|annual)){1,3} records?(?! (?:of|straight))",
            "market leaders?|the only [a-z]{3,}(?: [a-z]{3,})? in(?! (?:an?|which|this|use|question|play|sight))",
            r"(?<=[’']s\s)(?:top|leading|number one)(?= [a-z]{3,})(?! (?:manage|execut|priorit))",
            behind(MADE, "the (?:most|least)"),
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
            behind("is are was were", "the best(?!-| (?:known|guess|way|of luck))"),
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
        (
            f"(?:second|fourth|{PARTS})-(?:best|largest|biggest|highest|lowest|smallest|strongest|fastest|most)",
            f"(?:came|finished|ranked) (?:{_PLACES})(?! (?:to|in line|time|from|with))",
        ),
    ),
    Term(
        "order",
        False,
        (
            "(?:a |the )close second|level with|only [\\w-]+ (?:grew|rose|fell|shrank|gained|lost)",
            f"first|{_STANDS} (?:in )?(?:{_PLACES}|last)|(?:{_PLACES}|last) (?:place|rank)|second to",
            "(?:sank|sinks|fell|falls|rose|rises|climb(?:s|ed)|mov(?:es|ed)(?: up| down)?|drop(?:s|ped)) to "
            f"(?:{_PLACES}|last)|number[ -](?:one|two|three)",
            "(?:the|its|their) only|runners?-up",
        ),
    ),
)

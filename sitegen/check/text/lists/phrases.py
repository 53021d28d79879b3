"""Phrases in which a word of quantity, order or comparison claims nothing, by language."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.check.text.lists.tongues import TONGUES_QUIET
from sitegen.check.text.lists.vocabulary import COUNT, FIELDS, IS, MONTHS, NUMBER, PARTS, PERIOD, TENS

_ENGLISH_QUIET: tuple[str, ...] = (
    f"(?:first|second|third|fourth|last|next|same|half) (?:{COUNT} )?{PERIOD}",
    rf"(?:first|second|third|fourth|last) of (?:the (?:year|month)|those|these|(?:19|20)\d\d|{MONTHS})",
    "first(?:,| and| to| until| or) (?:second|third|fourth|last)",
    "(?:at|from the) first|first of all|in the first place|first[ -](?:hand|time buyers?|aid|names?|class|rate|come)",
    f"(?:half|most) (?:of )?(?:an?|the) {PERIOD}|(?:half|halves|most) of {PERIOD}",
    r"(?:half|halves|most) of (?:19|20)\d\d",
    f"(?:more|less|fewer|longer) than (?:an?|{COUNT}) ?{PERIOD}|(?:more|less) than once|more or less",
    f"(?:three quarters|quarter) of (?:the|an?|this|that|each|every) {PERIOD}",
    r"(?:three quarters|quarter) of (?:(?:19|20)\d\d|growth|loss(?:es)?|decline|change)",
    "most (?:cases|things|times|ways|purposes|respects|parts)|(?:for|in) most (?:cases|uses)",
    "better late than never|more often than not|easier said than done|less is more|bigger picture|higher education",
    "(?:no|none|nothing|longer|better|worse) (?:more|less|fewer|longer)? ?than (?:expected|planned)",
    "on (?:the )?record|(?:for|off|of|track|sets?) (?:the )?record|records? (?:of|company|label|holder|straight)",
    "le(?:d|ads?|ading) (?:to|up|back|on|from|away|the way|times?|roles?)",
    "leading (?:questions?|edge|articles?|indicators?|zeros?)",
    "".join(rf"(?<!{field}\s{verb}\s)" for field in FIELDS for verb in IS) + "led by",
    "led (?:lights?|lamps?|headlights?|screens?|displays?)|lead[ -](?:acid|free|story|authors?|times?|pencils?)",
    "pass(?:ed|es) (?:on|over|through|to|away|into|by|down|from)|(?:laws?|bills?|years?|months?|time) pass(?:ed|es)",
    "ahead of (?:time|schedule|the (?:launch|show|start|sale))|(?:go|goes|went|plan|plans|look|looks|road|way) ahead",
    f"(?:{PERIOD}|road) ahead|at (?:least|most|best|worst|last)|most (?:recent(?:ly)?|likely)|last resort",
    "first (?:national|federal|world war|lady|minister|amendment|principles?|drafts?|editions?|floor|steps?|looks?)",
    "first (?:impressions?|lines?|word|thing|page|paragraph|chapter|part|section)",
    "best (?:practices?|before|wishes|man)",
    "records?[ -](?:keeping|keepers?|books?|players?|shops?|office)|worst[ -]case|(?:boarding|mountain) passes",
    "(?:team|opinion|church|community) leaders?|champions? league|beaten (?:track|eggs?)|tops (?:up|out|off|and)",
    "the only (?:way|question|thing|answer|reason|exception|difference)|(?:lost|loses?) to (?:history|fire|follow)",
    "(?:is|are|was|were|gets?|got) (?:no )?(?:longer|later|closer) (?:than )?(?:expected|planned)|is no longer",
    f"overtaken (?:since|by events)|first (?:place|{COUNT}) of (?:a|the) list",
    f"(?!three quarters of )(?:(?:(?:{TENS})-)?{NUMBER}|a dozen)[ -](?:(?:consecutive|straight|full|other) )?{PERIOD}",
    f"(?:{TENS})-(?:first|second|{PARTS}|fourth)",
    f"(?:chapter|section|article|page|part) {NUMBER}|{NUMBER} (?:second|minute)s",
    "doubl(?:e|ed|es|ing) down|the (?:larg|great|bigg)(?:est|er) part of|number one (?:reason|question|rule|priority)",
    "twelve o[’']clock|half past|looking ahead|(?:hiking|walking|paper) trails?",
)

QUIET: Mapping[str, tuple[str, ...]] = {"en": _ENGLISH_QUIET, **TONGUES_QUIET}
"""By language: phrases with such a word that claim nothing."""

"""Sentences that say where something was counted, and whose figures are of another country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.check.text.lists.vocabulary import UNSPACED
from sitegen.model.basics.address import Address
from sitegen.model.places.regions import COUNTRIES, REGIONS
from sitegen.model.places.tree import Places
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK
from sitegen.words import Locale

_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ee]n|[Aa]ux?)\s(?:the\s|der\s|den\s)?(?P<words>(?:[^\W\d_][\w’'-]*\s?){1,5})"
)
_NOT_ALL = "(?:of|the|its|their|with|for|to|von|die|der|den|mit|für|de|des|les|ses|leurs)"
"""Not right before such a count: a sentence there speaks of those who are anywhere."""
_HAS = re.compile(
    r"\b(?:ha[sd]|have|counted|employ(?:s|ed)?|runs?|ran|operate[sd]?|owns?|owned|(?:are|were|was|is)|hat(?:te)?n?|haben"
    r"|zähl\w+|beschäftig\w+|g[ai]bt? es|avai\w+|compt\w+|emplo\w+|ont|a)\b",
    re.IGNORECASE,
)
"""Verbs with which what is there at a time is all in a place."""
_ALL_IN = (
    r"\A(?:[Ii]n|[Ee]n|[Aa]ux?)\s(?:the\s|der\s|den\s)?#(?:\s(?:in|im|en)\s(?:19|20)\d\d)?,?\s(?!where\b|wo\b|où\b)"
    rf"(?:[^\W\d_][^\s.,;:!?{BLANK}]*\s){{0,3}}(?!{_NOT_ALL}\s)[^\W\d_][^\s.,;:!?’'{BLANK}]*\s{BLANK}"
    rf"|{BLANK}(?:\s[^\W\d_][\w-]*){{0,2}}\s(?:in|across|throughout|en|aux?)\s(?:the\s|der\s|den\s)?#(?!['’]|\s[A-Z])"
    rf"|在#[^，。、\s]{{0,4}}{BLANK}|#で[^，。、\s]{{0,4}}{BLANK}"
)
"""Around a place in which all of a count was: first in its sentence, or right behind the figure."""
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys)|report\w*|announc\w*|publish\w*|show\w*|count(?:s|ed)? on|plan\w*|and|und|et|sagte|meldete|alone"
    r"|total\w*|group|world\w*|all|not|no)\b",
    re.IGNORECASE,
)
"""With such words a sentence tells there of what was elsewhere too."""
_WORLD = "world"
_ELSE = re.compile(
    r"(?i)\b(?:plans?|planned|shops?|stores?|dealers?|plants?|factor\w+|built|made|opens?|opened|enter\w*|launch\w*|register"
    r"|head\w*|cent(?:re|er)s?|partner\w*|bought|listed|founded|based|export\w*|import\w*|abroad|than)\b"
)
"""Words with which a place may be that of something else than what is counted."""


def elsewhere(words: str, asked: Mapping[int, Address], tracker: Tracker) -> Iterator[tuple[int, str, str]]:
    """The figures of a sentence that names one place in which something was, where all of them are of others, or of
    more than it.

    Each with the place as it is named, and that of the figure.
    """
    series = {at: own for at, each in asked.items() if (own := tracker.series.get(each.series))}
    found = list(_named(words, tracker.places)) if series and len(series) == len(asked) else []
    if len(found) != 1 or _ELSE.search(words):
        return
    [(name, place)] = found
    within, alone = tracker.places.within, re.search(_ALL_IN.replace("#", re.escape(name)), words) is not None
    said = any(name in each.definition for each in series.values()) or _TOLD.search(words) is not None
    there = all(tracker.metrics[each.metric].kind == "stock" for each in asked.values())
    said = said or (there and _HAS.search(words) is None)
    for each in series.values():
        part = within(place, each.region) and not within(each.region, place)
        if within(each.region, place) or (part and (said or not alone)):
            return
    for at, each in series.items():
        yield at, name, tracker.places.name(each.region)


def _named(words: str, places: Places) -> Iterator[tuple[str, str]]:
    """The places in which a text says that something was: the longest name that is known."""
    own = {place.name: id for id, place in places.own.items()}
    known = every_place(places.locale)
    if places.locale.babel.language in UNSPACED and ("在" in words or "で" in words):
        names = "|".join(map(re.escape, sorted({*own, *known}, key=len, reverse=True)))
        for match in re.finditer(rf"在(?P<zh>{names})|(?P<ja>{names})で", words):
            each = match["zh"] or match["ja"]
            yield each, own.get(each) or known[each]
    for match in _IN.finditer(words):
        said = match["words"].split()
        every = (" ".join(said[:end]).rstrip("’'") for end in range(len(said), 0, -1))
        found = next(((each, id) for each in every if (id := own.get(each) or known.get(each))), None)
        if found is not None and found[1] != _WORLD:
            yield found


@lru_cache(maxsize=16)
def every_place(locale: Locale) -> Mapping[str, str]:
    """The ids of the places that every tracker knows, by their names."""
    places = Places({}, locale)
    return {places.name(id): id for id in (*COUNTRIES, *REGIONS)}

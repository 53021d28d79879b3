"""Sentences that say where something was counted, and whose figures are of another country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.model.basics.address import Address
from sitegen.model.places.regions import COUNTRIES, REGIONS
from sitegen.model.places.tree import Places
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ee]n|[Aa]ux?)\s(?:the\s|der\s|den\s)?(?P<words>(?:[^\W\d_][\w’'-]*\s?){1,5})"
)
_WORLD = "world"
_ELSE = re.compile(
    r"(?i)\b(?:plans?|planned|shops?|stores?|dealers?|plants?|factor\w+|built|made|opens?|opened|enter\w*|launch\w*|register"
    r"|head\w*|cent(?:re|er)s?|partner\w*|bought|listed|founded|based|export\w*|import\w*|abroad|than)\b"
)
"""Words with which a place may be that of something else than what is counted."""


def elsewhere(words: str, asked: Mapping[int, Address], tracker: Tracker) -> Iterator[tuple[int, str, str]]:
    """The figures of a sentence that names one place in which something was, where all of them are of others.

    Each with the place as it is named, and that of the figure.
    """
    regions = {at: series.region for at, each in asked.items() if (series := tracker.series.get(each.series))}
    found = list(_named(words, tracker.places)) if regions and len(regions) == len(asked) else []
    if len(found) != 1 or _ELSE.search(words):
        return
    [(name, place)] = found
    within = tracker.places.within
    if any(within(place, each) or within(each, place) for each in regions.values()):
        return
    for at, each in regions.items():
        yield at, name, tracker.places.name(each)


def _named(words: str, places: Places) -> Iterator[tuple[str, str]]:
    """The places in which a text says that something was: the longest name that is known."""
    own = {place.name: id for id, place in places.own.items()}
    known = every_place(places.locale)
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

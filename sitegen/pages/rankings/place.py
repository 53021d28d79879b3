"""A place in a ranking as it is printed everywhere: never more than is known of it.

Where members have no value, it is the place among those that have one; what is printed beside it says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from sitegen.figures import Rank, Standing
from sitegen.words import Locale


def place(standing: Standing, rank: Rank, locale: Locale) -> Markup:
    """The place of a line; where more than one is left, these in a dashed ring: "1 or 2", "4 to 7".

    The attributes are for programs: the ranking, the member, and the first and the last place among all members.
    """
    said = '<data class="{}" value="{}" data-ranking="{}" data-member="{}" data-first="{}" data-last="{}">{}</data>'
    among, member = rank.among, standing.entity or standing.name
    ring = "place" if among.settled else "place open"
    words = among.mark if among.settled else _span(among, locale, "{}")
    return Markup(said).format(ring, rank.position, standing.ranking, member, rank.first, rank.last, words)


def how_many(found: Iterable[Standing]) -> tuple[int, int]:
    """How many of a ranking have a place, and how many could."""
    there = [standing for standing in found if not standing.outside]
    return sum(standing.rank is not None for standing in there), len(there)


def tells(found: Iterable[Standing]) -> bool:
    """Whether more lines of a ranking have a place than have none."""
    return sum(1 if s.rank is not None else -1 for s in found if s.rank is not None or not s.outside) > 0


def in_words(rank: Rank, locale: Locale) -> Markup:
    """The place in a sentence, among those with a value: "2", "1 or 2", "4 to 7"."""
    rank = rank.among
    end = '<data value="{0}">{0}</data>'
    return Markup(end).format(rank.first) if rank.settled else _span(rank, locale, end)


def _span(rank: Rank, locale: Locale, end: str) -> Markup:
    """The places that it may be: "1 or 2", "4 to 7". end: how each end is written."""
    first, last = (Markup(end).format(place) for place in (rank.first, rank.last))
    two = rank.last - rank.first == 1
    return Markup(locale.say("rank.two" if two else "rank.span", first=first, last=last))

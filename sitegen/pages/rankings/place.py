"""A place in a ranking as it is printed everywhere: never more than is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sitegen.figures import Rank, Standing
from sitegen.words import Locale


def place(standing: Standing, rank: Rank, locale: Locale) -> Markup:
    """The place of a line; in a dashed ring, with the places that it may be beside it, where more than one is left.

    The attributes say the same for programs: the ranking, the member, and the first and the last place.
    """
    said = '<data class="{}" value="{}" data-ranking="{}" data-member="{}" data-first="{}" data-last="{}">{}</data>'
    ring, member = "place" if rank.settled else "place open", standing.entity or standing.name
    mark = Markup(said).format(ring, rank.position, standing.ranking, member, rank.first, rank.last, rank.mark)
    if rank.settled:
        return mark
    within = locale.say("rank.within", places=_span(rank, locale))
    return Markup('{} <span class="span">{}</span>').format(mark, within)


def together(found: Iterable[tuple[Standing, Rank]]) -> Iterator[tuple[tuple[Standing, Rank], ...]]:
    """Lines in order; as one those that cannot be told apart, whose places are open and overlap."""
    group: list[tuple[Standing, Rank]] = []
    for line in found:
        if group and (line[1].settled or group[-1][1].settled or line[1].first > max(r.last for _, r in group)):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def place_of_all(group: tuple[tuple[Standing, Rank], ...], locale: Locale) -> Markup:
    """The place of lines that cannot be told apart, from the first to the last that one of them may hold.

    "places 1 to 5, order open"; where these are not all that there are, "among them" behind it.
    """
    (one, rank), *others = group
    if not others:
        return place(one, rank, locale)
    all = Rank(position=rank.position, first=min(r.first for _, r in group), last=max(r.last for _, r in group))
    said = '<data class="place open" value="{}/{}" data-ranking="{}" data-members="{}">{}</data>'
    members = " ".join(standing.entity or standing.name for standing, _ in group)
    some = all.last - all.first >= len(group)
    words = locale.say("rank.open.some" if some else "rank.open", places=_span(all, locale).striptags())
    return Markup(said).format(all.first, all.last, one.ranking, members, words)


def in_words(rank: Rank, locale: Locale) -> Markup:
    """The place in a sentence: "2", "1 or 2", "4 to 7"."""
    return Markup('<data value="{}">{}</data>').format(rank.first, rank.first) if rank.settled else _span(rank, locale)


def _span(rank: Rank, locale: Locale) -> Markup:
    """The places that it may be: "1 or 2", "4 to 7"."""
    first, last = (Markup('<data value="{}">{}</data>').format(end, end) for end in (rank.first, rank.last))
    two = rank.last - rank.first == 1
    return Markup(locale.say("rank.two" if two else "rank.span", first=first, last=last))

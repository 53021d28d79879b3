"""Places over time: which moves from one ranking to the next are certain, and at which height each place stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.figures import Rank, Standing

Places = Mapping[str, Standing]
"""The lines of a ranking that have a place, by member, the first on top."""


MOST = 2 / 3
"""A member that may stand at more than this part of all places has none that says anything."""


def told(places: Places, count: int) -> Places:
    """Those whose place says something; all, where none does. count: how many members the ranking has."""
    ranks = ((key, standing, standing.rank) for key, standing in places.items())
    found = {
        key: standing
        for key, standing, rank in ranks
        if rank is None or rank.settled or rank.last - rank.first + 1 <= MOST * count
    }
    return found or places


def moved(member: str, before: Places, now: Places) -> bool:
    """Whether it is certain how a member moved between two rankings, or that it stayed where it was.

    Those above it that are in one of the two alone move nobody: they are taken away first.
    """
    if member not in before or member not in now:
        return False
    was, is_ = (some[member].rank for some in (before, now))
    assert was is not None  # a place is what they have
    assert is_ is not None
    gone, new = _alone_above(was, before, now), _alone_above(is_, now, before)
    stays = was.settled and was.span == is_.span and not gone and not new
    return stays or is_.last < was.first - gone or was.last < is_.first - new


def _alone_above(rank: Rank, these: Places, others: Places) -> int:
    """How many may stand above a place that the other ranking does not have."""
    ranks = (one.rank for key, one in these.items() if key not in others)
    return sum(other is not None and other.first < rank.last for other in ranks)


def heights(rankings: Sequence[Places]) -> list[dict[str, int]]:
    """The height of every place, counted from the top, where its ranking allows it.

    Which of two comes first where their order is open is ours to choose: in the last ranking as in its list, before it
    as it is beside, so that fewer lines cross.
    """
    columns = [list(places) for places in rankings]
    while any(_settle(columns, index, rankings[index]) for index in range(len(columns) - 1)):
        pass
    return [_spread(column, places) for column, places in zip(columns, rankings, strict=True)]


def _settle(columns: Sequence[list[str]], index: int, places: Places) -> bool:
    """Swap neighbours in a column whose order is open where fewer lines cross then; whether any were swapped."""
    column, changed = columns[index], False
    beside = [columns[at] for at in (index - 1, index + 1) if 0 <= at < len(columns)]
    for n in range(len(column) - 1):
        upper, lower = column[n : n + 2]
        both = [other for other in beside if upper in other and lower in other]
        crossed = sum(1 if other.index(lower) < other.index(upper) else -1 for other in both)
        if crossed > 0 and _open(places[upper], places[lower]):
            column[n : n + 2], changed = [lower, upper], True
    return changed


def _open(one: Standing, other: Standing) -> bool:
    """Whether the order of two members is open."""
    pairs = ((one, other), (other, one))
    return any(a.rank is not None and b.series is not None and b.series in a.rank.open for a, b in pairs)


def _spread(column: Sequence[str], places: Places) -> dict[str, int]:
    """Each at the first height below the one above it that its place allows."""
    found: dict[str, int] = {}
    height = 0
    for member in column:
        rank = places[member].rank
        height = max(height + 1, rank.first if rank is not None else 0)
        found[member] = height
    return found

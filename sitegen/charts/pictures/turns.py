"""Where two of which a claim says that one passed the other changed places once more since then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from sitegen.claims import Compared
from sitegen.figures import Figure, Figures
from sitegen.figures.figure import ANSWERS
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period

Pair = tuple[Figure, Figure]
"""What two series answer for one period."""


def turns(compared: Sequence[Compared], figures: Figures) -> Iterator[Compared]:
    """The later periods in which two series that one reading has change places do so again, as comparisons.

    Only values that leave no doubt change a place; a period without both is passed over.
    """
    found: dict[tuple[SeriesId, SeriesId], dict[Period, Compared]] = {}
    for each in compared:
        if (pair := _pair(each)) is not None:
            one, other, period = pair
            found.setdefault((one, other), {})[period] = each
    for ids, asked in found.items():
        places = {_ahead(_both(ids, period, figures)) for period in asked}
        last = max(asked)
        if places == {0, 1} and len({period.length for period in asked}) == 1:
            yield from _later(ids, last, asked[last], figures)


def _pair(compared: Compared) -> tuple[SeriesId, SeriesId, Period] | None:
    """The two series of a comparison of two plain values of one period, in one order whichever stands first."""
    sides = [side for side in (compared.left, compared.right) if isinstance(side, Figure) and side.kind in ANSWERS]
    addresses = [side.address for side in sides if side.address is not None]
    if len(addresses) != 2 or addresses[0].period != addresses[1].period:
        return None
    period = addresses[0].period
    one, other = sorted(address.series for address in addresses)
    return (one, other, period) if isinstance(period, Period) and one != other else None


def _later(ids: tuple[SeriesId, SeriesId], last: Period, like: Compared, figures: Figures) -> Iterator[Compared]:
    ahead = _ahead(_both(ids, last, figures))
    ends = [period.last for id in ids for period in figures.evidence.periods(id)]
    left = like.left
    assert isinstance(left, Figure)
    assert left.address is not None
    first = ids.index(left.address.series)
    while last.last < max(ends):
        last = last.following()
        pair = _both(ids, last, figures)
        now = _ahead(pair)
        if pair is not None and now not in (None, ahead):
            ahead = now
            sign = ">" if ahead == first else "<"
            yield structs.replace(like, left=pair[first], sign=sign, right=pair[1 - first])


def _both(ids: tuple[SeriesId, SeriesId], period: Period, figures: Figures) -> Pair | None:
    """The values of two series for a period; None where one is missing."""
    one, other = (figures.answer(Address(*id, period)) for id in ids)
    return (one, other) if isinstance(one, Figure) and isinstance(other, Figure) else None


def _ahead(pair: Pair | None) -> int | None:
    """Which of two has more, without doubt; else None."""
    if pair is None:
        return None
    one, other = (each.amount.interval for each in pair)
    return 0 if other.below(one) else 1 if one.below(other) else None

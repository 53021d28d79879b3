"""What no figure of a text may be: a sum that counts twice, a share above its whole, a mixture without a reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic.computing import FigureError
from sitegen.figures.arithmetic.linear import terms_of
from sitegen.figures.arithmetic.mixing import unexplained
from sitegen.figures.figure import Figure
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.amount import HUNDRED
from sitegen.model.basics.period import Period
from sitegen.model.lives import EVER, counts_in
from sitegen.model.tracker import Tracker


def refuse_unsound(figures: Figures, figure: Figure) -> None:
    """Raises FigureError for a figure that counts twice, is a share above its whole, or mixes without a reason."""
    refuse_counted_twice(figures, figure)
    for part in _tree(figure):
        low = part.amount.interval.low
        if part.operation == "share" and low is not None and low > HUNDRED:
            one, whole = part.inputs
            message = f"{one.label} is more than {whole.label}, so it is no share of it"
            raise FigureError(message, "look for a wrong number, or write how many times it is: | times(…)")
    if differs := unexplained(figures, figure):
        hint = 'say why in a filter behind it, as in (… - …) | rise(mixed="why") or | rounded(0, mixed="why")'
        raise FigureError(differs, hint, "mixed-bases")


def refuse_counted_twice(figures: Figures, figure: Figure) -> None:
    """Raises FigureError where a sum holds a period and a part of it, or an entity and what belongs to it.

    One number may be added to itself alone, which is twice that number.
    """
    for part in _tree(figure):
        if part.operation in ("sum", "difference") and (twice := _twice(figures.tracker, part)):
            raise FigureError(f"this sum counts {twice}", "add up what does not overlap", "counted-twice")


def is_part_of(tracker: Tracker, part: SeriesId, whole: SeriesId, period: Period = EVER) -> bool:
    """Whether what a series counts in a period is counted by another one too.

    Its entity belongs to the other's, or is a member of it, on some day of the period; or both are markets, and the
    one lies in the other. It counts where the other does; a metric that is only related to the other's, in its region.
    """
    if part not in tracker.series or whole not in tracker.series:
        return False
    own, other = tracker.series[part], tracker.series[whole]
    if part[1] != whole[1]:
        if whole[1] not in tracker.metrics[part[1]].related or own.region != other.region:
            return False
    elif not tracker.places.within(own.region, other.region):
        return False
    elif own.region != other.region and all(tracker.entities[id].kind == "market" for id, _ in (part, whole)):
        return True
    return counts_in(tracker.entities, part[0], whole[0], period)


def _twice(tracker: Tracker, figure: Figure) -> str:
    """What a sum counts twice, in words; "" if nothing."""
    added = [(part.address, factor) for part, factor in terms_of(figure).factors if part.address is not None]
    for address, factor in added:
        if abs(factor) > 1 and len({abs(each) for _, each in added}) > 1:
            return f"{address} twice"
    for (one, sign), (other, same) in combinations(added, 2):
        days = _overlap(one, other) if (sign > 0) == (same > 0) else None
        if days is not None and one.series == other.series:
            return f"{one} and {other}, which have days in common"
        if days is not None:
            for part, whole in ((one, other), (other, one)):
                if is_part_of(tracker, part.series, whole.series, days):
                    return f"{part} and {whole}, and {part.entity} is a part of {whole.entity}"
    return ""


def _overlap(one: Address, other: Address) -> Period | None:
    """The days that the periods of two addresses have in common, or None."""
    a, b = one.period, other.period
    if not isinstance(a, Period) or not isinstance(b, Period) or a.first > b.last or b.first > a.last:
        return None
    return Period(max(a.first, b.first), min(a.last, b.last))


def _tree(figure: Figure) -> Iterator[Figure]:
    """A figure and all that it is made of."""
    yield figure
    for part in figure.inputs:
        yield from _tree(part)

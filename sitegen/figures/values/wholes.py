"""What shorter periods add up to, where they may be chosen in several ways that need not meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import combinations

from msgspec import structs

from sitegen.figures.arithmetic.uncertainty import hull
from sitegen.figures.figure import Figure, Operation, SumOf
from sitegen.figures.values.derivation import least, several, tiling
from sitegen.figures.words import say
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.period import Period
from sitegen.model.tracker import Tracker

Combine = Callable[[tuple[Figure, ...]], Figure | None]

_LOWEST, _HIGHEST = Decimal("-Infinity"), Decimal("Infinity")


def sums(whole: Period, known: Mapping[Period, Figure], combine: Combine) -> tuple[Figure, ...]:
    """What periods that cover the whole add up to; () if none do.

    The sum of the fewest parts stands first; then, where there are several ways to cover the whole, those with the
    greatest and least ends: all sums have a number in common if each two of these have.
    """
    ways = [tiling(whole, known)]
    if ways[0] and several(whole, known):
        low = {period: _end(figure.amount.interval.low, _LOWEST) for period, figure in known.items()}
        high = {period: _end(figure.amount.interval.high, _HIGHEST) for period, figure in known.items()}
        for weights in (low, high):
            ways += [least(whole, weights), least(whole, {period: -weight for period, weight in weights.items()})]
    figures = (combine(tuple(known[part] for part in way)) for way in dict.fromkeys(ways) if way)
    return tuple(figure for figure in figures if figure is not None)


def contradiction(found: tuple[Figure, ...]) -> tuple[Figure, Figure] | None:
    """Two sums that have no number in common, the one with the fewest parts before others; None without any."""
    pairs = combinations(found, 2)
    return next(((a, b) for a, b in pairs if not a.amount.interval.meets(b.amount.interval)), None)


def hulled(found: tuple[Figure, ...]) -> Figure:
    """From the least to the greatest of sums that contradict each other, made of all of them."""
    interval = hull([figure.amount.interval for figure in found])
    amount = Amount(None, "range", interval)
    named = tuple(structs.replace(figure, operation=SumOf(f"sum of {_parts(figure)}")) for figure in found)
    return structs.replace(found[0], amount=amount, inputs=named, operation=HULL, terms=None)


HULL: Operation = "between sums of shorter periods that contradict each other"


def said_apart(one: Figure, other: Figure, tracker: Tracker) -> str:
    """Two sums that contradict each other, in words."""
    locale = tracker.site.locale
    first, second = (say(each, locale, whole=True) for each in (one, other))
    return f"{_parts(one)} add up to {first}, but {_parts(other)} to {second}"


def _parts(figure: Figure) -> str:
    return ", ".join(str(part.address.period) for part in figure.inputs if part.address is not None)


def _end(end: Decimal | None, without: Decimal) -> Decimal:
    return without if end is None else end
